// SPDX-License-Identifier: Apache-2.0
#include "base/json/declared_common.hpp"
#include "base/json/reader.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

using namespace heng;
using namespace heng::detail::base;
using namespace heng::detail::json;

namespace {

/// A document that is read as `kind`, and what was found wrong with it.
struct Read {
    explicit Read(std::string_view text, const DocumentKind& kind = facts_document)
        : document{*JsonDocument::parse(text, Limits{})},
          problems{kind},
          root{document.root(), problems} {}

    /// LINE:COLUMN CODE POINTER: MESSAGE (HINT), a line each.
    [[nodiscard]] std::string told() const {
        if (problems.empty()) {
            return "";
        }
        std::ostringstream out;
        Error error = problems.error();
        error.others.insert(error.others.begin(), error);
        for (const Error& one : error.others) {
            out << one.place.line << ':' << one.place.column << ' ' << one.code << ' '
                << one.pointer.value_or("") << ": " << one.message
                << (one.hint.empty() ? "" : " (" + one.hint + ")") << '\n';
        }
        std::string text = out.str();
        text.pop_back();
        return text;
    }

    /// The member `v`.
    [[nodiscard]] Reader v() const { return root.peek("v"); }

    JsonDocument document;
    Problems problems;
    Reader root;
};

std::string decimal_of(std::string_view value) {
    const Read read{"{\"v\": " + std::string{value} + "}"};
    const auto number = read.v().decimal();
    CHECK(number.has_value() == read.problems.empty());
    return number ? number->to_string() : read.told();
}

std::string percent_of(std::string_view value) {
    const Read read{"{\"v\": " + std::string{value} + "}"};
    const auto number = read.v().percent();
    CHECK(number.has_value() == read.problems.empty());
    return number ? number->to_string() : read.told();
}

std::string count_of(std::string_view value) {
    const Read read{"{\"v\": " + std::string{value} + "}"};
    const auto number = read.v().count();
    CHECK(number.has_value() == read.problems.empty());
    return number ? number->to_string() : read.told();
}

std::string date_of(std::string_view value) {
    const Read read{"{\"v\": " + std::string{value} + "}"};
    const auto date = read.v().date();
    CHECK(date.has_value() == read.problems.empty());
    return date ? std::string{*date} : read.told();
}

} // namespace

TEST_CASE("decimals are read exactly, from numbers and from strings") {
    CHECK(decimal_of("527470.55") == "527470.55");
    CHECK(decimal_of("\"527470.50\"") == "527470.50");
    CHECK(decimal_of("-1.5e-3") == "-0.0015");
    CHECK(decimal_of("\"1e3\"") == "1000");
    CHECK(decimal_of("0.1234567890123456789012345678901234567890") ==
          "0.1234567890123456789012345678901234567890");
}

TEST_CASE("what is no number is told with what to write") {
    const std::string at = "1:7 facts.number /v: \"v\" ";
    CHECK(decimal_of("\"527,470.55\"") == at + "\"527,470.55\" is not a number (write 527470.55)");
    CHECK(decimal_of("\"１２．５\"") == at + "\"１２．５\" is not a number (write 12.5)");
    CHECK(decimal_of("\"1，000\"") == at + "\"1，000\" is not a number (write 1000)");
    CHECK(decimal_of("\"100万元\"") ==
          at +
              "\"100万元\" is not a number (the input has no unit of money: give the number alone, "
              "in the unit it is meant in)");
    CHECK(decimal_of("\" 1\"") == at + "\" 1\" is not a number (write 1)");
    CHECK(decimal_of("\"−5\"") == at + "\"−5\" is not a number (write -5)");
    CHECK(decimal_of("\"(486.2)\"") == at + "\"(486.2)\" is not a number (write -486.2)");
    CHECK(decimal_of("\"壹佰\"") == at + "\"壹佰\" is not a number (write 100)");
    CHECK(decimal_of("\"12,34\"") ==
          at +
              "\"12,34\" is not a number (is 1234 or 12.34 meant? Give it without separators, with "
              "a point before the decimals)");
    CHECK(decimal_of("\"约99%\"") ==
          at + "\"约99%\" is not a number (the figure is given as about: give the exact one)");
    CHECK(decimal_of("\"≥266\"") == at + "\"≥266\" is not a number (a bound (≥, ≤, >, <) is no "
                                         "exact figure: give the figure itself)");
    for (const std::string text : {"NaN", "完成", "-", "%"}) {
        CHECK(decimal_of("\"" + text + "\"") ==
              at + "\"" + text + "\" is not a number (write a number such as 12.5)");
    }
    for (const std::string text : {"0x10", "1.2.3", "3/4", "10-20", "1O", "1e"}) {
        const std::string told = decimal_of("\"" + text + "\"");
        CHECK(told.starts_with(at + "\"" + text + "\" is not a number ("));
        CHECK(told.find("write") == std::string::npos); // it asks
    }
    CHECK(decimal_of("\"\"") ==
          at + "\"\" is not a number (write a number such as 12.5, or leave the key out)");
    CHECK(decimal_of("\"" + std::string(300, 'x') + "\"") ==
          at + "\"" + std::string(40, 'x') + "…\" is not a number (write a number such as 12.5)");
}

