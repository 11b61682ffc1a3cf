// SPDX-License-Identifier: Apache-2.0
//
// What a rubric document is compiled to: the tree, and the expressions that answer its terms.
#pragma once

#include "base/json/json.hpp"
#include "base/threads.hpp"
#include "document/inputs.hpp"
#include "document/sheet_layout.hpp"
#include "feel/program.hpp"
#include "feel/scope.hpp"

#include <heng/budget/money.hpp>
#include <heng/rubric/rubric.hpp>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace heng::detail::document {

/// An expression of the rubric; its Term is its index.
struct Expression {
    std::string text;
    feel::ExpressionId id = 0;
    std::optional<feel::SlotId> input{}; ///< where it is nothing but the name of one
    bool ratio = false;                  ///< of like things, which a percentage says as well
};

/// A finding of lint that the rubric accepts, for an indicator or (where `at` is "") for all.
struct AcceptedFinding {
    std::string at;    ///< JSON Pointer of the indicator
    std::string entry; ///< JSON Pointer of the entry itself
    std::string code;
    std::string reason;
};

/// What a unit is worth in a mean of scores, where a leaf does not apply to it.
enum class UnitTreatAs : std::uint8_t { leave, full, zero };

/// How a leaf treats units: see heng/score/units.hpp.
struct UnitRule {
    bool weighed = false;                 ///< score-then-weight
    std::optional<feel::SlotId> weight{}; ///< its own, or the rubric's
    UnitTreatAs treat_as = UnitTreatAs::leave;
    TreatAs all_left = TreatAs::full; ///< what the leaf is worth where it applies to no unit
    std::vector<Term> unless{};       ///< where one holds, it does not apply: from the top down
};

struct UnitRules {
    bool declared = false;                                 ///< whether anything is said of units
    std::optional<feel::SlotId> weight{};                  ///< the rubric's
    std::vector<feel::SlotId> weights{};                   ///< all that are named; ascending
    std::map<std::string, UnitRule, std::less<>> leaves{}; ///< by id; none if nothing is declared
    std::vector<bool> read_by_unit{}; ///< by input: whether a leaf that is weighed can read it
};

/// The days on which a rubric is in force, both included; "" is no bound.
struct Effective {
    std::string from{};
    std::string to{};

    /// Whether it is in force on any day of the year 1 … 9999.
    [[nodiscard]] bool covers(std::int64_t year) const {
        std::string digits = std::to_string(year);
        digits.insert(0, digits.size() < 4 ? 4 - digits.size() : 0, '0');
        return (from.empty() || from <= digits + "-12-31") &&
               (to.empty() || to >= digits + "-01-01");
    }
};

/// "sha256:…" of a rubric's canonical form: made when it is first asked for, from any thread, since
/// most calls never ask and it costs as much as reading the text.
class RubricDigest {
  public:
    /// Always of the same document. Linear in its text the first time; std::bad_alloc: tried again.
    [[nodiscard]] const std::string& of(const json::JsonDocument& document) const;

  private:
    mutable base::Mutex mutex_{};
    mutable std::string text_{}; ///< "": not made yet
};

struct CompiledRubric {
    std::optional<json::JsonDocument> json; ///< none of one that is read only to be scored
    std::shared_ptr<const RubricDigest> digest = std::make_shared<const RubricDigest>();
    Rubric rubric;
    std::optional<MoneyUnit> unit; ///< of money; none: that of the facts
    std::vector<Input> inputs;     ///< an input's index is its slot
    feel::Scope scope;
    feel::Program program;
    std::vector<Expression> expressions;
    std::vector<AcceptedFinding> accepted;
    UnitRules units{};
    Effective effective{};
    SheetLayout layout{};                    ///< of a RubricDocument
    std::vector<feel::SlotId> next_inputs{}; ///< of a RubricDocument; see next_input()

    /// The input that is likely to stand behind this one in facts: the next of its group.
    [[nodiscard]] std::size_t next_input(std::size_t slot) const {
        return slot < next_inputs.size() ? next_inputs[slot] : slot + 1;
    }

    [[nodiscard]] const Expression& expression(Term term) const {
        return expressions[static_cast<std::size_t>(term)];
    }
};

} // namespace heng::detail::document
