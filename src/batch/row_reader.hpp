// SPDX-License-Identifier: Apache-2.0
//
// The values of a facts document, put into its row one after the other, whoever found them.
//
//     RowReader values{rubric.compiled(), layout, limits};
//     values.begin(row);
//     values.read(json, {LeafKind::count, false, 0, slot});         // 3 stands in the row's slot
//     values.open_list(slot) && values.open_record();
//     values.read(json, {LeafKind::target_text, true, 0, RowReader::name}) …
//     values.close_record(…);                    // a TargetFact, if the engine would take it
//
// Each call is sure or it is not, and then the document asks.
#pragma once

#include "base/json/plain.hpp"
#include "batch/kernel/facts.hpp"
#include "batch/kernel/layout.hpp"
#include "document/compiled_rubric.hpp"

#include <heng/limits.hpp>
#include <heng/number/checked.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heng::detail::batch {

/// Who the facts are about. `name` stands in the text that was read.
struct PlainSubject {
    json::PlainString name{};
    std::int64_t year = 0; ///< 0: the document gives none
};

/// Where the values of a document go.
struct PlainRow {
    kernel::FactRows& rows;
    std::size_t row;
    PlainSubject& subject;
};

enum class LeafKind : std::uint8_t {
    number,         ///< money too
    count,          ///< whole and not below zero
    percent,        ///< in a string, where "%" may follow
    share,          ///< a percentage as a JSON number
    year,           ///< of the subject: 1 … 9999
    target_number,  ///< of a target record: as a JSON number or in a string
    target_figure,  ///< the same: what the string holds, a number, where "%" may follow, a day or a
                    ///< text
    target_percent, ///< the same: in a string, where "%" may follow
    score,          ///< that a person gave
    boolean,
    day,           ///< what the string holds
    text,          ///< what the string holds
    name,          ///< of the subject: what the string holds
    reason,        ///< what the string holds, which is not empty
    unread_string, ///< what the string holds
    unread_number,
    unread_word, ///< true, false or null
    target_text, ///< of a target record: what the string holds
    // places in a document
    list,   ///< just behind "["
    record, ///< just behind "}"
    end,    ///< behind all of it
};

/// Whether it is mostly a short number.
[[nodiscard]] constexpr bool is_number(LeafKind kind) {
    return kind <= LeafKind::target_figure;
}

/// A value: what it is, and where it goes.
struct Leaf {
    LeafKind kind = LeafKind::unread_word;
    bool of_record = false; ///< of a record that is open, and not of the row itself
    std::int8_t places = 0; ///< to be added to a number's: those that its unit of money makes
    /// The slot, the field of a record, or a RowReader::TargetNumber or TargetText; of a record's
    /// end what RowReader::close_record takes.
    std::uint32_t slot = 0;

    friend bool operator==(const Leaf&, const Leaf&) = default;
};

enum class TargetWord : std::uint8_t { direction, level, rule, part };

/// The words of a target record, each one more than its enumerator; 0: it has none.
struct TargetWords {
    std::uint8_t direction = 0;
    std::uint8_t level = 0;
    std::uint8_t rule = 0;
    std::uint8_t part = 0;

    /// Gives the meaning of a text; false: it is no such word.
    [[nodiscard]] bool set(TargetWord word, std::string_view text);

    /// As Leaf::slot has them.
    [[nodiscard]] std::uint32_t packed() const {
        return direction | std::uint32_t{level} << 8U | std::uint32_t{rule} << 16U |
               std::uint32_t{part} << 24U;
    }
    [[nodiscard]] static TargetWords of(std::uint32_t packed) {
        const auto byte = [packed](unsigned at) {
            return static_cast<std::uint8_t>(packed >> at);
        };
        return {byte(0), byte(8), byte(16), byte(24)};
    }
};

/// The days from 1970-01-01 to a date, YYYY-MM-DD.
[[nodiscard]] bool plain_day(std::string_view text, json::PlainNumber& days);

/// For one thread. What it is made of outlives it.
class RowReader {
  public:
    enum TargetNumber : std::uint8_t { target, actual, points, rate, least, deduct, floor, cap };
    enum TargetText : std::uint8_t { name, block, unit, reason };

