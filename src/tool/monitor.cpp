// SPDX-License-Identifier: Apache-2.0
//
// heng monitor [--policy POLICY] [-f text|json] [--as-of DAY] PROGRESS
// heng policies, heng policy ID
#include "documents.hpp"

#include <heng/cycle/monitoring.hpp>

#include <memory>

namespace heng::tool {
namespace {

struct Options {
    std::string policy;
    std::string progress;
    std::string format = "text";
    MonitorOptions monitor{};
};

Exit run(const Options& options) {
    const auto policy = load_policy(options.policy);
    if (!policy) {
        return refuse_policy(policy.error());
    }
    const auto progress = load_progress(options.progress);
    if (!progress) {
        return refuse(progress.error());
    }
    const auto report = monitor(*progress, *policy, options.monitor);
    if (!report) {
        const Exit status = refuse(in_document(report.error(), document_name(options.progress)));
        return options.monitor.as_of.empty() ? status : Exit::usage;
    }
    const Exit written = write(options.format == "json" ? to_json(*report, *progress, *policy)
                                                        : to_text(*report, *progress, *policy,
                                                                  document_name(options.progress)));
    return written == Exit::done && !report->clean ? Exit::findings : written;
}

Exit list() {
    std::string lines;
    for (const std::string_view id : builtin_policy_ids()) {
        const auto policy = builtin_policy(id);
        if (!policy) {
            return refuse(policy.error());
        }
        lines += std::string{id} + "  " + policy->policy().title + '\n';
    }
    return write(lines);
}

Exit print(const std::string& id) {
    const auto text = builtin_policy_text(id);
    return text ? write(*text) : refuse_policy(text.error());
}

} // namespace

void add_monitor(CLI::App& app, Exit& exit) {
    CLI::App* const command = app.add_subcommand(
        "monitor", "Watch spending and goals together, and warn by the thresholds of a policy");
    const auto options = std::make_shared<Options>();
    add_policy_option(*command, options->policy);
    command->add_option("PROGRESS", options->progress, "A progress document, - for standard input")
        ->required()
        ->type_name("");
    command->add_option("-f,--format", options->format, "text or json")
        ->check(CLI::IsMember({"text", "json"}))
        ->type_name("FORMAT");
    command->add_option("--as-of", options->monitor.as_of, "The day, else that of the document")
        ->type_name("DAY");
    command->footer("Exit status: 1 where there is a warning, or a finding that is no note.");
    command->callback([options, &exit] { exit = run(*options); });

    CLI::App* const policies = app.add_subcommand("policies", "List the built-in policies");
    policies->callback([&exit] { exit = list(); });

    CLI::App* const policy = app.add_subcommand("policy", "Print a built-in policy");
    const auto id = std::make_shared<std::string>();
    policy->add_option("ID", *id, "See: heng policies")->required()->type_name("");
    policy->callback([id, &exit] { exit = print(*id); });
}

} // namespace heng::tool
