// SPDX-License-Identifier: Apache-2.0
//
// What is compared: each printed figure with what is exact, and printed figures with one another.
//
//     Checks checks{rubric, form, exact};
//     checks.run();       // → checks.findings
#pragma once

#include "audit/form.hpp"
#include "audit/ledger.hpp"
#include "audit/messages.hpp"
#include "audit/recompute.hpp"
#include "base/text/messages.hpp"

#include <heng/finding.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heng::detail::audit {

class LostLeaves;

class Checks {
  public:
    Checks(const document::CompiledRubric& rubric, const Form& form, Recomputed& exact,
           const Limits& limits)
        : rubric_(rubric), form_(form), exact_(exact), limits_(limits) {}

    void run();

    std::vector<Finding> findings{};
    Ledger ledger{}; ///< which printed figures were compared

  private:
    /// To which places of a percentage a form may have rounded a rate.
    static constexpr std::array<int, 3> rate_places{0, 1, 2};

    /// A printed score beside what is exact.
    struct Compared {
        const Item& item;
        std::size_t index; ///< of the item
        const Printed& printed;
        Ratio score;  ///< as printed
        Ratio points; ///< of the item
        std::string name;

        [[nodiscard]] Ratio most() const { return points + Ratio{item.beyond.extra}; }
    };

    /// The sum that the items print.
    struct PrintedSum {
        Ratio sum;
        Ratio points; ///< of what prints a score
        Ratio slack;  ///< how far the sum may be off where each was rounded to be printed
        std::size_t count = 0;
        Ratio extra;         ///< that what prints no score may have above its points
        Ratio floor;         ///< and below 0
        bool all = true;     ///< nothing is left out
        bool weighed = true; ///< `points` is known
    };

    // rows
    void check_row(const Compared& row);
    void check_unjudged(const Compared& row, const FormRow& form, const TargetRow& target);
    void check_reason(const Compared& row, const FormRow& form);
    void check_none_wanted(const Compared& row, const FormRow& form, const TargetRow& target);
    [[nodiscard]] text::Words how_row(const Compared& row, const TargetRow& target,
                                      const Ratio& exact) const;
    [[nodiscard]] bool has_reason(const FormRow& form) const {
        return form.has_reason || !form_.reasons.empty();
    }
    void tell_reasons();
    void check_level(const Compared& row, const TargetRow& target);
    void check_met(const Compared& row, const FormRow& form, const TargetRow& target);
    void check_missed(const Compared& row, const FormRow& form, const TargetRow& target);
    void check_divisor(const Item& item);
    void check_far_above(const Compared& row, const FormRow& form, const TargetRow& target);
    bool check_rounded(const Compared& at, const Ratio& rate);
    [[nodiscard]] Ratio far_above_from(const Item& row) const;

    // leaves and branches
    void check_node(const Compared& node);
    void check_leaf(const Compared& leaf);
    void check_range(const Compared& node, const LeafResult& leaf);
    bool check_rounded_measure(const Compared& leaf, const Ratio& measure);
    void check_zero_denominators();
    void check_rates();
    void check_rate(std::size_t index, const Printed& printed, const std::string& name);
    [[nodiscard]] text::Words why_no_rate(std::size_t index) const;
    void check_unknown(const Compared& node, const LeafResult* leaf);
    [[nodiscard]] std::optional<Ratio> measure_of(std::size_t indicator) const;

