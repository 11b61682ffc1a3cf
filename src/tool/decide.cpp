// SPDX-License-Identifier: Apache-2.0
//
// heng decide --policy POLICY --progress PROGRESS [--scores SCORES] [-f text|json] [--as-of DAY]
#include "command.hpp"
#include "documents.hpp"

#include <heng/monitor/decision.hpp>

#include <memory>
#include <utility>
#include <vector>

namespace heng::tool {
namespace {

struct Options {
    std::string policy;
    std::string progress;
    std::string scores;
    std::string format = "text";
    MonitorOptions monitor{};
};

Result<std::vector<ProjectScore>> load_scores(const std::string& path) {
    if (path.empty()) {
        return std::vector<ProjectScore>{};
    }
    const auto text = read_document(path);
    if (!text) {
        return Failure{text.error()};
    }
    auto scores = read_scores(*text, limits());
    return scores ? std::move(scores)
                  : Failure{in_document(std::move(scores.error()), document_name(path))};
}

Exit run(const Options& options) {
    const auto policy = load_policy(options.policy);
    if (!policy) {
        return refuse_policy(policy.error());
    }
    const auto progress = load_progress(options.progress);
    if (!progress) {
        return refuse(progress.error());
    }
    const auto scores = load_scores(options.scores);
    if (!scores) {
        return refuse(scores.error());
    }
    const auto report = decide(*progress, *policy, *scores, options.monitor);
    if (!report) {
        const Exit status = refuse(in_document(report.error(), document_name(options.progress)));
        return report.error().code == "progress.as-of" && !options.monitor.as_of.empty()
                   ? Exit::usage
                   : status;
    }
    const Exit written = write(options.format == "json" ? to_json(*report, *progress, *policy)
                                                        : to_text(*report, *progress, *policy,
                                                                  document_name(options.progress)));
    return written == Exit::done && !report->clean ? Exit::findings : written;
}

} // namespace

void add_decide(Command line) {
    Command command = line.command(
        "decide", "What follows for each project: continue, defer, return, adjust or stop",
        "heng decide --policy province-thresholds --progress progress.json");
    const auto options = std::make_shared<Options>();
    add_policy_option(command, options->policy);
    command.option("--progress", options->progress, "A progress document")
        .required()
        .called("PROGRESS");
    command.option("--scores", options->scores, "A scores document").called("SCORES");
    command.format(options->format, {"text", "json"}, "text or json");
    command.option("--as-of", options->monitor.as_of, "The day, else that of the document")
        .called("DAY");
    command.footer("Exit status: 1 where some project does not simply continue, or a finding is "
                   "no note.");
    command.runs([options] { return run(*options); });
}

} // namespace heng::tool
