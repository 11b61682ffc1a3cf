// SPDX-License-Identifier: Apache-2.0
#include "base/chinese_number.hpp"
#include "base/figure_messages.hpp"
#include "base/figure_text.hpp"
#include "base/figure_units.hpp"
#include "base/text/utf8.hpp"
#include "base/written_figure.hpp"

#include <algorithm>
#include <utility>

namespace heng::detail::base {
namespace {

using Fault = tl::unexpected<UnclearFigure>;

Fault unclear(Unclear why, text::Words message, std::size_t offset,
              std::vector<std::string> readings = {}) {
    return Fault{UnclearFigure{why, std::move(message), offset, std::move(readings)}};
}

class FigureReader {
  public:
    FigureReader(std::string_view text, NumberLimits limits)
        : text_{without_spaces_behind(text)}, size_{text.size()}, limits_{limits} {}

    tl::expected<WrittenFigure, UnclearFigure> read() {
        spaces();
        if (text_.empty()) {
            return unclear(Unclear::no_number, said::no_number, size_);
        }
        fronts();
        if (auto wrong = signs()) {
            return Fault{std::move(*wrong)};
        }
        const std::size_t start = at_;
        auto number = chinese();
        figure_.spelled = number.has_value();
        if (!number) {
            auto digits = written_digits(start);
            if (!digits) {
                return Fault{std::move(digits.error())};
            }
            number = std::move(*digits);
        }
        figure_.number = *std::move(number);
        if (auto wrong = behind()) {
            return Fault{std::move(*wrong)};
        }
        if (negative_) {
            figure_.number = -figure_.number;
        }
        return std::move(figure_);
    }

  private:
    using Wrong = std::optional<UnclearFigure>;

    [[nodiscard]] char32_t here() const {
        return at_ < text_.size() ? text::decode(text_, at_).value : U'\0';
    }
    [[nodiscard]] char32_t next_to(std::size_t at) const {
        const std::size_t behind = at + text::decode(text_, at).length;
        return behind < text_.size() ? text::decode(text_, behind).value : U'\0';
    }
    void next() { at_ += text::decode(text_, at_).length; }
    void spaces() {
        while (at_ < text_.size() && is_space(here())) {
            next();
        }
    }
    bool skip(std::string_view word) {
        if (!text_.substr(at_).starts_with(word)) {
            return false;
        }
        at_ += word.size();
        spaces();
        return true;
    }

    /// Reads words that say how the figure is meant: at most one operator and one approximation.
    void fronts() {
        for (int i = 0; i < 2; ++i) {
            for (const std::string_view word : about_before) {
                if (!figure_.approximate && skip(word)) {
                    figure_.approximate = true;
                    break;
                }
            }
            for (const Operator& each : operators) {
                if (!figure_.relation && skip(each.text)) {
                    figure_.relation = each.relation;
                    break;
                }
            }
        }
    }

    /// Sign, bracket, currency and 百分之, in any order that has each once.
    Wrong signs() {
        bool sign = false;
        for (bool more = true; more && at_ < text_.size();) {
            more = false;
            for (const std::string_view word : rises) {
                if (text_.substr(at_).starts_with(word)) {
                    return UnclearFigure{Unclear::rise, said::sign_in_word(word), at_};
                }
            }
            const char32_t c = here();
            if (!sign && (is_negative_mark(c) || is_plus(c))) {
                negative_ = is_negative_mark(c);
                sign = more = true;
                next();
                spaces();
            } else if (!sign && !bracket_ && is_open(c)) {
                negative_ = bracket_ = sign = more = true;
                next();
                spaces();
            }
            for (const std::string_view word : currencies) {
                if (!currency_ && skip(word)) {
                    currency_ = more = true;
                }
            }
            for (const Multiple& each : fractions) {
                if (fraction_ == 0 && skip(each.text)) {
                    fraction_ = each.power;
                    more = true;
                }
            }
        }
        return std::nullopt;
    }

    /// A Chinese numeral, where all behind it is known: 三级 and 一般 are no figures.
    std::optional<Decimal> chinese() {
        const std::string_view rest = text_.substr(at_);
        const auto numeral = chinese_number(rest);
        if (!numeral) {
            return std::nullopt;
        }
        const std::string_view behind = rest.substr(numeral->length);
        if (!is_understood(without_spaces_before(behind))) {
            return std::nullopt;
        }
        at_ += numeral->length;
        return Decimal::parse(numeral->digits, limits_).value_or(Decimal{});
    }

    /// Whether only known words, a bracket and approximations stand there.
    [[nodiscard]] static bool is_understood(std::string_view rest) {
        for (const std::string_view word : about_inside) {
            if (rest.starts_with(word)) {
                rest.remove_prefix(word.size());
                break;
            }
        }
        for (const std::string_view word : about_behind) {
            if (rest.ends_with(word)) {
                rest.remove_suffix(word.size());
                break;
            }
        }
        for (const Operator& each : bounds_behind) {
            if (rest.ends_with(each.text)) {
                rest.remove_suffix(each.text.size());
                break;
            }
        }
        if (!rest.empty() && is_close(text::decode(rest, rest.size() - last_length(rest)).value)) {
            rest.remove_suffix(last_length(rest));
        }
        return rest.empty() || unit_named(rest);
    }

