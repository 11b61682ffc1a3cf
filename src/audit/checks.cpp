// SPDX-License-Identifier: Apache-2.0
//
// The order of the checks, and what they share.
#include "audit/checks.hpp"

#include <heng/number/percent.hpp>

#include <algorithm>
#include <utility>

namespace heng::detail::audit {

void Checks::run() {
    any_reason_ = std::any_of(form_.rows.begin(), form_.rows.end(),
                              [](const FormRow& row) { return row.has_reason; });
    check_weights();
    check_total();
    check_zero_denominators();
    if (exact_.sheet) {
        check_names();
        for (std::size_t i = 0; i < exact_.sheet->items.size(); ++i) {
            const Item& item = exact_.sheet->items[i];
            if (item.kind == ItemKind::row && exact_.known[i]) {
                check_divisor(item);
            }
            const Printed* const printed = exact_.printed(item);
            if (printed == nullptr) {
                continue;
            }
            const std::string& name = item.name.empty() ? item.id : item.name;
            const Compared at{item, i, *printed, Ratio{printed->value}, item.points.value(), name};
            if (item.kind == ItemKind::row) {
                check_row(at);
            } else {
                check_node(at);
            }
        }
        tell_reasons();
        check_breakdowns();
        check_points();
        check_rates();
        check_standards();
        check_fact_twice();
        check_two_targets();
        check_twice();
    } else {
        for (const auto* const group : {&form_.scores, &form_.rates}) {
            for (const auto& [name, printed] : *group) {
                leave(printed, name, say::why_no_data);
            }
        }
    }
    check_grade();
    check_sources();
    check_left_out();
    check_anything();
}

/// Says so where the form prints nothing that could be checked.
void Checks::check_anything() {
    const bool rows = std::any_of(form_.rows.begin(), form_.rows.end(),
                                  [](const FormRow& row) { return row.published.has_value(); });
    if (!rows && form_.scores.empty() && form_.rates.empty() && !form_.total && !form_.grade) {
        add("not-checked", Severity::note, form_.facts.json.root(), say::nothing_printed);
    }
}

Finding& Checks::add(std::string_view code, Severity severity, json::Json where,
                     const text::Words& words) {
    constexpr std::size_t most = 500; // nobody reads more
    if (severity != Severity::note) {
        ledger.wrong(where.offset());
    }
    if (findings.size() >= most) {
        return beyond_ = Finding{};
    }
    findings.push_back(
        finding(code, severity, where, text::spoken(words, rubric_.rubric.language)));
    return findings.back();
}

Finding& Checks::add(std::string_view code, Severity severity, const Printed& printed,
                     const Ratio& expected, const text::Words& words) {
    Finding& found = add(code, severity, printed.place, words);
    found.expected = shown(expected);
    found.found = printed.text;
    return found;
}

void Checks::leave(const Printed& printed, const std::string& name, const text::Words& why) {
    ledger.left(printed.place.offset(), name);
    add("not-checked", Severity::note, printed.place, say::not_checked(name, printed.text, why));
}

bool Checks::prints(const Ratio& value, const Printed& printed) const {
    if (prints_so(value, printed.value, scale())) {
        return true;
    }
    const Rounding mode = rubric_.rubric.rounding.mode;
    const int places = printed.value.scale();
    const auto is = [&](int to) {
        return Ratio{value.rounded(to, mode)} == Ratio{printed.value};
    };
    return is(scale()) || (places > 0 && is(places));
}

bool Checks::is_right(const Item& item, const Printed& printed) const {
    return prints(item.exact.value(), printed) || prints(item.score.value(), printed);
}

bool Checks::is_full(const Compared& at) const {
    return prints(at.points, at.printed);
}

/// More than the points, and not because rows that the rubric rounds up add up to more.
bool Checks::is_above(const Compared& at) const {
    const bool by_rule = exact_.known[at.index] && is_right(at.item, at.printed);
    return at.score > at.most() && !is_full(at) && !by_rule;
}

text::Words Checks::how(const Compared& at, const Ratio& exact,
                        const std::optional<Ratio>& rate) const {
    if (is_swapped(exact, at.printed.value, scale())) {
        return say::how_swapped;
    }
    if (is_full(at) && exact < at.points) {
        return say::how_full;
    }
    if (rate && rate->sign() > 0) {
        const Ratio uncapped = at.points * *rate;
        if (*rate > Ratio{1} && prints(uncapped, at.printed)) {
            return say::how_uncapped(shown(at.points), Percent::of(*rate).to_string(2),
                                     shown(uncapped));
        }
        if (*rate < Ratio{1} && prints(uncapped * *rate, at.printed)) {
            return say::how_twice;
        }
    }
    if (at.score + at.score == at.points) {
        return say::how_half;
    }
    if (at.printed.value.scale() == 0 && Ratio{exact.rounded(0)} == at.score) {
        return say::how_whole;
    }
    if (at.score.sign() > 0 && at.points < full_marks() && full_marks().sign() > 0 &&
        prints(exact * at.points / full_marks(), at.printed)) {
        return say::how_weight_twice;
    }
    return {};
}

} // namespace heng::detail::audit
