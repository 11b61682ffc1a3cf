// SPDX-License-Identifier: Apache-2.0
//
// What monitoring found, for people and for machines.
#include "base/findings.hpp"
#include "base/number_text.hpp"
#include "base/text/messages.hpp"
#include "document/page_in.hpp"
#include "monitor/cycle_json.hpp"
#include "monitor/shares.hpp"
#include "plan/findings.hpp"

#include <heng/monitor/monitor.hpp>
#include <heng/number/percent.hpp>

#include <array>

namespace heng {
namespace detail::monitor {

void write_head(json::JsonWriter& json, const Progress& progress, const PolicyDocument& document,
                std::string_view as_of) {
    const Policy& policy = document.policy();
    json.key("policy").begin_object().member("id", policy.id).member("title", policy.title);
    json.member("basis", name(policy.basis)).key("findings");
    base::add_findings(json, document.findings(), base::PlaceKeys::pointer);
    json.end_object();
    json.key("subject").begin_object().member("name", progress.subject_name);
    json.key("year").whole(progress.subject_year).end_object();
    json.member("unit", name(progress.unit)).member("as_of", as_of);
}

void write_ratio(json::JsonWriter& json, std::string_view key, const std::optional<Ratio>& number) {
    if (number) {
        json.member(key, number->to_string());
    }
}

} // namespace detail::monitor

namespace {

using detail::base::percent_text;
using detail::json::JsonWriter;
using detail::monitor::share_text;
using detail::monitor::write_ratio;
using detail::text::Sentence;
using detail::text::Words;

constexpr Sentence whole_line{
    "{0}, as of {1}: {2} project{s} ({3} watched closely), red {4}, yellow {5}, green {6}",
    "{0}，截至{1}：项目{2}个（重点监控{3}个），红{4}、黄{5}、绿{6}"};
constexpr Sentence spent_line{"spent {0} of {1}, {2}; the year is {3} over",
                              "支出{0}，预算{1}，支出进度{2}，序时进度{3}"};
constexpr Sentence rate_line{"average execution rate {0} ({1})", "平均执行率{0}（{1}）"};
constexpr Sentence capped_line{"average execution rate {0}, capped at {1} ({2})",
                               "平均执行率{0}，按{1}封顶（{2}）"};
constexpr Sentence project_line{"[{0}] {1}: spent {2}, goals {3}, sequential {4}",
                                "［{0}］{1}：支出进度{2}，目标进度{3}，序时进度{4}"};
constexpr Sentence not_monitored{"[–] {0}: not monitored by this policy", "［–］{0}：本办法不监控"};
constexpr Sentence comma{", ", "，"};
constexpr Sentence unknown{"unknown", "未知"};
constexpr Sentence without_data{"{0}, without data {1}", "{0}、无数据{1}"};
constexpr std::array<Sentence, 4> level_words{
    {{"green", "绿"}, {"yellow", "黄"}, {"red", "红"}, {"no data", "无数据"}}};

constexpr std::array<Sentence, 3> kind_words{
    {{"spending", "支出"}, {"goals", "目标"}, {"gap", "差距"}}};
constexpr Sentence warning_line{"{0} [{1} {2}]", "{0}［{1}：{2}］"};

class Lines {
  public:
    Lines(const Progress& progress, const Policy& policy)
        : progress_{progress}, language_{policy.language} {}

    void whole(const MonitoringReport& report) {
        const WholeStatus& all = report.whole;
        const Words counts =
            whole_line(progress_.subject_name, report.as_of, std::to_string(report.projects.size()),
                       std::to_string(all.watched), std::to_string(all.red),
                       std::to_string(all.yellow), std::to_string(all.green));
        line(0, all.no_data == 0 ? counts : without_data(counts, std::to_string(all.no_data)));
        if (all.spent) {
            line(2, spent_line(money(*all.spent), money(all.budget), share(all.spending),
                               share_text(all.sequential)));
        }
        execution(2, all.execution);
    }

    void project(const ProjectStatus& status) {
        if (!status.monitored) {
            line(0, not_monitored(title_of(status)));
            return;
        }
        line(0, project_line(Words(level_words[static_cast<std::size_t>(status.level)]),
                             title_of(status), share(status.spending), share(status.goals),
                             share_text(status.sequential)));
        for (const Warning& warning : status.warnings) {
            line(4, warning_line(warning.reason, kind_words[static_cast<std::size_t>(warning.kind)],
                                 level_words[static_cast<std::size_t>(warning.level)]));
        }
        execution(4, status.execution);
    }

    [[nodiscard]] detail::base::List take() { return std::move(list_); }

  private:
    void line(std::size_t inset, const Words& words) {
        list_.lines.push_back({detail::text::spoken(words, language_), inset});
    }

    static const std::string& title_of(const ProjectStatus& status) {
        return status.name.empty() ? status.id : status.name;
    }

    void execution(std::size_t inset, const ExecutionRate& rate) {
        if (!rate.mean) {
            return;
        }
        std::string days;
        for (const ExecutionPoint& point : rate.points) {
            if (point.rate) {
                days += (days.empty() ? "" : detail::text::spoken(comma, language_)) +
                        point.date.substr(5) + ' ' + percent_text(*point.rate);
            }
        }
        line(inset, *rate.capped < *rate.mean
                        ? capped_line(percent_text(*rate.mean), share_text(*rate.capped), days)
                        : rate_line(percent_text(*rate.mean), days));
    }

