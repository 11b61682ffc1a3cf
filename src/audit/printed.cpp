// SPDX-License-Identifier: Apache-2.0
#include "audit/printed.hpp"
#include "text/thousands.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace heng::reconciling {
namespace {

struct Unit {
    std::string_view text;
    Scale scale;
    int power;
};

/// What may stand behind a number; the whole of what is left must be one of these.
constexpr std::array<Unit, 74> units{{
    {"", Scale::plain, 0},
    {"%", Scale::percent, -2},
    {"％", Scale::percent, -2},
    {"﹪", Scale::percent, -2},
    {"‰", Scale::percent, -3},
    {"百分点", Scale::percent, -2},
    {"个百分点", Scale::percent, -2},
    {"percentage points", Scale::percent, -2},
    {"percent", Scale::percent, -2},
    {"per cent", Scale::percent, -2},
    {"元", Scale::money, 0},
    {"圆", Scale::money, 0},
    {"元人民币", Scale::money, 0},
    {"百元", Scale::money, 2},
    {"千元", Scale::money, 3},
    {"万元", Scale::money, 4},
    {"万元人民币", Scale::money, 4},
    {"十万元", Scale::money, 5},
    {"百万元", Scale::money, 6},
    {"千万元", Scale::money, 7},
    {"亿元", Scale::money, 8},
    {"亿元人民币", Scale::money, 8},
    {"十亿元", Scale::money, 9},
    {"百亿元", Scale::money, 10},
    {"千亿元", Scale::money, 11},
    {"万亿元", Scale::money, 12},
    {"yuan", Scale::money, 0},
    {"million yuan", Scale::money, 6},
    {"billion yuan", Scale::money, 9},
    {"百", Scale::plain, 2},
    {"千", Scale::plain, 3},
    {"万", Scale::plain, 4},
    {"亿", Scale::plain, 8},
    {"万人", Scale::plain, 4},
    {"万人次", Scale::plain, 4},
    {"万家", Scale::plain, 4},
    {"万张", Scale::plain, 4},
    {"万件", Scale::plain, 4},
    {"万户", Scale::plain, 4},
    {"million", Scale::plain, 6},
    {"billion", Scale::plain, 9},
    {"倍", Scale::plain, 0},
    {"个", Scale::plain, 0},
    {"家", Scale::plain, 0},
    {"项", Scale::plain, 0},
    {"分", Scale::plain, 0},
    {"人", Scale::plain, 0},
    {"人次", Scale::plain, 0},
    {"名", Scale::plain, 0},
    {"位", Scale::plain, 0},
    {"次", Scale::plain, 0},
    {"件", Scale::plain, 0},
    {"户", Scale::plain, 0},
    {"台", Scale::plain, 0},
    {"套", Scale::plain, 0},
    {"辆", Scale::plain, 0},
    {"张", Scale::plain, 0},
    {"只", Scale::plain, 0},
    {"所", Scale::plain, 0},
    {"座", Scale::plain, 0},
    {"处", Scale::plain, 0},
    {"条", Scale::plain, 0},
    {"篇", Scale::plain, 0},
    {"份", Scale::plain, 0},
    {"期", Scale::plain, 0},
    {"场", Scale::plain, 0},
    {"天", Scale::plain, 0},
    {"年", Scale::plain, 0},
    {"吨", Scale::plain, 0},
    {"亩", Scale::plain, 0},
    {"公里", Scale::plain, 0},
    {"平方米", Scale::plain, 0},
    {"户次", Scale::plain, 0},
    {"points", Scale::plain, 0},
}};

struct Front {
    std::string_view text;
    Relation relation;
    bool approximate;
};

/// What may stand in front, longer ones before those they begin with.
constexpr std::array<Front, 37> fronts{{
    {"约为", Relation::equal, true},       {"约", Relation::equal, true},
    {"大约", Relation::equal, true},       {"近", Relation::equal, true},
    {"≈", Relation::equal, true},          {"~", Relation::equal, true},
    {"～", Relation::equal, true},         {"about", Relation::equal, true},
    {"不超过", Relation::at_most, false},  {"不高于", Relation::at_most, false},
    {"不多于", Relation::at_most, false},  {"至多", Relation::at_most, false},
    {"≤", Relation::at_most, false},       {"<=", Relation::at_most, false},
    {"不低于", Relation::at_least, false}, {"不少于", Relation::at_least, false},
    {"至少", Relation::at_least, false},   {"≥", Relation::at_least, false},
    {">=", Relation::at_least, false},     {"超过", Relation::above, false},
    {"超", Relation::above, false},        {"逾", Relation::above, false},
    {"突破", Relation::above, false},      {"高于", Relation::above, false},
    {"多于", Relation::above, false},      {"大于", Relation::above, false},
    {">", Relation::above, false},         {"＞", Relation::above, false},
    {"不足", Relation::below, false},      {"不到", Relation::below, false},
    {"低于", Relation::below, false},      {"少于", Relation::below, false},
    {"小于", Relation::below, false},      {"<", Relation::below, false},
    {"＜", Relation::below, false},        {"=", Relation::equal, false},
    {"＝", Relation::equal, false},
}};

constexpr bool is_space(char32_t c) {
    return c == U' ' || c == U'\t' || c == 0x3000 || c == 0xA0 || c == 0x2009 || c == 0x202F ||
           c == 0x2002 || c == 0x2003;
}

constexpr bool is_minus(char32_t c) {
    return c == U'-' || c == 0x2212 || c == 0x2013 || c == 0x2014 || c == 0xFE63 || c == 0xFF0D;
}

constexpr bool is_separator(char32_t c) {
    return c == U',' || c == 0xFF0C || c == U'\'' || c == 0x2019 || c == 0x2009 || c == 0x202F ||
           c == 0xA0;
}

constexpr char digit_of(char32_t c) {
    return c >= U'0' && c <= U'9'       ? static_cast<char>(c)
           : c >= 0xFF10 && c <= 0xFF19 ? static_cast<char>(c - 0xFF10 + U'0')
                                        : '\0';
}

using Fault = tl::unexpected<PrintedFault>;

Fault fault(std::string message, std::size_t offset) {
    return Fault{PrintedFault{std::move(message), offset}};
}

class PrintedReader {
  public:
    PrintedReader(std::string_view text, NumberLimits limits) : text_{text}, limits_{limits} {}

