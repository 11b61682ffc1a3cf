// SPDX-License-Identifier: Apache-2.0
//
// The passes of expressions: numbers, comparisons, logic.
#pragma once

#include "batch/kernel/block.hpp"
#include "batch/kernel/program.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace heng::detail::kernel {

/// A block while it is run.
struct Pass {
    const Program& program;
    Asks& asks;
    Scores& scores;
    std::span<const Column> facts; ///< as many as the program has slots, or less
    const Lanes& lanes;

    [[nodiscard]] std::size_t rows() const { return asks.rows(); }
    /// Whether the row has the slot's fact.
    [[nodiscard]] bool gives(Register slot, std::size_t row) const {
        return slot < facts.size() && facts[slot].coefficients != nullptr &&
               (facts[slot].given == nullptr || facts[slot].given[row] != 0);
    }
    [[nodiscard]] const View& view(Register at) const { return scores.views[at]; }
    [[nodiscard]] std::int64_t* result(Register at) const {
        return &scores.results[(at - program.layout.slots() + 1) * scores.stride];
    }
    void set_fraction(std::uint32_t at, std::size_t row, Ratio value) const {
        scores.fractions[at * scores.stride + row] = std::move(value);
        scores.wide[at * scores.stride + row] = 0;
    }
    void set_fraction(std::uint32_t at, std::size_t row, const Wide& value) const {
        scores.wides.push_back(value);
        scores.wide[at * scores.stride + row] = static_cast<std::uint32_t>(scores.wides.size());
    }
    [[nodiscard]] std::int64_t* in_play(std::uint32_t at) const {
        return &scores.play[at * scores.stride];
    }
    [[nodiscard]] std::int64_t* item(std::uint32_t at) const {
        return at == program.total() ? scores.totals.data() : &scores.items[at * scores.stride];
    }
    /// Tells what its passes wrote to a register.
    void done(Register at, int scale) const { see(at, result(at), scale); }
    /// The same of whole numbers of which so much is known.
    void done(Register at, Magnitude of) const {
        scores.views[at] = {result(at), 0, of.bits, of.negative};
    }
    [[nodiscard]] Magnitude magnitude(const std::int64_t* values) const {
        return rows() == 1 ? Magnitude{bits_of(*values), *values < 0}
                           : magnitude_of(lanes.fold(values, rows()));
    }
    void see(Register at, const std::int64_t* values, int scale) const {
        const Magnitude of = magnitude(values);
        scores.views[at] = {values, scale, of.bits, of.negative};
    }
};

/// A step that writes registers.
void work_out(const Pass& pass, const Step& step);

} // namespace heng::detail::kernel
