// SPDX-License-Identifier: Apache-2.0
//
// The batch kernel: a rubric compiled to flat steps that score a block of documents at once, each
// step one pass over the rows.
//
//     const std::unique_ptr<const Kernel> kernel = Kernel::of(rubric.compiled());
//     if (kernel) {                                     // else: the engine scores all documents
//         Scores scores{*kernel};
//         kernel->score(rows.columns(), rows.asks(), scores);
//         scores.totals()[0];                           // 9425 is 94.25, where scale() is 2
//     }
//
// It is sure or it asks: a row in which anything is not plain (a fact is absent that some rule may
// read, a value is out of its input's range, a divisor is zero, 64 bits are not enough, a score has
// more places than scale()) gets asks[row] = 1, and nothing else of it may be used; the engine
// scores that row, and says what is wrong. So the kernel has no errors, and what it says is what
// the engine says, to the last place.
#pragma once

#include "batch/kernel/facts.hpp"
#include "batch/kernel/wide.hpp"
#include "document/compiled_rubric.hpp"

#include <heng/limits.hpp>
#include <heng/number/ratio.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace heng::detail::kernel {

class Kernel;
struct Lanes;
struct Program;

/// A register while a block is run: coefficients × 10^-scale, of magnitude <= 2^bits.
struct View {
    const std::int64_t* values = nullptr;
    int scale = 0;
    int bits = 0;
    bool negative = false; ///< whether one of them is below 0
    bool is_one = false;   ///< the constant 1
};

/// Stands for a score that is no whole number of 10^-scale() points, which is in `fractions`.
inline constexpr std::int64_t no_units = std::numeric_limits<std::int64_t>::min();

/// num ÷ den, not always in lowest terms.
struct ShortFraction {
    std::int64_t num = 0;
    std::int64_t den = 0;
};

/// The items below a targets leaf. Those of row i are the counts[i] from begins[i] on.
struct RowScores {
    std::array<std::uint32_t, most_rows> begins{};
    std::array<std::uint32_t, most_rows> counts{};
    std::vector<std::int64_t> units{}; ///< in 10^-scale() points, or no_units
    // of a leaf that may have those; else empty
    std::vector<ShortFraction> shorts{}; ///< in points, where den is not 0
    std::vector<Ratio> fractions{};      ///< else

    /// The points of a score that has no_units.
    [[nodiscard]] Ratio fraction(std::uint32_t at) const {
        return shorts[at].den != 0 ? Ratio{shorts[at].num, shorts[at].den} : fractions[at];
    }
};

/// The most items that a sheet may have whose facts are read within the limits.
[[nodiscard]] inline std::size_t most_items_of(const Limits& limits) {
    constexpr std::size_t most = std::numeric_limits<std::size_t>::max() / 16;
    return 2 * std::min(limits.rows, most);
}

/// What came of a block of rows; where asks[row] is 1, nothing.
struct Scores {
    /// Has room for so many rows. Precondition: room <= most_rows.
    explicit Scores(const Kernel& kernel, std::size_t room = most_rows);
    Scores(const Scores&) = delete; // views point into results
    Scores& operator=(const Scores&) = delete;
    Scores(Scores&&) = default;
    Scores& operator=(Scores&&) = default;
    ~Scores() = default;

    std::size_t stride;               ///< the rows that there is room for
    // in 10^-scale() points, or no_units
    std::vector<std::int64_t> items;  ///< [item × stride + row]
    std::vector<std::int64_t> totals; ///< [row]
    std::vector<std::int32_t> grades; ///< [row]: index into Rubric::grades; -1 is none
    std::vector<Ratio> fractions;     ///< [Item::fraction × stride + row], in points, where
    std::vector<std::uint32_t> wide;  ///< this is 0; else one more than its place in `wides`
    std::vector<Wide> wides;          ///< in points, in lowest terms
    std::vector<RowScores> rows;      ///< by Item::rows

    /// The points of Item::fraction, or of the total's.
    [[nodiscard]] Ratio fraction(std::uint32_t at, std::size_t row) const {
        const Wide* const other = wide_at(at, row);
        return other != nullptr ? other->ratio() : fractions[at * stride + row];
    }
    [[nodiscard]] const Wide* wide_at(std::uint32_t at, std::size_t row) const {
        const std::uint32_t place = wide[at * stride + row];
        return place == 0 ? nullptr : &wides[place - 1];
    }

    // set by who owns them: a row of more asks
    std::int64_t most_steps = 0;                ///< of the engine; 0: as many as a session may take
    std::size_t most_items = most_items_of({}); ///< of a sheet

    // working memory of Kernel::score
    std::vector<std::int64_t> play;
    std::vector<std::int64_t> results;
    std::vector<View> views;
    std::array<std::uint8_t, most_rows> asked{};
    const Lanes* lanes; ///< best_lanes(), if nobody sets others
};

class Kernel {
  public:
    /// Nothing, where the rubric has what the kernel does not do: most functions, constants that no
    /// power of ten makes whole, expressions that cost so much that the engine may refuse them. The
    /// rubric must outlive it. Linear in the rubric.
    [[nodiscard]] static std::unique_ptr<const Kernel> of(const document::CompiledRubric& rubric);

    explicit Kernel(Program program);
    Kernel(const Kernel&) = delete;
    Kernel& operator=(const Kernel&) = delete;
    ~Kernel();

    /// One item of the score sheet: a branch or a leaf, parents first, in the sheet's order.
    struct Item {
        const Indicator* indicator = nullptr;
        std::optional<int> scale{}; ///< of its score's text; none: the fewest places that it takes
        std::optional<std::uint32_t> fraction{}; ///< of an item that may have no_units
        std::optional<std::uint32_t> rows{};     ///< of a targets leaf
        std::optional<int> row_scale{};          ///< of its rows, as `scale`
    };

    /// Whether the engine surely takes no more than so many steps for a document; 0: any number.
    [[nodiscard]] bool is_within(std::int64_t most_steps) const;

    [[nodiscard]] std::span<const Item> items() const;
    /// Places of all scores: a whole number of 10^-scale() points.
    [[nodiscard]] int scale() const;
    /// Of the total's text, or the fewest places that it takes, where those are more.
    [[nodiscard]] int total_scale() const;
    /// As Item::fraction.
    [[nodiscard]] std::optional<std::uint32_t> total_fraction() const;

    /// Gives the layout of the facts.
    [[nodiscard]] const FactsLayout& layout() const;

    /// Scores asks.size() <= scores.stride rows. `facts` has a column for each slot of the
    /// layout; those of assessed scores may be left out. Rows that ask before it runs ask after it.
    /// O(steps × rows + elements); nothing is allocated but for rows below targets, where there are
    /// more than ever before, and for fractions that 128 bits do not hold.
    void score(std::span<const Column> facts, std::span<std::uint8_t> asks, Scores& scores) const;

    [[nodiscard]] const Program& program() const { return *program_; }

  private:
    std::unique_ptr<const Program> program_;
};

} // namespace heng::detail::kernel
