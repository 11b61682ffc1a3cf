// SPDX-License-Identifier: Apache-2.0
//
// The one file that asks for libxml2. Its HTML parser opens nothing outside of the text.
#include "office/messages.hpp"
#include "office/numbers.hpp"
#include "office/readers.hpp"
#include "office/table_builder.hpp"

#include <algorithm>
#include <charconv>
#include <heng.h>
#include <libxml/HTMLparser.h>
#include <limits>
#include <memory>
#include <new>
#include <optional>
#include <utility>

namespace heng::office {
namespace {

constexpr int deepest = 256;
constexpr std::size_t widest = 1'000; ///< columns that a cell spans, as in browsers
constexpr std::size_t most_columns = 16'384;
constexpr std::size_t longest_span = 65'534;

struct FreeParser {
    void operator()(htmlParserCtxtPtr parser) const { htmlFreeParserCtxt(parser); }
};

struct FreeDocument {
    void operator()(htmlDocPtr document) const { xmlFreeDoc(document); }
};

std::string_view text_of(const xmlChar* text) {
    return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text); // NOLINT
}

/// The parser writes names in small letters.
bool is(const xmlNode* node, std::string_view name) {
    return node->type == XML_ELEMENT_NODE && text_of(node->name) == name;
}

/// The value of an attribute, nothing where there is none. "x:num" is Excel's.
std::optional<std::string> attribute(const xmlNode* node, std::string_view name) {
    for (const xmlAttr* each = node->properties; each != nullptr; each = each->next) {
        if (text_of(each->name) == name) {
            return each->children == nullptr ? std::string{}
                                             : std::string{text_of(each->children->content)};
        }
    }
    return std::nullopt;
}

std::size_t span_of(const xmlNode* node, std::string_view name) {
    const std::string text = attribute(node, name).value_or("1");
    std::size_t span = 1;
    std::from_chars(text.data(), text.data() + text.size(), span);
    return span;
}

/// As browsers show it: line ends of the source are spaces.
void add_inline(std::string_view source, std::string& text) {
    for (const char c : source) {
        text += c == '\n' || c == '\r' ? ' ' : c;
    }
}

bool begins_a_line(const xmlNode* node) {
    return is(node, "p") || is(node, "div") || is(node, "li") || is(node, "br") || is(node, "tr");
}

/// A no-break space shows as a space.
std::string with_plain_spaces(std::string text) {
    for (std::size_t at = text.find("\xC2\xA0"); at != std::string::npos;
         at = text.find("\xC2\xA0", at + 1)) {
        text.replace(at, 2, " ");
    }
    return tidy_text(text);
}

class PageReader {
  public:
    PageReader(File& file, const Bounds& bounds) : file_(file), bounds_(bounds), left_(bounds) {}

    [[nodiscard]] std::optional<Problem> run(const xmlNode* node, int depth) {
        if (depth > deepest) {
            return problem(HENG_LIMIT_EXCEEDED, "office.limit",
                           say::too_deep(std::size_t{deepest}));
        }
        for (; node != nullptr; node = node->next) {
            if (node->type == XML_TEXT_NODE) {
                add_inline(text_of(node->content), line_);
                continue;
            }
            if (is(node, "table")) {
                end_line();
                if (auto why = read_table(node, depth)) {
                    return why;
                }
                continue;
            }
            if (node->type != XML_ELEMENT_NODE || is(node, "script") || is(node, "style") ||
                is(node, "head")) {
                continue;
            }
            if (begins_a_line(node)) {
                end_line();
            }
            if (auto why = run(node->children, depth + 1)) {
                return why;
            }
        }
        return std::nullopt;
    }

  private:
    struct Reading {
        TableBuilder& builder;
        std::vector<std::size_t> taken{}; ///< by column: the last row that a cell above spans
        std::vector<const xmlNode*> nested{};
        std::size_t row = 0;
    };

    void end_line() {
        if (std::string text = with_plain_spaces(std::exchange(line_, {})); !text.empty()) {
            before_.push_back(std::move(text));
        }
    }

    std::optional<Problem> read_table(const xmlNode* node, int depth) {
        if (depth > deepest) {
            return problem(HENG_LIMIT_EXCEEDED, "office.limit",
                           say::too_deep(std::size_t{deepest}));
        }
        if (file_.tables.size() == bounds_.tables) {
            return problem(HENG_LIMIT_EXCEEDED, "office.limit",
                           say::too_many_tables(bounds_.tables));
        }
        TableBuilder builder{
            Table{.number = file_.tables.size() + 1, .before = std::exchange(before_, {})}, bounds_,
            left_};
        Reading reading{builder};
        if (auto why = read_rows(node, reading)) {
            return why;
        }
        auto table = std::move(builder).finish();
        if (!table) {
            return std::move(table.error().front());
        }
        file_.tables.push_back(*std::move(table));
        for (const xmlNode* nested : reading.nested) { // each after the table around it
            if (auto why = read_table(nested, depth + 1)) {
                return why;
            }
        }
        return std::nullopt;
    }

