// SPDX-License-Identifier: Apache-2.0
//
// heng diff [-f text|json|md|html] SHEET_A SHEET_B
// heng diff -r RUBRIC_A [-R RUBRIC_B] [-f text|json|md|html] FACTS_A FACTS_B
#include "command.hpp"
#include "documents.hpp"
#include "messages.hpp"

#include <heng/diff/diff.hpp>

#include <memory>
#include <utility>

namespace heng::tool {
namespace {

struct Options {
    std::string rubric, other_rubric;
    std::string format = "text";
    std::string first, second;
};

Exit show(const Options& options, Result<Difference> difference) {
    if (!difference) {
        Error& error = difference.error();
        const std::string& path = error.document == "second" ? options.second : options.first;
        return refuse(in_document(std::move(error), document_name(path)));
    }
    const Exit written = write(options.format == "json"   ? to_json(*difference)
                               : options.format == "md"   ? to_markdown(*difference)
                               : options.format == "html" ? to_html(*difference)
                                                          : to_text(*difference));
    return written == Exit::done && !difference->empty() ? Exit::findings : written;
}

Exit compare_sheets(const Options& options) {
    const Result<std::string> first = read_document(options.first);
    if (!first) {
        return refuse(first.error());
    }
    const Result<std::string> second = read_document(options.second);
    if (!second) {
        return refuse(second.error());
    }
    return show(options, difference(*first, *second, limits()));
}

Exit compare_facts(const Options& options) {
    const std::string& other = options.other_rubric.empty() ? options.rubric : options.other_rubric;
    const Result<RubricDocument> first_rubric = load_rubric(options.rubric);
    if (!first_rubric) {
        return refuse_rubric(options.rubric, first_rubric.error());
    }
    const Result<RubricDocument> second_rubric =
        options.other_rubric.empty() ? first_rubric : load_rubric(other);
    if (!second_rubric) {
        return refuse_rubric(other, second_rubric.error());
    }
    const Result<Facts> first = load_facts(*first_rubric, options.first);
    if (!first) {
        return refuse(first.error());
    }
    const Result<Facts> second = load_facts(*second_rubric, options.second);
    if (!second) {
        return refuse(second.error());
    }
    return show(options, difference(*first, *second));
}

Exit run(const Options& options) {
    if (options.format != "text" && options.format != "json" && options.format != "md" &&
        options.format != "html") {
        return misused(say::no_format(
            options.format, detail::text::Words{"text, json, md or html", "text、json、md、html"}));
    }
    if (options.rubric.empty() && !options.other_rubric.empty()) {
        return misused(say::needs_first_rubric);
    }
    return options.rubric.empty() ? compare_sheets(options) : compare_facts(options);
}

} // namespace

void add_diff(Command line) {
    Command command = line.command(
        "diff", "Say what changed between two sheets, or between two scores of facts, and why",
        "heng diff -r guangzhou-department-2023 facts.json later.json");
    const auto options = std::make_shared<Options>();
    command
        .option("-r,--rubric", options->rubric,
                "Compare facts, scored by this rubric; without it, sheets are compared")
        .called("RUBRIC");
    command
        .option("-R,--other-rubric", options->other_rubric,
                "The rubric of the second facts, where it is another")
        .called("RUBRIC");
    command.option("-f,--format", options->format, "text, json, md or html")
        .called("FORMAT")
        .shows_default();
    command.argument("FIRST", options->first, "A sheet (heng score -f json), or with -r facts");
    command.argument("SECOND", options->second, "What it is compared with");
    command.runs([options] { return run(*options); });
}

} // namespace heng::tool