    tl::expected<Printed, PrintedFault> read() {
        spaces();
        front();
        const bool yuan = currency();
        const bool negative = sign();
        auto number = digits();
        if (!number) {
            return fault(number.error().message, number.error().offset);
        }
        printed_.number = negative ? -*number : *number;
        const std::size_t end = at_;
        spaces();
        const std::size_t behind = at_;
        std::string_view rest = text_.substr(at_);
        while (!rest.empty() && is_space(last_of(rest))) {
            rest.remove_suffix(last_length(rest));
        }
        const auto* unit = std::find_if(units.begin(), units.end(),
                                        [rest](const Unit& each) { return each.text == rest; });
        if (unit == units.end()) {
            return fault("\"" + text::shortened(rest) + "\" is no unit that is known", behind);
        }
        printed_.unit = text_.substr(end, behind - end + rest.size());
        printed_.scale = unit->scale;
        printed_.power = unit->power;
        if (yuan) {
            if (unit->scale == Scale::percent) {
                return fault("a percentage of ¥", behind);
            }
            printed_.scale = Scale::money;
        }
        return std::move(printed_);
    }

  private:
    [[nodiscard]] char32_t here() const {
        return at_ < text_.size() ? text::decode(text_, at_).value : U'\0';
    }
    void next() { at_ += text::decode(text_, at_).length; }
    void spaces() {
        while (at_ < text_.size() && is_space(here())) {
            next();
        }
    }
    static std::size_t last_length(std::string_view text) {
        std::size_t length = 1;
        while (length < text.size() &&
               (static_cast<unsigned char>(text[text.size() - length]) & 0xC0U) == 0x80U) {
            ++length;
        }
        return length;
    }
    static char32_t last_of(std::string_view text) {
        return text::decode(text, text.size() - last_length(text)).value;
    }

    bool skip(std::string_view word) {
        if (!text_.substr(at_).starts_with(word)) {
            return false;
        }
        at_ += word.size();
        spaces();
        return true;
    }

    void front() {
        for (const Front& each : fronts) {
            if (skip(each.text)) {
                printed_.relation = each.relation;
                printed_.approximate = each.approximate;
                return;
            }
        }
    }

    bool currency() { return skip("¥") || skip("￥") || skip("RMB"); }

    bool sign() {
        const char32_t c = here();
        const bool minus = is_minus(c);
        if (minus || c == U'+' || c == 0xFF0B) {
            next();
            spaces();
        }
        return minus || skip("负");
    }

    /// Digits in groups of three or in one run, then the places.
    tl::expected<Decimal, PrintedFault> digits() {
        const std::size_t start = at_;
        std::string plain;
        std::size_t run = group(plain);
        if (run == 0) {
            return fault(at_ == text_.size() ? "there is no number" : "a number should begin here",
                         at_);
        }
        bool grouped = false;
        while (at_ < text_.size() && is_separator(here()) && followed_by_digit()) {
            if (run > 3 || (grouped && run != 3)) {
                return fault("thousands are separated by groups of three digits", at_);
            }
            next();
            grouped = true;
            printed_.separated = true;
            run = group(plain);
        }
        if (grouped && run != 3) {
            return fault("thousands are separated by groups of three digits", at_);
        }
        if (here() == U'.' || here() == 0xFF0E) {
            next();
            plain += '.';
            if (group(plain) == 0) {
                return fault("a digit should follow the point", at_);
            }
        }
        const auto number = Decimal::parse(plain, limits_);
        if (!number) {
            return fault("the number is longer than numbers may be", start);
        }
        return *number;
    }

    [[nodiscard]] bool followed_by_digit() const {
        const std::size_t behind = at_ + text::decode(text_, at_).length;
        return behind < text_.size() && digit_of(text::decode(text_, behind).value) != '\0';
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

    std::string_view text_;
    NumberLimits limits_;
    std::size_t at_ = 0;
    Printed printed_{};
};

} // namespace

tl::expected<Printed, PrintedFault> read_printed(std::string_view text, NumberLimits limits) {
    return PrintedReader{text, limits}.read();
}

std::optional<Ratio> Printed::worth(std::optional<MoneyUnit> of_facts) const {
    const Ratio own = heng::power(Ratio{10}, power);
    if (scale != Scale::money) {
        return own;
    }
    if (!of_facts) {
        return std::nullopt;
    }
    return convert(own, MoneyUnit::yuan, *of_facts);
}

std::string Printed::shown(const Ratio& value) const {
    const std::string plain = value.rounded(number.scale()).to_string();
    return (separated ? text::with_separators(plain) : plain) + unit;
}

std::string Printed::shown() const {
    return shown(Ratio{number});
}

bool Printed::says(const Ratio& value) const {
    const Ratio figure{number};
    switch (relation) {
    case Relation::above:
        return value > figure;
    case Relation::at_least:
        return value >= figure;
    case Relation::below:
        return value < figure;
    case Relation::at_most:
        return value <= figure;
    case Relation::equal:
        break;
    }
    return Ratio{value.rounded(number.scale())} == figure;
}

} // namespace heng::reconciling
