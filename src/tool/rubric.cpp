// SPDX-License-Identifier: Apache-2.0
//
// heng rubric ID
#include "command.hpp"

#include <heng/document/builtin.hpp>

#include <memory>

namespace heng::tool {
namespace {

Exit run(const std::string& id) {
    const Result<std::string_view> text = builtin_text(id);
    if (!text) {
        static_cast<void>(refuse(text.error()));
        return Exit::usage;
    }
    return write(*text);
}

} // namespace

void add_rubric(Command line) {
    Command command = line.command("rubric", "Print a built-in rubric (rubric/1)",
                                   "heng rubric guangzhou-department-2023");
    const auto id = std::make_shared<std::string>();
    command.argument("ID", *id, "Its id; see: heng rubrics");
    command.runs([id] { return run(*id); });
}

} // namespace heng::tool
