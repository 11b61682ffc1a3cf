// SPDX-License-Identifier: Apache-2.0
//
// heng lint [-f text|json] [--all] RUBRIC, heng lint --explain CODE|all [-f text|json|md]
#include "command.hpp"
#include "document/codes.hpp"
#include "documents.hpp"
#include "messages.hpp"

#include <heng/document/builtin.hpp>
#include <heng/lint/lint.hpp>

#include <memory>
#include <utility>

namespace heng::tool {
namespace {

struct Options {
    std::string rubric;
    std::string format = "text";
    std::string code{};
    bool all = false;
};

Exit explain(const Options& options) {
    const bool all = options.code == "all";
    const auto entries =
        all ? detail::document::all_codes() : detail::document::entries_of(options.code);
    if (entries.empty()) {
        const std::string meant = detail::document::nearest_code(options.code);
        return misused(say::and_hint(say::no_code(options.code),
                                     meant.empty() ? say::list_codes()
                                                   : detail::text::question(meant)));
    }
    if (options.format == "json") {
        return write(to_json(entries));
    }
    const auto page = detail::document::code_page(entries, all ? "" : options.code,
                                                  limits().language.value_or(Language::en));
    return write(options.format == "md" ? to_markdown(page) : to_text(page));
}

Exit run(const Options& options) {
    if (!options.code.empty()) {
        return explain(options);
    }
    if (options.rubric.empty()) {
        return misused(say::needs_value("heng lint", "RUBRIC"));
    }
    if (options.format == "md") {
        return misused(say::no_format(options.format, "text, json"));
    }
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
    command.optional_argument("RUBRIC", options->rubric,
                              "A built-in rubric or a file, as of heng score");
    command
        .option("--explain", options->code,
                "Say the cause and the cure of this code, of any command; all: of every code")
        .called("CODE");
    command.format(options->format, {"text", "json", "md"},
                   "Of the findings: text or json; of --explain also md");
    command.flag("--all", options->all, "Also what the rubric accepts, with its reasons");
    command.footer("Exit status: 1 where an error or a warning is left that the rubric does not "
                   "accept; notes alone are 0.");
    command.runs([options] { return run(*options); });
}

} // namespace heng::tool
