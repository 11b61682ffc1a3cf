// SPDX-License-Identifier: Apache-2.0
//
// The one file that asks for libxlsxwriter, whose numbers are doubles, and whose result is a file:
// an unnamed one, which nobody else sees. A decimal of up to 15 digits survives both ways.
#include "office/messages.hpp"
#include "office/numbers.hpp"
#include "office/xlsx_writer.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <clocale>
#include <cstdio>
#include <heng.h>
#include <map>
#include <new>
#include <xlsxwriter.h>

namespace heng::office {
namespace {

constexpr std::size_t exact_digits = 15;
constexpr std::uint32_t yellow = 0xFFF9DB;
constexpr std::uint32_t blue = 0xDCE6F1;
constexpr std::uint32_t grey = 0x808080;
constexpr std::uint32_t line = 0xBFBFBF;

lxw_row_t row_of(Spot spot) {
    return static_cast<lxw_row_t>(spot.row - 1);
}

lxw_col_t column_of(Spot spot) {
    return static_cast<lxw_col_t>(spot.column - 1);
}

double number_of(const std::string& decimal) {
    double number = 0;
    std::from_chars(decimal.data(), decimal.data() + decimal.size(), number);
    return number;
}

/// At most `most` characters of UTF-8, which stays whole.
std::string cut(std::string_view text, std::size_t most) {
    std::size_t at = 0;
    for (std::size_t characters = 0; at < text.size(); ++at) {
        const bool begins = (static_cast<unsigned char>(text[at]) >> 6) != 2;
        if (begins && characters++ == most) {
            break;
        }
    }
    return std::string{text.substr(0, at)};
}

/// libxlsxwriter prints numbers by the locale of the process; a sheet has a point in each.
class PlainLocale {
  public:
    PlainLocale() : plain_(newlocale(LC_ALL_MASK, "C", nullptr)), before_(uselocale(plain_)) {}
    PlainLocale(const PlainLocale&) = delete;
    PlainLocale& operator=(const PlainLocale&) = delete;
    ~PlainLocale() {
        uselocale(before_);
        if (plain_ != nullptr) {
            freelocale(plain_);
        }
    }

  private:
    locale_t plain_;
    locale_t before_;
};

void set_look(lxw_format* format, Look look) {
    const bool filled_in = look == Look::text_in || look == Look::number_in ||
                           look == Look::percent_in || look == Look::date_in;
    format_set_font_name(format, "宋体");
    format_set_font_size(format, look == Look::title ? 16 : look == Look::code ? 8 : 11);
    if (look == Look::title || look == Look::head || look == Look::total) {
        format_set_bold(format);
    }
    if (look == Look::code || look == Look::note) {
        format_set_font_color(format, grey);
    }
    if (look != Look::title && look != Look::note && look != Look::plain) {
        format_set_border(format, LXW_BORDER_THIN);
        format_set_border_color(format, line);
    }
    if (look == Look::head) {
        format_set_bg_color(format, blue);
        format_set_align(format, LXW_ALIGN_CENTER);
    }
    if (look == Look::title) {
        format_set_align(format, LXW_ALIGN_CENTER);
    }
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    format_set_text_wrap(format);
    if (filled_in) {
        format_set_bg_color(format, yellow);
        format_set_unlocked(format);
    }
    if (look == Look::percent_in) {
        format_set_num_format(format, "0.00##%");
    } else if (look == Look::date_in) {
        format_set_num_format(format, "yyyy-mm-dd");
    } else if (look == Look::score || look == Look::total) {
        format_set_num_format(format, "0.00##");
    }
}

} // namespace

std::string reference(std::string_view sheet, Spot spot) {
    std::string name = "'";
    for (const char c : sheet) {
        name += c;
        name += c == '\'' ? "'" : "";
    }
    return name + "'!$" + cell_name(0, spot.column) + "$" + std::to_string(spot.row);
}

std::string sheet_name(std::string_view wanted, const std::vector<std::string>& taken) {
    constexpr std::size_t longest = 31;
    std::string plain;
    for (const char c : wanted) {
        plain += std::string_view{"[]:*?/\\'\n"}.find(c) == std::string_view::npos ? c : ' ';
    }
    std::string name = cut(plain, longest);
    for (int number = 2; std::find(taken.begin(), taken.end(), name) != taken.end(); ++number) {
        const std::string end = " " + std::to_string(number);
        name = cut(plain, longest - end.size()) + end;
    }
    return name;
}

struct XlsxWriter::Book {
    PlainLocale plain{};
    std::FILE* file = nullptr;
    lxw_workbook* workbook = nullptr;
    lxw_worksheet* sheet = nullptr;
    std::map<Look, lxw_format*> formats{};

