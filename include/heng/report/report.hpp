// SPDX-License-Identifier: Apache-2.0
//
// The draft of a self-evaluation report (部门整体支出绩效自评报告), in four parts — 基本情况,
// 自评情况, 存在的问题, 改进措施 — from a rubric and facts, and from a plan and claims if they are
// given. For a rubric of projects, without branches and with targets that have their own points,
// the draft is the national form, 项目支出绩效自评表.
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
//     indicators[]     level1, level2, name, points, score, standard, why: a leaf a row, branches
//                      with their points; levelN_first and levelN_span of cells that go down
//     unconfirmed                                   leaves whose standard is recalled or inferred
//     targets[]        name, target, actual, rate, reason, met
//     goals[]          a project's targets: level1, level2, name, target (with its sign), actual,
//                      points, score, reason, keep, levelN_first, levelN_span
//     initial, annual, executed, progress           a project's money, without its unit
//     execution_points, execution_score             of its first indicator that has no targets
//     analysis[]       number, name, points, score, rate, keep, lines[] name, score, points, basis,
//                      why
//     problems[]       number, name, lost, why, evidence[] text      the greatest loss first;
//                      is_below and below, the points below 0 that are among the lost
//     bonuses[]        number, name, gained, why                     scored above the points
//     adjusted[]       text                         adjustments in force, where one adds, counts by
//                                                   the facts, or lowers the grade
//     improvements[]   number, name, text                            likewise
//     waterfall, bars                               SVG, in HTML templates only: {{{waterfall}}};
//     has_waterfall                                 points were lost or won
//     style                                         the built-in style sheet: {{{style}}}
//
// and has_X for each list, which is true if the list is not empty. In HTML every {{name}} is
// escaped; in Markdown, characters that Markdown or HTML would read are.
//
// Text that people write stays: text between <!-- heng:keep ID --> and <!-- /heng:keep --> in the
// previous draft replaces the template's text there. {{{keep}}} is an ID with a name behind it:
// that of an indicator, which is the same wherever it stands and whatever it is called, or of a
// target, which is the same as long as its name stays. Texts whose ID the draft no longer has come
// at its end, each under what it was about, and stay there from draft to draft. What heng notes for
// whoever edits the draft is a comment in Markdown, and not printed in HTML. Numbers in a draft are
// rounded for display only: scores are the sheet's, and rates have two places.
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
/// read (its message says where); report.keep if the previous draft is not UTF-8, has a NUL, no
/// kept block or more than `limits.rows`, or if a kept block of it has no end; limit.bytes;
/// limit.draft if the draft would be more than 64 MiB or the sheet has more than 50,000 items.
/// Linear in the documents and the draft. Each of its parts may take CallOptions::most_steps.
[[nodiscard]] Result<std::string> report(const Facts& facts, const ReportSources& sources = {},
                                         ReportFormat format = ReportFormat::markdown,
                                         const Limits& limits = {}, const CallOptions& call = {});

} // namespace heng
