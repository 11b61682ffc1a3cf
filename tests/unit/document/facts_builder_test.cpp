// SPDX-License-Identifier: Apache-2.0
//
// Facts that no JSON was written for: the same facts, and the same mistakes at the same places, as
// from a document that says the same.
#include <heng/document/rubric_inputs.hpp>
#include <heng/facts/facts_builder.hpp>
#include <heng/number/decimal_text.hpp>
#include <heng/report/report.hpp>
#include <heng/scoring/render.hpp>
#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

#include <string>
#include <utility>

using namespace heng;
using namespace heng::literals;

namespace {

const RubricDocument& small() {
    static const RubricDocument rubric = RubricDocument::parse(R"--({
        "heng": "rubric/1", "id": "small", "title": "S", "basis": "local", "source": "t",
        "language": "en", "unit": "万元", "points": "10",
        "inputs": {
            "budget.annual": {"type": "money"}, "budget.executed": {"type": "money"},
            "rate": {"type": "percent", "optional": true, "default": "1"},
            "clean": {"type": "boolean"}, "filed": {"type": "date"}, "kind": {"type": "text"},
            "staff": {"type": "count", "optional": true, "default": "0"},
            "contracts": {"type": "list", "of": {"late": {"type": "boolean"},
                                                 "days": {"type": "count", "optional": true}}},
            "targets": {"type": "list", "of": "target"}},
        "values": {"fine": "clean and filed >= date(\"2024-01-31\") and kind = \"a\""},
        "indicators": [
            {"id": "use", "name": "Use", "points": "4", "basis": "local", "source": "t",
             "measure": "if fine then budget.executed / budget.annual * rate else 0",
             "rule": {"kind": "proportional"}},
            {"id": "late", "name": "Late", "points": "3", "basis": "local", "source": "t",
             "measure": "count(contracts[late])",
             "rule": {"kind": "step", "norm": "0", "side": "above", "every": "1", "deduct": "1",
                      "part": "whole"}},
            {"id": "goals", "name": "Goals", "points": "2", "basis": "local", "source": "t",
             "rule": {"kind": "targets", "rows": "targets", "weights": "equal"}},
            {"id": "view", "name": "View", "points": "1", "basis": "local", "source": "t",
             "rule": {"kind": "assessed"}}]})--")
                                             .value();
    return rubric;
}

const std::string same_said = R"({"heng": "facts/1", "subject": {"name": "A \"B\"", "year": 2024},
    "unit": "元", "data": {
    "budget": {"annual": 2000000, "executed": "1500000"}, "rate": "80%", "clean": true,
    "filed": "2024-02-01", "kind": "a", "staff": 12,
    "contracts": [{"late": true, "days": 3}, {"late": false}],
    "targets": [{"name": "x", "direction": ">=", "target": 10, "actual": "8"}]},
    "assessed": {"view": {"score": "0.5", "reason": "so-so", "evidence": ["a letter"]}}})";

FactsBuilder whole() {
    FactsBuilder builder{small()};
    builder.subject("A \"B\"", 2024).unit(MoneyUnit::yuan);
    builder.set("budget.annual", 2'000'000).set("budget.executed", "1500000").set("rate", "80%");
    builder.set("clean", true).set("kind", "a").set("staff", 12U);
    builder.set("filed", std::chrono::year{2024} / std::chrono::February / 1);
    builder.set(builder.append("contracts") + ".late", "true").set("contracts[0].days", 3);
    builder.set("contracts[1].late", false);
    builder.set("targets[0].name", "x").set("targets[0].direction", ">=");
    builder.set("targets[0].target", 10_dec).set("targets[0].actual", "8");
    builder.assess("view", "0.5", "so-so", {"a letter"});
    return builder;
}

/// Code and pointer of each mistake, a line each.
std::string mistakes(const Error& error) {
    std::string all = error.code + ' ' + error.pointer.value_or("none") + '\n';
    for (const Error& other : error.others) {
        all += mistakes(other);
    }
    return all;
}

template <class Made>
std::string mistakes(const Result<Made>& made) {
    return made ? "" : mistakes(made.error());
}

} // namespace

TEST_CASE("builder: the facts are those of a document that says the same") {
    const auto built = whole().finish();
    INFO(mistakes(built));
    REQUIRE(built.has_value());
    const auto read = Facts::parse(small(), same_said);
    INFO(mistakes(read));
    REQUIRE(read.has_value());
    const auto sheet = score(*built);
    REQUIRE(sheet.has_value());
    CHECK(to_json(*sheet, *built) == to_json(*score(*read), *read)); // and with the same digest
    CHECK(sheet->total_text() == "6.50");
}