    RowReader(const document::CompiledRubric& rubric, const kernel::FactsLayout& layout,
              const Limits& limits);

    /// A new document, or the same once more: what it had is forgotten.
    void begin(const PlainRow& row);

    /// Reads the value that comes next; false: it is none, or not plain.
    [[nodiscard]] bool read(json::PlainJson& json, const Leaf& leaf);

    /// The same where the text before it is known, and where that of records is UTF-8.
    [[nodiscard]] bool read_known(json::PlainJson& json, const Leaf& leaf);

    /// The value of a column, where it has one: a number as it is, or a text that is not quoted.
    /// Nothing is noted of such values.
    [[nodiscard]] bool give(const Leaf& leaf, json::PlainNumber number);
    [[nodiscard]] bool give(const Leaf& leaf, std::string_view text);

    /// The list of a slot begins.
    [[nodiscard]] bool open_list(std::size_t slot);
    /// A record of it begins, unless one is open.
    [[nodiscard]] bool open_record();
    /// The record ends. `slot` is that of Leaf: TargetWords, or how many of its fields another
    /// record has.
    [[nodiscard]] bool close_record(std::uint32_t slot);

  private:
    /// What is known of a target record that is open.
    struct Target {
        std::array<json::PlainNumber, 8> numbers;
        std::array<std::uint32_t, 4> texts;
        std::uint32_t given;     ///< bits of numbers
        std::uint32_t percents;  ///< bits of numbers that are written with "%"
        std::uint32_t days;      ///< bits of numbers that are days
        std::uint32_t has_texts; ///< bits of texts
        bool counts_in_percent;  ///< by its unit
    };

    /// The worth of an absent field of a record.
    struct Fallback {
        std::size_t field;
        std::int64_t coefficient;
        int scale;
    };
    struct Fallbacks {
        std::vector<Fallback> fields{};
        bool fit = true; ///< 64 bits
    };

    static constexpr std::uint32_t rule_numbers =
        1U << least | 1U << deduct | 1U << floor | 1U << cap;

    [[nodiscard]] bool take_number(json::PlainJson& json, const Leaf& leaf,
                                   json::PlainNumber number);
    [[nodiscard]] static bool is_large_share(const json::PlainNumber& number);
    [[nodiscard]] bool set(const Leaf& leaf, const json::PlainNumber& number, int more);
    [[nodiscard]] bool set_year(const json::PlainNumber& number) {
        constexpr std::int64_t latest = 9'999;
        subject_->year = number.coefficient;
        return number.places == 0 && number.coefficient >= 1 && number.coefficient <= latest;
    }
    [[nodiscard]] bool give_figure(const Leaf& leaf, std::string_view text);
    [[nodiscard]] bool set_with_care(const Leaf& leaf, json::PlainNumber number, int places);
    [[nodiscard]] static bool is_in_bounds(const document::Input& field,
                                           const json::PlainNumber& number);
    [[nodiscard]] bool is_assessed(std::size_t leaf, const json::PlainNumber& number) const;
    [[nodiscard]] std::string_view decoded(const json::PlainString& text);
    [[nodiscard]] std::uint32_t index_of(const json::PlainString& text);

    [[nodiscard]] Fallbacks fallbacks_of(const document::Input& list) const;
    [[nodiscard]] bool close_fields(std::uint32_t given);
    void take_target_text(const json::PlainString& text, const Leaf& leaf);
    void take_index(const json::PlainString& text, const Leaf& leaf);
    [[nodiscard]] bool read_target_number(json::PlainJson& json, const Leaf& leaf, bool percent);
    [[nodiscard]] bool read_figure(json::PlainJson& json, const Leaf& leaf);
    [[nodiscard]] bool read_other(json::PlainJson& json, const Leaf& leaf);
    [[nodiscard]] bool close_target(TargetWords words);
    [[nodiscard]] bool takes(TargetWords words) const;
    [[nodiscard]] bool takes_level(TargetWords words) const;
    [[nodiscard]] bool takes_amounts(TargetWords words) const;
    [[nodiscard]] bool takes_rule(TargetWords words) const;
    void set_rule(TargetWords words, kernel::TargetFact& fact);
    [[nodiscard]] bool has_rule_numbers(TargetWords words) const {
        return words.part != 0 || (target_.given & rule_numbers) != 0;
    }
    [[nodiscard]] bool has(TargetNumber number) const {
        return (target_.given >> number & 1U) != 0;
    }

