// SPDX-License-Identifier: Apache-2.0
//
// The keys of a target record, and what each holds.
//
//     target_key("rate")->holds          // TargetKey::Holds::percent
//     target_key("rate")->which          // RowReader::rate
#pragma once

#include "batch/row_reader.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace heng::detail::batch {

struct TargetKey {
    enum class Holds : std::uint8_t { text, number, percent, figure, word, other };

    std::string_view key;
    Holds holds;
    std::uint8_t which; ///< a RowReader::TargetText, TargetNumber or a TargetWord
};

inline constexpr std::array<TargetKey, 17> target_keys{{
    {"name", TargetKey::Holds::text, RowReader::name},
    {"block", TargetKey::Holds::text, RowReader::block},
    {"points", TargetKey::Holds::number, RowReader::points},
    {"direction", TargetKey::Holds::word, static_cast<std::uint8_t>(TargetWord::direction)},
    {"target", TargetKey::Holds::figure, RowReader::target},
    {"actual", TargetKey::Holds::figure, RowReader::actual},
    {"unit", TargetKey::Holds::text, RowReader::unit},
    {"level", TargetKey::Holds::word, static_cast<std::uint8_t>(TargetWord::level)},
    {"rate", TargetKey::Holds::percent, RowReader::rate},
    {"reason", TargetKey::Holds::text, RowReader::reason},
    {"published", TargetKey::Holds::other, 0},
    {"rule", TargetKey::Holds::word, static_cast<std::uint8_t>(TargetWord::rule)},
    {"least", TargetKey::Holds::percent, RowReader::least},
    {"deduct", TargetKey::Holds::number, RowReader::deduct},
    {"part", TargetKey::Holds::word, static_cast<std::uint8_t>(TargetWord::part)},
    {"floor", TargetKey::Holds::number, RowReader::floor},
    {"cap", TargetKey::Holds::number, RowReader::cap},
}};

/// The key, where a target record has it.
[[nodiscard]] inline const TargetKey* target_key(std::string_view key) {
    const auto* const found =
        std::find_if(target_keys.begin(), target_keys.end(),
                     [key](const TargetKey& each) { return each.key == key; });
    return found == target_keys.end() ? nullptr : found;
}

} // namespace heng::detail::batch
