// SPDX-License-Identifier: Apache-2.0
//
// What is compared: each printed figure with what is exact, and printed figures with one another.
//
//     Checks checks{rubric, form, exact};
//     checks.run();       // → checks.findings
#pragma once

#include "audit/form.hpp"
#include "audit/recompute.hpp"
#include "audit/sentences.hpp"
#include "text/words.hpp"

#include <heng/audit/finding.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heng::form {

class LostLeaves;

class Checks {
  public:
    Checks(const document::CompiledRubric& rubric, const Form& form, Recomputed& exact)
        : rubric_(rubric), form_(form), exact_(exact) {}

    void run();

    std::vector<FormFinding> findings{};

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
    };

    // rows
    void check_row(const Compared& row);
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
    bool check_rounded_measure(const Compared& leaf, const Ratio& measure);
    void check_zero_denominators();
    void check_rates();
    [[nodiscard]] std::optional<Ratio> measure_of(std::size_t indicator) const;

    // sums
    void check_weights();
    void check_total();
    void check_breakdowns();
    void check_names();
    /// Of each block of rows; nothing where one of its rows prints no score.
    [[nodiscard]] std::map<std::string_view, std::optional<Ratio>> subtotals() const;
    [[nodiscard]] bool is_cut() const;
    [[nodiscard]] Ratio adjusted(std::optional<std::size_t> item, const Ratio& sum) const;
    [[nodiscard]] bool is_adjusted(std::size_t item) const;
    [[nodiscard]] bool is_adjusted_otherwise(std::size_t item, const Printed& printed) const;
    [[nodiscard]] std::optional<Ratio> sum_below(std::size_t index) const;
    [[nodiscard]] std::optional<Ratio> printed_sum(std::size_t index) const;
    /// Of all that is printed, and whether nothing is left out.
    [[nodiscard]] std::pair<Ratio, bool> printed_in_all() const;
    [[nodiscard]] Ratio full_marks() const;
    [[nodiscard]] Ratio slack(std::size_t count) const;

    // standards
    void check_standards();
    void check_row_against_leaves(const Item& row, LostLeaves& leaves);
    [[nodiscard]] bool is_compared(const Item& item) const;

    FormFinding& add(std::string_view code, Severity severity, document::Json where,
                     const text::Words& words);
    FormFinding& add(std::string_view code, Severity severity, const Printed& printed,
                     const Ratio& expected, const text::Words& words);
    /// How a wrong score came about, where that can be told; else nothing.
    [[nodiscard]] text::Words how(const Compared& at, const Ratio& exact) const;
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
    FormFinding beyond_{}; ///< what is not told any more
};

} // namespace heng::form