    lxw_format* format(Look look) {
        lxw_format*& known = formats[look];
        if (known == nullptr) {
            known = workbook_add_format(workbook);
            if (known == nullptr) {
                throw std::bad_alloc{};
            }
            set_look(known, look);
        }
        return known;
    }
};

XlsxWriter::XlsxWriter(const std::string& title) : book_(std::make_unique<Book>()) {
    book_->file = std::tmpfile();
    if (book_->file == nullptr) {
        return; // finish() says so
    }
    const std::string path = "/proc/self/fd/" + std::to_string(fileno(book_->file));
    book_->workbook = workbook_new(path.c_str());
    if (book_->workbook == nullptr) {
        throw std::bad_alloc{};
    }
    std::string heading = cut(title, 255);
    std::string author = "heng";
    lxw_doc_properties properties{};
    properties.title = heading.data();
    properties.author = author.data();
    properties.created = 1'577'836'800; // 2020-01-01: the same input gives the same bytes
    workbook_set_properties(book_->workbook, &properties);
}

XlsxWriter::~XlsxWriter() {
    if (book_->workbook != nullptr) {
        workbook_close(book_->workbook);
    }
    if (book_->file != nullptr) {
        std::fclose(book_->file);
    }
}

void XlsxWriter::sheet(const std::string& name) {
    if (book_->workbook == nullptr) {
        return;
    }
    book_->sheet = workbook_add_worksheet(book_->workbook, name.c_str());
    if (book_->sheet == nullptr) {
        throw std::bad_alloc{};
    }
    worksheet_set_paper(book_->sheet, 9); // A4
    worksheet_set_landscape(book_->sheet);
    worksheet_fit_to_pages(book_->sheet, 1, 0);
}

void XlsxWriter::text(Spot spot, std::string_view text, Look look) {
    constexpr std::size_t longest = 32'767;
    if (book_->sheet != nullptr) {
        worksheet_write_string(book_->sheet, row_of(spot), column_of(spot),
                               cut(text, longest).c_str(), book_->format(look));
    }
}

void XlsxWriter::number(Spot spot, const std::string& decimal, Look look) {
    if (rounded_number(decimal) && significant_digits(decimal) <= exact_digits) {
        if (book_->sheet != nullptr) {
            worksheet_write_number(book_->sheet, row_of(spot), column_of(spot), number_of(decimal),
                                   book_->format(look));
        }
    } else {
        text(spot, decimal, look);
    }
}

void XlsxWriter::blank(Spot spot, Look look) {
    if (book_->sheet != nullptr) {
        worksheet_write_blank(book_->sheet, row_of(spot), column_of(spot), book_->format(look));
    }
}

void XlsxWriter::date(Spot spot, const std::string& day, Look look) {
    const auto serial = date_serial(day);
    if (serial) {
        number(spot, *serial, look);
    } else {
        text(spot, day, look);
    }
}

void XlsxWriter::formula(Spot spot, const std::string& formula, const std::string& result,
                         bool numeric, Look look) {
    if (book_->sheet == nullptr) {
        return;
    }
    const std::string whole = "=" + formula;
    if (numeric) {
        worksheet_write_formula_num(book_->sheet, row_of(spot), column_of(spot), whole.c_str(),
                                    book_->format(look), number_of(result));
    } else {
        worksheet_write_formula_str(book_->sheet, row_of(spot), column_of(spot), whole.c_str(),
                                    book_->format(look), result.c_str());
    }
}

void XlsxWriter::merge(Spot from, Spot to, std::string_view text, Look look) {
    if (book_->sheet != nullptr) {
        worksheet_merge_range(book_->sheet, row_of(from), column_of(from), row_of(to),
                              column_of(to), std::string{text}.c_str(), book_->format(look));
    }
}

void XlsxWriter::column(std::size_t column, unsigned width, Look look) {
    if (book_->sheet != nullptr) {
        const lxw_col_t index = column_of({1, column});
        worksheet_set_column(book_->sheet, index, index, width, book_->format(look));
    }
}

void XlsxWriter::height(std::size_t row, unsigned height) {
    if (book_->sheet != nullptr) {
        worksheet_set_row(book_->sheet, row_of({row, 1}), height, nullptr);
    }
}

void XlsxWriter::freeze(Spot below) {
    if (book_->sheet != nullptr) {
        worksheet_freeze_panes(book_->sheet, row_of(below), column_of(below));
    }
}

void XlsxWriter::check(Spot from, Spot to, const Check& check) {
    constexpr std::size_t longest_list = 255;
    constexpr std::size_t longest_advice = 255;
    if (book_->sheet == nullptr) {
        return;
    }
    lxw_data_validation validation{};
    std::vector<std::string> kept = check.words; // libxlsxwriter's pointers are not const
    std::vector<char*> words;
    std::size_t length = 0;
    for (std::string& word : kept) {
        words.push_back(word.data());
        length += word.size() + 1;
    }
    words.push_back(nullptr);
    std::string advice = cut(check.advice, longest_advice);
    validation.error_message = advice.data();
    validation.ignore_blank = LXW_VALIDATION_ON;
    const bool both = !check.least.empty() && !check.most.empty();
    const bool neither = check.least.empty() && check.most.empty();
    validation.criteria = both                 ? LXW_VALIDATION_CRITERIA_BETWEEN
                          : check.most.empty() ? LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO
                                               : LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO;
    validation.minimum_number = neither ? -1e300 : number_of(check.least);
    validation.maximum_number = number_of(check.most);
    validation.value_number =
        neither ? -1e300 : number_of(check.least.empty() ? check.most : check.least);
    switch (check.kind) {
    case Check::Kind::list:
        if (length > longest_list || check.words.empty()) {
            return; // Excel has no room for it
        }
        validation.validate = LXW_VALIDATION_TYPE_LIST;
        validation.value_list = words.data();
        break;
    case Check::Kind::whole:
        validation.validate = LXW_VALIDATION_TYPE_INTEGER;
        break;
    case Check::Kind::date:
        validation.validate = LXW_VALIDATION_TYPE_DATE_NUMBER;
        validation.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
        validation.value_number = 61; // 1900-03-01
        break;
    case Check::Kind::number:
        validation.validate = LXW_VALIDATION_TYPE_DECIMAL;
        break;
    }
    worksheet_data_validation_range(book_->sheet, row_of(from), column_of(from), row_of(to),
                                    column_of(to), &validation);
}

void XlsxWriter::protect(bool grows) {
    if (book_->sheet == nullptr) {
        return;
    }
    lxw_protection allowed{};
    allowed.format_columns = LXW_TRUE;
    allowed.format_rows = LXW_TRUE;
    allowed.insert_rows = grows ? LXW_TRUE : LXW_FALSE;
    allowed.delete_rows = allowed.insert_rows;
    allowed.sort = allowed.insert_rows;
    worksheet_protect(book_->sheet, nullptr, &allowed);
}

Expected<std::string> XlsxWriter::finish() {
    std::string bytes;
    const bool closed = book_->workbook != nullptr &&
                        workbook_close(std::exchange(book_->workbook, nullptr)) == LXW_NO_ERROR;
    book_->sheet = nullptr;
    if (closed && std::fseek(book_->file, 0, SEEK_SET) == 0) {
        std::array<char, 65536> block;
        while (const std::size_t got = std::fread(block.data(), 1, block.size(), book_->file)) {
            bytes.append(block.data(), got);
        }
    }
    if (bytes.empty()) {
        return refused(problem(HENG_INTERNAL_ERROR, "office.broken", say::no_temporary_file));
    }
    return bytes;
}

} // namespace heng::office
