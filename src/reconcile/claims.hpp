// SPDX-License-Identifier: Apache-2.0
//
// claims/1 read: what a report prints, and the formula that it should follow from.
//
//     Claims claims = read_claims(root);       // problems: claims.*
//     claims.list[0].formula.text()            // "budget.executed / budget.annual"
//     claims.list[0].printed->number           // 99.81
#pragma once

#include "base/json/reader.hpp"
#include "reconcile/printed.hpp"

#include <heng/rubric/rubric.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heng::detail::reconcile {

enum class ClaimKind : std::uint8_t { ratio, breakdown, identity };

struct Claim {
    std::string id;
    std::string text;
    json::Json formula;                       ///< a string
    std::optional<json::Json> printed_json{}; ///< a string
    std::optional<Printed> printed{};
    std::optional<ClaimKind> kind{}; ///< where the claim says so
};

struct Claims {
    Language language = Language::zh;
    std::vector<Claim> list{};
    /// Where the budget statement is read: a field of audit::statement_fields and its path.
    std::vector<std::pair<std::string_view, std::string>> statement{};
    /// What figures are called, by their paths.
    std::vector<std::pair<std::string, std::string>> labels{};
};

/// Reads the document; what can't be read is a problem: claims.heng, claims.type, claims.missing-
/// key, claims.unknown-key, claims.word, claims.duplicate-id, claims.empty, claims.printed.
[[nodiscard]] Claims read_claims(const json::Reader& root);

} // namespace heng::detail::reconcile
