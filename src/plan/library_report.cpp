// SPDX-License-Identifier: Apache-2.0
//
// What was found in a library, and what was searched for, for people and for machines.
#include "base/findings.hpp"
#include "base/text/messages.hpp"
#include "document/page_in.hpp"
#include "plan/findings.hpp"

#include <heng/plan/library.hpp>

#include <algorithm>
#include <utility>

namespace heng {
namespace {

using detail::json::JsonWriter;
using detail::text::Sentence;

constexpr Sentence matched_line{"{0}: {1} of {2} indicator{s} in the library",
                                "{0}：{2}项指标中有{1}项在指标库中"};
constexpr Sentence unused_line{"unused: {0}", "未使用：{0}"};
constexpr Sentence retired_line{"retired, and used: {0}", "已停用而仍在使用：{0}"};
constexpr Sentence invalid_line{"not valid, and used: {0}", "不在有效期内而仍在使用：{0}"};

std::string joined(const std::vector<std::string>& codes) {
    std::string list;
    for (const std::string& code : codes) {
        list.append(list.empty() ? "" : ", ").append(code);
    }
    return list;
}

void write_codes(JsonWriter& json, std::string_view key, const std::vector<std::string>& codes) {
    json.key(key).begin_array();
    for (const std::string& code : codes) {
        json.text(code);
    }
    json.end_array();
}

void write_plan(JsonWriter& json, const MatchedPlan& plan, const Library& library) {
    json.begin_object().member("plan", plan.plan).key("matched").begin_array();
    for (const MatchedIndicator& each : plan.indicators) {
        if (each.match) {
            json.begin_object().member("indicator", each.id);
            json.member("code", library.entries[each.match->entry].code);
            json.member("by", name(each.match->by)).end_object();
        }
    }
    json.end_array().key("unmatched").begin_array();
    for (const MatchedIndicator& each : plan.indicators) {
        if (!each.match) {
            json.begin_object().member("indicator", each.id).member("name", each.name);
            json.member("pointer", each.pointer).end_object();
        }
    }
    json.end_array().key("findings");
    detail::base::add_findings(json, plan.findings, detail::base::PlaceKeys::pointer);
    json.end_object();
}

} // namespace

std::string to_text(const LibraryReport& report, const LibraryDocument& document,
                    std::string_view file, std::span<const std::string> names) {
    const bool zh = document.library().language == Language::zh;
    detail::base::Page page = detail::document::page_in(document.library().language);
    const auto add = [&](const detail::text::Words& words) {
        page.add(detail::base::Paragraph{zh ? words.zh : words.en});
    };
    page.add_lines(to_text(report.findings, file));
    for (std::size_t i = 0; i < report.plans.size(); ++i) {
        const MatchedPlan& plan = report.plans[i];
        const std::string& of = i < names.size() ? names[i] : plan.plan;
        const auto matched =
            std::count_if(plan.indicators.begin(), plan.indicators.end(),
                          [](const MatchedIndicator& each) { return each.match.has_value(); });
        page.add_lines(to_text(plan.findings, of));
        add(matched_line(of, std::to_string(matched), std::to_string(plan.indicators.size())));
    }
    if (!report.unused.empty()) {
        add(unused_line(joined(report.unused)));
    }
    if (!report.retired.empty()) {
        add(retired_line(joined(report.retired)));
    }
    if (!report.invalid.empty()) {
        add(invalid_line(joined(report.invalid)));
    }
    return detail::base::to_text(page);
}

std::string to_json(const LibraryReport& report, const LibraryDocument& document) {
    const Library& library = document.library();
    JsonWriter json{JsonWriter::Style::indented};
    json.begin_object().key("library").begin_object();
    json.member("id", library.id).member("title", library.title);
    json.key("entries").whole(static_cast<std::int64_t>(library.entries.size())).end_object();
    json.key("findings");
    detail::base::add_findings(json, report.findings, detail::base::PlaceKeys::pointer);
    write_codes(json, "unused", report.unused);
    write_codes(json, "retired", report.retired);
    write_codes(json, "invalid", report.invalid);
    json.key("plans").begin_array();
    for (const MatchedPlan& plan : report.plans) {
        write_plan(json, plan, library);
    }
    json.end_array().key("clean").boolean(report.clean);
    return json.end_object().take() + '\n';
}

std::string to_json(std::span<const LibraryMatch> matches, const Library& library) {
    JsonWriter json{JsonWriter::Style::indented};
    json.begin_object().key("matches").begin_array();
    for (const LibraryMatch& match : matches) {
        const LibraryEntry& entry = library.entries[match.entry];
        json.begin_object().member("code", entry.code).member("name", entry.name);
        json.member("by", name(match.by)).member("unit", entry.unit);
        json.member("definition", entry.definition).member("basis", name(entry.basis));
        json.member("source", entry.source).member("status", name(entry.status)).end_object();
    }
    return json.end_array().end_object().take() + '\n';
}

std::string to_text(std::span<const LibraryMatch> matches, const Library& library) {
    detail::base::Table table{{{}, {}, {}}, true};
    for (const LibraryMatch& match : matches) {
        const LibraryEntry& entry = library.entries[match.entry];
        std::string words = entry.definition.empty() ? "-" : entry.definition;
        words.append("  [").append(name(entry.basis)).append(", ");
        words.append(name(entry.status)).append("]");
        table.add(entry.code, entry.name, std::move(words));
    }
    return detail::base::to_text(detail::document::page_in(library.language).add(std::move(table)));
}

} // namespace heng
