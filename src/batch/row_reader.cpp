// SPDX-License-Identifier: Apache-2.0
#include "batch/row_reader.hpp"
#include "document/input_value.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace heng::detail::batch {
namespace {

using json::PlainJson;
using json::PlainNumber;
using json::PlainString;

constexpr std::size_t records_a_row = 8; ///< cost as much as a target, as Facts::parse says
constexpr std::size_t most_elements = 1UL << 17U; ///< of one list in a block of rows

/// Facts::parse is to say that it looks like the print of a double.
bool may_be_printed_double(const PlainNumber& number) {
    constexpr std::int64_t sixteen_digits = 1'000'000'000'000'000;
    return number.coefficient >= sixteen_digits || number.coefficient <= -sixteen_digits;
}

bool fact(PlainJson& json, PlainNumber& number) {
    return json.number(number) && !may_be_printed_double(number);
}

/// As TargetWords has it.
template <class Enum>
constexpr std::uint8_t one_more(Enum word) {
    return static_cast<std::uint8_t>(static_cast<int>(word) + 1);
}

Decimal decimal_of(const PlainNumber& number) {
    return Decimal{number.coefficient, number.places};
}

} // namespace

RowReader::RowReader(const document::CompiledRubric& rubric, const kernel::FactsLayout& layout,
                     const Limits& limits)
    : rubric_(rubric),
      layout_(layout),
      most_records_(std::min(limits.rows, std::numeric_limits<std::size_t>::max() / 16)),
      no_text_(layout.texts.index_of("")),
      knows_texts_(layout.texts.size() > 0) {
    for (const document::Input& input : rubric.inputs) {
        fallbacks_.push_back(fallbacks_of(input));
    }
}

RowReader::Fallbacks RowReader::fallbacks_of(const document::Input& list) const {
    Fallbacks found;
    for (std::size_t field = 0; field < list.of.size(); ++field) {
        const feel::Value value = list.of[field].fallback.value_or(feel::Value{});
        if (value.is_boolean()) {
            found.fields.push_back({field, value.is_true() ? 1 : 0, 0});
        } else if (value.is_date()) {
            found.fields.push_back({field, value.date_days(), 0});
        } else if (value.is_text()) {
            found.fields.push_back({field, layout_.texts.index_of(value.text()), 0});
        } else if (value.is_number()) {
            const auto decimal = value.number().decimal_within(kernel::most_places);
            const auto units = decimal ? decimal->small_coefficient() : std::nullopt;
            found.fit = found.fit && units;
            found.fields.push_back({field, units.value_or(0), units ? decimal->scale() : 0});
        }
    }
    return found;
}

void RowReader::begin(const PlainRow& row) {
    rows_ = &row.rows;
    row_ = row.row;
    subject_ = &row.subject;
    row.subject = {};
    list_ = nullptr;
    all_targets_ = 0;
    all_records_ = 0;
    absent_fields_ = 0;
    in_record_ = false;
}

bool RowReader::read(PlainJson& json, const Leaf& leaf) {
    PlainNumber number;
    PlainString text;
    bool truth = false;
    switch (leaf.kind) {
    case LeafKind::target_figure:
        return read_figure(json, leaf);
    case LeafKind::target_text:
        if (!json.inside_string(text)) {
            return false;
        }
        take_target_text(text, leaf);
        return true;
    case LeafKind::target_number:
        return read_target_number(json, leaf, false);
    case LeafKind::target_percent:
        return read_target_number(json, leaf, true);
    case LeafKind::record:
        return close_record(leaf.slot);
    case LeafKind::list:
        return open_list(leaf.slot);
    case LeafKind::end:
        return json.ended();
    case LeafKind::number:
        return fact(json, number) && set(leaf, number, leaf.places);
    case LeafKind::score:
        return fact(json, number) && is_assessed(leaf.slot - layout_.inputs, number) &&
               set(leaf, number, 0);
    case LeafKind::count:
        return fact(json, number) && number.places == 0 && number.coefficient >= 0 &&
               set(leaf, number, 0);
    case LeafKind::percent:
        if (!fact(json, number)) {
            return false;
        }
        return json.take('%') ? set(leaf, number, 2)
                              : !is_large_share(number) && set(leaf, number, 0);
    case LeafKind::share:
        return fact(json, number) && !is_large_share(number) && set(leaf, number, 0);
    case LeafKind::boolean:
        return json.truth(truth) && set(leaf, {truth ? 1 : 0, 0}, 0);
    case LeafKind::day:
        return json.inside_string(text) && plain_day(decoded(text), number) && set(leaf, number, 0);
    case LeafKind::text:
        return json.inside_string(text) && set(leaf, {index_of(text), 0}, 0);
    case LeafKind::name:
        return json.inside_string(subject_->name);
    case LeafKind::year:
        return json.number(number) && set_year(number);
    case LeafKind::reason:
        return json.inside_string(text) && !text.text.empty();
    case LeafKind::unread_string:
        return json.inside_string(text);
    case LeafKind::unread_number:
        return json.number(number);
    case LeafKind::unread_word:
        break;
    }
    return json.sees('n') ? json.take("null") : json.truth(truth);
}

