// SPDX-License-Identifier: Apache-2.0
//
// A partial sheet as text for a terminal, as partial/1 and in Markdown.
#include "document/json/writer.hpp"
#include "text/width.hpp"

#include <heng/document/partial.hpp>

#include <algorithm>
#include <array>

namespace heng {
namespace {

using document::JsonWriter;

struct Words {
    std::string_view indicator, points, score, total, grade, unknown, swing, note, refused;
};

constexpr Words chinese{"指标",
                        "分值",
                        "得分",
                        "总分",
                        "可能等级",
                        "未知数据（单独变动时总分的变幅）",
                        "总分变幅",
                        "[最低, 最高]；~ 表示只是界限，未找到取到它的数据",
                        "有的取值不能计分"};

constexpr Words english{"indicator",
                        "points",
                        "score",
                        "total",
                        "possible grades",
                        "unknown facts (how far each alone moves the total)",
                        "swing",
                        "[least, most]; ~ marks a bound that no completion was found to reach",
                        "some completions can't be scored"};

const Words& words(const PartialSheet& sheet) {
    return sheet.language == Language::zh ? chinese : english;
}

/// Exact where it ends within six places, else four places and marked.
std::string shown(const Points& points, std::optional<int> scale) {
    const std::optional<Decimal> exact = points.value().exact_decimal();
    if (exact && exact->rounded(6) == *exact) {
        return text_of(points, scale);
    }
    return "≈" + points.rounded(4).to_string();
}

std::string interval(const PartialEnd& least, const PartialEnd& most, std::optional<int> scale) {
    const auto end = [&](const PartialEnd& each) {
        return (each.attained ? "" : "~") + shown(each.score, scale);
    };
    return least.score == most.score ? shown(least.score, scale)
                                     : '[' + end(least) + ", " + end(most) + ']';
}

struct Row {
    int level = 1;
    std::string name, points, score;
};

std::vector<Row> rows_of(const PartialSheet& sheet) {
    std::vector<Row> rows;
    for (const PartialItem& item : sheet.items) {
        rows.push_back({item.level, text::printable(item.name), shown(item.points, sheet.scale),
                        interval(item.least, item.most, sheet.scale)});
    }
    rows.push_back({1, std::string{words(sheet).total}, shown(sheet.points, sheet.scale),
                    interval(sheet.least, sheet.most, sheet.scale)});
    return rows;
}

std::string grades_of(const PartialSheet& sheet) {
    std::string grades;
    for (const std::string& grade : sheet.grades) {
        grades += grades.empty() ? "" : sheet.language == Language::zh ? "、" : ", ";
        grades += text::printable(grade);
    }
    return grades;
}

std::string unknown_words(const UnknownFact& fact, Language language) {
    const bool zh = language == Language::zh;
    return text::printable(fact.label.empty()
                               ? fact.where
                               : fact.label + (zh ? "（" : " (") + fact.where + (zh ? "）" : ")"));
}

/// Text in Markdown: what it would read as syntax is escaped.
std::string escaped(std::string_view words) {
    std::string out;
    for (const char c : words) {
        if (std::string_view{"|\\*_`<>[]#&~"}.find(c) != std::string_view::npos) {
            out += '\\';
        }
        out += c;
    }
    return out;
}

std::string heading(const PartialSheet& sheet) {
    return text::printable(sheet.subject + (sheet.subject.empty() ? "" : "  ") +
                           sheet.rubric_title + " (" + sheet.rubric_id + ")");
}

void write_end(JsonWriter& json, std::string_view key, const PartialEnd& end) {
    json.key(key).begin_object().member("score", text_of(end.score, {}));
    json.key("attained").boolean(end.attained).key("witness");
    if (!end.attained) {
        json.null().end_object();
        return;
    }
    json.begin_object();
    for (const CompletedFact& fact : end.witness) {
        json.member(fact.path, fact.value);
    }
    json.end_object().end_object();
}

} // namespace

std::string to_text(const PartialSheet& sheet) {
    const Words& used = words(sheet);
    std::vector<std::array<std::string, 3>> lines{
        {std::string{used.indicator}, std::string{used.points}, std::string{used.score}}};
    for (const Row& row : rows_of(sheet)) {
        const auto indent = static_cast<std::size_t>(row.level - 1) * 2;
        lines.push_back({std::string(indent, ' ') + row.name, row.points, row.score});
    }
    std::array<std::size_t, 3> widths{};
    for (const auto& line : lines) {
        for (std::size_t i = 0; i < line.size(); ++i) {
            widths[i] = std::max(widths[i], text::cells(line[i]));
        }
    }
    std::string out = heading(sheet) + "\n\n";
    for (const auto& line : lines) {
        out += text::pad_right(line[0], widths[0]) + "  " + text::pad_left(line[1], widths[1]) +
               "  " + text::pad_left(line[2], widths[2]) + '\n';
    }
    if (!sheet.grades.empty()) {
        out += std::string{used.grade} + ' ' + grades_of(sheet) + '\n';
    }
    if (!sheet.unknown.empty()) {
        out += '\n' + std::string{used.unknown} + '\n';
        std::size_t width = 0;
        for (const UnknownFact& fact : sheet.unknown) {
            width = std::max(width, text::cells(shown(fact.swing, {})));
        }
        for (const UnknownFact& fact : sheet.unknown) {
            out += "  " + text::pad_left(shown(fact.swing, {}), width) + "  " +
                   unknown_words(fact, sheet.language) + '\n';
        }
    }
    if (sheet.not_scorable) {
        out += '\n' + std::string{used.refused} + ": " +
               text::printable(sheet.not_scorable->message) + '\n';
    }
    return out + '\n' + std::string{used.note} + '\n';
}

std::string to_markdown(const PartialSheet& sheet) {
    const Words& used = words(sheet);
    std::string out = "# " + escaped(heading(sheet)) + "\n\n| " + std::string{used.indicator} +
                      " | " + std::string{used.points} + " | " + std::string{used.score} +
                      " |\n|---|--:|--:|\n";
    for (const Row& row : rows_of(sheet)) {
        out += "| ";
        for (int i = 1; i < row.level; ++i) {
            out += "&emsp;";
        }
        out += escaped(row.name) + " | " + row.points + " | " + escaped(row.score) + " |\n";
    }
    if (!sheet.grades.empty()) {
        out += '\n' + std::string{used.grade} + ' ' + escaped(grades_of(sheet)) + '\n';
    }
    if (!sheet.unknown.empty()) {
        out += "\n## " + std::string{used.unknown} + "\n\n| " + std::string{used.swing} +
               " | |\n|--:|---|\n";
        for (const UnknownFact& fact : sheet.unknown) {
            out += "| " + shown(fact.swing, {}) + " | " +
                   escaped(unknown_words(fact, sheet.language)) + " |\n";
        }
    }
    return out + '\n' + escaped(used.note) + '\n';
}

std::string to_json(const PartialSheet& sheet) {
    JsonWriter json{JsonWriter::Style::indented};
    json.begin_object().member("heng", "partial/1").member("library", "heng " HENG_VERSION);
    json.key("rubric").begin_object().member("id", sheet.rubric_id);
    json.member("title", sheet.rubric_title).end_object();
    json.member("subject", sheet.subject).member("points", text_of(sheet.points, sheet.scale));
    json.key("total").begin_object();
    write_end(json, "least", sheet.least);
    write_end(json, "most", sheet.most);
    json.end_object().key("grades").begin_array();
    for (const std::string& grade : sheet.grades) {
        json.text(grade);
    }
    json.end_array().key("items").begin_array();
    for (const PartialItem& item : sheet.items) {
        json.begin_object().member("id", item.id).member("name", item.name).key("parent");
        item.parent ? json.text(sheet.items[*item.parent].id) : json.null();
        json.key("level").whole(item.level).member("kind", name(item.kind));
        json.member("points", text_of(item.points, {}));
        write_end(json, "least", item.least);
        write_end(json, "most", item.most);
        json.end_object();
    }
    json.end_array().key("unknown").begin_array();
    for (const UnknownFact& fact : sheet.unknown) {
        json.begin_object().member("where", fact.where).member("label", fact.label);
        json.member("swing", text_of(fact.swing, {})).end_object();
    }
    json.end_array().key("not_scorable");
    if (sheet.not_scorable) {
        json.begin_object().member("code", sheet.not_scorable->code);
        json.member("message", sheet.not_scorable->message).end_object();
    } else {
        json.null();
    }
    return json.end_object().take() + '\n';
}

} // namespace heng
