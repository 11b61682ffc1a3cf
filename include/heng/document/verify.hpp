// SPDX-License-Identifier: Apache-2.0
//
// A sheet as a receipt: scoring again, and what differs.
//
//     const auto differences = heng::verify(sheet_json, rubric, facts);
//     for (const SheetDifference& each : differences->listed) {
//         std::cerr << each.place.line << ": " << each.where << ": " << each.found << '\n';
//     }
//
// A sheet that heng wrote carries the digests of its rubric and facts and the version of the
// library. Scored again from the same, every value of it is the same text.
#pragma once

#include <heng/document/checked.hpp>
#include <heng/document/facts.hpp>
#include <heng/document/limits.hpp>
#include <heng/document/rubric_document.hpp>
#include <heng/result.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace heng {

struct SheetDifference {
    std::string where;    ///< such as "total", "effect.overall: score" or "effect.overall: late",
                          ///< an adjustment of that item
    std::string found;    ///< what the sheet says, as JSON; "" where it says nothing
    std::string expected; ///< what scoring gives, as JSON; "" where the sheet has too much
    std::string pointer;  ///< JSON Pointer into the sheet of the value, or of what lacks it
    Place place{};        ///< of the same
};

struct SheetDifferences {
    std::vector<SheetDifference> listed; ///< at most 1,000
    std::size_t more = 0;                ///< that are not listed
    std::size_t compared = 0;            ///< values of the sheet that scoring gave, too
    std::size_t skipped = 0;             ///< values that say nothing of the scores: notes

    [[nodiscard]] bool empty() const { return listed.empty(); }

    /// How many values were compared, and how many differ.
    [[nodiscard]] Checked checked() const {
        const std::size_t wrong = listed.size() + more;
        return {compared < wrong ? wrong : compared, wrong, skipped, {}};
    }
};

/// What `sheet`, a sheet/1 document, says otherwise than scoring `facts` by `rubric` gives, in the
/// sheet's order: none where all is as it was. The library's version may differ. Errors: the sheet
/// can't be read (json.*, limit.*, sheet.*), or the facts can't be scored. Linear in the sheet.
[[nodiscard]] Result<SheetDifferences> verify(std::string_view sheet, const RubricDocument& rubric,
                                              const Facts& facts, const Limits& limits = {});

/// verify/1: {"heng":"verify/1","differences":[{"where","pointer","line","column","found"?,
/// "expected"?}],"more"?,"checked":{"compared","wrong","not_compared","names"}}, indented,
/// with a newline at the end; found and expected are JSON as text.
[[nodiscard]] std::string to_json(const SheetDifferences& differences);

} // namespace heng
