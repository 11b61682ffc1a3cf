// SPDX-License-Identifier: Apache-2.0
#include "office/form_layout.hpp"
#include "office/form_messages.hpp"
#include "office/numbers.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace heng::office {
namespace {

constexpr std::size_t last_row = 100'003; ///< as many records as heng reads, below three headings
constexpr std::size_t code_column = 7;
constexpr std::array<unsigned, code_column> input_widths{36, 20, 9, 26, 28, 40, 18};

Look look_of(FieldType type) {
    switch (type) {
    case FieldType::percent:
        return Look::percent_in;
    case FieldType::date:
        return Look::date_in;
    case FieldType::text:
    case FieldType::boolean:
        return Look::text_in;
    default:
        return Look::number_in;
    }
}

Words type_words(FieldType type) {
    switch (type) {
    case FieldType::number:
        return say::is_number;
    case FieldType::money:
        return say::is_money;
    case FieldType::percent:
        return say::is_percent;
    case FieldType::count:
        return say::is_count;
    case FieldType::boolean:
        return say::is_boolean;
    case FieldType::date:
        return say::is_date;
    case FieldType::figure:
        return say::is_figure;
    case FieldType::text:
        break;
    }
    return say::is_text;
}

/// How many zeros a unit of money has: 4 of 万元.
int zeros_of(std::string_view unit) {
    constexpr std::array<std::pair<std::string_view, int>, 5> units{
        {{"元", 0}, {"千元", 3}, {"万元", 4}, {"百万元", 6}, {"亿元", 8}}};
    const auto* const found = std::find_if(units.begin(), units.end(),
                                           [&](const auto& each) { return each.first == unit; });
    return found == units.end() ? 0 : found->second;
}

/// A decimal with its point moved, exactly.
std::string moved(const std::string& decimal, int places) {
    std::string digits = decimal;
    const bool negative = digits.starts_with('-');
    digits.erase(0, negative ? 1 : 0);
    std::size_t dot = std::min(digits.find('.'), digits.size());
    digits.erase(std::min(dot, digits.size()), dot < digits.size() ? 1 : 0);
    if (places < 0) {
        digits.insert(0, static_cast<std::size_t>(-places), '0');
    } else {
        digits.append(static_cast<std::size_t>(places), '0');
        dot += static_cast<std::size_t>(places);
    }
    digits.insert(dot, ".");
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.find('.') - 1));
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.ends_with('.')) {
        digits.pop_back();
    }
    return (negative && digits != "0" ? "-" : "") + digits;
}

/// How many lines a text takes in a column, where a Chinese character is two wide.
std::size_t lines_of(std::string_view text, std::size_t width) {
    std::size_t lines = 1;
    std::size_t used = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const std::size_t wide = byte < 0x80 ? 1 : byte >= 0xE0 ? 2 : byte >= 0xC0 ? 1 : 0;
        if (c == '\n' || used + wide > width) {
            ++lines;
            used = 0;
        }
        used += c == '\n' ? 0 : wide;
    }
    return lines;
}

} // namespace

void FormLayout::fit_row(std::size_t row, std::span<const std::string> texts,
                         std::span<const unsigned> widths) {
    constexpr std::size_t line = 15;
    constexpr std::size_t most = 8;
    std::size_t lines = 1;
    for (std::size_t i = 0; i < std::min(texts.size(), widths.size()); ++i) {
        lines = std::max(lines, lines_of(texts[i], widths[i]));
    }
    book_.height(row, static_cast<unsigned>(line * std::min(lines, most) + 3));
}

FormLayout::FormLayout(const FormPlan& plan, Json facts, const heng_sheet* sheet, Language language)
    : plan_(plan),
      facts_(std::move(facts)),
      sheet_(sheet),
      language_(language),
      book_(plan.title) {}

