// SPDX-License-Identifier: Apache-2.0
#include "schemas/embedded.hpp"
#include "text/nearest.hpp"

#include <heng/document/schema.hpp>

#include <string>

namespace heng {
namespace {

constexpr std::string_view version = "/1";

/// "rubric" of "rubric.schema".
std::string_view kind_of(const EmbeddedSchema& schema) noexcept {
    return schema.id.substr(0, schema.id.find('.'));
}

} // namespace

std::optional<std::string_view> find_schema(std::string_view kind) noexcept {
    if (kind.ends_with(version)) {
        kind.remove_suffix(version.size());
    }
    for (const EmbeddedSchema& schema : embedded_schemas()) {
        if (kind_of(schema) == kind) {
            return schema.json;
        }
    }
    return std::nullopt;
}

Result<std::string_view> schema(std::string_view kind) {
    if (const auto found = find_schema(kind)) {
        return *found;
    }
    text::Nearest nearest{kind};
    std::string known;
    for (const std::string_view each : schema_kinds()) {
        nearest.consider(each);
        known += (known.empty() ? "one of: " : ", ") + std::string{each};
    }
    return Failure{Error{.status = Status::not_found,
                         .code = "schema.not-found",
                         .message = "there is no schema of \"" + std::string{kind} + '"',
                         .hint = nearest.found().empty() ? known : nearest.question()}};
}

std::vector<std::string_view> schema_kinds() {
    std::vector<std::string_view> kinds;
    for (const EmbeddedSchema& schema : embedded_schemas()) {
        kinds.push_back(kind_of(schema));
    }
    return kinds;
}

} // namespace heng
