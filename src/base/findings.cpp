// SPDX-License-Identifier: Apache-2.0
#include "base/findings.hpp"
#include "base/text/messages.hpp"
#include "base/text/width.hpp"

#include <cstdint>

namespace heng {

void detail::base::add_finding_members(detail::json::JsonWriter& json, const Finding& finding,
                                       PlaceKeys keys) {
    json.member("code", finding.code).member("severity", name(finding.severity));
    if (keys == PlaceKeys::pointer_and_where) {
        json.member("where", finding.pointer);
    }
    json.member("message", finding.message).member("pointer", finding.pointer);
    if (finding.expected) {
        json.member("expected", *finding.expected);
    }
    if (finding.found) {
        json.member("found", *finding.found);
    }
    if (finding.place.line != 0) {
        json.key("line").whole(static_cast<std::int64_t>(finding.place.line));
        json.key("column").whole(static_cast<std::int64_t>(finding.place.column));
    }
    if (!finding.witness.empty()) {
        json.key("witness").json(finding.witness);
    }
    if (!finding.example.empty()) {
        json.member("example", finding.example);
    }
    if (finding.accepted) {
        json.member("accepted", *finding.accepted);
    }
}

void detail::base::add_findings(detail::json::JsonWriter& json, std::span<const Finding> findings,
                                PlaceKeys keys) {
    json.begin_array();
    for (const Finding& each : findings) {
        json.begin_object();
        add_finding_members(json, each, keys);
        json.end_object();
    }
    json.end_array();
}

std::string to_text(std::span<const Finding> findings, std::string_view document, bool all) {
    return detail::base::findings_text(findings, document, all, Language::en);
}

std::string detail::base::findings_text(std::span<const Finding> findings,
                                        std::string_view document, bool all, Language language) {
    constexpr text::Sentence accepted{"    accepted: {0}\n", "    已接受：{0}\n"};
    std::string lines;
    for (const Finding& each : findings) {
        if (each.accepted && !all) {
            continue;
        }
        lines.append(document).append(":");
        if (each.place.line != 0) {
            lines += std::to_string(each.place.line) + ':' + std::to_string(each.place.column);
            lines += ':';
        }
        lines.append(" ").append(name(each.severity)).append(": ");
        lines += detail::text::printable(each.message) + " [" + each.code;
        lines +=
            each.pointer.empty() ? "]\n" : ", at " + detail::text::printable(each.pointer) + "]\n";
        if (!each.example.empty()) {
            lines += "    " + detail::text::printable(each.example) + '\n';
        }
        if (each.accepted) {
            lines += spoken(accepted(detail::text::printable(*each.accepted)), language);
        }
    }
    return lines;
}

} // namespace heng
