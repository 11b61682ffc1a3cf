// SPDX-License-Identifier: Apache-2.0
#include "rule/kind.hpp"
#include "rule/messages.hpp"
#include "rule/target_rows.hpp"

namespace heng::detail::rule {
namespace {

using feel::ExpectedType;

struct TargetsKind {
    using Rule = Targets;
    static constexpr std::string_view measure_at = "/rule/rows";
    static constexpr bool is_smooth = true;

    static void read(Form& form) {
        const ObjectReader rule = form.keys();
        form.no_measure();
        form.leaf.measure = form.terms.term(rule["rows"], ExpectedType::list);
        Targets targets;
        targets.points = form.leaf.points;
        targets.weights = rule["weights"].word<Weights>().value_or(Weights::equal);
        targets.dialect = rule["dialect"].word<Dialect>().value_or(Dialect::from_80_60);
        if (rule.has("far_above")) {
            targets.far_above = read_far_above(rule["far_above"]);
        }
        form.leaf.rule = std::move(targets);
    }

    static FarAbove read_far_above(const Reader& element) {
        const ObjectReader far = element.object();
        const bool share = far.has("share");
        const bool proportional = far.has("proportional");
        const int ways = (share ? 1 : 0) + (proportional ? 1 : 0) + (far.has("deduct") ? 1 : 0);
        if (far.is_present() && ways != 1) {
            element.problem("rule", say::far_above_takes_one);
        } else if (far["proportional"].boolean() == false) {
            far["proportional"].problem("rule", say::proportional_is_true);
        }
        return FarAbove{
            far["from"].percent().value_or(Decimal{1}),
            (share ? far["share"].percent() : far["deduct"].decimal()).value_or(Decimal{}),
            share          ? FarAbove::Takes::share
            : proportional ? FarAbove::Takes::proportional
                           : FarAbove::Takes::points,
            far["side"].word<Direction>().value_or(Direction::at_least)};
    }

    static void slips(Slips& rule) {
        rule.expression("rows");
        rule.words("weights", {"equal", "points"});
        rule.words("dialect", {"80-60", "80-50"}, "80-60");
        rule.number("far_above/from", places_of_a_rate);
        rule.number("far_above/deduct", 0);
        rule.number("far_above/share", places_of_a_rate);
        rule.words("far_above/side", {">=", "<=", "="});
    }

    static lowered::Rows lowered(const Targets& rule) {
        return {rule.weights == Weights::equal, rule.far_above ? &*rule.far_above : nullptr};
    }

    static std::string words(const Targets& rule, const Indicator& /*leaf*/, const Wording& say) {
        std::string words =
            rule.weights == Weights::equal
                ? say("绩效目标逐项计分，各项等权：达到目标值得满分，未达到按完成比例得分",
                      "each target scores by how far it was met; all weigh the same")
                : say("绩效目标逐项计分，按各项分值：达到目标值得满分，未达到按完成比例得分",
                      "each target scores by how far it was met, of its own points");
        if (rule.far_above) {
            words += far_above_words(*rule.far_above, say);
        }
        return words;
    }

    /// Of one row; the leaf itself is their sum.
    static void arithmetic(const Targets& rule, Told& told) { tell_row(rule, told); }

    static std::string state(const Targets& /*rule*/, const Item& item) {
        const auto* const row = std::get_if<ByTarget>(&item.reason);
        return row != nullptr ? state_of_row(*row) : "";
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

    static void why(const Targets& rule, Sentence& s) {
        if (const auto* const rows = std::get_if<ByRows>(&s.item.reason)) {
            s.why(Phrase::rows, {{"rows", rows->rows}, {"met", rows->met}, {"score", s.score}});
            return;
        }
        say_why_of_row(rule, s);
    }
};

} // namespace

extern const Kind targets_kind;
const Kind targets_kind = kind<TargetsKind>();

} // namespace heng::detail::rule
