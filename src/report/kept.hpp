// SPDX-License-Identifier: Apache-2.0
//
// Text that people wrote into an earlier draft.
//
//     const auto kept = kept_blocks(previous);          // {{"basics", "本部门…"}}
//     std::string draft = with_kept(made, *kept);
#pragma once

#include <heng/result.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heng::drafting {

/// An id and what stands between its marks.
using Kept = std::vector<std::pair<std::string, std::string>>;

/// The blocks of a draft, in their order. Error: report.keep, where a block has no end, stands in
/// another, or has an id that was there before, or where there are more than 1,000.
[[nodiscard]] Result<Kept> kept_blocks(std::string_view draft);

/// `draft` with the kept text in its blocks; blocks that it has not come at its end, before </body>
/// where there is one.
[[nodiscard]] Result<std::string> with_kept(std::string_view draft, const Kept& kept);

} // namespace heng::drafting
