// SPDX-License-Identifier: Apache-2.0
//
// Names as people mean them: two that differ in spaces, punctuation, full-width forms or the case
// of A–Z alone are the same name.
//
//     normalised("“三公”经费 控制率（％）")     // 三公经费控制率%
//     normalised("ＧＤＰ 增速") == normalised("gdp增速")
#pragma once

#include <string>
#include <string_view>

namespace heng::cycle {

/// Full-width ASCII made half-width, A–Z small, without white space and punctuation (ASCII's but
/// for
/// %, U+2000–206F, U+3000–303F and the full-width ones). Where nothing would be left, the text
/// itself. O(length).
[[nodiscard]] std::string normalised(std::string_view text);

} // namespace heng::cycle
