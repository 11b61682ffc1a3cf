// SPDX-License-Identifier: Apache-2.0
//
// heng plan check [-f text|json] [--library LIB]... [--latest DAY] [--outcome-known DAY] PLAN
#include "documents.hpp"

#include <heng/cycle/plan_check.hpp>

#include <memory>
#include <utility>
#include <vector>

namespace heng::tool {
namespace {

struct Options {
    std::string plan;
    std::string format = "text";
    std::vector<std::string> libraries{};
    PlanCheckOptions check{};
};

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
    const Result<PlanReport> report = check_plan(*plan, options.check, libraries);
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

} // namespace

void add_plan(CLI::App& app, Exit& exit) {
    CLI::App* const plan = app.add_subcommand("plan", "Goals: check a plan of a department");
    plan->require_subcommand(1);
    CLI::App* const check = plan->add_subcommand(
        "check", "Find what a plan lacks: tasks, projects, indicators, directions, money");
    const auto options = std::make_shared<Options>();
    check->add_option("PLAN", options->plan, "A plan document, - for standard input")
        ->required()
        ->type_name("");
    check->add_option("-f,--format", options->format, "Of the findings: text or json")
        ->check(CLI::IsMember({"text", "json"}))
        ->type_name("FORMAT");
    check
        ->add_option("--library", options->libraries,
                     "Match the indicators to this library: a built-in id or a file")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->type_name("LIB");
    check
        ->add_option("--latest", options->check.latest,
                     "The last day for adjustments: 2023-09-30, or 09-30 of the plan's year")
        ->type_name("DAY");
    check
        ->add_option("--outcome-known", options->check.outcome_known,
                     "The first day on which the outcome was known; else the end of the year")
        ->type_name("DAY");
    check->footer("Exit status: 1 where an error or a warning was found; notes alone are 0.");
    check->callback([options, &exit] { exit = run(*options); });
}

} // namespace heng::tool
