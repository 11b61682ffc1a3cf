// SPDX-License-Identifier: Apache-2.0
#include "office/expression.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace heng::office {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// A letter of ASCII, or any beyond it.
bool is_letter(char c) {
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// By descent, loosest first. What it does not know sets failed_, and then nothing is returned.
class Parser {
  public:
    explicit Parser(std::string_view text) : text_(text) {}

    std::optional<Expression> run() {
        Expression whole = either(0);
        skip_space();
        return failed_ || !text_.empty() ? std::nullopt : std::optional{std::move(whole)};
    }

  private:
    static constexpr int deepest = 64;

    void skip_space() {
        text_.remove_prefix(std::min(text_.find_first_not_of(" \t\r\n"), text_.size()));
    }

    bool take(std::string_view sign) {
        skip_space();
        if (!text_.starts_with(sign)) {
            return false;
        }
        text_.remove_prefix(sign.size());
        return true;
    }

    /// A word that stands alone.
    bool take_word(std::string_view word) {
        skip_space();
        const bool ends = text_.size() == word.size() ||
                          (text_.size() > word.size() && !is_letter(text_[word.size()]) &&
                           !is_digit(text_[word.size()]));
        return text_.starts_with(word) && ends && take(word);
    }

    Expression fail() {
        failed_ = true;
        return {};
    }

    static Expression pair(std::string_view sign, Expression left, Expression right) {
        Expression both{std::string{sign}, {}, {}};
        both.parts.push_back(std::move(left));
        both.parts.push_back(std::move(right));
        return both;
    }

    Expression either(int depth) {
        Expression left = both(depth);
        while (!failed_ && take_word("or")) {
            left = pair("or", std::move(left), both(depth));
        }
        return left;
    }

    Expression both(int depth) {
        Expression left = compared(depth);
        while (!failed_ && take_word("and")) {
            left = pair("and", std::move(left), compared(depth));
        }
        return left;
    }

    Expression compared(int depth) {
        static constexpr std::array<std::string_view, 6> signs{"<=", ">=", "!=", "<", ">", "="};
        Expression left = sum(depth);
        for (const std::string_view sign : signs) {
            if (!failed_ && take(sign)) {
                return pair(sign, std::move(left), sum(depth));
            }
        }
        return left;
    }

    Expression sum(int depth) {
        Expression left = product(depth);
        while (!failed_) {
            if (take("+")) {
                left = pair("+", std::move(left), product(depth));
            } else if (take("-")) {
                left = pair("-", std::move(left), product(depth));
            } else {
                break;
            }
        }
        return left;
    }

    Expression product(int depth) {
        Expression left = single(depth);
        while (!failed_) {
            skip_space();
            if (text_.starts_with("**")) {
                return fail();
            }
            if (take("*")) {
                left = pair("*", std::move(left), single(depth));
            } else if (take("/")) {
                left = pair("/", std::move(left), single(depth));
            } else {
                break;
            }
        }
        return left;
    }

    Expression single(int depth) {
        skip_space();
        if (depth > deepest || text_.empty()) {
            return fail();
        }
        if (take("-")) {
            return pair("-", {"number", "0", {}}, single(depth + 1));
        }
        if (take("(")) {
            Expression inside = either(depth + 1);
            return take(")") ? inside : fail();
        }
        if (is_digit(text_.front())) {
            return number();
        }
        if (take_word("if")) {
            return choice(depth);
        }
        return is_letter(text_.front()) ? name(depth) : fail();
    }

    Expression number() {
        std::size_t end = 0;
        while (end < text_.size() && (is_digit(text_[end]) || text_[end] == '.')) {
            ++end;
        }
        Expression digits{"number", std::string{text_.substr(0, end)}, {}};
        text_.remove_prefix(end);
        const bool odd = std::count(digits.text.begin(), digits.text.end(), '.') > 1 ||
                         digits.text.ends_with('.') || (!text_.empty() && is_letter(text_.front()));
        return odd ? fail() : digits;
    }

    Expression choice(int depth) {
        Expression whole{"if", {}, {}};
        whole.parts.push_back(either(depth + 1));
        if (failed_ || !take_word("then")) {
            return fail();
        }
        whole.parts.push_back(either(depth + 1));
        if (failed_ || !take_word("else")) {
            return fail();
        }
        whole.parts.push_back(either(depth + 1));
        return whole;
    }

    Expression name(int depth) {
        static constexpr std::array<std::string_view, 5> functions{"min", "max", "sum", "abs",
                                                                   "not"};
        std::size_t end = 0;
        while (end < text_.size() &&
               (is_letter(text_[end]) || is_digit(text_[end]) || text_[end] == '.')) {
            ++end;
        }
        std::string word{text_.substr(0, end)};
        text_.remove_prefix(end);
        if (!take("(")) {
            return {"name", std::move(word), {}};
        }
        if (std::find(functions.begin(), functions.end(), word) == functions.end()) {
            return fail();
        }
        Expression call{std::move(word), {}, {}};
        do {
            call.parts.push_back(either(depth + 1));
        } while (!failed_ && take(","));
        const bool one = call.sign == "abs" || call.sign == "not";
        return !failed_ && take(")") && (!one || call.parts.size() == 1) ? call : fail();
    }

    std::string_view text_;
    bool failed_ = false;
};

} // namespace

std::optional<Expression> parse_expression(std::string_view text) {
    return Parser{text}.run();
}

} // namespace heng::office
