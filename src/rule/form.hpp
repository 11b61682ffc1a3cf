// SPDX-License-Identifier: Apache-2.0
//
// How a kind of rule meets the document that it is written in: what it is read from, and the places
// from which slips are made.
//
//     void TallyKind::read(Form& form) {
//         form.measure(feel::ExpectedType::number);
//         …form.keys()["each"]…
//     }
#pragma once

#include "base/json/reader.hpp"
#include "feel/program.hpp"

#include <heng/rubric/indicator.hpp>

#include <functional>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

namespace heng::detail::rule {

using json::ObjectReader;
using json::Reader;

/// Compiles what a rule is applied to: document/expression_reader.hpp.
class Terms {
  public:
    /// The expression in a text. Problem: expression.
    [[nodiscard]] virtual std::optional<Term> term(const Reader& text,
                                                   feel::ExpectedType expected) = 0;
    /// A number: its expression, or the number itself. Problems: expression, type, percent.
    [[nodiscard]] virtual std::optional<Term> number(const Reader& value) = 0;
    /// Unary tests against constants, at least one. Problem: expression.
    [[nodiscard]] virtual std::optional<std::vector<Interval>> intervals(const Reader& text) = 0;

  protected:
    ~Terms() = default;
};

/// The places of a rule's document, from which rubric_test makes slips that tests should notice. A
/// place is a key, keys with '/' between them, or "" for the value itself.
class Slips {
  public:
    /// By one in the last place, of `places` at least. An absent number stands for `otherwise`,
    /// and nothing is done where that is "".
    virtual void number(std::string_view at, int places, std::string_view otherwise = {}) = 0;
    /// Each other word; the same of an absent one.
    virtual void words(std::string_view at, std::initializer_list<std::string_view> all,
                       std::string_view otherwise = {}) = 0;
    virtual void expression(std::string_view at) = 0;
    virtual void condition(std::string_view at) = 0;
    virtual void tests(std::string_view at, int places) = 0;
    /// Slips in the elements of a list, or the members of an object.
    virtual void each(std::string_view at, const std::function<void(Slips&)>& element) = 0;

    /// The places of a number, or of the finest in unary tests; 0 where it is absent.
    [[nodiscard]] virtual int places_of(std::string_view at) const = 0;
    [[nodiscard]] virtual bool is_number(std::string_view at) const = 0;
    /// Whether the measure divides.
    [[nodiscard]] virtual bool divides() const = 0;

  protected:
    ~Slips() = default;
};
constexpr int places_of_a_rate = 2;

/// The rule of an indicator as a document writes it, and the leaf that it is read into, whose
/// points are known.
struct Form {
    Terms& terms;
    const ObjectReader& indicator;
    Reader rule;
    Indicator& leaf;

    [[nodiscard]] ObjectReader keys() const { return rule.object(); }
    /// "measure" stands beside "rule". A rule without the measure it needs is no rule.
    void measure(feel::ExpectedType expected) const;
    void no_measure() const;
    /// A counted kind or an item: its words and its term.
    void part(const ObjectReader& from, std::string_view key, feel::ExpectedType expected) const;
};

} // namespace heng::detail::rule
