// SPDX-License-Identifier: Apache-2.0
#include "base/json/problems.hpp"
#include "base/text/utf8.hpp"
#include "document/embedded.hpp"
#include "document/within_limits.hpp"
#include "plan/loaded_library.hpp"
#include "plan/messages.hpp"
#include "plan/names.hpp"

#include <heng/plan/library.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace heng {
namespace {

std::string four_digits(int year) {
    std::string digits = std::to_string(year);
    return std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits;
}

std::optional<MatchedBy> match_of(const LibraryEntry& entry, const std::string& wanted) {
    std::optional<MatchedBy> best;
    const auto consider = [&](const std::string& text, MatchedBy whole, MatchedBy part) {
        const std::string normal = detail::plan::normalised(text);
        const bool found = normal.find(wanted) != std::string::npos;
        const MatchedBy by = normal == wanted ? whole : part;
        if (found && (!best || by < *best)) {
            best = by;
        }
    };
    consider(entry.code, MatchedBy::code, MatchedBy::part_of_code);
    consider(entry.name, MatchedBy::name, MatchedBy::part_of_name);
    for (const std::string& alias : entry.aliases) {
        consider(alias, MatchedBy::alias, MatchedBy::part_of_alias);
    }
    return best;
}

} // namespace

std::string_view name(LibraryStatus status) {
    constexpr std::array<std::string_view, 3> names{"active", "retired", "draft"};
    return names[static_cast<std::size_t>(status)];
}

std::string_view name(MatchedBy by) {
    constexpr std::array<std::string_view, 6> names{
        "code", "name", "alias", "part-of-name", "part-of-alias", "part-of-code"};
    return names[static_cast<std::size_t>(by)];
}

bool LibraryEntry::is_valid_in(int year) const {
    const std::string digits = four_digits(year);
    return valid_from <= digits + "-12-31" && (!valid_to || *valid_to >= digits + "-01-01");
}

Result<LibraryDocument> LibraryDocument::parse(std::string_view json, const Limits& limits) {
    return detail::document::within_limits([&] { return parse_unguarded(json, limits); });
}

Result<LibraryDocument> LibraryDocument::parse_unguarded(std::string_view json,
                                                         const Limits& limits) {
    auto parsed = detail::json::JsonDocument::parse(json, limits);
    if (!parsed) {
        return Failure{std::move(parsed.error())};
    }
    detail::json::Problems problems{detail::json::library_document, limits};
    auto loaded = std::make_shared<detail::plan::LoadedLibrary>(*std::move(parsed));
    const detail::json::Reader root{loaded->json.root(), problems};
    if (root.has_heng()) {
        detail::plan::read_library(root, *loaded);
    }
    if (!problems.empty()) {
        return Failure{problems.error()};
    }
    return LibraryDocument{std::move(loaded)};
}

const Library& LibraryDocument::library() const {
    return loaded_->library;
}

std::string_view LibraryDocument::text() const {
    return loaded_->json.text();
}

std::vector<std::string_view> builtin_library_ids() {
    return detail::document::ids_of(embedded_libraries());
}

Result<std::string_view> builtin_library_text(std::string_view id) {
    return detail::document::text_in(embedded_libraries(), id, "library.not-found",
                                     detail::plan::say::no_library);
}

Result<LibraryDocument> builtin_library(std::string_view id) {
    const auto text = builtin_library_text(id);
    if (!text) {
        return Failure{text.error()};
    }
    return LibraryDocument::parse(*text);
}

Result<void> check_search_text(std::string_view text, const Limits& limits) {
    if (text.size() > limits.bytes) {
        return Failure{
            detail::text::error_of(Status::limit_exceeded, "limit.bytes",
                                   detail::plan::say::search_too_long(
                                       std::to_string(text.size()), std::to_string(limits.bytes)))};
    }
    const std::size_t invalid = detail::text::first_invalid(text);
    if (invalid != std::string_view::npos) {
        return Failure{
            detail::text::error_of(Status::invalid_argument, "library.text",
                                   detail::plan::say::search_not_utf8(std::to_string(invalid + 1)),
                                   detail::plan::say::give_utf8)};
    }
    return {};
}

std::vector<LibraryMatch> search(const Library& library, std::string_view text) {
    std::vector<LibraryMatch> matches;
    if (text.empty()) {
        return matches;
    }
    const std::string wanted = detail::plan::normalised(text);
    for (std::size_t i = 0; i < library.entries.size(); ++i) {
        if (const auto by = match_of(library.entries[i], wanted)) {
            matches.push_back({i, *by});
        }
    }
    std::stable_sort(matches.begin(), matches.end(),
                     [](const LibraryMatch& a, const LibraryMatch& b) { return a.by < b.by; });
    return matches;
}

} // namespace heng
