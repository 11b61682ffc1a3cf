// SPDX-License-Identifier: Apache-2.0
//
// Values that do not stand in a JSON text.
#include "base/json/advice.hpp"
#include "base/text/utf8_scan.hpp"
#include "batch/row_reader.hpp"
#include "document/row_rule.hpp"
#include "document/target_record.hpp"
#include "feel/calendar.hpp"

#include <optional>

namespace heng::detail::batch {
namespace {

using json::PlainNumber;

/// A number of so few digits that it fits 64 bits; its first and last character are digits.
bool read_plain(std::string_view text, PlainNumber& number) {
    const bool negative = text.starts_with('-');
    text.remove_prefix(negative ? 1 : 0);
    if (text.size() > PlainNumber::most_digits) {
        return false;
    }
    std::int64_t value = 0;
    std::size_t point = text.size();
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c >= '0' && c <= '9') {
            value = value * 10 + (c - '0');
        } else if (c == '.' && i > 0 && i + 1 < text.size() && point == text.size()) {
            point = i;
        } else {
            return false;
        }
    }
    number.coefficient = negative ? -value : value;
    number.places = point == text.size() ? 0 : static_cast<int>(text.size() - point - 1);
    return !text.empty();
}

/// The same, where "%" may follow.
bool read_share(std::string_view text, PlainNumber& number, bool& percent) {
    percent = text.ends_with('%');
    text.remove_suffix(percent ? 1 : 0);
    if (!read_plain(text, number)) {
        return false;
    }
    number.places += percent ? 2 : 0;
    return number.places <= kernel::most_places;
}

/// Whether a document can have the text.
bool is_sound(std::string_view text) {
    return text::is_surely_valid(text) && text.find('\0') == std::string_view::npos;
}

/// One more than the enumerator; 0: there is none.
template <class Enum>
std::uint8_t numbered(const std::optional<Enum>& found) {
    return found ? static_cast<std::uint8_t>(static_cast<int>(*found) + 1) : std::uint8_t{0};
}

} // namespace

bool plain_day(std::string_view text, PlainNumber& days) {
    const auto day = json::is_date(text) ? feel::parse_date(text) : std::nullopt;
    days = {day.value_or(0), 0};
    return day.has_value();
}

bool TargetWords::set(TargetWord word, std::string_view text) {
    switch (word) {
    case TargetWord::direction:
        direction = numbered(document::direction_from(text));
        return direction != 0;
    case TargetWord::level:
        level = numbered(document::level_from(text));
        return level != 0;
    case TargetWord::rule:
        rule = numbered(document::kind_from(text));
        return rule != 0;
    case TargetWord::part:
        break;
    }
    part = numbered(document::part_from(text));
    return part != 0;
}

bool RowReader::give(const Leaf& leaf, PlainNumber number) {
    switch (leaf.kind) {
    case LeafKind::boolean:
        return (number.coefficient == 0 || number.coefficient == 1) &&
               set(leaf, {number.coefficient, 0}, 0);
    case LeafKind::count:
        return number.coefficient >= 0 &&
               number.coefficient %
                       detail::powers_of_ten_64[static_cast<unsigned>(number.places)] ==
                   0 &&
               set(leaf, number, 0);
    case LeafKind::target_number:
    case LeafKind::target_percent:
    case LeafKind::target_figure:
        target_.numbers[leaf.slot] = number;
        target_.given |= 1U << leaf.slot;
        return true;
    default:
        return set(leaf, number, 0);
    }
}

bool RowReader::give(const Leaf& leaf, std::string_view text) {
    PlainNumber number;
    bool percent = false;
    switch (leaf.kind) {
    case LeafKind::number:
    case LeafKind::target_number:
        return read_plain(text, number) && give(leaf, number);
    case LeafKind::count:
        return read_plain(text, number) && number.places == 0 && give(leaf, number);
    case LeafKind::percent:
    case LeafKind::target_percent:
        return read_share(text, number, percent) && give(leaf, number);
    case LeafKind::day:
        return plain_day(text, number) && set(leaf, number, 0);
    case LeafKind::text:
        return is_sound(text) && set(leaf, {index_of({text}), 0}, 0);
    case LeafKind::target_text:
        take_target_text({text}, leaf);
        return is_sound(text);
    case LeafKind::target_figure:
        return give_figure(leaf, text);
    default:
        return false;
    }
}

bool RowReader::give_figure(const Leaf& leaf, std::string_view text) {
    const std::uint32_t bit = 1U << leaf.slot;
    PlainNumber number;
    bool percent = false;
    if (read_share(text, number, percent)) {
        target_.percents |= percent ? bit : 0U;
        return give(leaf, number);
    }
    if (plain_day(text, number)) {
        target_.days |= bit;
        return give(leaf, number);
    }
    return is_sound(text); // of no account where the direction is level
}

} // namespace heng::detail::batch
