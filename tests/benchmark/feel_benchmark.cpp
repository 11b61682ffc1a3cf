// SPDX-License-Identifier: Apache-2.0
//
// What an expression costs, beside the same by hand, in one run:
//
//     feel_benchmark            a table (Google Benchmark's flags work: --benchmark_filter=rate)
//     feel_benchmark --check    only that both ways come to the same; this is what CTest runs
//
// Ways: feel, compiled once, a session reset for each document; ratio, the same on Ratio; decimal,
// the same from Decimal; int128, the least that arithmetic can cost, without any check.
#include "documents.hpp"
#include "feel/program.hpp"
#include "feel/scope.hpp"
#include "feel/session.hpp"
#include "main.hpp"

#include <heng/number/int128.hpp>
#include <heng/rule/bands.hpp>

#include <algorithm>
#include <array>
#include <benchmark/benchmark.h>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heng::benchmarks {
namespace {

using namespace heng::literals;
using detail::feel::ExpressionId;
using detail::feel::Session;
using detail::feel::Type;
using detail::feel::TypeKind;
using detail::feel::Value;

/// The expressions of one rubric, compiled.
class Rubric {
  public:
    explicit Rubric(detail::feel::Scope scope) : scope_{std::move(scope)} {
        if (!program_.compile_values(scope_).empty()) {
            refuse("a named value does not compile");
        }
    }
    ExpressionId add(std::string_view text) {
        const auto id = program_.compile(text, scope_);
        return id ? *id : (refuse(id.error().message.en), 0);
    }
    [[nodiscard]] const detail::feel::Program& program() const { return program_; }

