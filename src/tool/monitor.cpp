// SPDX-License-Identifier: Apache-2.0
//
// heng monitor [--policy POLICY] [-f text|json] [--as-of DAY] PROGRESS
// heng policies, heng policy ID
#include "command.hpp"
#include "documents.hpp"

#include <heng/monitor/monitor.hpp>

#include <memory>
#include <utility>

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
    detail::base::Table table{{{}, {}}};
    for (const std::string_view id : builtin_policy_ids()) {
        const auto policy = builtin_policy(id);
        if (!policy) {
            return refuse(policy.error());
        }
        table.add(id, policy->policy().title);
    }
    return write(std::move(table));
}

Exit print(const std::string& id) {
    const auto text = builtin_policy_text(id);
    return text ? write(*text) : refuse_policy(text.error());
}

} // namespace

void add_monitor(Command line) {
    Command command = line.command(
        "monitor", "Watch spending and goals together, and warn by the thresholds of a policy",
        "heng monitor --policy province-thresholds progress.json");
    const auto options = std::make_shared<Options>();
    add_policy_option(command, options->policy);
    command.argument("PROGRESS", options->progress, "A progress document, - for standard input");
    command.format(options->format, {"text", "json"}, "text or json");
    command.option("--as-of", options->monitor.as_of, "The day, else that of the document")
        .called("DAY");
    command.footer("Exit status: 1 where there is a warning, or a finding that is no note.");
    command.runs([options] { return run(*options); });
}

void add_policies(Command line) {
    Command policies = line.command("policies", "List the built-in policies", "heng policies");
    policies.runs([] { return list(); });
}

void add_policy(Command line) {
    Command policy =
        line.command("policy", "Print a built-in policy", "heng policy province-thresholds");
    const auto id = std::make_shared<std::string>();
    policy.argument("ID", *id, "See: heng policies");
    policy.runs([id] { return print(*id); });
}

} // namespace heng::tool
