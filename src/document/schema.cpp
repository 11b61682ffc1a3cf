// SPDX-License-Identifier: Apache-2.0
#include "base/json/declared.hpp"
#include "base/text/nearest.hpp"
#include "document/messages.hpp"
#include "document/reference_page.hpp"

#include <heng/document/schema.hpp>

#include <algorithm>
#include <array>
#include <string>

namespace heng {
namespace {

using detail::declared::Format;

constexpr std::string_view version = "/1";

/// Sorted by name.
constexpr std::array<const Format*, 8> formats{
    &detail::declared::claims_format,  &detail::declared::facts_format,
    &detail::declared::library_format, &detail::declared::plan_format,
    &detail::declared::policy_format,  &detail::declared::progress_format,
    &detail::declared::rubric_format,  &detail::declared::tests_format};

const Format* find_format(std::string_view kind) noexcept {
    if (kind.ends_with(version)) {
        kind.remove_suffix(version.size());
    }
    const auto found = std::find_if(formats.begin(), formats.end(), [kind](const Format* format) {
        return format->root->name == kind;
    });
    return found == formats.end() ? nullptr : *found;
}

Failure not_found(std::string_view kind) {
    detail::text::Nearest nearest{kind};
    const std::vector<std::string_view> known = schema_kinds();
    for (const std::string_view each : known) {
        nearest.consider(each);
    }
    return Failure{detail::text::error_of(
        Status::not_found, "schema.not-found", detail::document::say::no_schema(kind),
        detail::document::say::nearest_or_all(nearest.found(), known))};
}

} // namespace

std::optional<std::string_view> find_schema(std::string_view kind) noexcept {
    const Format* format = find_format(kind);
    return format == nullptr ? std::nullopt : std::optional{format->schema};
}

Result<std::string_view> schema(std::string_view kind) {
    if (const auto found = find_schema(kind)) {
        return *found;
    }
    return not_found(kind);
}

Result<std::string> reference_page(std::string_view kind) {
    if (const Format* format = find_format(kind)) {
        return detail::document::reference_page(*format->root);
    }
    return not_found(kind);
}

std::vector<std::string_view> schema_kinds() {
    std::vector<std::string_view> kinds;
    for (const Format* format : formats) {
        kinds.push_back(format->root->name);
    }
    return kinds;
}

} // namespace heng
