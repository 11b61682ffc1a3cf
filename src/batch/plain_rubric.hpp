// SPDX-License-Identifier: Apache-2.0
//
// A rubric made ready to score plain documents one by one, from any number of threads.
//
//     const PlainRubric plain{rubric};
//     if (const auto score = plain.score(text)) {        // else Facts::parse is to say what it is
//         plain.total_text(*score);                      // "94.25"
//     }
#pragma once

#include "base/threads.hpp"
#include "batch/kernel/kernel.hpp"

#include <heng/document/rubric_document.hpp>
#include <heng/number/points.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace heng::detail::batch {

class PlainScorer;

/// The result of a plain document.
struct PlainScore {
    std::int64_t total = 0;           ///< in units of the kernel, or no_units
    std::int32_t grade = -1;          ///< an index of Rubric::grades; -1 is none
    std::size_t items = 0;            ///< of the sheet
    std::optional<Points> fraction{}; ///< the total, where it has no_units
};

/// Compiles the rubric for the kernel when the first document comes, and keeps what documents are
/// scored in, one for each thread that scores at the same time.
class PlainRubric {
  public:
    /// Constant.
    explicit PlainRubric(RubricDocument rubric);
    PlainRubric(const PlainRubric&) = delete;
    PlainRubric& operator=(const PlainRubric&) = delete;
    ~PlainRubric();

    [[nodiscard]] const RubricDocument& rubric() const { return rubric_; }

    /// Scores a facts/1 text of at most Limits{}.bytes. Empty unless Facts::parse and the engine
    /// surely find no mistake in it. O(text + steps of the kernel); the first time linear in the
    /// rubric. Throws std::bad_alloc.
    [[nodiscard]] std::optional<PlainScore> score(std::string_view text) const;

    /// The words of this score's sheet: ScoreSheet::total_text(), rate() and grade.
    [[nodiscard]] std::string total_text(const PlainScore& score) const;
    [[nodiscard]] std::string rate_text(const PlainScore& score) const;
    [[nodiscard]] const char* grade_text(const PlainScore& score) const;

  private:
    struct Kept;
    class Borrowed;

    [[nodiscard]] Points points_of(const PlainScore& score) const;

    [[nodiscard]] std::unique_ptr<Kept> take() const;
    void give_back(std::unique_ptr<Kept> kept) const;

    RubricDocument rubric_;
    mutable base::Mutex mutex_{};
    mutable bool compiled_ = false;
    mutable std::unique_ptr<const kernel::Kernel> kernel_{}; ///< none: nothing of it is plain
    mutable std::unique_ptr<Kept> kept_{};
    mutable std::size_t count_ = 0; ///< of those kept
};

} // namespace heng::detail::batch
