// SPDX-License-Identifier: Apache-2.0
#include "rule/kind.hpp"
#include "rule/messages.hpp"

namespace heng::detail::rule {
namespace {

using feel::ExpectedType;

struct StepsKind {
    using Rule = Steps;

    static void read(Form& form) {
        const ObjectReader rule = form.keys();
        form.measure(ExpectedType::number);
        form.leaf.parts.push_back({"norm", "", form.terms.number(rule["norm"]).value_or(Term{})});
        Steps steps{form.leaf.points, rule["base"].decimal().value_or(form.leaf.points)};
        steps.beyond = form.leaf.beyond;
        steps.above = read_side(rule["above"]);
        steps.below = read_side(rule["below"]);
        if (const Reader pass = rule["pass"]; pass.is_present()) {
            const ObjectReader range = pass.object();
            if (range.is_present() && !range.has("least") && !range.has("most")) {
                pass.problem("rule", say::pass_names);
            }
            steps.least = range["least"].percent();
            steps.most = range["most"].percent();
        }
        form.leaf.rule = std::move(steps);
    }

    /// One side of the norm; none where it is not given.
    static std::optional<StepChange> read_side(const Reader& element) {
        const ObjectReader side = element.object();
        if (!side.is_present()) {
            return std::nullopt;
        }
        const bool adds = side.has("add");
        if (adds == side.has("deduct")) {
            element.problem("rule", say::add_or_deduct);
        }
        return StepChange{side["every"].percent().value_or(Decimal{1}),
                          side[adds ? "add" : "deduct"].decimal().value_or(Decimal{}), adds,
                          side["part"].word<StepPart>().value_or(StepPart::exact),
                          side["at_most"].decimal()};
    }

    static std::string part_at(std::size_t /*part*/) { return "/rule/norm"; }

    static void slips(Slips& rule) {
        if (rule.is_number("norm")) {
            rule.number("norm", places_of_a_rate);
        } else {
            rule.expression("norm");
        }
        rule.number("base", 0);
        for (const std::string side : {"above/", "below/"}) {
            rule.number(side + "every", rule.places_of(side + "every") + 1);
            rule.number(side + "add", 0);
            rule.number(side + "deduct", 0);
            rule.words(side + "part", {"whole", "started", "exact"});
            rule.number(side + "at_most", 0);
        }
        rule.number("pass/least", places_of_a_rate);
        rule.number("pass/most", places_of_a_rate);
    }

    static std::vector<Compared> compared(const Steps& rule, json::Json /*document*/) {
        return {{"/rule/pass/least", Ratio{rule.least.value_or(Decimal{})}, Compared::As::limit},
                {"/rule/pass/most", Ratio{rule.most.value_or(Decimal{})}, Compared::As::limit}};
    }

    static std::string words(const Steps& rule, const Indicator& /*leaf*/, const Wording& say) {
        std::string words = say("按幅度加减分：达到标准值得{base}分", "{base} point{s} at the norm",
                                {{"base", text_of(rule.base)}});
        if (rule.above) {
            words += say("；每高于标准值", "; above it each") + side_words(*rule.above, say);
        }
        if (rule.below) {
            words += say("；每低于标准值", "; below it each") + side_words(*rule.below, say);
        }
        if (rule.least) {
            words += say("；低于{least}不得分", "; below {least} nothing",
                         {{"least", say.amount(Ratio{*rule.least})}});
        }
        if (rule.most) {
            words += say("；高于{most}不得分", "; above {most} nothing",
                         {{"most", say.amount(Ratio{*rule.most})}});
        }
        return words;
    }

    static std::string side_words(const StepChange& side, const Wording& say) {
        const std::string every = say.distance(Ratio{side.every});
        const std::string most = side.at_most
                                     ? say(side.adds ? "，最多加{most}分" : "，最多扣{most}分",
                                           ", at most {most}", {{"most", text_of(*side.at_most)}})
                                     : "";
        return say(side.adds ? "{every}加{points}分" : "{every}扣{points}分",
                   side.adds ? " {every} adds {points}" : " {every} costs {points}",
                   {{"every", every}, {"points", text_of(side.points)}}) +
               most + part_words(side.part, side.adds, every, say);
    }

