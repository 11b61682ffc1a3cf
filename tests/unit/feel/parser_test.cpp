// SPDX-License-Identifier: Apache-2.0
#include "feel/operators.hpp"
#include "feel/parser.hpp"
#include "support.hpp"

#include <string>
#include <string_view>

using namespace heng::detail::feel;

namespace {

std::string shown(const Ast& ast, AstId id);

std::string all_shown(const Ast& ast, const AstNode& node) {
    std::string text;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        const AstId child = node.children[i];
        text += child == no_ast ? " -" : ' ' + shown(ast, child);
    }
    return text;
}

/// The tree with a bracket around every operation.
std::string shown(const Ast& ast, AstId id) {
    const AstNode& node = ast[id];
    const std::string rest = all_shown(ast, node);
    const auto bracket = [&](const std::string& head) {
        return '(' + head + rest + ')';
    };
    switch (node.kind) {
    case AstKind::number:
        return node.number.to_string();
    case AstKind::text:
        return '"' + node.text + '"';
    case AstKind::boolean:
        return node.truth ? "true" : "false";
    case AstKind::null:
        return "null";
    case AstKind::at_text:
        return "@" + node.text;
    case AstKind::name:
        return '<' + node.text + '>';
    case AstKind::path:
        return bracket("." + node.text);
    case AstKind::filter:
        return bracket("filter");
    case AstKind::call:
        return bracket(node.text + "()");
    case AstKind::negate:
        return bracket("neg");
    case AstKind::binary:
        return bracket(std::string{row_of(node.op).word});
    case AstKind::between:
        return bracket("between");
    case AstKind::in:
        return bracket("in");
    case AstKind::tests:
        return bracket(node.truth ? "not-tests" : "tests");
    case AstKind::test:
        return bracket("?" + std::string{row_of(node.op).word});
    case AstKind::condition:
        return bracket("if");
    case AstKind::loop:
        return bracket("for " + node.names.front());
    case AstKind::some:
        return bracket("some " + node.names.front());
    case AstKind::every:
        return bracket("every " + node.names.front());
    case AstKind::list:
        return bracket("list");
    case AstKind::context:
        return bracket("context");
    case AstKind::range:
        return bracket(std::string{node.low_closed ? "[" : "("} + ".." +
                       (node.high_closed ? "]" : ")"));
    case AstKind::instance:
        return bracket("instance");
    case AstKind::function:
        return bracket("function " + node.names.front());
    }
    return "";
}

std::string tree(std::string_view text, const Scope& scope = {}) {
    const auto ast = parse_expression(text, scope);
    return ast ? shown(*ast, ast->root) : "!" + ast.error().message.en;
}

std::string tests_tree(std::string_view text) {
    const auto ast = parse_tests(text, Scope{});
    return ast ? shown(*ast, ast->root) : "!" + ast.error().message.en;
}

} // namespace

TEST_CASE("operators bind as FEEL has it") {
    CHECK(tree("1 + 2 * 3") == "(+ 1 (* 2 3))");
    CHECK(tree("1 - 2 - 3") == "(- (- 1 2) 3)");
    CHECK(tree("8 / 4 / 2") == "(/ (/ 8 4) 2)");
    CHECK(tree("2 ** 3 ** 2") == "(** (** 2 3) 2)");
    CHECK(tree("-3 ** 2") == "(** (neg 3) 2)");
    CHECK(tree("2 ** -1") == "(** 2 (neg 1))");
    CHECK(tree("10--5") == "(- 10 (neg 5))");
    CHECK(tree("1 < 2 and 3 > 2 or false") == "(or (and (< 1 2) (> 3 2)) false)");
    CHECK(tree("1 + 1 = 2") == "(= (+ 1 1) 2)");
    CHECK(tree("1 between 0 and 2 and true") == "(and (between 1 0 2) true)");
    CHECK(tree("1 + 2 instance of number = true") == "(= (instance (+ 1 2)) true)");
    CHECK(tree("a = b instance of date and time and c") == "(and (= <a> (instance <b>)) <c>)");
    CHECK(tree("sort(a, function(x, y) x < y)") == "(sort() <a> (function x (< <x> <y>)))");
    CHECK(tree("(1 + 2) * 3") == "(* (+ 1 2) 3)");
}

