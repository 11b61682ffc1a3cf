// SPDX-License-Identifier: Apache-2.0
#include "office/xlsx_parts.hpp"

#include <charconv>
#include <map>
#include <optional>
#include <utility>

namespace heng::office {
namespace {

std::optional<unsigned> hex_of(std::string_view digits) {
    unsigned value = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    const bool whole = read.ec == std::errc{} && read.ptr == digits.data() + digits.size();
    return whole ? std::optional{value} : std::nullopt;
}

/// UTF-8 of a character below U+10000 that is no half of a pair; "" of others and of NUL.
std::string utf8(unsigned c) {
    if (c == 0 || (c >= 0xD800 && c <= 0xDFFF)) {
        return {};
    }
    if (c < 0x80) {
        return {static_cast<char>(c)};
    }
    if (c < 0x800) {
        return {static_cast<char>(0xC0 | (c >> 6)), static_cast<char>(0x80 | (c & 0x3F))};
    }
    return {static_cast<char>(0xE0 | (c >> 12)), static_cast<char>(0x80 | ((c >> 6) & 0x3F)),
            static_cast<char>(0x80 | (c & 0x3F))};
}

/// Of the formats that a workbook does not write out: dates in all languages of Excel.
bool is_builtin_date(unsigned id) {
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) ||
           (id >= 50 && id <= 58);
}

std::optional<unsigned> number_of(std::string_view text) {
    unsigned value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = read.ec == std::errc{} && read.ptr == text.data() + text.size();
    return whole ? std::optional{value} : std::nullopt;
}

} // namespace

std::string unescaped_text(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = text.substr(at);
        if (rest.size() >= 7 && rest.starts_with("_x") && rest[6] == '_') {
            if (const auto c = hex_of(rest.substr(2, 4))) {
                plain += *c == 0x0D ? std::string{} : utf8(*c);
                at += 7;
                continue;
            }
        }
        plain += text[at++];
    }
    return plain;
}

std::string text_of(Element item) {
    std::string text;
    for (const Element each : item.children()) {
        if (is(each, "t")) {
            text += each.text().get();
        } else if (is(each, "r")) {
            text += child(each, "t").text().get();
        }
    }
    return text.find("_x") == std::string::npos ? text : unescaped_text(text);
}

bool is_date_format(std::string_view code) {
    for (std::size_t at = 0; at < code.size(); ++at) {
        const char c = code[at];
        if (c == ';') {
            return false; // the first section is that of positive numbers
        }
        if (c == '"') {
            at = code.find('"', at + 1);
        } else if (c == '[') {
            const std::size_t close = code.find(']', at + 1);
            const std::string_view inside = code.substr(at + 1, close - at - 1);
            if (!inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos) {
                return true; // [h]:mm
            }
            at = close;
        } else if (c == '\\' || c == '_' || c == '*') {
            ++at;
        } else if ((c == 'e' || c == 'E') && at + 1 < code.size() &&
                   (code[at + 1] == '+' || code[at + 1] == '-')) {
            ++at;
        } else if (code.substr(at).starts_with("General")) {
            at += 6;
        } else if (std::string_view{"ymdhseYMDHSE"}.find(c) != std::string_view::npos) {
            return true;
        }
        if (at == std::string_view::npos) {
            return false;
        }
    }
    return false;
}

Expected<std::vector<std::string>> read_texts(Zip& zip, const std::string& part,
                                              const Bounds& bounds) {
    std::vector<std::string> texts;
    if (part.empty() || !zip.has(part)) {
        return texts;
    }
    const auto xml = read_xml(zip, part, bounds);
    if (!xml) {
        return tl::unexpected<Problems>{xml.error()};
    }
    for (const Element item : xml->root().children()) {
        if (is(item, "si")) {
            texts.push_back(text_of(item));
        }
    }
    return texts;
}

Expected<std::vector<Shows>> read_styles(Zip& zip, const std::string& part, const Bounds& bounds) {
    std::vector<Shows> styles;
    if (part.empty() || !zip.has(part)) {
        return styles;
    }
    const auto xml = read_xml(zip, part, bounds);
    if (!xml) {
        return tl::unexpected<Problems>{xml.error()};
    }
    std::map<unsigned, Shows> own;
    for (const Element format : child(xml->root(), "numFmts").children()) {
        if (const auto id = number_of(attribute(format, "numFmtId"))) {
            const std::string_view code = attribute(format, "formatCode");
            own[*id] = is_date_format(code)                       ? Shows::date
                       : code.find('%') != std::string_view::npos ? Shows::percent
                                                                  : Shows::number;
        }
    }
    for (const Element style : child(xml->root(), "cellXfs").children()) {
        const unsigned id = number_of(attribute(style, "numFmtId")).value_or(0);
        const auto written = own.find(id);
        styles.push_back(written != own.end()  ? written->second
                         : is_builtin_date(id) ? Shows::date
                         : id == 9 || id == 10 ? Shows::percent
                                               : Shows::number);
    }
    return styles;
}

CellPlace place_of_reference(std::string_view reference) {
    std::size_t column = 0;
    std::size_t at = 0;
    for (; at < reference.size() && reference[at] >= 'A' && reference[at] <= 'Z'; ++at) {
        column = column * 26 + static_cast<std::size_t>(reference[at] - 'A' + 1);
        if (column > most_columns) {
            return {};
        }
    }
    const auto row = number_of(reference.substr(at));
    if (column == 0 || !row || *row == 0 || *row > most_rows) {
        return {};
    }
    return {*row, column};
}

} // namespace heng::office
