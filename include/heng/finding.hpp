// SPDX-License-Identifier: Apache-2.0
//
// A finding of lint, audit, reconcile and the checks of plans, libraries and progress.
//
//     for (const Finding& each : report.findings) {
//         std::cout << each.place.line << ": " << each.message << " at " << each.pointer << '\n';
//     }
#pragma once

#include <heng/result.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace heng {

/// How much a finding weighs.
enum class Severity : std::uint8_t {
    error,   ///< proven wrong
    warning, ///< proven, but maybe meant
    note,    ///< worth a look: nothing is proven
};

/// "error", "warning" or "note".
[[nodiscard]] constexpr std::string_view name(Severity severity) {
    switch (severity) {
    case Severity::error:
        return "error";
    case Severity::warning:
        return "warning";
    case Severity::note:
        break;
    }
    return "note";
}

struct Finding {
    std::string code{}; ///< stable: listed where the finding is made
    Severity severity = Severity::error;
    std::string pointer{}; ///< JSON Pointer (RFC 6901) of the place; "" is the root
    std::string message{}; ///< one sentence, in the language of the report
    std::optional<std::string>
        expected{};                     ///< of a printed figure: what is exact, as it would print
    std::optional<std::string> found{}; ///< what was printed, as it stands there
    Place place{};                      ///< of `pointer` in the text that was read
    std::string witness{};              ///< a facts/1 document that shows it; "" where none is
    bool may_fail = false;              ///< it says that scoring some facts may fail
    std::optional<std::string> accepted{}; ///< the reason, where the rubric accepts it
    /// The values of `witness` that matter, in words: "for example where 编制数 is 0"; "" without
    /// a witness.
    std::string example{};
};

/// A finding a line, `DOCUMENT:LINE:COLUMN: severity: message [code, at pointer]`, and an indented
/// line for its example; accepted ones only with `all`, and then with their reason.
[[nodiscard]] std::string to_text(std::span<const Finding> findings, std::string_view document,
                                  bool all = false);

} // namespace heng
