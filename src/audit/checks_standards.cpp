// SPDX-License-Identifier: Apache-2.0
//
// One fact that two places score by different standards: a rate that is in full against a low
// target, and costs points in the indicator that is about it.
//
// What is the same fact is not proven by its number alone, so the names must share a word: two
// characters side by side, or six letters.
#include "audit/checks.hpp"
#include "text/utf8.hpp"

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
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].kind != ItemKind::row ||
            exact_.row_of(items[i]).judged != Judged::by_numbers ||
            !completion(exact_.target_of(items[i]).numbers).met) {
            continue;
        }
        for (std::size_t k = 0; k < items.size(); ++k) {
            if (items[k].kind == ItemKind::leaf && exact_.known[k]) {
                check_row_against_leaf(items[i], items[k]);
            } else if (items[k].kind == ItemKind::row && k != i) {
                check_row_against_row(items[i], items[k]);
            }
        }
    }
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

void Checks::check_row_against_row(const Item& full, const Item& other) {
    const TargetRow& first = exact_.target_of(full);
    const TargetRow& second = exact_.target_of(other);
    if (exact_.row_of(other).judged == Judged::by_numbers && !first.name.empty() &&
        first.name == second.name && first.unit == second.unit &&
        first.numbers.direction == second.numbers.direction &&
        first.numbers.actual == second.numbers.actual && !completion(second.numbers).met) {
        add("same-fact-two-standards", Severity::warning, exact_.row_of(full).place,
            two_standards(full.name, first.actual_text, first.target_text, other.name));
    }
}

} // namespace heng::form
