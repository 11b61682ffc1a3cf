// SPDX-License-Identifier: Apache-2.0
//
// The loops for this processor's vectors beside those in plain C++: the same bits of all that is
// random and of all that is odd. Quotients are also beside the loops in 128 bits, which divide with
// no more than `/`. HENG_LANES_BLOCKS sets how many blocks of 128 rows are tried of each loop.
#include "batch/kernel/block.hpp"
#include "batch/kernel/lanes.hpp"
#include "batch/kernel/quotient_loops.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <random>
#include <string>
#include <vector>

using namespace heng::detail::kernel;
using heng::Rounding;

namespace {

using Values = std::vector<std::int64_t>;

int blocks() {
    const char* const set = std::getenv("HENG_LANES_BLOCKS"); // NOLINT(concurrency-mt-unsafe)
    return set != nullptr ? std::atoi(set) : 1'000;
}

class Maker {
  public:
    std::int64_t below(std::int64_t end) {
        return static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(end));
    }
    std::int64_t pick(std::initializer_list<std::int64_t> from) {
        return from.begin()[below(static_cast<std::int64_t>(from.size()))];
    }
    bool chance(int of) { return below(of) == 0; }

    std::size_t rows() { return static_cast<std::size_t>(chance(3) ? 1 + below(128) : 128); }

    /// Of a magnitude of at most 2^bits, its ends and the powers of 2 among them.
    std::int64_t number(int bits, bool is_signed) {
        const std::int64_t most = std::int64_t{1} << bits;
        switch (below(12)) {
        case 0:
            return 0;
        case 1:
            return most - 1;
        case 2:
            return is_signed ? -most : 1;
        case 3:
            return std::int64_t{1} << below(bits);
        case 4:
            return is_signed ? -below(9) : below(9);
        default:
            return below(std::int64_t{2} << below(bits)) * (is_signed && chance(4) ? -1 : 1);
        }
    }
    Values numbers(std::size_t rows, int bits, bool is_signed) {
        Values values(rows);
        for (std::int64_t& value : values) {
            value = number(bits, is_signed);
        }
        return values;
    }
    /// 0 and 1, and what a row that asks may have.
    Values truths(std::size_t rows) {
        Values values(rows);
        for (std::int64_t& value : values) {
            value = chance(20) ? number(62, true) : below(2);
        }
        return values;
    }