    // sums
    void check_weights();
    void check_total();
    void check_cut_total(const PrintedSum& printed);
    [[nodiscard]] bool may_be_adjusted(const PrintedSum& printed) const;
    [[nodiscard]] bool passes_points() const;
    void tell_total(const PrintedSum& printed, const Ratio& due);
    void check_breakdowns();
    void check_names();
    /// The sum that a block of rows prints; none where one of its rows prints no score.
    struct Subtotal {
        std::optional<Ratio> sum;
        Ratio slack;
    };
    void check_block(const std::string& name, const Printed& printed, bool is_score,
                     const Subtotal& rows);
    [[nodiscard]] std::map<std::string_view, Subtotal> subtotals() const;
    [[nodiscard]] bool is_cut(const PrintedSum& printed) const;
    /// Where the first list of target records stands, else the document.
    [[nodiscard]] json::Json target_lists() const;
    [[nodiscard]] Ratio adjusted(std::optional<std::size_t> item, const Ratio& sum) const;
    [[nodiscard]] bool is_adjusted(std::size_t item) const;
    [[nodiscard]] bool is_adjusted_otherwise(std::size_t item, const Printed& printed) const;
    [[nodiscard]] std::optional<Ratio> sum_below(std::size_t index) const;
    [[nodiscard]] std::optional<Ratio> printed_sum(std::size_t index) const;
    [[nodiscard]] PrintedSum printed_in_all() const;
    [[nodiscard]] bool may_score(std::size_t index) const;
    [[nodiscard]] Ratio full_marks() const;
    /// How far what is printed so may be from what it was rounded from.
    [[nodiscard]] Ratio slack_of(const Decimal& printed) const;
    [[nodiscard]] Ratio slack_below(std::size_t index) const;
    [[nodiscard]] bool bonus_below(std::size_t index) const;
    /// Whether the rubric rounds each child of the item, or each at the top.
    [[nodiscard]] bool rounds_below(std::optional<std::size_t> item) const;

    // the form itself
    void check_anything();
    void check_points();
    void check_grade();
    [[nodiscard]] bool is_grade_held(const Printed& printed, std::string_view by_total);
    void check_twice();
    void check_sources();
    void check_source_keys(json::Json data);
    [[nodiscard]] text::Words why_total_open() const;
    void check_left_out();

    // standards
    void check_standards();
    void check_row_against_leaves(const Item& row, LostLeaves& leaves);
    void check_fact_twice();
    void check_two_targets();
    void tell_two_targets(const Item& first, const Item& second);
    [[nodiscard]] bool is_compared(const Item& item) const;

    Finding& add(std::string_view code, Severity severity, json::Json where,
                 const text::Words& words);
    Finding& add(std::string_view code, Severity severity, const Printed& printed,
                 const Ratio& expected, const text::Words& words);
    /// Notes that a printed figure can't be compared with anything, and why.
    void leave(const Printed& printed, const std::string& name, const text::Words& why);
    [[nodiscard]] std::string said(const text::Words& words) const {
        return text::spoken(words, rubric_.rubric.language);
    }
    void compared(const Printed& printed) { ledger.compared(printed.place.offset()); }
    /// Whether it prints as the value rounded to the places printed, half-up or as the rubric does.
    [[nodiscard]] bool prints(const Ratio& value, const Printed& printed) const;
    /// How a wrong score came about, where that can be told; else nothing. `rate` is what the rule
    /// multiplies the points with, before any cap.
    [[nodiscard]] text::Words how(const Compared& at, const Ratio& exact,
                                  const std::optional<Ratio>& rate = std::nullopt) const;
    [[nodiscard]] int scale() const { return rubric_.rubric.rounding.scale; }
    [[nodiscard]] std::string shown(const Ratio& value) const {
        return as_printed(value, std::max(2, scale()));
    }
    /// Whether full marks are printed.
    [[nodiscard]] bool is_full(const Compared& at) const;
    [[nodiscard]] bool is_above(const Compared& at) const;
    [[nodiscard]] bool is_right(const Item& item, const Printed& printed) const;

    const document::CompiledRubric& rubric_;
    const Form& form_;
    Recomputed& exact_;
    const Limits& limits_;
    Finding beyond_{}; ///< what is not told any more
    /// Rows below full marks for which the form gives no reason.
    struct Unexplained {
        const Printed* printed;
        std::string name;
        Ratio points;
    };
    std::vector<Unexplained> unexplained_{};
    bool any_reason_ = false; ///< some row gives its reason
};

} // namespace heng::detail::audit
