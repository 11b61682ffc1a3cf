// SPDX-License-Identifier: Apache-2.0
//
// The statement of the Guangzhou department report of 2023, figures as printed, in 万元.
#include <heng/budget/statement.hpp>
#include <heng/number/percent.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace heng;

namespace {

constexpr Statement<MoneyUnit::wan_yuan> seed{
    .income = WanYuan{465066.65_dec},
    .opening = WanYuan{135.50_dec},
    .total_income = WanYuan{465202.15_dec},
    .basic = WanYuan{17047.71_dec},
    .project = WanYuan{448018.94_dec},
    .expenditure = WanYuan{465066.65_dec},
    .closing = WanYuan{135.50_dec},
    .total_expenditure = WanYuan{465202.15_dec},
    .transfers = WanYuan{57622_dec},
    .budget = WanYuan{527470.55_dec},
    .executed = WanYuan{522688.65_dec},
};

constexpr bool definitions_hold(const Statement<MoneyUnit::wan_yuan>& statement) {
    const auto identities = statement.identities();
    bool all = true;
    for (const auto& identity : identities) {
        all = all && (identity.kind == IdentityKind::indication || identity.holds());
    }
    return all;
}

static_assert(definitions_hold(seed));

} // namespace

TEST_CASE("the printed figures reconcile by definition; unspent and carried over do not") {
    const auto identities = seed.identities();
    REQUIRE(identities.size() == 6);
    for (std::size_t i = 0; i < 5; ++i) {
        CAPTURE(std::string{identities[i].id});
        CHECK(identities[i].kind == IdentityKind::definition);
        CHECK(identities[i].holds());
        CHECK(identities[i].difference() == WanYuan{});
    }
    CHECK(identities[5].id == "unspent");
    CHECK(identities[5].kind == IdentityKind::indication);
    CHECK_FALSE(identities[5].holds());
    CHECK(identities[5].left == WanYuan{4781.90_dec});
    CHECK(identities[5].right == WanYuan{135.50_dec});
    CHECK(identities[5].difference() == WanYuan{4646.40_dec});
}

TEST_CASE("each definition notices a cent in a figure of its own") {
    using Figures = Statement<MoneyUnit::wan_yuan>;
    const struct {
        WanYuan Figures::*figure;
        std::string broken; // ids, in order
    } rows[] = {
        {&Figures::income, "total-income "},
        {&Figures::opening, "total-income "},
        {&Figures::total_income, "total-income balance "},
        {&Figures::basic, "expenditure "},
        {&Figures::project, "expenditure "},
        {&Figures::expenditure, "total-expenditure expenditure executed "},
        {&Figures::closing, "total-expenditure unspent "},
        {&Figures::total_expenditure, "total-expenditure balance "},
        {&Figures::transfers, "executed "},
        {&Figures::budget, "unspent "},
        {&Figures::executed, "executed unspent "},
    };
    Figures whole = seed;
    whole.budget = whole.executed + whole.closing; // a statement in which all six hold
    for (const auto& row : rows) {
        Figures statement = whole;
        statement.*row.figure += WanYuan{0.01_dec};
        std::string broken;
        for (const auto& identity : statement.identities()) {
            if (!identity.holds()) {
                broken += std::string{identity.id} + ' ';
            }
        }
        CHECK(broken == row.broken);
    }
}

TEST_CASE("the rates that the report prints, and the one that it prints wrong") {
    CHECK(Percent::of(seed.closing / seed.total_expenditure).to_string() == "0.03%");
    CHECK(Percent::of(seed.executed / seed.budget).to_string() == "99.09%"); // printed 99.81%
}
