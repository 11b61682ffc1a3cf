// SPDX-License-Identifier: Apache-2.0
//
// Keys of a form that nothing reads, each with the key that was meant.
//
//     tell_unknown_keys(published, published_keys, language, findings, 500);
//     // “totl”不是这里能有的键，没有读；应当是“total”吧？ [unknown-key, at /published/totl]
#pragma once

#include "base/json/json.hpp"

#include <heng/finding.hpp>
#include <heng/rubric/rubric.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace heng::detail::audit {

/// The name in `did you mean "NAME"?`, else "".
[[nodiscard]] std::string meant_in(std::string_view hint);

/// At the value of the key; `meant` is "" where no known key is near it.
[[nodiscard]] Finding unknown_key(json::Json member, const std::string& meant, Language language);

/// Adds a finding for each key of `object` that is not known and not ignored, until there are
/// `most` findings.
void tell_unknown_keys(json::Json object, std::span<const std::string_view> known,
                       Language language, std::vector<Finding>& findings, std::size_t most);

} // namespace heng::detail::audit