    Slope slope() {
        Slope slope{.times = pick({1, 3, 125, 500, 1'000, 999'983, below(1 << 20) + 1}),
                    .over = pick({1, 1, 2, 3, 10, 1'000, below(1 << 12) + 1}),
                    .full = pick({0, 1, 200, 500, 1'000, 1 << 20, below(1 << 20)}),
                    .unit = pick({1, 1, 10, 1'000, 1'000'000})};
        if (chance(2)) {
            slope.pass_num = pick({3, 1, below(100) + 1});
            slope.pass_den = pick({5, 1, 100});
        }
        slope.if_zero = pick({0, slope.full * slope.unit});
        return slope;
    }

    std::vector<BandStep> bands(std::int64_t most) {
        std::vector<BandStep> bands(static_cast<std::size_t>(pick({1, 2, 4, 5, 7, 16, 17, 40})));
        const bool rising = chance(3);
        const bool falling = !rising && chance(2);
        for (BandStep& band : bands) {
            band = {.low = below(2 * most) - most,
                    .high = below(2 * most) - most,
                    .has_low = rising || (!falling && chance(2)),
                    .has_high = falling || (!rising && chance(2)),
                    .low_open = chance(2),
                    .high_open = chance(2),
                    .score = chance(9) ? band_asks : below(1'000)};
        }
        return bands;
    }

  private:
    std::mt19937_64 random_{20'240'101}; // NOLINT(cert-msc51-cpp): the same in every run
};

/// Numerators and denominators for a slope, a half of them halfway between two scores or beside it.
struct Pairs {
    Values num;
    Values den;
    bool is_signed;

    Pairs(Maker& make, const Slope& slope, int bits) : is_signed(make.chance(3)) {
        const std::size_t rows = make.rows();
        const int num_bits = bits - std::max(bits_of(slope.times), bits_of(slope.pass_den));
        const int den_bits = bits - std::max(bits_of(slope.over), bits_of(slope.pass_num));
        num = make.numbers(rows, num_bits, true);
        den = make.numbers(rows, den_bits, is_signed);
        for (std::size_t row = 0; row < rows; ++row) {
            // 2 × n × times = (2 × k + 1) × d × over
            const std::int64_t k = make.below(slope.full + 2);
            const std::int64_t d = 2 * slope.times;
            const std::int64_t n = (2 * k + 1) * slope.over;
            const int room = std::min(den_bits - bits_of(d), num_bits - bits_of(n));
            if (make.chance(2) && room > 0) {
                const std::int64_t times = make.number(room, false);
                den[row] = d * times;
                num[row] = n * times + make.pick({0, 0, -1, 1});
            }
        }
    }

    [[nodiscard]] Quotients all() const { return {num.data(), den.data(), num.size(), is_signed}; }
};

/// Compares f(lanes, out), which is to write `out`, with that of plain_lanes().
template <class Function>
void compare(const char* what, const Values& before, const Function& f) {
    Values wanted = before;
    f(plain_lanes(), wanted);
    for (const Lanes* lanes : all_lanes()) {
        Values out = before;
        f(*lanes, out);
        INFO(std::string{what}, " of ", std::string{lanes->name});
        REQUIRE(out == wanted);
    }
}

} // namespace

TEST_CASE("plain lanes come first, and the best ones last") {
    REQUIRE(!all_lanes().empty());
    CHECK(all_lanes().front() == &plain_lanes());
    CHECK(all_lanes().back() == &best_lanes());
}

TEST_CASE("shares are what whole numbers of 128 bits make of them") {
    Maker make;
    for (int i = 0; i < blocks(); ++i) {
        for (const Lanes* lanes : all_lanes()) {
            const Slope slope = make.slope();
            const Pairs pairs{make, slope, lanes->most_bits};
            Values wanted(pairs.num.size());
            Values out(pairs.num.size());
            const bool zero = share<Int128>(pairs.all(), slope, Rounding::half_up, wanted.data());
            const bool said = lanes->share(pairs.all(), slope, out.data());
            INFO(std::string{lanes->name}, " block ", i, " times ", slope.times, " over ",
                 slope.over, " full ", slope.full);
            REQUIRE(out == wanted);
            REQUIRE(said == zero);
        }
    }
}

TEST_CASE("bands are what whole numbers of 128 bits make of them") {
    Maker make;
    for (int i = 0; i < blocks(); ++i) {
        for (const Lanes* lanes : all_lanes()) {
            const std::int64_t most = make.pick({2, 100, 1'000, 1'000'000});
            const std::vector<BandStep> bands = make.bands(most);
            const Ladder ladder{bands.data(), bands.size(), make.pick({1, 100, 1'000}),
                                make.pick({1, 1, 10})};
            const int bits = lanes->most_bits - 1;
            const bool is_signed = make.chance(2);
            const std::size_t rows = make.rows();
            const Values num = make.numbers(rows, bits - bits_of(ladder.times), true);
            const int den_bits = bits - bits_of(ladder.over) - bits_of(most);
            Values den = make.numbers(rows, den_bits, is_signed);
            for (std::size_t row = 0; row < rows; ++row) { // at the end of a band
                const auto band =
                    static_cast<std::size_t>(make.below(static_cast<std::int64_t>(bands.size())));
                const std::int64_t end = bands[band].low * ladder.over;
                if (end != 0 && num[row] * ladder.times % end == 0) {
                    const std::int64_t at = num[row] * ladder.times / end;
                    const bool fits = bits_of(at) <= den_bits && (is_signed || at >= 0);
                    den[row] = fits ? at : den[row];
                }
            }
            const Quotients of{num.data(), den.data(), rows, is_signed};
            Values wanted(rows);
            Values out(rows);
            bool asks = false;
            for (std::size_t row = 0; row < rows; ++row) { // alone: the first band that covers it
                const Quotients alone{&num[row], &den[row], 1, is_signed};
                asks |= heng::detail::kernel::bands<Int128>(alone, ladder, &wanted[row]);
            }
            const bool said = lanes->bands(of, ladder, out.data());
            INFO(std::string{lanes->name}, " block ", i);
            REQUIRE(out == wanted);
            REQUIRE(said == asks);
            REQUIRE(heng::detail::kernel::bands<Int128>(of, ladder, out.data()) == asks);
            REQUIRE(out == wanted);
        }
    }
}

TEST_CASE("the magnitude of a column is that of its values") {
    Maker make;
    for (int i = 0; i < blocks(); ++i) {
        const Values values =
            make.numbers(make.rows(), static_cast<int>(1 + make.below(62)), make.chance(2));
        int bits = 0;
        bool negative = false;
        for (const std::int64_t value : values) {
            bits = std::max(bits, bits_of(value));
            negative = negative || value < 0;
        }
        for (const Lanes* lanes : all_lanes()) {
            const Magnitude of = magnitude_of(lanes->fold(values.data(), values.size()));
            REQUIRE(of.bits == bits);
            REQUIRE(of.negative == negative);
        }
    }
}

TEST_CASE("sums, deductions, items, bounds and what is replaced") {
    Maker make;
    for (int i = 0; i < blocks(); ++i) {
        const std::size_t rows = make.rows();
        const Values before = make.numbers(rows, 40, true);
        const Values one = make.numbers(rows, 40, true);
        const Values two = make.numbers(rows, 40, true);
        const std::int64_t* const all[summed_together] = {one.data(), two.data(), before.data(),
                                                          one.data()};
        compare("sum", before, [&](const Lanes& lanes, Values& out) {
            lanes.sum(out.data(), out.data(), all, rows);
        });
        const Values counts = make.numbers(rows, 30, false);
        const Deduction by{make.below(1 << 20), make.pick({0, 300, Deduction{}.at_most}),
                           make.pick({0, -500})};
        compare("deduct", before, [&](const Lanes& lanes, Values& out) {
            lanes.deduct(out.data(), counts.data(), by, rows);
        });
        const Values held = make.truths(rows);
        compare("earn", before, [&](const Lanes& lanes, Values& out) {
            lanes.earn(out.data(), held.data(), by.worth, rows);
        });
        const RoomStep room{make.number(40, true), make.number(40, true)};
        compare("keep", before,
                [&](const Lanes& lanes, Values& out) { lanes.keep(out.data(), room, rows); });
        compare("replace", before, [&](const Lanes& lanes, Values& out) {
            lanes.replace(out.data(), held.data(), room.most, rows);
        });
    }
}

TEST_CASE("comparisons and grades") {
    Maker make;
    for (int i = 0; i < blocks(); ++i) {
        const std::size_t rows = make.rows();
        const int bits = static_cast<int>(1 + make.below(62));
        const Values a = make.numbers(rows, bits, true);
        Values b = make.numbers(rows, bits, true);
        for (std::size_t row = 0; row < rows; ++row) {
            b[row] = make.chance(4) ? a[row] : b[row];
        }
        using Loop =
            void (*Lanes::*)(std::int64_t*, const std::int64_t*, const std::int64_t*, std::size_t);
        for (const Loop loop : {&Lanes::equal, &Lanes::less, &Lanes::less_equal}) {
            compare("comparison", Values(rows), [&](const Lanes& lanes, Values& out) {
                (lanes.*loop)(out.data(), a.data(), b.data(), rows);
            });
        }
        std::vector<GradeStep> steps;
        for (std::int32_t grade = 0; grade < 5; ++grade) {
            steps.push_back({make.number(bits, true), make.number(bits, true), grade});
            if (make.chance(3)) {
                steps.back().lowest = std::numeric_limits<std::int64_t>::min();
            }
        }
        std::vector<std::int32_t> wanted(rows);
        plain_lanes().grade(wanted.data(), a.data(), steps.data(), steps.size(), rows);
        for (const Lanes* lanes : all_lanes()) {
            std::vector<std::int32_t> out(rows);
            lanes->grade(out.data(), a.data(), steps.data(), steps.size(), rows);
            REQUIRE(out == wanted);
        }
    }
}

TEST_CASE("values come to the greatest scale of their slot") {
    Maker make;
    for (int i = 0; i < blocks(); ++i) {
        const std::size_t rows = make.rows();
        const int from = static_cast<int>(1 + make.below(10));
        const int to = static_cast<int>(from + make.below(9));
        const auto shift = static_cast<unsigned>(8 * make.below(8));
        const Values before = make.numbers(rows, 30, true);
        std::vector<std::uint64_t> words(rows);
        Values wanted(rows);
        for (std::size_t row = 0; row < rows; ++row) {
            const std::int64_t mark = make.chance(5) ? 0 : from + make.below(to - from + 1);
            const auto others = static_cast<std::uint64_t>(make.number(62, true));
            words[row] = (others & ~(std::uint64_t{0xFF} << shift)) |
                         static_cast<std::uint64_t>(mark) << shift;
            wanted[row] = mark == 0 ? 0 : before[row] * power_of_ten(static_cast<int>(to - mark));
        }
        for (const Lanes* lanes : all_lanes()) {
            Values out = before;
            lanes->rescale(out.data(), {words.data(), shift, from, to}, rows);
            REQUIRE(out == wanted);
        }
    }
}
