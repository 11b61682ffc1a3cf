// SPDX-License-Identifier: Apache-2.0
//
// Kinds that compare several rows or units are refused by name, in both languages, with how the
// same is done.
#include "document/rules_of_many.hpp"

#include <heng/document/rubric_document.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace heng;
using detail::document::rule_of_many;
using detail::document::RuleOfMany;
using detail::document::rules_of_many;

namespace {

Error refused(std::string_view kind) {
    const std::string text = R"({"heng": "rubric/1", "id": "r", "title": "r", "points": "1",
 "inputs": {"n": {"type": "number"}},
 "indicators": [{"id": "x", "name": "x", "points": "1", "measure": "n",
                 "rule": {"kind": ")" +
                             std::string{kind} + R"(", "anything": "1"}}]})";
    const auto rubric = RubricDocument::parse(text);
    REQUIRE_FALSE(rubric.has_value());
    return rubric.error();
}

} // namespace

TEST_CASE("a kind of several rows is refused by name, and the hint says what to do instead") {
    for (const RuleOfMany& each : rules_of_many) {
        CAPTURE(each.kind);
        const Error error = refused(each.kind);
        CHECK(error.code == "rubric.several-rows");
        CHECK(error.pointer == "/indicators/0/rule/kind");
        CHECK(error.others.empty());
        for (const Language language : {Language::en, Language::zh}) {
            const Error said = in_language(error, language);
            CHECK(said.message.find(each.kind) != std::string::npos);
            CHECK(said.hint == (language == Language::en ? each.instead.en : each.instead.zh));
        }
        CHECK(in_language(error, Language::zh).message.find("一次只评一份材料") !=
              std::string::npos);
    }
}

TEST_CASE("other words are no kinds of several rows: the nearest known kind is named") {
    CHECK(rule_of_many("bands") == nullptr);
    CHECK(rule_of_many("ranked") == nullptr);
    CHECK(rule_of_many("") == nullptr);
    CHECK(refused("band").code == "rubric.word");
}