    /// Digits in groups of three or in one run, the places, the exponent.
    tl::expected<Decimal, UnclearFigure> written_digits(std::size_t start) {
        std::string plain;
        std::size_t run = group(plain);
        const bool bare_point = run == 0 && is_point(here()) && digit_of(next_to(at_)) != '\0';
        if (run == 0 && !bare_point) {
            return unclear(Unclear::no_number,
                           at_ == text_.size() ? said::no_number() : said::should_begin(), at_);
        }
        const std::size_t first = run;
        char32_t separator = U'\0';
        while (at_ < text_.size() && is_separator(here()) && digit_of(next_to(at_)) != '\0') {
            if (run > 3 || (separator != U'\0' && (run != 3 || here() != separator))) {
                return wrong_groups(at_);
            }
            separator = here();
            next();
            run = group(plain);
        }
        if (separator != U'\0' && (run != 3 || (first == 1 && plain[0] == '0'))) {
            return wrong_groups(at_);
        }
        figure_.separated = separator != U'\0';
        if (is_point(here())) {
            plain += bare_point ? "0." : ".";
            next();
            if (group(plain) == 0) {
                return unclear(Unclear::no_number, said::digit_after_point, at_);
            }
            if (here() != U' ' && is_separator(here()) && digit_of(next_to(at_)) != '\0') {
                return wrong_groups(at_);
            }
        }
        exponent(plain);
        auto number = Decimal::parse(plain, limits_);
        if (!number) {
            return unclear(Unclear::limit, said::too_long, start);
        }
        return *std::move(number);
    }

    std::size_t group(std::string& plain) {
        std::size_t count = 0;
        for (char digit = digit_of(here()); digit != '\0'; digit = digit_of(here())) {
            plain += digit;
            next();
            ++count;
        }
        return count;
    }

    void exponent(std::string& plain) {
        if (here() != U'e' && here() != U'E') {
            return;
        }
        std::size_t at = at_ + 1;
        const bool sign = at < text_.size() && (text_[at] == '-' || text_[at] == '+');
        std::string digits = sign && text_[at] == '-' ? "e-" : "e";
        for (at += sign ? 1 : 0; at < text_.size() && is_digit(text_[at]); ++at) {
            digits += text_[at];
        }
        const bool letter =
            at < text_.size() && (text_[at] | 0x20) >= 'a' && (text_[at] | 0x20) <= 'z';
        if (digits.back() != 'e' && digits.back() != '-' && !letter) {
            plain += digits;
            at_ = at;
        }
    }

    /// The two readings: all separators are of thousands, or the last one is the point.
    tl::expected<Decimal, UnclearFigure> wrong_groups(std::size_t offset) {
        std::vector<std::size_t> marks; ///< in `joined`, where a separator or point stood
        std::string joined;
        std::size_t at = 0;
        while (digit_of(text::decode(text_, at).value) == '\0') {
            at += text::decode(text_, at).length;
        }
        while (at < text_.size()) {
            const text::CodePoint point = text::decode(text_, at);
            if (digit_of(point.value) != '\0') {
                joined += digit_of(point.value);
            } else if ((is_separator(point.value) || is_point(point.value)) &&
                       digit_of(next_to(at)) != '\0') {
                marks.push_back(joined.size());
            } else {
                break;
            }
            at += point.length;
        }
        const std::string sign = negative_ ? "-" : "";
        std::vector<std::string> readings{sign + joined};
        if (!marks.empty()) {
            std::string other = joined;
            readings.push_back(sign + other.insert(marks.back(), "."));
        }
        return unclear(Unclear::separators, said::thousands, offset, std::move(readings));
    }

    /// All that stands behind the digits.
    Wrong behind() {
        if (at_ < text_.size() && is_minus(here()) &&
            at_ + text::decode(text_, at_).length == text_.size()) { // 9860-
            if (negative_) {
                return UnclearFigure{Unclear::no_number, said::two_signs, at_};
            }
            negative_ = true;
            at_ = text_.size();
        }
        const std::size_t end = at_;
        spaces();
        std::size_t begin = at_;
        std::string_view rest = text_.substr(at_);
        for (const std::string_view word : about_inside) {
            if (rest.starts_with(word)) {
                figure_.approximate = true;
                rest.remove_prefix(word.size());
                begin += word.size();
                break;
            }
        }
        if (auto wrong = closed(rest, begin)) {
            return wrong;
        }
        begin = static_cast<std::size_t>(rest.data() - text_.data());
        take_behind(rest);
        if (auto wrong = unit(without_about(rest), begin)) {
            return wrong;
        }
        const std::size_t from = begin == at_ ? end : begin;
        figure_.unit = std::string{text_.substr(from, begin - from + rest.size())};
        figure_.unit_offset = begin;
        if (figure_.known_unit && without_brackets(rest).size() < rest.size()) {
            figure_.unit = std::string{without_brackets(rest)};
        }
        return std::nullopt;
    }

