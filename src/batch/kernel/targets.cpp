// SPDX-License-Identifier: Apache-2.0
#include "batch/kernel/elements.hpp"
#include "batch/kernel/exact.hpp"
#include "batch/kernel/targets.hpp"

#include <heng/number/ratio_parts.hpp>
#include <heng/rule/targets.hpp>
#include <heng/score/leaf_scorer.hpp>
#include <heng/score/score.hpp>

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <span>
#include <variant>
#include <vector>

namespace heng::detail::kernel {
namespace {

/// n ÷ d, from 0 to 1.
struct Share {
    std::int64_t num = 0;
    std::int64_t den = 1;
};

/// Whether a level without a rate, or with one in its range, counts; its share where it does.
std::optional<Share> share_of_level(const TargetFact& row, Dialect dialect) {
    const bool met = row.level == Level::met;
    if (row.rate_scale == no_number) {
        return Share{met ? 1 : 0, 1};
    }
    const std::int64_t one = power_of_ten(row.rate_scale);
    // 80 %, and 60 % or 50 %, of one: where it is cut, so is no rate that has as few places
    const Int128 rate = Int128{row.rate} * 10;
    const Int128 upper = Int128{one} * 8;
    const Int128 edge = Int128{one} * (dialect == Dialect::from_80_60 ? 6 : 5);
    const bool fits = met                          ? rate >= upper && row.rate <= one
                      : row.level == Level::partly ? rate >= edge && rate < upper
                                                   : rate >= 0 && rate < edge;
    const Share share =
        row.rule == RowRule::Kind::all ? Share{met ? 1 : 0, 1} : Share{row.rate, one};
    return fits ? std::optional{share} : std::nullopt;
}

/// Whether reached ÷ of is far_num ÷ far_den or more.
bool is_far(const TargetsStep& rule, std::int64_t reached, std::int64_t of) {
    return Int128{reached} * rule.far_den >= Int128{rule.far_num} * of;
}

/// The share of a row by ratio, or all or nothing, whose target and actual are numbers; nothing
/// where it is far above, or 64 bits are not enough.
std::optional<Share> share_of_amounts(const TargetFact& row, const TargetsStep& step,
                                      const Targets& rule) {
    const int scale = std::max(row.target_scale, row.actual_scale);
    std::int64_t target = 0;
    std::int64_t actual = 0;
    if (__builtin_mul_overflow(row.target, power_of_ten(scale - row.target_scale), &target) ||
        __builtin_mul_overflow(row.actual, power_of_ten(scale - row.actual_scale), &actual)) {
        return std::nullopt;
    }
    const bool most = row.direction == Direction::at_most;
    const std::int64_t part = most ? target : actual;
    const std::int64_t whole = most ? actual : target;
    const bool met = most ? actual <= target : actual >= target;
    if (rule.far_above && rule.far_above->side == row.direction && target > 0 &&
        (most ? actual <= 0 || is_far(step, target, actual) : is_far(step, actual, target))) {
        return std::nullopt;
    }
    if (met) {
        return Share{1, 1};
    }
    const bool none = whole <= 0 || part <= 0 || row.rule == RowRule::Kind::all;
    return none ? Share{0, 1} : Share{part, whole};
}

/// The share of a row that is plain.
std::optional<Share> share_of(const TargetFact& row, const TargetsStep& step, const Targets& rule) {
    const bool by_share = row.rule == RowRule::Kind::ratio || row.rule == RowRule::Kind::all;
    if (row.own != 0 || !by_share) {
        return std::nullopt;
    }
    return row.direction == Direction::level ? share_of_level(row, rule.dialect)
                                             : share_of_amounts(row, step, rule);
}

/// The same as the engine has it.
Target target_of(const TargetFact& row, const ListColumn& list) {
    Target target;
    target.direction = row.direction;
    target.target = Ratio{Decimal{row.target, row.target_scale}};
    target.actual = Ratio{Decimal{row.actual, row.actual_scale}};
    target.level = row.level;
    if (row.rate_scale != no_number) {
        target.rate = Ratio{Decimal{row.rate, row.rate_scale}};
    }
    target.rule = row.own != 0 ? list.rules[row.own - 1] : RowRule{.kind = row.rule};
    return target;
}

/// The score of any row before it is rounded; nothing where the engine refuses it.
std::optional<Points> score_with_care(const TargetFact& row, const ListColumn& list,
                                      const Targets& rule, const Points& points) {
    const Target target = target_of(row, list);
    const auto passes = [&](const std::optional<Decimal>& bound) {
        return bound && Points{*bound} > points;
    };
    if ((target.rate && !range_of(target.level, rule.dialect).contains(*target.rate)) ||
        passes(target.rule.floor) || passes(target.rule.cap)) {
        return std::nullopt;
    }
    return score(rule, points, target);
}

/// One leaf over a block.
class Leaf {
  public:
    Leaf(const Pass& pass, const Step& step)
        : pass_(pass),
          step_(pass.program.targets[static_cast<std::size_t>(step.extra)]),
          rule_(std::get<Targets>(step_.leaf->rule)),
          list_(*pass.facts[step_.slot].list),
          elements_(pass, step_.slot),
          scores_(pass.scores.rows[step_.rows]),
          unit_(power_of_ten(pass.program.scale - pass.program.rounding_scale)) {
        const std::size_t elements = list_.offsets[pass.rows()];
        if (scores_.units.size() < elements) {
            scores_.units.resize(elements);
        }
        if (step_.exact && scores_.fractions.size() < elements) {
            scores_.fractions.resize(elements);
            scores_.shorts.resize(elements);
        }
    }

