// SPDX-License-Identifier: Apache-2.0
//
// heng verify [-f text|json] SHEET RUBRIC FACTS
#include "command.hpp"
#include "document/checked_words.hpp"
#include "document/page_in.hpp"
#include "documents.hpp"

#include <heng/verify/verify.hpp>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace heng::tool {
namespace {

struct Options {
    std::string sheet;
    std::string rubric;
    std::string facts;
    std::string format = "text";
};

std::string line_of(const SheetDifference& each, const std::string& sheet) {
    const std::string line = sheet + ':' + std::to_string(each.place.line) + ':' +
                             std::to_string(each.place.column) + ": " + each.where + ": ";
    if (each.found.empty()) {
        return line + "the sheet lacks " + each.expected;
    }
    return line + "the sheet says " + each.found + ", and scoring gives " +
           (each.expected.empty() ? "nothing" : each.expected);
}

std::string text_of(const SheetDifferences& differences, const std::string& sheet,
                    Language language) {
    detail::base::Page page = detail::document::page_in(language);
    for (const SheetDifference& each : differences.listed) {
        page.add(detail::base::Paragraph{line_of(each, sheet)});
    }
    if (differences.more > 0) {
        page.add(detail::base::Paragraph{sheet + ": " + std::to_string(differences.more) +
                                         " more differences are not listed"});
    }
    page.add(
        detail::base::Paragraph{detail::document::checked_text(differences.checked(), language)});
    return detail::base::to_text(page);
}

Exit run(const Options& options) {
    const Result<RubricDocument> rubric = load_rubric(options.rubric);
    if (!rubric) {
        return refuse_rubric(options.rubric, rubric.error());
    }
    const Result<Facts> facts = load_facts(*rubric, options.facts);
    if (!facts) {
        return refuse(facts.error());
    }
    const Result<std::string> sheet = read_document(options.sheet);
    if (!sheet) {
        return refuse(sheet.error());
    }
    const auto differences = verify(*sheet, *facts, limits());
    if (!differences) {
        const bool of_facts = differences.error().code.starts_with("facts.") ||
                              differences.error().code.starts_with("score.");
        return refuse(in_document(differences.error(),
                                  document_name(of_facts ? options.facts : options.sheet)));
    }
    const Exit written =
        write(options.format == "json"
                  ? to_json(*differences)
                  : text_of(*differences, document_name(options.sheet), rubric->rubric().language));
    return written == Exit::done && !differences->empty() ? Exit::findings : written;
}

} // namespace

void add_verify(Command line) {
    Command command = line.command("verify", "Score again, and say what a sheet says otherwise",
                                   "heng verify sheet.json guangzhou-department-2023 facts.json");
    const auto options = std::make_shared<Options>();
    command.argument("SHEET", options->sheet, "A sheet that heng score -f json wrote");
    command.argument("RUBRIC", options->rubric, "A built-in rubric or a file, as of heng score");
    command.argument("FACTS", options->facts, "A facts document");
    command.format(options->format, {"text", "json"}, "Of the differences: text or json");
    command.runs([options] { return run(*options); });
}

} // namespace heng::tool
