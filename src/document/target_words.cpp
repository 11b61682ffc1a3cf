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
namespace {

// In the order of the enumerators; then the words that forms print for them, read where they are
// certain.
constexpr std::array<json::Word<Direction>, 14> directions{{{">=", Direction::at_least},
                                                            {"<=", Direction::at_most},
                                                            {"=", Direction::equal},
                                                            {"level", Direction::level},
                                                            {"≥", Direction::at_least},
                                                            {"≤", Direction::at_most},
                                                            {"＝", Direction::equal},
                                                            {"正向", Direction::at_least},
                                                            {"正向指标", Direction::at_least},
                                                            {"反向", Direction::at_most},
                                                            {"反向指标", Direction::at_most},
                                                            {"负向", Direction::at_most},
                                                            {"负向指标", Direction::at_most},
                                                            {"定性", Direction::level}}};
constexpr std::array<json::Word<Level>, 16> levels{
    {{"met", Level::met},
     {"partly", Level::partly},
     {"not", Level::not_met},
     {"达成", Level::met},
     {"全部达成", Level::met},
     {"达成预期指标", Level::met},
     {"全部或基本达成", Level::met},
     {"全部或基本达成预期指标", Level::met},
     {"部分达成", Level::partly},
     {"部分达成预期指标", Level::partly},
     {"部分达成并具有一定效果", Level::partly},
     {"部分达成预期指标并具有一定效果", Level::partly},
     {"未达成", Level::not_met},
     {"未达成预期指标", Level::not_met},
     {"未达成且效果较差", Level::not_met},
     {"未达成预期指标且效果较差", Level::not_met}}};

template <class Words>
auto value_of_word(std::string_view text, const Words& words) {
    const auto found = std::find_if(words.begin(), words.end(),
                                    [text](const auto& word) { return word.text == text; });
    return found == words.end() ? std::nullopt : std::optional{found->value};
}

} // namespace

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

std::optional<Direction> direction_from(std::string_view text) {
    return value_of_word(text, directions);
}

std::optional<Level> level_from(std::string_view text) {
    return value_of_word(text, levels);
}

std::string_view word_of(Direction direction) {
    return directions[static_cast<std::size_t>(direction)].text;
}

std::string_view word_of(Level level) {
    return levels[static_cast<std::size_t>(level)].text;
}

text::Words level_words(Level level) {
    return level == Level::met      ? say::level_met
           : level == Level::partly ? say::level_partly
                                    : say::level_not;
}

} // namespace heng::detail::document