    /// The sum of the row's records in units; nothing where it is to be asked for.
    std::optional<std::int64_t> units(std::size_t row) {
        std::int64_t sum = 0;
        std::int64_t of_points = 0;
        if (!begin(row)) {
            return std::nullopt;
        }
        for (const TargetFact& record : records_) {
            const std::int64_t points = units_of_points(record);
            if (points < 0 || of_points + points > step_.points) {
                return std::nullopt;
            }
            const auto scored = rounded(record, points);
            if (!scored) {
                return std::nullopt;
            }
            scores_.units[at_++] = *scored;
            sum += *scored;
            of_points += points;
        }
        const bool fits = !records_.empty() && of_points == step_.points;
        return fits ? std::optional{sum} : std::nullopt;
    }

    /// The same as a fraction of points, which is set.
    void set_points(std::size_t row, std::uint32_t fraction) {
        if (!begin(row) || records_.empty()) {
            pass_.asks.set(row, true);
            return pass_.set_fraction(fraction, row, Ratio{});
        }
        if (is_sum_of_shares(row, fraction)) {
            return;
        }
        at_ = scores_.begins[row];
        set_found(pass_, fraction, row, [this](std::size_t) { return points(); });
    }

  private:
    /// Finds the row's records; false where it is not known which they are.
    bool begin(std::size_t row) {
        const std::uint32_t first = elements_.first(row);
        const std::uint32_t end = elements_.end(row);
        records_ = {list_.targets + first, end - first};
        at_ = first;
        if (!step_.filters.empty() && !pick(first, end, row)) {
            return false;
        }
        scores_.begins[row] = first;
        scores_.counts[row] = static_cast<std::uint32_t>(records_.size());
        return true;
    }

    bool pick(std::uint32_t first, std::uint32_t end, std::size_t row) {
        picked_.clear();
        for (std::uint32_t i = first; i < end; ++i) {
            const auto passes = elements_.passes(step_.filters, i, row);
            if (!passes) {
                return false;
            }
            if (*passes) {
                picked_.push_back(list_.targets[i]);
            }
        }
        records_ = picked_;
        return true;
    }

