// SPDX-License-Identifier: Apache-2.0
//
// What is to be known of a kind of rule beside its score, which is in heng/rule/KIND.hpp: how it is
// read, what it and its arithmetic are in words, what tests can reach, and what it can score.
//
//     struct StepKind { using Rule = Step; static void read(Form&); … };     // rule/step.cpp
//     const Kind step = kind<StepKind>();                                   // listed in kinds.cpp
//     kind_of(leaf.rule).words(leaf, say)
//         // "each 0.01 above 1 costs 0.5 points, down to 0"
//
// A new kind is heng/rule/KIND.hpp, rule/KIND.cpp, an entry in kinds.cpp, its place in heng::Rule
// and its keys in rule/declared_rules.hpp; what the list leaves out for a time is named in
// tests/tidy/kinds_test.cpp.
#pragma once

#include "base/json/json.hpp"
#include "base/say.hpp"
#include "base/sheet_text.hpp"
#include "base/words.hpp"
#include "feel/abstract.hpp"
#include "rule/form.hpp"
#include "rule/lowered.hpp"

#include <heng/rubric/indicator.hpp>
#include <heng/score/leaf_scorer.hpp>
#include <heng/score/sheet.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace heng::detail::rule {

using base::Filling;
using base::number_text;
using base::Phrase;
using base::Say;
using base::text_of;
using feel::Numbers;

/// The words of one leaf: what its measure is called, and how it is shown. A percentage is shown
/// of rates alone.
class Wording : public Say {
  public:
    Wording(const Say& say, const Indicator& leaf, const base::TermWord& word)
        : Say{say}, percent_{word.percent}, subject_{word.label.empty() ? leaf.name : word.label} {}

    [[nodiscard]] const std::string& subject() const { return subject_; }
    [[nodiscard]] bool is_percent() const { return percent_; }
    [[nodiscard]] std::string amount(const Ratio& value) const;
    /// How far two measures are apart.
    [[nodiscard]] std::string distance(const Ratio& value) const;

  private:
    bool percent_;
    std::string subject_;
};

/// The steps from what was read to the score of an item, before adjustments and rounding.
struct Told {
    const Indicator& leaf;
    const Item& item;
    const Points& score;
    const Wording& say;
    std::vector<std::string> lines{};

    void line(std::string_view zh, std::string_view en, std::initializer_list<base::Blank> blanks) {
        lines.push_back(say(zh, en, blanks));
    }
    /// "预算执行率 = 94.36%"
    void measure(const Ratio& value) {
        line("{a} = {b}", "{a} = {b}", {{"a", say.subject()}, {"b", say.amount(value)}});
    }
    [[nodiscard]] std::string points() const { return number_text(item.points); }
    [[nodiscard]] std::string scored() const { return number_text(score); }
    /// high − low = excess, and how many steps that is.
    void stepped(const std::string& high, const std::string& low, const Ratio& excess,
                 const Ratio& every, const Ratio& counted);
    /// points − what = score, and the leaf's floor where it is reached.
    void deducted(const Points& lost, const std::string& what);

    template <class By>
    [[nodiscard]] const By& by() const {
        return std::get<By>(item.reason);
    }
};

/// The sentence of one item as it is made: why it scores so, and what helps.
struct Sentence {
    const Indicator& indicator;
    Item& item;
    const Points& score; ///< what its own rule gave, exactly
    Points lost;         ///< what full marks would be worth more
    bool adjusted;       ///< an adjustment is in force, which may take what another fact wins
    Language language;
    base::TermWord word; ///< of the measure
    base::SheetText& text;
    text::Appender& why_text; ///< written here first, so that it is kept no larger than it is
    text::Appender& recover_text;
    text::Appender& spare;     ///< memory for interval()
    std::vector<Ratio>& edges; ///< memory for what a measure is told from
    bool lost_any = score < item.points && lost > Points{};
    bool none_left = score <= Points{};

