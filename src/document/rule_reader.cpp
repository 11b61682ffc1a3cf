// SPDX-License-Identifier: Apache-2.0
#include "document/rule_reader.hpp"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heng::document {
namespace {

using feel::ExpectedType;

template <class Enum, std::size_t N>
using Words = std::array<Word<Enum>, N>;

/// The reader of one rule: a function a kind, which reads the keys that the kind has.
class RuleReader {
  public:
    RuleReader(ExpressionReader& expressions, const ObjectReader& indicator, const Reader& rule,
               Indicator& leaf)
        : expressions_(expressions), indicator_(indicator), rule_(rule), leaf_(leaf) {}

    void run() {
        using Read = void (RuleReader::*)();
        constexpr Words<Read, std::variant_size_v<Rule> - 1> kinds{
            {{"proportional", &RuleReader::proportional},
             {"bands", &RuleReader::bands},
             {"interpolate", &RuleReader::interpolate},
             {"step", &RuleReader::step},
             {"occurrences", &RuleReader::occurrences},
             {"checklist", &RuleReader::checklist},
             {"condition", &RuleReader::condition},
             {"categories", &RuleReader::categories},
             {"targets", &RuleReader::targets},
             {"assessed", &RuleReader::assessed},
             {"formula", &RuleReader::formula},
             {"steps", &RuleReader::steps},
             {"tally", &RuleReader::tally}}};
        if (!rule_.is(JsonKind::object)) {
            (void)rule_.object("a rule", {}); // says what is wrong with its type
            return;
        }
        const Reader kind = rule_.peek("kind");
        if (!kind.is_present()) {
            rule_.problem("missing-key", "the rule has no \"kind\"");
        } else if (const auto read = kind.word(kinds)) {
            (this->**read)();
        }
    }

  private:
    ObjectReader keys(std::initializer_list<std::string_view> known) const {
        return rule_.object("a rule of this kind", known);
    }

    /// "measure" stands beside "rule". A rule without the measure it needs is no rule.
    void measure(ExpectedType expected) {
        const Reader text = indicator_.optional("measure");
        if (!text.is_present()) {
            rule_.problem("rule", "this kind of rule needs a \"measure\"",
                          "put \"measure\": \"…\" beside \"rule\"");
        }
        leaf_.measure = expressions_.term(text, expected);
    }

    void no_measure() const {
        if (indicator_.has("measure")) {
            indicator_.optional("measure").problem_at_key("rule",
                                                          "this kind of rule takes no \"measure\"");
        }
    }

    void proportional() {
        const ObjectReader rule = keys({"kind", "cap", "pass", "if_zero_denominator"});
        measure(ExpectedType::number);
        constexpr Words<ZeroDenominator, 3> words{{{"full", ZeroDenominator::full},
                                                   {"zero", ZeroDenominator::zero},
                                                   {"error", ZeroDenominator::error}}};
        leaf_.rule = Proportional{
            leaf_.points, rule.optional("cap").decimal().value_or(Decimal{1}),
            rule.optional("pass").percent(),
            rule.optional("if_zero_denominator").word(words).value_or(ZeroDenominator::error)};
    }

    void bands() {
        const ObjectReader rule = keys({"kind", "bands"});
        measure(ExpectedType::number);
        Bands bands{leaf_.points, {}};
        for (const Reader element : rule.required("bands").elements()) {
            read_band(element, bands);
        }
        leaf_.rule = std::move(bands);
    }

    void read_band(const Reader& element, Bands& bands) {
        const ObjectReader band = element.object("a band", {"in", "score", "rate", "label"});
        if (!band.is_present()) {
            return;
        }
        if (band.has("score") == band.has("rate")) {
            element.problem("band", "a band has either a \"score\" or a \"rate\"");
        }
        (void)band.optional("label").text(); // for people alone
        const auto in = expressions_.intervals(band.required("in"));
        const auto score = band.optional("score").decimal();
        const auto rate = band.optional("rate").percent();
        if (!in || (!score && !rate)) {
            return;
        }
        const Points points = score ? Points{*score} : Points{leaf_.points} * Ratio{*rate};
        for (const Interval& interval : *in) {
            bands.bands.push_back({interval, points});
        }
    }