    const document::CompiledRubric& rubric_;
    const kernel::FactsLayout& layout_;
    std::size_t most_records_;         ///< in one list
    std::uint32_t no_text_;            ///< the index of ""
    bool knows_texts_;                 ///< the rubric compares texts
    std::vector<Fallbacks> fallbacks_; ///< by slot
    kernel::FactRows* rows_ = nullptr;
    std::size_t row_ = 0;
    PlainSubject* subject_ = nullptr;
    kernel::ListRows* list_ = nullptr;       ///< that is open
    const document::Input* input_ = nullptr; ///< whose list it is
    std::size_t records_ = 0;                ///< of the list
    std::size_t all_targets_ = 0;            ///< of the document, before this list
    std::size_t all_records_ = 0;            ///< the same, of other records
    std::size_t absent_fields_ = 0;          ///< of the document's records
    std::size_t element_ = 0;
    bool in_record_ = false;
    Target target_{};
    std::string decoded_; ///< the last text that had escapes
};

[[gnu::always_inline]] inline bool RowReader::read_known(json::PlainJson& json, const Leaf& leaf) {
    if (is_number(leaf.kind)) {
        json::PlainNumber number; // of fewer than 16 digits
        return json.short_number(number) ? take_number(json, leaf, number) : read_other(json, leaf);
    }
    json::PlainString text;
    switch (leaf.kind) {
    case LeafKind::target_text:
        if (!json.inside_valid_string(text)) {
            return false;
        }
        take_target_text(text, leaf);
        return true;
    case LeafKind::record:
        return close_record(leaf.slot);
    default:
        return read_other(json, leaf);
    }
}

/// Reads a number, or its beginning.
[[gnu::always_inline]] inline bool RowReader::take_number(json::PlainJson& json, const Leaf& leaf,
                                                          json::PlainNumber number) {
    const std::uint32_t bit = 1U << leaf.slot % 32U;
    switch (leaf.kind) {
    case LeafKind::target_figure: {
        const bool percent = json.take('%');
        number.places += percent ? 2 : 0;
        if (!json.sees('"')) {
            return false; // with care
        }
        target_.percents |= percent ? bit : 0U;
        break;
    }
    case LeafKind::target_number:
        break;
    case LeafKind::percent:
        return json.take('%') ? set(leaf, number, 2)
                              : !is_large_share(number) && set(leaf, number, 0);
    case LeafKind::share:
        return !is_large_share(number) && set(leaf, number, 0);
    case LeafKind::count:
        return number.places == 0 && number.coefficient >= 0 && set(leaf, number, 0);
    case LeafKind::year:
        return set_year(number);
    default:
        return set(leaf, number, leaf.places);
    }
    target_.numbers[leaf.slot] = number;
    target_.given |= bit;
    return true;
}

/// Facts::parse is to say that 60 is 6000 %.
inline bool RowReader::is_large_share(const json::PlainNumber& number) {
    const std::int64_t two = 2 * detail::powers_of_ten_64[static_cast<unsigned>(number.places)];
    return number.coefficient >= two || number.coefficient <= -two;
}

/// A number, `more` places further right than it is written.
[[gnu::always_inline]] inline bool RowReader::set(const Leaf& leaf, const json::PlainNumber& number,
                                                  int more) {
    const int places = number.places + more;
    if (places < 0 || leaf.of_record) {
        return set_with_care(leaf, number, places);
    }
    rows_->set(leaf.slot, row_, number.coefficient, places);
    return true;
}

/// Out of line: then where the text is read stays in registers.
inline bool RowReader::read_other(json::PlainJson& json, const Leaf& leaf) {
    json::PlainJson copy = json;
    const bool sure = read(copy, leaf);
    json.go_to(copy.at());
    return sure;
}

inline void RowReader::take_target_text(const json::PlainString& text, const Leaf& leaf) {
    target_.has_texts |= 1U << leaf.slot;
    if (leaf.slot == unit || knows_texts_) {
        take_index(text, leaf);
    }
}

} // namespace heng::detail::batch
