// SPDX-License-Identifier: Apache-2.0
//
// The words of an expression. What a name with spaces or signs is, only the scope can tell: the
// lexer gives the words, the parser puts names together.
#pragma once

#include "feel/fault.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace heng::detail::feel {

enum class TokenKind : std::uint8_t {
    end,
    number,
    text, ///< "…", with the escapes resolved in Token::text
    name, ///< a word: a name, a part of one, or a keyword
    odd,  ///< what FEEL has no use for, such as % or （; may be part of a declared name
    plus,
    minus,
    star,
    power,
    slash,
    open_round,
    close_round,
    open_square,
    close_square,
    open_curly,
    close_curly,
    comma,
    colon,
    dot,
    dots,
    equal,
    not_equal,
    less,
    less_equal,
    greater,
    greater_equal,
    at,
};

struct Token {
    TokenKind kind = TokenKind::end;
    Span span;
    std::string_view raw;      ///< as it stands in the expression
    bool space_before = false; ///< white space or a comment
    std::string text;          ///< of a text: its characters
};

} // namespace heng::detail::feel
