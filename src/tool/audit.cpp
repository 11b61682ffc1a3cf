// SPDX-License-Identifier: Apache-2.0
//
// heng audit -r RUBRIC [-f text|json|html] FACTS
#include "base/text/width.hpp"
#include "command.hpp"
#include "documents.hpp"
#include "office_files.hpp"

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
    const Result<RubricDocument> rubric = load_rubric(options.rubric);
    if (!rubric) {
        return refuse_rubric(options.rubric, rubric.error());
    }
    const Result<std::string> facts = read_facts(*rubric, options.facts);
    if (!facts) {
        return refuse(facts.error());
    }
    const Result<AuditReport> report = audit(*rubric, *facts, limits());
    if (!report) {
        return refuse(in_document(report.error(), document_name(options.facts)));
    }
    const Exit written =
        write(options.format == "json"   ? to_json(*report)
              : options.format == "html" ? to_html(*report, document_name(options.facts))
                                         : to_text(*report, document_name(options.facts)));
    return written == Exit::done && !report->is_clean() ? Exit::findings : written;
}

} // namespace

void add_audit(Command line) {
    Command command =
        line.command("audit", "Recompute a published form, and list what is wrong in it",
                     "heng audit -r guangzhou-department-2023 facts.json");
    const auto options = std::make_shared<Options>();
    add_rubric_option(command, options->rubric);
    command.format(options->format, {"text", "json", "html"},
                   "Of the findings: text, json or html");
    command.argument("FACTS", options->facts, "A facts document with what was published");
    command.footer("Exit status: 1 where an error or a warning is found; notes alone are 0.");
    command.runs([options] { return run(*options); });
}

} // namespace heng::tool
