// SPDX-License-Identifier: Apache-2.0
#include "base/page.hpp"
#include "base/text/width.hpp"

#include <algorithm>
#include <iterator>

namespace heng::detail::base {
namespace {

/// Quoted where RFC 4180 asks for it.
std::string field(const std::string& text) {
    if (text.find_first_of(",\"\r\n\t") == std::string::npos) {
        return text;
    }
    std::string out{'"'};
    for (const char c : text) {
        out.append(c == '"' ? 2 : 1, c);
    }
    return out + '"';
}

/// Whether a spreadsheet would compute it; East Asian ones know full-width signs as well.
bool is_formula(std::string_view words) {
    words.remove_prefix(std::min(words.find_first_not_of(" \t\r\n"), words.size()));
    constexpr std::string_view signs[] = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};
    return std::any_of(std::begin(signs), std::end(signs),
                       [&](std::string_view sign) { return words.starts_with(sign); });
}

/// Without what would steer a terminal, and not as a formula.
std::string told(std::string_view words) {
    std::string out{is_formula(words) ? "'" : ""};
    for (;;) { // ends of lines and tabs stay, in quotes
        const std::size_t end = words.find_first_of("\r\n\t");
        out += text::printable(words.substr(0, end));
        if (end == std::string_view::npos) {
            return out;
        }
        out += words[end];
        words.remove_prefix(end + 1);
    }
}

} // namespace

std::string to_csv(const Table& table) {
    std::string out;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        out.append(i == 0 ? "" : ",").append(field(table.columns[i].heading));
    }
    out += "\r\n";
    for (const std::vector<Cell>& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            const bool number = table.columns[i].align == Align::right;
            out.append(i == 0 ? "" : ",");
            out += field(number ? row[i].text : told(row[i].text));
        }
        out += "\r\n";
    }
    return out;
}

} // namespace heng::detail::base