    /// The end of a bracket, which stands behind the digits or behind all.
    Wrong closed(std::string_view& rest, std::size_t begin) {
        if (!bracket_) {
            return std::nullopt;
        }
        if (!rest.empty() && is_close(text::decode(rest, 0).value)) {
            rest.remove_prefix(text::decode(rest, 0).length);
            rest = without_spaces_before(rest);
            return std::nullopt;
        }
        const std::size_t last = rest.empty() ? 0 : rest.size() - last_length(rest);
        if (!rest.empty() && is_close(text::decode(rest, last).value)) {
            rest = without_spaces_behind(rest.substr(0, last));
            return std::nullopt;
        }
        return UnclearFigure{Unclear::no_number, said::bracket_open, begin};
    }

    /// 左右, 以上 …, behind the unit.
    void take_behind(std::string_view& rest) {
        for (const std::string_view word : about_behind) {
            if (rest.ends_with(word)) {
                figure_.approximate = true;
                rest = without_spaces_behind(rest.substr(0, rest.size() - word.size()));
                break;
            }
        }
        for (const Operator& each : bounds_behind) {
            if (!figure_.relation && rest.ends_with(each.text)) {
                figure_.relation = each.relation;
                rest = without_spaces_behind(rest.substr(0, rest.size() - each.text.size()));
                break;
            }
        }
    }

    /// 万元 of 万多元.
    std::string without_about(std::string_view rest) {
        for (const Multiple& multiple : multiples) {
            for (const std::string_view word : about_inside) {
                if (rest.starts_with(multiple.text) &&
                    rest.substr(multiple.text.size()).starts_with(word)) {
                    figure_.approximate = true;
                    const std::size_t cut = multiple.text.size() + word.size();
                    return std::string{multiple.text}.append(rest.substr(cut));
                }
            }
        }
        return std::string{rest};
    }

    void set(const UnitWorth& unit) {
        figure_.family = unit.family;
        figure_.power = unit.power;
        figure_.factor = unit.factor;
        figure_.word = unit.word;
    }

    Wrong unit(std::string_view rest, std::size_t begin) {
        if (const auto known = unit_named(without_brackets(rest))) {
            set(*known);
        } else if (has_digit(rest)) {
            return UnclearFigure{Unclear::several, said::several_numbers, begin};
        } else {
            figure_.known_unit = false;
            const std::string_view known_part = first_words(rest);
            const auto part = known_part.empty() ? std::nullopt : unit_named(known_part);
            set(part.value_or(UnitWorth{Family::counted, 0, Ratio{1}, std::string{rest}}));
        }
        if (fraction_ != 0) {
            if (figure_.family != Family::none || figure_.power != 0) {
                return UnclearFigure{Unclear::no_number, said::share_of_unit, begin};
            }
            figure_.family = Family::share;
            figure_.power = fraction_;
        }
        if (currency_) {
            if (figure_.family == Family::share) {
                return UnclearFigure{Unclear::no_number, said::percent_of_yuan, begin};
            }
            if (figure_.family == Family::counted) {
                figure_.known_unit = false;
            }
            figure_.family = Family::money;
        }
        return std::nullopt;
    }

    /// 万元 of （万元）.
    [[nodiscard]] static std::string_view without_brackets(std::string_view rest) {
        if (rest.empty() || !is_open(text::decode(rest, 0).value)) {
            return rest;
        }
        const std::size_t last = rest.size() - last_length(rest);
        const std::size_t first = text::decode(rest, 0).length;
        const bool closed = last >= first && is_close(text::decode(rest, last).value);
        return closed ? rest.substr(first, last - first) : rest;
    }

    /// "%" of "%（含）", "万元" of "万元（财政资金）": what stands before other words.
    [[nodiscard]] static std::string_view first_words(std::string_view rest) {
        for (const KnownUnit& each : units) {
            if (each.family == Family::share && rest.starts_with(each.text)) {
                return rest.substr(0, each.text.size());
            }
        }
        std::size_t end = rest.size();
        for (const std::string_view mark : {"(", "（", "，", ",", "；", ";", "。", " "}) {
            end = std::min(end, rest.find(mark));
        }
        return end < rest.size() ? rest.substr(0, end) : std::string_view{};
    }

    std::string_view text_;
    std::size_t size_; ///< with the spaces behind it
    NumberLimits limits_;
    std::size_t at_ = 0;
    bool negative_ = false;
    bool bracket_ = false;
    bool currency_ = false;
    int fraction_ = 0; ///< 百分之: −2
    WrittenFigure figure_{};
};

} // namespace

tl::expected<WrittenFigure, UnclearFigure> read_figure(std::string_view text, NumberLimits limits) {
    return FigureReader{text, limits}.read();
}

} // namespace heng::detail::base