TEST_CASE("builder: it may be finished again after a change, and moved") {
    FactsBuilder builder = whole();
    REQUIRE(builder.finish().has_value());
    builder.set("contracts[1].late", true).list("contracts");
    FactsBuilder other = std::move(builder);
    CHECK(score(other.finish().value())->total_text() == "5.50");
}

TEST_CASE("builder: a list may be empty, and a group of it is a record") {
    FactsBuilder builder{small()};
    builder.list("contracts").list("targets");
    const auto facts = builder.finish();
    REQUIRE(facts.has_value());
    CHECK(score(*facts).error().code == "facts.missing");
    CHECK(builder.append("contracts") == "contracts[0]");
    CHECK(builder.append("contracts") == "contracts[1]");
}

TEST_CASE("builder: mistakes are the reader's, at the reader's places") {
    const auto both = [](const std::string& data, const auto& set, const std::string& more = "") {
        const auto read = Facts::parse(small(), R"({"heng": "facts/1", "unit": "元", "data": )" +
                                                    data + more + "}");
        FactsBuilder builder{small()};
        builder.unit(MoneyUnit::yuan);
        set(builder);
        const auto built = builder.finish();
        CHECK(mistakes(read) != "");
        CHECK(mistakes(built) == mistakes(read));
        CHECK(built.error().status == read.error().status);
        CHECK(built.error().place == Place{});
        CHECK(built.error().excerpt.empty());
    };
    using B = FactsBuilder&;
    both(R"({"budget": {"annual": "12 yuan"}})", [](B b) { b.set("budget.annual", "12 yuan"); });
    both(R"({"budget": {"anual": 12}})", [](B b) { b.set("budget.anual", 12); });
    both(R"({"clean": "yes"})", [](B b) { b.set("clean", "yes"); });
    both(R"({"clean": 1})", [](B b) { b.set("clean", 1); });
    both(R"({"kind": 5})", [](B b) { b.set("kind", 5); });
    both(R"({"staff": -1})", [](B b) { b.set("staff", -1); });
    both(R"({"staff": 1.5})", [](B b) { b.set("staff", 1.5_dec); });
    both(R"({"filed": "2024-02-31"})",
         [](B b) { b.set("filed", std::chrono::year{2024} / std::chrono::February / 31); });
    both(R"({"contracts": [{"late": true}, {"lat": true}]})",
         [](B b) { b.set("contracts[0].late", true).set("contracts[1].lat", true); });
    both(R"({"contracts": {"late": true}})", [](B b) { b.set("contracts.late", true); });
    both(R"({"contracts": ["a"]})", [](B b) { b.set("contracts[0]", "a"); });
    both(R"({"targets": [{"name": "x"}]})", [](B b) { b.set("targets[0].name", "x"); });
    both(
        "{}", [](B b) { b.assess("view", "2", "too much"); },
        R"(, "assessed": {"view": {"score": "2", "reason": "too much"}})");
    both(
        "{}", [](B b) { b.assess("view", "1", ""); },
        R"(, "assessed": {"view": {"score": "1", "reason": ""}})");
    both(
        "{}", [](B b) { b.subject("A", 0); }, R"(, "subject": {"name": "A", "year": 0})");
    both("{\"kind\": \"\xFF\"}", [](B b) { b.set("kind", "\xFF"); });
    both(R"({"kind": "\u0000"})", [](B b) { b.set("kind", std::string_view{"\0", 1}); });
    FactsBuilder no_unit{small()};
    CHECK(mistakes(no_unit.set("budget.annual", 1).finish()) == "facts.unit /data/budget/annual\n");
}

TEST_CASE("builder: a path that is none is told at once, and in the end") {
    for (const char* path :
         {"", ".", "a.", ".a", "a..b", "a[", "a[]", "a[x]", "a[0", "a[0]b", "a[1]", "a[-1]",
          "contracts[1].late", "a[99999999999999999999]", "\xFF"}) {
        FactsBuilder builder{small()};
        builder.set(path, 1).set("staff", 1);
        INFO(std::string{path});
        REQUIRE(builder.fault().has_value());
        CHECK(builder.fault()->code == "argument.path");
        CHECK(mistakes(builder.finish()) == "argument.path none\n");
    }
    FactsBuilder deep{small()};
    std::string path = "a";
    for (int i = 0; i < 200; ++i) {
        path += ".a";
    }
    CHECK(deep.set(path, 1).fault().has_value());
    FactsBuilder mixed{small()};
    CHECK(mixed.set("budget", 1).set("budget.annual", 1).fault().has_value());
    FactsBuilder group{small()};
    CHECK(group.set("budget.annual", 1).set("budget", 1).fault().has_value());
    FactsBuilder list{small()};
    CHECK(list.set("kind", 1).append("kind").empty());
    CHECK(list.fault().has_value());
}

