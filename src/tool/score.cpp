// SPDX-License-Identifier: Apache-2.0
//
// heng score -r RUBRIC [-f text|json|md|html|csv] [--mark] [--strict] [--partial] FACTS
#include "command.hpp"
#include "documents.hpp"
#include "messages.hpp"
#include "office_files.hpp"

#include <heng/partial/partial.hpp>
#include <heng/scoring/render.hpp>
#include <heng/scoring/scoring.hpp>

#include <memory>
#include <optional>
#include <utility>

namespace heng::tool {
namespace {

struct Options {
    std::string rubric;
    std::string format = "text";
    std::string facts;
    bool strict = false;
    bool partial = false;
    bool mark = false;
    InForceOptions in_force{};
};

enum class Format : std::uint8_t { text, json, markdown, html, csv };

std::optional<Format> format_of(std::string_view name) {
    constexpr std::pair<std::string_view, Format> names[] = {{"text", Format::text},
                                                             {"json", Format::json},
                                                             {"md", Format::markdown},
                                                             {"html", Format::html},
                                                             {"csv", Format::csv}};
    for (const auto& [known, format] : names) {
        if (name == known) {
            return format;
        }
    }
    return std::nullopt;
}

std::string rendered(Format format, const ScoreSheet& sheet, const Facts& facts, bool mark) {
    switch (format) {
    case Format::json:
        return to_json(sheet, facts);
    case Format::markdown:
        return to_markdown(sheet, facts);
    case Format::html:
        return to_html(sheet, facts);
    case Format::csv:
        return to_csv(sheet, mark);
    case Format::text:
        break;
    }
    return to_text(sheet, facts);
}

/// Facts of which some are unknown.
Exit run_partial(const Options& options, const RubricDocument& rubric, Format format) {
    if (format == Format::csv) {
        return misused(say::partial_formats);
    }
    const Result<std::string> text = read_facts(rubric, options.facts);
    if (!text) {
        return refuse(text.error());
    }
    const UnreadFacts unread = options.strict ? UnreadFacts::refuse : UnreadFacts::list;
    Result<PartialSheet> sheet = score_partial(rubric, *text, limits(), unread);
    if (!sheet) {
        return refuse(in_document(std::move(sheet.error()), document_name(options.facts)));
    }
    return write(format == Format::json       ? to_json(*sheet)
                 : format == Format::markdown ? to_markdown(*sheet)
                 : format == Format::html     ? to_html(*sheet)
                                              : to_text(*sheet));
}

Exit run(const Options& options) {
    const std::optional<Format> format = format_of(options.format);
    if (!format) {
        return misused(
            say::no_format(options.format, detail::text::Words{"text, json, md, html or csv",
                                                               "text、json、md、html、csv"}));
    }
    if (options.mark && *format != Format::csv) {
        return misused(say::mark_of_csv);
    }
    const Result<RubricDocument> rubric = load_rubric(options.rubric);
    if (!rubric) {
        return refuse_rubric(options.rubric, rubric.error());
    }
    if (options.partial && !options.in_force.plan.empty()) {
        return misused(say::partial_plan);
    }
    if (options.partial) {
        return run_partial(options, *rubric, *format);
    }
    const UnreadFacts unread = options.strict ? UnreadFacts::refuse : UnreadFacts::list;
    const Result<FactsInForce> facts = load_facts(*rubric, options.facts, options.in_force, unread);
    if (!facts) {
        return refuse_facts(facts.error());
    }
    Result<ScoreSheet> sheet = score(facts->facts);
    if (!sheet) {
        return refuse(in_document(std::move(sheet.error()), document_name(options.facts)));
    }
    add_history(*facts, *sheet);
    return write(rendered(*format, *sheet, facts->facts, options.mark));
}

} // namespace

void add_score(Command line) {
    Command command = line.command("score", "Score facts by a rubric",
                                   "heng score -r guangzhou-department-2023 facts.json");
    const auto options = std::make_shared<Options>();
    add_rubric_option(command, options->rubric);
    command.option("-f,--format", options->format, "text, json, md, html or csv")
        .called("FORMAT")
        .shows_default();
    command.flag("--mark", options->mark,
                 "Begin CSV with a byte order mark, which Excel needs to read Chinese");
    command.flag("--strict", options->strict, "Refuse facts that the rubric does not read");
    command.flag("--partial", options->partial,
                 "Facts may be unknown (absent, null or \"?\"): give the least and the most "
                 "that every score can become");
    add_in_force_options(command, options->in_force);
    command.argument("FACTS", options->facts, "A facts document; - is standard input");
    command.runs([options] { return run(*options); });
}

} // namespace heng::tool