TEST_CASE("a value of another kind is no number") {
    const std::string at = "1:7 facts.type /v: \"v\" must be a number, and is ";
    CHECK(decimal_of("true") == at + "a boolean");
    CHECK(decimal_of("[1]") == at + "a list");
    CHECK(decimal_of("{}") == at + "an object");
    CHECK(decimal_of("null") == at + "null (leave the key out where there is no value)");
}

TEST_CASE("limits of numbers in strings") {
    const std::string digits(1001, '7');
    CHECK(decimal_of("\"" + digits + "\"") ==
          "1:7 limit.digits /v: \"v\" has more than 1000 digits");
    CHECK(decimal_of("\"1e1001\"") == "1:7 limit.exponent /v: \"v\" has an exponent past ±1000");
    CHECK(decimal_of("\"1e-99999999999999999999\"") ==
          "1:7 limit.exponent /v: \"v\" has an exponent past ±1000");
    const Read read{"{\"v\": \"1e1001\"}"};
    static_cast<void>(read.v().decimal());
    CHECK(read.problems.error().status == Status::limit_exceeded);

    Limits wide;
    wide.exponent = 1'000'000;
    const auto document = JsonDocument::parse("[1e-19728, 1e-19729, \"1e-19727%\", 1e19999]", wide);
    REQUIRE(document.has_value());
    Problems problems{facts_document, wide};
    std::string read_as;
    for (const Reader element : Reader{document->root(), problems}.elements()) {
        read_as += element.percent() ? "y" : "n";
    }
    CHECK(read_as == "ynnn");
    CHECK(problems.error().code == "limit.exponent");
    CHECK(problems.error().message == "this element is too large or too small to compute with");
}

TEST_CASE("a percentage is the same value with and without its sign") {
    CHECK(percent_of("0.9660") == "0.9660");
    CHECK(percent_of("\"0.9660\"") == "0.9660");
    CHECK(percent_of("\"96.60%\"") == "0.9660");
    CHECK(percent_of("\"-0.01%\"") == "-0.0001");
    CHECK(percent_of("1") == "1");
    const std::string at = "1:7 facts.percent /v: \"v\" ";
    CHECK(percent_of("\"96.6 %\"") == at + "\"96.6 %\" is not a number (write 0.966 or \"96.6%\")");
    CHECK(percent_of("\"▲5%\"") == at + "\"▲5%\" is not a number (write -0.05 or \"-5%\")");
    CHECK(
        percent_of("\"(60)\"") ==
        at + "\"(60)\" is not a number (is \"-60%\" or \"-6000%\" meant? Give it with its % sign)");
    CHECK(percent_of("\"99％\"") == at + "\"99％\" is not a number (write 0.99 or \"99%\")");
    CHECK(percent_of("\"99‰\"") == at + "\"99‰\" is not a number (write 0.099 or \"9.9%\")");
    CHECK(percent_of("\"%\"") ==
          at + "\"%\" is not a number (write a number such as 0.966 or \"96.6%\")");
    CHECK(percent_of("true") == "1:7 facts.type /v: \"v\" must be a number, and is a boolean");
}

TEST_CASE("counts are whole and not below zero") {
    CHECK(count_of("3") == "3");
    CHECK(count_of("\"0\"") == "0");
    CHECK(count_of("3.0") == "3.0");
    CHECK(count_of("1e3") == "1000");
    const std::string at = "1:7 facts.count /v: \"v\" ";
    CHECK(count_of("1.5") == at + "must be a whole number from 0, and is 1.5");
    CHECK(count_of("-1") == at + "must be a whole number from 0, and is -1");
    CHECK(count_of("\"4个\"") == at + "\"4个\" is not a number (write 4)");
}

