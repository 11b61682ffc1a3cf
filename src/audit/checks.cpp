// SPDX-License-Identifier: Apache-2.0
//
// The order of the checks, and what they share.
#include "audit/checks.hpp"

#include <utility>

namespace heng::form {

void Checks::run() {
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
        check_breakdowns();
        check_rates();
        check_standards();
    }
}

FormFinding& Checks::add(std::string_view code, Severity severity, document::Json where,
                         const text::Words& words) {
    constexpr std::size_t most = 500; // nobody reads more
    if (findings.size() >= most) {
        return beyond_ = FormFinding{};
    }
    findings.push_back(
        finding(code, severity, where, document::spoken(words, rubric_.rubric.language)));
    return findings.back();
}

FormFinding& Checks::add(std::string_view code, Severity severity, const Printed& printed,
                         const Ratio& expected, const text::Words& words) {
    FormFinding& found = add(code, severity, printed.place, words);
    found.expected = shown(expected);
    found.found = printed.text;
    return found;
}

bool Checks::is_right(const Item& item, const Printed& printed) const {
    return prints_so(item.exact.value(), printed.value, scale()) ||
           prints_so(item.score.value(), printed.value, scale());
}

bool Checks::is_full(const Compared& at) const {
    return prints_so(at.points, at.printed.value, scale());
}

/// More than the points, and not because rows that the rubric rounds up add up to more.
bool Checks::is_above(const Compared& at) const {
    const bool by_rule = exact_.known[at.index] && is_right(at.item, at.printed);
    return at.score > at.points && !is_full(at) && !by_rule;
}

text::Words Checks::how(const Compared& at, const Ratio& exact) const {
    if (is_swapped(exact, at.printed.value, scale())) {
        return how_swapped;
    }
    if (is_full(at) && exact < at.points) {
        return how_full;
    }
    if (at.score + at.score == at.points) {
        return how_half;
    }
    return {};
}

} // namespace heng::form
