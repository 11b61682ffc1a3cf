// SPDX-License-Identifier: Apache-2.0
#include "batch/kernel/layout.hpp"
#include "rule/kind.hpp"

#include <heng/rubric/tree.hpp>

#include <algorithm>
#include <utility>

namespace heng::detail::kernel {
namespace {

// in the order of Direction and Level, as expressions read them
constexpr std::array<std::string_view, 4> direction_words{">=", "<=", "=", "level"};
constexpr std::array<std::string_view, 3> level_words{"met", "partly", "not"};

} // namespace

Texts::Texts(const document::CompiledRubric& rubric) {
    for (const feel::Value& value : rubric.program.code().constants) {
        if (value.is_text()) {
            all_.push_back(value.text());
        }
    }
    for (const PlacedIndicator& each : IndicatorTree{rubric.rubric.indicators}) {
        const auto texts = each->is_branch() ? nullptr : rule::kind_of(each->rule).texts;
        for (std::string& text : texts ? texts(each->rule) : std::vector<std::string>{}) {
            all_.push_back(std::move(text));
        }
    }
    std::sort(all_.begin(), all_.end());
    all_.erase(std::unique(all_.begin(), all_.end()), all_.end());
}

std::uint32_t Texts::index_of(std::string_view text) const {
    const auto found = std::lower_bound(all_.begin(), all_.end(), text);
    const bool known = found != all_.end() && *found == text;
    return known ? static_cast<std::uint32_t>(found - all_.begin()) : size();
}

FactsLayout::FactsLayout(const document::CompiledRubric& rubric)
    : inputs(rubric.inputs.size()), texts(rubric) {
    for (const PlacedIndicator& each : IndicatorTree{rubric.rubric.indicators}) {
        if (assessed_range(each->rule)) {
            assessed.push_back(each.indicator);
        }
    }
    const auto to_indices = [this](const auto& words, auto& indices) {
        std::transform(words.begin(), words.end(), indices.begin(),
                       [this](std::string_view word) { return texts.index_of(word); });
    };
    to_indices(direction_words, directions);
    to_indices(level_words, levels);
    for (std::size_t slot = 0; slot < inputs; ++slot) {
        const document::Input& input = rubric.inputs[slot];
        if (input.type == document::InputType::list) {
            lists.push_back({slot, input.of_targets, input.of.size()});
        }
    }
}

} // namespace heng::detail::kernel
