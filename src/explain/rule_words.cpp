// SPDX-License-Identifier: Apache-2.0
#include "explain/rule_words.hpp"

#include <utility>

namespace heng::what_if {
namespace {

std::string label_of(const Indicator& leaf, std::size_t part) {
    const Part& named = leaf.parts[part];
    return named.label.empty() ? named.id.empty() ? leaf.name : named.id : named.label;
}

/// One function a rule kind.
class RuleWords {
  public:
    RuleWords(const Indicator& leaf, const Say& say) : leaf_(leaf), say_(say) {}

    std::string operator()(const std::monostate&) const {
        return say_("下级指标得分之和", "the sum of the indicators below");
    }
    std::string operator()(const Proportional& rule) const {
        std::string words =
            rule.cap == Decimal{1}
                ? say_("按比例计分：{points} 分 × 指标值，最高按 1 计",
                       "in proportion: {points} points × the measure, at most 1",
                       {{"points", points()}})
                : say_("按比例计分：{points} 分 × 指标值 ÷ {cap}，最高按 {cap} 计",
                       "in proportion: {points} points × the measure ÷ {cap}, at most {cap}",
                       {{"points", points()}, {"cap", text_of(rule.cap)}});
        if (rule.pass) {
            words += say_("；低于 {pass} 不得分", "; below {pass} nothing",
                          {{"pass", text_of(*rule.pass)}});
        }
        return words;
    }
    std::string operator()(const Bands& rule) const {
        return say_("分档计分：", "by bands: ") + listed(rule.bands, [&](const Band& band) {
                   return interval_words(band.in, say_) + say_(" 得 ", " → ") +
                          number_text(band.score);
               });
    }
    std::string operator()(const Interpolate& rule) const {
        return say_("线性插值：", "by linear interpolation: ") +
               listed(rule.knots, [&](const Knot& knot) {
                   return number_text(knot.measure) + say_(" 得 ", " → ") + number_text(knot.score);
               });
    }
    std::string operator()(const Step& rule) const {
        return say_(rule.side == Side::above
                        ? "按幅度扣分：指标值每高于 {norm} 一个幅度（{every}）扣 "
                          "{deduct} 分，扣完为止"
                        : "按幅度扣分：指标值每低于 {norm} 一个幅度（{every}）扣 "
                          "{deduct} 分，扣完为止",
                    rule.side == Side::above
                        ? "each {every} above {norm} costs {deduct} points, down to 0"
                        : "each {every} below {norm} costs {deduct} points, down to 0",
                    {{"norm", text_of(rule.norm)},
                     {"every", text_of(rule.every)},
                     {"deduct", text_of(rule.deduct)}}) +
               part_words(rule.part, false);
    }
    std::string operator()(const Occurrences& rule) const {
        std::size_t part = 0;
        return say_("按次扣分，扣完为止：", "each occurrence costs points, down to 0: ") +
               listed(rule.each, [&](const Occurrence& each) {
                   return say_("{label}每次扣 {deduct} 分", "“{label}” {deduct} each",
                               {{"label", label_of(leaf_, part++)},
                                {"deduct", text_of(each.deduct)}}) +
                          (each.at_most ? say_("，最多扣 {most} 分", ", at most {most}",
                                               {{"most", text_of(*each.at_most)}})
                                        : "");
               }) +
               (rule.none_from ? say_("；合计达到 {from} 次不得分",
                                      "; from {from} together on no points are left",
                                      {{"from", text_of(*rule.none_from)}})
                               : "");
    }
    std::string operator()(const Checklist& rule) const {
        std::size_t part = 0;
        return say_("按要点计分：", "by items: ") + listed(rule.items, [&](const Decimal& score) {
                   return label_of(leaf_, part++) + ' ' + text_of(score) + say_(" 分", "");
               });
    }
    std::string operator()(const Condition& /*rule*/) const {
        return say_("条件成立得 {points} 分，否则不得分",
                    "{points} points where the condition holds, else none", {{"points", points()}});
    }
    std::string operator()(const Categories& rule) const {
        return say_("分类计分：", "by category: ") +
               listed(rule.categories, [&](const Category& category) {
                   return category.name + say_(" 得 ", " → ") + number_text(category.score);
               });
    }
    std::string operator()(const Targets& rule) const {
        std::string words =
            rule.weights == Weights::equal
                ? say_("绩效目标逐项计分，各项等权：达到目标值得满分，未达到按完成比例得分",
                       "each target scores by how far it was met; all weigh the same")
                : say_("绩效目标逐项计分，按各项分值：达到目标值得满分，未达到按完成比例得分",
                       "each target scores by how far it was met, of its own points");
        if (rule.far_above) {
            words += say_("；达到目标值 {from} 倍以上扣 {deduct} 分",
                          "; from {from} times the target on it costs {deduct}",
                          {{"from", text_of(rule.far_above->from)},
                           {"deduct", text_of(rule.far_above->deduct)}});
        }
        return words;
    }
    std::string operator()(const Assessed& /*rule*/) const {
        return say_("由评审给分，0 至 {points} 分", "assessed, from 0 to {points} points",
                    {{"points", points()}});
    }
    std::string operator()(const Formula& rule) const {
        return say_(
            "按公式计分，不低于 {floor} 分、不高于 {cap} 分",
            "by a formula, from {floor} to {cap} points",
            {{"floor", text_of(rule.floor)}, {"cap", text_of(rule.cap ? *rule.cap : rule.points)}});
    }

