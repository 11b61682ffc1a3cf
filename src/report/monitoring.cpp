// SPDX-License-Identifier: Apache-2.0
//
// What monitoring warned of during the year, and what was decided: part of one of a draft.
#include "base/text/width.hpp"
#include "report/draft.hpp"

namespace heng::detail::report {
namespace {

std::string_view word(WarningLevel level, Language language) {
    const bool zh = language == Language::zh;
    switch (level) {
    case WarningLevel::red:
        return zh ? "红" : "red";
    case WarningLevel::yellow:
        return zh ? "黄" : "yellow";
    case WarningLevel::no_data:
        return zh ? "无数据" : "no data";
    case WarningLevel::green:
        break;
    }
    return zh ? "绿" : "green";
}

List warnings_of(const MonitoringReport& report, Language language) {
    List rows;
    const bool zh = language == Language::zh;
    for (const ProjectStatus& project : report.projects) {
        if (project.level == WarningLevel::no_data) {
            rows.push_back(
                Object{}
                    .set("name", text::printable(project.name))
                    .set("level", word(project.level, language))
                    .set("red", false)
                    .set("text", zh ? "截至" + report.as_of + "进度数据不全，无法判断"
                                    : "too little is reported until " + report.as_of + " to tell"));
        }
        for (const Warning& warning : project.warnings) {
            rows.push_back(Object{}
                               .set("name", text::printable(project.name))
                               .set("level", word(warning.level, language))
                               .set("red", warning.level == WarningLevel::red)
                               .set("text", text::printable(warning.reason)));
        }
    }
    return rows;
}

/// Of projects that simply continue, and of which nothing is advised, nothing is said.
List decisions_of(const DecisionReport& report, Language language) {
    const std::string undecided = language == Language::zh ? "未能决定" : "no decision";
    List rows;
    for (const Decision& each : report.decisions) {
        const bool continues = each.decision == DecisionKind::proceed;
        if (!continues || !each.advice.empty()) {
            rows.push_back(
                Object{}
                    .set("name", text::printable(each.project_name))
                    .set("label", each.decision ? text::printable(each.label) : undecided)
                    .set("text", text::printable(each.why))
                    .set("advice", text::printable(each.advice)));
        }
    }
    return rows;
}

} // namespace

void add_monitoring(const Sources& sources, Object& draft) {
    const DecisionReport none;
    const DecisionReport& report = sources.decisions != nullptr ? *sources.decisions : none;
    draft.set("warnings", warnings_of(report.monitoring, sources.sheet.language))
        .set("decisions", decisions_of(report, sources.sheet.language));
}

} // namespace heng::detail::report