    /// Where each record is worth the same and is never rounded, the sum of shares is that of the
    /// completions × points ÷ records.
    bool is_sum_of_shares(std::size_t row, std::uint32_t fraction) {
        if (rule_.weights != Weights::equal || step_.rounds || pass_.scores.most_steps > 0) {
            return false;
        }
        const auto count = static_cast<std::int64_t>(records_.size());
        const std::int64_t unit = power_of_ten(pass_.program.scale);
        const ShortFraction each{step_.points, unit * count};
        const std::int64_t each_units = step_.points % count == 0 ? step_.points / count : no_units;
        std::int64_t met = 0;
        Wide sum;
        for (const TargetFact& record : records_) {
            const auto share = share_of(record, step_, rule_);
            const bool all = share && share->num == share->den;
            if (!share || !(all || sum.add(share->num, share->den))) {
                return false;
            }
            met += all ? 1 : 0;
            scores_.units[at_] = each_units;
            scores_.shorts[at_] = each;
            if (!all) {
                set_product(each, *share);
            }
            ++at_;
        }
        if (!sum.add(met, 1) || !sum.multiply(step_.points, count * unit)) {
            return false;
        }
        sum.reduce();
        pass_.set_fraction(fraction, row, sum);
        return true;
    }

    /// The points of a record × its share.
    void set_product(const ShortFraction& points, Share share) {
        ShortFraction& product = scores_.shorts[at_];
        const bool fits = !__builtin_mul_overflow(points.num, share.num, &product.num) &&
                          !__builtin_mul_overflow(points.den, share.den, &product.den);
        if (fits) {
            const Int128 units = Int128{product.num} * power_of_ten(pass_.program.scale);
            const bool whole = units % product.den == 0;
            scores_.units[at_] = whole ? static_cast<std::int64_t>(units / product.den) : no_units;
            return;
        }
        product.den = 0;
        scores_.fractions[at_] = Ratio{points.num, points.den} * Ratio{share.num, share.den};
        scores_.units[at_] = kernel::units_of(scores_.fractions[at_], pass_.program.scale);
    }

    /// The sum of the records as the engine adds them up.
    std::optional<Ratio> points() {
        const bool equal = rule_.weights == Weights::equal;
        const Points each =
            Points{rule_.points} * Ratio{1, static_cast<std::int64_t>(records_.size())};
        Points sum;
        Decimal of_points;
        for (const TargetFact& record : records_) {
            if (!equal && record.points_scale == no_number) {
                return std::nullopt;
            }
            const Decimal own = equal ? Decimal{} : Decimal{record.points, record.points_scale};
            const Points most = equal ? each : Points{own};
            const auto scored = score_of(record, most);
            if (!scored) {
                return std::nullopt;
            }
            const detail::Room room{most, {}};
            Points kept = room.keep(*scored);
            if (step_.rounds) {
                kept = rounded_within(kept, room, pass_.program.rubric->rounding);
            }
            scores_.fractions[at_] = kept.value();
            scores_.shorts[at_] = {};
            scores_.units[at_++] = kernel::units_of(kept.value(), pass_.program.scale);
            sum += kept;
            of_points = of_points + own;
        }
        return equal || of_points == rule_.points ? std::optional{sum.value()} : std::nullopt;
    }

    [[nodiscard]] std::optional<Points> score_of(const TargetFact& record,
                                                 const Points& most) const {
        const auto share = share_of(record, step_, rule_);
        return share ? std::optional{most * Ratio{share->num, share->den}}
                     : score_with_care(record, list_, rule_, most);
    }

    /// The points of a record in units; below 0 where it has none, or they are not whole.
    [[nodiscard]] std::int64_t units_of_points(const TargetFact& record) const {
        const int more = pass_.program.scale - record.points_scale;
        const std::int64_t unit = power_of_ten(std::abs(more));
        std::int64_t points = 0;
        const bool fits = record.points_scale != no_number &&
                          (more < 0 ? record.points % unit == 0
                                    : !__builtin_mul_overflow(record.points, unit, &points));
        return !fits ? -1 : more < 0 ? record.points / unit : points;
    }