TEST_CASE("names, paths, filters and calls") {
    CHECK(tree("a.b.c") == "(.c (.b <a>))");
    CHECK(tree("a[1].b") == "(.b (filter <a> 1))");
    CHECK(tree("-a[1]") == "(neg (filter <a> 1))");
    CHECK(tree("round half up(x, 2)") == "(round half up() <x> 2)");
    CHECK(tree("sum([1, 2])") == "(sum() (list 1 2))");
    CHECK(tree("date(year: 2024, month: 1, day: 2)") == "(date() 2024 1 2)");
    CHECK(tree("f(a, b)") == "(f() <a> <b>)");
}

TEST_CASE("the longest declared name wins") {
    Scope scope;
    scope.add_input("Monthly Salary", Type{});
    scope.add_input("a", Type{});
    scope.add_input("a-b", Type{});
    scope.add_input("“三公”经费（万元）", Type{});
    CHECK(tree("12 * Monthly   Salary", scope) == "(* 12 <Monthly Salary>)");
    CHECK(tree("a-b", scope) == "<a-b>");
    CHECK(tree("a -b", scope) == "(- <a> <b>)");
    CHECK(tree("“三公”经费（万元） / 2", scope) == "(/ <“三公”经费（万元）> 2)");
}

TEST_CASE("ranges in the four bracket forms, and lists") {
    CHECK(tree("[1..2]") == "([..] 1 2)");
    CHECK(tree("(1..2]") == "((..] 1 2)");
    CHECK(tree("[1..2)") == "([..) 1 2)");
    CHECK(tree("]1..2[") == "((..) 1 2)");
    CHECK(tree("x in ]80..90[ and y") == "(and (in <x> (tests ((..) 80 90))) <y>)");
    CHECK(tree("x in [1..a[2]]") == "(in <x> (tests ([..] 1 (filter <a> 2))))");
    CHECK(tree("[]") == "(list)");
    CHECK(tree("[[1], []]") == "(list (list 1) (list))");
}

TEST_CASE("the forms with words") {
    CHECK(tree("if a then 1 else 2 + 3") == "(if <a> 1 (+ 2 3))");
    CHECK(tree("for i in 1..3, j in [i] return i") == "(for i 1 3 (list <i>) - <i>)");
    CHECK(tree("some x in [1] satisfies x > 0") == "(some x (list 1) - (> <x> 0))");
    CHECK(tree("every 合 同 in [1] satisfies 合 同 > 0") ==
          "(every 合 同 (list 1) - (> <合 同> 0))");
    CHECK(tree("{a: 1, \"b c\": a, d + e: b c}") == "(context 1 <a> <b c>)");
    CHECK(tree("@\"2024-01-31\"") == "@2024-01-31");
}

TEST_CASE("unary tests") {
    CHECK(tests_tree("-") == "(tests)");
    CHECK(tests_tree("-1") == "(tests (neg 1))");
    CHECK(tests_tree(">= 90") == "(tests (?>= 90))");
    CHECK(tests_tree("[80..90), (1..2], 5") == "(tests ([..) 80 90) ((..] 1 2) 5)");
    CHECK(tests_tree("not(1, < 0)") == "(not-tests 1 (?< 0))");
    CHECK(tests_tree("? > 1 and ? < 5") == "(tests (and (> <?> 1) (< <?> 5)))");
    CHECK(tree("1 in (< 5, [7..8])") == "(in 1 (tests (?< 5) ([..] 7 8)))");
    CHECK(tree("1 in (2..4)") == "(in 1 (tests ((..) 2 4)))");
    CHECK(tree("(< 10) = (< 10)") == "(= (?< 10) (?< 10))");
}

TEST_CASE("every node knows its place") {
    const auto ast = parse_expression("a + round up(b.c, 2)", Scope{});
    const AstNode& sum = (*ast)[ast->root];
    CHECK(sum.span == Span{0, 20});
    const AstNode& call = (*ast)[sum.children[1]];
    CHECK(call.span == Span{4, 16});
    CHECK((*ast)[call.children[0]].span == Span{13, 3});
    CHECK((*ast)[call.children[1]].span == Span{18, 1});
}

namespace {

struct Mistake {
    std::string_view text;
    std::size_t offset;
    std::string_view message;
    std::string_view hint;
};

} // namespace

