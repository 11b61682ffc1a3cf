// SPDX-License-Identifier: Apache-2.0
#include "office/messages.hpp"
#include "office/readers.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <heng.h>
#include <optional>
#include <utility>

namespace heng::office {
namespace {

constexpr std::size_t looked_at = 65'536; ///< of a text

std::string small_letters(std::string_view text) {
    std::string small{text};
    for (char& c : small) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return small;
}

std::size_t number_at(std::string_view bytes, std::size_t at, std::size_t count) {
    std::size_t number = 0;
    for (std::size_t i = count; i-- > 0 && at + i < bytes.size();) {
        number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
    }
    return number;
}

/// By the names in the directory of a zip: what is embedded in a file has names of its own. A zip
/// without a directory is taken for a workbook, whose reader says that it is damaged.
Kind kind_of_zip(std::string_view bytes) {
    constexpr std::size_t entry = 46; // bytes of an entry before its name
    Kind kind = Kind::other;
    const std::size_t end = bytes.rfind("PK\x05\x06");
    if (end == std::string_view::npos || bytes.size() - end < 22) {
        return Kind::xlsx;
    }
    std::size_t at = number_at(bytes, end + 16, 4);
    while (at + entry <= bytes.size() && bytes.substr(at).starts_with("PK\x01\x02")) {
        const std::size_t length = number_at(bytes, at + 28, 2);
        const std::string name = small_letters(bytes.substr(at + entry, length));
        if (name == "xl/workbook.bin") {
            return Kind::binary_workbook;
        }
        if (name == "content.xml" || name == "mimetype") {
            return Kind::open_document;
        }
        kind = name.starts_with("xl/") ? Kind::xlsx : name.starts_with("word/") ? Kind::docx : kind;
        at += entry + length + number_at(bytes, at + 30, 2) + number_at(bytes, at + 32, 2);
    }
    return kind;
}

/// A name as the directory of an OLE file writes it.
std::string wide(std::string_view name) {
    std::string text;
    for (const char c : name) {
        text += c;
        text += '\0';
    }
    return text;
}

Kind kind_of_ole(std::string_view bytes) {
    const auto has = [bytes](std::string_view name) {
        return bytes.find(wide(name)) != std::string_view::npos;
    };
    return has("EncryptedPackage") ? Kind::encrypted
           : has("WordDocument")   ? Kind::old_document
                                   : Kind::old_workbook;
}

std::optional<Kind> kind_of_signature(std::string_view bytes) {
    using namespace std::string_view_literals;
    static constexpr std::array<std::pair<std::string_view, Kind>, 8> signatures{
        {{"%PDF"sv, Kind::pdf},
         {"{\\rtf"sv, Kind::rich_text},
         {"\x89PNG"sv, Kind::picture},
         {"\xFF\xD8\xFF"sv, Kind::picture},
         {"GIF8"sv, Kind::picture},
         {"BM"sv, Kind::picture},
         {"II*\0"sv, Kind::picture},
         {"MM\0*"sv, Kind::picture}}};
    if (bytes.starts_with("PK\x03\x04")) {
        return kind_of_zip(bytes);
    }
    if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) {
        return kind_of_ole(bytes);
    }
    for (const auto& [signature, kind] : signatures) {
        const bool letters = signature == "BM"; // may begin a text, which has no NUL
        if (bytes.starts_with(signature) &&
            (!letters || bytes.substr(0, looked_at).find('\0') != std::string_view::npos)) {
            return kind;
        }
    }
    return std::nullopt;
}

Kind kind_of_markup(std::string_view text) {
    const std::string small = small_letters(text.substr(0, looked_at));
    if (small.find("urn:schemas-microsoft-com:office:spreadsheet") != std::string::npos &&
        small.find("<workbook") != std::string::npos) {
        return Kind::xml_workbook;
    }
    const bool html = small.find("<html") != std::string::npos ||
                      small.find("<table") != std::string::npos ||
                      small.find("<!doctype html") != std::string::npos;
    return html ? Kind::html : Kind::other;
}

/// Whether a text that begins with a quotation mark is JSON that lacks its brace: `"heng": …`.
bool is_key(std::string_view text) {
    const std::size_t close = text.find('"', 1);
    const std::size_t next =
        close == std::string_view::npos ? close : text.find_first_not_of(" \t\r\n", close + 1);
    return next != std::string_view::npos && text[next] == ':';
}

} // namespace

Kind kind_of(std::string_view bytes) {
    if (const auto kind = kind_of_signature(bytes)) {
        return *kind;
    }
    const bool utf16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
    if (utf16) {
        return Kind::csv; // Excel's "Unicode text"
    }
    std::string_view text = bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    if (text.empty() || text.front() == '{' || text.front() == '[') {
        return Kind::json;
    }
    if (text.front() == '<') {
        return kind_of_markup(text);
    }
    const std::string_view head = text.substr(0, looked_at);
    const bool fields =
        (head.starts_with("sep=") || head.find_first_of(",;\t") != std::string_view::npos) &&
        head.find('\n') != std::string_view::npos && head.find('\0') == std::string_view::npos;
    return fields && !(text.front() == '"' && is_key(text)) ? Kind::csv : Kind::other;
}

Problem not_read(Kind kind) {
    const auto because = [](const Words& what, const Words& cure) {
        return problem(HENG_SYNTAX_ERROR, "office.kind", what, {}, cure);
    };
    switch (kind) {
    case Kind::old_workbook:
        return because(say::old_workbook, say::save_as_xlsx);
    case Kind::old_document:
        return because(say::old_document, say::save_as_docx);
    case Kind::encrypted:
        return because(say::encrypted, say::without_password);
    case Kind::open_document:
        return because(say::open_document, say::save_as_either);
    case Kind::binary_workbook:
        return because(say::binary_workbook, say::save_as_xlsx);
    case Kind::xml_workbook:
        return because(say::xml_workbook, say::save_as_xlsx);
    case Kind::rich_text:
        return because(say::rich_text, say::save_as_docx);
    case Kind::pdf:
        return because(say::pdf, say::ask_for_source);
    case Kind::picture:
        return because(say::picture, say::ask_for_source);
    default:
        return because(say::other_kind, say::known_kinds);
    }
}

Expected<File> read_tables(std::string_view bytes, const Bounds& bounds) {
    if (bytes.size() > bounds.bytes) {
        return refused(problem(HENG_LIMIT_EXCEEDED, "office.limit",
                               say::too_large(bytes.size(), bounds.bytes)));
    }
    const Kind kind = kind_of(bytes);
    switch (kind) {
    case Kind::xlsx:
        return read_xlsx(bytes, bounds);
    case Kind::docx:
        return read_docx(bytes, bounds);
    case Kind::html:
        return read_html(bytes, bounds);
    case Kind::csv:
        return read_csv(bytes, bounds);
    default:
        return refused(not_read(kind));
    }
}

} // namespace heng::office
