// SPDX-License-Identifier: Apache-2.0
#include "feel/unicode.hpp"

#include <algorithm>
#include <array>

namespace heng::detail::feel {

namespace {

struct Block {
    char32_t first;
    char32_t last;
};

constexpr std::array name_starts = {
    Block{U'?', U'?'},     Block{U'A', U'Z'},     Block{U'_', U'_'},     Block{U'a', U'z'},
    Block{0xC0, 0xD6},     Block{0xD8, 0xF6},     Block{0xF8, 0x2FF},    Block{0x370, 0x37D},
    Block{0x37F, 0x1FFF},  Block{0x200C, 0x200D}, Block{0x2070, 0x218F}, Block{0x2C00, 0x2FEF},
    Block{0x3001, 0xD7FF}, Block{0xF900, 0xFDCF}, Block{0xFDF0, 0xFFFD}, Block{0x10000, 0xEFFFF}};

constexpr std::array name_parts = {Block{U'0', U'9'}, Block{0xB7, 0xB7}, Block{0x300, 0x36F},
                                   Block{0x203F, 0x2040}};

constexpr std::array spaces = {Block{0x09, 0x0D},     Block{0x20, 0x20},     Block{0x85, 0x85},
                               Block{0xA0, 0xA0},     Block{0x1680, 0x1680}, Block{0x180E, 0x180E},
                               Block{0x2000, 0x200B}, Block{0x2028, 0x2029}, Block{0x202F, 0x202F},
                               Block{0x205F, 0x205F}, Block{0x3000, 0x3000}, Block{0xFEFF, 0xFEFF}};

struct Spelling {
    char32_t character;
    std::string_view ascii;
};

constexpr std::array spellings = {
    Spelling{U'（', "("}, Spelling{U'）', ")"}, Spelling{U'［', "["},     Spelling{U'］', "]"},
    Spelling{U'【', "["}, Spelling{U'】', "]"}, Spelling{U'｛', "{"},     Spelling{U'｝', "}"},
    Spelling{U'，', ","}, Spelling{U'、', ","}, Spelling{U'：', ":"},     Spelling{U'．', "."},
    Spelling{U'。', "."}, Spelling{U'；', ","}, Spelling{U'＋', "+"},     Spelling{U'－', "-"},
    Spelling{U'−', "-"},  Spelling{U'–', "-"},  Spelling{U'—', "-"},      Spelling{U'＊', "*"},
    Spelling{U'×', "*"},  Spelling{U'／', "/"}, Spelling{U'÷', "/"},      Spelling{U'＝', "="},
    Spelling{U'≠', "!="}, Spelling{U'＜', "<"}, Spelling{U'＞', ">"},     Spelling{U'≤', "<="},
    Spelling{U'≥', ">="}, Spelling{U'“', "\""}, Spelling{U'”', "\""},     Spelling{U'＂', "\""},
    Spelling{U'‘', "\""}, Spelling{U'’', "\""}, Spelling{U'％', "/ 100"}, Spelling{U'！', "!="}};

template <std::size_t Size>
bool contains(const std::array<Block, Size>& blocks, char32_t c) {
    return std::any_of(blocks.begin(), blocks.end(),
                       [c](const Block& block) { return block.first <= c && c <= block.last; });
}

} // namespace

bool is_name_start(char32_t c) {
    return contains(name_starts, c) && !ascii_spelling(c) && !is_space(c);
}

bool is_name_part(char32_t c) {
    return is_name_start(c) || contains(name_parts, c);
}

bool is_space(char32_t c) {
    return contains(spaces, c);
}

std::optional<std::string_view> ascii_spelling(char32_t c) {
    for (const Spelling& spelling : spellings) {
        if (spelling.character == c) {
            return spelling.ascii;
        }
    }
    return std::nullopt;
}

} // namespace heng::detail::feel
