// SPDX-License-Identifier: Apache-2.0
//
// What two rubrics say otherwise about the same leaf.
//
//     const RuleTexts texts{rubric.compiled()};
//     rule_changes(texts.of(old_probe), other_texts.of(new_probe))   // {"rule.cap", "1", "1.2"}, …
#pragma once

#include "base/json/json.hpp"
#include "whatif/leaf_probe.hpp"

#include <heng/diff/diff.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heng::detail::diff {

using whatif::LeafProbe;

/// What decides the score of a leaf besides its points and the facts: a text for each place.
using RuleText = std::map<std::string, std::string>;

class RuleTexts {
  public:
    explicit RuleTexts(const document::CompiledRubric& rubric);

    [[nodiscard]] RuleText of(const LeafProbe& probe) const;

    /// An adjustment of an indicator, or of the total, whose id is "": where it adds, counts, or
    /// lowers the grade. Empty of another, which its condition tells.
    [[nodiscard]] RuleText adjustment(const std::string& item, std::string_view id) const;
    /// How far the score of an indicator, or of the total, may leave 0 … points.
    [[nodiscard]] RuleText room(const std::string& item) const;

  private:
    [[nodiscard]] std::optional<json::Json> node(const std::string& item) const;
    void collect(json::Json indicators);
    void add_indicator(const Indicator& indicator, bool leaf, RuleText& text) const;

    json::JsonDocument json_;
    std::map<std::string, json::Json, std::less<>> indicators_;
};

[[nodiscard]] std::vector<Because> rule_changes(const RuleText& from, const RuleText& to);

} // namespace heng::detail::diff
