// SPDX-License-Identifier: Apache-2.0
//
// The known name nearest to one that is not known, for "did you mean …?".
//
//     text::Nearest nearest{"budget.anual"};
//     nearest.consider("budget.annual");
//     nearest.found()       // "budget.annual"
//
// Distance is the number of characters (code points) inserted, left out, replaced, or swapped with
// the next one; upper and lower case of A–Z count as the same. How much may differ grows with the
// name: nothing in one character, 1 in 2–5, 2 in 6–8, 3 in longer ones. A candidate costs about
// 7 steps a character, and most are refused by their length alone.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace heng::detail::text {

/// Optimal string alignment distance, exactly where it is at most `bound`, else bound + 1.
[[nodiscard]] std::size_t distance(std::u32string_view a, std::u32string_view b, std::size_t bound);

/// Keeps the nearest of the names it is shown.
class Nearest {
  public:
    explicit Nearest(std::string_view wanted);

    void consider(std::string_view candidate);

    /// The nearest so far, the first shown of equals; "" where none was near enough.
    [[nodiscard]] const std::string& found() const { return found_; }

  private:
    std::u32string wanted_;
    std::u32string candidate_; ///< kept for its memory
    std::size_t allowed_ = 0;  ///< what a candidate may differ in to be taken
    bool exhausted_ = true;    ///< nothing can be nearer than what was found
    std::string found_;
};

/// The nearest of `candidates` (a range of texts), or "".
template <class Candidates>
[[nodiscard]] std::string nearest(std::string_view wanted, const Candidates& candidates) {
    Nearest search{wanted};
    for (const auto& candidate : candidates) {
        search.consider(candidate);
    }
    return search.found();
}

} // namespace heng::detail::text