Expected<std::string> FormLayout::run() {
    name_sheets();
    write_inputs();
    for (const ListField& list : plan_.lists) {
        write_list(list, list_sheets_.at(list.path));
    }
    if (!plan_.assessed.empty()) {
        write_assessed();
    }
    write_scores();
    write_help();
    return book_.finish();
}

void FormLayout::name_sheets() {
    const auto add = [&](const std::string& wanted) {
        names_.push_back(sheet_name(wanted, names_));
        return names_.back();
    };
    inputs_ = add(in(say::sheet_inputs));
    assessed_ = add(in(say::sheet_assessed));
    scores_ = add(in(say::sheet_scores));
    add(in(say::sheet_help));
    for (const ListField& list : plan_.lists) {
        // what a label explains in brackets is too long for a sheet's name
        const std::string label = in(list.label);
        list_sheets_[list.path] =
            add(label.substr(0, std::min(label.find("（"), label.find(" ("))));
    }
}

void FormLayout::heading(std::size_t row, const std::vector<std::string>& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        book_.text({row, i + 1}, words[i], Look::head);
    }
}

void FormLayout::write_inputs() {
    book_.sheet(inputs_);
    for (std::size_t i = 0; i < input_widths.size(); ++i) {
        book_.column(i + 1, input_widths[i], Look::plain);
    }
    book_.merge({1, 1}, {1, code_column}, plan_.title, Look::title);
    book_.height(1, 30);
    book_.merge({2, 1}, {2, code_column}, in(say::help_fill), Look::note);
    heading(3, {in(say::head_label), in(say::head_value), in(say::head_unit), in(say::head_meaning),
                in(say::head_used_for), in(say::head_basis), in(say::head_code)});
    book_.freeze({4, 1});
    row_ = 4;
    const Json& subject = facts_["subject"];
    write_about("@name", say::subject_name, subject["name"].scalar, false);
    write_about("@year", say::subject_year, subject["year"].scalar, false);
    if (!plan_.unit.empty()) {
        write_about("@unit", say::money_unit, plan_.unit, true);
    }
    write_about("@rubric", say::rubric_id, plan_.id, true);
    for (const Field& field : plan_.fields) {
        write_field(field);
    }
    for (const ListField& list : plan_.lists) {
        write_some(list);
    }
    book_.protect(false);
}

/// Whether there are rows in a list at all: an empty table does not say.
void FormLayout::write_some(const ListField& list) {
    const Json& rows = facts_["data"].at_path(list.path);
    const std::array<std::string, code_column> texts{
        in(list.label),
        rows.kind != Json::Kind::list ? "" : in(rows.members.empty() ? say::none : say::some),
        "",
        in(say::is_list(list_sheets_.at(list.path))),
        list.used_for,
        "",
        list.path + "[]"};
    for (std::size_t i = 0; i < texts.size(); ++i) {
        book_.text({row_, i + 1}, texts[i],
                   i == 1                 ? Look::text_in
                   : i + 1 == code_column ? Look::code
                                          : Look::label);
    }
    book_.check(
        {row_, 2}, {row_, 2},
        {XlsxWriter::Check::Kind::list, {in(say::some), in(say::none)}, "", "", in(say::one_of)});
    fit_row(row_++, texts, input_widths);
}

void FormLayout::write_about(const char* code, const Words& label, const std::string& value,
                             bool fixed) {
    book_.text({row_, 1}, in(label), Look::label);
    book_.text({row_, 2}, value, fixed ? Look::label : Look::text_in);
    for (std::size_t column = 3; column < code_column; ++column) {
        book_.text({row_, column}, "", Look::label);
    }
    book_.text({row_, code_column}, code, Look::code);
    ++row_;
}

void FormLayout::write_field(const Field& field) {
    const Spot value{row_, 2};
    const std::array<std::string, code_column> texts{
        in(field.label), "",          field.unit, meaning_of(field),
        field.used_for,  field.basis, field.path};
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (i != 1) {
            book_.text({row_, i + 1}, texts[i], i + 1 == code_column ? Look::code : Look::label);
        }
    }
    write_value(value, field, facts_["data"].at_path(field.path), true);
    check(value, value, field);
    cells_[field.path] = reference(inputs_, value);
    fit_row(row_++, texts, input_widths);
}

