// SPDX-License-Identifier: Apache-2.0
#include "text/width.hpp"

#include <heng/document/render.hpp>

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace heng {
namespace {

/// A field, quoted where RFC 4180 asks for it.
std::string field(std::string_view text) {
    if (text.find_first_of(",\"\r\n\t") == std::string_view::npos) {
        return std::string{text};
    }
    std::string out{'"'};
    for (const char c : text) {
        out += c;
        if (c == '"') {
            out += '"';
        }
    }
    out += '"';
    return out;
}

/// A text from a document: without what would steer a terminal, and not as a formula.
std::string told(std::string_view words) {
    const bool formula =
        std::string_view{"=+-@"}.find(words.substr(0, 1)) != std::string_view::npos;
    std::string out{formula && !words.empty() ? "'" : ""};
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

/// Points as a decimal: a spreadsheet reads 10/9 as a day. Where the decimal does not end it is
/// rounded, and `exact` says what it stands for.
std::string decimal_text(const Points& points, std::optional<int> scale) {
    constexpr int places = 10;
    return points.value().exact_decimal() ? text_of(points, scale)
                                          : points.rounded(places).to_string();
}

/// "10 ÷ 9", or "" of what ends.
std::string exact_text(const Points& points) {
    std::string text = points.value().exact_decimal() ? "" : points.to_string();
    if (const std::size_t slash = text.find('/'); slash != std::string::npos) {
        text.replace(slash, 1, " ÷ ");
    }
    return text;
}

void write_record(std::string& out, std::initializer_list<std::string_view> fields) {
    bool first = true;
    for (const std::string_view text : fields) {
        out += first ? "" : ",";
        out += field(text);
        first = false;
    }
    out += "\r\n";
}

} // namespace

std::string to_csv(const ScoreSheet& sheet) {
    std::string out;
    write_record(out, {"id", "name", "parent", "level", "kind", "rule", "points", "score", "rate",
                       "lost", "status", "basis", "why", "recover", "exact"});
    for (const Item& item : sheet.items) {
        const std::string parent = item.parent ? sheet.items[*item.parent].id : "";
        write_record(out,
                     {told(item.id), told(item.name), told(parent), std::to_string(item.level),
                      name(item.kind), item.rule, decimal_text(item.points, item.scale),
                      decimal_text(item.score, item.scale), item.rate(),
                      decimal_text(item.lost(), item.scale), name(item.status), name(item.basis),
                      told(item.why), told(item.recover), exact_text(item.score)});
    }
    write_record(out, {"", "total", "", "0", "total", "", decimal_text(sheet.points, sheet.scale),
                       decimal_text(sheet.total, sheet.scale), sheet.rate(),
                       decimal_text(sheet.points - sheet.total, sheet.scale), "", "",
                       told(sheet.grade), "", exact_text(sheet.total)});
    return out;
}

} // namespace heng