    void interpolate() {
        const ObjectReader rule = keys({"kind", "knots"});
        measure(ExpectedType::number);
        Interpolate line{leaf_.points, {}};
        for (const Reader element : rule.required("knots").elements()) {
            std::vector<Reader> pair;
            for (const Reader number : element.elements()) {
                pair.push_back(number);
            }
            if (pair.size() != 2) {
                element.problem("rule", "a knot is [measure, score]");
                continue;
            }
            const auto x = pair[0].percent();
            const auto y = pair[1].decimal();
            if (x && y) {
                line.knots.push_back({Ratio{*x}, Points{*y}});
            }
        }
        leaf_.rule = std::move(line);
    }

    static constexpr Words<StepPart, 3> step_parts{
        {{"whole", StepPart::whole}, {"started", StepPart::started}, {"exact", StepPart::exact}}};

    void step() {
        const ObjectReader rule = keys({"kind", "norm", "side", "every", "deduct", "part"});
        measure(ExpectedType::number);
        constexpr Words<Side, 2> sides{{{"above", Side::above}, {"below", Side::below}}};
        leaf_.rule = Step{leaf_.points,
                          rule.required("norm").percent().value_or(Decimal{}),
                          rule.required("side").word(sides).value_or(Side::above),
                          rule.required("every").percent().value_or(Decimal{1}),
                          rule.required("deduct").decimal().value_or(Decimal{}),
                          rule.required("part").word(step_parts).value_or(StepPart::exact)};
    }

    /// A counted kind or an item: its words and its term.
    void part(const ObjectReader& from, std::string_view key, ExpectedType expected) {
        leaf_.parts.push_back({std::string{from.optional("id").text().value_or("")},
                               std::string{from.optional("label").text().value_or("")},
                               expressions_.term(from.required(key), expected).value_or(Term{})});
    }

    void occurrences() {
        const ObjectReader rule = keys({"kind", "each", "none_from"});
        no_measure();
        Occurrences occurrences{leaf_.points, {}};
        for (const Reader element : rule.required("each").elements()) {
            const ObjectReader each =
                element.object("what is counted", {"id", "count", "deduct", "at_most", "label"});
            part(each, "count", ExpectedType::number);
            occurrences.each.push_back({each.required("deduct").decimal().value_or(Decimal{}),
                                        each.optional("at_most").decimal()});
        }
        occurrences.none_from = rule.optional("none_from").decimal();
        leaf_.rule = std::move(occurrences);
    }

    void checklist() {
        const ObjectReader rule = keys({"kind", "items"});
        no_measure();
        Checklist checklist{leaf_.points, {}};
        for (const Reader element : rule.required("items").elements()) {
            const ObjectReader item =
                element.object("an item of a checklist", {"id", "label", "when", "score"});
            part(item, "when", ExpectedType::boolean);
            checklist.items.push_back(item.required("score").decimal().value_or(Decimal{}));
        }
        leaf_.rule = std::move(checklist);
    }

    void condition() {
        const ObjectReader rule = keys({"kind", "when"});
        no_measure();
        leaf_.measure = expressions_.term(rule.required("when"), ExpectedType::boolean);
        leaf_.rule = Condition{leaf_.points};
    }

    void categories() {
        const ObjectReader rule = keys({"kind", "scores"});
        measure(ExpectedType::text);
        Categories categories{leaf_.points, {}};
        for (const Reader score : rule.required("scores").members()) {
            if (const auto points = score.decimal()) {
                categories.categories.push_back({std::string{score.key()}, Points{*points}});
            }
        }
        leaf_.rule = std::move(categories);
    }

