// SPDX-License-Identifier: Apache-2.0
#include "base/page.hpp"
#include "base/text/messages.hpp"
#include "base/text/utf8.hpp"
#include "base/text/width.hpp"
#include "builtin/embedded.hpp"
#include "report/given_text.hpp"
#include "report/kept.hpp"
#include "report/messages.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

namespace heng::detail::report {
namespace {

constexpr std::string_view opening = "<!-- heng:keep ";
constexpr std::string_view opening_end = " -->";
constexpr std::string_view closing = "<!-- /heng:keep -->";

constexpr std::string_view indicator_key = "indicator:";
constexpr std::string_view target_key = "target:";

/// A block by its places in a draft.
struct Block {
    std::string_view id;
    std::string_view label;
    std::size_t begin = 0; ///< of what stands between the marks
    std::size_t end = 0;
};

/// The ids of the built-in templates, as people read them.
struct BuiltInPlace {
    std::string_view id;
    text::Sentence name;
};

constexpr std::array<BuiltInPlace, 10> built_in_places{{
    {"duties", {"Duties", "部门职能"}},
    {"tasks", {"Tasks of the year", "年度总体工作和重点工作任务"}},
    {"money", {"Income and expenditure", "收支情况"}},
    {"management", {"Performance management", "绩效管理情况"}},
    {"departments", {"Department and unit", "主管部门和实施单位"}},
    {"goal", {"Goal of the year", "年度总体目标"}},
    {"reached", {"What was reached", "实际完成情况"}},
    {"remarks", {"Other remarks", "其他需要说明的事项"}},
    {"problems", {"Problems", "存在的主要问题"}},
    {"improvements", {"Improvements", "下一步改进措施"}},
}};

/// The id, as a mark has it: letters, digits, dots and what is not ASCII stay.
std::string mark_key(std::string_view id) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string key;
    for (const char c : id) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '#' ||
                           static_cast<unsigned char>(c) >= 0x80 ||
                           (c == '-' && !key.empty() && key.back() != '-');
        if (plain) {
            key += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            key.append(1, '%').append(1, digits[byte / 16U]).append(1, digits[byte % 16U]);
        }
    }
    return key;
}

/// The name on one line, without what would end a comment or a cell.
std::string mark_label(std::string_view name) {
    std::string label;
    for (const char c : text::printable(name)) {
        label += c == '>' ? "＞" : c == '<' ? "＜" : c == '|' ? "｜" : std::string(1, c);
    }
    std::replace(label.begin(), label.end(), '\n', ' ');
    return label;
}

/// A mark is its id; behind that of an indicator or a target stands what it is called.
std::pair<std::string_view, std::string_view> parts_of(std::string_view mark) {
    const std::size_t space = mark.find(' ');
    const bool named = mark.starts_with(indicator_key) || mark.starts_with(target_key);
    return named && space != std::string_view::npos
               ? std::pair{mark.substr(0, space), mark.substr(space + 1)}
               : std::pair{mark, std::string_view{}};
}

