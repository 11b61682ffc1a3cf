// SPDX-License-Identifier: Apache-2.0
//
// The languages that heng speaks.
//
//     std::cout << heng::in_language(error, heng::Language::zh).message << '\n';
#pragma once

#include <cstdint>
#include <string_view>

namespace heng {

/// The language of names and of the sentences that explain a score.
enum class Language : std::uint8_t { zh, en };

/// "zh" or "en", as documents and the command write it.
[[nodiscard]] constexpr std::string_view name(Language language) {
    return language == Language::zh ? "zh" : "en";
}

} // namespace heng
