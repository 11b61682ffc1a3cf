// SPDX-License-Identifier: Apache-2.0
//
// heng_sheet: the scores, and what is written of them when it is asked for.
#pragma once

#include "heng.h"
#include "lazy.hpp"
#include "texts.hpp"

#include <heng/facts/facts.hpp>
#include <heng/score/sheet.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace heng::capi {

/// The items as the C ABI has them.
struct SheetItems {
    explicit SheetItems(const ScoreSheet& sheet);

    Texts texts;
    std::vector<heng_item> list;
    std::unordered_map<std::string_view, std::size_t> index_of; ///< by id
};

} // namespace heng::capi

struct heng_sheet {
    heng_sheet(heng::ScoreSheet scores, heng::Facts scored)
        : sheet(std::move(scores)),
          facts(std::move(scored)),
          total(sheet.total_text()),
          rate(sheet.rate()) {}

    heng::ScoreSheet sheet;
    heng::Facts facts; ///< that were scored
    std::string total;
    std::string rate;
    heng::capi::Lazy<std::unique_ptr<const heng::capi::SheetItems>> items{};
    heng::capi::Lazy<std::string> json{};
    heng::capi::Lazy<std::string> text{};
};
