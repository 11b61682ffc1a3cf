// SPDX-License-Identifier: Apache-2.0
//
// heng verify [-f text|json] SHEET RUBRIC FACTS
#include "base/text/speech.hpp"
#include "command.hpp"
#include "document/checked_words.hpp"
#include "document/page_in.hpp"
#include "documents.hpp"
#include "messages.hpp"

#include <heng/verify/verify.hpp>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
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

/// "effect.overall: score", with the keys of a sheet by their labels.
detail::text::Words place_of(const std::string& where) {
    detail::text::Words place;
    for (std::size_t at = 0; at <= where.size();) {
        const std::size_t end = std::min(where.find(": ", at), where.size());
        const std::string_view key = std::string_view{where}.substr(at, end - at);
        const auto known = std::find_if(say::sheet_keys.begin(), say::sheet_keys.end(),
                                        [&](const auto& each) { return each.en == key; });
        if (!place.empty()) {
            place += {": ", "："};
        }
        place += known == say::sheet_keys.end() ? detail::text::same(std::string{key}) : (*known)();
        at = end + 2;
    }
    return place;
}

detail::text::Words line_of(const SheetDifference& each) {
    const detail::text::Words place = place_of(each.where);
    if (each.found.empty()) {
        return say::sheet_lacks(place, each.expected);
    }
    return each.expected.empty() ? say::sheet_says_more(place, each.found)
                                 : say::sheet_says(place, each.found, each.expected);
}

/// The cause of the others: another rubric, or a rubric or facts that were changed since.
std::vector<detail::text::Words> reasons_of(const SheetDifferences& differences) {
    std::vector<detail::text::Words> reasons;
    bool other = false;
    for (const SheetDifference& each : differences.listed) {
        if (each.pointer == "/rubric/id") {
            reasons.push_back(say::other_rubric(each.found, each.expected));
            other = true;
        } else if (each.pointer == "/rubric/digest" && !other) {
            reasons.push_back(say::rubric_changed);
        } else if (each.pointer == "/facts/digest") {
            reasons.push_back(say::facts_changed);
        }
    }
    return reasons;
}

std::string text_of(const SheetDifferences& differences, const std::string& sheet,
                    Language language) {
    detail::base::Page page = detail::document::page_in(language);
    const detail::text::Speech words{language};
    const auto add = [&page](std::string line) {
        page.add(detail::base::Paragraph{std::move(line)});
    };
    for (const detail::text::Words& reason : reasons_of(differences)) {
        add(sheet + ": " + words(reason));
    }
    for (const SheetDifference& each : differences.listed) {
        add(sheet + ':' + std::to_string(each.place.line) + ':' +
            std::to_string(each.place.column) + ": " + words(line_of(each)));
    }
    if (differences.more > 0) {
        add(sheet + ": " + words(say::more_differences(std::to_string(differences.more))));
    }
    add(detail::document::checked_text(differences.checked(), language));
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
