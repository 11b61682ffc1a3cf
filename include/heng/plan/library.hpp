// SPDX-License-Identifier: Apache-2.0
//
// A library of indicators (核心绩效指标库): standard indicators with a code, a definition that can
// be computed, and its source — read from a library/1 document.
//
//     Result<LibraryDocument> library = builtin_library("common-indicators");
//     for (const LibraryMatch& match : search(library->library(), "结余")) {
//         std::cout << library->library().entries[match.entry].name << '\n';    // 结转结余率, …
//     }
//     Result<LibraryReport> report = check_library(*library, plans);
//
// A document:
//
//     {"heng": "library/1", "id": "own", "title": "…", "language": "zh", "entries": [
//       {"code": "zxl", "name": "预算执行率", "aliases": ["预算完成率"], "category": "成本",
//        "unit": "%", "direction": ">=", "definition": "budget.executed / budget.annual",
//        "inputs": {"budget.annual": {"type": "money", "label": "全年预算数"},
//                   "budget.executed": {"type": "money", "label": "全年执行数"}},
//        "source": "财预〔2020〕10号", "basis": "published",
//        "valid": {"from": "2020-02-25"}, "status": "active"}]}
//
// A definition is FEEL over the entry's own inputs, declared as in rubric/1, and checked against
// their types when the library is read; an entry that goes by level (定性) may have none. Required:
// heng, id, title, entries; in an entry code, name, direction, definition, source, basis,
// valid.from and status. The basis tells the origin of a formula, so that nothing recalled or
// inferred passes for official (see rubric/basis.hpp).
#pragma once

#include <heng/document/call.hpp>
#include <heng/lint/lint.hpp>
#include <heng/plan/plan.hpp>
#include <heng/rubric/basis.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heng {

/// Whether plans may use an entry.
enum class LibraryStatus : std::uint8_t {
    active,
    retired, ///< kept so that old plans can be read
    draft,   ///< not yet to be used
};

/// Returns "active", "retired" or "draft".
[[nodiscard]] std::string_view name(LibraryStatus status);

/// A standard indicator. Dates are "YYYY-MM-DD".
struct LibraryEntry {
    std::string code{};
    std::string name{};
    std::vector<std::string> aliases{};
    std::optional<IndicatorCategory> category{}; ///< empty for an indicator of management
    std::string unit{};
    Direction direction = Direction::at_least;
    std::string definition{}; ///< FEEL, "" if it goes by level
    std::string source{};
    Basis basis = Basis::local;
    std::string valid_from{};
    std::optional<std::string> valid_to{};
    LibraryStatus status = LibraryStatus::active;

    /// Returns whether some day of the year lies in valid_from … valid_to.
    [[nodiscard]] bool is_valid_in(int year) const;
};

/// The content of a library/1 document.
struct Library {
    std::string id{};
    std::string title{};
    std::string source{};
    Language language = Language::zh;
    std::vector<LibraryEntry> entries{};
};

namespace detail::plan {
struct LoadedLibrary;
}

/// A library and the text that it was read from. Immutable and cheap to copy (copies share); any
/// number of threads may use one at once.
class LibraryDocument {
  public:
    /// Reads library/1. Errors: json.*, limit.*, library.* (heng, type, number, date, word,
    /// missing-key, unknown-key, empty, duplicate-id, input, expression, valid), with status
    /// invalid_argument; all that are found in one pass. Linear in the text.
    [[nodiscard]] static Result<LibraryDocument> parse(std::string_view json,
                                                       const Limits& limits = {});

    [[nodiscard]] const Library& library() const;

    /// Returns the document's text as it was read.
    [[nodiscard]] std::string_view text() const;

    /// For the library itself.
    [[nodiscard]] const detail::plan::LoadedLibrary& loaded() const { return *loaded_; }

  private:
    explicit LibraryDocument(std::shared_ptr<const detail::plan::LoadedLibrary> loaded)
        : loaded_(std::move(loaded)) {}
    static Result<LibraryDocument> parse_unguarded(std::string_view json, const Limits& limits);

    std::shared_ptr<const detail::plan::LoadedLibrary> loaded_;
};

/// Returns the ids of the libraries that come with heng, sorted.
[[nodiscard]] std::vector<std::string_view> builtin_library_ids();

