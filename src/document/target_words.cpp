// SPDX-License-Identifier: Apache-2.0
//
// What members of target records and their levels are called.
#include "document/messages.hpp"
#include "document/target_record.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace heng::detail::document {

text::Words label_of_target(std::string_view key) {
    static constexpr std::array<std::pair<std::string_view, text::Sentence>, 15> labels{
        {{"name", {"name", "指标名称"}},
         {"block", {"block", "指标类别"}},
         {"points", {"points", "分值"}},
         {"direction", {"direction", "指标方向"}},
         {"target", {"target", "目标值"}},
         {"actual", {"actual", "实际值"}},
         {"unit", {"unit", "计量单位"}},
         {"level", {"level", "达成情况"}},
         {"rate", {"rate", "完成率"}},
         {"reason", {"reason", "偏差原因"}},
         {"rule", {"rule", "计分方式"}},
         {"least", {"least", "最低完成率"}},
         {"deduct", {"deduct", "扣分"}},
         {"floor", {"floor", "最低分"}},
         {"cap", {"cap", "最高分"}}}};
    const auto* const found = std::find_if(labels.begin(), labels.end(),
                                           [&](const auto& each) { return each.first == key; });
    return found == labels.end() ? text::same(std::string{key}) : text::Words(found->second);
}

text::Words level_words(Level level) {
    return level == Level::met      ? say::level_met
           : level == Level::partly ? say::level_partly
                                    : say::level_not;
}

} // namespace heng::detail::document
