// SPDX-License-Identifier: Apache-2.0
//
// Numbers in sentences, written straight into the sentence: scoring makes some fifty sentences a
// sheet, and most of what they say are numbers.
//
//     std::string out;
//     write(out, "得 {score} 分", {{"score", score}}, Language::zh);     // 得 0.7966 分
#pragma once

#include <heng/number/percent.hpp>
#include <heng/number/points.hpp>
#include <heng/rubric/rubric.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace heng::document {

/// A measure for a reader: the exact decimal where it is short, else rounded and marked so; with
/// the percentage beside it where it is not a whole number.
struct Measure {
    const Ratio& value;
};

/// A rate as a percentage: 79.66%, with as many places as are needed, but two of what is long.
struct Rate {
    const Ratio& value;
};

void write(std::string& out, const Decimal& value);
/// The text of Ratio::to_string().
void write(std::string& out, const Ratio& value);
/// Exact where it is a short decimal, else rounded to four places and marked ≈.
void write(std::string& out, const Points& points);
void write(std::string& out, Measure measure, Language language);
void write(std::string& out, Rate rate);

/// What stands for a {name} in a sentence. What it refers to must outlive it.
class Filling {
  public:
    Filling(std::string_view name, std::string_view text)
        : name_{name}, kind_{Kind::text}, text_{text} {}
    Filling(std::string_view name, const Points& points)
        : name_{name}, kind_{Kind::points}, thing_{&points} {}
    Filling(std::string_view name, const Decimal& value)
        : name_{name}, kind_{Kind::decimal}, thing_{&value} {}
    Filling(std::string_view name, Measure measure)
        : name_{name}, kind_{Kind::measure}, thing_{&measure.value} {}
    Filling(std::string_view name, Rate rate)
        : name_{name}, kind_{Kind::rate}, thing_{&rate.value} {}
    Filling(std::string_view name, std::size_t count)
        : name_{name}, kind_{Kind::count}, count_{count} {}
    Filling(std::string_view name, Points&&) = delete;
    Filling(std::string_view name, Decimal&&) = delete;

    [[nodiscard]] bool is_named(std::string_view name) const {
        return name_.size() == name.size() && name_[0] == name[0] && name_ == name;
    }
    void write_to(std::string& out, Language language) const;

  private:
    enum class Kind : std::uint8_t { text, points, decimal, measure, rate, count };

    std::string_view name_;
    Kind kind_;
    std::string_view text_{};
    const void* thing_ = nullptr;
    std::size_t count_ = 0;
};

/// Writes `sentence` with each {name} replaced; a name that no word has is left out.
void write(std::string& out, std::string_view sentence, std::initializer_list<Filling> fillings,
           Language language);

} // namespace heng::document