TEST_CASE("whole numbers in a range") {
    const Read read{R"({"v": 1.5, "a": 2, "b": "3", "c": -1, "d": 1e30, "e": 2.0})"};
    CHECK(read.root.peek("a").whole(0, 2) == 2);
    CHECK(read.root.peek("b").whole(3, 9) == 3);
    CHECK(read.root.peek("e").whole(0, 9) == 2);
    CHECK_FALSE(read.v().whole(0, 9, "rounding").has_value());
    CHECK_FALSE(read.root.peek("c").whole(0, 9).has_value());
    CHECK_FALSE(read.root.peek("d").whole(0, 9).has_value());
    CHECK(read.told() ==
          "1:7 facts.rounding /v: \"v\" must be a whole number from 0 to 9, and is 1.5\n"
          "1:35 facts.number /c: \"c\" must be a whole number from 0 to 9, and is -1\n"
          "1:44 facts.number /d: \"d\" must be a whole number from 0 to 9, and is 1e30");
}

TEST_CASE("dates") {
    CHECK(date_of("\"2024-02-29\"") == "2024-02-29");
    CHECK(date_of("\"2000-02-29\"") == "2000-02-29");
    CHECK(date_of("\"0001-12-31\"") == "0001-12-31");
    const std::string at = "1:7 facts.date /v: \"v\" ";
    CHECK(date_of("\"2023-02-29\"") == at + "\"2023-02-29\" is not a date (there is no such day)");
    CHECK(date_of("\"1900-02-29\"") == at + "\"1900-02-29\" is not a date (there is no such day)");
    CHECK(date_of("\"2024-13-01\"") == at + "\"2024-13-01\" is not a date (there is no such day)");
    CHECK(date_of("\"2024-00-10\"") == at + "\"2024-00-10\" is not a date (there is no such day)");
    CHECK(date_of("\"2024-04-31\"") == at + "\"2024-04-31\" is not a date (there is no such day)");
    CHECK(date_of("\"2024/2/1\"") == at + "\"2024/2/1\" is not a date (write \"2024-02-01\")");
    CHECK(date_of("\"2024年2月1日\"") ==
          at + "\"2024年2月1日\" is not a date (write \"2024-02-01\")");
    CHECK(date_of("\"２０２４-02-01\"") ==
          at + "\"２０２４-02-01\" is not a date (write \"2024-02-01\")");
    CHECK(date_of("\"today\"") == at + "\"today\" is not a date (write a day as \"2024-02-01\")");
    CHECK(date_of("\"2024-0a-01\"") == at + "\"2024-0a-01\" is not a date (there is no such day)");
    CHECK(date_of("20240201") ==
          "1:7 facts.type /v: \"v\" \"20240201\" is not a date (write \"2024-02-01\")");
}

TEST_CASE("texts and booleans are what they are") {
    const Read read{R"({"v": "算", "t": true, "n": 1, "s": "true"})"};
    CHECK(read.v().text() == "算");
    CHECK(read.root.peek("t").boolean() == true);
    CHECK_FALSE(read.root.peek("n").text().has_value());
    CHECK_FALSE(read.root.peek("s").boolean().has_value());
    CHECK(read.told() == "1:28 facts.type /n: \"n\" must be a string, and is a number (1)\n"
                         "1:36 facts.type /s: \"s\" must be true or false, and is a string (true)");
}

TEST_CASE("a word of a list") {
    enum class Side { above, below };
    constexpr std::array<Word<Side>, 2> sides{{{"above", Side::above}, {"below", Side::below}}};
    const Read read{R"({"v": "below", "w": "abvoe", "x": "left", "y": 1})", rubric_document};
    CHECK(read.v().word(sides) == Side::below);
    CHECK_FALSE(read.root.peek("w").word(sides).has_value());
    CHECK_FALSE(read.root.peek("x").word(sides).has_value());
    CHECK_FALSE(read.root.peek("y").word(sides).has_value());
    CHECK_FALSE(read.root.peek("z").word(sides).has_value());
    CHECK(read.told() ==
          "1:21 rubric.word /w: \"w\" can't be \"abvoe\" (did you mean \"above\"? One "
          "of above, below)\n"
          "1:35 rubric.word /x: \"x\" can't be \"left\" (one of above, below)\n"
          "1:48 rubric.type /y: \"y\" must be a string, and is a number (1)");
}