TEST_CASE("builder: the limits of a document hold") {
    FactsBuilder builder{small()};
    for (int i = 0; i < 5; ++i) {
        builder.set(builder.append("contracts") + ".late", true);
    }
    Limits few;
    few.rows = 4;
    CHECK(mistakes(builder.finish(few)) == "limit.rows /data/contracts\n");
    few = Limits{};
    few.bytes = 20;
    CHECK(builder.finish(few).error().code == "limit.bytes");
    few = Limits{};
    few.depth = 3;
    CHECK(mistakes(builder.finish(few)) == "limit.depth /data/contracts\n");
    CHECK(builder.finish().has_value());
    CHECK(builder.set("surplus", 1).finish({}, UnreadFacts::refuse).error().code == "facts.unread");
}

TEST_CASE("inputs of a rubric are told in their order, with the fields of records") {
    std::string all;
    for (const RubricInput& each : inputs_of(small())) {
        all += each.path + ' ' + std::string{each.type} + ' ' + std::string{each.unit} +
               (each.optional ? " optional\n" : "\n");
    }
    CHECK(all == "budget.annual money 万元\nbudget.executed money 万元\nrate percent  optional\n"
                 "clean boolean \nfiled date \nkind text \nstaff count  optional\n"
                 "contracts list \ncontracts[].late boolean \ncontracts[].days count  optional\n"
                 "targets targets \n");
}

TEST_CASE("a call speaks the language that it is asked for, and ends when it is told to") {
    const Facts facts = whole().finish().value();
    CallOptions call;
    call.language = Language::zh;
    const auto sheet = score(facts, call);
    REQUIRE(sheet.has_value());
    CHECK(sheet->language == Language::zh);
    CHECK(std::string{sheet->items[0].why}.find("分") != std::string::npos);
    CHECK(sheet->total == score(facts)->total);
    CHECK(facts.spoken_in(Language::zh)->rubric().digest() == facts.rubric().digest());
    int asked = 0;
    call = {};
    call.cancelled = [&] {
        return ++asked == 2;
    };
    CHECK(score(facts, call).error().status == Status::cancelled);
    asked = 1;
    CHECK(score(facts, call).error().code == "call.cancelled");
}

TEST_CASE("builder: units and evidence, and what can't be set is told in both languages") {
    FactsBuilder builder = whole();
    builder.evidence("view", "a photo").in_unit("U").unit(MoneyUnit::yuan).subject("V");
    builder.set("budget.annual", 5).in_unit("").set("staff", 13);
    const auto facts = builder.finish(); // the rubric aggregates none of it, which is a note
    REQUIRE(facts.has_value());
    CHECK(report(*facts)->find("a photo") != std::string::npos);
    CHECK(to_json(score(*facts).value(), *facts).find("units-not-aggregated") != std::string::npos);
    builder.in_unit("U").set("budget[3]", 1);
    REQUIRE(builder.fault().has_value());
    CHECK(builder.fault()->code == "argument.path");
    CHECK(in_language(*builder.fault(), Language::zh).message.find("列表") != std::string::npos);
    FactsBuilder other{small()};
    other.evidence("view", "a letter about no score");
    CHECK(other.finish().error().message == "no score was given to \"view\"");
}

TEST_CASE("builder: what can't be set is told in the rubric's language") {
    const auto rubric = RubricDocument::parse(R"({"heng": "rubric/1", "id": "r", "title": "r",
        "points": "1", "inputs": {"ok": {"type": "boolean"}}, "indicators": [
        {"id": "x", "name": "X", "points": "1", "rule": {"kind": "condition", "when": "ok"}}]})");
    REQUIRE_MESSAGE(rubric.has_value(), rubric.error());
    FactsBuilder builder{*rubric};
    CHECK(builder.set("ok[", 1).fault()->message == "“ok[”不是数据项的路径");
    CHECK(builder.finish().error().message == "“ok[”不是数据项的路径");
    CHECK(builder.finish().error().hint == "例如 budget.executed、contracts[0].days");
    CHECK(in_language(*builder.fault(), Language::en).message == "\"ok[\" is no path of a fact");
}