/// Whether a built-in template writes just this, for somebody to fill.
bool is_hint(const Block& block, std::string_view text) {
    const std::string whole =
        std::string{opening}.append(block.id).append(opening_end).append(text).append(closing);
    const auto templates = embedded_templates();
    return std::any_of(templates.begin(), templates.end(), [&](const Embedded& each) {
        return each.text.find(whole) != std::string_view::npos;
    });
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

Error broken(std::string_view draft, std::size_t at, text::Words message) {
    Error error = unfit("report.keep", std::move(message), say::keep_form);
    error.place.line =
        1 + static_cast<std::size_t>(
                std::count(draft.begin(), draft.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    error.place.column = 1;
    return error;
}

/// Each byte is looked at a few times only, however the marks stand.
Result<std::vector<Block>> blocks_of(std::string_view draft) {
    std::vector<Block> blocks;
    std::set<std::string_view> known;
    for (std::size_t at = draft.find(opening); at != std::string_view::npos;) {
        const std::size_t name = at + opening.size();
        const std::size_t name_end = draft.find(opening_end, name);
        const std::string_view mark =
            draft.substr(name, name_end == std::string_view::npos ? 0 : name_end - name);
        if (name_end == std::string_view::npos || mark.find('\n') != std::string_view::npos) {
            return Failure{broken(draft, at, say::mark_open)};
        }
        const auto [id, label] = parts_of(mark);
        const std::size_t begin = name_end + opening_end.size();
        const std::size_t end = draft.find(closing, begin);
        const std::size_t next = draft.find(opening, begin);
        if (end == std::string_view::npos || next < end) {
            return Failure{broken(draft, at, say::kept_open(text::shortened(id)))};
        }
        if (!known.insert(id).second) {
            return Failure{broken(draft, at, say::kept_twice(text::shortened(id)))};
        }
        blocks.push_back({id, label, begin, end});
        at = next;
    }
    return blocks;
}

std::string marked(const KeptText& kept) {
    std::string block{opening};
    block.append(kept.id).append(kept.label.empty() ? "" : " ").append(kept.label);
    return block.append(opening_end).append(kept.text).append(closing);
}

std::string heading_of(const KeptText& kept, Language language) {
    const auto place = std::find_if(built_in_places.begin(), built_in_places.end(),
                                    [&](const BuiltInPlace& each) { return each.id == kept.id; });
    return place != built_in_places.end() ? spoken(place->name, language)
           : kept.label.empty()           ? text::printable(kept.id)
                                          : text::printable(kept.label);
}

std::string heading_text(int level, const std::string& words, ReportFormat format) {
    if (format == ReportFormat::html) {
        const std::string tag = "h" + std::to_string(level) + ">";
        return "<" + tag + base::html_escaped(words) + "</" + tag + "\n";
    }
    return std::string(static_cast<std::size_t>(level), '#') + ' ' + base::markdown_escaped(words) +
           "\n\n";
}

/// The texts that have no place in the draft, under a heading each.
std::string homeless(const std::vector<const KeptText*>& texts, DraftStyle style) {
    if (texts.empty()) {
        return {};
    }
    const std::string why = spoken(say::homeless_why, style.language);
    std::string out = "\n" + heading_text(2, spoken(say::homeless, style.language), style.format);
    out += style.format == ReportFormat::html ? "<p class=\"hint\">" + why + "</p>\n"
                                              : "<!-- " + why + " -->\n\n";
    for (const KeptText* const each : texts) {
        out +=
            heading_text(3, heading_of(*each, style.language), style.format) + marked(*each) + '\n';
        out += style.format == ReportFormat::html ? "" : "\n";
    }
    return out;
}

} // namespace

std::string indicator_mark(std::string_view id, std::string_view name) {
    return std::string{indicator_key} + mark_key(id) + ' ' + mark_label(name);
}

std::string target_mark(std::string_view indicator, std::string_view name, std::size_t nth) {
    const std::string again = nth > 1 ? "~" + std::to_string(nth) : "";
    return std::string{target_key} + mark_key(indicator) + '/' + mark_key(name) + again + ' ' +
           mark_label(name);
}

Result<Kept> kept_blocks(std::string_view draft, const Limits& limits) {
    if (auto error = unfit_text(draft, "report.keep", limits)) {
        return Failure{*std::move(error)};
    }
    const auto blocks = blocks_of(draft);
    if (!blocks) {
        return Failure{blocks.error()};
    }
    if (blocks->empty()) {
        return Failure{unfit("report.keep", say::no_marks, say::mark_texts)};
    }
    if (blocks->size() > limits.rows) {
        return Failure{broken(draft, (*blocks)[limits.rows].begin,
                              say::too_many_kept(std::to_string(limits.rows)))};
    }
    Kept kept;
    for (const Block& each : *blocks) {
        const std::string_view text = draft.substr(each.begin, each.end - each.begin);
        if (!is_hint(each, text)) {
            kept.push_back({std::string{each.id}, std::string{each.label}, std::string{text}});
        }
    }
    return kept;
}

Result<std::string> with_kept(std::string_view draft, const Kept& kept, DraftStyle style) {
    const auto blocks = blocks_of(draft);
    if (!blocks) {
        return Failure{blocks.error()};
    }
    std::map<std::string_view, std::string_view> written;
    for (const KeptText& each : kept) {
        written.emplace(each.id, each.text);
    }
    std::set<std::string_view> placed;
    std::string out;
    std::size_t done = 0;
    for (const Block& each : *blocks) {
        const auto text = written.find(each.id);
        out.append(draft.substr(done, each.begin - done));
        out.append(text != written.end() ? text->second
                                         : draft.substr(each.begin, each.end - each.begin));
        placed.insert(each.id);
        done = each.end;
    }
    std::vector<const KeptText*> left_over;
    for (const KeptText& each : kept) {
        if (!placed.contains(each.id) && !is_blank(each.text)) {
            left_over.push_back(&each);
        }
    }
    const std::size_t body_end = std::max(done, std::min(draft.rfind("</body>"), draft.size()));
    out.append(draft.substr(done, body_end - done)).append(homeless(left_over, style));
    return out.append(draft.substr(body_end));
}

} // namespace heng::detail::report
