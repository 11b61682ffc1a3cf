// SPDX-License-Identifier: Apache-2.0
#include "support.hpp"

#include <string>
#include <string_view>

using namespace heng::detail::feel;
using namespace heng::detail::feel::test;

namespace {

std::string type_of(std::string_view text) {
    const Scope scope = budget_scope();
    Program program;
    REQUIRE(program.compile_values(scope).empty());
    const auto expression = program.compile(text, scope);
    return expression ? program.type_of(*expression).phrase().en
                      : "!" + expression.error().message.en;
}

Fault fault_of(std::string_view text, ExpectedType expected = ExpectedType::any) {
    const Scope scope = budget_scope();
    Program program;
    REQUIRE(program.compile_values(scope).empty());
    const auto expression = program.compile(text, scope, expected);
    return expression ? Fault{} : expression.error();
}

} // namespace

TEST_CASE("dimensions of arithmetic") {
    CHECK(type_of("budget.executed / budget.annual") == "a number");
    CHECK(type_of("budget.executed + budget.annual") == "money");
    CHECK(type_of("budget.executed - 0") == "money");
    CHECK(type_of("0 + budget.executed") == "money");
    CHECK(type_of("budget.executed * rate") == "money");
    CHECK(type_of("2 * budget.executed") == "money");
    CHECK(type_of("budget.executed / items") == "money");
    CHECK(type_of("-budget.executed") == "money");
    CHECK(type_of("rate - rate") == "a percentage");
    CHECK(type_of("1 - rate") == "a number");
    CHECK(type_of("items + items") == "a count");
    CHECK(type_of("items - items") == "a number");
    CHECK(type_of("items / items") == "a number");
    CHECK(type_of("filed - filed") == "a duration");
    CHECK(type_of("filed + @\"P30D\"") == "a date");
    CHECK(type_of("level + \"x\"") == "a text");
    CHECK(type_of("factor ** 2") == "a number");
}

TEST_CASE("types of forms and functions") {
    CHECK(type_of("if late then budget.annual else 0") == "money");
    CHECK(type_of("if late then rate else items") == "a number");
    CHECK(type_of("contracts.amount") == "a list of money");
    CHECK(type_of("contracts[1].amount") == "money");
    CHECK(type_of("contracts[signed late][1].days") == "a count");
    CHECK(type_of("sum(contracts.amount) / budget.annual") == "a number");
    CHECK(type_of("count(contracts[signed late])") == "a count");
    CHECK(type_of("max(budget.annual, budget.executed, 0)") == "money");
    CHECK(type_of("max([budget.annual, 0])") == "money");
    CHECK(type_of("sum(budget.annual, 0)") == "money");
    CHECK(type_of("sum(rate, items, 1)") == "a number");
    CHECK(type_of("round half up(budget.annual, 2)") == "money");
    CHECK(type_of("some c in contracts satisfies c.days > 30") == "a boolean");
    CHECK(type_of("sum(for c in contracts return c.amount)") == "money");
    CHECK(type_of("filed.year") == "a number");
    CHECK(type_of("budget.annual > 100") == "a boolean"); // in the rubric's unit
    CHECK(type_of("三公经费.实际") == "money");
    CHECK(type_of("null") == "null");
    CHECK(type_of("date(\"2024-01-31\") < filed") == "a boolean");
}

namespace {

struct Mistake {
    std::string_view text;
    std::string_view code;
    std::size_t offset;
    std::size_t length;
    std::string_view message;
    std::string_view hint;
};

} // namespace

