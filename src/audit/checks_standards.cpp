// SPDX-License-Identifier: Apache-2.0
//
// One fact that two places score by different standards: a rate that is in full against a low
// target, and costs points in the indicator that is about it.
//
// What is the same fact is not proven by its number alone, so the names must share a word: two
// characters side by side, or six letters. Of a name the first thousand characters are looked at.
#include "audit/checks.hpp"
#include "base/text/utf8.hpp"

#include <heng/budget/money.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace heng::detail::audit {
namespace {

/// Two characters, or six from a letter of ASCII on, in the 21 bits that each has.
using Word = std::array<std::uint64_t, 2>;

/// The words of a name, sorted; of characters that are no ASCII, so many make one.
std::vector<Word> words_of(std::string_view name, std::size_t characters = 2) {
    constexpr std::size_t most_points = 1'000;
    constexpr char32_t ascii = 0x80;
    constexpr std::size_t half = 3;
    constexpr unsigned bits = 21;
    std::vector<char32_t> points;
    for (std::size_t at = 0; at < name.size() && points.size() < most_points;) {
        const text::CodePoint point = text::decode(name, at);
        points.push_back(point.value);
        at += point.length;
    }
    std::vector<Word> words;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const std::size_t length = points[i] < ascii ? 2 * half : characters;
        if (i + length > points.size()) {
            continue;
        }
        Word word{};
        for (std::size_t k = 0; k < length; ++k) {
            word[k / half] = (word[k / half] << bits) | points[i + k];
        }
        words.push_back(word);
    }
    std::sort(words.begin(), words.end());
    return words;
}

/// Whether one of the words is in both.
bool share_a_word(const std::vector<Word>& a, const std::vector<Word>& b) {
    for (auto first = a.begin(), second = b.begin(); first != a.end() && second != b.end();) {
        if (*first == *second) {
            return true;
        }
        *first < *second ? ++first : ++second;
    }
    return false;
}

Ratio yuan_in(MoneyUnit unit) {
    return Ratio{heng::detail::yuan_in_unit[static_cast<std::size_t>(unit)]};
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

/// The leaves that lost points, by what they measured.
class LostLeaves {
  public:
    void add(const Item& item, const Ratio& measure) {
        leaves_.push_back({&item, measure, words_of(item.name)});
    }

    /// To be called after the last add().
    void sort() {
        std::stable_sort(leaves_.begin(), leaves_.end(),
                         [](const Leaf& a, const Leaf& b) { return a.measure < b.measure; });
    }

    /// Those that are about a fact with this name and this number, which has so many places; in the
    /// order of the sheet.
    [[nodiscard]] std::vector<const Item*> find(std::string_view name, const Ratio& number,
                                                int places) {
        const Ratio half = power(Ratio{1, 10}, places) / Ratio{2};
        const auto below = [](const Leaf& leaf, const Ratio& value) {
            return leaf.measure < value;
        };
        auto leaf = std::lower_bound(leaves_.begin(), leaves_.end(), number - half, below);
        std::vector<const Item*> found;
        if (leaf == leaves_.end() || leaf->measure > number + half) {
            return found;
        }
        const std::vector<Word> words = words_of(name);
        for (; leaf != leaves_.end() && leaf->measure <= number + half && left_ > 0; ++leaf) {
            left_ -= static_cast<std::int64_t>(words.size() + leaf->words.size() + 1);
            const bool same =
                leaf->measure == number || Ratio{leaf->measure.rounded(places)} == number;
            if (same && share_a_word(words, leaf->words)) {
                found.push_back(leaf->item);
            }
        }
        std::sort(found.begin(), found.end());
        return found;
    }

  private:
    struct Leaf {
        const Item* item;
        Ratio measure;
        std::vector<Word> words;
    };

    std::vector<Leaf> leaves_{};
    std::int64_t left_ = 500'000'000; ///< words to compare; nobody's form has so many alike
};

void Checks::check_standards() {
    const std::vector<Item>& items = exact_.sheet->items;
    LostLeaves leaves;
    std::map<std::string, std::size_t> missed_rows; ///< by what they measured
    const auto measured = [&](const Item& row) {
        const TargetRow& target = exact_.target_of(row);
        return target.name + '\n' + target.unit + '\n' +
               std::to_string(static_cast<int>(target.numbers.direction)) + '\n' +
               target.numbers.actual.to_string();
    };
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto measure = items[i].kind == ItemKind::leaf && exact_.known[i]
                                 ? measure_of(items[i].indicator)
                                 : std::nullopt;
        if (measure && items[i].score < items[i].points) {
            leaves.add(items[i], *measure);
        } else if (is_compared(items[i]) && !completion(exact_.target_of(items[i]).numbers).met) {
            missed_rows.emplace(measured(items[i]), i);
        }
    }
    leaves.sort();
    for (const Item& row : items) {
        if (!is_compared(row) || !completion(exact_.target_of(row).numbers).met) {
            continue;
        }
        check_row_against_leaves(row, leaves);
        if (const auto other = missed_rows.find(measured(row)); other != missed_rows.end()) {
            const TargetRow& target = exact_.target_of(row);
            add("same-fact-two-standards", Severity::warning, exact_.row_of(row).place,
                say::two_standards(row.name, target.actual_text, target.target_text,
                                   items[other->second].name));
        }
    }
}

