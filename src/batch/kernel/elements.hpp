// SPDX-License-Identifier: Apache-2.0
//
// Expressions over the elements of a list, which are worked out element by element:
//
//     count(contracts[late])      sum(contracts.amount)      some c in contracts satisfies c.late
//
// A number is a fraction of 128 bits each; a truth is 0 or 1 and a text its index, over 1. What an
// element lacks, and what 128 bits do not hold, makes its row ask.
#pragma once

#include "batch/kernel/arithmetic.hpp"
#include "batch/kernel/program.hpp"

#include <heng/number/ratio_parts.hpp>

#include <cstdint>
#include <optional>
#include <span>

namespace heng::detail::kernel {

using detail::RatioParts;

/// The elements of one list in a block.
class Elements {
  public:
    /// The list is that of the slot, which has one.
    Elements(const Pass& pass, std::size_t slot) : pass_(pass), list_(*pass.facts[slot].list) {}

    /// The elements of a row: [first, end).
    [[nodiscard]] std::uint32_t first(std::size_t row) const { return list_.offsets[row]; }
    [[nodiscard]] std::uint32_t end(std::size_t row) const { return list_.offsets[row + 1]; }

    /// The value of an expression for an element of the row; nothing where it is to be asked for.
    [[nodiscard]] std::optional<RatioParts> value(ElementId id, std::uint32_t element,
                                                  std::size_t row) const;
    /// The scale of a field.
    [[nodiscard]] int scale_of(ElementId field) const;
    /// Whether all filters hold for it.
    [[nodiscard]] std::optional<bool> passes(std::span<const ElementId> filters,
                                             std::uint32_t element, std::size_t row) const;

  private:
    [[nodiscard]] std::optional<RatioParts> fact(const ElementNode& node,
                                                 std::uint32_t element) const;
    [[nodiscard]] std::optional<RatioParts> target(const ElementNode& node,
                                                   std::uint32_t element) const;
    [[nodiscard]] RatioParts outer(const ElementNode& node, std::size_t row) const;

    const Pass& pass_;
    const ListColumn& list_;
};

/// A step that makes one value of a list; of Op::aggregate.
void aggregate(const Pass& pass, const Step& step);

} // namespace heng::detail::kernel
