// SPDX-License-Identifier: Apache-2.0
//
// Text that people wrote into an earlier draft, which follows what it is about.
//
//     const auto kept = kept_blocks(previous, limits);    // {{"indicator:a.b", "预算执行", "本部门…"}}
//     const auto draft = with_kept(made, *kept, {Language::zh, ReportFormat::markdown});
//
// A text stands between <!-- heng:keep ID --> and <!-- /heng:keep -->. The ID of the text about an
// indicator or target is made of its own id or name, never of its place, and its name may follow
// the ID for people, and for the heading of a text that has no place any more.
#pragma once

#include <heng/language.hpp>
#include <heng/limits.hpp>
#include <heng/report/report.hpp>
#include <heng/result.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace heng::detail::report {

struct KeptText {
    std::string id;
    std::string label; ///< what it is about; may be empty
    std::string text;
};

using Kept = std::vector<KeptText>;

/// "indicator:a.b 预算执行": what the mark of the text about an indicator says. A name that ends the
/// comment, or a cell of a Markdown table, is changed; an id stays one, whatever is in it.
[[nodiscard]] std::string indicator_mark(std::string_view id, std::string_view name);
/// "target:a.b/名称 名称": likewise, of the `nth` target with that name in an indicator, from 1.
[[nodiscard]] std::string target_mark(std::string_view indicator, std::string_view name,
                                      std::size_t nth);

/// The blocks of an earlier draft, in their order, but for those that a built-in template left for
/// people to fill and nobody filled. Errors: report.keep, where there is no block at all, where one
/// has no end, stands in another, or has an id that was there before, where there are more than
/// `limits.rows`, or where the draft is not UTF-8 or has a NUL; limit.bytes.
[[nodiscard]] Result<Kept> kept_blocks(std::string_view draft, const Limits& limits);

struct DraftStyle {
    Language language = Language::zh;
    ReportFormat format = ReportFormat::markdown;
};

/// `draft` with the kept text in its blocks; those that it has not come at its end under a heading
/// of their own, before </body> where there is one, unless they are empty. A draft has as many
/// blocks as it has items. Error: report.keep, as above.
[[nodiscard]] Result<std::string> with_kept(std::string_view draft, const Kept& kept,
                                            DraftStyle style);

} // namespace heng::detail::report