    static void arithmetic(const Steps& rule, Told& told) {
        const auto& reason = told.by<ByNorm>();
        const std::string measure = told.say.amount(reason.measure);
        const std::string norm = told.say.amount(reason.norm);
        told.line("{subject} = {measure}，标准值 = {norm}", "{subject} = {measure}, norm = {norm}",
                  {{"subject", told.say.subject()}, {"measure", measure}, {"norm", norm}});
        if (!passes(rule, reason.measure)) {
            const bool low = rule.least && reason.measure < Ratio{*rule.least};
            told.line(low ? "{measure} < {end}，不得分" : "{measure} > {end}，不得分",
                      low ? "{measure} < {end}: no points" : "{measure} > {end}: no points",
                      {{"measure", measure},
                       {"end", told.say.amount(Ratio{low ? *rule.least : *rule.most})}});
            return;
        }
        const Ratio excess = reason.measure - reason.norm;
        const StepChange* const side = side_of(rule, excess);
        if (side == nullptr) {
            told.line("不加分、不扣分：{score}分", "nothing changes: {score} point{s}",
                      {{"score", told.scored()}});
            return;
        }
        const bool above = excess.sign() > 0;
        const Ratio steps = steps_in(abs(excess), side->every, side->part);
        told.stepped(above ? measure : norm, above ? norm : measure, abs(excess),
                     Ratio{side->every}, steps);
        changed(rule, *side, steps, told);
    }

    /// base ± steps × points = score, the bound of the side, and the floor or the points.
    static void changed(const Steps& rule, const StepChange& side, const Ratio& steps, Told& told) {
        const Points change = change_of(side, steps);
        std::string what = number_text(steps) + " × " + text_of(side.points);
        if (change != Points{side.points} * steps) {
            told.line("{what} > {most}，按{most}计", "{what} > {most}, which counts as {most}",
                      {{"what", what}, {"most", number_text(change)}});
            what = number_text(change);
        }
        const Points base{rule.base};
        const Points exact = side.adds ? base + change : base - change;
        const std::string_view sum =
            side.adds ? "{base} + {what} = {exact}" : "{base} − {what} = {exact}";
        told.line(sum, sum,
                  {{"base", text_of(rule.base)}, {"what", what}, {"exact", number_text(exact)}});
        if (exact > told.score) {
            told.line(rule.beyond.extra.is_zero() ? "超过分值，计{score}分"
                                                  : "超过最高分，计{score}分",
                      "more than there are: {score} point{s}", {{"score", told.scored()}});
        } else if (exact < told.score) {
            told.line(rule.beyond.floor.is_zero() ? "低于{floor}，扣完为止：{score}分"
                                                  : "低于{floor}，扣至下限为止：{score}分",
                      "below {floor}, where it ends: {score} point{s}",
                      {{"floor", text_of(rule.beyond.floor)}, {"score", told.scored()}});
        }
    }

    /// At the norm; each side, and its bound; what does not pass, below and above.
    static Labels points(const Steps& rule, const Indicator& /*leaf*/, const Say& say) {
        const auto side = [](const std::optional<StepChange>& given, const std::string& label) {
            return given ? label : std::string{};
        };
        const auto most = [&](const std::optional<StepChange>& given, const std::string& label) {
            return given && given->at_most ? label + say("：到上限", ": at its most")
                                           : std::string{};
        };
        const std::string above = say("高于标准值", "above the norm");
        const std::string below = say("低于标准值", "below the norm");
        return {say("不加不扣", "unchanged"),
                side(rule.above, above),
                most(rule.above, above),
                side(rule.below, below),
                most(rule.below, below),
                rule.least ? "< " + rule.least->to_string() : std::string{},
                rule.most ? "> " + rule.most->to_string() : std::string{}};
    }

    static Reached reached(const Steps& rule, const Scored& scored) {
        const ByNorm& found = *scored.by<ByNorm>();
        if (!passes(rule, found.measure)) {
            return {rule.least && found.measure < Ratio{*rule.least} ? 5U : 6U};
        }
        const Ratio excess = found.measure - found.norm;
        const StepChange* const side = side_of(rule, excess);
        const Ratio steps =
            side == nullptr ? Ratio{} : steps_in(abs(excess), side->every, side->part);
        if (steps.is_zero()) {
            return {0};
        }
        const std::size_t first = excess.sign() > 0 ? 1 : 3;
        const bool bounded = side->at_most && change_of(*side, steps) == Points{*side->at_most};
        return bounded ? Reached{first, first + 1} : Reached{first};
    }

