// SPDX-License-Identifier: Apache-2.0
//
// A difference as text for a terminal, as diff/1 and in Markdown.
#include "diff/difference_table.hpp"
#include "document/json/writer.hpp"
#include "text/width.hpp"

#include <heng/document/difference.hpp>
#include <heng/score/sheet.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <utility>
#include <vector>

namespace heng {
namespace {

using diff::CauseLine;
using diff::ItemLine;
using document::JsonWriter;

using Cells = std::array<std::string, 5>;

constexpr std::size_t gap = 2;

std::string exact(const Points& points) {
    return text_of(points, {});
}

void write_cells(std::string& out, const Cells& cells, const std::array<std::size_t, 5>& widths) {
    out += text::pad_right(cells[0], widths[0]);
    for (std::size_t i = 1; i < cells.size(); ++i) {
        out += std::string(gap, ' ') + text::pad_left(cells[i], widths[i]);
    }
    out += '\n';
}

void write_items(std::string& out, const Difference& difference) {
    const diff::DifferenceWords& words = diff::words(difference.language);
    std::vector<Cells> lines{{std::string{words.indicator}, std::string{words.points},
                              std::string{words.before}, std::string{words.after},
                              std::string{words.change}}};
    for (const ItemLine& item : diff::item_lines(difference)) {
        const auto indent = static_cast<std::size_t>(item.level - 1) * 2;
        lines.push_back({std::string(indent, ' ') + item.name, item.points, item.before, item.after,
                         item.change});
    }
    lines.push_back({std::string{words.total}, diff::shown(difference.to.points),
                     diff::shown(difference.from.total), diff::shown(difference.to.total),
                     diff::signed_text(difference.change())});
    std::array<std::size_t, 5> widths{};
    for (const Cells& line : lines) {
        for (std::size_t i = 0; i < line.size(); ++i) {
            widths[i] = std::max(widths[i], text::cells(line[i]));
        }
    }
    for (const Cells& line : lines) {
        write_cells(out, line, widths);
    }
}

void write_causes(std::string& out, const Difference& difference) {
    const std::vector<CauseLine> lines = diff::cause_lines(difference);
    const std::string sum = diff::signed_text(difference.change());
    std::size_t width = text::cells(sum);
    for (const CauseLine& line : lines) {
        width = std::max(width, text::cells(line.change));
    }
    const diff::DifferenceWords& words = diff::words(difference.language);
    out += '\n' + std::string{words.causes} + '\n';
    for (const CauseLine& line : lines) {
        out += "  " + text::pad_left(line.change, width) + "  " + line.words + '\n';
        for (const CauseLine& each : line.indicators) {
            out += "  " + std::string(width, ' ') + "    " + each.words + ' ' + each.change + '\n';
        }
    }
    out += "  " + text::pad_left(sum, width) + "  " + std::string{words.sum} + '\n';
}

/// Text inside a table cell or list: what Markdown would read as syntax is escaped.
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
    json.member("grade", side.grade).end_object();
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
    const diff::DifferenceWords& words = diff::words(difference.language);
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

} // namespace

std::string to_text(const Difference& difference) {
    const diff::DifferenceWords& words = diff::words(difference.language);
    std::string out;
    for (const std::string& line : diff::heading(difference)) {
        out += line + '\n';
    }
    out += '\n';
    if (difference.empty()) {
        return out + std::string{words.same} + '\n';
    }
    write_items(out, difference);
    if (!difference.from.grade.empty() || !difference.to.grade.empty()) {
        out += std::string{words.grade} + ' ' + text::printable(difference.from.grade) + " → " +
               text::printable(difference.to.grade) + '\n';
    }
    write_causes(out, difference);
    for (const auto& [heading, list] : others(difference)) {
        out += '\n' + std::string{heading} + '\n';
        for (const Because& because : *list) {
            out += "  " + diff::sentence(because, difference.language) + '\n';
        }
    }
    return out;
}

std::string to_markdown(const Difference& difference) {
    const diff::DifferenceWords& words = diff::words(difference.language);
    std::string out;
    for (const std::string& line : diff::heading(difference)) {
        out += "# " + escaped(line) + "\n\n";
    }
    out += "| " + std::string{words.indicator} + " | " + std::string{words.points} + " | " +
           std::string{words.before} + " | " + std::string{words.after} + " | " +
           std::string{words.change} + " |\n|---|--:|--:|--:|--:|\n";
    for (const ItemLine& item : diff::item_lines(difference)) {
        out += "| ";
        for (int i = 1; i < item.level; ++i) {
            out += "&emsp;";
        }
        out += escaped(item.name) + " | " + item.points + " | " + item.before + " | " + item.after +
               " | " + item.change + " |\n";
    }
    out += "| **" + std::string{words.total} + "** | " + diff::shown(difference.to.points) + " | " +
           diff::shown(difference.from.total) + " | " + diff::shown(difference.to.total) + " | " +
           diff::signed_text(difference.change()) + " |\n";
    out += "\n## " + std::string{words.causes} + "\n\n| " + std::string{words.change} + " | " +
           std::string{words.causes} + " |\n|--:|---|\n";
    for (const CauseLine& line : diff::cause_lines(difference)) {
        out += "| " + line.change + " | " + escaped(line.words);
        for (const CauseLine& each : line.indicators) {
            out += "<br>" + escaped(each.words) + ' ' + each.change;
        }
        out += " |\n";
    }
    out += "| " + diff::signed_text(difference.change()) + " | " + std::string{words.sum} + " |\n";
    for (const auto& [heading, list] : others(difference)) {
        out += "\n## " + std::string{heading} + "\n\n";
        for (const Because& because : *list) {
            out += "- " + escaped(diff::sentence(because, difference.language)) + '\n';
        }
    }
    return out;
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
