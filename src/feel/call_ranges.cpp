// SPDX-License-Identifier: Apache-2.0
//
// The range that a text holds: range("[1..5)"), range("(@\"2024-01-01\"..@\"2024-06-30\"]").
//
// Its ends are literals, of one kind and in order; one of them may be left out where its bracket is
// open: "[2..)" is (>= 2). For everything else the result is null. Source: DMN 1.5, 10.3.4.10.
#include "feel/calendar.hpp"
#include "feel/call.hpp"
#include "feel/lexer.hpp"
#include "feel/operate.hpp"
#include "feel/token.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heng::detail::feel {

namespace {

class RangeText {
  public:
    RangeText(std::vector<Token> tokens, Budget& budget)
        : tokens_{std::move(tokens)}, budget_{budget} {}

    Value read() {
        Range range;
        const TokenKind open = take().kind;
        range.low_closed = open == TokenKind::open_square;
        if (!range.low_closed && open != TokenKind::open_round && open != TokenKind::close_square) {
            return Value::null(NullCause::out_of_range);
        }
        const bool no_low = at(TokenKind::dots);
        range.low = no_low ? Value{} : end();
        const bool dots = take().kind == TokenKind::dots;
        const bool no_high =
            at(TokenKind::close_square) || at(TokenKind::close_round) || at(TokenKind::open_square);
        range.high = no_high ? Value{} : end();
        const TokenKind close = take().kind;
        range.high_closed = close == TokenKind::close_square;
        const bool closes =
            range.high_closed || close == TokenKind::close_round || close == TokenKind::open_square;
        for (const Value& value : {range.low, range.high}) {
            if (value.is_null() && value.cause() == NullCause::unsupported) {
                return value;
            }
        }
        if (!dots || !closes || !at(TokenKind::end) || (no_low && no_high)) {
            return Value::null(NullCause::out_of_range);
        }
        if (no_low || no_high) {
            return half_open(range, no_low);
        }
        return compare(Op::less_equal, range.low, range.high, budget_).is_true()
                   ? Value::range(std::move(range))
                   : Value::null(NullCause::out_of_range);
    }

  private:
    /// A range with one end, which is what a comparison such as (>= 2) is.
    static Value half_open(Range range, bool no_low) {
        const Value& end = no_low ? range.high : range.low;
        if (end.is_null() || (no_low ? range.low_closed : range.high_closed)) {
            return Value::null(NullCause::out_of_range);
        }
        range.form = no_low ? (range.high_closed ? RangeForm::less_equal : RangeForm::less)
                            : (range.low_closed ? RangeForm::greater_equal : RangeForm::greater);
        range.low_closed = false;
        range.high_closed = false;
        return Value::range(std::move(range));
    }

    [[nodiscard]] bool at(TokenKind kind) const { return tokens_[at_].kind == kind; }

    const Token& take() {
        const Token& token = tokens_[at_];
        at_ = std::min(at_ + 1, tokens_.size() - 1);
        return token;
    }

    /// A number, a text, @"…", date("…") or duration("…").
    Value end() {
        const Token& token = take();
        switch (token.kind) {
        case TokenKind::minus:
            return negated_number(number(take()), budget_);
        case TokenKind::number:
            return number(token);
        case TokenKind::text:
            return text_of(token.text, budget_);
        case TokenKind::at:
            return moment(take(), true, true);
        case TokenKind::name:
            return constructed(token);
        default:
            return Value::null(NullCause::out_of_range);
        }
    }

    static Value number(const Token& token) {
        const std::string raw{token.raw};
        const auto decimal = Decimal::parse(raw.starts_with('.') ? '0' + raw : raw);
        return token.kind == TokenKind::number && decimal ? Value::number(*decimal)
                                                          : Value::null(NullCause::out_of_range);
    }

    Value moment(const Token& token, bool date, bool duration) {
        if (token.kind != TokenKind::text) {
            return Value::null(NullCause::out_of_range);
        }
        const auto day = date ? parse_date(token.text) : std::nullopt;
        if (day) {
            return Value::date(*day);
        }
        auto seconds = duration ? parse_duration(token.text) : std::nullopt;
        if (seconds) {
            return Value::duration(*std::move(seconds));
        }
        return is_time_text(token.text) ? unsupported(budget_)
                                        : Value::null(NullCause::out_of_range);
    }

    Value constructed(const Token& name) {
        const bool date = name.raw == "date";
        const bool duration = name.raw == "duration";
        const Token& next = take();
        if (next.kind == TokenKind::name || name.raw == "time") {
            return unsupported(budget_); // date and time(…), time(…)
        }
        if ((!date && !duration) || next.kind != TokenKind::open_round) {
            return Value::null(NullCause::out_of_range);
        }
        Value value = moment(take(), date, duration);
        return take().kind == TokenKind::close_round ? value : Value::null(NullCause::out_of_range);
    }

    std::vector<Token> tokens_;
    Budget& budget_;
    std::size_t at_ = 0;
};

} // namespace

Value range_of_text(const Value& text, Budget& budget) {
    if (!text.is_text()) {
        return null_from(text);
    }
    if (!budget.compared(text.text().size() * 16)) {
        return Value::null(NullCause::limit);
    }
    auto tokens = tokenize(text.text());
    return tokens ? RangeText{*std::move(tokens), budget}.read()
                  : Value::null(NullCause::out_of_range);
}

} // namespace heng::detail::feel
