// SPDX-License-Identifier: Apache-2.0
//
// The sentences of one item: why it scores so, and what helps where its rule tells.
#pragma once

#include "base/text/appender.hpp"
#include "scoring/explain.hpp"

#include <heng/rubric/rubric.hpp>
#include <heng/score/sheet.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace heng::detail::scoring {

/// Memory that is used again for each item.
struct Scratch {
    static constexpr std::size_t usual = 512;

    std::string why_text{};
    std::string recover_text{};
    std::string spare_text{};
    text::Appender why{why_text, usual};
    text::Appender recover{recover_text, usual};
    text::Appender spare{spare_text, usual};
    std::vector<Ratio> edges{};
};

/// What an item's own rule gave.
struct Won {
    const Points& exact; ///< before its adjustments, and before it was rounded
    Points lost;         ///< what full marks would be worth more
    bool adjusted;       ///< an adjustment is in force, which may take what another fact wins
};

/// Fills `why`, `recover` and, of a target row, the inputs of the item, by its rule alone.
void explain_item(const Indicator& indicator, Item& item, const Won& won, Language language,
                  const base::TermWords& terms, base::SheetText& text, Scratch& scratch);

} // namespace heng::detail::scoring
