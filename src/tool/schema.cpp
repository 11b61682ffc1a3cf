// SPDX-License-Identifier: Apache-2.0
//
// heng schema [KIND]
#include "command.hpp"

#include <heng/document/schema.hpp>

#include <memory>

namespace heng::tool {
namespace {

Exit list() {
    std::string lines;
    for (const std::string_view kind : schema_kinds()) {
        lines.append(kind).append("/1\n");
    }
    return write(lines);
}

Exit run(const std::string& kind) {
    if (kind.empty()) {
        return list();
    }
    const Result<std::string_view> text = schema(kind);
    if (!text) {
        static_cast<void>(refuse(text.error()));
        return Exit::usage;
    }
    return write(*text);
}

} // namespace

void add_schema(Command line) {
    Command command = line.command("schema", "Print the JSON Schema of a kind of document");
    const auto kind = std::make_shared<std::string>();
    command.optional_argument(
        "KIND", *kind, "As its key \"heng\" names it: rubric/1, or rubric; without it, lists them");
    command.runs([kind] { return run(*kind); });
}

} // namespace heng::tool