    std::string operator()(const Steps& rule) const {
        std::string words = say_("按幅度加减分：达到标准值得 {base} 分",
                                 "{base} points at the norm", {{"base", text_of(rule.base)}});
        words += rule.above ? say_("；每高于标准值", "; above it each") + side(*rule.above) : "";
        words += rule.below ? say_("；每低于标准值", "; below it each") + side(*rule.below) : "";
        if (rule.least) {
            words += say_("；低于 {least} 不得分", "; below {least} nothing",
                          {{"least", text_of(*rule.least)}});
        }
        if (rule.most) {
            words += say_("；高于 {most} 不得分", "; above {most} nothing",
                          {{"most", text_of(*rule.most)}});
        }
        return words;
    }

    std::string operator()(const Tally& rule) const {
        return say_("计数得分：每个得 {each} 分，最多得 {most} 分",
                    "each counts {each} points, at most {most}",
                    {{"each", text_of(rule.each)}, {"most", exact_text(most_of(rule))}});
    }

  private:
    [[nodiscard]] std::string points() const { return text_of(leaf_.points); }

    [[nodiscard]] std::string part_words(StepPart part, bool adds) const {
        switch (part) {
        case StepPart::whole:
            return say_(adds ? "，不足一个幅度不加" : "，不足一个幅度不扣", ", whole steps only");
        case StepPart::started:
            return say_("，不足一个幅度按一个计", ", a step begun counts whole");
        case StepPart::exact:
            break;
        }
        return say_(adds ? "，不足一个幅度按比例加" : "，不足一个幅度按比例扣",
                    ", parts in proportion");
    }

    [[nodiscard]] std::string side(const StepChange& side) const {
        const std::string most = side.at_most
                                     ? say_(side.adds ? "，最多加 {most} 分" : "，最多扣 {most} 分",
                                            ", at most {most}", {{"most", text_of(*side.at_most)}})
                                     : "";
        return say_(side.adds ? "一个幅度（{every}）加 {points} 分"
                              : "一个幅度（{every}）扣 {points} 分",
                    side.adds ? " {every} adds {points}" : " {every} costs {points}",
                    {{"every", text_of(side.every)}, {"points", text_of(side.points)}}) +
               most + part_words(side.part, side.adds);
    }

    template <class Each, class Words>
    [[nodiscard]] std::string listed(const Each& each, Words words) const {
        std::string list;
        for (const auto& one : each) {
            list += (list.empty() ? "" : say_("；", "; ")) + words(one);
        }
        return list;
    }