    std::optional<Problem> read_rows(const xmlNode* table, Reading& reading) {
        for (const xmlNode* each = table->children; each != nullptr; each = each->next) {
            std::optional<Problem> why;
            if (is(each, "tr")) {
                ++reading.row;
                why = read_row(each, reading);
            } else if (is(each, "thead") || is(each, "tbody") || is(each, "tfoot")) {
                why = read_rows(each, reading); // these are not nested in one another
            }
            if (why) {
                return why;
            }
        }
        return std::nullopt;
    }

    std::optional<Problem> read_row(const xmlNode* row, Reading& reading) {
        std::size_t column = 1;
        for (const xmlNode* each = row->children; each != nullptr; each = each->next) {
            if (!is(each, "td") && !is(each, "th")) {
                continue;
            }
            const auto is_taken = [&](std::size_t at) {
                return at < reading.taken.size() && reading.taken[at] >= reading.row;
            };
            while (is_taken(column)) {
                ++column;
            }
            if (column > most_columns) {
                return problem(HENG_LIMIT_EXCEEDED, "office.limit",
                               say::too_many_cells(bounds_.cells),
                               reading.builder.table().where(reading.row, 0));
            }
            Cell cell{.row = reading.row, .column = column};
            const std::size_t rows = span_of(each, "rowspan");
            cell.rows = rows == 0 ? longest_span : std::min(rows, longest_span);
            const std::size_t columns =
                std::clamp<std::size_t>(span_of(each, "colspan"), 1, widest);
            while (cell.columns < columns && !is_taken(column + cell.columns)) {
                ++cell.columns;
            }
            reading.taken.resize(std::max(reading.taken.size(), column + cell.columns), 0);
            std::fill_n(reading.taken.begin() + static_cast<std::ptrdiff_t>(column), cell.columns,
                        reading.row + cell.rows - 1);
            column += cell.columns;
            if (auto why = read_cell(each, std::move(cell), reading)) {
                return why;
            }
        }
        return std::nullopt;
    }

    std::optional<Problem> read_cell(const xmlNode* node, Cell cell, Reading& reading) {
        if (auto why = add_text(node->children, cell.text, reading.nested, 0)) {
            return why;
        }
        cell.text = with_plain_spaces(std::move(cell.text));
        // Excel writes the number that a cell shows rounded, and "" where it shows it all
        const auto number = attribute(node, "x:num");
        const auto value =
            number ? rounded_number(number->empty() ? cell.text : *number) : std::nullopt;
        if (value) {
            cell.kind = CellKind::number;
            cell.text = *value;
        }
        return reading.builder.add(std::move(cell));
    }

    std::optional<Problem> add_text(const xmlNode* node, std::string& text,
                                    std::vector<const xmlNode*>& nested, int depth) {
        if (depth > deepest) {
            return problem(HENG_LIMIT_EXCEEDED, "office.limit",
                           say::too_deep(std::size_t{deepest}));
        }
        for (; node != nullptr; node = node->next) {
            if (node->type == XML_TEXT_NODE) {
                add_inline(text_of(node->content), text);
            } else if (is(node, "table")) {
                nested.push_back(node);
            } else if (node->type == XML_ELEMENT_NODE && !is(node, "script") &&
                       !is(node, "style")) {
                text += begins_a_line(node) ? "\n" : "";
                if (auto why = add_text(node->children, text, nested, depth + 1)) {
                    return why;
                }
            }
        }
        return std::nullopt;
    }

    File& file_;
    const Bounds& bounds_;
    CellsLeft left_;
    std::vector<std::string> before_{};
    std::string line_{};
};

} // namespace

Expected<File> read_html(std::string_view bytes, const Bounds& bounds) {
    const auto text = utf8_of(bytes);
    if (!text) {
        return tl::unexpected<Problems>{text.error()};
    }
    const auto elements = std::count(text->begin(), text->end(), '<');
    if (text->size() > static_cast<std::size_t>(std::numeric_limits<int>::max()) ||
        static_cast<std::size_t>(elements) > bounds.marks / 2) {
        return refused(problem(HENG_LIMIT_EXCEEDED, "office.limit",
                               say::too_many_marks("HTML", bounds.marks / 2), {},
                               say::keep_the_form));
    }
    const std::unique_ptr<htmlParserCtxt, FreeParser> parser{htmlNewParserCtxt()};
    if (!parser) {
        throw std::bad_alloc{};
    }
    const std::unique_ptr<xmlDoc, FreeDocument> page{htmlCtxtReadMemory(
        parser.get(), text->data(), static_cast<int>(text->size()), nullptr, "UTF-8",
        HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET)};
    if (parser->lastError.code == XML_ERR_NO_MEMORY) {
        throw std::bad_alloc{};
    }
    if (parser->disableSAX != 0) { // it stopped, and what is behind is not in the page
        return refused(
            problem(HENG_LIMIT_EXCEEDED, "office.limit", say::too_deep(std::size_t{deepest})));
    }
    if (!page) {
        return refused(problem(HENG_SYNTAX_ERROR, "office.broken", say::broken_xml("HTML"), {},
                               say::save_again));
    }
    File file{Kind::html, {}};
    PageReader reader{file, bounds};
    if (auto why = reader.run(xmlDocGetRootElement(page.get()), 0)) {
        return refused(*std::move(why));
    }
    return file;
}

} // namespace heng::office