/// Of a record, or money in a larger unit than the rubric's.
bool RowReader::set_with_care(const Leaf& leaf, PlainNumber number, int places) {
    if (places < 0) {
        const std::int64_t power = detail::powers_of_ten_64[static_cast<unsigned>(-places)];
        if (__builtin_mul_overflow(number.coefficient, power, &number.coefficient)) {
            return false;
        }
        places = 0;
    }
    if (leaf.of_record) {
        list_->set(leaf.slot, element_, number.coefficient, places);
        return is_in_bounds(input_->of[leaf.slot], {number.coefficient, places});
    }
    rows_->set(leaf.slot, row_, number.coefficient, places);
    return true;
}

/// The kernel checks the bounds of inputs, and not those of a record's fields.
bool RowReader::is_in_bounds(const document::Input& field, const PlainNumber& number) {
    return (!field.minimum || decimal_of(number) >= *field.minimum) &&
           (!field.maximum || decimal_of(number) <= *field.maximum);
}

/// A band's range is known when it is scored.
bool RowReader::is_assessed(std::size_t leaf, const PlainNumber& number) const {
    const auto* const rule = std::get_if<Assessed>(&layout_.assessed[leaf]->rule);
    return rule == nullptr || score(*rule, decimal_of(number)).has_value();
}

std::string_view RowReader::decoded(const PlainString& text) {
    if (!text.escaped) {
        return text.text;
    }
    json::decode(text, decoded_);
    return decoded_;
}

std::uint32_t RowReader::index_of(const PlainString& text) {
    return knows_texts_ ? layout_.texts.index_of(decoded(text)) : no_text_;
}

// ---- lists

bool RowReader::open_list(std::size_t slot) {
    if (!rows_->has_lists()) {
        return false;
    }
    list_ = &rows_->begin_list(slot, row_);
    input_ = &rubric_.inputs[slot];
    records_ = 0;
    return true;
}

/// A record is begun again where its first value was another one than was thought.
bool RowReader::open_record() {
    if (in_record_) {
        return true;
    }
    in_record_ = true;
    std::size_t& all = input_->of_targets ? all_targets_ : all_records_;
    const std::size_t most = input_->of_targets ? most_records_ : records_a_row * most_records_;
    if (++records_ > most_records_ || ++all > most || list_->size() >= most_elements) {
        return false;
    }
    if (input_->of_targets) {
        target_.given = target_.percents = target_.days = target_.has_texts = 0;
        target_.texts.fill(no_text_);
        target_.counts_in_percent = false;
    } else {
        element_ = list_->add();
    }
    return true;
}

bool RowReader::close_record(std::uint32_t slot) {
    in_record_ = false;
    if (input_->of_targets) {
        return close_target(TargetWords::of(slot));
    }
    return slot == input_->of.size() || close_fields(slot);
}

/// A record that lacks some of its fields.
bool RowReader::close_fields(std::uint32_t given) {
    const auto& fallbacks = fallbacks_[static_cast<std::size_t>(input_ - rubric_.inputs.data())];
    for (const Fallback& each : fallbacks.fields) {
        if (!list_->is_given(each.field, element_)) {
            list_->set(each.field, element_, each.coefficient, each.scale);
        }
    }
    absent_fields_ += input_->of.size() - given;
    return fallbacks.fit && absent_fields_ <= document::most_absent_fields;
}

