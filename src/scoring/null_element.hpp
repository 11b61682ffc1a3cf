// SPDX-License-Identifier: Apache-2.0
//
// Which element of a list leaves an expression without a value: a record that lacks a field, or
// that there are no records.
//
//     find_null_element(rubric, facts, session.reads(), has_value_with)
//     // {slot of "contracts", record 1, "days"}: sum(contracts.days) is null for want of it
#pragma once

#include "base/text/messages.hpp"
#include "document/compiled_rubric.hpp"
#include "facts/loaded_facts.hpp"
#include "feel/value.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>

namespace heng::detail::scoring {

struct NullElement {
    feel::SlotId slot = 0;               ///< of the list
    std::optional<std::size_t> record{}; ///< none where the list has none
    std::string field{};                 ///< its key
};

/// Any value of an input's type.
[[nodiscard]] feel::Value sample_of(const document::Input& input);

/// `has_value` tells whether the expression has one with another value of a slot. Of several
/// records the first. About twenty evaluations for a list.
[[nodiscard]] std::optional<NullElement>
find_null_element(const document::CompiledRubric& rubric, const facts::LoadedFacts& facts,
                  std::span<const feel::SlotId> reads,
                  const std::function<bool(feel::SlotId, const feel::Value&)>& has_value);

/// "\"days\" of record 2 of …", 采购合同第2条（名称）的签订天数.
[[nodiscard]] text::Words element_words(const document::CompiledRubric& rubric,
                                        const facts::LoadedFacts& facts,
                                        const NullElement& element);

} // namespace heng::detail::scoring
