// SPDX-License-Identifier: Apache-2.0
#include "batch/kernel/block.hpp"
#include "batch/kernel/compile.hpp"
#include "batch/kernel/kernel.hpp"
#include "batch/kernel/lanes.hpp"
#include "batch/kernel/program.hpp"
#include "batch/kernel/run.hpp"

#include <gsl/assert>

#include <algorithm>
#include <utility>

namespace heng::detail::kernel {

Scores::Scores(const Kernel& kernel, std::size_t room)
    : stride(room),
      items(kernel.items().size() * room),
      totals(room),
      grades(room),
      lanes(&best_lanes()) {
    const Program& program = kernel.program();
    fractions.resize(program.fractions * room);
    wide.resize(fractions.size());
    rows.resize(program.targets.size());
    play.resize(program.plays * room);
    views.resize(program.registers);
    // the first block stays zero: what an input is that no row has
    results.resize((program.registers - program.layout.slots() + 1) * room);
    for (const Constant& constant : program.constants) {
        const std::size_t at = (constant.at - program.layout.slots() + 1) * room;
        std::fill_n(&results[at], room, constant.coefficient);
        views[constant.at] = {&results[at], constant.scale, bits_of(constant.coefficient),
                              constant.coefficient < 0,
                              constant.coefficient == 1 && constant.scale == 0};
    }
}

std::unique_ptr<const Kernel> Kernel::of(const document::CompiledRubric& rubric) {
    std::optional<Program> program = compile(rubric);
    return program ? std::make_unique<const Kernel>(std::move(*program)) : nullptr;
}

Kernel::Kernel(Program program) : program_{std::make_unique<const Program>(std::move(program))} {}
Kernel::~Kernel() = default;

bool Kernel::is_within(std::int64_t most_steps) const {
    return most_steps <= 0 || program_->most_steps <= most_steps;
}

std::span<const Kernel::Item> Kernel::items() const {
    return program_->items;
}
int Kernel::scale() const {
    return program_->scale;
}
int Kernel::total_scale() const {
    return program_->rounding_scale;
}
std::optional<std::uint32_t> Kernel::total_fraction() const {
    return program_->total_fraction;
}
const FactsLayout& Kernel::layout() const {
    return program_->layout;
}

void Kernel::score(std::span<const Column> facts, std::span<std::uint8_t> asks,
                   Scores& scores) const {
    Expects(facts.size() >= program_->layout.inputs && asks.size() <= scores.stride);
    run(*program_, facts, asks, scores);
}

} // namespace heng::detail::kernel
