// SPDX-License-Identifier: Apache-2.0
//
// heng report -r RUBRIC [-f md|html] [--plan P] [--claims C] [--progress P --policy Q]
//             [--template T] [--previous OLD] [-o FILE] FACTS
#include "command.hpp"
#include "documents.hpp"
#include "replace_file.hpp"

#include <heng/report/report.hpp>

#include <memory>
#include <optional>

namespace heng::tool {
namespace {

struct Options {
    std::string rubric;
    std::string facts;
    std::string format = "md";
    std::string plan;
    std::string claims;
    std::string progress;
    std::string policy;
    std::string pattern;
    std::string previous;
    std::string output;
};

/// What was read of the optional documents; the sources look at it.
struct Texts {
    std::optional<std::string> plan, claims, progress, policy, pattern, previous;
};

/// The document that an option names; false where it can't be read, which has been said.
bool read(const std::string& path, std::optional<std::string>& text) {
    if (path.empty()) {
        return true;
    }
    const Result<std::string> found = read_document(path);
    if (!found) {
        (void)refuse(found.error());
        return false;
    }
    text = *found;
    return true;
}

/// The document that an error is about.
std::string culprit(const Error& error, const Options& options) {
    if (error.document == "previous") {
        return options.previous;
    }
    if (error.document == "pattern") { // the built-in one has not to be read, but may be too large
        return options.pattern.empty() ? options.facts : options.pattern;
    }
    if (error.document == "progress" || error.document == "policy") {
        return error.document == "progress" ? options.progress : options.policy;
    }
    if (error.document == "plan") {
        return options.plan;
    }
    if (error.code.starts_with("claims.") || error.document == "claims") {
        return options.claims;
    }
    return error.code.starts_with("report.") ? options.pattern : options.facts;
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
    Texts texts;
    if (!read(options.plan, texts.plan) || !read(options.claims, texts.claims) ||
        !read(options.progress, texts.progress) || !read(options.pattern, texts.pattern) ||
        !read(options.previous, texts.previous)) {
        return Exit::document;
    }
    if (!options.policy.empty()) {
        const auto policy = load_policy(options.policy);
        if (!policy) {
            return refuse_policy(policy.error());
        }
        texts.policy = policy->text();
    }
    const auto draft = report(
        *facts,
        {texts.plan, texts.claims, texts.progress, texts.policy, texts.pattern, texts.previous},
        options.format == "html" ? ReportFormat::html : ReportFormat::markdown, limits());
    if (!draft) {
        return refuse(in_document(draft.error(), document_name(culprit(draft.error(), options))));
    }
    return options.output.empty() ? write(*draft) : replace_file(options.output, *draft);
}

} // namespace

void add_report(Command line) {
    Command command = line.command("report", "Draft the self-evaluation report of a department",
                                   "heng report -r guangzhou-department-2023 facts.json");
    const auto options = std::make_shared<Options>();
    add_rubric_option(command, options->rubric);
    command.format(options->format, {"md", "html"}, "md or html");
    const auto file = [&](const char* name, std::string& path, const char* about) {
        return command.option(name, path, about).called("FILE");
    };
    file("--plan", options->plan, "plan/1: the department's duties and tasks");
    file("--claims", options->claims, "claims/1: printed figures, to tell which do not follow");
    Taken progress =
        file("--progress", options->progress, "progress/1: warnings and decisions, by a policy");
    Taken policy = file("--policy", options->policy, "The policy: a built-in one, or a file");
    progress.needs(policy);
    policy.needs(progress);
    file("--template", options->pattern, "A Mustache template in place of the built-in one");
    file("--previous", options->previous, "An earlier draft, whose kept texts stay");
    file("-o,--output", options->output, "Written whole, or not at all; else standard output");
    command.argument("FACTS", options->facts, "A facts document");
    command.runs([options] { return run(*options); });
}

} // namespace heng::tool