    void why(Phrase which, std::initializer_list<Filling> words);
    /// Of what wins points back, where some were lost.
    void recover(Phrase which, std::initializer_list<Filling> words);
    /// Of what names a score, or a step towards one, as the rule alone gives it.
    void recover_by_rule(Phrase which, std::initializer_list<Filling> words);
    [[nodiscard]] bool chinese() const { return language == Language::zh; }
    [[nodiscard]] std::string_view separator() const { return chinese() ? "；" : "; "; }
    /// The name of the measure: the fact, where it is one fact as it stands, or the indicator.
    [[nodiscard]] std::string_view subject() const {
        return word.label.empty() ? std::string_view{indicator.name} : word.label;
    }
    [[nodiscard]] base::Distance distance(const Ratio& value) const {
        return {value, word.percent};
    }
    /// In as few places as tell it from each of `from`.
    [[nodiscard]] Filling measured(std::string_view name, const Ratio& value,
                                   std::span<const Ratio> from = {}) const {
        return word.percent ? Filling{name, base::Rate{value, from}}
                            : Filling{name, base::Measure{value, from}};
    }
    [[nodiscard]] const std::string& label(std::size_t part) const;
    [[nodiscard]] std::string_view interval(const Interval& in) const; ///< until asked again

    template <class By>
    [[nodiscard]] const By& by() const {
        return std::get<By>(item.reason);
    }
};

using Labels = std::vector<std::string>;
using Reached = std::vector<std::size_t>; ///< indexes of Labels

/// An item of a sheet that a rule scored.
struct Scored {
    const ScoreSheet& sheet;
    std::size_t index;

    template <class By>
    [[nodiscard]] const By* by() const {
        return std::get_if<By>(&sheet.items[index].reason);
    }
    [[nodiscard]] const Ratio& measure() const { return by<ByMeasure>()->measure; }
};

/// What the measure and the parts of a leaf can be.
struct Values {
    /// What a person gives; one that follows is the nearest score of the band that holds.
    struct Assessed {
        Points score;
        bool follows = false;
    };

    feel::Abstract measure{};
    std::vector<feel::Abstract> parts{};
    std::optional<Assessed> assessed{}; ///< empty: any score that a person can give
};

/// What terms are that read no fact, in the order of the parts.
using Constants = std::vector<std::optional<Ratio>>;

/// Values of the measure, or of a part, where the rule changes its way.
struct Edges {
    std::optional<std::size_t> part;
    std::vector<Ratio> at;
};

/// A number with which a measure is compared, where the document has it.
struct Compared {
    enum class As : std::uint8_t {
        value,
        width, ///< of a step, which of a share is below 100 %
        limit, ///< may be as small as it likes
    };

    std::string at; ///< below the indicator
    Ratio value;
    As as = As::value;
};

/// Whether a score is a multiple of the step to which the rubric rounds.
using IsOn = std::function<bool(const Ratio&)>;

/// Null is nothing to tell: no edges, no thresholds, no steps, no state.
struct Kind {
    void (*read)(Form& form);
    std::string (*words)(const Indicator& leaf, const Wording& say);
    void (*arithmetic)(Told& told);
    void (*why)(Sentence& sentence);
    /// What facts can make the rule do, in the order in which `reached` counts it.
    Labels (*points)(const Indicator& leaf, const Say& say);
    Reached (*reached)(const Indicator& leaf, const Scored& scored);
    /// The image of the measure or the parts under the rule, exact for one measure; null where
    /// facts beside them decide (assessed, targets). What can't be scored is left out.
    Numbers (*range)(const Indicator& leaf, const Values& values);
    std::vector<Edges> (*edges)(const Indicator& leaf, const Constants& parts);
    /// Measures at which a search looks on both sides.
    std::vector<Ratio> (*thresholds)(const Rule& rule);
    /// Whether all of its scores are on the steps of rounding.
    bool (*gives_steps)(const Indicator& leaf, const IsOn& is_on);
    /// What about an item's score is one thing or another, rather than more or less.
    std::string (*state)(const Rule& rule, const Item& item);
    void (*slips)(Slips& rule);
    /// In the order in which they are looked at.
    std::vector<Compared> (*compared)(const Rule& rule, json::Json document);
    /// The score of a measure, against a norm if the kind has one; empty if no band covers it.
    std::optional<Points> (*score)(const Rule& rule, const Ratio& measure, const Ratio& norm);
    /// The scores that a person can give for measures; empty where the rule alone scores them.
    std::optional<AssessedRange> (*assessed)(const Rule& rule, Numbers measures);
    lowered::Rule (*lowered)(const Rule& rule);
    std::vector<std::string> (*texts)(const Rule& rule); ///< that the measure may be
    std::string_view measure_at;                         ///< below the indicator
    std::string (*part_at)(std::size_t part);
    bool is_smooth; ///< a little more of a measure is a little more of the score
    bool is_share;  ///< the score is the measure's share of the points, as far as a cap
    bool is_score;  ///< the measure is in points
    bool deducts;   ///< takes points off, down to the floor
    bool adds_up;   ///< what several units lose together is the sum of what each loses
};

