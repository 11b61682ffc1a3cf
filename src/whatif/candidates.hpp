// SPDX-License-Identifier: Apache-2.0
//
// Other values that a fact could have: what partial completes, lint makes up and a test's witness
// changes is taken from here.
//
//     Candidates found{document::domain_of(input), 60};
//     found.number(Ratio{1, 3});            // 0.333333 and 0.333334: what a document can say
//     found.around(Ratio{5});               // 5, 5.01, 4.99, 6, 4
//     found.others(input.type, near);       // true and false; texts; days and their neighbours
//     found.take()                          // each once, in this order, inside the domain
//
// A candidate can't be wrong: whoever takes one scores it by the scoring itself.
#pragma once

#include "document/inputs.hpp"
#include "feel/abstract.hpp"
#include "feel/value.hpp"

#include <heng/number/ratio.hpp>

#include <cstddef>
#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace heng::detail::whatif {

class Candidates {
  public:
    /// `domain` is all that the fact may be; past `most` candidates none is taken.
    explicit Candidates(feel::Abstract domain, std::size_t most)
        : domain_(std::move(domain)), most_(most) {}

    /// The number itself where a document can say it: a whole one of a count, else one of at most
    /// twelve places. Others give their neighbours of six places, or none.
    void number(const Ratio& number);
    /// The number, and a hundredth and one more and less.
    void around(const Ratio& number);
    /// Any value, as it is; a number only where a document can say it.
    void value(feel::Value value);
    /// The values of a truth; for texts and days those of `near`, with the days beside them.
    void others(document::InputType type, std::span<const feel::Value> near);

    [[nodiscard]] std::size_t size() const { return values_.size(); }
    [[nodiscard]] const feel::Abstract& domain() const { return domain_; }
    [[nodiscard]] std::vector<feel::Value> take() { return std::move(values_); }
    /// Those of numbers, rising.
    [[nodiscard]] std::vector<feel::Value> take_rising();

  private:
    [[nodiscard]] bool can_be_said(const Ratio& number) const;

    feel::Abstract domain_;
    std::size_t most_;
    std::vector<feel::Value> values_;
    std::set<Ratio> numbers_; ///< that are among them
};

} // namespace heng::detail::whatif
