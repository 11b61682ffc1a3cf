// SPDX-License-Identifier: Apache-2.0
//
// Numbers stay exact through whole expressions. The long fractions were computed with Python's
// `fractions`.
#include "support.hpp"

#include <string>
#include <string_view>

using namespace heng;
using namespace heng::detail::feel;
using namespace heng::detail::feel::test;

namespace {

/// A number in full: "p/q" where its decimals do not end.
std::string exact(std::string_view text) {
    const Scope scope = Scope::open({});
    Program program;
    REQUIRE(program.compile_values(scope).empty());
    const auto expression = program.compile(text, scope);
    REQUIRE(expression.has_value());
    Session session{program, {}};
    const Value value = session.evaluate(*expression);
    REQUIRE(value.is_number());
    return value.number().to_string();
}

/// sum(F(1, i) for i in range(1, 1001))
constexpr std::string_view harmonic_1000 =
    "533629132822947850455910456240429804096524722803842600971013492484562688894971017575"
    "060979019850356914090887315504680983784421721178850094643023443265660225021002784256"
    "328520814055449412104425101426727702947747127089179639677796104532246924268664688882"
    "815820719848971051107968732493191555293970175089315645199760857344730141832840117244"
    "122806490743077037366831700558002936592350885893602352858528081607595747378366554131"
    "75508131522517/712886527466509305316638415571427292066835886188589304045200199115432"
    "408758111149947644415191387158691171781701957525651298026406762100925146587100430513"
    "107268626814320019660997486274593718834370501543445252373974529896314567498212823695"
    "623282379401106880926231770886197954079124775455804932647573782992335275179673524804"
    "246363805113703433121478174685087845348567802188807537324992199567205693202909939089"
    "1687487672697950931603520000";

/// Fractions over the first 49 primes, and a last one with which their mean is 2.345.
constexpr std::string_view unlike_49 =
    "319/1, 262/3, 152/1, 368/7, 815/11, 708/13, 966/17, 862/19, 758/23, 668/29, 945/31, "
    "543/37, 30/41, 861/43, 477/47, 15/1, 966/59, 256/61, 665/67, 54/71, 923/73, 161/79, "
    "116/83, 381/89, 481/97, 890/101, 253/103, 390/107, 557/109, 105/113, 588/127, 256/13"
    "1, 14/137, 749/139, 222/149, 418/151, 287/157, 187/163, 939/167, 889/173, 785/179, 3"
    "99/181, 164/191, 781/193, 817/197, 74/199, 143/211, 633/223, 633/227";
constexpr std::string_view last =
    "-62962482101155550904725903352882748382301415279879200156973295089690451272262940088"
    "7197093/6287638424513535474533045009802342508764880833272476577707017188534135293708"
    "13512885548";

/// Fractions over the first 50 primes, some of them negative, and their mean.
constexpr std::string_view unlike_50 =
    "-1/2, 11/3, 7/1, -73/7, 125/11, 191/13, -271/17, 365/19, 473/23, -595/29, 731/31, 88"
    "1/37, -1045/41, 1223/43, 1415/47, -1621/53, 1841/59, 2075/61, -2323/67, 2585/71, 286"
    "1/73, -3151/79, 3455/83, 3773/89, -4105/97, 4451/101, 4811/103, -5185/107, 5573/109,"
    " 5975/113, -6391/127, 6821/131, 7265/137, -7723/139, 55/1, 8681/151, -9181/157, 9695"
    "/163, 10223/167, -10765/173, 11321/179, 11891/181, -12475/191, 13073/193, 13685/197,"
    " -14311/199, 14951/211, 15605/223, -16273/227, 16955/229";
constexpr std::string_view mean_50 =
    "183628671236208043629426229364511566905896186590165611103063400443523267944604548848"
    "78832959/128042059661612047071153636382501729914227111868167866147030314794024832314"
    "9926779512063100";

} // namespace

TEST_CASE("decimals and fractions are exact") {
    CHECK(exact("0.1 + 0.2") == "0.3");
    CHECK(evaluated("0.1 + 0.2 = 0.3") == "true");
    CHECK(exact("2/3 * 3") == "2");
    CHECK(evaluated("2/3 * 3 = 2") == "true");
    CHECK(exact("1/3 + 1/6") == "0.5");
    CHECK(exact("1 - 0.9 - 0.1") == "0");
    CHECK(exact("(1/7 + 1/11) * 77 - 18") == "0");
}

TEST_CASE("a sum of a thousand fractions is exact") {
    CHECK(exact("sum(for i in 1..1000 return 1/i)") == harmonic_1000);
    // the order does not matter, as it does where each step is rounded
    CHECK(exact("sum(reverse(for i in 1..1000 return 1/i))") == harmonic_1000);
    CHECK(evaluated("sum(for i in 1..1000 return 1/i)") == "7.4854708605503449126565182043339");
}

TEST_CASE("a mean of 50 unlike fractions is exact, and rounds right at a tie") {
    CHECK(exact("mean([" + std::string{unlike_50} + "])") == mean_50);
    const std::string mean = "mean([" + std::string{unlike_49} + ", " + std::string{last} + "])";
    CHECK(exact(mean) == "2.345");
    CHECK(exact("round half up(" + mean + ", 2)") == "2.35");
    CHECK(exact("round half down(" + mean + ", 2)") == "2.34");
    CHECK(exact("round half even(" + mean + ", 2)") == "2.34");
    CHECK(exact("round half up(" + mean + " - 10 ** -40, 2)") == "2.34");
    CHECK(exact("round half down(" + mean + " + 10 ** -40, 2)") == "2.35");
}