/// Return one of them, and its text. Error: library.not-found, which names the nearest id.
[[nodiscard]] Result<LibraryDocument> builtin_library(std::string_view id);
[[nodiscard]] Result<std::string_view> builtin_library_text(std::string_view id);

/// The part of an entry where a text was found, better ones first.
enum class MatchedBy : std::uint8_t {
    code,
    name,
    alias,
    part_of_name,
    part_of_alias,
    part_of_code
};

[[nodiscard]] std::string_view name(MatchedBy by);

/// An entry that was found, and by what.
struct LibraryMatch {
    std::size_t entry = 0; ///< its index in Library::entries
    MatchedBy by = MatchedBy::name;
};

/// Returns the entries whose code, name or alias is `text`, then those that contain it, each once,
/// in the order of the library; without regard to spaces, punctuation, full-width forms and the
/// case of A–Z. Empty for an empty text. O(library).
[[nodiscard]] std::vector<LibraryMatch> search(const Library& library, std::string_view text);

/// Checks whether `text` can be searched for. Errors: `library.text` (no UTF-8), `limit.bytes`.
/// O(text).
[[nodiscard]] Result<void> check_search_text(std::string_view text, const Limits& limits = {});

/// An indicator of a plan, and its entry, found by its code or by its name.
struct MatchedIndicator {
    std::string id{};
    std::string name{};
    std::string pointer{}; ///< JSON Pointer into the plan
    Place place{};
    std::optional<LibraryMatch> match{}; ///< empty if the library does not have it
};

/// The matches of one plan. The codes of `findings` about its indicators: not-in-library,
/// unknown-code, retired-entry, draft-entry, invalid-entry (not valid in the plan's year),
/// differs-from-library.
struct MatchedPlan {
    std::string plan{}; ///< the plan's id
    std::vector<MatchedIndicator> indicators{};
    std::vector<Finding> findings{};
    bool clean = true; ///< there are only notes
};

/// Matches the indicators of one plan. O(plan + library) × log.
[[nodiscard]] Result<MatchedPlan> match_plan(const PlanDocument& plan,
                                             const LibraryDocument& library);

/// The findings about a library. Their codes: same-name, same-formula, unused-input, unused-entry.
struct LibraryReport {
    std::vector<Finding> findings{}; ///< in the order of the library
    std::vector<MatchedPlan> plans{};
    std::vector<std::string> unused{};  ///< codes of active entries that no plan uses
    std::vector<std::string> retired{}; ///< codes of retired entries that a plan uses
    /// Codes of drafts, and of entries not valid in a plan's year, that a plan uses.
    std::vector<std::string> invalid{};
    bool clean = true; ///< there are only notes, here and in the plans
};

/// Finds entries that are one indicator twice — names or aliases that are the same except for
/// spaces, punctuation and full-width forms; the same formula in the same unit — and, if there are
/// plans, the entries that they use. O(library + plans) × log.
[[nodiscard]] Result<LibraryReport> check_library(const LibraryDocument& library,
                                                  std::span<const PlanDocument> plans = {},
                                                  const CallOptions& call = {});

/// Returns the library's findings, a line each as those of lint (lint.hpp), then for each plan
/// those of its document, `names` in the order of the plans, and how many of its indicators are in
/// the library.
[[nodiscard]] std::string to_text(const LibraryReport& report, const LibraryDocument& library,
                                  std::string_view document, std::span<const std::string> names);

/// Returns
/// {"library":{"id","title","entries"},"findings":[…],"unused":[…],"retired":[…],"invalid":[…],
/// "plans":[{"plan","matched":[{"indicator","code","by"}],"unmatched":[{"indicator","name",
/// "pointer"}],"findings":[…]}],"clean":…}, indented, with a newline at the end.
[[nodiscard]] std::string to_json(const LibraryReport& report, const LibraryDocument& library);

/// Return the matches as {"matches":[{"code","name","by",…}]}, or a line each.
[[nodiscard]] std::string to_json(std::span<const LibraryMatch> matches, const Library& library);
[[nodiscard]] std::string to_text(std::span<const LibraryMatch> matches, const Library& library);

} // namespace heng
