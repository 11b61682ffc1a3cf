// SPDX-License-Identifier: Apache-2.0
#include "document/domains.hpp"
#include "lint/lints.hpp"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <utility>

namespace heng::detail::lint {
namespace {

constexpr std::size_t most_findings = 1'000; // of a hostile rubric; a person reads fewer

} // namespace

Lints::Lints(const RubricDocument& rubric, const json::JsonDocument& json, feel::CallBudget budget)
    : document_{rubric},
      json_{json},
      bounds_{compiled().program, domains_of(compiled().inputs)},
      samples_{compiled(), json},
      budget_{std::move(budget)} {}

bool Lints::is_full() const {
    return findings_.size() >= most_findings;
}

void Lints::add(const Kind& kind, std::string pointer, const Words& words, Shown shown) {
    may_fail_ = may_fail_ || kind.may_fail;
    if (is_full()) {
        return;
    }
    const json::Json value = at(pointer);
    Finding finding;
    finding.code = kind.code;
    finding.severity = kind.severity;
    finding.may_fail = kind.may_fail;
    finding.message = said(words);
    finding.pointer = std::move(pointer);
    finding.witness = std::move(shown.facts);
    finding.example = said(shown.example);
    offsets_.push_back(kind.at_key && value.has_key() ? value.key_offset() : value.offset());
    findings_.push_back(std::move(finding));
}

std::vector<Finding> Lints::take() {
    std::vector<std::size_t> order(findings_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [this](std::size_t a, std::size_t b) { return offsets_[a] < offsets_[b]; });
    json::PlaceCounter places{json_.text()};
    std::vector<Finding> sorted;
    for (const std::size_t i : order) {
        findings_[i].place = places.at(offsets_[i]);
        sorted.push_back(std::move(findings_[i]));
    }
    findings_.clear();
    offsets_.clear();
    return sorted;
}

bool Lints::assume(Term term, bool truth) {
    bounds_.open();
    assumptions_.push_back({term, truth});
    return bounds_.assume(id_of(term), truth);
}

void Lints::release() {
    bounds_.close();
    assumptions_.pop_back();
}

json::Json Lints::at(std::string_view pointer) const {
    json::Json value = json_.root();
    while (!pointer.empty()) {
        pointer.remove_prefix(1);
        std::string token{pointer.substr(0, pointer.find('/'))};
        pointer.remove_prefix(token.size());
        for (const auto& [escape, sign] : {std::pair{"~1", '/'}, std::pair{"~0", '~'}}) {
            for (std::size_t i = token.find(escape); i != std::string::npos;
                 i = token.find(escape, i + 1)) {
                token.replace(i, 2, 1, sign);
            }
        }
        std::optional<json::Json> below = value.find(token);
        if (value.is(json::JsonKind::array)) {
            std::size_t index = 0;
            std::from_chars(token.data(), token.data() + token.size(), index);
            for (const json::Json element : value.children()) {
                if (index-- == 0) {
                    below = element;
                    break;
                }
            }
        }
        if (!below) {
            return value;
        }
        value = *below;
    }
    return value;
}

} // namespace heng::detail::lint
