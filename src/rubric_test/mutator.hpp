// SPDX-License-Identifier: Apache-2.0
//
// Where a mutation is made, and how the changes of a value become mutations: what the walks over
// indicators and over the rest of a rubric share.
//
//     Site site{"carry_over/rule/bands/0", {"indicators", "0", "rule", "bands", "0"}, json};
//     mutator.number(site.member("score"), 0);          // 2 -> 3, 2 -> 1
#pragma once

#include "rubric_test/expression_changes.hpp"
#include "rubric_test/mutations.hpp"

#include <array>
#include <initializer_list>
#include <string_view>

namespace heng::detail::rubric_test {

/// A value in the rubric, which may be absent.
struct Site {
    std::string name; ///< as mutants are named
    std::vector<std::string> path;
    std::optional<json::Json> json{};

    [[nodiscard]] bool is_present() const { return json.has_value(); }
    [[nodiscard]] Site member(std::string_view key) const;
    /// The elements, each named by its number.
    [[nodiscard]] std::vector<Site> elements() const;
    [[nodiscard]] std::vector<Site> members() const;
    /// The decoded text, "" where it is absent or no string.
    [[nodiscard]] std::string_view text() const;
    /// The number, a percentage as a ratio; nothing where it is absent.
    [[nodiscard]] std::optional<Decimal> number() const;
};

class Mutator {
  public:
    Mutator(const document::CompiledRubric& compiled, std::size_t most)
        : compiled_(compiled), most_(most) {}

    [[nodiscard]] const document::CompiledRubric& compiled() const { return compiled_; }
    [[nodiscard]] std::vector<Mutation> take() { return std::move(found_); }

    /// Up and down by one in the last place, of `scale` places at least.
    void number(const Site& site, int scale, bool reads_facts_anew = false);

    /// Each other word. An absent value stands for `otherwise`, and nothing is done where that is
    /// "".
    void words(const Site& site, std::initializer_list<std::string_view> all,
               std::string_view otherwise = {});

    /// The slips of an expression; of a condition its negation, too.
    void expression(const Site& site);
    void condition(const Site& site);

    /// The slips of unary tests. `leaf`: whose bands they are.
    void tests(const Site& site, int scale, std::optional<std::size_t> leaf);

    /// Another value in the place of one.
    Mutation& put(const Site& site, const std::string& change, Tree value);
    void add(Mutation mutation);

  private:
    void changed_texts(const Site& site, const std::vector<TextChange>& changes,
                       std::optional<std::size_t> leaf);

    const document::CompiledRubric& compiled_;
    std::size_t most_;
    std::vector<Mutation> found_;
    Mutation spare_; ///< what is past `most`
};

/// JSON Pointer (RFC 6901) of a path.
[[nodiscard]] std::string pointer_of(const std::vector<std::string>& path);

/// The mutations of everything below "indicators", and of the points of the leaves.
void mutate_indicators(Mutator& mutator, const Site& indicators);

/// The mutations of a list "adjustments". `has_extra`: of a node that may pass its points.
void mutate_adjustments(Mutator& mutator, const Site& adjustments, bool has_extra);

/// The mutations of "rounding".
void mutate_rounding(Mutator& mutator, const Site& rounding);

} // namespace heng::detail::rubric_test
