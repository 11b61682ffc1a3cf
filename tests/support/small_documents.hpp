// SPDX-License-Identifier: Apache-2.0
//
// The smallest document of each kind that something comes of: a warning, a finding, a lost point.
#pragma once

#include <string_view>

namespace heng::test {

/// For the facts `half_spent`.
inline constexpr std::string_view execution_rubric =
    R"({"heng":"rubric/1","id":"tiny","title":"t","basis":"local","source":"s","language":"en",
        "unit":"元","points":"10","inputs":{"spent":{"type":"money"},"budget":{"type":"money"}},
        "indicators":[{"id":"use","name":"Use","points":"10","measure":"spent / budget",
          "rule":{"kind":"proportional"},"basis":"local","source":"s"}]})";
inline constexpr std::string_view half_spent =
    R"({"heng":"facts/1","unit":"元","data":{"spent":1,"budget":2}})";
inline constexpr std::string_view published_form =
    R"({"heng":"facts/1","unit":"元","data":{"spent":"171","budget":287},
        "published":{"scores":{"use":"6"},"total":"6"}})";
inline constexpr std::string_view execution_tests =
    R"({"heng":"tests/1","rubric":"tiny","tests":[{"name":"half","facts":{"spent":"1","budget":"2"},
        "expect":{"total":"5"}}]})";

/// For the facts `quarter`.
inline constexpr std::string_view claims =
    R"({"heng":"claims/1","claims":[{"id":"a","text":"t","formula":"x / y","printed":"26%"}]})";
inline constexpr std::string_view quarter = R"({"heng":"facts/1","data":{"x":1,"y":4}})";

inline constexpr std::string_view plan =
    R"({"heng":"plan/1","id":"p","title":"t","subject":{"name":"n","year":2023},"unit":"元",
        "duties":[{"id":"d","name":"duty"}],"tasks":[{"id":"t","name":"task","duties":["x"]}],
        "projects":[{"id":"p","name":"n","tasks":["t"],"money":"1","indicators":[
          {"id":"i","name":"甲","category":"数量","target":"5"},
          {"id":"j","name":"甲","category":"社会","target":"many"}]}],
        "adjustments":[{"id":"a","date":"2023-08-01","approved":"2024-08-01","indicator":"i",
          "field":"target","from":"6","to":"7","reason":"r"}]})";
inline constexpr std::string_view library =
    R"({"heng":"library/1","id":"l","title":"t","entries":[{"code":"a","name":"甲",
        "direction":">=","definition":"x / y","inputs":{"x":{"type":"money"},
        "y":{"type":"money"}},"source":"s","basis":"local","valid":{"from":"2020-01-01"},
        "status":"active"}]})";

inline constexpr std::string_view progress =
    R"({"heng":"progress/1","unit":"元","subject":{"name":"n","year":2024},"as_of":"2024-06-30",
        "projects":[{"id":"p","name":"n","budget":"100","entries":[
          {"date":"2024-06-30","spent":"10"}]}]})";
inline constexpr std::string_view policy =
    R"({"heng":"policy/1","id":"y","title":"t","basis":"local","source":"s","language":"en",
        "monitoring":{"spending":[{"by":"06-30","at_least":"60%"}]},
        "decisions":[{"id":"d","when":"score < 60","decision":"stop","label":"stop",
          "priority":1}]})";
inline constexpr std::string_view scores =
    R"({"heng":"scores/1","scores":[{"project":"p","score":"59"}]})";

} // namespace heng::test
