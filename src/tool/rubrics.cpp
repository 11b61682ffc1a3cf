// SPDX-License-Identifier: Apache-2.0
//
// heng rubrics
#include "command.hpp"
#include "text/width.hpp"

#include <heng/document/builtin.hpp>

#include <algorithm>
#include <vector>

namespace heng::tool {
namespace {

Exit run() {
    const std::vector<std::string_view> ids = builtin_ids();
    std::size_t width = 0;
    for (const std::string_view id : ids) {
        width = std::max(width, text::cells(id));
    }
    std::string lines;
    for (const std::string_view id : ids) {
        const Result<RubricDocument> rubric = builtin(id);
        if (!rubric) {
            return refuse(rubric.error());
        }
        lines += text::pad_right(id, width) + "  " + rubric->rubric().title + '\n';
    }
    return write(lines);
}

} // namespace

void add_rubrics(Command line) {
    line.command("rubrics", "List the built-in rubrics: id and title").runs([] { return run(); });
}

} // namespace heng::tool
