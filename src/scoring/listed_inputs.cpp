// SPDX-License-Identifier: Apache-2.0
#include "scoring/fact_text.hpp"
#include "scoring/listed_inputs.hpp"

#include <heng/limits.hpp>

namespace heng::detail::scoring {

const InputRead& ListedInputs::input(feel::SlotId slot) {
    InputRead& made = made_[slot];
    if (made.path.empty()) {
        const document::Input& input = rubric_.inputs[slot];
        shown_.clear();
        write_fact(shown_, facts_.slots[slot], input, rubric_.unit, rubric_.rubric.language);
        made = {text_.keep(input.path), text_.keep(shown_.written())};
    }
    return made;
}

std::span<const InputRead> ListedInputs::of(std::span<const feel::SlotId> slots) {
    constexpr std::size_t most_bytes = Limits{}.bytes;
    constexpr std::size_t bytes_between = 16; ///< quotes, a comma, a new line
    inputs_.clear();
    for (const feel::SlotId slot : slots) {
        if (is_full_) {
            return {};
        }
        const InputRead& read = inputs_.emplace_back(input(slot));
        bytes_ += read.path.size() + read.value.size() + bytes_between;
        is_full_ = bytes_ > most_bytes;
    }
    return is_full_ ? std::span<const InputRead>{}
                    : text_.keep(std::span<const InputRead>{inputs_});
}

} // namespace heng::detail::scoring