    void targets() {
        const ObjectReader rule = keys({"kind", "rows", "weights", "dialect", "far_above"});
        no_measure();
        constexpr Words<Weights, 2> weights{
            {{"equal", Weights::equal}, {"points", Weights::points}}};
        constexpr Words<Dialect, 2> dialects{
            {{"80-60", Dialect::from_80_60}, {"80-50", Dialect::from_80_50}}};
        leaf_.measure = expressions_.term(rule.required("rows"), ExpectedType::list);
        Targets targets;
        targets.points = leaf_.points;
        targets.weights = rule.required("weights").word(weights).value_or(Weights::equal);
        targets.dialect = rule.optional("dialect").word(dialects).value_or(Dialect::from_80_60);
        if (rule.has("far_above")) {
            const ObjectReader far =
                rule.optional("far_above").object("\"far_above\"", {"from", "deduct"});
            targets.far_above = FarAbove{far.required("from").percent().value_or(Decimal{1}),
                                         far.required("deduct").decimal().value_or(Decimal{})};
        }
        leaf_.rule = std::move(targets);
    }

    void assessed() {
        (void)keys({"kind"});
        no_measure();
        leaf_.rule = Assessed{leaf_.points};
    }

    void formula() {
        const ObjectReader rule = keys({"kind", "score", "floor", "cap"});
        no_measure();
        leaf_.measure = expressions_.term(rule.required("score"), ExpectedType::number);
        leaf_.rule = Formula{leaf_.points, rule.optional("floor").decimal().value_or(Decimal{}),
                             rule.optional("cap").decimal()};
    }

    void steps() {
        const ObjectReader rule = keys({"kind", "base", "norm", "above", "below", "pass"});
        measure(ExpectedType::number);
        leaf_.parts.push_back(
            {"norm", "", expressions_.number(rule.required("norm")).value_or(Term{})});
        Steps steps{leaf_.points, rule.optional("base").decimal().value_or(leaf_.points)};
        steps.above = side(rule.optional("above"));
        steps.below = side(rule.optional("below"));
        if (const Reader pass = rule.optional("pass"); pass.is_present()) {
            const ObjectReader range = pass.object("\"pass\"", {"least", "most"});
            if (range.is_present() && !range.has("least") && !range.has("most")) {
                pass.problem("rule", "\"pass\" names \"least\", \"most\" or both");
            }
            steps.least = range.optional("least").percent();
            steps.most = range.optional("most").percent();
        }
        leaf_.rule = std::move(steps);
    }

    void tally() {
        const ObjectReader rule = keys({"kind", "each", "at_most"});
        measure(ExpectedType::number);
        leaf_.rule = Tally{leaf_.points, rule.required("each").decimal().value_or(Decimal{}),
                           rule.optional("at_most").decimal()};
    }

    /// One side of the norm; none where it is not given.
    static std::optional<StepChange> side(const Reader& element) {
        const ObjectReader side =
            element.object("a side of the norm", {"every", "add", "deduct", "part", "at_most"});
        if (!side.is_present()) {
            return std::nullopt;
        }
        const bool adds = side.has("add");
        if (adds == side.has("deduct")) {
            element.problem("rule", "a side has either an \"add\" or a \"deduct\"");
        }
        return StepChange{side.required("every").percent().value_or(Decimal{1}),
                          side.optional(adds ? "add" : "deduct").decimal().value_or(Decimal{}),
                          adds, side.required("part").word(step_parts).value_or(StepPart::exact),
                          side.optional("at_most").decimal()};
    }

    ExpressionReader& expressions_;
    const ObjectReader& indicator_;
    Reader rule_;
    Indicator& leaf_;
};

} // namespace

void read_rule(ExpressionReader& expressions, const ObjectReader& indicator, const Reader& rule,
               Indicator& leaf) {
    RuleReader{expressions, indicator, rule, leaf}.run();
}

} // namespace heng::document
