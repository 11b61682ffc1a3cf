// SPDX-License-Identifier: Apache-2.0
//
// Checks what a form prints beside its scores: the grade, sums of amounts such as the sources of
// funds, and what it prints twice.
#include "audit/checks.hpp"
#include "base/json/json.hpp"
#include "base/json/reader.hpp"
#include "base/text/nearest.hpp"
#include "base/text/utf8.hpp"
#include "reconcile/identities.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

namespace heng::detail::audit {

/// Tells a printed grade that an adjustment in force does not allow, or leaves one of which that
/// can't be told. False where nothing holds the grade of the total down.
bool Checks::is_grade_held(const Printed& printed, std::string_view by_total) {
    const Rubric& rubric = rubric_.rubric;
    const auto grade = rubric.grade_named(by_total);
    const auto lowers = [&](const Adjustment& each) {
        const auto best = rubric.grade_named(each.grade);
        return each.kind == Adjustment::Kind::grade_at_most && grade && best &&
               rubric.is_better(*grade, *best);
    };
    std::optional<Adjustment> held;
    for (const Adjusted& each :
         exact_.sheet ? exact_.sheet->adjustments : std::vector<Adjusted>{}) {
        const bool lower = lowers(each.adjustment) &&
                           (!held || rubric.is_better(*rubric.grade_named(held->grade),
                                                      *rubric.grade_named(each.adjustment.grade)));
        held = lower ? std::optional{each.adjustment} : held;
    }
    const std::string best = held ? held->grade : std::string{by_total};
    const std::vector<Adjustment>& open = exact_.open_adjustments();
    const bool may_be_lower = std::any_of(open.begin(), open.end(), [&](const Adjustment& each) {
        return lowers(each) && each.grade == printed.text;
    });
    if (printed.text == best || may_be_lower) {
        if (std::any_of(open.begin(), open.end(), lowers)) {
            leave(printed, said(say::label_grade), say::why_grade_open);
            return true;
        }
        ledger.compared(printed.place.offset());
        return held.has_value();
    }
    if (!held) {
        return false;
    }
    ledger.compared(printed.place.offset());
    Finding& found =
        add("grade-mismatch", Severity::error, printed.place,
            say::held_grade(printed.text, best, held->reason.empty() ? held->id : held->reason));
    found.expected = best;
    found.found = printed.text;
    return true;
}

/// The grade is that of the printed total, else of the total recomputed, as far as no adjustment
/// lowers it.
void Checks::check_grade() {
    if (!form_.grade) {
        return;
    }
    const json::Json place = *form_.grade;
    const Printed printed{Decimal{}, false, place, std::string{place.text()}};
    const Rubric& rubric = rubric_.rubric;
    if (rubric.grades.empty()) {
        leave(printed, said(say::label_grade), say::why_no_grades);
        return;
    }
    const bool scored =
        exact_.sheet && exact_.total_certain && exact_.sheet->points.value() == full_marks();
    const std::string own = scored ? exact_.sheet->grade : std::string{};
    std::string by_total;
    if (form_.total) {
        by_total = rubric.grade_of(Points{form_.total->value});
    } else if (!scored) {
        leave(printed, said(say::label_grade), say::why_no_total);
        return;
    }
    if (is_grade_held(printed, form_.total ? by_total : rubric.grade_of(exact_.sheet->total))) {
        return;
    }
    ledger.compared(place.offset());
    const std::string recomputed = scored ? shown(exact_.sheet->total.value()) : std::string{};
    if (printed.text == (form_.total ? by_total : own)) {
        if (scored && own != printed.text) {
            Finding& found = add("grade-mismatch", Severity::note, place,
                                 say::grade_of_total(printed.text, recomputed, own));
            found.expected = own;
            found.found = printed.text;
        }
        return;
    }
    if (scored && own == printed.text && prints(exact_.sheet->total.value(), *form_.total)) {
        return; // the total is printed with fewer places than the grade was told by
    }
    const std::string expected = form_.total ? by_total : own;
    Finding& found =
        add("grade-mismatch", Severity::error, place,
            say::wrong_grade(printed.text, form_.total ? form_.total->text : recomputed, expected));
    found.expected = expected;
    found.found = printed.text;
}

/// Leaves whose filters left out records that lack what is asked of them.
void Checks::check_left_out() {
    for (const auto& [number, result] : exact_.leaves) {
        if (exact_.leaves_out(number)) {
            add("field-absent-in-filter", Severity::note, exact_.first_read(number),
                say::left_out(result.leaf->name));
        }
    }
}

/// Scores that the form prints at two places, and rows that it lists twice.
void Checks::check_twice() {
    std::map<std::string, std::size_t> rows; ///< by all that they print
    for (const Item& item : exact_.sheet->items) {
        const Printed* const own = exact_.printed(item);
        for (const std::string& key : {item.id, item.name}) {
            const auto other = form_.scores.find(key);
            const bool by_name = key != item.id;
            if (own == nullptr || other == form_.scores.end() || &other->second == own ||
                (by_name && (exact_.is_id(key) || exact_.is_ambiguous(key)))) {
                continue;
            }
            compared(other->second);
            if (Ratio{other->second.value} != Ratio{own->value}) {
                add("printed-twice", Severity::error, other->second, Ratio{own->value},
                    say::printed_twice(item.name.empty() ? item.id : item.name, other->second.text,
                                       own->text));
            }
        }
        if (item.kind != ItemKind::row || item.name.empty()) {
            continue;
        }
        const FormRow& row = exact_.row_of(item);
        const TargetRow& target = exact_.target_of(item);
        std::string key = target.name + '\n' + target.block + '\n' + target.unit + '\n';
        const auto append = [&key](const std::optional<json::Json>& json) {
            key.append(json ? json->text() : std::string_view{}) += '\n';
        };
        append(row.target);
        append(row.actual);
        key += std::to_string(item.indicator) + '\n' + target.actual_text + '\n' +
               target.points.value_or(Decimal{}).to_string();
        const bool says_something = row.actual || !target.actual_text.empty();
        if (says_something && !rows.emplace(std::move(key), item.indicator).second) {
            add("printed-twice", Severity::warning, row.place, say::row_twice(item.name));
        }
    }
}

/// Keys beside "total" and "parts" of a sum of sources that are nearly one of them: what stands
/// there is in no sum. Other keys may be of use to others.
void Checks::check_source_keys(json::Json data) {
    constexpr std::array<std::string_view, 2> known{"total", "parts"};
    const auto sources = data.find("sources");
    if (!sources || !sources->is(json::JsonKind::object)) {
        return;
    }
    for (const json::Json sum : sources->children()) {
        if (!sum.is(json::JsonKind::object) || json::is_ignored_key(sum.key())) {
            continue;
        }
        for (const json::Json member : sum.children()) {
            const bool is_known =
                std::find(known.begin(), known.end(), member.key()) != known.end();
            const std::string meant = is_known ? std::string{} : text::nearest(member.key(), known);
            if (!meant.empty()) {
                add("unknown-key", Severity::error, member,
                    say::key_misspelt(text::shortened(member.key()), meant))
                    .expected = meant;
            }
        }
    }
}

/// Amounts in `data` that are marked as a whole and its parts, such as the sources of funds.
void Checks::check_sources() {
    const auto data = form_.facts.json.root().find("data");
    if (!data || !data->is(json::JsonKind::object)) {
        return;
    }
    check_source_keys(*data);
    const text::Speech words{rubric_.rubric.language};
    reconcile::FigureNames names;
    names.add_inputs(rubric_.inputs);
    for (const reconcile::CheckedSum& sum : reconcile::checked_sums(*data, limits_, words, names)) {
        if (sum.result == reconcile::CheckedSum::Result::holds) {
            ledger.compared(sum.total.offset());
        } else if (sum.result == reconcile::CheckedSum::Result::differs) {
            const Finding& told = sum.mismatch.finding;
            Finding& found = add(told.code, told.severity, sum.total, {});
            found.message = told.message;
            found.expected = told.expected;
            found.found = told.found;
        } else {
            leave(Printed{Decimal{}, false, sum.total, std::string{sum.total.text()}}, sum.path,
                  say::why_no_parts);
        }
    }
}

} // namespace heng::detail::audit