// ---- target records, as document/target_record.cpp and document/row_rule.cpp read them

/// What a text of a record is compared with, and whether a unit is that of percentages.
void RowReader::take_index(const PlainString& text, const Leaf& leaf) {
    const std::string_view written = decoded(text);
    if (leaf.slot == unit) {
        target_.counts_in_percent = written == "%" || written == "％";
    }
    if (knows_texts_) {
        target_.texts[leaf.slot] = layout_.texts.index_of(written);
    }
}

bool RowReader::read_target_number(PlainJson& json, const Leaf& leaf, bool percent) {
    PlainNumber& number = target_.numbers[leaf.slot];
    if (!fact(json, number)) {
        return false;
    }
    number.places += percent && json.take('%') ? 2 : 0;
    target_.given |= 1U << leaf.slot;
    return true;
}

/// A text that is no number and no day is sound where the direction is level.
bool RowReader::read_figure(PlainJson& json, const Leaf& leaf) {
    PlainNumber number;
    const std::uint32_t bit = 1U << leaf.slot;
    const char* const begin = json.at();
    if (json.number(number)) {
        const bool percent = json.take('%');
        if (json.sees('"') && !may_be_printed_double(number)) {
            number.places += percent ? 2 : 0;
            target_.numbers[leaf.slot] = number;
            target_.given |= bit;
            target_.percents |= percent ? bit : 0;
            return true;
        }
        json.go_to(begin);
    }
    PlainString text;
    if (!json.inside_string(text)) {
        return false;
    }
    if (plain_day(decoded(text), number)) {
        target_.numbers[leaf.slot] = number;
        target_.given |= bit;
        target_.days |= bit;
    }
    return true;
}

bool RowReader::close_target(TargetWords words) {
    constexpr std::uint32_t amounts = 1U << target | 1U << actual;
    constexpr std::uint32_t with_points = amounts | 1U << points;
    constexpr std::uint8_t by_level = one_more(Direction::level);
    // plain amounts by the plain rule, which most records have
    const bool plain = (target_.given & ~with_points) == 0 &&
                       (target_.given & amounts) == amounts && words.direction != 0 &&
                       words.direction < by_level && words.level + words.rule + words.part == 0 &&
                       target_.days == 0 && !target_.counts_in_percent &&
                       (target_.percents == 0 || target_.percents == amounts);
    const bool named = (target_.has_texts & 1U << name) != 0;
    const bool fine = !has(points) || target_.numbers[points].coefficient >= 0;
    if (!named || !fine || !(plain || takes(words))) {
        return false;
    }
    kernel::TargetFact& fact = list_->add_target();
    fact.direction = static_cast<Direction>(words.direction - 1);
    if (has(points)) {
        fact.points = target_.numbers[points].coefficient;
        fact.points_scale = static_cast<std::int8_t>(target_.numbers[points].places);
    }
    if (words.direction != by_level) {
        fact.target = target_.numbers[target].coefficient;
        fact.target_scale = static_cast<std::int8_t>(target_.numbers[target].places);
        fact.actual = target_.numbers[actual].coefficient;
        fact.actual_scale = static_cast<std::int8_t>(target_.numbers[actual].places);
    } else {
        fact.level = static_cast<Level>(words.level - 1);
        if (has(rate)) {
            fact.rate = target_.numbers[rate].coefficient;
            fact.rate_scale = static_cast<std::int8_t>(target_.numbers[rate].places);
        }
    }
    fact.name = target_.texts[name];
    fact.block = target_.texts[block];
    fact.unit = target_.texts[unit];
    fact.reason = target_.texts[reason];
    if (words.rule != 0 || has_rule_numbers(words)) {
        set_rule(words, fact);
    }
    return true;
}

bool RowReader::takes(TargetWords words) const {
    return words.direction != 0 && takes_rule(words) &&
           (words.direction == one_more(Direction::level) ? takes_level(words)
                                                          : takes_amounts(words));
}

