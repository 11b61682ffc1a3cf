// SPDX-License-Identifier: Apache-2.0
//
// What was found in a plan, for people and for machines.
#include "base/findings.hpp"
#include "base/number_text.hpp"
#include "base/text/messages.hpp"
#include "document/page_in.hpp"
#include "plan/findings.hpp"

#include <heng/number/percent.hpp>
#include <heng/plan/plan_check.hpp>

namespace heng {
namespace {

using detail::json::JsonWriter;
using detail::text::Sentence;
using detail::text::Words;

constexpr Sentence share_line{"quantified: {0}: {1} of {2} indicator{s}, {3}",
                              "量化指标：{0}：{2}项，其中量化{1}项，占{3}"};
constexpr Sentence unknown_line{"quantified: {0}: {1} indicator{s}, how many is not said",
                                "量化指标：{0}：{1}项，量化几项未列明"};
constexpr Sentence announced{"{0}, as announced", "{0}，据声明"};
constexpr Sentence of_level{"{0} (level {1})", "{0}（{1}级）"};
constexpr Sentence of_category{"{0} ({1})", "{0}（{1}指标）"};
constexpr Sentence money_line{"money: the projects {0} of a budget of {1}, {2} left",
                              "金额：项目合计{0}，预算{1}，差额{2}"};
constexpr Sentence missing_line{"money: not given for {0} of {1} project{s}",
                                "金额：{1}个项目中有{0}个未列金额"};

const std::string& said(const Words& words, Language language) {
    return language == Language::zh ? words.zh : words.en;
}

Words group_of(const QuantifiedShare& share) {
    Words group{share.name, share.name};
    if (share.level) {
        group = of_level(group, std::to_string(*share.level));
    }
    if (share.category) {
        group = of_category(group, std::string{name(*share.category)});
    }
    return share.declared ? announced(group) : group;
}

Words line_of(const QuantifiedShare& share) {
    const Words group = group_of(share);
    const std::string all = std::to_string(share.indicators);
    return share.quantified && share.share
               ? share_line(group, std::to_string(*share.quantified), all,
                            detail::base::percent_text(*share.share))
               : unknown_line(group, all);
}

void write_share(JsonWriter& json, const QuantifiedShare& share) {
    json.begin_object();
    if (!share.project.empty()) {
        json.member("project", share.project);
    }
    json.member("name", share.name);
    if (share.level) {
        json.key("level").whole(*share.level);
    }
    if (share.category) {
        json.member("category", name(*share.category));
    }
    json.key("indicators").whole(share.indicators);
    if (share.quantified) {
        json.key("quantified").whole(*share.quantified);
    }
    if (share.share) {
        json.member("share", Percent::of(*share.share).to_string());
        json.member("exact", share.share->to_string());
    }
    json.key("declared").boolean(share.declared).end_object();
}

void write_money(JsonWriter& json, const PlannedMoney& money) {
    json.begin_object().member("projects", money.projects.to_string());
    if (money.budget) {
        json.member("budget", money.budget->to_string());
        json.member("difference", money.difference->to_string());
    }
    json.key("missing").whole(money.missing).end_object();
}

} // namespace

std::string to_text(const PlanReport& report, const PlanDocument& document, std::string_view file) {
    const Plan& plan = document.plan();
    detail::base::Page page = detail::document::page_in(plan.language);
    page.add_lines(to_text(report.findings, file));
    const auto add = [&](const Words& words) {
        page.add(detail::base::Paragraph{said(words, plan.language)});
    };
    for (const QuantifiedShare& each : report.quantified) {
        add(line_of(each));
    }
    const std::string unit{name(plan.unit)};
    if (report.money.missing > 0) {
        add(missing_line(std::to_string(report.money.missing),
                         std::to_string(plan.projects.size())));
    }
    const auto projects = static_cast<std::int64_t>(plan.projects.size());
    if (report.money.budget && report.money.missing < projects) {
        add(money_line(detail::base::number_text(report.money.projects) + unit,
                       detail::base::number_text(*report.money.budget) + unit,
                       detail::base::number_text(*report.money.difference) + unit));
    }
    return detail::base::to_text(page);
}

std::string to_json(const PlanReport& report, const PlanDocument& document) {
    const Plan& plan = document.plan();
    JsonWriter json{JsonWriter::Style::indented};
    json.begin_object().key("plan").begin_object();
    json.member("id", plan.id).member("title", plan.title).member("unit", name(plan.unit));
    json.end_object().key("findings");
    detail::base::add_findings(json, report.findings, detail::base::PlaceKeys::pointer);
    json.key("quantified").begin_array();
    for (const QuantifiedShare& each : report.quantified) {
        write_share(json, each);
    }
    json.end_array().key("money");
    write_money(json, report.money);
    json.key("clean").boolean(report.clean);
    return json.end_object().take() + '\n';
}

} // namespace heng
