// SPDX-License-Identifier: Apache-2.0
//
// heng rubrics
#include "command.hpp"

#include <heng/document/builtin.hpp>

#include <utility>

namespace heng::tool {
namespace {

Exit run() {
    detail::base::Table table{{{}, {}}};
    for (const std::string_view id : builtin_ids()) {
        const Result<RubricDocument> rubric = builtin(id);
        if (!rubric) {
            return refuse(rubric.error());
        }
        table.add(id, rubric->rubric().title);
    }
    return write(std::move(table));
}

} // namespace

void add_rubrics(Command line) {
    line.command("rubrics", "List the built-in rubrics: id and title", "heng rubrics").runs([] {
        return run();
    });
}

} // namespace heng::tool
