// SPDX-License-Identifier: Apache-2.0
//
// Many different documents, the same in every run: money of two to six decimal places, execution
// rates on both sides of every band.
//
//     const Documents documents{131'072};
//     documents.slots(0);       // {annual, executed} as an expression reads them
//     documents.decimals[0];    // the same pair, as a program of one's own would hold it
#pragma once

#include "chance.hpp"
#include "feel/value.hpp"

#include <heng/number/decimal.hpp>
#include <heng/number/ratio.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace heng::benchmarks {

inline constexpr std::int64_t powers_of_ten[] = {1, 10, 100, 1'000, 10'000, 100'000, 1'000'000};

/// An amount as the smallest kernel would hold it: units × 10^−scale.
struct Amount {
    std::int64_t units = 0;
    int scale = 0;
};

inline Decimal decimal_of(Amount amount) {
    return Decimal{amount.units, amount.scale};
}

/// `share` thousandths of 1 to 999,999, with two to six places.
inline Amount money(Chance& chance, std::int64_t whole, std::int64_t share) {
    const int scale = static_cast<int>(chance.between(2, 6));
    const std::int64_t one = powers_of_ten[scale];
    return {whole * share / 1'000 * one + chance.up_to(one - 1), scale};
}

template <class Number>
struct Pair {
    Number annual;
    Number executed;
};

/// What `budget.executed / budget.annual` is evaluated on, in each form.
struct Documents {
    std::vector<detail::feel::Value> values; ///< two a document
    std::vector<Pair<Ratio>> ratios;
    std::vector<Pair<Decimal>> decimals;
    std::vector<Pair<Amount>> amounts;

    explicit Documents(std::size_t count) {
        Chance chance;
        for (std::size_t i = 0; i < count; ++i) {
            const std::int64_t whole = chance.between(1'000, 999'999);
            amounts.push_back(
                {money(chance, whole, 1'000), money(chance, whole, chance.up_to(1'200))});
            const Decimal annual = decimal_of(amounts.back().annual);
            const Decimal executed = decimal_of(amounts.back().executed);
            decimals.push_back({annual, executed});
            ratios.push_back({Ratio{annual}, Ratio{executed}});
            values.push_back(detail::feel::Value::number(annual));
            values.push_back(detail::feel::Value::number(executed));
        }
    }

    [[nodiscard]] std::size_t size() const { return ratios.size(); }
    [[nodiscard]] std::span<const detail::feel::Value> slots(std::size_t i) const {
        return std::span{values}.subspan(2 * i, 2);
    }
};

struct Contract {
    bool late = false;
    Ratio days;
    Ratio amount;
};

/// A list of contracts and one of twelve months a document.
struct Lists {
    std::vector<detail::feel::Value> values; ///< two a document: contracts, months
    std::vector<std::vector<Contract>> contracts;
    std::vector<std::vector<Ratio>> months;
    std::vector<std::vector<Decimal>> months_as_decimals;

    static constexpr std::int64_t contracts_each = 20;
    static constexpr std::int64_t months_each = 12;

    explicit Lists(std::size_t count) {
        Chance chance;
        for (std::size_t i = 0; i < count; ++i) {
            std::vector<Contract> own;
            std::vector<detail::feel::Value> records;
            for (std::int64_t each = 0; each < contracts_each; ++each) {
                own.push_back({chance.up_to(3) == 0, Ratio{chance.up_to(60)},
                               Ratio{decimal_of(money(chance, chance.between(1, 9'999), 1'000))}});
                records.push_back(detail::feel::Value::context(
                    {{"late", detail::feel::Value::boolean(own.back().late)},
                     {"days", detail::feel::Value::number(own.back().days)},
                     {"amount", detail::feel::Value::number(own.back().amount)}}));
            }
            std::vector<Ratio> year;
            std::vector<Decimal> decimals;
            std::vector<detail::feel::Value> numbers;
            for (std::int64_t each = 0; each < months_each; ++each) {
                decimals.push_back(decimal_of(money(chance, chance.between(1, 99'999), 1'000)));
                year.emplace_back(decimals.back());
                numbers.push_back(detail::feel::Value::number(year.back()));
            }
            values.push_back(detail::feel::Value::list(std::move(records)));
            values.push_back(detail::feel::Value::list(std::move(numbers)));
            contracts.push_back(std::move(own));
            months.push_back(std::move(year));
            months_as_decimals.push_back(std::move(decimals));
        }
    }

    [[nodiscard]] std::size_t size() const { return months.size(); }
    [[nodiscard]] std::span<const detail::feel::Value> slots(std::size_t i) const {
        return std::span{values}.subspan(2 * i, 2);
    }
};

} // namespace heng::benchmarks