    /// The rounded score of a record that is worth so many units.
    std::optional<std::int64_t> rounded(const TargetFact& record, std::int64_t points) {
        if (const auto share = share_of(record, step_, rule_)) {
            return std::min(points, rounded(points, *share));
        }
        const Points most{Decimal{points, pass_.program.scale}};
        const auto scored = score_with_care(record, list_, rule_, most);
        if (!scored) {
            return std::nullopt;
        }
        const detail::Room room{most, {}};
        const Points kept =
            rounded_within(room.keep(*scored), room, pass_.program.rubric->rounding);
        const std::int64_t units = kernel::units_of(kept.value(), pass_.program.scale);
        return units == no_units ? std::nullopt : std::optional{units};
    }

    [[nodiscard]] std::int64_t rounded(std::int64_t points, Share share) const {
        if (share.num == 0 || (share.num == share.den && unit_ == 1)) {
            return share.num == 0 ? 0 : points;
        }
        const Int128 whole = detail::rounded_quotient(
            Int128{points} * share.num, Int128{share.den} * unit_, pass_.program.rounding);
        return static_cast<std::int64_t>(whole) * unit_;
    }

    const Pass& pass_;
    const TargetsStep& step_;
    const Targets& rule_;
    const ListColumn& list_;
    Elements elements_;
    RowScores& scores_;
    std::int64_t unit_;
    std::span<const TargetFact> records_{}; ///< of the row that is scored
    std::vector<TargetFact> picked_{};      ///< where not all of a list are
    std::uint32_t at_ = 0;                  ///< of the next score
};

} // namespace

void targets(const Pass& pass, const Step& step) {
    const TargetsStep& rule = pass.program.targets[static_cast<std::size_t>(step.extra)];
    if (pass.facts[rule.slot].list == nullptr) {
        return pass.asks.set_all(); // which it did
    }
    Leaf leaf{pass, step};
    if (rule.exact) {
        for (std::size_t row = 0; row < pass.rows(); ++row) {
            pass.asks.has(row) ? pass.set_fraction(step.out2, row, Ratio{})
                               : leaf.set_points(row, step.out2);
        }
        return;
    }
    std::int64_t* const out = pass.item(step.out);
    for (std::size_t row = 0; row < pass.rows(); ++row) {
        std::optional<std::int64_t> units;
        try {
            units = pass.asks.has(row) ? std::nullopt : leaf.units(row);
        } catch (const NumberError&) { // the engine says which limit it is
        }
        pass.asks.set(row, !units);
        out[row] = units.value_or(0);
    }
}

void drop_rows(const Pass& pass, const Step& step) {
    const std::int64_t* const holds = pass.view(step.a).values;
    RowScores& rows = pass.scores.rows[static_cast<std::size_t>(step.extra)];
    for (std::size_t row = 0; row < pass.rows(); ++row) {
        rows.counts[row] = holds[row] != 0 ? 0 : rows.counts[row];
    }
}

void categories(const Pass& pass, const Step& step) {
    const auto& scores = pass.program.categories[static_cast<std::size_t>(step.extra)];
    const std::int64_t* const texts = pass.view(step.a).values;
    std::int64_t* const out = pass.item(step.out);
    for (std::size_t row = 0; row < pass.rows(); ++row) {
        const auto text = static_cast<std::uint64_t>(texts[row]);
        const std::int64_t score = text < scores.size() ? scores[text] : no_units;
        pass.asks.set(row, score == no_units);
        out[row] = score == no_units ? 0 : score;
    }
}

void assessed(const Pass& pass, const Step& step) {
    const RoomStep& room = pass.program.rooms[static_cast<std::size_t>(step.extra)];
    const View& given = pass.view(step.a);
    const std::int64_t unit = power_of_ten(std::max(0, pass.program.scale - given.scale));
    const std::int64_t over = power_of_ten(std::max(0, given.scale - pass.program.scale));
    std::int64_t* const out = pass.item(step.out);
    for (std::size_t row = 0; row < pass.rows(); ++row) {
        std::int64_t units = 0;
        const bool fits = pass.gives(step.a, row) && given.values[row] % over == 0 &&
                          !__builtin_mul_overflow(given.values[row] / over, unit, &units) &&
                          units >= room.least && units <= room.most;
        pass.asks.set(row, !fits);
        out[row] = fits ? units : 0;
    }
}

} // namespace heng::detail::kernel
