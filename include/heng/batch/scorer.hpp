// SPDX-License-Identifier: Apache-2.0
//
// One rubric, one document after the other: the total, and nothing written.
//
//     Scorer scorer{heng::builtin("hunan-unit-2018").value()};
//     const Result<Total> total = scorer.score(R"({"heng": "facts/1", "data": {…}})");
//     // {9425, 2, 0}: 94.25 points, the first grade
//
// Documents that are plain (numbers of up to 15 digits, no list, no assessed score) go straight
// from text to the rubric's flat code, without an object and without an allocation; every other
// one goes through Facts::parse and score, with the same total and the same error. The result does
// not show which way was taken.
#pragma once

#include <heng/document/call.hpp>
#include <heng/document/rubric_document.hpp>
#include <heng/limits.hpp>
#include <heng/result.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace heng {

/// The total of a document: total × 10^-places points.
struct Total {
    std::int64_t total = 0;
    int places = 0;
    std::int32_t grade = -1; ///< index into Rubric::grades; -1: none
};

/// The value of an input that is handed over without JSON.
struct Cell {
    enum class Kind : std::uint8_t {
        absent,
        number,  ///< value × 10^-scale, of number, money (in the rubric's unit), percent and count
        boolean, ///< value is 0 or 1
        days,    ///< value is the days from 1970-01-01 to a date
        text,    ///< as documents have it: "522688.65", "96.6%", "2024-01-31"
        list,    ///< the JSON text of a list
    };

    Kind kind = Kind::absent;
    int scale = 0; ///< 0 … 18
    std::int64_t value = 0;
    std::string_view text{};
};

/// How a scorer scores.
struct ScorerOptions {
    CallOptions call{}; ///< of each document
    Limits limits{};    ///< of each document
    /// Decimal places of totals and items, 0 … 9; the rubric's if empty.
    std::optional<int> places{};
};

namespace detail::batch {
class OneScorer;
}

/// A rubric made ready for one document after the other. One thread at a time may use it.
class Scorer {
  public:
    /// Prepares the rubric. Precondition: the places are 0 … 9. Linear in the rubric.
    explicit Scorer(RubricDocument rubric, ScorerOptions options = {});
    Scorer(Scorer&&) noexcept;
    Scorer& operator=(Scorer&&) noexcept;
    ~Scorer();

    /// Scores a facts/1 document. Errors: those of Facts::parse and score; `score.places`
    /// (Status::limit_exceeded) if the total has more places than were asked for. O(text + cost of
    /// the rubric).
    [[nodiscard]] Result<Total> score(std::string_view facts);

    /// Scores values, one for each input in the rubric's order; inputs past the last are absent.
    /// Errors: the same, and `batch.input` for a cell of a kind that its input does not take,
    /// `batch.scale`, `batch.size` for more cells than inputs.
    [[nodiscard]] Result<Total> score(std::span<const Cell> values);

    /// Returns the scores of the last document's indicators, parents first, in 10^-places points;
    /// no_score (columns.hpp) for one that has more places. Empty if it failed. They live until
    /// the next call.
    [[nodiscard]] std::span<const std::int64_t> items() const;

    /// Returns whether plain documents run as flat code.
    [[nodiscard]] bool is_fast() const;
    [[nodiscard]] const RubricDocument& rubric() const;
    /// Returns how many cells can be given: one for each input of the rubric.
    [[nodiscard]] std::size_t most_cells() const;

  private:
    std::unique_ptr<detail::batch::OneScorer> one_;
};

} // namespace heng
