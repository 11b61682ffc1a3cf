// SPDX-License-Identifier: Apache-2.0
//
// heng schema [-f json|md] [KIND]
#include "command.hpp"

#include <heng/document/schema.hpp>

#include <memory>

namespace heng::tool {
namespace {

struct SchemaOptions {
    std::string kind{};
    std::string format = "json";
};

Exit list() {
    std::string lines;
    for (const std::string_view kind : schema_kinds()) {
        lines.append(kind).append("/1\n");
    }
    return write(lines);
}

template <class Text>
Exit print(const Result<Text>& text) {
    if (!text) {
        static_cast<void>(refuse(text.error()));
        return Exit::usage;
    }
    return write(*text);
}

Exit run(const SchemaOptions& options) {
    return options.kind.empty()     ? list()
           : options.format == "md" ? print(reference_page(options.kind))
                                    : print(schema(options.kind));
}

} // namespace

void add_schema(Command line) {
    Command command = line.command("schema", "Print the JSON Schema of a kind of document",
                                   "heng schema -f md rubric");
    const auto options = std::make_shared<SchemaOptions>();
    command.format(options->format, {"json", "md"},
                   "json: the schema, for editors; md: a table of its keys, for people");
    command.optional_argument(
        "KIND", options->kind,
        "As its key \"heng\" names it: rubric/1, or rubric; without it, lists them");
    command.runs([options] { return run(*options); });
}

} // namespace heng::tool
