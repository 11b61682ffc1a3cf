// SPDX-License-Identifier: Apache-2.0
//
// Why an expression can't be used: a code for machines, a sentence for the author in
// English and Chinese, the place.
//
//     feel.unknown-name  "there is no input or value named budget.anual"
//                        hint "did you mean budget.annual?"   offset 0, length 12
#pragma once

#include "base/text/messages.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace heng::detail::feel {

/// Codes: feel.syntax, feel.unknown-name, feel.type, feel.unsupported, feel.cycle, limit.exceeded.
struct Fault {
    std::string code;
    text::Words message;    ///< what was found and what was expected
    text::Words hint;       ///< what to write instead; empty where there is no advice
    std::size_t offset = 0; ///< of the place, in bytes from the start of the expression's text
    std::size_t length = 0; ///< of the place, in bytes

    friend bool operator==(const Fault&, const Fault&) = default;
};

namespace codes {

inline constexpr std::string_view syntax = "feel.syntax";
inline constexpr std::string_view unknown_name = "feel.unknown-name";
inline constexpr std::string_view type = "feel.type";
inline constexpr std::string_view unsupported = "feel.unsupported";
inline constexpr std::string_view cycle = "feel.cycle";
inline constexpr std::string_view limit = "limit.exceeded";

} // namespace codes

/// A place in the text of an expression, in bytes.
struct Span {
    std::size_t offset = 0;
    std::size_t length = 0;

    [[nodiscard]] std::size_t end() const { return offset + length; }
    /// From the start of `first` to the end of `last`.
    [[nodiscard]] static Span over(Span first, Span last) {
        return {first.offset, last.end() - first.offset};
    }

    friend bool operator==(const Span&, const Span&) = default;
};

[[nodiscard]] inline Fault make_fault(std::string_view code, Span place, text::Words message,
                                      text::Words hint = {}) {
    return {std::string{code}, std::move(message), std::move(hint), place.offset, place.length};
}

} // namespace heng::detail::feel
