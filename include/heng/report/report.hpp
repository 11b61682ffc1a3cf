// SPDX-License-Identifier: Apache-2.0
//
// The draft of a self-evaluation report (部门整体支出绩效自评报告), in four parts — 基本情况,
// 自评情况, 存在的问题, 改进措施 — from a rubric and facts, and from a plan and claims if they are
// given.
//
//     heng::ReportSources sources;
//     sources.claims = claims_text;                                  // optional, as is the plan
//     const auto draft = heng::report(*facts, sources);     // Markdown
//     std::cout << *draft;
//
// Its words are data: a template in Mustache (mustache(5)), built in for Markdown and HTML in
// Chinese and English by the rubric's language, or the caller's own. A template may name:
//
//     subject, year, rubric, total, points, rate, grade, unit
//     statement[]      name, value                  the budget statement, if the facts have it
//     printed[]        text                         printed figures that do not follow (claims)
//     duties[], tasks[]                 name        from the plan
//     warnings[]       name, level, red, text       from monitoring (progress and policy)
//     decisions[]      name, label, text, advice    for each project that does not simply continue,
//                                                   and next year's advice
//     table[]          level1, level2, first, span, points, score, rate, basis
//     targets[]        name, target, actual, rate, reason, met
//     analysis[]       number, name, points, score, rate, lines[] name, score, points, basis, why
//     problems[]       number, name, lost, why, evidence[] text
//     improvements[]   number, name, text
//     waterfall, bars                               SVG, in HTML templates only: {{{waterfall}}}
//
// and has_X for each list, which is true if the list is not empty. In HTML every {{name}} is
// escaped; in Markdown, characters that Markdown or HTML would read are.
//
// Text that people write stays: text between <!-- heng:keep ID --> and <!-- /heng:keep --> in the
// previous draft replaces the template's text there, and blocks whose ID the template no longer has
// are put at the end. Numbers in a draft are rounded for display only: scores are the sheet's, and
// rates have two places.
#pragma once

#include <heng/document/call.hpp>
#include <heng/facts/facts.hpp>
#include <heng/limits.hpp>
#include <heng/result.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace heng {

/// The format of a draft.
enum class ReportFormat : std::uint8_t { markdown, html };

/// The sources of a draft besides rubric and facts. The texts are read during the call only.
struct ReportSources {
    std::optional<std::string_view> plan{};     ///< plan/1: duties and tasks
    std::optional<std::string_view> claims{};   ///< claims/1: figures as printed
    std::optional<std::string_view> progress{}; ///< progress/1, with a policy
    std::optional<std::string_view> policy{};   ///< policy/1, with progress
    std::optional<std::string_view> pattern{};  ///< the template; the built-in one if empty
    std::optional<std::string_view> previous{}; ///< an earlier draft, whose kept text stays
};

/// Returns the draft. The same sources give the same bytes. Errors: those of score(), reconcile(),
/// decide() and of reading a plan, progress or policy; report.sources if there is progress without
/// a policy or the reverse; report.template if the template is not UTF-8, has a NUL or can't be
/// read (its message says where); report.keep if the previous draft is not UTF-8, has a NUL or more
/// kept blocks than `limits.rows`, or if a kept block of it has no end; limit.bytes; limit.draft if
/// the draft would be more than 64 MiB or the sheet has more than 50,000 items. Linear in the
/// documents and the draft. Each of its parts may take CallOptions::most_steps.
[[nodiscard]] Result<std::string> report(const Facts& facts, const ReportSources& sources = {},
                                         ReportFormat format = ReportFormat::markdown,
                                         const Limits& limits = {}, const CallOptions& call = {});

} // namespace heng
