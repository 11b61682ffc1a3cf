// SPDX-License-Identifier: Apache-2.0
//
// heng lint [-f text|json] [--all] RUBRIC
#include "command.hpp"
#include "documents.hpp"

#include <heng/document/builtin.hpp>
#include <heng/lint/lint.hpp>

#include <memory>
#include <utility>

namespace heng::tool {
namespace {

struct Options {
    std::string rubric;
    std::string format = "text";
    bool all = false;
};

Exit run(const Options& options) {
    const Result<std::string> text = load_rubric_text(options.rubric);
    if (!text) {
        return refuse_rubric(options.rubric, text.error());
    }
    const Result<LintReport> report = lint(*text, limits());
    if (!report) {
        return refuse(in_document(report.error(), document_name(options.rubric)));
    }
    const Exit written = write(options.format == "json"
                                   ? to_json(*report, options.all)
                                   : to_text(*report, document_name(options.rubric), options.all));
    return written == Exit::done && !report->is_clean() ? Exit::findings : written;
}

} // namespace

void add_lint(Command line) {
    Command command = line.command(
        "lint", "Prove a scoring standard sound, or show the facts for which it is not",
        "heng lint rubric.json");
    const auto options = std::make_shared<Options>();
    command.argument("RUBRIC", options->rubric, "A built-in rubric or a file, as of heng score");
    command.format(options->format, {"text", "json"}, "Of the findings: text or json");
    command.flag("--all", options->all, "Also what the rubric accepts, with its reasons");
    command.footer("Exit status: 1 where an error or a warning is left that the rubric does not "
                   "accept; notes alone are 0.");
    command.runs([options] { return run(*options); });
}

} // namespace heng::tool