    const Indicator& leaf_;
    const Say& say_;
};

/// One function a reason: the steps from what was read to the score.
class Arithmetic {
  public:
    Arithmetic(const Indicator& leaf, const Item& item, Points score, bool ratio, const Say& say)
        : leaf_(leaf), item_(item), score_(std::move(score)), ratio_(ratio), say_(say) {}

    std::vector<std::string> run() {
        std::visit([this](const auto& reason) { because(reason); }, item_.reason);
        return std::move(lines_);
    }

  private:
    void line(std::string_view zh, std::string_view en,
              std::initializer_list<document::Blank> blanks) {
        lines_.push_back(say_(zh, en, blanks));
    }
    /// A percentage says the same of a ratio only.
    [[nodiscard]] std::string measured(const Ratio& value) const {
        return ratio_ ? measure_text(value, say_.language()) : number_text(value);
    }
    [[nodiscard]] std::string points() const { return number_text(item_.points); }
    [[nodiscard]] std::string score() const { return number_text(score_); }

    void because(const std::monostate&) {}
    void because(const ByRows&) {}

    void because(const ByMeasure& reason) {
        line("指标值 = {measure}", "measure = {measure}", {{"measure", measured(reason.measure)}});
        if (const auto* rule = std::get_if<Proportional>(&leaf_.rule)) {
            proportional(*rule, reason.measure);
        } else if (const auto* step = std::get_if<Step>(&leaf_.rule)) {
            steps(*step, reason.measure);
        } else if (const auto* tally = std::get_if<Tally>(&leaf_.rule)) {
            counted(*tally, reason.measure);
        } else if (const auto* formula = std::get_if<Formula>(&leaf_.rule)) {
            const std::string cap = text_of(formula->cap ? *formula->cap : formula->points);
            line("在 {floor} 与 {cap} 之间取值：{score} 分", "kept from {floor} to {cap}: {score}",
                 {{"floor", text_of(formula->floor)}, {"cap", cap}, {"score", score()}});
        } else {
            interpolated(std::get<Interpolate>(leaf_.rule), reason.measure);
        }
    }

    void counted(const Tally& rule, const Ratio& count) {
        const Points all = Points{rule.each} * count;
        line(
            "{count} × {each} = {all} 分", "{count} × {each} = {all} points",
            {{"count", exact_text(count)}, {"each", text_of(rule.each)}, {"all", exact_text(all)}});
        if (all > score_) {
            line("最多得 {score} 分", "at most {score} points", {{"score", score()}});
        } else if (all < score_) {
            line("低于 0，计 {score} 分", "below 0: {score} points", {{"score", score()}});
        }
    }

    void proportional(const Proportional& rule, const Ratio& measure) {
        if (rule.pass && measure < Ratio{*rule.pass}) {
            line("{measure} < {pass}，不得分", "{measure} < {pass}: no points",
                 {{"measure", number_text(measure)}, {"pass", text_of(*rule.pass)}});
            return;
        }
        if (measure.sign() < 0) {
            line("{measure} < 0，不得分", "{measure} < 0: no points",
                 {{"measure", number_text(measure)}});
            return;
        }
        const bool capped = measure > Ratio{rule.cap};
        const bool plain = rule.cap == Decimal{1};
        const std::string cap = text_of(rule.cap);
        const std::string used = capped ? cap : number_text(measure);
        if (capped) {
            line("{measure} > {cap}，按 {cap} 计", "{measure} > {cap}, which counts as {cap}",
                 {{"measure", number_text(measure)}, {"cap", cap}});
        }
        line(plain ? "{points} 分 × {used} = {score} 分"
                   : "{points} 分 × {used} ÷ {cap} = {score} 分",
             plain ? "{points} × {used} = {score} points"
                   : "{points} × {used} ÷ {cap} = {score} points",
             {{"points", points()}, {"used", used}, {"cap", cap}, {"score", score()}});
    }

