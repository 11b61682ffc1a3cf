// SPDX-License-Identifier: Apache-2.0
#include "office/messages.hpp"

#include <algorithm>

namespace heng::office {

std::string Sentence::filled(std::string_view pattern, std::initializer_list<Blank> blanks,
                             bool chinese) {
    std::string text;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const bool blank = at + 2 < pattern.size() && pattern[at] == '{' && pattern[at + 2] == '}';
        const std::size_t which =
            blank ? static_cast<std::size_t>(pattern[at + 1] - '0') : blanks.size();
        if (which >= blanks.size()) {
            text += pattern[at];
            continue;
        }
        const Blank& given = *(blanks.begin() + which);
        text += chinese ? given.zh : given.en;
        at += 2;
    }
    return text;
}

std::string cell_name(std::size_t row, std::size_t column) {
    std::string letters;
    for (std::size_t left = column; left > 0; left = (left - 1) / 26) {
        letters += static_cast<char>('A' + (left - 1) % 26);
    }
    std::reverse(letters.begin(), letters.end());
    return row == 0 ? letters : letters + std::to_string(row);
}

std::string place_text(const Where& where, Language language) {
    if (!where.sheet.empty()) {
        return where.column == 0 ? where.sheet
                                 : where.sheet + '!' + cell_name(where.row, where.column);
    }
    std::string text;
    const auto add = [&](const Sentence& part, std::size_t number) {
        if (number != 0) {
            text += text.empty() || language == Language::zh ? "" : ", ";
            text += in(part(number), language);
        }
    };
    add(say::table_of, where.table);
    add(say::row_of, where.row);
    add(say::column_of, where.column);
    return text;
}

} // namespace heng::office