    /// What one side of the norm gives, at these distances from it.
    static Numbers side_range(const Steps& rule, const std::optional<StepChange>& side,
                              const Numbers& distance) {
        const Numbers base = Numbers::at(Ratio{rule.base});
        if (!side || distance.empty()) {
            return distance.empty() ? Numbers{} : base;
        }
        Numbers change =
            line(steps_in_range(distance, side->every, side->part), Ratio{side->points}, Ratio{});
        if (side->at_most) {
            change = least(change, Numbers::at(Ratio{*side->at_most}));
        }
        return added(base, side->adds ? change : negated(change));
    }

    static Numbers range(const Steps& rule, const Values& values) {
        Interval pass;
        if (rule.least) {
            pass.low = Ratio{*rule.least};
            pass.low_closed = true;
        }
        if (rule.most) {
            pass.high = Ratio{*rule.most};
            pass.high_closed = true;
        }
        const Numbers& measure = values.measure.numbers;
        const Numbers& norm = values.parts.front().numbers;
        const Numbers excess = added(measure.met(pass), negated(norm));
        const Interval positive{Ratio{}, false, {}, false};
        Numbers scores = excess.met(Interval{Ratio{}, true, Ratio{}, true}).empty()
                             ? Numbers{}
                             : Numbers::at(Ratio{rule.base});
        scores = scores.joined(side_range(rule, rule.above, excess.met(positive)))
                     .joined(side_range(rule, rule.below, negated(excess).met(positive)));
        scores = greatest(least(scores, at(most_of(rule.points, rule.beyond))),
                          at(least_of(rule.beyond)));
        const bool may_fail = !measure.without(pass).empty() && !norm.empty();
        return may_fail ? scores.joined(zero()) : scores;
    }

    /// The norm, from which the measure of a what-if is counted.
    static std::vector<Ratio> thresholds(const Steps& /*rule*/) { return {Ratio{}}; }

    /// The ends of what passes; the norm, where it is no fact, the first step on each side of it,
    /// and where the base is gone or filled.
    static std::vector<Edges> edges(const Steps& rule, const Constants& parts) {
        const std::optional<Ratio>& norm = parts.front();
        std::vector<Ratio> at;
        for (const auto& end : {rule.least, rule.most}) {
            at.insert(at.end(), end ? 1 : 0, Ratio{end.value_or(Decimal{})});
        }
        at.insert(at.end(), norm ? 1 : 0, norm.value_or(Ratio{}));
        for (const int sign : {1, -1}) {
            const std::optional<StepChange>& side = sign > 0 ? rule.above : rule.below;
            if (norm && side && !side->points.is_zero()) {
                const Ratio width = Ratio{side->every} * Ratio{sign};
                at.push_back(*norm + width);
                for (const Decimal& room : rooms_of(rule, *side)) {
                    at.push_back(*norm + width * (Ratio{room} / Ratio{side->points}));
                }
            }
        }
        return {{std::nullopt, std::move(at)}};
    }

    /// What a side can change: to the points or to 0, and further where the rule may go beyond.
    static std::vector<Decimal> rooms_of(const Steps& rule, const StepChange& side) {
        if (!side.adds) {
            return rooms_below(rule.base, rule.beyond);
        }
        std::vector<Decimal> rooms{rule.points - rule.base};
        const Decimal& extra = rule.beyond.extra;
        rooms.insert(rooms.end(), extra.is_zero() ? 0 : 1, rooms.front() + extra);
        return rooms;
    }

    static bool gives_steps(const Steps& rule, const IsOn& is_on) {
        const auto side = [&](const std::optional<StepChange>& each) {
            return !each || (each->part != StepPart::exact && is_on(Ratio{each->points}) &&
                             is_on(Ratio{each->at_most.value_or(Decimal{})}));
        };
        return is_on(Ratio{rule.base}) && side(rule.above) && side(rule.below);
    }