/// A row with a name, whose numbers are compared; days are none.
bool Checks::is_compared(const Item& item) const {
    return item.kind == ItemKind::row && !item.name.empty() &&
           exact_.row_of(item).judged == Judged::by_numbers &&
           exact_.target_of(item).numbers.rule.kind != RowRule::Kind::date;
}

void Checks::check_row_against_leaves(const Item& row, LostLeaves& leaves) {
    const Target& numbers = exact_.target_of(row).numbers;
    if (numbers.target >= Ratio{1} || numbers.direction == Direction::at_most) {
        return;
    }
    const std::string& actual = exact_.target_of(row).actual_text;
    const int places = std::max(2, places_of(actual));
    for (const Item* const leaf : leaves.find(row.name, numbers.actual, places)) {
        add("same-fact-two-standards", Severity::warning, exact_.row_of(row).place,
            say::two_standards(row.name, actual, exact_.target_of(row).target_text, leaf->name));
    }
}

/// A row whose target and actual value are the amounts that a leaf is scored by: two figures that
/// differ, so that it is no accident.
void Checks::check_fact_twice() {
    const std::vector<Item>& items = exact_.sheet->items;
    std::map<Ratio, std::set<std::size_t>> leaves; ///< items by the amounts they read
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].kind == ItemKind::leaf && measure_of(items[i].indicator)) {
            for (const Ratio& amount : exact_.amounts_of(items[i].indicator)) {
                leaves[amount].insert(i);
            }
        }
    }
    for (const Item& row : items) {
        if (leaves.empty() || !is_compared(row)) {
            continue;
        }
        const TargetRow& target = exact_.target_of(row);
        const auto unit = money_unit_from(target.unit);
        if (unit ? !rubric_.unit : !target.unit.empty()) {
            continue;
        }
        const Ratio by = unit ? yuan_in(*unit) / yuan_in(*rubric_.unit) : Ratio{1};
        const auto actual = leaves.find(target.numbers.actual * by);
        const auto wanted = leaves.find(target.numbers.target * by);
        if (actual == leaves.end() || wanted == leaves.end() || actual == wanted) {
            continue;
        }
        for (const std::size_t leaf : actual->second) {
            if (wanted->second.count(leaf) != 0) {
                add("same-fact-two-standards", Severity::warning, exact_.row_of(row).place,
                    say::fact_twice(row.name, target.actual_text, target.target_text,
                                    items[leaf].name));
                break;
            }
        }
    }
}

/// Rows that report one number against two targets, and whose names share four characters.
void Checks::check_two_targets() {
    constexpr std::size_t most_alike = 50;
    std::map<Ratio, std::vector<const Item*>> rows;
    for (const Item& row : exact_.sheet->items) {
        if (!is_compared(row)) {
            continue;
        }
        const Ratio& actual = exact_.target_of(row).numbers.actual;
        const bool percent = exact_.target_of(row).actual_text.find('%') != std::string::npos;
        if (!percent && actual >= Ratio{10} && actual != Ratio{100}) {
            rows[actual].push_back(&row);
        }
    }
    for (const auto& [actual, alike] : rows) {
        for (std::size_t i = 1; i < alike.size() && i < most_alike; ++i) {
            for (std::size_t k = 0; k < i; ++k) {
                tell_two_targets(*alike[k], *alike[i]);
            }
        }
    }
}

void Checks::tell_two_targets(const Item& first, const Item& second) {
    const TargetRow& a = exact_.target_of(first);
    const TargetRow& b = exact_.target_of(second);
    const bool one_unit = a.unit.find(b.unit) == 0 || b.unit.find(a.unit) == 0;
    if (a.name == b.name || !one_unit || a.numbers.target == b.numbers.target ||
        a.numbers.direction != b.numbers.direction ||
        !share_a_word(words_of(a.name, 4), words_of(b.name, 4))) {
        return;
    }
    add("same-fact-two-standards", Severity::note, exact_.row_of(second).place,
        say::two_targets(first.name, a.actual_text, a.target_text, second.name, b.target_text));
}

} // namespace heng::detail::audit
