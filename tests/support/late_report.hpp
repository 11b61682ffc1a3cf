// SPDX-License-Identifier: Apache-2.0
//
// A rubric with bands in which a person gives the score, and facts for it:
// “绩效报告逾期≤15天 8分；＞15天，≤30天 7-6分；＞30天，≤45天 5-4分；＞45天不得分”, beside 2 points for a budget.
//
//     const auto sheet = score(*Facts::parse(late_rubric(), late_facts("20", "6.5")));
#pragma once

#include <string>
#include <string_view>

namespace heng::test {

/// The bands of the leaf "late", for 8 points.
inline constexpr std::string_view late_bands =
    R"({"in": "<= 15", "score": "8"}, {"in": "(15..30]", "score_range": ["6", "7"]},
        {"in": "(30..45]", "score_range": ["4", "5"]}, {"in": "> 45", "score": "0"})";

inline std::string late_rubric_of(std::string_view bands, std::string_view beside = "",
                                  std::string_view language = "zh") {
    return R"({"heng": "rubric/1", "id": "late", "title": "绩效报告报送", "basis": "local",
 "source": "测试",
 "language": ")" +
           std::string{language} + R"(", "points": "10",
 "rounding": {"scale": 2, "mode": "half-up", "at": ["total"]},
 "inputs": {"days": {"type": "count", "label": "逾期天数", "maximum": 400},
  "paid": {"type": "percent", "label": "支付进度", "minimum": 0, "maximum": 1}},)" +
           std::string{beside} + R"(
 "indicators": [
  {"id": "late", "name": "报送时效", "points": "8", "measure": "days",
   "rule": {"kind": "bands", "bands": [)" +
           std::string{bands} + R"(]}},
  {"id": "paid", "name": "支付进度", "points": "2", "measure": "paid",
   "rule": {"kind": "proportional"}}]})";
}

inline std::string late_rubric(std::string_view language = "zh") {
    return late_rubric_of(late_bands, "", language);
}

/// `given`: the assessed score; "" for none.
inline std::string late_facts(std::string_view days, std::string_view given,
                              std::string_view more = "") {
    const std::string assessed = given.empty()
                                     ? ""
                                     : R"(, "assessed": {"late": {"score": ")" +
                                           std::string{given} + R"(", "reason": "资料齐全"}})";
    return R"({"heng": "facts/1", "data": {"days": )" + std::string{days} + R"(, "paid": "50%"})" +
           assessed + std::string{more} + '}';
}

} // namespace heng::test
