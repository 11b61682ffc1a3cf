// SPDX-License-Identifier: Apache-2.0
//
// Indicators and their rules in C++ alone: header-only, no documents, no expressions.
//
//     find_package(heng REQUIRED)
//     target_link_libraries(own_rule PRIVATE heng::core)
//
// The rules are checked while this compiles; then a small rubric (评分标准) is scored on what a C++
// class answers, and printed. Exit status 0 or 1.
#include <heng/rubric/validate.hpp>
#include <heng/score/score.hpp>

#include <array>
#include <cstdint>
#include <iostream>
#include <string>
#include <vector>

namespace {

using namespace heng;

// 采购政策效能, 1 point: what was bought from small firms ÷ the budget reserved for them.
constexpr Proportional policy{.points = 1_dec};
static_assert(score(policy, 79.66_dec / 100_dec) == Points{"0.7966"});
static_assert(score(policy, 101_dec / 100_dec) == Points{"1"});

// 采购合同签订时效性, 3 points: one is lost for each contract signed late, down to 0.
constexpr Occurrence signed_late{.deduct = 1_dec};
static_assert(Points{"3"} - deduction(signed_late, Ratio{2}) == Points{"1"});

// 结转结余率, 2 points: year-end carry-over ÷ expenditure. 10 % is still in the first band.
constexpr std::array<Band, 4> carry_over{{{Interval::up_to(0.10_dec), Points{"2"}},
                                          {Interval::up_to(0.20_dec), Points{"1.5"}},
                                          {Interval::up_to(0.30_dec), Points{"1"}},
                                          {Interval::everything(), Points{"0"}}}};
static_assert(score(carry_over, 135.50_dec / 465202.15_dec) == Points{"2"});
static_assert(score(carry_over, 0.10_dec) == Points{"2"});
static_assert(score(carry_over, 0.10001_dec) == Points{"1.5"});

// A rule of our own, 4 points: spending progress at each quarter end ÷ the progress that the
// calendar asks for, averaged and cut at 1. A rule is a pure function; nothing else is needed.
using Progress = std::array<Decimal, 4>; // in percent, at the end of each quarter

constexpr Points spending_pace(const Progress& progress) {
    Ratio sum;
    for (std::size_t quarter = 0; quarter < progress.size(); ++quarter) {
        sum += progress[quarter] / Decimal{25 * static_cast<std::int64_t>(quarter + 1)};
    }
    return Points{"4"} * min(sum / Ratio{4}, Ratio{1});
}
constexpr Progress on_time{25_dec, 50_dec, 75_dec, 100_dec};
constexpr Progress behind{20_dec, 45_dec, 70_dec, 99_dec};
static_assert(spending_pace(on_time) == Points{"4"});
static_assert(round(spending_pace(behind), 2) == Points{"3.62"});

// What the rubric asks for, by number.
constexpr Term small_firms_rate{0};
constexpr Term contracts_signed_late{1};
constexpr Term carry_over_rate{2};
constexpr Term pace{3};

/// The figures of one department, as our program has them.
struct Department {
    Decimal bought_from_small_firms;
    Decimal reserved_for_small_firms;
    std::int64_t contracts_late = 0;
    Decimal closing;
    Decimal expenditure;
    Progress progress;
};

/// Answers the rubric's questions from a Department.
class DepartmentAnswers {
  public:
    explicit DepartmentAnswers(const Department& department) : department_(department) {}

    Answer<Ratio> number(Term term) {
        switch (term) {
        case small_firms_rate:
            return department_.bought_from_small_firms / department_.reserved_for_small_firms;
        case contracts_signed_late:
            return Ratio{department_.contracts_late};
        case carry_over_rate:
            return department_.closing / department_.expenditure;
        case pace:
            return spending_pace(department_.progress).value();
        }
        return not_asked();
    }

    // this rubric asks for numbers only
    Answer<bool> holds(Term) { return not_asked(); }
    Answer<std::string> text(Term) { return not_asked(); }
    Answer<std::vector<TargetRow>> rows(Term) { return not_asked(); }
    Answer<Assessment> assessment(const Indicator&) { return not_asked(); }

  private:
    static tl::unexpected<Unanswered> not_asked() {
        Unanswered unanswered;
        unanswered.error.code = "own-rule.not-asked";
        unanswered.error.message = "this rubric has no such question";
        return tl::unexpected{unanswered};
    }

    const Department& department_;
};

Indicator leaf(std::string id, std::string name, Decimal points, Rule rule) {
    Indicator made;
    made.id = std::move(id);
    made.name = std::move(name);
    made.points = points;
    made.basis = Basis::recalled;
    made.source = "examples/cpp/own_rule.cpp";
    made.rule = std::move(rule);
    return made;
}

Indicator measured(Indicator indicator, Term measure) {
    indicator.measure = measure;
    return indicator;
}

Indicator branch(std::string id, std::string name, Decimal points,
                 std::vector<Indicator> indicators) {
    Indicator made = leaf(std::move(id), std::move(name), points, {});
    made.indicators = std::move(indicators);
    return made;
}

Rubric small_rubric() {
    Indicator contracts = leaf("purchasing.contracts", "采购合同签订时效性", 3_dec,
                               Occurrences{3_dec, {signed_late}});
    contracts.parts = {{"late", "签订超时的合同", contracts_signed_late}};
    Rubric rubric;
    rubric.id = "own-rule";
    rubric.title = "自定义规则示例";
    rubric.points = 10_dec;
    rubric.rounding.levels = {1}; // once, on the sum of the second level
    rubric.indicators = {
        branch(
            "purchasing", "采购管理", 4_dec,
            {measured(leaf("purchasing.policy", "采购政策效能", 1_dec, policy), small_firms_rate),
             contracts}),
        branch("execution", "预算执行", 6_dec,
               {measured(leaf("execution.carry_over", "结转结余率", 2_dec,
                              Bands{2_dec, {carry_over.begin(), carry_over.end()}}),
                         carry_over_rate),
                measured(leaf("execution.pace", "支出进度", 4_dec, Formula{4_dec}), pace)})};
    return rubric;
}

void print(const ScoreSheet& sheet) {
    std::cout << "score\tpoints\trate\n";
    for (const Item& item : sheet.items) {
        const std::string indent(2 * static_cast<std::size_t>(item.level - 1), ' ');
        std::cout << item.score_text() << '\t' << item.points_text() << '\t' << item.rate() << '\t'
                  << indent << item.name << '\n';
    }
    std::cout << sheet.total_text() << '\t' << sheet.points_text() << '\t' << sheet.rate() << '\n';
}

} // namespace

int main() {
    const Rubric rubric = small_rubric();
    for (const Contradiction& contradiction : validate(rubric)) {
        std::cerr << contradiction.where << ": " << contradiction.message << '\n';
        return 1;
    }
    const Department department{.bought_from_small_firms = 796.60_dec,
                                .reserved_for_small_firms = 1000_dec,
                                .contracts_late = 2,
                                .closing = 135.50_dec,
                                .expenditure = 465202.15_dec,
                                .progress = {30_dec, 55_dec, 80_dec, 99.81_dec}};
    DepartmentAnswers answers{department};
    const Result<ScoreSheet> sheet = score(rubric, answers);
    if (!sheet) {
        std::cerr << sheet.error() << '\n';
        return 1;
    }
    print(*sheet);
    return sheet->total_text() == "7.80" ? 0 : 1;
}