TEST_CASE("unknown keys name the nearest known key, and some are ignored") {
    const Read read{R"({"$schema": 1, "x-note": {}, "titel": "t", "id": "a", "weight": 1})",
                    rubric_document};
    const ObjectReader object = read.root.object("a rubric", {"id", "title", "points"});
    CHECK(object.is_present());
    CHECK(object.has("id"));
    CHECK(object.required("id").text() == "a");
    CHECK_FALSE(object.required("title").is_present()); // told as the misspelt "titel" only
    CHECK_FALSE(object.required("points").is_present());
    CHECK_FALSE(object.optional("points").decimal().has_value());
    CHECK(read.told() ==
          "1:1 rubric.missing-key : a rubric needs the key \"points\"\n"
          "1:30 rubric.unknown-key /titel: \"titel\" is not a key of a rubric (did you mean "
          "\"title\"? One of id, title, points)\n"
          "1:55 rubric.unknown-key /weight: \"weight\" is not a key of a rubric (one of id, title, "
          "points)");
}

TEST_CASE("what is no object has no keys, and that is said once") {
    const Read read{R"({"v": [1]})"};
    const ObjectReader object = read.v().object("a group", {"a"});
    CHECK_FALSE(object.is_present());
    CHECK_FALSE(object.required("a").text().has_value());
    CHECK(read.told() == "1:7 facts.type /v: \"v\" must be an object, and is a list");
    CHECK_FALSE(read.root.peek("none").object("a group", {"a"}).required("a").is_present());
    CHECK(read.problems.size() == 1);
}

TEST_CASE("a missing key under a name of the loader's own") {
    const Read read{R"({"v": {}})"};
    const ObjectReader object = read.v().object("the document", {"data"});
    CHECK_FALSE(object.required("data", "missing").is_present());
    CHECK(read.told() == "1:7 facts.missing /v: the document needs the key \"data\"");
}

TEST_CASE("members and elements") {
    const Read read{R"({"v": {"x-a": 1, "b": 2, "$c": 3, "d": 4, "x-e": 5}, "w": [1, "x", []]})"};
    std::string keys;
    for (const Reader member : read.v().members()) {
        keys.append(member.key());
    }
    CHECK(keys == "bd");
    std::size_t texts = 0;
    for (const Reader element : read.root.peek("w").elements()) {
        texts += element.text() ? 1U : 0U;
    }
    CHECK(texts == 1);
    CHECK(read.root.peek("w").elements().size() == 3);
    CHECK(read.told() ==
          "1:60 facts.type /w/0: this element must be a string, and is a number (1)\n"
          "1:68 facts.type /w/2: this element must be a string, and is a list");
    for (const Reader none : read.root.peek("absent").elements()) {
        FAIL("found ", std::string{none.key()});
    }
    for (const Reader none : read.v().elements()) {
        FAIL("found ", std::string{none.key()});
    }
    CHECK(read.problems.size() == 3);
    CHECK(read.root.peek("absent").members().size() == 0);
}

TEST_CASE("a declaration says the keys, the words and the ranges, down to the elements") {
    using namespace heng::detail::declared;
    static constexpr Value side = words_of("above below");
    static constexpr auto part_fields =
        std::to_array<Field>({{"side", &side, required}, {"year", &year}});
    static constexpr Value part{.form = Form::object, .what = "a part", .fields = part_fields};
    static constexpr auto choices = std::to_array<const Value*>({&unknown, &part});
    static constexpr Value part_or_unknown{.form = Form::either, .choices = choices};
    static constexpr Value parts = list_of(part_or_unknown);
    static constexpr Value narrow{.form = Form::narrowed, .of = &part};
    static constexpr Value named = map_of(narrow);
    static constexpr auto fields =
        std::to_array<Field>({{"parts", &parts, required}, {"named", &named}});
    static constexpr Value whole{.form = Form::object, .what = "a whole", .fields = fields};
    enum class Side { above, below };

    const Read read{R"({"parts": [{"side": "below", "year": "2024"}, {"sied": 1, "year": 0}],
        "named": {"a": {"side": "left"}, "b": {}}})"};
    const ObjectReader object = read.root.as(whole).object();
    std::vector<std::optional<Side>> sides;
    std::vector<std::optional<std::int64_t>> years;
    const auto look = [&](const Reader& reader) {
        const ObjectReader one = reader.object();
        sides.push_back(one["side"].word<Side>());
        years.push_back(one["year"].whole());
    };
    for (const Reader element : object["parts"].elements()) {
        look(element);
    }
    for (const Reader member : object["named"].members()) {
        look(member);
    }
    CHECK(sides == std::vector<std::optional<Side>>{Side::below, {}, {}, {}});
    CHECK(years == std::vector<std::optional<std::int64_t>>{2024, {}, {}, {}});
    CHECK(read.told() ==
          "1:48 facts.unknown-key /parts/1/sied: \"sied\" is not a key of a part (did you mean "
          "\"side\"? One of side, year)\n"
          "1:67 facts.number /parts/1/year: \"year\" must be a whole number from 1 to 9999, and is "
          "0\n"
          "2:33 facts.word /named/a/side: \"side\" can't be \"left\" (one of above, below)\n"
          "2:47 facts.missing-key /named/b: a part needs the key \"side\"");
    CHECK(keys_of(part) == std::vector<std::string_view>{"side", "year"});
    CHECK(read.root.as(whole).peek("parts").elements().size() == 2);
}

