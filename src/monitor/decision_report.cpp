// SPDX-License-Identifier: Apache-2.0
//
// What was decided, for people and for machines.
#include "base/findings.hpp"
#include "base/text/messages.hpp"
#include "document/page_in.hpp"
#include "monitor/cycle_json.hpp"
#include "monitor/shares.hpp"
#include "plan/findings.hpp"

#include <heng/monitor/decision.hpp>

#include <utility>

namespace heng {
namespace {

using detail::json::JsonWriter;
using detail::monitor::write_ratio;
using detail::text::Sentence;
using detail::text::Words;

constexpr Sentence decided{"{0}: {1}", "{0}：{1}"};
constexpr Sentence with_reason{"{0}, {1}", "{0}，{1}"};
constexpr Sentence with_money{"{0}; {1} are not spent", "{0}；尚未支出{1}"};
constexpr Sentence go_on{"continue", "继续执行"};
constexpr Sentence no_decision{"no decision", "未能决定"};
constexpr Sentence next_year{"grade {0}: {1}", "等级{0}：{1}"};
constexpr Sentence at_most{"{0}, at most {1} next year", "{0}，下年预算不超过{1}"};

Words decision_words(const Decision& decision, const std::string& unit) {
    Words words = decision.decision ? Words(go_on) : Words(no_decision);
    if (!decision.label.empty()) {
        words = {decision.label, decision.label};
    }
    if (!decision.reason.empty()) {
        words = with_reason(words, decision.reason);
    }
    return decision.money ? with_money(words, detail::monitor::amount_text(*decision.money) + unit)
                          : words;
}

void write_list(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
    json.key(key).begin_array();
    for (const std::string& each : texts) {
        json.text(each);
    }
    json.end_array();
}

void write_rule(JsonWriter& json, const Decision& decision) {
    if (!decision.rule.empty()) {
        json.member("rule", decision.rule).member("label", decision.label);
        json.member("reason", decision.reason).member("basis", name(decision.basis));
    }
    json.member("why", decision.why).key("inputs").begin_object();
    for (const DecisionInput& input : decision.inputs) {
        json.member(input.name, input.value);
    }
    json.end_object();
    write_list(json, "others", decision.others);
    write_list(json, "conflicts", decision.conflicts);
    json.key("undecided").begin_array();
    for (const UndecidedRule& each : decision.undecided) {
        json.begin_object().member("rule", each.rule);
        write_list(json, "missing", each.missing);
        json.end_object();
    }
    json.end_array();
}

void write_decision(JsonWriter& json, const Decision& decision, std::size_t index) {
    json.begin_object().member("project", decision.project);
    json.member("name", decision.project_name);
    json.member("pointer", "/projects/" + std::to_string(index)).key("decision");
    if (decision.decision) {
        json.text(name(*decision.decision));
    } else {
        json.null();
    }
    write_rule(json, decision);
    write_ratio(json, "money", decision.money);
    if (decision.score) {
        json.member("score", decision.score->to_string());
    }
    if (decision.grade) {
        json.member("grade", *decision.grade);
    }
    if (!decision.advice.empty()) {
        json.member("advice", decision.advice);
    }
    write_ratio(json, "next_budget", decision.next_budget);
    json.end_object();
}

} // namespace

std::string to_text(const DecisionReport& report, const ProgressDocument& progress,
                    const PolicyDocument& policy, std::string_view document) {
    const Language language = policy.policy().language;
    const std::string unit{name(progress.progress().unit)};
    detail::base::Page page = detail::document::page_in(language);
    page.add_lines(to_text(policy.findings(), policy.policy().id));
    page.add_lines(to_text(report.findings, document));
    detail::base::List list;
    const auto add = [&list](std::size_t inset, const std::string& line) {
        list.lines.push_back({line, inset});
    };
    for (const Decision& each : report.decisions) {
        add(0, detail::text::spoken(
                   decided(each.project_name.empty() ? each.project : each.project_name,
                           decision_words(each, unit)),
                   language));
        add(4, each.why);
        if (!each.advice.empty()) {
            Words words = next_year(*each.grade, each.advice);
            if (each.next_budget) {
                words = at_most(words, detail::monitor::amount_text(*each.next_budget) + unit);
            }
            add(4, detail::text::spoken(words, language));
        }
    }
    return detail::base::to_text(page.add(std::move(list)));
}

std::string to_json(const DecisionReport& report, const ProgressDocument& progress,
                    const PolicyDocument& policy) {
    JsonWriter json{JsonWriter::Style::indented};
    json.begin_object();
    detail::monitor::write_head(json, progress.progress(), policy, report.monitoring.as_of);
    json.key("decisions").begin_array();
    for (std::size_t i = 0; i < report.decisions.size(); ++i) {
        write_decision(json, report.decisions[i], i);
    }
    json.end_array().key("findings");
    detail::base::add_findings(json, report.findings, detail::base::PlaceKeys::pointer);
    json.key("clean").boolean(report.clean);
    return json.end_object().take() + '\n';
}

} // namespace heng