TEST_CASE("what can't be meant is refused, with what to write instead") {
    const std::string_view name = "feel.unknown-name";
    const std::string_view type = "feel.type";
    const Mistake mistakes[] = {
        {"budget.anual", name, 0, 12, "there is no input or value named budget.anual",
         "did you mean \"budget.annual\"?"},
        {"1 + executed", name, 4, 8, "there is no input or value named executed",
         "did you mean \"budget.executed\"?"},
        {"budget", name, 0, 6, "budget is a group of inputs, not an input",
         "write the input's whole path, such as budget.annual"},
        {"contracts.amont", name, 10, 5, "the record has no entry amont",
         "did you mean \"amount\"?"},
        {"count(contracts[singed late])", "feel.syntax", 23, 4, "the word 'late' stands where", ""},
        {"count(contracts[amuont > 3])", name, 16, 6,
         "the records have no entry amuont, and there is no input or value of this name",
         "did you mean \"amount\"?"},
        {"abss(1)", name, 0, 4, "there is no function named abss", "did you mean \"abs\"?"},
        {"rate(1)", "feel.syntax", 0, 4, "rate is a value and can't be called",
         "write an operator between it and '('"},
        {"budget.annual + 5", type, 14, 3, "a number is added to money",
         "money takes only money; multiply it by a rate, as in budget * 0.1"},
        {"budget.annual + rate", type, 14, 6, "a percentage is added to money",
         "money takes only money; multiply it by a rate, as in budget * 0.1"},
        {"budget.annual * budget.annual", type, 14, 15, "money is multiplied by money",
         "one of the two must be a plain number or a rate"},
        {"1 / budget.annual", type, 2, 15, "a number is divided by money",
         "divide money by money for a rate"},
        {"budget.annual > rate", type, 14, 6, "money is compared with a percentage",
         "divide the money by money first: a rate can be compared with a number"},
        {"filed > 2024", type, 6, 6, "a date is compared with a number",
         "write a date such as date(\"2024-01-31\")"},
        {"level >= 3", type, 6, 4, "a text is compared with a number",
         "write a text in \"…\" and a number without"},
        {"late > late", type, 5, 6, "a boolean is neither less nor greater than a boolean",
         "compare with = or !="},
        {"late + 1", type, 5, 3, "a number is added to a boolean",
         "make a number of it: if … then 1 else 0"},
        {"filed + 30", type, 6, 4, "a number is added to a date",
         "write the days as a duration, such as @\"P30D\""},
        {"items and late", type, 0, 5, "this is a count beside 'and', where a boolean is due",
         "compare it, as in items > 0"},
        {"if items then 1 else 2", type, 3, 5, "this is a count after 'if', where a boolean is due",
         "compare it, as in items > 0"},
        {"if late then budget.annual else factor", type, 32, 6,
         "'else' gives a number, and 'then' money", "both must be of one kind"},
        {"abs(level)", type, 4, 5, "abs is given a text where a number is due", ""},
        {"sum(contracts)", type, 4, 9, "sum is given a list of records where numbers are due",
         "name the entry of the records, such as sum(contracts.amount)"},
        {"round up(rate)", type, 0, 14, "round up does not take 1 argument",
         "write round up(n, scale)"},
        {"date(2024)", type, 0, 10, "", ""},
        {"date(\"2024-13-01\")", type, 5, 12, "the text \"2024-13-01\" is no date",
         "write year, month and day with their zeros, such as \"2024-01-31\""},
        {"contracts[level]", type, 10, 5,
         "the brackets hold a text where a condition or an index is due", ""},
        {"for x in factor return x", type, 9, 6, "this is a number where a list is due after 'in'",
         ""},
        {"budget.annual in [\"a\"..\"b\"]", type, 18, 3, "money is compared with a text",
         "write a text in \"…\" and a number without"},
        {"if late then 1 else level", type, 20, 5, "'else' gives a text, and 'then' a number", ""},
        {"items + contracts.days", type, 6, 16, "a list of counts is added to a count",
         "make one number of the list: sum(contracts.days), max(contracts.days) or "
         "count(contracts.days)"},
        {"contracts.days > 30", type, 15, 4, "a list of counts is compared with a number",
         "choose items with contracts[days > …], or make one number of the list: "
         "sum(contracts.days)"},
        {"late = 1", type, 5, 3, "a boolean is compared with a number",
         "write it alone, or not(…): it is true or false"},
        {"sum(budget.annual)", type, 4, 13, "sum is given money where a list is due", ""},
        {"distinct values(level)", type, 16, 5, "distinct values is given a text where a list", ""},
        {"sum(budget.annual, rate)", type, 19, 4, "sum is given a percentage beside money", ""},
        {"sum([budget.annual, 5])", type, 20, 1, "sum is given a number beside money", ""},
        {"max(contracts)", type, 4, 9, "max is given a list of records where numbers are due", ""},
        {"sqrt(factor)", "feel.unsupported", 0, 4, "heng does not evaluate the function sqrt",
         "its results are irrational, and heng's numbers are exact"},
        {"now()", "feel.unsupported", 0, 3, "heng does not evaluate the function now",
         "heng reads no clock: the same facts always give the same score"},
        {"matches(level, \"a*\")", "feel.unsupported", 0, 7,
         "heng does not evaluate the function matches", "heng has no regular expressions"},
        {"factor ** 0.5", "feel.unsupported", 10, 3,
         "heng does not evaluate powers whose exponent is not whole",
         "their results are irrational, and heng's numbers are exact"},
        {"@\"10:30:00\"", "feel.unsupported", 0, 11,
         "heng does not evaluate times, zones and durations of months",
         "write a date such as @\"2024-01-31\" or days such as @\"P30D\""},
    };
    for (const Mistake& mistake : mistakes) {
        CAPTURE(mistake.text);
        if (mistake.text == "date(2024)") {
            CHECK(fault_of(mistake.text).code == ""); // null at run time: it may be any value
            continue;
        }
        const Fault fault = fault_of(mistake.text);
        CHECK(fault.code == mistake.code);
        CHECK(fault.offset == mistake.offset);
        CHECK(fault.length == mistake.length);
        CHECK_MESSAGE(fault.message.en.starts_with(mistake.message), fault.message.en);
        CHECK((mistake.hint.empty() || fault.hint.en == mistake.hint));
    }
}

TEST_CASE("the place where an expression stands takes a type") {
    CHECK(fault_of("late", ExpectedType::number).message.en ==
          "this is a boolean where a number is due");
    CHECK(fault_of("rate", ExpectedType::boolean).message.en ==
          "this is a percentage where a boolean is due");
    CHECK(fault_of("level", ExpectedType::list).code == "feel.type");
    CHECK(fault_of("budget.annual", ExpectedType::number).code == "");
    CHECK(fault_of("null", ExpectedType::number).code == "");
    CHECK(fault_of("contracts", ExpectedType::list).code == "");
}

TEST_CASE("an open scope leaves types to the evaluation, not names") {
    CHECK(evaluated("\"10\" + 10") == "null");
    CHECK(evaluated("true and 123") == "null");
    CHECK(evaluated("false = 0") == "null");
    CHECK(evaluated("abs(\"1\")") == "null");
    CHECK(evaluated("y + 1") == "!feel.unknown-name");
    CHECK(evaluated("sqrt(4)") == "!feel.unsupported");
    CHECK(evaluated("abs(1, 2)") == "!feel.type");
}
