// SPDX-License-Identifier: Apache-2.0
//
// The lists of a block of documents: for each input that is a list, the elements of all rows one
// after the other, and where those of each row end.
//
//     ListRows& targets = rows.list(slot);
//     targets.begin(row);                                  // what the row had of it is forgotten
//     targets.add_target() = {.target = 100, .actual = 98, …};
//     const std::size_t element = contracts.add();         // of a list of other records
//     contracts.set(field, element, 1, 0);
//
// Elements have the forms of slots (facts.hpp): numbers are coefficients with a scale of their own,
// booleans 0 or 1, dates days, texts indices of FactsLayout::texts. What is absent has no value.
#pragma once

#include <heng/rule/targets.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace heng::detail::kernel {

/// Rows that are scored together: so many that what a step costs is spread over them, so few that
/// their facts stay in the nearest caches.
inline constexpr std::size_t most_rows = 128;

/// The most decimal places of a column.
inline constexpr int most_places = 18;

/// The scale of a number that a record does not give.
inline constexpr std::int8_t no_number = -1;

/// A target record, checked as the engine checks it without a rubric: its direction takes its rule,
/// and its rate lies in its level's range in one of the dialects. Each number is a coefficient ×
/// 10^-scale; a percentage has two places more. Of a rule by date target and actual are days.
struct TargetFact {
    std::int64_t target = 0; ///< 0 where direction is level
    std::int64_t actual = 0; ///< the same
    std::int64_t points = 0;
    std::int64_t rate = 0; ///< used where direction is level
    std::int8_t target_scale = 0;
    std::int8_t actual_scale = 0;
    std::int8_t points_scale = no_number;
    std::int8_t rate_scale = no_number;
    Direction direction = Direction::at_least;
    Level level = Level::met;
    RowRule::Kind rule = RowRule::Kind::ratio;
    std::uint32_t own = 0; ///< one more than its place in ListColumn::rules; 0: it has no numbers
    // texts, of which an absent one is ""
    std::uint32_t name = 0;
    std::uint32_t block = 0;
    std::uint32_t unit = 0;
    std::uint32_t reason = 0;
};

struct ListColumn;

/// One input in all rows of a block, or one field in all elements. It points to what others own.
struct Column {
    const std::int64_t* coefficients = nullptr; ///< one a row; nullptr: no row has the input
    const std::uint8_t* given = nullptr; ///< one a row, 0 where it is absent; nullptr: none is
    int scale = 0;                       ///< 0 … most_places
    const ListColumn* list = nullptr;    ///< of a list, which has no coefficients; `given` says
                                         ///< which rows have it. nullptr: no row has it
};

/// A list in all rows of a block. The elements of row i are [offsets[i], offsets[i + 1]).
struct ListColumn {
    const std::uint32_t* offsets = nullptr; ///< one more than rows
    const TargetFact* targets = nullptr;    ///< of a list of targets
    const RowRule* rules = nullptr;         ///< of targets whose `own` is not 0
    std::span<const Column> fields{};       ///< of other records, in the order of Input::of
};

/// The elements of one list that are set one by one. Grows as long as it must and keeps what it
/// has: nothing is allocated where a block has no more than those before it.
class ListRows {
  public:
    ListRows(bool of_targets, std::size_t fields);

    void clear();

    /// From here on elements are the row's, which had nothing or is begun again. Rows come in
    /// their order; one that is never begun has no elements.
    void begin(std::size_t row);

    /// Elements of all rows.
    [[nodiscard]] std::size_t size() const { return size_; }

    /// A target of the row that was begun last. The reference holds until the next is added.
    TargetFact& add_target() {
        if (size_ == targets_.size()) {
            grow();
        }
        return targets_[size_++] = TargetFact{};
    }
    /// Gives the value for TargetFact::own of a target with such numbers.
    [[nodiscard]] std::uint32_t add_rule(const RowRule& rule);

    /// An element of the row that was begun last, whose fields are all absent; its number.
    std::size_t add();
    [[nodiscard]] bool is_given(std::size_t field, std::size_t element) const {
        return fields_[field].marks[element] != 0;
    }
    /// The scale is in 0 … most_places.
    void set(std::size_t field, std::size_t element, std::int64_t coefficient, int scale) {
        fields_[field].coefficients[element] = coefficient;
        fields_[field].marks[element] = static_cast<std::uint8_t>(scale + 1);
    }

    /// All elements of the first `rows` rows. Where a number does not fit 64 bits at the greatest
    /// scale of its field, its row asks.
    [[nodiscard]] const ListColumn& column(std::span<std::uint8_t> asks);

  private:
    struct Field {
        std::vector<std::int64_t> coefficients{};
        std::vector<std::uint8_t> marks{}; ///< the scale + 1, 0 where it is absent
    };

    void grow();
    void align(std::size_t field, std::span<std::uint8_t> asks);

    std::array<std::uint32_t, most_rows + 1> offsets_{};
    std::size_t begun_ = 0; ///< rows, up to the last that was begun
    std::size_t size_ = 0;  ///< elements
    std::size_t room_ = 0;  ///< for elements
    std::vector<TargetFact> targets_;
    std::vector<RowRule> rules_;
    std::vector<Field> fields_;
    std::vector<Column> columns_;
    bool of_targets_;
    ListColumn column_{};
};

} // namespace heng::detail::kernel