/// The questions that other folders ask of a kind beside its words.
template <class K>
constexpr void describe(Kind& made) {
    using R = typename K::Rule;
    made.measure_at = "/measure";
    if constexpr (requires { K::measure_at; }) {
        made.measure_at = K::measure_at;
    }
    if constexpr (requires { &K::part_at; }) {
        made.part_at = &K::part_at;
    }
    if constexpr (requires { &K::slips; }) {
        made.slips = &K::slips;
    }
    if constexpr (requires { &K::compared; }) {
        made.compared = [](const Rule& rule, json::Json document) {
            return K::compared(std::get<R>(rule), document);
        };
    }
    if constexpr (NormedRule<R>) {
        made.score = [](const Rule& rule, const Ratio& measure, const Ratio& norm) {
            return std::optional{heng::score(std::get<R>(rule), measure, norm)};
        };
    } else if constexpr (MeasuredRule<R> || BandedRule<R>) {
        made.score = [](const Rule& rule, const Ratio& measure, const Ratio& /*norm*/) {
            return std::optional<Points>{heng::score(std::get<R>(rule), measure)};
        };
    }
    if constexpr (requires { &K::assessed; }) {
        made.assessed = [](const Rule& rule, Numbers measures) {
            return K::assessed(std::get<R>(rule), std::move(measures));
        };
    }
    if constexpr (requires { &K::lowered; }) {
        made.lowered = [](const Rule& rule) {
            return lowered::Rule{K::lowered(std::get<R>(rule))};
        };
    } else if constexpr (NormedRule<R> || MeasuredRule<R>) {
        made.lowered = [](const Rule& /*rule*/) {
            return lowered::Rule{lowered::Asked{}};
        };
    }
    if constexpr (requires { &K::texts; }) {
        made.texts = [](const Rule& rule) {
            return K::texts(std::get<R>(rule));
        };
    }
    made.is_smooth = requires {
        K::is_smooth;
    };
    if constexpr (requires(const R& rule) { K::lowered(rule); }) {
        made.is_share =
            std::is_same_v<decltype(K::lowered(std::declval<const R&>())), lowered::Share>;
    }
    made.is_score = requires {
        K::is_score;
    };
    made.deducts = requires {
        K::deducts;
    };
    made.adds_up = requires {
        K::adds_up;
    };
}

/// The table of a kind, from a struct whose static functions take the kind's own rule first.
template <class K>
[[nodiscard]] constexpr Kind kind() {
    Kind made{};
    made.read = &K::read;
    made.words = [](const Indicator& leaf, const Wording& say) {
        return K::words(std::get<typename K::Rule>(leaf.rule), leaf, say);
    };
    made.arithmetic = [](Told& told) {
        K::arithmetic(std::get<typename K::Rule>(told.leaf.rule), told);
    };
    made.why = [](Sentence& sentence) {
        K::why(std::get<typename K::Rule>(sentence.indicator.rule), sentence);
    };
    made.points = [](const Indicator& leaf, const Say& say) -> Labels {
        return K::points(std::get<typename K::Rule>(leaf.rule), leaf, say);
    };
    made.reached = [](const Indicator& leaf, const Scored& scored) -> Reached {
        return K::reached(std::get<typename K::Rule>(leaf.rule), scored);
    };
    if constexpr (requires { &K::range; }) {
        made.range = [](const Indicator& leaf, const Values& values) {
            return K::range(std::get<typename K::Rule>(leaf.rule), values);
        };
    }
    if constexpr (requires { &K::edges; }) {
        made.edges = [](const Indicator& leaf, const Constants& parts) {
            return K::edges(std::get<typename K::Rule>(leaf.rule), parts);
        };
    }
    if constexpr (requires { &K::thresholds; }) {
        made.thresholds = [](const Rule& rule) {
            return K::thresholds(std::get<typename K::Rule>(rule));
        };
    }
    if constexpr (requires { &K::gives_steps; }) {
        made.gives_steps = [](const Indicator& leaf, const IsOn& is_on) {
            return K::gives_steps(std::get<typename K::Rule>(leaf.rule), is_on);
        };
    }
    if constexpr (requires { &K::state; }) {
        made.state = [](const Rule& rule, const Item& item) {
            return K::state(std::get<typename K::Rule>(rule), item);
        };
    }
    describe<K>(made);
    return made;
}

