// SPDX-License-Identifier: Apache-2.0
//
// The facts behind heng_facts: those of a plain document are its text and its score, until
// something asks for more.
//
//     if (const auto score = plain->score(text)) {
//         GivenFacts facts{plain, *score, text, limits};   // Facts::parse finds no mistake in it
//         facts.read();                                    // what it makes of the text, made once
//     }
#pragma once

#include "batch/plain_rubric.hpp"
#include "lazy.hpp"

#include <heng/facts/facts.hpp>
#include <heng/limits.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace heng::capi {

using detail::batch::PlainRubric;
using detail::batch::PlainScore;

/// Any number of threads may use one at once.
class GivenFacts {
  public:
    explicit GivenFacts(Facts facts) : facts_(std::move(facts)) {}
    /// `text` was scored by `plain`, and is within the limits, which have the language of the facts
    /// where it is not the rubric's.
    GivenFacts(std::shared_ptr<const PlainRubric> plain, PlainScore score, std::string_view text,
               const Limits& limits)
        : plain_(std::move(plain)), score_(score), text_(text), limits_(limits) {}

    /// Linear in the text the first time, then constant. Throws std::bad_alloc.
    [[nodiscard]] const Facts& read() const {
        return facts_.get([this] {
            const RubricDocument& rubric = plain_->rubric();
            auto facts = Facts::parse(
                limits_.language ? rubric.spoken_in(*limits_.language) : rubric, text_, limits_);
            text_ = std::string{}; // the facts keep it
            return std::move(facts).value();
        });
    }

    /// The rubric that they were loaded for, in whatever language.
    [[nodiscard]] const RubricDocument& rubric() const {
        return plain_ ? plain_->rubric() : read().rubric();
    }

    /// Null where the engine scores them.
    [[nodiscard]] const PlainRubric* plain() const { return plain_.get(); }
    /// Only where there is plain().
    [[nodiscard]] const PlainScore& score() const { return score_; }

  private:
    std::shared_ptr<const PlainRubric> plain_{};
    PlainScore score_{};
    mutable std::string text_{}; ///< until it is read
    Limits limits_{};
    Lazy<Facts> facts_{};
};

} // namespace heng::capi
