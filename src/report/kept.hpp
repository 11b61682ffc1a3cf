// SPDX-License-Identifier: Apache-2.0
//
// Text that people wrote into an earlier draft.
//
//     const auto kept = kept_blocks(previous, limits);          // {{"basics", "本部门…"}}
//     std::string draft = with_kept(made, *kept);
#pragma once

#include <heng/limits.hpp>
#include <heng/result.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heng::detail::report {

/// An id and what stands between its marks.
using Kept = std::vector<std::pair<std::string, std::string>>;

/// The blocks of an earlier draft, in their order. Errors: report.keep, where a block has no end,
/// stands in another, or has an id that was there before, where there are more than `limits.rows`,
/// or where the draft is not UTF-8 or has a NUL; limit.bytes.
[[nodiscard]] Result<Kept> kept_blocks(std::string_view draft, const Limits& limits);

/// `draft` with the kept text in its blocks; blocks that it has not come at its end, before </body>
/// where there is one. A draft has as many as it has items. Error: report.keep, as above.
[[nodiscard]] Result<std::string> with_kept(std::string_view draft, const Kept& kept);

} // namespace heng::detail::report