    void steps(const Step& rule, const Ratio& measure) {
        const Ratio norm{rule.norm};
        const bool above = rule.side == Side::above;
        const Ratio excess = above ? measure - norm : norm - measure;
        const std::string norm_text = text_of(rule.norm);
        const std::string measured = number_text(measure);
        if (excess.sign() <= 0) {
            line(above ? "{measure} ≤ {norm}，不扣分" : "{measure} ≥ {norm}，不扣分",
                 above ? "{measure} ≤ {norm}: nothing is deducted"
                       : "{measure} ≥ {norm}: nothing is deducted",
                 {{"measure", measured}, {"norm", norm_text}});
            return;
        }
        const Ratio counted = steps_past(rule, measure);
        line("{high} − {low} = {excess}", "{high} − {low} = {excess}",
             {{"high", above ? measured : norm_text},
              {"low", above ? norm_text : measured},
              {"excess", number_text(excess)}});
        line("{excess} ÷ {every} = {all}，计 {steps} 个幅度",
             "{excess} ÷ {every} = {all}, counted as {steps} steps",
             {{"excess", number_text(excess)},
              {"every", text_of(rule.every)},
              {"all", number_text(excess / Ratio{rule.every})},
              {"steps", number_text(counted)}});
        deducted(Points{rule.deduct} * counted,
                 number_text(counted) + " × " + text_of(rule.deduct));
    }

    void because(const ByNorm& reason) {
        const auto& rule = std::get<Steps>(leaf_.rule);
        const std::string measure = exact_text(reason.measure);
        const std::string norm = exact_text(reason.norm);
        line("指标值 = {measure}，标准值 = {norm}", "measure = {measure}, norm = {norm}",
             {{"measure", measured(reason.measure)}, {"norm", measured(reason.norm)}});
        if (!passes(rule, reason.measure)) {
            const bool low = rule.least && reason.measure < Ratio{*rule.least};
            line(low ? "{measure} < {end}，不得分" : "{measure} > {end}，不得分",
                 low ? "{measure} < {end}: no points" : "{measure} > {end}: no points",
                 {{"measure", measure}, {"end", text_of(low ? *rule.least : *rule.most)}});
            return;
        }
        const Ratio excess = reason.measure - reason.norm;
        const StepChange* const side = side_of(rule, excess);
        if (side == nullptr) {
            line("不加分、不扣分：{score} 分", "nothing changes: {score} points",
                 {{"score", score()}});
            return;
        }
        const bool above = excess.sign() > 0;
        const Ratio steps = steps_in(abs(excess), side->every, side->part);
        line("{high} − {low} = {excess}", "{high} − {low} = {excess}",
             {{"high", above ? measure : norm},
              {"low", above ? norm : measure},
              {"excess", exact_text(abs(excess))}});
        line("{excess} ÷ {every} = {all}，计 {steps} 个幅度",
             "{excess} ÷ {every} = {all}, counted as {steps} steps",
             {{"excess", exact_text(abs(excess))},
              {"every", text_of(side->every)},
              {"all", exact_text(abs(excess) / Ratio{side->every})},
              {"steps", exact_text(steps)}});
        changed(rule, *side, steps);
    }

    /// base ± steps × points = score, the bound of the side, and the floor or the points.
    void changed(const Steps& rule, const StepChange& side, const Ratio& steps) {
        const Points change = change_of(side, steps);
        std::string what = exact_text(steps) + " × " + text_of(side.points);
        if (change != Points{side.points} * steps) {
            line("{what} > {most}，按 {most} 计", "{what} > {most}, which counts as {most}",
                 {{"what", what}, {"most", exact_text(change)}});
            what = exact_text(change);
        }
        const Points base{rule.base};
        const Points exact = side.adds ? base + change : base - change;
        line(side.adds ? "{base} + {what} = {exact}" : "{base} − {what} = {exact}",
             side.adds ? "{base} + {what} = {exact}" : "{base} − {what} = {exact}",
             {{"base", text_of(rule.base)}, {"what", what}, {"exact", exact_text(exact)}});
        if (exact > score_) {
            line("超过分值，计 {score} 分", "more than there are: {score} points",
                 {{"score", score()}});
        } else if (exact < score_) {
            line("低于 0，扣完为止：{score} 分", "below 0, where it ends: {score} points",
                 {{"score", score()}});
        }
    }

