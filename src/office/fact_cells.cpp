// SPDX-License-Identifier: Apache-2.0
#include "office/fact_cells.hpp"
#include "office/form_messages.hpp"
#include "office/json.hpp"
#include "office/numbers.hpp"

#include <algorithm>
#include <array>

namespace heng::office {
namespace {

bool is_numeric(FieldType type) {
    return type == FieldType::number || type == FieldType::money || type == FieldType::percent ||
           type == FieldType::count || type == FieldType::figure;
}

Words wanted(FieldType type) {
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

/// What people write where there is nothing to write.
bool stands_for_nothing(std::string_view text) {
    constexpr std::array<std::string_view, 8> signs{"—", "——", "-", "/", "／", "无", "–", "N/A"};
    return std::find(signs.begin(), signs.end(), text) != signs.end();
}

/// The words of yes and no; "" of others.
std::string_view truth(std::string_view text) {
    constexpr std::array<std::string_view, 7> yes{"是", "yes", "Yes", "YES", "true", "TRUE", "√"};
    constexpr std::array<std::string_view, 7> no{"否", "no", "No", "NO", "false", "FALSE", "×"};
    return std::find(yes.begin(), yes.end(), text) != yes.end() ? "true"
           : std::find(no.begin(), no.end(), text) != no.end()  ? "false"
                                                                : "";
}

/// "2024-01-31" of 2024/1/31, 2024.1.31 and 2024年1月31日; other texts as they are.
std::string plain_day(std::string_view text) {
    std::array<std::string, 3> parts;
    std::size_t part = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = text.substr(at);
        if (text[at] >= '0' && text[at] <= '9' && part < parts.size()) {
            parts[part] += text[at++];
        } else if (part < 2 &&
                   (rest.front() == '/' || rest.front() == '.' || rest.front() == '-')) {
            ++part;
            ++at;
        } else if (rest.starts_with(part == 0 ? "年" : part == 1 ? "月" : "日")) {
            at += 3;
            part += part < 2 || at == text.size() ? 1U : 9U;
        } else {
            return std::string{text};
        }
    }
    const bool day = parts[0].size() == 4 && !parts[1].empty() && parts[1].size() <= 2 &&
                     !parts[2].empty() && parts[2].size() <= 2 && part <= 3;
    const auto two = [](const std::string& digits) {
        return digits.size() == 1 ? "0" + digits : digits;
    };
    return day ? parts[0] + "-" + two(parts[1]) + "-" + two(parts[2]) : std::string{text};
}

/// 0.95 that a cell shows as 95%.
std::string in_hundredths(const std::string& decimal) {
    return rounded_number(decimal + "E2").value_or(decimal) + "%";
}

/// Whether the cell has a value that is no value of its file: it is said.
bool is_unusable(const Cell& cell, const Field& field, const Where& where, Problems& problems) {
    const auto say = [&](const Words& message, const Words& hint) {
        problems.push_back(problem(HENG_INVALID_FACTS, "office.cell", message, where, hint));
        return true;
    };
    if (cell.kind == CellKind::error) {
        return say(say::error_value(field.label, cell.text), say::write_value);
    }
    if (cell.no_result) {
        return say(say::no_result(field.label), say::open_and_save);
    }
    if (cell.formula.find('[') != std::string::npos) {
        return say(say::other_book(field.label), say::write_value);
    }
    if (cell.kind == CellKind::date && is_numeric(field.type) && field.type != FieldType::figure) {
        return say(say::date_for_number(field.label, cell.text), say::type_again);
    }
    if (cell.kind == CellKind::boolean && field.type != FieldType::boolean) {
        return say(say::truth_for_number(field.label, wanted(field.type)), say::write_value);
    }
    return false;
}

} // namespace

std::optional<std::string> json_of(const Cell* cell, const Field& field, const Where& where,
                                   Problems& problems) {
    if (cell == nullptr || (cell->text.empty() && !cell->no_result) ||
        is_unusable(*cell, field, where, problems)) {
        return std::nullopt;
    }
    const std::string& text = cell->text;
    if (is_numeric(field.type)) {
        if (cell->kind == CellKind::text && stands_for_nothing(text)) {
            return std::nullopt;
        }
        if (cell->kind == CellKind::number) {
            return quoted(cell->percent && field.type == FieldType::figure ? in_hundredths(text)
                                                                           : text);
        }
        return quoted(typed_number(text).value_or(text));
    }
    if (field.type == FieldType::boolean) {
        const std::string_view word = truth(text);
        return word.empty() ? quoted(text) : std::string{word};
    }
    return quoted(field.type == FieldType::date && cell->kind == CellKind::text ? plain_day(text)
                                                                                : text);
}

} // namespace heng::office
