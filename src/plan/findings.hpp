// SPDX-License-Identifier: Apache-2.0
//
// Findings about a document of the cycle, each at a value of it.
//
//     Findings findings{Language::zh};
//     findings.add({"duty-without-task"}, duty, words(name));
//     report.findings = findings.take(json);            // in the order of the document
#pragma once

#include "base/json/json.hpp"
#include "base/text/messages.hpp"

#include <heng/finding.hpp>
#include <heng/rubric/rubric.hpp>

#include <cstddef>
#include <string_view>
#include <vector>

namespace heng::detail::plan {

struct FindingKind {
    std::string_view code;
    Severity severity = Severity::warning;
};

/// The member with this key, or the value itself where there is none.
[[nodiscard]] json::Json member_of(json::Json value, std::string_view key);

class Findings {
  public:
    explicit Findings(Language language) : language_{language} {}

    /// Past so many findings no more are kept: a person reads fewer.
    static constexpr std::size_t most = 1'000;

    void add(const FindingKind& kind, json::Json at, const text::Words& words);

    [[nodiscard]] Language language() const { return language_; }
    [[nodiscard]] std::size_t size() const { return found_.size(); }
    /// Whether there is nothing but notes, also past those that are kept.
    [[nodiscard]] bool is_clean() const { return clean_; }

    /// With their places, in the order of the document that all are about.
    [[nodiscard]] std::vector<Finding> take(const json::JsonDocument& document);

  private:
    struct Found {
        Finding finding;
        json::Json at;
    };

    Language language_;
    std::vector<Found> found_{};
    bool clean_ = true;
};

} // namespace heng::detail::plan
