// SPDX-License-Identifier: Apache-2.0
//
// A difference for people, and as diff/1.
#include "base/json/writer.hpp"
#include "base/number_text.hpp"
#include "diff/difference_table.hpp"
#include "document/page_in.hpp"

#include <heng/diff/diff.hpp>
#include <heng/score/sheet.hpp>

#include <map>
#include <utility>
#include <vector>

namespace heng {
namespace {

using detail::diff::CauseLine;
using detail::diff::ItemLine;
using detail::json::JsonWriter;

std::string exact(const Points& points) {
    return text_of(points, {});
}

void write_because(JsonWriter& json, const Because& because) {
    json.begin_object()
        .member("kind", name(because.kind))
        .member("where", because.where)
        .member("label", because.label)
        .member("from", because.from)
        .member("to", because.to)
        .end_object();
}

void write_side(JsonWriter& json, std::string_view key, const ComparedSheet& side) {
    json.key(key).begin_object().key("rubric").begin_object();
    json.member("id", side.rubric_id).member("title", side.rubric_title);
    json.member("digest", side.rubric_digest).end_object();
    json.key("facts").begin_object().member("digest", side.facts_digest).end_object();
    json.member("subject", side.subject);
    json.member("total", exact(side.total)).member("points", exact(side.points));
    json.member("grade", side.grade);
    if (!side.lowered.empty()) {
        json.key("lowered_grade").begin_array();
        for (const GradeLimit& each : side.lowered) {
            json.begin_object().member("reason", each.reason).member("before", each.before);
            json.member("after", each.after).end_object();
        }
        json.end_array();
    }
    json.end_object();
}

void write_item(JsonWriter& json, const ItemChange& item) {
    json.begin_object().member("id", item.id).member("name", item.name);
    json.key("level").whole(item.level);
    const auto side = [&](std::string_view key, const std::optional<Points>& points,
                          const Points& score) {
        json.key(key);
        if (!points) {
            json.null();
            return;
        }
        json.begin_object().member("points", exact(*points)).member("score", exact(score));
        json.end_object();
    };
    side("from", item.points_from, item.score_from);
    side("to", item.points_to, item.score_to);
    json.member("change", exact(item.change())).end_object();
}

void write_part(JsonWriter& json, const ChangePart& part) {
    json.begin_object().member("kind", name(part.kind));
    json.key("item");
    part.item.empty() ? json.null() : json.text(part.item);
    json.member("name", part.name).member("change", exact(part.change));
    json.key("because").begin_array();
    for (const Because& because : part.because) {
        write_because(json, because);
    }
    json.end_array().end_object();
}

/// The lists of facts that are no cause, but for those that are empty, with their headings.
std::vector<std::pair<std::string_view, const std::vector<Because>*>>
others(const Difference& difference) {
    const detail::diff::DifferenceWords& words = detail::diff::words(difference.language);
    std::vector<std::pair<std::string_view, const std::vector<Because>*>> lists{
        {words.without_effect, &difference.without_effect},
        {words.offset, &difference.offset},
        {words.untried, &difference.untried}};
    std::erase_if(lists, [](const auto& each) { return each.second->empty(); });
    return lists;
}

/// What each fact that is a cause of its own changed in all.
void write_facts(JsonWriter& json, const Difference& difference) {
    std::vector<const Because*> order;
    std::map<std::string, Points> changes;
    for (const ChangePart& part : difference.parts) {
        if (part.kind == CauseKind::fact && part.because.size() == 1) {
            const Because& because = part.because.front();
            if (changes.emplace(because.where, Points{}).second) {
                order.push_back(&because);
            }
            changes[because.where] += part.change;
        }
    }
    json.key("facts").begin_array();
    for (const Because* const because : order) {
        json.begin_object().member("where", because->where).member("label", because->label);
        json.member("from", because->from).member("to", because->to);
        json.member("change", exact(changes[because->where])).end_object();
    }
    json.end_array();
}

detail::base::Table item_table(const Difference& difference) {
    using detail::base::Align;
    const detail::diff::DifferenceWords& words = detail::diff::words(difference.language);
    detail::base::Table table{{{std::string{words.indicator}},
                               {std::string{words.points}, Align::right},
                               {std::string{words.before}, Align::right},
                               {std::string{words.after}, Align::right},
                               {std::string{words.change}, Align::right}}};
    for (ItemLine& item : detail::diff::item_lines(difference)) {
        table.add(detail::base::Cell{std::move(item.name), item.level - 1}, std::move(item.points),
                  std::move(item.before), std::move(item.after), std::move(item.change));
    }
    table.add(detail::base::Cell{words.total, 0, true},
              detail::base::number_text(difference.to.points),
              detail::base::number_text(difference.from.total),
              detail::base::number_text(difference.to.total),
              detail::base::signed_text(difference.change()));
    return table;
}

detail::base::Table cause_table(const Difference& difference) {
    const detail::diff::DifferenceWords& words = detail::diff::words(difference.language);
    detail::base::Table table{
        {{std::string{words.change}, detail::base::Align::right}, {std::string{words.causes}}},
        true};
    for (CauseLine& line : detail::diff::cause_lines(difference)) {
        detail::base::Cell cause{std::move(line.words)};
        for (const CauseLine& each : line.indicators) {
            cause.more.push_back(each.words + ' ' + each.change);
        }
        table.add(std::move(line.change), std::move(cause));
    }
    table.add(detail::base::signed_text(difference.change()), words.sum);
    return table;
}

detail::base::Page page_of(const Difference& difference) {
    const detail::diff::DifferenceWords& words = detail::diff::words(difference.language);
    detail::base::Page page = detail::document::page_in(difference.language);
    for (std::string& line : detail::diff::heading(difference)) {
        page.add(detail::base::Heading{1, std::move(line)});
    }
    if (difference.empty()) {
        page.add(detail::base::Note{std::string{words.same}});
        return page;
    }
    page.add(item_table(difference));
    if (!difference.from.grade.empty() || !difference.to.grade.empty()) {
        page.add(detail::base::Paragraph{std::string{words.grade} + ' ' + difference.from.grade +
                                         " → " + difference.to.grade});
    }
    page.add_list(words.lowered, detail::diff::lowered_lines(difference));
    page.add(detail::base::Heading{2, std::string{words.causes}}).add(cause_table(difference));
    for (const auto& [heading, list] : others(difference)) {
        std::vector<std::string> lines;
        for (const Because& because : *list) {
            lines.push_back(detail::diff::sentence(because, difference.language));
        }
        page.add_list(heading, lines);
    }
    return page;
}

} // namespace

std::string to_text(const Difference& difference) {
    return detail::base::to_text(page_of(difference));
}

std::string to_markdown(const Difference& difference) {
    return detail::base::to_markdown(page_of(difference));
}

std::string to_html(const Difference& difference) {
    return detail::base::to_html(page_of(difference));
}

std::string to_json(const Difference& difference) {
    JsonWriter json{JsonWriter::Style::indented};
    json.begin_object().member("heng", "diff/1").member("library", "heng " HENG_VERSION);
    write_side(json, "from", difference.from);
    write_side(json, "to", difference.to);
    json.member("change", exact(difference.change()));
    json.key("items").begin_array();
    for (const ItemChange& item : difference.items) {
        write_item(json, item);
    }
    json.end_array().key("parts").begin_array();
    for (const ChangePart& part : difference.parts) {
        write_part(json, part);
    }
    json.end_array();
    write_facts(json, difference);
    json.key("without_effect").begin_array();
    for (const Because& because : difference.without_effect) {
        write_because(json, because);
    }
    json.end_array();
    const auto more = [&](std::string_view key, const std::vector<Because>& list) {
        if (!list.empty()) {
            json.key(key).begin_array();
            for (const Because& because : list) {
                write_because(json, because);
            }
            json.end_array();
        }
    };
    more("offset", difference.offset);
    more("untried", difference.untried);
    return json.end_object().take() + '\n';
}

} // namespace heng