TEST_CASE("heng says what the document is, wherever it stands") {
    const auto told = [](std::string_view text) {
        const Read read{text, rubric_document};
        const bool good = read.root.has_heng();
        CHECK(good == read.problems.empty());
        return read.told();
    };
    CHECK(told(R"({"heng": "rubric/1", "id": 1})") == "");
    CHECK(told(R"({"id": 1, "heng": "rubric/1"})") == "");
    CHECK(told(R"({"id": {"heng": "facts/1"}, "heng": "rubric/1", "x": [], "heng2": 1})") == "");
    CHECK(told(R"({"id": 1})") == "1:1 rubric.heng : the document does not say what it is (write "
                                  "\"heng\": \"rubric/1\" as a key of the outermost object)");
    CHECK(told(R"({"id": 1, "HENG": "rubric/1"})") ==
          "1:11 rubric.heng /HENG: the document does not say what it is: \"HENG\" is not the key "
          "\"heng\" (write \"heng\": \"rubric/1\")");
    CHECK(told(R"({"row": {"id": 1, "heng": "rubric/1"}})") ==
          "1:2 rubric.heng /row: the document does not say what it is: \"heng\" stands inside "
          "\"row\" (give what \"row\" holds as a document of its own)");
    CHECK(told(R"({"heng2": 1})").starts_with("1:1 rubric.heng : the document does not say"));
    CHECK(told("{}").starts_with("1:1 rubric.heng "));
    CHECK(told(R"({"heng": "facts/1"})") ==
          "1:10 rubric.heng /heng: this is a facts document, and a rubric document is wanted");
    CHECK(told(R"({"data": {}, "unit": "x", "heng": "explanation/1"})") ==
          "1:35 rubric.heng /heng: this is an explanation document, and a rubric document is "
          "wanted");
    for (const char* const kind : {"claims", "tests", "plan", "library", "progress", "policy",
                                   "scores", "sheet", "partial", "diff", "verify"}) {
        CHECK(told(R"({"a": 1, "heng": ")" + std::string{kind} + R"(/1"})") ==
              "1:18 rubric.heng /heng: this is a " + std::string{kind} +
                  " document, and a rubric document is wanted");
    }
    CHECK(told(R"({"heng": "rubric/2"})") ==
          "1:10 rubric.heng /heng: this heng reads rubric/1, and the document is rubric/2 (write "
          "\"rubric/1\")");
    CHECK(told(R"({"heng": "rubirc/1"})") ==
          "1:10 rubric.heng /heng: \"heng\" must be \"rubric/1\", and is \"rubirc/1\" (write "
          "\"rubric/1\")");
    CHECK(told(R"({"heng": 1})") == "1:10 rubric.heng /heng: \"heng\" must be \"rubric/1\", and is "
                                    "a number (1) (write \"rubric/1\")");
    CHECK(told(R"({"x": 0, "heng": {}})").starts_with("1:18 rubric.heng /heng: \"heng\" must be"));
    CHECK(told("[]") == "1:1 rubric.type : the document must be an object, and is a list");
}

TEST_CASE("problems of the loader's own, at a value, a key and inside a string") {
    const Read read{"{\"v\": \"a\\n + x\"}", rubric_document};
    read.v().problem_inside(5, 1, "expression", detail::text::same("there is no x"),
                            detail::text::same("declare it"));
    read.v().problem_at_key("duplicate-id", detail::text::same("the id is used twice"));
    read.v().problem("points-sum", detail::text::same("does not add up"));
    read.root.peek("absent").problem("type", detail::text::same("nobody hears this"));
    read.root.peek("absent").problem_at_key("type", detail::text::same("nobody hears this"));
    read.root.peek("absent").problem_inside(1, 1, "type", detail::text::same("nobody hears this"));
    CHECK(read.told() == "1:2 rubric.duplicate-id /v: the id is used twice\n"
                         "1:7 rubric.points-sum /v: does not add up\n"
                         "1:14 rubric.expression /v: there is no x (declare it)");
}