/// Whether the rate lies in the level's range in one of the dialects.
bool RowReader::takes_level(TargetWords words) const {
    if (words.level == 0) {
        return false;
    }
    const auto level = static_cast<Level>(words.level - 1);
    const bool any_rate = words.rule == one_more(RowRule::Kind::all);
    if (!has(rate)) {
        return level == Level::met || any_rate;
    }
    const PlainNumber& given = target_.numbers[rate];
    const std::int64_t one = detail::powers_of_ten_64[static_cast<unsigned>(given.places)];
    const Int128 tenths = Int128{given.coefficient} * 10;
    switch (level) {
    case Level::met:
        return tenths >= Int128{one} * 8 && given.coefficient <= one;
    case Level::partly: // from 50 % in one dialect, from 60 % in the other
        return tenths >= Int128{one} * 5 && tenths < Int128{one} * 8;
    case Level::not_met:
        break;
    }
    return given.coefficient >= 0 && tenths < Int128{one} * 6;
}

/// Whether target and actual value can be compared, and nothing is to be noted of them.
bool RowReader::takes_amounts(TargetWords words) const {
    if (words.level != 0 || has(rate) || !has(target) || !has(actual)) {
        return false;
    }
    constexpr std::uint32_t both = 1U << target | 1U << actual;
    const bool by_date = words.rule == one_more(RowRule::Kind::date);
    if (by_date || (target_.days & both) != 0) {
        return by_date && (target_.days & both) == both;
    }
    const PlainNumber& wanted = target_.numbers[target];
    const PlainNumber& done = target_.numbers[actual];
    const bool wanted_in_percent = (target_.percents >> target & 1U) != 0;
    const bool done_in_percent = (target_.percents >> actual & 1U) != 0;
    if (wanted_in_percent != done_in_percent && wanted.coefficient != 0 && done.coefficient != 0) {
        return false;
    }
    const auto unlike = [](const PlainNumber& share, const PlainNumber& hundredths) {
        const auto one = [](const PlainNumber& number) {
            return detail::powers_of_ten_64[static_cast<unsigned>(number.places)];
        };
        return share.coefficient > 0 && share.coefficient <= one(share) &&
               hundredths.coefficient / 10 >= one(hundredths);
    };
    return !target_.counts_in_percent || wanted_in_percent ||
           !(unlike(done, wanted) || unlike(wanted, done));
}

/// Whether the rule of the record takes what it has, and its direction.
bool RowReader::takes_rule(TargetWords words) const {
    using Kind = RowRule::Kind;
    const Kind kind = words.rule == 0 ? Kind::ratio : static_cast<Kind>(words.rule - 1);
    const auto direction = static_cast<Direction>(words.direction - 1);
    const auto is_negative = [this](TargetNumber number) {
        return has(number) && target_.numbers[number].coefficient < 0;
    };
    if ((direction == Direction::level && kind != Kind::ratio && kind != Kind::all) ||
        (kind == Kind::date && direction != Direction::at_most) ||
        has(least) != (kind == Kind::pass) || (words.part != 0 && kind != Kind::per_point) ||
        (has(deduct) ? kind != Kind::per_point && kind != Kind::date : kind == Kind::per_point) ||
        is_negative(least) || is_negative(deduct) || is_negative(floor) || is_negative(cap)) {
        return false;
    }
    const PlainNumber& passing = target_.numbers[least];
    if (has(least) && decimal_of(passing) > Decimal{1}) {
        return false;
    }
    return !has(floor) || !has(cap) ||
           decimal_of(target_.numbers[floor]) <= decimal_of(target_.numbers[cap]);
}

/// Of a record whose rule takes what it has.
void RowReader::set_rule(TargetWords words, kernel::TargetFact& fact) {
    const auto given = [this](TargetNumber number) {
        return has(number) ? std::optional{decimal_of(target_.numbers[number])} : std::nullopt;
    };
    RowRule rule;
    rule.kind = words.rule == 0 ? rule.kind : static_cast<RowRule::Kind>(words.rule - 1);
    fact.rule = rule.kind;
    if (!has_rule_numbers(words)) {
        return;
    }
    rule.least = given(least).value_or(Decimal{});
    rule.deduct = given(deduct);
    rule.part = words.part == 0 ? rule.part : static_cast<StepPart>(words.part - 1);
    rule.floor = given(floor);
    rule.cap = given(cap);
    fact.own = list_->add_rule(rule);
}

} // namespace heng::detail::batch
