// SPDX-License-Identifier: Apache-2.0
#include "plan/findings.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace heng::detail::plan {

json::Json member_of(json::Json value, std::string_view key) {
    return value.find(key).value_or(value);
}

void Findings::add(const FindingKind& kind, json::Json at, const text::Words& words) {
    clean_ = clean_ && kind.severity == Severity::note;
    if (found_.size() >= most) {
        return;
    }
    Finding finding;
    finding.code = kind.code;
    finding.severity = kind.severity;
    finding.message = language_ == Language::zh ? words.zh : words.en;
    found_.push_back({std::move(finding), at});
}

std::vector<Finding> Findings::take(const json::JsonDocument& document) {
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Found& a, const Found& b) { return a.at.offset() < b.at.offset(); });
    json::PlaceCounter places{document.text()};
    std::vector<Finding> sorted;
    for (Found& each : found_) {
        each.finding.place = places.at(each.at.offset());
        each.finding.pointer = each.at.pointer();
        sorted.push_back(std::move(each.finding));
    }
    found_.clear();
    return sorted;
}

} // namespace heng::detail::plan
