// SPDX-License-Identifier: Apache-2.0
#include "feel/intervals.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace heng::detail::feel;

namespace {

/// "[80..90)" for each interval, with -∞ and ∞ where an end is absent; a fault as "!MESSAGE".
std::string intervals(std::string_view text) {
    const auto found = constant_intervals(text);
    if (!found) {
        return "!" + found.error().code + ": " + found.error().message.en;
    }
    std::string shown;
    for (const heng::Interval& each : *found) {
        shown += shown.empty() ? "" : " ";
        shown += each.low_closed ? "[" : "(";
        shown += (each.low ? each.low->to_string() : "-∞") + "..";
        shown += each.high ? each.high->to_string() : "∞";
        shown += each.high_closed ? "]" : ")";
    }
    return shown;
}

} // namespace

TEST_CASE("constant tests as intervals") {
    CHECK(intervals("-") == "(-∞..∞)");
    CHECK(intervals(">= 90") == "[90..∞)");
    CHECK(intervals("> 0.30") == "(0.3..∞)");
    CHECK(intervals("< 60") == "(-∞..60)");
    CHECK(intervals("<= -0.05") == "(-∞..-0.05]");
    CHECK(intervals("[80..90)") == "[80..90)");
    CHECK(intervals("(0.10..0.20]") == "(0.1..0.2]");
    CHECK(intervals("]80..90[") == "(80..90)");
    CHECK(intervals("0") == "[0..0]");
    CHECK(intervals("= 0") == "[0..0]");
    CHECK(intervals("!= 0") == "(-∞..0) (0..∞)");
    CHECK(intervals("[1..2], > 5, 0") == "[1..2] (5..∞) [0..0]");
    CHECK(intervals("1/3") == "[1/3..1/3]");
    CHECK(intervals(">= 2 * 10") == "[20..∞)");
}

TEST_CASE("the complement of constant tests") {
    CHECK(intervals("not(-1)") == "(-∞..-1) (-1..∞)");
    CHECK(intervals("not([1..2])") == "(-∞..1) (2..∞)");
    CHECK(intervals("not(< 1, > 2)") == "[1..2]");
    CHECK(intervals("not(< 1, > 1)") == "[1..1]");
    CHECK(intervals("not(<= 1, > 1)") == "");
    CHECK(intervals("not((1..2), [2..3), 0)") == "(-∞..0) (0..1] [3..∞)");
    CHECK(intervals("not([0..10], [2..3], [10..12))") == "(-∞..0) [12..∞)");
    CHECK(intervals("not((0..1), (1..2))") == "(-∞..0] [1..1] [2..∞)");
}

TEST_CASE("tests that are not constant numbers are refused") {
    CHECK(intervals(">= 90%") == "!feel.syntax: there is no '%' in an expression");
    CHECK(constant_intervals(">= 90%").error().hint.en == "write 0.9");
    CHECK(intervals("\"优\"") == "!feel.type: a number is compared with a text");
    CHECK(intervals("[90..80]") == "!feel.type: the range ends below its start");
    CHECK(intervals("? > 1") == "!feel.type: an expression stands where a constant number is due");
    CHECK(intervals("[1, 2]") ==
          "!feel.type: a list of numbers stands where a constant number is due");
    CHECK(intervals("1 / 0") == "!feel.type: an expression stands where a constant number is due");
    CHECK(intervals("80-90") == "!feel.type: this test is the difference of two numbers, -10");
    CHECK(constant_intervals("80..90").error().hint.en ==
          "write a range in brackets: [80..90] with its end, [80..90) without");
    CHECK(constant_intervals("x").error().hint.zh == "请写数，如 >= 0.9 或 [0.8..0.9)");
    CHECK(intervals("x").starts_with("!feel.unknown-name"));
    CHECK(intervals("").starts_with("!feel.syntax"));
    CHECK(intervals(">=").starts_with("!feel.syntax"));
}
