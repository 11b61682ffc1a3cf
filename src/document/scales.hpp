// SPDX-License-Identifier: Apache-2.0
//
// Tells what numbers measure: money, a count, a ratio of like things, or a hundred times
// one.
//
//     Scales scales{rubric};
//     scales.of(rubric.program.code().expressions[id].root).is_ratio()  // executed / annual: true
#pragma once

#include "document/compiled_rubric.hpp"
#include "feel/ast.hpp"
#include "feel/code.hpp"

#include <heng/number/ratio.hpp>

#include <cstdint>
#include <vector>

namespace heng::detail::document {

/// The quantity of a number, and how many times: a measure of shares that is multiplied with 100 is
/// a share 100 times. A plain number takes the scale of what it stands beside.
struct Scale {
    enum class Kind : std::uint8_t {
        plain,
        money,
        count,
        number, ///< a fact of no declared kind
        share,  ///< a percentage, or a ratio of money or of counts
        ratio,  ///< a ratio of other numbers
        unknown,
    };

    Kind kind = Kind::unknown;
    Ratio times{1};

    [[nodiscard]] bool is_share() const { return kind == Kind::share && times == Ratio{1}; }
    /// Whether a percentage says the same.
    [[nodiscard]] bool is_ratio() const {
        return (kind == Kind::share || kind == Kind::ratio) && times == Ratio{1};
    }
    /// Whether 100 % of it is 100, or more.
    [[nodiscard]] bool is_percentage() const {
        return (kind == Kind::share || kind == Kind::ratio) && times >= Ratio{100};
    }
    friend bool operator==(const Scale&, const Scale&) = default;
};

/// The scales of a rubric's expressions. O(nodes) together.
class Scales {
  public:
    explicit Scales(const CompiledRubric& compiled);

    /// In the order of the code, in which operands come first: nothing recurses.
    [[nodiscard]] const Scale& of(feel::NodeId id);

  private:
    [[nodiscard]] Scale work_out(feel::NodeId id) const;
    [[nodiscard]] Scale product(const feel::Node& node) const;
    [[nodiscard]] Scale quotient(const feel::Node& node) const;
    [[nodiscard]] Scale field(const feel::Node& path) const;
    [[nodiscard]] Scale call(const feel::Node& node) const;

    const CompiledRubric& compiled_;
    const feel::Code& code_;
    std::vector<Scale> known_;
    feel::NodeId next_ = 0;
};

/// Notes of each expression of the rubric whether it is a ratio of like things.
void note_ratios(CompiledRubric& compiled);

} // namespace heng::detail::document
