// SPDX-License-Identifier: Apache-2.0
//
// heng explain -r RUBRIC [-i INDICATOR] [-f text|json|md|html] FACTS
#include "command.hpp"
#include "documents.hpp"
#include "messages.hpp"

#include <heng/explain/explain.hpp>

#include <memory>
#include <utility>

namespace heng::tool {
namespace {

struct Options {
    std::string rubric;
    std::string format = "text";
    std::string indicator;
    std::string facts;
    InForceOptions in_force{};
};

Exit run(const Options& options) {
    if (options.format != "text" && options.format != "json" && options.format != "md" &&
        options.format != "html") {
        return misused(say::no_format(
            options.format, detail::text::Words{"text, json, md or html", "text、json、md、html"}));
    }
    const Result<RubricDocument> rubric = load_rubric(options.rubric);
    if (!rubric) {
        return refuse_rubric(options.rubric, rubric.error());
    }
    const Result<FactsInForce> facts = load_facts(*rubric, options.facts, options.in_force);
    if (!facts) {
        return refuse_facts(facts.error());
    }
    ExplainOptions chosen;
    chosen.indicator = options.indicator;
    Result<Explanation> explanation = explain(facts->facts, chosen);
    if (!explanation && explanation.error().code == "explain.indicator") {
        (void)refuse(explanation.error());
        return Exit::usage;
    }
    if (!explanation) {
        return refuse(in_document(std::move(explanation.error()), document_name(options.facts)));
    }
    add_history(*facts, explanation->sheet);
    return write(options.format == "json"   ? to_json(*explanation)
                 : options.format == "md"   ? to_markdown(*explanation)
                 : options.format == "html" ? to_html(*explanation)
                                            : to_text(*explanation));
}

} // namespace

void add_explain(Command line) {
    Command command = line.command("explain", "Explain each lost point, and what would win it back",
                                   "heng explain -r guangzhou-department-2023 facts.json");
    const auto options = std::make_shared<Options>();
    add_rubric_option(command, options->rubric);
    command
        .option("-i,--indicator", options->indicator,
                "Only the indicator with this id, and those below it")
        .called("ID");
    command.option("-f,--format", options->format, "text, json, md or html")
        .called("FORMAT")
        .shows_default();
    add_in_force_options(command, options->in_force);
    command.argument("FACTS", options->facts, "A facts document; - is standard input");
    command.runs([options] { return run(*options); });
}

} // namespace heng::tool