std::string FormLayout::meaning_of(const Field& field) const {
    Words text = type_words(field.type);
    if (!field.least.empty() && !field.most.empty()) {
        text = say::from_to(text, field.least, field.most);
    } else if (!field.least.empty()) {
        text = say::not_below(text, field.least);
    } else if (!field.most.empty()) {
        text = say::not_above(text, field.most);
    }
    if (field.optional) {
        text =
            field.fallback.empty() ? say::may_be_blank(text) : say::blank_is(text, field.fallback);
    }
    return in(text);
}

void FormLayout::check(Spot from, Spot to, const Field& field) {
    using Kind = XlsxWriter::Check::Kind;
    XlsxWriter::Check check{Kind::number, {}, {}, {}, in(say::wanted(meaning_of(field)))};
    switch (field.type) {
    case FieldType::boolean:
        check = {Kind::list, {in(say::yes), in(say::no)}, {}, {}, in(say::one_of)};
        break;
    case FieldType::text:
        if (field.choices.empty()) {
            return;
        }
        check = {Kind::list, {}, {}, {}, in(say::one_of)};
        for (const Words& choice : field.choices) {
            if (choice.zh.find(',') != std::string::npos) {
                return; // Excel parts the words of a list with it
            }
            check.words.push_back(in(choice));
        }
        break;
    case FieldType::date:
        check.kind = Kind::date;
        break;
    case FieldType::figure:
        return; // 95, 95% and days
    default:
        check.kind = field.type == FieldType::count ? Kind::whole : Kind::number;
        check.least = rounded_number(field.least).value_or("");
        check.most = rounded_number(field.most).value_or("");
        break;
    }
    book_.check(from, to, check);
}

/// A percentage is a number of the cell, if it is one with a decimal that ends.
void FormLayout::write_value(Spot spot, const Field& field, const Json& value, bool money_is_ours) {
    const Look look = look_of(field.type);
    const std::string& text = value.scalar;
    const bool known = value.kind == Json::Kind::string || value.kind == Json::Kind::number ||
                       value.kind == Json::Kind::boolean;
    if (!known || text.empty()) {
        return book_.blank(spot, look);
    }
    if (field.type == FieldType::boolean) {
        return book_.text(spot, in(text == "true" ? say::yes : say::no), look);
    }
    if (field.type == FieldType::date) {
        return book_.date(spot, text, look);
    }
    if (field.type == FieldType::text) {
        return book_.text(spot, text, look);
    }
    const bool percent = text.ends_with('%');
    const auto plain = rounded_number(percent ? text.substr(0, text.size() - 1) : text);
    const bool exact =
        plain && significant_digits(*plain) ==
                     significant_digits(percent ? text.substr(0, text.size() - 1) : text);
    if (!exact || (percent && field.type != FieldType::percent)) {
        return book_.text(spot, text, look);
    }
    int places = percent ? -2 : 0;
    if (field.type == FieldType::money && money_is_ours) {
        const std::string& unit = facts_["unit"].scalar;
        places += zeros_of(unit.empty() ? plan_.unit : unit) - zeros_of(plan_.unit);
    }
    book_.number(spot, moved(*plain, places), look);
}

