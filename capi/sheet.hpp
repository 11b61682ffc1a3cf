// SPDX-License-Identifier: Apache-2.0
//
// heng_sheet: every text is made when the sheet is, so that reading one neither allocates nor
// writes and any number of threads may.
#pragma once

#include "heng.h"
#include "texts.hpp"

#include <heng/score/sheet.hpp>

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct heng_sheet {
    /// `json` and `text` are the sheet as rendered.
    heng_sheet(const heng::ScoreSheet& sheet, std::string json, std::string text);

    heng::capi::Texts texts;
    const char* total;
    const char* rate;
    const char* grade;
    std::string json;
    std::string text;
    std::vector<heng_item> items;
    std::unordered_map<std::string_view, std::size_t> index_of; ///< by id
};
