// SPDX-License-Identifier: Apache-2.0
//
// heng audit -r RUBRIC [-f text|json] FACTS
#include "documents.hpp"
#include "text/width.hpp"

#include <heng/audit/audit.hpp>

#include <memory>
#include <utility>

namespace heng::tool {
namespace {

struct Options {
    std::string rubric;
    std::string format = "text";
    std::string facts;
};

Exit run(const Options& options) {
    if (options.rubric == "-" && options.facts == "-") {
        return misused("only one of RUBRIC and FACTS can be standard input");
    }
    const Result<RubricDocument> rubric = load_rubric(options.rubric);
    if (!rubric) {
        return refuse_rubric(options.rubric, rubric.error());
    }
    const Result<std::string> facts = read_document(options.facts);
    if (!facts) {
        return refuse(facts.error());
    }
    const Result<AuditReport> report = audit(*rubric, *facts);
    if (!report) {
        return refuse(in_document(report.error(), document_name(options.facts)));
    }
    const Exit written =
        write(options.format == "json" ? to_json(*report)
                                       : to_text(*report, document_name(options.facts)));
    return written == Exit::done && !report->is_clean() ? Exit::findings : written;
}

} // namespace

void add_audit(CLI::App& app, Exit& exit) {
    CLI::App* const command =
        app.add_subcommand("audit", "Recompute a published form, and list what is wrong in it");
    const auto options = std::make_shared<Options>();
    add_rubric_option(*command, options->rubric);
    command->add_option("-f,--format", options->format, "Of the findings: text or json")
        ->check(CLI::IsMember({"text", "json"}))
        ->type_name("FORMAT");
    command->add_option("FACTS", options->facts, "A facts document with what was published")
        ->required()
        ->type_name("");
    command->footer("Exit status: 1 where an error or a warning is found; notes alone are 0.");
    command->callback([options, &exit] { exit = run(*options); });
}

} // namespace heng::tool
