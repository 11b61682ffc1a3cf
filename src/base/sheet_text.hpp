// SPDX-License-Identifier: Apache-2.0
//
// The text that the items of a sheet look at: sentences, and the facts that they read. One sheet
// has some two hundred of them; allocated one by one they cost more than scoring does.
//
//     auto text = std::make_shared<SheetText>();
//     item.why = text->keep("目标值 100%，…");
//     sheet.texts = std::move(text);
#pragma once

#include <heng/score/sheet.hpp>

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace heng::detail::base {

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

    /// The same for what an item read.
    [[nodiscard]] std::span<const InputRead> keep(std::span<const InputRead> inputs) {
        constexpr std::size_t usual = 64;
        const bool fits =
            !inputs_.empty() && inputs_.back().capacity() - inputs_.back().size() >= inputs.size();
        if (!fits) {
            inputs_.emplace_back().reserve(std::max(usual, inputs.size()));
        }
        std::vector<InputRead>& block = inputs_.back();
        block.insert(block.end(), inputs.begin(), inputs.end());
        return std::span<const InputRead>{block}.last(inputs.size());
    }
    [[nodiscard]] std::span<const InputRead> keep(std::initializer_list<InputRead> inputs) {
        return keep(std::span<const InputRead>{inputs.begin(), inputs.size()});
    }

  private:
    std::vector<std::string> blocks_; ///< what they hold stays where it is when they move
    std::vector<std::vector<InputRead>> inputs_;
};

} // namespace heng::detail::base
