// SPDX-License-Identifier: Apache-2.0
//
// heng rubric ID
#include "tool.hpp"

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

void add_rubric(CLI::App& app, Exit& exit) {
    CLI::App* const command = app.add_subcommand("rubric", "Print a built-in rubric (rubric/1)");
    const auto id = std::make_shared<std::string>();
    command->add_option("ID", *id, "Its id; see: heng rubrics")->required()->type_name("");
    command->callback([id, &exit] { exit = run(*id); });
}

} // namespace heng::tool
