// SPDX-License-Identifier: Apache-2.0
//
// heng score -r RUBRIC [-f text|json|md|csv] [--strict] FACTS
#include "tool.hpp"

#include <heng/document/builtin.hpp>
#include <heng/document/facts.hpp>
#include <heng/document/render.hpp>
#include <heng/document/rubric_document.hpp>
#include <heng/document/scoring.hpp>

#include <fstream>
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
};

enum class Format : std::uint8_t { text, json, markdown, csv };

std::optional<Format> format_of(std::string_view name) {
    constexpr std::pair<std::string_view, Format> names[] = {{"text", Format::text},
                                                             {"json", Format::json},
                                                             {"md", Format::markdown},
                                                             {"csv", Format::csv}};
    for (const auto& [known, format] : names) {
        if (name == known) {
            return format;
        }
    }
    return std::nullopt;
}

/// A built-in rubric's id has neither; what is no built-in id may be a file of any name.
bool is_file(const std::string& rubric) {
    return rubric == "-" || rubric.find('/') != std::string::npos || rubric.ends_with(".json") ||
           (!builtin_text(rubric) && std::ifstream{rubric}.is_open());
}

Result<RubricDocument> load_rubric_file(const std::string& path) {
    const Result<std::string> text = read_document(path);
    if (!text) {
        return Failure{text.error()};
    }
    Result<RubricDocument> rubric = RubricDocument::parse(*text);
    if (!rubric) {
        return Failure{in_document(std::move(rubric.error()), document_name(path))};
    }
    return rubric;
}

Result<Facts> load_facts(const RubricDocument& rubric, const Options& options) {
    const Result<std::string> text = read_document(options.facts);
    if (!text) {
        return Failure{text.error()};
    }
    const UnreadFacts unread = options.strict ? UnreadFacts::refuse : UnreadFacts::list;
    Result<Facts> facts = Facts::parse(rubric, *text, Limits{}, unread);
    if (!facts) {
        return Failure{in_document(std::move(facts.error()), document_name(options.facts))};
    }
    return facts;
}

std::string rendered(Format format, const ScoreSheet& sheet, const RubricDocument& rubric,
                     const Facts& facts) {
    switch (format) {
    case Format::json:
        return to_json(sheet, rubric, facts);
    case Format::markdown:
        return to_markdown(sheet, facts);
    case Format::csv:
        return to_csv(sheet);
    case Format::text:
        break;
    }
    return to_text(sheet, facts);
}

Exit run(const Options& options) {
    const std::optional<Format> format = format_of(options.format);
    if (!format) {
        return misused("there is no format \"" + options.format +
                       "\"; -f takes text, json, md or csv");
    }
    if (options.rubric == "-" && options.facts == "-") {
        return misused("the rubric and the facts can't both be standard input");
    }
    const bool from_file = is_file(options.rubric);
    const Result<RubricDocument> rubric =
        from_file ? load_rubric_file(options.rubric) : builtin(options.rubric);
    if (!rubric) {
        const Exit status = refuse(rubric.error());
        const bool wrong_id = !from_file && rubric.error().status == Status::not_found;
        return wrong_id ? Exit::usage : status;
    }
    const Result<Facts> facts = load_facts(*rubric, options);
    if (!facts) {
        return refuse(facts.error());
    }
    Result<ScoreSheet> sheet = score(*rubric, *facts);
    if (!sheet) {
        return refuse(in_document(std::move(sheet.error()), document_name(options.facts)));
    }
    return write(rendered(*format, *sheet, *rubric, *facts));
}

} // namespace

void add_score(CLI::App& app, Exit& exit) {
    CLI::App* const command = app.add_subcommand("score", "Score facts by a rubric");
    const auto options = std::make_shared<Options>();
    command
        ->add_option("-r,--rubric", options->rubric,
                     "A built-in rubric (see: heng rubrics), or a file: a name with a / or .json")
        ->required()
        ->type_name("RUBRIC");
    command->add_option("-f,--format", options->format, "text, json, md or csv")
        ->type_name("FORMAT")
        ->capture_default_str();
    command->add_flag("--strict", options->strict, "Refuse facts that the rubric does not read");
    command->add_option("FACTS", options->facts, "A facts document; - is standard input")
        ->required()
        ->type_name("");
    command->callback([options, &exit] { exit = run(*options); });
}

} // namespace heng::tool
