// SPDX-License-Identifier: Apache-2.0
#include "rule/kind.hpp"

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
            const ObjectReader far = rule["far_above"].object();
            targets.far_above = FarAbove{far["from"].percent().value_or(Decimal{1}),
                                         far["deduct"].decimal().value_or(Decimal{})};
        }
        form.leaf.rule = std::move(targets);
    }

    static void slips(Slips& rule) {
        rule.expression("rows");
        rule.words("weights", {"equal", "points"});
        rule.words("dialect", {"80-60", "80-50"}, "80-60");
        rule.number("far_above/from", places_of_a_rate);
        rule.number("far_above/deduct", 0);
    }

    static std::string words(const Targets& rule, const Indicator& /*leaf*/, const Wording& say) {
        std::string words =
            rule.weights == Weights::equal
                ? say("绩效目标逐项计分，各项等权：达到目标值得满分，未达到按完成比例得分",
                      "each target scores by how far it was met; all weigh the same")
                : say("绩效目标逐项计分，按各项分值：达到目标值得满分，未达到按完成比例得分",
                      "each target scores by how far it was met, of its own points");
        if (rule.far_above) {
            words += say("；达到目标值{from}倍以上扣{deduct}分",
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
                       {"rate", rate_words(rate)}});
        }
        told.line("{points}分 × {rate} = {score}分", "{points} × {rate} = {score} points",
                  {{"points", told.points()},
                   {"rate", rate_words(rate)},
                   {"score", number_text(told.item.points * rate)}});
        if (reason->far_above) {
            told.line("远超目标值，扣后得{score}分", "far above the target, which leaves {score}",
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

    static void why(const Targets& rule, Sentence& s) {
        if (const auto* const rows = std::get_if<ByRows>(&s.item.reason)) {
            s.why(Phrase::rows, {{"rows", rows->rows}, {"met", rows->met}, {"score", s.score}});
            return;
        }
        const auto& reason = s.by<ByTarget>();
        const auto& far = rule.far_above;
        const Decimal zero;
        const bool level = reason.row.numbers.direction == Direction::level;
        const bool all_gone = far && Points{far->deduct} > s.item.points;
        const Phrase which = reason.far_above
                                 ? all_gone ? Phrase::target_far_floor : Phrase::target_far_above
                             : level                      ? Phrase::target_level
                             : reason.completion.met      ? Phrase::target_met
                             : !reason.completion.divided ? Phrase::target_no_divisor
                                                          : Phrase::target_missed;
        const std::string rate = rate_words(reason.completion.rate);
        s.why(which, {{"target", reason.row.target_text},
                      {"actual", reason.row.actual_text},
                      {"rate", rate},
                      {"deduct", far ? far->deduct : zero},
                      {"points", s.item.points},
                      {"score", s.score}});
        if (!level && !reason.far_above) {
            recover_target(reason.row, s);
        }
        read_by(reason, s);
    }

    static std::string rate_words(const Ratio& rate) {
        std::string words;
        base::write_behind(words, base::Rate{rate}, Language::zh); // the same in each
        return words;
    }

    /// How far the actual value is from the target, in its own unit.
    static void recover_target(const TargetRow& row, Sentence& s) {
        const bool percent = row.target_text.ends_with('%') || row.actual_text.ends_with('%');
        const Ratio away = abs(row.numbers.target - row.numbers.actual);
        const Points gap{percent ? away * Ratio{100} : away};
        const std::string_view points = s.chinese() ? "个百分点" : " percentage points";
        const std::string own = row.unit.empty() || s.chinese() ? row.unit : ' ' + row.unit;
        const std::string_view unit = percent ? points : std::string_view{own};
        s.recover(row.numbers.direction == Direction::at_most ? Phrase::recover_lower
                                                              : Phrase::recover_rows,
                  {{"target", row.target_text}, {"gap", gap}, {"unit", unit}, {"lost", s.lost}});
    }

    static void read_by(const ByTarget& reason, Sentence& s) {
        if (reason.row.numbers.direction != Direction::level) {
            s.item.inputs = s.text.keep({{"target", s.text.keep(reason.row.target_text)},
                                         {"actual", s.text.keep(reason.row.actual_text)}});
            return;
        }
        const InputRead level{"level", s.text.keep(reason.row.actual_text)};
        if (!reason.row.numbers.rate) {
            s.item.inputs = s.text.keep({level});
            return;
        }
        const std::string rate = Percent::of(*reason.row.numbers.rate).to_string();
        s.item.inputs = s.text.keep({level, {"rate", s.text.keep(rate)}});
    }
};

} // namespace

extern const Kind targets_kind;
const Kind targets_kind = kind<TargetsKind>();

} // namespace heng::detail::rule
