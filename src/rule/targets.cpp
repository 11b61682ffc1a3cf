// SPDX-License-Identifier: Apache-2.0
#include "rule/kind.hpp"

namespace heng::rule {
namespace {

using feel::ExpectedType;

struct TargetsKind {
    using Rule = Targets;

    static void read(Form& form) {
        const ObjectReader rule = form.keys();
        form.no_measure();
        form.leaf.measure = form.terms.term(rule["rows"], ExpectedType::list);
        Targets targets;
        targets.points = form.leaf.points;
        targets.weights = rule["weights"].word<Weights>().value_or(Weights::equal);
        targets.dialect = rule["dialect"].word<Dialect>().value_or(Dialect::from_80_60);
        if (rule.has("far_above")) {
            const ObjectReader far = rule["far_above"].object();
            targets.far_above = FarAbove{far["from"].percent().value_or(Decimal{1}),
                                         far["deduct"].decimal().value_or(Decimal{})};
        }
        form.leaf.rule = std::move(targets);
    }

    static std::string words(const Targets& rule, const Indicator& /*leaf*/, const Say& say) {
        std::string words =
            rule.weights == Weights::equal
                ? say("绩效目标逐项计分，各项等权：达到目标值得满分，未达到按完成比例得分",
                      "each target scores by how far it was met; all weigh the same")
                : say("绩效目标逐项计分，按各项分值：达到目标值得满分，未达到按完成比例得分",
                      "each target scores by how far it was met, of its own points");
        if (rule.far_above) {
            words += say("；达到目标值 {from} 倍以上扣 {deduct} 分",
                         "; from {from} times the target on it costs {deduct}",
                         {{"from", text_of(rule.far_above->from)},
                          {"deduct", text_of(rule.far_above->deduct)}});
        }
        return words;
    }

    /// Of one row; the leaf itself is their sum.
    static void arithmetic(const Targets& /*rule*/, Told& told) {
        const auto* const reason = std::get_if<ByTarget>(&told.item.reason);
        if (reason == nullptr) {
            return;
        }
        const Target& row = reason->row.numbers;
        const Ratio& rate = reason->completion.rate;
        if (row.direction != Direction::level && !reason->completion.met &&
            reason->completion.divided) {
            const bool most = row.direction == Direction::at_most;
            told.line("{a} ÷ {b} = {rate}", "{a} ÷ {b} = {rate}",
                      {{"a", most ? reason->row.target_text : reason->row.actual_text},
                       {"b", most ? reason->row.actual_text : reason->row.target_text},
                       {"rate", measure_text(rate, told.say.language())}});
        }
        told.line("{points} 分 × {rate} = {score} 分", "{points} × {rate} = {score} points",
                  {{"points", told.points()},
                   {"rate", number_text(rate)},
                   {"score", number_text(told.item.points * rate)}});
        if (reason->far_above) {
            told.line("远超目标值，扣后得 {score} 分", "far above the target, which leaves {score}",
                      {{"score", told.scored()}});
        }
    }

    // each direction met and missed, and what else can be
    static constexpr std::size_t level_rows = 6;
    static constexpr std::size_t no_divisor = 9;
    static constexpr std::size_t far_above = 10;

    static Labels points(const Targets& rule, const Indicator& /*leaf*/, const Say& say) {
        const std::string met = say(" 达到", " met");
        const std::string missed = say(" 未达到", " missed");
        Labels labels{">=" + met,  ">=" + missed,
                      "<=" + met,  "<=" + missed,
                      "=" + met,   "=" + missed,
                      "level met", "level partly",
                      "level not", say("除数不为正", "no divisor")};
        if (rule.far_above) {
            labels.push_back(say("远超目标", "far above"));
        }
        return labels;
    }

    static Reached reached(const Targets& /*rule*/, const Scored& scored) {
        const std::vector<Item>& items = scored.sheet.items;
        Reached found;
        for (std::size_t row = scored.index + 1; row < items.size(); ++row) {
            const auto* const target = std::get_if<ByTarget>(&items[row].reason);
            if (target == nullptr) {
                break;
            }
            const Target& numbers = target->row.numbers;
            found.push_back(numbers.direction == Direction::level
                                ? level_rows + static_cast<std::size_t>(numbers.level)
                                : 2 * static_cast<std::size_t>(numbers.direction) +
                                      (target->completion.met ? 0 : 1));
            if (!target->completion.divided) {
                found.push_back(no_divisor);
            }
            if (target->far_above) {
                found.push_back(far_above);
            }
        }
        return found;
    }
};

} // namespace

extern const Kind targets_kind;
const Kind targets_kind = kind<TargetsKind>();

} // namespace heng::rule
