// SPDX-License-Identifier: Apache-2.0
//
// The built-in rubrics, compiled in as rubric/1 documents.
//
//     Result<RubricDocument> rubric = heng::builtin("guangzhou-department-2023");
//     for (std::string_view id : heng::builtin_ids()) std::cout << id << '\n';
//
// Each names its source, and marks the origin of every indicator (rubric/basis.hpp).
#pragma once

#include <heng/document/rubric_document.hpp>
#include <heng/result.hpp>

#include <string_view>
#include <vector>

namespace heng {

/// Returns the built-in rubric with this id. Error: `rubric.not-found`, which names the nearest id.
/// Linear in the rubric's text.
[[nodiscard]] Result<RubricDocument> builtin(std::string_view id);

/// Returns the text of the built-in rubric with this id, as rubric/1. Error: `rubric.not-found`.
/// The text lives as long as the program.
[[nodiscard]] Result<std::string_view> builtin_text(std::string_view id);

/// Returns the ids of all built-in rubrics, in alphabetical order.
[[nodiscard]] std::vector<std::string_view> builtin_ids();

} // namespace heng
