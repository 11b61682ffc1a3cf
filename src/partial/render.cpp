// SPDX-License-Identifier: Apache-2.0
//
// A partial sheet for people, and as partial/1.
#include "base/json/writer.hpp"
#include "base/number_text.hpp"
#include "document/page_in.hpp"

#include <heng/partial/partial.hpp>

#include <optional>
#include <utility>

namespace heng {
namespace {

using detail::json::JsonWriter;

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

std::string shown(const Points& points, std::optional<int> scale) {
    return detail::base::number_text(points, scale.value_or(0));
}

std::string interval(const PartialEnd& least, const PartialEnd& most, std::optional<int> scale) {
    const auto end = [&](const PartialEnd& each) {
        return (each.attained ? "" : "~") + shown(each.score, scale);
    };
    return least.score == most.score ? shown(least.score, scale)
                                     : '[' + end(least) + ", " + end(most) + ']';
}

std::string grades_of(const PartialSheet& sheet) {
    std::string grades;
    for (const std::string& grade : sheet.grades) {
        grades += grades.empty() ? "" : sheet.language == Language::zh ? "、" : ", ";
        grades += grade;
    }
    return grades;
}

std::string unknown_words(const UnknownFact& fact, Language language) {
    const bool zh = language == Language::zh;
    return fact.label.empty() ? fact.where
                              : fact.label + (zh ? "（" : " (") + fact.where + (zh ? "）" : ")");
}

detail::base::Page page_of(const PartialSheet& sheet) {
    using detail::base::Align;
    const Words& used = words(sheet);
    detail::base::Page page = detail::document::page_in(sheet.language);
    page.add(detail::base::Heading{
        1, sheet.subject + (sheet.subject.empty() ? "" : "  ") +
               detail::document::title_of(sheet.rubric_title, sheet.rubric_id)});
    detail::base::Table table{{{std::string{used.indicator}},
                               {std::string{used.points}, Align::right},
                               {std::string{used.score}, Align::right}}};
    for (const PartialItem& item : sheet.items) {
        table.add(detail::base::Cell{item.name, item.level - 1}, shown(item.points, sheet.scale),
                  interval(item.least, item.most, sheet.scale));
    }
    table.add(used.total, shown(sheet.points, sheet.scale),
              interval(sheet.least, sheet.most, sheet.scale));
    page.add(std::move(table));
    if (!sheet.grades.empty()) {
        page.add(detail::base::Paragraph{std::string{used.grade} + ' ' + grades_of(sheet)});
    }
    if (!sheet.unknown.empty()) {
        page.add(detail::base::Heading{2, std::string{used.unknown}});
        detail::base::Table swings{{{std::string{used.swing}, Align::right}, {}}, true};
        for (const UnknownFact& fact : sheet.unknown) {
            swings.add(shown(fact.swing, {}), unknown_words(fact, sheet.language));
        }
        page.add(std::move(swings));
    }
    if (sheet.not_scorable) {
        page.add(
            detail::base::Note{std::string{used.refused} + ": " + sheet.not_scorable->message});
    }
    page.add(detail::base::Note{std::string{used.note}});
    return page;
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
    return detail::base::to_text(page_of(sheet));
}

std::string to_markdown(const PartialSheet& sheet) {
    return detail::base::to_markdown(page_of(sheet));
}

std::string to_html(const PartialSheet& sheet) {
    return detail::base::to_html(page_of(sheet));
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