void FormLayout::write_list(const ListField& list, const std::string& sheet) {
    const Json& rows = facts_["data"].at_path(list.path);
    std::vector<const Field*> columns;
    constexpr std::size_t plain_fields = 10; // of a target: the others are of rows that use them
    for (const Field& field : list.fields) {
        const bool used = std::any_of(rows.members.begin(), rows.members.end(),
                                      [&](const auto& row) { return row.second.has(field.path); });
        if (!list.targets || columns.size() < plain_fields || used) {
            columns.push_back(&field);
        }
    }
    book_.sheet(sheet);
    book_.merge({1, 1}, {1, std::max<std::size_t>(columns.size(), 2)}, in(list.label), Look::title);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const Field& field = *columns[i];
        const std::string unit = field.unit.empty() ? "" : "（" + field.unit + "）";
        book_.column(i + 1, field.type == FieldType::text ? 24 : 14, look_of(field.type));
        book_.text({2, i + 1}, in(field.label) + unit, Look::head);
        book_.text({3, i + 1}, list.path + "[]." + field.path, Look::code);
        check({4, i + 1}, {last_row, i + 1}, field);
    }
    book_.freeze({4, 1});
    std::size_t row = 4;
    for (const auto& [key, record] : rows.members) {
        write_record(list, columns, record, row++);
    }
    book_.protect(true);
}

void FormLayout::write_record(const ListField& list, const std::vector<const Field*>& columns,
                              const Json& record, std::size_t row) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const Field& field = *columns[i];
        const Json& value = record[field.path];
        // a day is a text where a figure may be one
        if (field.type == FieldType::figure && record["rule"].scalar == "date") {
            book_.text({row, i + 1}, value.scalar, Look::text_in);
        } else {
            write_value({row, i + 1}, field, value, !list.targets);
        }
    }
}

void FormLayout::write_assessed() {
    constexpr std::array<unsigned, 7> widths{30, 9, 12, 44, 36, 40, 24};
    book_.sheet(assessed_);
    for (std::size_t i = 0; i < widths.size(); ++i) {
        book_.column(i + 1, widths[i], Look::plain);
    }
    book_.merge({1, 1}, {1, widths.size()}, in(say::sheet_assessed), Look::title);
    heading(2, {in(say::head_indicator), in(say::head_points), in(say::head_assessed),
                in(say::head_reason), in(say::head_evidence), in(say::head_basis),
                in(say::head_code)});
    book_.freeze({3, 1});
    std::size_t row = 3;
    for (const AssessedField& each : plan_.assessed) {
        const Json& given = facts_["assessed"][each.id];
        std::string evidence;
        for (const auto& [key, text] : given["evidence"].members) {
            evidence += (evidence.empty() ? "" : "\n") + text.scalar;
        }
        book_.text({row, 1}, each.name, Look::label);
        book_.number({row, 2}, each.points, Look::label);
        write_value({row, 3}, {.path = each.id, .type = FieldType::number}, given["score"], false);
        book_.text({row, 4}, given["reason"].scalar, Look::text_in);
        book_.text({row, 5}, evidence, Look::text_in);
        book_.text({row, 6}, each.basis, Look::label);
        book_.text({row, 7}, each.id, Look::code);
        book_.check({row, 3}, {row, 3},
                    {XlsxWriter::Check::Kind::number,
                     {},
                     "0",
                     rounded_number(each.points).value_or(""),
                     in(say::wanted(say::from_zero_to(each.points)))});
        cells_["assessed " + each.id] = reference(assessed_, {row, 3});
        const std::array<std::string, 7> texts{
            each.name, each.points, "", given["reason"].scalar, evidence, each.basis, each.id};
        fit_row(row++, texts, widths);
    }
    book_.protect(false);
}

void FormLayout::write_help() {
    book_.sheet(in(say::sheet_help));
    book_.column(1, 110, Look::plain);
    book_.text({1, 1}, plan_.title, Look::title);
    const std::array<Words, 7> lines{
        say::help_fill,  say::help_blank, say::help_numbers(plan_.unit), say::help_lists,
        say::help_codes, say::help_saved, say::help_score(plan_.id)};
    for (std::size_t i = 0; i < lines.size(); ++i) {
        book_.text({i + 3, 1}, in(lines[i]), Look::plain);
    }
    book_.text({lines.size() + 4, 1}, plan_.rubric["source"].scalar, Look::note);
    book_.protect(false);
}

} // namespace heng::office