TEST_CASE("problems are told in the document's language, or in the one that is asked for") {
    const auto message = [](std::string_view text, std::optional<Language> asked) {
        const JsonDocument document = *JsonDocument::parse(text, Limits{});
        Limits limits;
        limits.language = asked;
        Problems problems{rubric_document, limits};
        (void)Reader{document.root(), problems}.object("a rubric", {"language"});
        return problems.error().message;
    };
    CHECK(message(R"({"x": 1})", {}) == "\"x\" is not a key of a rubric");
    CHECK(message(R"({"x": 1, "language": "zh"})", {}) == "“x”不是评分标准的键");
    CHECK(message(R"({"x": 1, "language": "en"})", Language::zh) == "“x”不是评分标准的键");
    CHECK(message(R"({"x": 1, "language": "zh"})", Language::en) ==
          "\"x\" is not a key of a rubric");
    Limits chinese;
    chinese.language = Language::zh;
    CHECK(JsonDocument::parse("[1,]", chinese).error().message == "此处应为值，却遇到“]”");
}

TEST_CASE("problems come in the order of the text, the first fifty of them") {
    std::string text = "[";
    for (int i = 0; i < 5000; ++i) {
        text += "\n" + std::to_string(i) + ",";
    }
    const Read read{text + "0]", claims_document};
    std::vector<Reader> elements;
    for (const Reader element : read.root.elements()) {
        elements.push_back(element);
    }
    for (std::size_t i = elements.size(); i > 0; --i) {
        elements[i - 1].problem("wrong", detail::text::same("wrong"));
    }
    const Error error = read.problems.error();
    CHECK(error.place == Place{2, 1});
    CHECK(error.pointer == "/0");
    CHECK(error.status == Status::invalid_argument);
    REQUIRE(error.others.size() == 50);
    CHECK(error.others[48].place == Place{51, 1});
    CHECK(error.others[48].code == "claims.wrong");
    CHECK(error.others[49].code == "claims.more");
    CHECK(error.others[49].message == "4951 more problems are not listed");
}

TEST_CASE("the status is that of the kind") {
    for (const auto& [kind, status] : {std::pair{rubric_document, Status::invalid_rubric},
                                       std::pair{facts_document, Status::invalid_facts},
                                       std::pair{claims_document, Status::invalid_argument},
                                       std::pair{tests_document, Status::invalid_argument}}) {
        const Read read{"[]", kind};
        CHECK_FALSE(read.root.has_heng());
        CHECK(read.problems.error().status == status);
        CHECK(read.problems.error().code == std::string{kind.name} + ".type");
    }
}

TEST_CASE("an object of many members is read as one of few") {
    std::string text = R"({"v": {"x-note": 1, "kez": 1)";
    std::vector<std::string> names;
    for (int i = 0; i < 100; ++i) {
        names.push_back("k" + std::to_string(i));
        text += ", \"" + names.back() + "\": " + std::to_string(i);
    }
    std::vector<std::string_view> keys{names.rbegin(), names.rend()};
    keys.insert(keys.begin(), "key");
    const Read read{text + "}}"};
    for (const bool once : {true, false}) {
        CAPTURE(once);
        const KnownKeys known{keys};
        const ObjectReader object =
            once ? read.v().object("a record", known) : read.v().object("a record", keys);
        for (int i = 0; i < 100; ++i) {
            const auto value = object.required(names[static_cast<std::size_t>(i)]).whole(0, 99);
            CHECK(value == i);
        }
        CHECK(object.has("x-note"));
        CHECK_FALSE(object.has("k100"));
        CHECK_FALSE(object.has(""));
        CHECK_FALSE(object.required("key").is_present()); // "kez" was taken for it
    }
    CHECK(read.told() == R"--(1:21 facts.unknown-key /v/kez: "kez" is not a key of a record )--"
                         R"--((did you mean "key"?))--"
                         "\n"
                         R"--(1:21 facts.unknown-key /v/kez: "kez" is not a key of a record )--"
                         R"--((did you mean "key"?))--");
}
