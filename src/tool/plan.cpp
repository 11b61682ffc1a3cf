// SPDX-License-Identifier: Apache-2.0
//
// heng plan check [-f text|json] [--library LIB]... [--policy POLICY] [--latest DAY]
//                 [--outcome-known DAY] PLAN
// heng plan facts -r RUBRIC [--at DATE] PLAN FACTS
#include "command.hpp"
#include "documents.hpp"

#include <heng/plan/plan_check.hpp>

#include <memory>
#include <utility>
#include <vector>

namespace heng::tool {
namespace {

struct Options {
    std::string plan;
    std::string format = "text";
    std::vector<std::string> libraries{};
    std::string policy{};
    PlanCheckOptions check{};
};

struct FactsOptions {
    std::string rubric;
    std::string facts;
    InForceOptions in_force{};
};

/// The facts as a document, so that a sheet that was scored from them can be verified.
Exit write_facts(const FactsOptions& options) {
    const Result<RubricDocument> rubric = load_rubric(options.rubric);
    if (!rubric) {
        return refuse_rubric(options.rubric, rubric.error());
    }
    const Result<FactsInForce> facts = load_facts(*rubric, options.facts, options.in_force);
    return facts ? write(facts->text) : refuse_facts(facts.error());
}

Exit run(const Options& options) {
    const auto plan = load_plan(options.plan);
    if (!plan) {
        return refuse(plan.error());
    }
    std::vector<LibraryDocument> libraries;
    for (const std::string& name : options.libraries) {
        auto library = load_library(name);
        if (!library) {
            return refuse_library(library.error());
        }
        libraries.push_back(*std::move(library));
    }
    PlanCheckOptions chosen = options.check;
    if (!options.policy.empty()) {
        const auto policy = load_policy(options.policy);
        if (!policy) {
            return refuse_policy(policy.error());
        }
        if (chosen.latest.empty()) { // what the command line says goes first
            chosen.latest = policy->policy().adjustments_until.value_or("");
        }
    }
    const Result<PlanReport> report = check_plan(*plan, chosen, libraries);
    if (!report) {
        const bool option = report.error().status == Status::invalid_argument;
        const Exit status = refuse(report.error());
        return option ? Exit::usage : status;
    }
    const Exit written =
        write(options.format == "json" ? to_json(*report, *plan)
                                       : to_text(*report, *plan, document_name(options.plan)));
    return written == Exit::done && !report->clean ? Exit::findings : written;
}

void add_check(Command plan) {
    Command check = plan.command(
        "check", "Find what a plan lacks: tasks, projects, indicators, directions, money",
        "heng plan check plan.json");
    const auto options = std::make_shared<Options>();
    check.argument("PLAN", options->plan, "A plan document, - for standard input");
    check.format(options->format, {"text", "json"}, "Of the findings: text or json");
    check
        .options("--library", options->libraries,
                 "Match the indicators to this library: a built-in id or a file")
        .called("LIB");
    check
        .option("--policy", options->policy,
                "A policy that says until when a plan may be adjusted: a built-in id or a file")
        .called("POLICY");
    check
        .option("--latest", options->check.latest,
                "The last day for adjustments: 2023-09-30, or 09-30 of the plan's year; goes "
                "before that of a policy")
        .called("DAY");
    check
        .option("--outcome-known", options->check.outcome_known,
                "The first day on which the outcome was known; else the end of the year")
        .called("DAY");
    check.footer("Exit status: 1 where an error or a warning was found; notes alone are 0.");
    check.runs([options] { return run(*options); });
}

void add_facts(Command plan) {
    Command facts =
        plan.command("facts", "Print facts with the targets that were in force on a day",
                     "heng plan facts -r guangzhou-department-2023 plan.json facts.json");
    const auto options = std::make_shared<FactsOptions>();
    add_rubric_option(facts, options->rubric);
    facts.option("--at", options->in_force.at, "The day; else the end of the plan's year")
        .called("DATE");
    facts.argument("PLAN", options->in_force.plan, "A plan document");
    facts.argument("FACTS", options->facts, "A facts document");
    facts.runs([options] { return write_facts(*options); });
}

} // namespace

void add_plan(Command line) {
    Command plan =
        line.command("plan", "Goals: check a plan, and score by it", "heng plan check plan.json");
    plan.needs_command();
    add_check(plan);
    add_facts(plan);
}

} // namespace heng::tool
