// SPDX-License-Identifier: Apache-2.0
//
// Contradictions in a rubric, and the list to which each kind of rule adds what is wrong
// with its own parameters: `check_rule` in rule/KIND.hpp.
//
//     detail::Contradictions found;
//     check_rule(Tally{.points = 5_dec, .each = -1_dec}, "/rule", found);
//     found.take();   // one, at /rule/each: what each earns is 0 or more, found -1
#pragma once

#include <heng/number/decimal.hpp>
#include <heng/number/points.hpp>
#include <heng/rule/beyond.hpp>

#include <string>
#include <utility>
#include <vector>

namespace heng {

/// One contradiction in a rubric.
struct Contradiction {
    std::string where;   ///< JSON Pointer of the place
    std::string code;    ///< such as "rubric.points-sum"
    std::string message; ///< what was found and what was expected
    std::string hint;    ///< what to write instead; empty if there is no advice
    std::string message_zh{};
    std::string hint_zh{};
};

namespace detail {

/// "1 point", "0.5 points".
[[nodiscard]] inline std::string points_text(const auto& points) {
    const std::string text = points.to_string();
    return text + (text == "1" ? " point" : " points");
}

class Contradictions {
  public:
    /// In English and in Chinese.
    struct Named {
        std::string en;
        std::string zh;
    };

    void add(std::string where, std::string code, std::string message, std::string message_zh,
             Named hint = {}) {
        found_.push_back({std::move(where), std::move(code), std::move(message), std::move(hint.en),
                          std::move(message_zh), std::move(hint.zh)});
    }

    void check_score(const Points& score, const Decimal& points, const Beyond& beyond,
                     const std::string& at) {
        const Points most = most_of(points, beyond);
        if (score < least_of(beyond) || score > most) {
            const std::string least = beyond.floor.to_string();
            add(at, "rubric.score-range",
                "a score of " + score.to_string() + " is outside " + least +
                    " to the indicator's " + points_text(most),
                "得分 " + score.to_string() + " 不在 " + least + " 至该指标的 " + most.to_string() +
                    " 分之间");
        }
    }

    void check_positive(const Decimal& value, const std::string& at, const Named& what) {
        if (value.sign() <= 0) {
            add(at, "rubric.rule", what.en + " is above 0, found " + value.to_string(),
                what.zh + "应大于 0，现为 " + value.to_string());
        }
    }

    void check_not_negative(const Decimal& value, const std::string& at, const Named& what) {
        if (value.sign() < 0) {
            add(at, "rubric.rule", what.en + " is 0 or more, found " + value.to_string(),
                what.zh + "不小于 0，现为 " + value.to_string());
        }
    }

    [[nodiscard]] std::vector<Contradiction> take() { return std::move(found_); }

  private:
    std::vector<Contradiction> found_;
};

} // namespace detail
} // namespace heng