/// Of a rule that is not a branch.
[[nodiscard]] const Kind& kind_of(const Rule& rule);

/// The kind for a word of rubric/1; "" is a branch, of which there is nothing to tell.
[[nodiscard]] const Kind& kind_named(std::string_view word);

/// The kind at this place among the words of rubric/1: declared::rules.
[[nodiscard]] const Kind& kind_at(std::size_t place);

/// A rule that scores full marks, or nothing, whatever the facts are.
[[nodiscard]] Rule always_full(const Decimal& points);
[[nodiscard]] Rule always_none(const Decimal& points);

// What several kinds have in common.

/// The part as the rubric names it.
[[nodiscard]] const std::string& label_of(const Indicator& leaf, std::size_t part);

/// "，不足1个百分点不扣": what a part of a step is worth. `every`: the width of a step.
[[nodiscard]] std::string part_words(StepPart part, bool adds, std::string_view every,
                                     const Say& say);
/// The same of so many steps, "" where there is no part of one.
[[nodiscard]] std::string part_words(StepPart part, bool adds, const base::Distance& every,
                                     const Ratio& steps, const Say& say);
/// "，扣完为止", or how far below 0 deductions go.
[[nodiscard]] std::string floor_words(const Beyond& beyond, const Say& say);
/// "扣完", or the floor below 0: what tests reach at the end of deductions.
[[nodiscard]] std::string floor_label(const Beyond& beyond, const Say& say);
[[nodiscard]] inline std::string_view above_or_below(bool above, const Say& say) {
    return say.chinese() ? (above ? "超出" : "低于") : (above ? "above" : "below");
}

/// "在80%（含）～90%之间", "from 80% to below 90%": exactly, no number is rounded.
[[nodiscard]] std::string interval_words(const Interval& in, bool percent, const Say& say);

template <class Each, class Words>
[[nodiscard]] std::string listed(const Each& each, const Say& say, Words words) {
    std::string list;
    for (const auto& one : each) {
        list += (list.empty() ? "" : say("；", "; ")) + words(one);
    }
    return list;
}

/// Below `least`, between, or from `most` on.
[[nodiscard]] inline Reached in_three(const Ratio& measure, const Ratio& least, bool least_is_below,
                                      const Ratio& most) {
    const bool below = least_is_below ? measure <= least : measure < least;
    return {below ? 0U : measure < most ? 1U : 2U};
}

/// Two for each item: whether it held, and whether not.
[[nodiscard]] Reached reached_items(const ByItems& items);

/// One number of points, and none.
[[nodiscard]] inline Numbers at(const Points& points) {
    return Numbers::at(points.value());
}
[[nodiscard]] inline Numbers zero() {
    return Numbers::at(Ratio{});
}
/// a × x + b
[[nodiscard]] inline Numbers line(const Numbers& x, const Ratio& a, const Ratio& b) {
    return added(multiplied(x, Numbers::at(a)), Numbers::at(b));
}
/// What deductions from so many points can take: the points, and to the floor where it is below 0.
[[nodiscard]] inline std::vector<Decimal> rooms_below(const Decimal& points, const Beyond& beyond) {
    std::vector<Decimal> rooms{points};
    rooms.insert(rooms.end(), beyond.floor.is_zero() ? 0 : 1, points - beyond.floor);
    return rooms;
}
/// How many steps are in these distances (>= 0).
[[nodiscard]] Numbers steps_in_range(const Numbers& distance, const Decimal& every, StepPart part);

} // namespace heng::detail::rule
