// SPDX-License-Identifier: Apache-2.0
//
// A sheet as a receipt: scores the facts again, and lists what differs.
//
//     const auto differences = heng::verify(sheet_json, facts);
//     for (const SheetDifference& each : differences->listed) {
//         std::cerr << each.place.line << ": " << each.where << ": " << each.found << '\n';
//     }
//
// A sheet that heng wrote carries the digests of its rubric and facts and the version of the
// library. Scored again from the same, every value of it is the same text.
#pragma once

#include <heng/document/call.hpp>
#include <heng/document/checked.hpp>
#include <heng/facts/facts.hpp>
#include <heng/limits.hpp>
#include <heng/result.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace heng {

/// A value of the sheet that scoring does not give, or one that the sheet lacks.
struct SheetDifference {
    /// Such as "total", "effect.overall: score" or "effect.overall: late", an adjustment of that
    /// item.
    std::string where;
    std::string found;    ///< the sheet's value, as JSON; "" if it has none
    std::string expected; ///< the value that scoring gives, as JSON; "" if the sheet has too much
    /// JSON Pointer into the sheet to the value, or to the object that lacks it.
    std::string pointer;
    Place place{}; ///< place of the same
};

/// All differences, in the sheet's order.
struct SheetDifferences {
    std::vector<SheetDifference> listed; ///< at most 1,000
    std::size_t more = 0;                ///< how many are not listed
    std::size_t compared = 0;            ///< values of the sheet that scoring gave, too
    std::size_t skipped = 0;             ///< values that do not concern the scores: notes

    [[nodiscard]] bool empty() const { return listed.empty(); }

    /// Returns how many values were compared, and how many differ.
    [[nodiscard]] Checked checked() const {
        const std::size_t wrong = listed.size() + more;
        return {compared < wrong ? wrong : compared, wrong, skipped, {}};
    }
};

/// Compares `sheet`, a sheet/1 document, with the scores of `facts` by the rubric that they carry,
/// and returns the differences in the sheet's order: none if nothing differs. The library's version
/// may differ, and the language of the sentences. Errors: the sheet can't be read (json.*, limit.*,
/// sheet.*), or the facts can't be scored. Linear in the sheet, plus one scoring, or two where
/// something differs.
[[nodiscard]] Result<SheetDifferences> verify(std::string_view sheet, const Facts& facts,
                                              const Limits& limits = {},
                                              const CallOptions& call = {});

/// Returns verify/1: {"heng":"verify/1","differences":[{"where","pointer","line","column","found"?,
/// "expected"?}],"more"?,"checked":{"compared","wrong","not_compared","names"}}, indented, with a
/// newline at the end; found and expected are JSON as text.
[[nodiscard]] std::string to_json(const SheetDifferences& differences);

} // namespace heng
