// SPDX-License-Identifier: Apache-2.0
//
// The list of the kinds, and what several of them have in common.
#include "rule/declared_rules.hpp"
#include "rule/kind.hpp"
#include "rule/messages.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>

namespace heng::detail::rule {

// each in the file of its name
extern const Kind proportional_kind;
extern const Kind bands_kind;
extern const Kind interpolate_kind;
extern const Kind step_kind;
extern const Kind occurrences_kind;
extern const Kind checklist_kind;
extern const Kind condition_kind;
extern const Kind categories_kind;
extern const Kind targets_kind;
extern const Kind assessed_kind;
extern const Kind formula_kind;
extern const Kind steps_kind;
extern const Kind tally_kind;

namespace {

/// In the order of heng::Rule, whose first is a branch.
constexpr const Kind* kinds[] = {
    &proportional_kind, &bands_kind,     &interpolate_kind, &step_kind,    &occurrences_kind,
    &checklist_kind,    &condition_kind, &categories_kind,  &targets_kind, &assessed_kind,
    &formula_kind,      &steps_kind,     &tally_kind};
static_assert(std::size(kinds) == std::variant_size_v<Rule> - 1);
static_assert(std::size(kinds) == declared::rules.size());

constexpr bool are_declared() {
    std::size_t next = 1;
    for (const std::string_view word : declared::rule_kind.words) {
        if (next == rule_names.size() || rule_names[next++] != word) {
            return false;
        }
    }
    return next == rule_names.size();
}
static_assert(are_declared());

} // namespace

const Kind& kind_of(const Rule& rule) {
    return *kinds[rule.index() - 1];
}

const Kind& kind_named(std::string_view word) {
    static constexpr Kind branch{};
    const auto name = std::find(rule_names.begin() + 1, rule_names.end(), word);
    return name == rule_names.end() ? branch : *kinds[name - rule_names.begin() - 1];
}

const Kind& kind_at(std::size_t place) {
    return *kinds[place];
}

void Form::measure(feel::ExpectedType expected) const {
    const Reader text = indicator.optional("measure");
    if (!text.is_present()) {
        rule.problem("rule", say::needs_measure, say::measure_beside);
    }
    leaf.measure = terms.term(text, expected);
}

void Form::no_measure() const {
    if (indicator.has("measure")) {
        indicator.optional("measure").problem_at_key("rule", say::takes_no_measure);
    }
}

void Form::part(const ObjectReader& from, std::string_view key, feel::ExpectedType expected) const {
    leaf.parts.push_back({std::string{from["id"].text().value_or("")},
                          std::string{from["label"].text().value_or("")},
                          terms.term(from[key], expected).value_or(Term{})});
}

void Told::stepped(const std::string& high, const std::string& low, const Ratio& excess,
                   const Ratio& every, const Ratio& counted) {
    const std::string distance = say.distance(excess);
    line("{high} − {low} = {excess}", "{high} − {low} = {excess}",
         {{"high", high}, {"low", low}, {"excess", distance}});
    line("{excess} ÷ {every} = {all}，计{steps}个幅度",
         "{excess} ÷ {every} = {all}, counted as {steps} step{s}",
         {{"excess", distance},
          {"every", say.distance(every)},
          {"all", number_text(excess / every)},
          {"steps", number_text(counted)}});
}

void Told::deducted(const Points& lost, const std::string& what) {
    const Points left = item.points - lost;
    line("{points} − {what} = {left}", "{points} − {what} = {left}",
         {{"points", points()}, {"what", what}, {"left", number_text(left)}});
    const Beyond& beyond = leaf.beyond;
    if (left != score && beyond.floor.is_zero()) {
        line("低于0，扣完为止：{score}分", "below 0, where it ends: {score} point{s}",
             {{"score", scored()}});
    } else if (left != score) {
        line("低于{floor}，最多倒扣{below}分：{score}分",
             "below {floor}, where it ends: {score} point{s}",
             {{"floor", text_of(beyond.floor)},
              {"below", text_of(-beyond.floor)},
              {"score", scored()}});
    }
}

void Sentence::why(Phrase which, std::initializer_list<Filling> words) {
    write(why_text, base::pattern(language, which), words, language);
}

void Sentence::recover(Phrase which, std::initializer_list<Filling> words) {
    if (lost_any) {
        write(recover_text, base::pattern(language, which), words, language);
    }
}

void Sentence::recover_by_rule(Phrase which, std::initializer_list<Filling> words) {
    if (!adjusted) {
        recover(which, words);
    }
}

const std::string& Sentence::label(std::size_t part) const {
    return label_of(indicator, part);
}

const std::string& label_of(const Indicator& leaf, std::size_t part) {
    const Part& named = leaf.parts[part];
    return named.label.empty() ? named.id.empty() ? leaf.name : named.id : named.label;
}

std::string Wording::amount(const Ratio& value) const {
    std::string text;
    percent_ ? base::write_behind(text, base::Rate{value}, language())
             : base::write_behind(text, base::Measure{value}, language());
    return text;
}

std::string Wording::distance(const Ratio& value) const {
    std::string text;
    base::write_behind(text, base::Distance{value, percent_}, language());
    return text;
}

std::string part_words(StepPart part, bool adds, const base::Distance& every, const Ratio& steps,
                       const Say& say) {
    if (part == StepPart::exact || steps.is_whole()) {
        return {};
    }
    std::string width;
    base::write_behind(width, every, say.language());
    return part_words(part, adds, width, say);
}

std::string part_words(StepPart part, bool adds, std::string_view every, const Say& say) {
    const std::string width{every};
    switch (part) {
    case StepPart::whole:
        return say(adds ? "，不足{every}不加" : "，不足{every}不扣", ", whole steps only",
                   {{"every", width}});
    case StepPart::started:
        return say("，不足{every}按{every}计", ", a step begun counts whole", {{"every", width}});
    case StepPart::exact:
        break;
    }
    return say(adds ? "，不足{every}按比例加" : "，不足{every}按比例扣", ", parts in proportion",
               {{"every", width}});
}

std::string floor_words(const Beyond& beyond, const Say& say) {
    return beyond.floor.is_zero()
               ? say("，扣完为止", ", down to 0")
               : say("，扣完后倒扣，最多倒扣{below}分", ", down to {floor}",
                     {{"floor", text_of(beyond.floor)}, {"below", text_of(-beyond.floor)}});
}

std::string floor_label(const Beyond& beyond, const Say& say) {
    return beyond.floor.is_zero()
               ? say("扣完", "down to 0")
               : say("扣至下限 {floor}", "down to {floor}", {{"floor", beyond.floor.to_string()}});
}

namespace {

/// The words of an interval by which of its ends are in it.
struct IntervalPatterns {
    base::Pattern open;
    base::Pattern low_closed;
    base::Pattern high_closed;
    base::Pattern closed;
};

struct IntervalWords {
    base::Pattern rest;    ///< no end
    IntervalPatterns from; ///< no high end
    IntervalPatterns to;   ///< no low end
    base::Pattern point;
    IntervalPatterns between;
};

using base::Pattern;

constexpr IntervalWords interval_zh{
    Pattern{"属其余情况"},
    {Pattern{"高于{low}"}, Pattern{"不低于{low}"}, Pattern{"高于{low}"}, Pattern{"不低于{low}"}},
    {Pattern{"低于{high}"}, Pattern{"低于{high}"}, Pattern{"不高于{high}"},
     Pattern{"不高于{high}"}},
    Pattern{"等于{low}"},
    {Pattern{"在{low}～{high}之间（不含两端）"}, Pattern{"在{low}（含）～{high}之间"},
     Pattern{"在{low}～{high}（含）之间"}, Pattern{"在{low}（含）～{high}（含）之间"}}};

constexpr IntervalWords interval_en{
    Pattern{"in no other band"},
    {Pattern{"above {low}"}, Pattern{"at least {low}"}, Pattern{"above {low}"},
     Pattern{"at least {low}"}},
    {Pattern{"below {high}"}, Pattern{"below {high}"}, Pattern{"at most {high}"},
     Pattern{"at most {high}"}},
    Pattern{"exactly {low}"},
    {Pattern{"above {low} and below {high}"}, Pattern{"from {low} to below {high}"},
     Pattern{"above {low} and at most {high}"}, Pattern{"from {low} to {high}"}}};

const Pattern& pattern_of(const Interval& in, const IntervalWords& words) {
    if (!in.low && !in.high) {
        return words.rest;
    }
    if (in.low && in.high && *in.low == *in.high) {
        return words.point;
    }
    const IntervalPatterns& among = !in.high ? words.from : !in.low ? words.to : words.between;
    return in.low_closed    ? in.high_closed ? among.closed : among.low_closed
           : in.high_closed ? among.high_closed
                            : among.open;
}

void write_interval(text::Appender& out, const Interval& in, bool percent, Language language) {
    const auto end = [percent](std::string_view name, const std::optional<Ratio>& value) {
        return !value    ? Filling{name, std::string_view{}}
               : percent ? Filling{name, base::Rate{*value}}
                         : Filling{name, base::Exact{*value}};
    };
    const IntervalWords& words = language == Language::zh ? interval_zh : interval_en;
    write(out, pattern_of(in, words), {end("low", in.low), end("high", in.high)}, language);
}

} // namespace

std::string interval_words(const Interval& in, bool percent, const Say& say) {
    constexpr std::size_t usual = 64;
    std::string words;
    {
        text::Appender out{words, usual};
        write_interval(out, in, percent, say.language());
    }
    return words;
}

std::string_view Sentence::interval(const Interval& in) const {
    spare.clear();
    write_interval(spare, in, word.percent, language);
    return spare.written();
}

Reached reached_items(const ByItems& items) {
    Reached found;
    for (const bool each : items.held) {
        found.push_back(2 * found.size() + (each ? 0 : 1));
    }
    return found;
}

Numbers steps_in_range(const Numbers& distance, const Decimal& every, StepPart part) {
    const Numbers exact = line(distance, inverse(Ratio{every}), Ratio{});
    return part == StepPart::exact
               ? exact
               : rounded(exact, 0, part == StepPart::whole ? Rounding::floor : Rounding::ceiling);
}

} // namespace heng::detail::rule
