// SPDX-License-Identifier: Apache-2.0
//
// One fact that two places score by different standards: a rate that is in full against a low
// target, and costs points in the indicator that is about it.
//
// What is the same fact is not proven by its number alone, so the names must share a word: two
// characters side by side, or six letters.
#include "audit/checks.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

namespace heng::form {
namespace {

std::u32string code_points(std::string_view text) {
    std::u32string points;
    for (std::size_t at = 0; at < text.size();) {
        const text::CodePoint point = text::decode(text, at);
        points += point.value;
        at += point.length;
    }
    return points;
}

/// Whether both have the same two characters side by side, or six of the letters of ASCII.
bool share_a_word(std::string_view first, std::string_view second) {
    constexpr char32_t ascii = 0x80;
    const std::u32string a = code_points(first);
    const std::u32string b = code_points(second);
    for (std::size_t i = 0; i < a.size(); ++i) {
        const std::size_t length = a[i] < ascii ? 6 : 2;
        if (i + length <= a.size() && b.find(a.substr(i, length)) != std::u32string::npos) {
            return true;
        }
    }
    return false;
}

/// How many places a figure is printed with, as a share.
int places_of(std::string_view text) {
    const bool percent = text.ends_with('%');
    const std::size_t point = text.find('.');
    const auto printed = point == std::string_view::npos
                             ? std::size_t{0}
                             : text.size() - point - 1 - (percent ? 1 : 0);
    return static_cast<int>(printed) + (percent ? 2 : 0);
}

} // namespace

void Checks::check_standards() {
    const std::vector<Item>& items = exact_.sheet->items;
    std::vector<std::size_t> leaves;
    std::map<std::string, std::size_t> missed_rows; ///< by what they measured
    const auto measured = [&](const Item& row) {
        const TargetRow& target = exact_.target_of(row);
        return target.name + '\n' + target.unit + '\n' +
               std::to_string(static_cast<int>(target.numbers.direction)) + '\n' +
               target.numbers.actual.to_string();
    };
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].kind == ItemKind::leaf && exact_.known[i] && measure_of(items[i].indicator)) {
            leaves.push_back(i);
        } else if (is_compared(items[i]) && !completion(exact_.target_of(items[i]).numbers).met) {
            missed_rows.emplace(measured(items[i]), i);
        }
    }
    for (const Item& row : items) {
        if (!is_compared(row) || !completion(exact_.target_of(row).numbers).met) {
            continue;
        }
        for (const std::size_t leaf : leaves) {
            check_row_against_leaf(row, items[leaf]);
        }
        if (const auto other = missed_rows.find(measured(row)); other != missed_rows.end()) {
            const TargetRow& target = exact_.target_of(row);
            add("same-fact-two-standards", Severity::warning, exact_.row_of(row).place,
                two_standards(row.name, target.actual_text, target.target_text,
                              items[other->second].name));
        }
    }
}

/// A row with a name, whose numbers are compared.
bool Checks::is_compared(const Item& item) const {
    return item.kind == ItemKind::row && !item.name.empty() &&
           exact_.row_of(item).judged == Judged::by_numbers;
}

void Checks::check_row_against_leaf(const Item& row, const Item& leaf) {
    const auto measure = measure_of(leaf.indicator);
    const Target& numbers = exact_.target_of(row).numbers;
    const std::string& actual = exact_.target_of(row).actual_text;
    if (!measure || leaf.score >= leaf.points || numbers.target >= Ratio{1} ||
        numbers.direction == Direction::at_most || !share_a_word(row.name, leaf.name)) {
        return;
    }
    if (numbers.actual == *measure ||
        Ratio{measure->rounded(std::max(2, places_of(actual)))} == numbers.actual) {
        add("same-fact-two-standards", Severity::warning, exact_.row_of(row).place,
            two_standards(row.name, actual, exact_.target_of(row).target_text, leaf.name));
    }
}

} // namespace heng::form