    /// points − what = score, and the floor where it is reached.
    void deducted(const Points& lost, const std::string& what) {
        const Points left = item_.points - lost;
        line("{points} − {what} = {left}", "{points} − {what} = {left}",
             {{"points", points()}, {"what", what}, {"left", number_text(left)}});
        if (left != score_) {
            line("低于 0，扣完为止：{score} 分", "below 0, where it ends: {score} points",
                 {{"score", score()}});
        }
    }

    void interpolated(const Interpolate& rule, const Ratio& measure) {
        for (std::size_t i = 1; i < rule.knots.size(); ++i) {
            const Knot& left = rule.knots[i - 1];
            const Knot& right = rule.knots[i];
            if (left.measure < measure && measure <= right.measure) {
                line("{y0} + ({y1} − {y0}) × ({x} − {x0}) ÷ ({x1} − {x0}) = {score} 分",
                     "{y0} + ({y1} − {y0}) × ({x} − {x0}) ÷ ({x1} − {x0}) = {score} points",
                     {{"y0", number_text(left.score)},
                      {"y1", number_text(right.score)},
                      {"x", number_text(measure)},
                      {"x0", number_text(left.measure)},
                      {"x1", number_text(right.measure)},
                      {"score", score()}});
                return;
            }
        }
        line("在两端之外，得 {score} 分", "outside the knots: {score} points",
             {{"score", score()}});
    }

    void because(const ByBand& reason) {
        const auto& band = std::get<Bands>(leaf_.rule).bands[reason.band];
        line("指标值 = {measure}", "measure = {measure}", {{"measure", measured(reason.measure)}});
        line("属于“{band}”一档：{score} 分", "in the band {band}: {score} points",
             {{"band", interval_words(band.in, say_)}, {"score", score()}});
    }

    void because(const ByCounts& reason) {
        const auto& rule = std::get<Occurrences>(leaf_.rule);
        if (reaches_none(rule, reason.counts)) {
            return counted_out(*rule.none_from, reason.counts);
        }
        const auto& kinds = rule.each;
        std::string what;
        Points lost;
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            const Points cost = deduction(kinds[i], reason.counts[i]);
            const bool bounded = cost != Points{kinds[i].deduct} * reason.counts[i];
            lost += cost;
            what += (what.empty() ? "" : " − ") +
                    (bounded ? number_text(cost)
                             : number_text(reason.counts[i]) + " × " + text_of(kinds[i].deduct));
            if (bounded) {
                line("{label}：{count} × {deduct}，最多扣 {most}",
                     "{label}: {count} × {deduct}, at most {most}",
                     {{"label", label_of(leaf_, i)},
                      {"count", number_text(reason.counts[i])},
                      {"deduct", text_of(kinds[i].deduct)},
                      {"most", number_text(cost)}});
            }
        }
        deducted(lost, what);
    }

    void counted_out(const Decimal& from, const std::vector<Ratio>& counts) {
        std::string sum;
        Ratio all;
        for (const Ratio& count : counts) {
            all = all + count;
            sum += (sum.empty() ? "" : " + ") + exact_text(count);
        }
        line("{sum} = {all} ≥ {from}，不得分", "{sum} = {all} ≥ {from}: no points",
             {{"sum", sum}, {"all", exact_text(all)}, {"from", text_of(from)}});
    }

    void because(const ByItems& reason) {
        if (leaf_.parts.empty()) {
            line(reason.held[0] ? "条件成立：{score} 分" : "条件不成立：{score} 分",
                 reason.held[0] ? "the condition holds: {score} points"
                                : "the condition does not hold: {score} points",
                 {{"score", score()}});
            return;
        }
        const auto& items = std::get<Checklist>(leaf_.rule).items;
        std::string sum;
        Points all;
        for (std::size_t i = 0; i < items.size(); ++i) {
            sum += (sum.empty() ? "" : " + ") + (reason.held[i] ? text_of(items[i]) : "0");
            all += reason.held[i] ? Points{items[i]} : Points{};
        }
        line("{sum} = {all} 分", "{sum} = {all} points", {{"sum", sum}, {"all", number_text(all)}});
        if (all != score_) {
            line("超过分值，计 {score} 分", "more than there are: {score} points",
                 {{"score", score()}});
        }
    }

