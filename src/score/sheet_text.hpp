// SPDX-License-Identifier: Apache-2.0
//
// The text that the items of a sheet look at: sentences, and the facts that they read. One sheet
// has some two hundred of them; allocated one by one they cost more than scoring does.
//
//     auto text = std::make_shared<SheetText>();
//     item.why = text->keep("目标值 100%，…");
//     sheet.texts = std::move(text);
#pragma once

#include <algorithm>
#include <cstddef>
#include <deque>
#include <string>
#include <string_view>

namespace heng::document {

class SheetText {
  public:
    /// Room for about so much.
    explicit SheetText(std::size_t bytes) { blocks_.emplace_back().reserve(bytes); }
    SheetText(const SheetText&) = delete;
    SheetText& operator=(const SheetText&) = delete;

    /// A copy of `text` that lives as long as this; a block never grows past what it reserved.
    [[nodiscard]] std::string_view keep(std::string_view text) {
        if (blocks_.back().capacity() - blocks_.back().size() < text.size()) {
            const std::size_t bytes = 2 * blocks_.back().capacity();
            blocks_.emplace_back().reserve(std::max(bytes, text.size()));
        }
        std::string& block = blocks_.back();
        block += text;
        return std::string_view{block}.substr(block.size() - text.size());
    }

  private:
    std::deque<std::string> blocks_;
};

} // namespace heng::document
