// SPDX-License-Identifier: Apache-2.0
//
// Numbers in sentences, written straight into the sentence: scoring makes some fifty sentences a
// sheet, and most of what they say are numbers.
//
//     text::Appender out{sentence, 100};
//     write(out, Pattern{"得 {score} 分"}, {{"score", score}}, Language::zh);     // 得 0.7966 分
#pragma once

#include "base/phrases.hpp"
#include "base/text/appender.hpp"

#include <heng/number/percent.hpp>
#include <heng/number/points.hpp>
#include <heng/rubric/rubric.hpp>
#include <heng/rubric/term.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace heng::detail::base {

/// A term for a reader.
struct TermWord {
    std::string_view label{}; ///< of the fact, where the term is one fact that has one
    bool percent = false;     ///< whether it is one, or a ratio of like things
};

using TermWords = std::function<TermWord(Term)>;

/// A number as a document has it: write(Appender&, const Ratio&).
struct Exact {
    const Ratio& value;
};

/// A measure for a reader, as base/number_text.hpp shows it, with as many places as tell it from
/// each of `edges`.
struct Measure {
    const Ratio& value;
    std::span<const Ratio> edges{};
};

/// A rate as a percentage: 79.66%, with as many places as are needed, but two of what is long, or
/// as many as tell it from each of `edges`.
struct Rate {
    const Ratio& value;
    std::span<const Ratio> edges{};
};

/// How far two measures are apart: "3个百分点" of rates, a number of others.
struct Distance {
    Ratio value;
    bool percent = false;
};

/// "0.5 = 7.5", "≈53.33% ≈ 8": what the points are multiplied with, and what that gives; the sign
/// is that of the numbers as they are shown.
struct Product {
    Ratio points;
    const Ratio& rate;
    bool percent = false;
};

/// Without zeros at the end, and with "−" for a minus.
void write(text::Appender& out, const Decimal& value);
/// As a document has it: the text of Ratio::to_string(), with "-" for a minus.
void write(text::Appender& out, const Ratio& value);
/// As base/number_text.hpp shows it.
void write(text::Appender& out, const Points& points);
void write(text::Appender& out, Measure measure, Language language);
void write(text::Appender& out, Rate rate, Language language);
void write(text::Appender& out, const Distance& distance, Language language);
void write(text::Appender& out, const Product& product);

/// What stands for a {name} in a sentence. What it refers to must outlive it.
class Filling {
  public:
    constexpr Filling(std::string_view name, std::string_view text)
        : Filling{name, Kind::text, text.data(), text.size()} {}
    constexpr Filling(std::string_view name, const Points& points)
        : Filling{name, Kind::points, &points, 0} {}
    constexpr Filling(std::string_view name, const Decimal& value)
        : Filling{name, Kind::decimal, &value, 0} {}
    constexpr Filling(std::string_view name, const Exact& exact)
        : Filling{name, Kind::exact, &exact.value, 0} {}
    constexpr Filling(std::string_view name, const Measure& measure)
        : Filling{name, Kind::measure, &measure.value, 0} {
        edges_ = measure.edges;
    }
    constexpr Filling(std::string_view name, const Rate& rate)
        : Filling{name, Kind::rate, &rate.value, 0} {
        edges_ = rate.edges;
    }
    constexpr Filling(std::string_view name, const Distance& distance)
        : Filling{name, Kind::distance, &distance, 0} {}
    constexpr Filling(std::string_view name, const Product& product)
        : Filling{name, Kind::product, &product, 0} {}
    constexpr Filling(std::string_view name, std::size_t count)
        : Filling{name, Kind::count, nullptr, count} {}
    Filling(std::string_view name, Points&&) = delete;
    Filling(std::string_view name, Decimal&&) = delete;

    [[nodiscard]] std::uint64_t key() const { return key_; }
    void write_to(text::Appender& out, Language language) const;

  private:
    enum class Kind : std::uint8_t {
        text,
        points,
        decimal,
        measure,
        rate,
        distance,
        product,
        count,
        exact
    };

    constexpr Filling(std::string_view name, Kind kind, const void* thing, std::size_t size)
        : key_{key_of(name)}, kind_{kind}, thing_{thing}, size_{size} {}

    std::uint64_t key_;
    Kind kind_;
    const void* thing_;
    std::size_t size_; ///< of a text; or the count
    std::span<const Ratio> edges_{};
};

/// Writes `sentence` with each {name} replaced; a name that no word has is left out.
void write(text::Appender& out, const Pattern& sentence, std::initializer_list<Filling> fillings,
           Language language);

/// One of these behind a string, which need not be quick.
template <class... Words>
void write_behind(std::string& out, const Words&... words) {
    constexpr std::size_t usual = 32;
    text::Appender to{out, usual};
    write(to, words...);
}

} // namespace heng::detail::base