  private:
    detail::feel::Scope scope_;
    detail::feel::Program program_;
};

detail::feel::Scope budget_scope() {
    detail::feel::Scope scope;
    scope.add_input("budget.annual", Type{TypeKind::money});
    scope.add_input("budget.executed", Type{TypeKind::money});
    scope.add_value("execution rate", "budget.executed / budget.annual");
    return scope;
}

detail::feel::Scope list_scope() {
    detail::feel::Scope scope;
    scope.add_input("contracts", Type::list_of(Type::record({{"late", Type{TypeKind::boolean}},
                                                             {"days", Type{TypeKind::count}},
                                                             {"amount", Type{TypeKind::money}}})));
    scope.add_input("months", Type::list_of(Type{TypeKind::money}));
    return scope;
}

const Documents& documents() {
    static const Documents all{131'072};
    return all;
}

const Lists& lists() {
    static const Lists all{2'048};
    return all;
}

/// One document after the other, and from the start again.
class Turn {
  public:
    explicit Turn(std::size_t size) : size_{size} {}
    std::size_t next() {
        const std::size_t now = at_;
        at_ = at_ + 1 == size_ ? 0 : at_ + 1;
        return now;
    }

  private:
    std::size_t size_;
    std::size_t at_ = 0;
};

/// Runs `one(document)` once an iteration, each time on the next.
template <class One>
void each_document(benchmark::State& state, std::size_t count, One one) {
    Turn turn{count};
    for ([[maybe_unused]] auto _ : state) {
        auto result = one(turn.next());
        benchmark::DoNotOptimize(result);
    }
}

// ------------------------------------------------------------------ the execution rate

constexpr std::string_view rate_text = "budget.executed / budget.annual";

std::optional<Ratio> rate_of(const Ratio& executed, const Ratio& annual) {
    return annual.is_zero() ? std::nullopt : std::optional{executed / annual};
}

/// Numerator and denominator, not reduced; 0 / 0 where there is no rate.
std::pair<Int128, Int128> rate_of(const Pair<Amount>& pair) {
    return {Int128{pair.executed.units} * powers_of_ten[pair.annual.scale],
            Int128{pair.annual.units} * powers_of_ten[pair.executed.scale]};
}

void rate_feel(benchmark::State& state) {
    Rubric rubric{budget_scope()};
    const ExpressionId rate = rubric.add(rate_text);
    Session session{rubric.program(), documents().slots(0)};
    each_document(state, documents().size(), [&](std::size_t i) {
        session.reset(documents().slots(i));
        return session.evaluate(rate);
    });
}

void rate_ratio(benchmark::State& state) {
    each_document(state, documents().size(), [](std::size_t i) {
        return rate_of(documents().ratios[i].executed, documents().ratios[i].annual);
    });
}

void rate_decimal(benchmark::State& state) {
    each_document(state, documents().size(), [](std::size_t i) {
        return rate_of(Ratio{documents().decimals[i].executed},
                       Ratio{documents().decimals[i].annual});
    });
}

void rate_int128(benchmark::State& state) {
    each_document(state, documents().size(),
                  [](std::size_t i) { return rate_of(documents().amounts[i]); });
}

// ------------------------------------------------------------------ the same, then bands

const std::array<Band, 4>& rate_bands() {
    static const std::array<Band, 4> bands = {
        Band{Interval::from(0.9_dec), Points{"2"}},
        Band{{Ratio{0.75_dec}, true, Ratio{0.9_dec}, false}, Points{"1.5"}},
        Band{{Ratio{0.6_dec}, true, Ratio{0.75_dec}, false}, Points{"1"}},
        Band{Interval::everything(), Points{"0"}}};
    return bands;
}

std::optional<Points> score_of(const std::optional<Ratio>& rate) {
    return rate ? score(rate_bands(), *rate) : std::nullopt;
}

/// The number of the band: the comparisons multiplied out.
std::size_t band_of(const Pair<Amount>& pair) {
    const auto [above, below] = rate_of(pair);
    const Int128 hundredths = above * 100;
    return hundredths >= below * 90   ? 0
           : hundredths >= below * 75 ? 1
           : hundredths >= below * 60 ? 2
                                      : 3;
}

void bands_feel(benchmark::State& state) {
    Rubric rubric{budget_scope()};
    const ExpressionId rate = rubric.add(rate_text);
    Session session{rubric.program(), documents().slots(0)};
    each_document(state, documents().size(), [&](std::size_t i) {
        session.reset(documents().slots(i));
        const Value value = session.evaluate(rate);
        return value.is_number() ? score(rate_bands(), value.number()) : std::nullopt;
    });
}

void bands_ratio(benchmark::State& state) {
    each_document(state, documents().size(), [](std::size_t i) {
        return score_of(rate_of(documents().ratios[i].executed, documents().ratios[i].annual));
    });
}

void bands_decimal(benchmark::State& state) {
    each_document(state, documents().size(), [](std::size_t i) {
        return score_of(rate_of(Ratio{documents().decimals[i].executed},
                                Ratio{documents().decimals[i].annual}));
    });
}

void bands_int128(benchmark::State& state) {
    each_document(state, documents().size(),
                  [](std::size_t i) { return band_of(documents().amounts[i]); });
}

// ------------------------------------------------------------------ a value that five read

constexpr std::array<std::string_view, 5> five_texts = {
    "execution rate * 15", "execution rate < 0.5", "min(1, execution rate)",
    "execution rate >= 0.9", "1 - execution rate"};

void five_feel(benchmark::State& state) {
    Rubric rubric{budget_scope()};
    std::array<ExpressionId, five_texts.size()> five{};
    std::transform(five_texts.begin(), five_texts.end(), five.begin(),
                   [&](std::string_view text) { return rubric.add(text); });
    Session session{rubric.program(), documents().slots(0)};
    each_document(state, documents().size(), [&](std::size_t i) {
        session.reset(documents().slots(i));
        std::array<Value, five_texts.size()> results;
        std::transform(five.begin(), five.end(), results.begin(),
                       [&](ExpressionId id) { return session.evaluate(id); });
        return results;
    });
}

struct Five {
    Ratio score;
    bool low;
    Ratio capped;
    bool high;
    Ratio rest;
};

void five_ratio(benchmark::State& state) {
    static const Ratio half{0.5_dec};
    static const Ratio most{0.9_dec};
    each_document(state, documents().size(), [](std::size_t i) {
        const auto rate = rate_of(documents().ratios[i].executed, documents().ratios[i].annual);
        return rate ? std::optional{Five{*rate * Ratio{15}, *rate < half, std::min(Ratio{1}, *rate),
                                         *rate >= most, Ratio{1} - *rate}}
                    : std::nullopt;
    });
}

// ------------------------------------------------------------------ lists

constexpr std::string_view late_text = "count(contracts[late])";
constexpr std::string_view slow_text = "count(contracts[days > 30])";
constexpr std::string_view year_text = "sum(months)";

void list_feel(benchmark::State& state, std::string_view text) {
    Rubric rubric{list_scope()};
    const ExpressionId id = rubric.add(text);
    Session session{rubric.program(), lists().slots(0)};
    each_document(state, lists().size(), [&](std::size_t i) {
        session.reset(lists().slots(i));
        return session.evaluate(id);
    });
}

std::int64_t late_of(const std::vector<Contract>& contracts) {
    return std::count_if(contracts.begin(), contracts.end(),
                         [](const Contract& each) { return each.late; });
}

std::int64_t slow_of(const std::vector<Contract>& contracts) {
    return std::count_if(contracts.begin(), contracts.end(),
                         [](const Contract& each) { return each.days > Ratio{30}; });
}

Ratio year_of(const std::vector<Ratio>& months) {
    Ratio sum;
    for (const Ratio& month : months) {
        sum += month;
    }
    return sum;
}

void late_feel(benchmark::State& state) {
    list_feel(state, late_text);
}

void late_ratio(benchmark::State& state) {
    each_document(state, lists().size(),
                  [](std::size_t i) { return late_of(lists().contracts[i]); });
}

void slow_feel(benchmark::State& state) {
    list_feel(state, slow_text);
}

void slow_ratio(benchmark::State& state) {
    each_document(state, lists().size(),
                  [](std::size_t i) { return slow_of(lists().contracts[i]); });
}

void year_feel(benchmark::State& state) {
    list_feel(state, year_text);
}

void year_ratio(benchmark::State& state) {
    each_document(state, lists().size(), [](std::size_t i) { return year_of(lists().months[i]); });
}

void year_decimal(benchmark::State& state) {
    each_document(state, lists().size(), [](std::size_t i) {
        Decimal sum;
        for (const Decimal& month : lists().months_as_decimals[i]) {
            sum += month;
        }
        return sum;
    });
}

// ------------------------------------------------------------------ compiling

void compiled(benchmark::State& state, std::string_view text) {
    const detail::feel::Scope scope = budget_scope();
    for ([[maybe_unused]] auto _ : state) {
        detail::feel::Program program;
        auto id = program.compile(text, scope);
        benchmark::DoNotOptimize(id);
    }
}

void compile_short(benchmark::State& state) {
    compiled(state, rate_text);
}

void compile_long(benchmark::State& state) {
    compiled(state, "if budget.annual = 0 then 0 else max(0, 6 - ceiling((budget.executed / "
                    "budget.annual - 1) * 100 / 5) * 0.5)");
}

// ------------------------------------------------------------------ both ways are the same

void check_documents() {
    Rubric rubric{budget_scope()};
    const ExpressionId rate = rubric.add(rate_text);
    Session session{rubric.program(), documents().slots(0)};
    std::array<std::size_t, 4> in_band{};
    for (std::size_t i = 0; i < documents().size(); ++i) {
        session.reset(documents().slots(i));
        const Value value = session.evaluate(rate);
        const auto by_hand = rate_of(documents().ratios[i].executed, documents().ratios[i].annual);
        if (!value.is_number() || !by_hand || value.number() != *by_hand) {
            refuse("the execution rate by FEEL is another than by hand");
        }
        const std::size_t band = band_of(documents().amounts[i]);
        if (heng::band_of(rate_bands(), value.number()) != band) {
            refuse("the band of Ratio is another than that of the kernel");
        }
        ++in_band.at(band);
    }
    if (*std::min_element(in_band.begin(), in_band.end()) < documents().size() / 20) {
        refuse("a band has hardly a document");
    }
}

void check_lists() {
    Rubric rubric{list_scope()};
    const ExpressionId late = rubric.add(late_text);
    const ExpressionId slow = rubric.add(slow_text);
    const ExpressionId year = rubric.add(year_text);
    Session session{rubric.program(), lists().slots(0)};
    for (std::size_t i = 0; i < lists().size(); ++i) {
        session.reset(lists().slots(i));
        if (session.evaluate(late).number() != Ratio{late_of(lists().contracts[i])} ||
            session.evaluate(slow).number() != Ratio{slow_of(lists().contracts[i])} ||
            session.evaluate(year).number() != year_of(lists().months[i])) {
            refuse("a list by FEEL comes to something else than by hand");
        }
    }
}

void add_benchmarks() {
    using benchmark::RegisterBenchmark;
    RegisterBenchmark("execution rate/feel", rate_feel);
    RegisterBenchmark("execution rate/ratio", rate_ratio);
    RegisterBenchmark("execution rate/decimal", rate_decimal);
    RegisterBenchmark("execution rate/int128", rate_int128);
    RegisterBenchmark("bands of the rate/feel", bands_feel);
    RegisterBenchmark("bands of the rate/ratio", bands_ratio);
    RegisterBenchmark("bands of the rate/decimal", bands_decimal);
    RegisterBenchmark("bands of the rate/int128", bands_int128);
    RegisterBenchmark("five expressions of one value/feel", five_feel);
    RegisterBenchmark("five expressions of one value/ratio", five_ratio);
    RegisterBenchmark("count(contracts[late]) of 20/feel", late_feel);
    RegisterBenchmark("count(contracts[late]) of 20/ratio", late_ratio);
    RegisterBenchmark("count(contracts[days > 30]) of 20/feel", slow_feel);
    RegisterBenchmark("count(contracts[days > 30]) of 20/ratio", slow_ratio);
    RegisterBenchmark("sum(months) of 12/feel", year_feel);
    RegisterBenchmark("sum(months) of 12/ratio", year_ratio);
    RegisterBenchmark("sum(months) of 12/decimal", year_decimal);
    RegisterBenchmark("compile the execution rate/feel", compile_short);
    RegisterBenchmark("compile a rule of 5 operators/feel", compile_long);
}

void check() {
    check_documents();
    check_lists();
}

} // namespace
} // namespace heng::benchmarks

int main(int argc, char** argv) {
    using namespace heng::benchmarks;
    return run_benchmarks(argc, argv, check, add_benchmarks);
}
