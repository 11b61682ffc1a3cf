// SPDX-License-Identifier: Apache-2.0
//
// The built-in rubrics, compiled in as rubric/1 documents.
//
//     Result<RubricDocument> rubric = heng::builtin("guangzhou-department-2023");
//     for (std::string_view id : heng::builtin_ids()) …
//
// Each names its source, and marks every indicator with how far it is from print (basis).
#pragma once

#include <heng/document/rubric_document.hpp>
#include <heng/result.hpp>

#include <string_view>
#include <vector>

namespace heng {

/// The built-in rubric with this id. Error: `rubric.not-found`, which names the nearest id.
[[nodiscard]] Result<RubricDocument> builtin(std::string_view id);

/// The text of the built-in rubric with this id, as rubric/1. Error: `rubric.not-found`.
[[nodiscard]] Result<std::string_view> builtin_text(std::string_view id);

/// The ids of all built-in rubrics, in alphabetical order.
[[nodiscard]] std::vector<std::string_view> builtin_ids();

} // namespace heng
