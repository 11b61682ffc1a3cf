// SPDX-License-Identifier: Apache-2.0
#include "base/chinese_number.hpp"
#include "base/text/utf8.hpp"

#include <cstdint>

namespace heng::detail::base {
namespace {

constexpr int no_digit = -1;
constexpr std::int64_t most = 1'000'000'000'000; ///< a numeral from here on is none

constexpr int chinese_digit_of(char32_t c) {
    constexpr std::u32string_view plain = U"零一二三四五六七八九";
    constexpr std::u32string_view formal = U"〇壹贰叁肆伍陆柒捌玖";
    for (const std::u32string_view row : {plain, formal}) {
        if (const std::size_t at = row.find(c); at != std::u32string_view::npos) {
            return static_cast<int>(at);
        }
    }
    return c == U'两' ? 2 : no_digit;
}

constexpr std::int64_t small_unit_of(char32_t c) {
    return c == U'十' || c == U'拾'   ? 10
           : c == U'百' || c == U'佰' ? 100
           : c == U'千' || c == U'仟' ? 1000
                                      : 0;
}

constexpr std::int64_t large_unit_of(char32_t c) {
    return c == U'万' || c == U'萬' ? 10'000 : c == U'亿' ? 100'000'000 : 0;
}

class NumeralReader {
  public:
    explicit NumeralReader(std::string_view text) : text_{text} {}

    std::optional<ChineseNumber> read() {
        while (at_ < text_.size() && step()) {
        }
        if (!begun_ || !close_digit()) {
            return std::nullopt;
        }
        ChineseNumber number{std::to_string(total_ + section_), at_};
        if (here() == U'点' && chinese_digit_of(next()) != no_digit) {
            at_ += text::decode(text_, at_).length;
            number.digits += '.';
            for (int digit = chinese_digit_of(here()); digit != no_digit;
                 digit = chinese_digit_of(here())) {
                number.digits += static_cast<char>('0' + digit);
                at_ += text::decode(text_, at_).length;
            }
            number.length = at_;
        }
        return wrong_ ? std::nullopt : std::optional{number};
    }

  private:
    [[nodiscard]] char32_t here() const {
        return at_ < text_.size() ? text::decode(text_, at_).value : U'\0';
    }
    [[nodiscard]] char32_t next() const {
        const std::size_t behind = at_ + text::decode(text_, at_).length;
        return behind < text_.size() ? text::decode(text_, behind).value : U'\0';
    }

    /// Takes one character; false where the numeral has ended.
    bool step() {
        const char32_t c = here();
        if (const int digit = chinese_digit_of(c); digit != no_digit) {
            wrong_ = wrong_ || digit_ != no_digit; // 三五
            if (digit == 0) {
                zero_ = true;
                wrong_ = wrong_ || (!begun_ && chinese_digit_of(next()) != no_digit);
                digit_ = begun_ ? no_digit : 0;
            } else {
                digit_ = digit;
            }
        } else if (const std::int64_t small = small_unit_of(c); small != 0) {
            if (small >= last_ || (digit_ == no_digit && (small != 10 || begun_))) {
                return false; // 百 alone begins no number
            }
            section_ += (digit_ == no_digit ? 1 : digit_) * small;
            digit_ = no_digit;
            last_ = small;
            zero_ = false;
        } else if (const std::int64_t large = large_unit_of(c); large != 0) {
            if (!begun_ || (total_ == 0 && !is_numeral(next()))) {
                return false; // a multiple before a unit: 五千万元, not 十二亿五千万元
            }
            section_ += digit_ == no_digit ? 0 : digit_;
            wrong_ = wrong_ || large >= last_large_ || section_ == 0;
            total_ += section_ * large;
            section_ = 0;
            digit_ = no_digit;
            last_large_ = large;
            last_ = 10'000;
            zero_ = false;
        } else {
            return false;
        }
        begun_ = true;
        wrong_ = wrong_ || total_ + section_ >= most;
        at_ += text::decode(text_, at_).length;
        return true;
    }

    [[nodiscard]] static bool is_numeral(char32_t c) {
        return chinese_digit_of(c) != no_digit || small_unit_of(c) == 10;
    }

    /// The last digit; false where it may be short for more: 一百五 is 150.
    bool close_digit() {
        if (digit_ == no_digit) {
            return true;
        }
        const bool alone = last_ == 10'000 && last_large_ == most;
        const bool short_for_more = !alone && last_ != 10 && !zero_;
        section_ += digit_;
        return !short_for_more;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::int64_t total_ = 0;
    std::int64_t section_ = 0;
    int digit_ = no_digit;
    std::int64_t last_ = 10'000; ///< the last of 十 百 千
    std::int64_t last_large_ = most;
    bool zero_ = false; ///< 零 stands before the digit
    bool begun_ = false;
    bool wrong_ = false;
};

} // namespace

std::optional<ChineseNumber> chinese_number(std::string_view text) {
    return NumeralReader{text}.read();
}

} // namespace heng::detail::base
