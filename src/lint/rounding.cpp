// SPDX-License-Identifier: Apache-2.0
//
// Rounding at places that the rubric has not.
#include "lint/lints.hpp"

#include <algorithm>
#include <string>

namespace heng::linting {
namespace {

int depth_of(const std::vector<Indicator>& indicators) {
    int deepest = 0;
    for (const Indicator& each : indicators) {
        deepest = std::max(deepest, 1 + depth_of(each.indicators));
    }
    return deepest;
}

bool has_targets(const std::vector<Indicator>& indicators) {
    return std::any_of(indicators.begin(), indicators.end(), [](const Indicator& each) {
        return std::holds_alternative<Targets>(each.rule) || has_targets(each.indicators);
    });
}

} // namespace

void check_rounding(Lints& lints) {
    const auto rounding = lints.at("").find("rounding");
    const auto places = rounding ? rounding->find("at") : std::nullopt;
    if (!places) {
        return;
    }
    if (places->size() == 0) {
        lints.add({"rounding-idle"}, "/rounding/at",
                  {"the rubric says how to round, and nowhere where",
                   "规定了如何取整，却没有规定在哪里取整"});
    }
    const int depth = depth_of(lints.rubric().indicators);
    std::size_t index = 0;
    for (const document::Json place : places->children()) {
        const std::string_view word = place.text();
        const std::string at = "/rounding/at/" + std::to_string(index++);
        // the reader has refused every other word; levels past the deepest are longer numbers
        const bool level = word.starts_with("level-");
        if (level && std::stoi(std::string{word.substr(6)}) > depth) {
            lints.add(
                {"rounding-idle"}, at,
                {"the rubric has " + std::to_string(depth) + " levels, and rounds at " +
                     std::string{word},
                 "指标只有" + std::to_string(depth) + "级，却在" + std::string{word} + "取整"});
        } else if (word == "row" && !has_targets(lints.rubric().indicators)) {
            lints.add({"rounding-idle"}, at,
                      {"the rubric rounds target rows, and has none",
                       "在绩效目标行取整，却没有绩效目标"});
        }
    }
}

} // namespace heng::linting