    [[nodiscard]] std::string money(const Ratio& amount) const {
        return detail::monitor::amount_text(amount) + std::string{name(progress_.unit)};
    }

    static Words share(const std::optional<Ratio>& known) {
        const std::string text = known ? share_text(*known) : "";
        return known ? Words{text, text} : Words(unknown);
    }

    const Progress& progress_;
    Language language_;
    detail::base::List list_{};
};

void write_execution(JsonWriter& json, const ExecutionRate& rate) {
    json.key("execution").begin_object().key("points").begin_array();
    for (const ExecutionPoint& point : rate.points) {
        json.begin_object().member("date", point.date);
        write_ratio(json, "spending", point.spending);
        write_ratio(json, "sequential", point.sequential);
        write_ratio(json, "rate", point.rate);
        json.end_object();
    }
    json.end_array();
    write_ratio(json, "mean", rate.mean);
    write_ratio(json, "capped", rate.capped);
    if (rate.mean) {
        json.member("percent", Percent::of(*rate.mean).to_string());
    }
    json.end_object();
}

void write_warning(JsonWriter& json, const Warning& warning, const std::string& pointer) {
    json.begin_object().member("kind", name(warning.kind)).member("level", name(warning.level));
    json.member("date", warning.date);
    write_ratio(json, "spending", warning.spending);
    write_ratio(json, "goals", warning.goals);
    write_ratio(json, "threshold", warning.threshold);
    json.member("rule", warning.rule).member("reason", warning.reason);
    json.member("pointer", pointer);
    write_ratio(json, "money", warning.money);
    write_ratio(json, "goal_share", warning.goal_share);
    if (!warning.one_of.empty()) {
        json.key("one_of").begin_array();
        for (const GoalNeed& need : warning.one_of) {
            json.begin_object().member("goal", need.goal).member("name", need.name);
            if (need.actual) {
                json.member("actual", need.actual->to_string());
            }
            write_ratio(json, "needed", need.needed);
            json.end_object();
        }
        json.end_array();
    }
    json.end_object();
}

void write_project(JsonWriter& json, const ProjectStatus& status, std::size_t index) {
    const std::string pointer = "/projects/" + std::to_string(index);
    json.begin_object().member("id", status.id).member("name", status.name);
    json.key("watched").boolean(status.watched).key("monitored").boolean(status.monitored);
    json.member("level", name(status.level)).member("budget", status.budget.to_string());
    if (status.entry_date) {
        json.member("entry_date", *status.entry_date);
    }
    if (status.spent) {
        json.member("spent", status.spent->to_string());
    }
    write_ratio(json, "spending", status.spending);
    write_ratio(json, "goals", status.goals);
    write_ratio(json, "sequential", status.sequential);
    json.key("warnings").begin_array();
    for (const Warning& warning : status.warnings) {
        write_warning(json, warning, pointer);
    }
    json.end_array();
    if (!status.unknown.empty()) {
        json.key("unknown").begin_array();
        for (const WarningKind kind : status.unknown) {
            json.text(name(kind));
        }
        json.end_array();
    }
    write_execution(json, status.execution);
    json.end_object();
}

void write_whole(JsonWriter& json, const WholeStatus& whole) {
    json.key("whole").begin_object();
    write_ratio(json, "budget", whole.budget);
    write_ratio(json, "spent", whole.spent);
    write_ratio(json, "spending", whole.spending);
    write_ratio(json, "sequential", whole.sequential);
    for (const auto& [key, number] :
         {std::pair{"red", whole.red}, std::pair{"yellow", whole.yellow},
          std::pair{"green", whole.green}, std::pair{"no_data", whole.no_data},
          std::pair{"watched", whole.watched}}) {
        json.key(key).whole(static_cast<std::int64_t>(number));
    }
    write_execution(json, whole.execution);
    json.end_object();
}

} // namespace

std::string to_text(const MonitoringReport& report, const ProgressDocument& progress,
                    const PolicyDocument& policy, std::string_view document) {
    Lines lines{progress.progress(), policy.policy()};
    lines.whole(report);
    for (const ProjectStatus& status : report.projects) {
        lines.project(status);
    }
    detail::base::Page page = detail::document::page_in(policy.policy().language);
    page.add_lines(to_text(report.findings, document)).add(lines.take());
    return detail::base::to_text(page);
}

std::string to_json(const MonitoringReport& report, const ProgressDocument& progress,
                    const PolicyDocument& policy) {
    JsonWriter json{JsonWriter::Style::indented};
    json.begin_object();
    detail::monitor::write_head(json, progress.progress(), policy, report.as_of);
    write_whole(json, report.whole);
    json.key("projects").begin_array();
    for (std::size_t i = 0; i < report.projects.size(); ++i) {
        write_project(json, report.projects[i], i);
    }
    json.end_array().key("findings");
    detail::base::add_findings(json, report.findings, detail::base::PlaceKeys::pointer);
    json.key("clean").boolean(report.clean);
    return json.end_object().take() + '\n';
}

} // namespace heng
