// SPDX-License-Identifier: Apache-2.0
//
// Built-in documents by id.
//
//     text_in(embedded_rubrics(), "no-such", "rubric.not-found", say::no_builtin)
#pragma once

#include "base/text/nearest.hpp"
#include "base/text/width.hpp"
#include "builtin/embedded.hpp"
#include "document/messages.hpp"

#include <heng/result.hpp>

#include <string>
#include <utility>
#include <vector>

namespace heng::detail::document {

[[nodiscard]] inline std::vector<std::string_view> ids_of(std::span<const Embedded> documents) {
    std::vector<std::string_view> ids;
    for (const Embedded& each : documents) {
        ids.push_back(each.id);
    }
    return ids;
}

/// The text with this id. Error: not_found with `code`, the sentence filled with the id, and the
/// nearest id or all of them to write instead.
[[nodiscard]] inline Result<std::string_view> text_in(std::span<const Embedded> documents,
                                                      std::string_view id, std::string code,
                                                      const text::Sentence& no_such) {
    text::Nearest nearest{id};
    for (const Embedded& each : documents) {
        if (each.id == id) {
            return each.text;
        }
        nearest.consider(each.id);
    }
    return Failure{text::error_of(Status::not_found, std::move(code), no_such(text::quoted(id)),
                                  say::nearest_or_all(nearest.found(), ids_of(documents)))};
}

} // namespace heng::detail::document
