// SPDX-License-Identifier: Apache-2.0
#include "base/text/utf8.hpp"
#include "plan/names.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace heng::detail::plan {
namespace {

bool is_between(char32_t c, char32_t low, char32_t high) {
    return c >= low && c <= high;
}

/// Characters that people type for one another, and the one that they are folded to. U+FF01–FF5E
/// are ASCII's ! to ~ and not listed.
constexpr std::array<std::pair<char32_t, char32_t>, 30> same_signs{
    {{0x2010, '-'}, {0x2011, '-'},    {0x2012, '-'},  {0x2013, '-'}, {0x2014, '-'}, {0x2015, '-'},
     {0x2044, '/'}, {0x2212, '-'},    {0x2215, '/'},  {0x223C, '~'}, {0x301C, '~'}, {0x3030, '~'},
     {0xFE50, ','}, {0xFE51, 0x3001}, {0xFE52, '.'},  {0xFE54, ';'}, {0xFE55, ':'}, {0xFE58, '-'},
     {0xFE5F, '#'}, {0xFE60, '&'},    {0xFE61, '*'},  {0xFE62, '+'}, {0xFE63, '-'}, {0xFE64, '<'},
     {0xFE65, '>'}, {0xFE66, '='},    {0xFE68, '\\'}, {0xFE69, '$'}, {0xFE6A, '%'}, {0xFE6B, '@'}}};

/// As it is compared: half-width, A–Z small, one of each kind of sign.
char32_t folded(char32_t c) {
    constexpr char32_t shift = 0xFEE0;
    if (is_between(c, 0xFF01, 0xFF5E)) {
        c -= shift;
    }
    if (is_between(c, 'A', 'Z')) {
        return c - 'A' + 'a';
    }
    if (c < 0x2010) {
        return c;
    }
    const auto found = std::find_if(same_signs.begin(), same_signs.end(),
                                    [&](const auto& each) { return each.first == c; });
    return found == same_signs.end() ? c : found->second;
}

/// Digits and letters: those of Chinese numbers too, since 一、二 is not 一二.
bool is_letter_or_digit(char32_t c) {
    constexpr std::u32string_view chinese = U"〇零一二三四五六七八九十百千万亿两";
    return is_between(c, '0', '9') || is_between(c, 'a', 'z') || is_between(c, 0xC0, 0x24F) ||
           is_between(c, 0x370, 0x52F) || is_between(c, 0x2150, 0x218B) || // fractions, Ⅰ Ⅱ Ⅲ
           is_between(c, 0x2460, 0x24FF) ||                                // ① ② ③
           chinese.find(c) != std::u32string_view::npos;
}

enum class Kind : std::uint8_t {
    kept,   ///< part of the name wherever it stands
    sign,   ///< counts in a run that touches a digit or a letter: +5, C++, 1.1, A/B
    stop,   ///< counts between two of them: 1、2
    space,  ///< a space, bracket or quote: parts two of them, and is nothing elsewhere
    nothing ///< has no width
};

Kind kind_of(char32_t c) {
    constexpr std::u32string_view signs = U"+-./\\*#&@=<>^~_|$†‡′″‴";
    constexpr std::u32string_view stops = U",;:!?、。·•…‥‧｡､･・";
    if (is_between(c, 0x200B, 0x200F) || is_between(c, 0x202A, 0x202E) ||
        is_between(c, 0x2060, 0x206F) || c == 0xFEFF || c == 0xAD) {
        return Kind::nothing;
    }
    if (is_between(c, 0x3400, 0x9FFF) || is_letter_or_digit(c) || c == '%') {
        return Kind::kept;
    }
    if (signs.find(c) != std::u32string_view::npos) {
        return Kind::sign;
    }
    if (stops.find(c) != std::u32string_view::npos) {
        return Kind::stop;
    }
    const bool is_mark = c == 0x2030 || c == 0x2031 || c == 0x3005 || c == 0x3006 ||
                         is_between(c, 0x3012, 0x3013) || is_between(c, 0x3020, 0x302F) ||
                         is_between(c, 0x3031, 0x303E); // ‰ 々 〆 〒 〡 and the like
    if (is_mark) {
        return Kind::kept;
    }
    const bool is_space = c < 0x80 || c == 0xA0 || is_between(c, 0x2000, 0x206F) ||
                          is_between(c, 0x3000, 0x303F) || is_between(c, 0xFE30, 0xFE6F) ||
                          is_between(c, 0xFF5F, 0xFF65);
    return is_space ? Kind::space : Kind::kept;
}

/// The name so far, and the punctuation behind it, of which is not known yet what counts.
class Folder {
  public:
    void add(char32_t c) {
        c = folded(c);
        switch (kind_of(c)) {
        case Kind::nothing:
            return;
        case Kind::space:
            spaced_ = true;
            return;
        case Kind::sign:
        case Kind::stop:
            run_.push_back(c);
            return;
        case Kind::kept:
            break;
        }
        const bool counts = is_letter_or_digit(c);
        end_run(counts);
        text::append(name_, c);
        after_ = counts;
    }

    [[nodiscard]] std::string take() {
        end_run(false);
        return std::move(name_);
    }

  private:
    /// Ends the punctuation between what is kept; `before` is whether a digit or letter follows.
    void end_run(bool before) {
        const std::size_t length = name_.size();
        const bool between = after_ && before;
        for (const char32_t c : run_) {
            if (between || ((after_ || before) && kind_of(c) == Kind::sign)) {
                text::append(name_, c);
            }
        }
        if (between && spaced_ && name_.size() == length) {
            name_ += ' ';
        }
        run_.clear();
        spaced_ = false;
    }

    std::string name_{};
    std::vector<char32_t> run_{}; ///< signs and stops since the last that is kept
    bool spaced_ = false;         ///< there was a space, bracket or quote since
    bool after_ = false;          ///< the last that is kept is a digit or a letter
};

} // namespace

std::string normalised(std::string_view text) {
    Folder folder;
    for (std::size_t at = 0; at < text.size();) {
        const text::CodePoint point = text::decode(text, at);
        at += point.length;
        folder.add(point.value);
    }
    std::string name = folder.take();
    return name.empty() ? std::string{text} : name;
}

} // namespace heng::detail::plan