    static std::string state(const Steps& rule, const Item& item) {
        const auto* const by = std::get_if<ByNorm>(&item.reason);
        if (by == nullptr || !passes(rule, by->measure)) {
            return by == nullptr ? "" : "failed";
        }
        const Ratio excess = by->measure - by->norm;
        const StepChange* const side = side_of(rule, excess);
        return side != nullptr && side->part != StepPart::exact
                   ? steps_in(abs(excess), side->every, side->part).to_string()
                   : "";
    }

    static void why(const Steps& rule, Sentence& s) {
        const auto& reason = s.by<ByNorm>();
        const Ratio excess = reason.measure - reason.norm;
        const StepChange* const side = side_of(rule, excess);
        const Points steps{side == nullptr ? Ratio{}
                                           : steps_in(abs(excess), side->every, side->part)};
        const bool fails = !passes(rule, reason.measure);
        const bool none = side == nullptr || steps == Points{};
        const bool low = rule.least && reason.measure < Ratio{*rule.least};
        const bool above = fails ? !low : excess.sign() > 0;
        const Ratio end{(low ? rule.least : rule.most).value_or(Decimal{})};
        const base::Distance distance = s.distance(abs(excess));
        const base::Distance every = s.distance(Ratio{side == nullptr ? Decimal{} : side->every});
        s.why(fails  ? Phrase::steps_failed
              : none ? Phrase::steps_none
                     : Phrase::steps_past,
              {{"subject", s.subject()},
               s.measured("measure", reason.measure, {&reason.norm, 1}),
               {"past", above_or_below(above, Say{s.language})},
               s.measured("end", end),
               s.measured("norm", reason.norm),
               {"excess", distance},
               {"way", above ? "高" : "低"},
               {"every", every}});
        if (!fails) {
            none ? s.why(Phrase::counts, {{"score", s.score}})
                 : why_changed(rule, *side, steps, distance, s);
        }
        recover_steps(rule, reason.norm, s);
    }

    /// What so many steps did to the base, and the score.
    static void why_changed(const Steps& rule, const StepChange& side, const Points& steps,
                            const base::Distance& distance, Sentence& s) {
        const Points base{rule.base};
        const Points change = change_of(side, steps.value());
        const bool bounded = change != Points{side.points} * steps.value();
        const base::Distance every = s.distance(Ratio{side.every});
        const std::string part =
            part_words(side.part, side.adds, every, distance.value / every.value, Say{s.language});
        s.why(side.adds ? bounded ? Phrase::steps_added_most : Phrase::steps_added
              : bounded ? Phrase::steps_deducted_most
                        : Phrase::steps_deducted,
              {{"amount", side.points}, {"part", part}, {"change", change}, {"base", base}});
        const Points exact = side.adds ? base + change : base - change;
        const Phrase most =
            rule.beyond.extra.is_zero() ? Phrase::steps_full : Phrase::steps_full_extra;
        const Phrase least =
            rule.beyond.floor.is_zero() ? Phrase::steps_floor : Phrase::steps_floor_below;
        s.why(exact > s.score   ? most
              : exact < s.score ? least
                                : Phrase::counts,
              {{"points", s.item.points}, {"score", s.score}});
    }

    /// The norm itself, or as many steps beyond it as add up to all points.
    static void recover_steps(const Steps& rule, const Ratio& norm, Sentence& s) {
        const Ratio lacking{rule.points - rule.base};
        const auto full_at = [&](const std::optional<StepChange>& side, int sign) {
            Ratio at = norm;
            if (side && side->adds && !side->points.is_zero()) {
                const Ratio steps = lacking / Ratio{side->points};
                const Ratio counted = side->part == StepPart::exact ? steps : steps.ceiling();
                at = at + counted * Ratio{side->every} * Ratio{sign};
            }
            return at;
        };
        for (const Ratio& at : {full_at(rule.above, 1), full_at(rule.below, -1)}) {
            if (score(rule, at, norm) >= Points{rule.points}) {
                return s.recover(
                    Phrase::recover_measure,
                    {{"subject", s.subject()}, s.measured("cap", at), {"lost", s.lost}});
            }
        }
    }
};

} // namespace

extern const Kind steps_kind;
const Kind steps_kind = kind<StepsKind>();

} // namespace heng::detail::rule