    void because(const ByCategory& reason) {
        line("属于“{category}”：{score} 分", "category “{category}”: {score} points",
             {{"category", reason.category}, {"score", score()}});
    }

    void because(const ByTarget& reason) {
        const Target& row = reason.row.numbers;
        if (row.direction != Direction::level && !reason.completion.met &&
            reason.completion.divided) {
            const bool most = row.direction == Direction::at_most;
            line("{a} ÷ {b} = {rate}", "{a} ÷ {b} = {rate}",
                 {{"a", most ? reason.row.target_text : reason.row.actual_text},
                  {"b", most ? reason.row.actual_text : reason.row.target_text},
                  {"rate", measure_text(reason.completion.rate, say_.language())}});
        }
        const Points full = item_.points * reason.completion.rate;
        line("{points} 分 × {rate} = {score} 分", "{points} × {rate} = {score} points",
             {{"points", points()},
              {"rate", number_text(reason.completion.rate)},
              {"score", number_text(full)}});
        if (reason.far_above) {
            line("远超目标值，扣后得 {score} 分", "far above the target, which leaves {score}",
                 {{"score", score()}});
        }
    }

    void because(const ByAssessment& reason) {
        line("评审计 {score} 分（{reason}）", "assessed at {score} points ({reason})",
             {{"score", score()}, {"reason", reason.assessment.reason}});
    }

    void because(const ByZeroDenominator&) {
        line("分母为零，按标准计 {score} 分", "a zero denominator, which counts as {score} points",
             {{"score", score()}});
    }

    void because(const ByNotApplicable& reason) {
        line(reason.treat_as == TreatAs::rescale ? "不适用，退出计分" : "不适用，计 {score} 分",
             reason.treat_as == TreatAs::rescale ? "not applicable: it leaves"
                                                 : "not applicable: {score} points",
             {{"score", score()}});
    }

    void because(const ByUnits& reason) {
        constexpr std::size_t most_shown = 30;
        std::string sum;
        Ratio weights;
        std::size_t shown = 0;
        for (const UnitScore& each : reason.units) {
            if (each.standing != UnitStanding::left) {
                weights = weights + each.weight;
                sum += ++shown > most_shown ? ""
                                            : (shown > 1 ? " + " : "") + number_text(each.weight) +
                                                  " × " + number_text(each.score);
            }
        }
        sum += shown > most_shown ? " + …" : "";
        line("各单位权重 × 得分：（{sum}）÷ {weights} = {score} 分",
             "weight × score of each unit: ({sum}) ÷ {weights} = {score} points",
             {{"sum", sum}, {"weights", number_text(weights)}, {"score", score()}});
    }

    const Indicator& leaf_;
    const Item& item_;
    Points score_;
    bool ratio_;
    const Say& say_;
    std::vector<std::string> lines_;
};

} // namespace

std::string rule_words(const Indicator& indicator, const Say& say) {
    return std::visit(RuleWords{indicator, say}, indicator.rule);
}

std::vector<std::string> arithmetic_of(const Indicator& leaf, const Item& item, const Points& score,
                                       bool ratio, const Say& say) {
    return Arithmetic{leaf, item, score, ratio, say}.run();
}

std::string interval_words(const Interval& in, const Say& say) {
    if (!in.low && !in.high) {
        return say("其余", "all the rest");
    }
    if (!in.high) {
        return (in.low_closed ? ">= " : "> ") + number_text(*in.low);
    }
    if (!in.low) {
        return (in.high_closed ? "<= " : "< ") + number_text(*in.high);
    }
    if (*in.low == *in.high) {
        return "= " + number_text(*in.low);
    }
    return (in.low_closed ? "[" : "(") + number_text(*in.low) + ".." + number_text(*in.high) +
           (in.high_closed ? "]" : ")");
}

} // namespace heng::what_if