TEST_CASE("what does not belong is named, with what to write instead") {
    const std::string_view operator_or_end = "an operator or the end of the expression is expected";
    const Mistake mistakes[] = {
        {"", 0, "the expression is empty", "write a value, such as 1, or the name of an input"},
        {"1 +", 3, "the expression ends where a value is expected",
         "a value must follow '+', or leave it out"},
        {"(1", 2, "the expression ends where ')' is expected", "the '(' of '(1' is not closed"},
        {"[1, 2", 5, "the expression ends where ',' or ']' is expected",
         "the '[' of '[1, 2' is not closed"},
        {"2 * sum(contracts.amount, 1 + 1", 31, "the expression ends where ',' or ')' is expected",
         "the '(' of 'sum(contracts.amount…' is not closed"},
        {"sum([1, 2)", 9, "')' stands where ',' or ']' is expected",
         "close the '[' before it with ']'"},
        {"1 + 2)", 5, "this ')' closes nothing",
         "leave it out, or write '(' where it should begin"},
        {"a && b", 2, "there is no '&&' in an expression", "write 'and'"},
        {"a || b", 2, "there is no '||' in an expression", "write 'or'"},
        {"a == 1", 2, "there is no '==' in an expression", "write '='"},
        {"a <> 1", 2, "there is no '<>' in an expression", "write '!='"},
        {"90%", 2, "there is no '%' in an expression", "write 0.9"},
        {"a > 96.60%", 9, "there is no '%' in an expression", "write 0.966"},
        {"（a + 1）", 0, "there is no '（' in an expression", "write the ASCII character ("},
        {"sum(a，b)", 5, "there is no '，' in an expression", "write the ASCII character ,"},
        {"a ≥ 1", 2, "there is no '≥' in an expression", "write the ASCII character >="},
        {"'优'", 0, "a text does not begin with '",
         "write a double quote, in a JSON document \\\""},
        {"a > 1,000,000", 5, operator_or_end, "write numbers without separators: 1000000"},
        {"a > 0,9", 5, operator_or_end, "the decimal sign is a point: write 0.9"},
        {"max(1,000)", 5, "a number has no separators: 1,000", "write 1000"},
        {"a is null", 2, operator_or_end, "write = null"},
        {"if(a, 1, 2)", 4, "',' stands where ')' is expected", "write if … then … else …"},
        {"a AND b", 2, "the word 'AND' stands where", "write 'and'"},
        {"a ^ 2", 2, "there is no '^' in an expression", "write '**'"},
        {"rount up(a, 2)", 6, operator_or_end, "did you mean \"round up\"?"},
        {"if a then 1", 11, "the 'if' has no 'else'",
         "write 'else' and a value here, such as else 0"},
        {"a < b < c", 6, "a comparison stands after a comparison",
         "write a < b and b < c, or b between a and c"},
        {"1 + if a then 1 else 2", 4, "'if' stands inside an operation",
         "put the whole 'if …' in brackets ( )"},
        {"{a: 1, a: 2}", 7, "the entry a stands in the context twice", ""},
        {"[1..5", 5, "the end of the range", ""},
    };
    for (const Mistake& mistake : mistakes) {
        CAPTURE(mistake.text);
        const auto ast = parse_expression(mistake.text, Scope{});
        REQUIRE(!ast.has_value());
        CHECK(ast.error().code == "feel.syntax");
        CHECK(ast.error().offset == mistake.offset);
        CHECK_MESSAGE(ast.error().message.en.find(mistake.message) != std::string::npos,
                      ast.error().message.en);
        CHECK(ast.error().hint.en == mistake.hint);
    }
}

TEST_CASE("what FEEL has and heng has not is named") {
    CHECK(parse_expression("function(x) x", Scope{}).error().code == "feel.unsupported");
    CHECK(parse_expression("1 instance of money", Scope{}).error().code == "feel.unsupported");
    CHECK(parse_expression("a[1](2)", Scope{}).error().code == "feel.unsupported");
}

TEST_CASE("depth is bounded") {
    const auto nested = [](std::size_t depth) {
        return parse_expression(std::string(depth, '(') + '1' + std::string(depth, ')'), Scope{});
    };
    CHECK(nested(63).has_value());
    CHECK(nested(64).error().code == "limit.exceeded");
    CHECK(nested(30'000).error().code == "limit.exceeded");
    const auto chained = [](std::size_t terms) {
        std::string text = "1";
        for (std::size_t i = 1; i < terms; ++i) {
            text += "+1";
        }
        return parse_expression(text, Scope{});
    };
    CHECK(chained(256).has_value());
    CHECK(chained(257).error().code == "limit.exceeded");
    CHECK(parse_expression(std::string(60'000, '-') + '1', Scope{}).error().code ==
          "limit.exceeded");
    CHECK(parse_expression("1e1001", Scope{}).error().code == "limit.exceeded");
    CHECK(parse_expression(std::string(1'001, '9'), Scope{}).error().code == "limit.exceeded");
}
