// SPDX-License-Identifier: Apache-2.0
#include "base/text/nearest.hpp"
#include "document/declared_input.hpp"
#include "document/messages.hpp"
#include "document/unit_rules.hpp"

#include <heng/rubric/tree.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace heng::detail::document {
namespace {

/// What "score" says, in the order of its words.
enum class UnitScore : std::uint8_t { aggregate_first, score_first };

/// What becomes one of an input's type; the first is what a hint names.
std::vector<Aggregate> fitting(InputType type) {
    switch (type) {
    case InputType::number:
    case InputType::money:
        return {Aggregate::sum, Aggregate::mean, Aggregate::own};
    case InputType::percent:
        return {Aggregate::mean, Aggregate::own};
    case InputType::count:
        return {Aggregate::sum, Aggregate::own}; // a mean of counts is no count
    case InputType::boolean:
        return {Aggregate::all, Aggregate::any, Aggregate::own};
    case InputType::list:
        return {Aggregate::concatenate, Aggregate::own};
    default:
        return {Aggregate::own};
    }
}

/// Of a place among the words, where `none` has no word.
Aggregate aggregate_at(std::size_t place) {
    return static_cast<Aggregate>(place + 1);
}

std::string_view name_of(Aggregate aggregate) {
    return declared::aggregate.words[static_cast<std::size_t>(aggregate) - 1]; // none has no name
}

class UnitRulesReader {
  public:
    explicit UnitRulesReader(CompiledRubric& compiled) : compiled_(compiled) {}

    void run(const json::ObjectReader& rubric) {
        UnitRule rule;
        read_rule(rubric.optional("units"), rule);
        compiled_.units.weight = rule.weight;
        if (const json::Reader inputs = rubric.optional("inputs");
            inputs.is(json::JsonKind::object)) {
            for (const json::Reader declared : inputs.members()) {
                read_input(declared);
            }
        }
        read_indicators(rubric.optional("indicators"), compiled_.rubric.indicators, rule);
        std::vector<feel::SlotId>& weights = compiled_.units.weights;
        std::sort(weights.begin(), weights.end());
        weights.erase(std::unique(weights.begin(), weights.end()), weights.end());
        if (!compiled_.units.declared) {
            compiled_.units.leaves.clear();
        }
        compiled_.units.read_by_unit.resize(compiled_.inputs.size());
        mark_reads();
    }

  private:
    void read_input(const json::Reader& declared) {
        refuse_in_fields(declared.peek("of"));
        const auto found = compiled_.scope.find(declared.key());
        if (found.meaning != feel::Scope::Meaning::slot) {
            return; // what is wrong with it has been said
        }
        Input& input = compiled_.inputs[found.index];
        const json::Reader aggregate = declared.peek("aggregate");
        const json::Reader weight = declared.peek("weight");
        if (const auto written = aggregate.word_place()) {
            compiled_.units.declared = true;
            input.aggregate = aggregate_at(*written);
            check_type(aggregate, input);
        }
        if (weight.is_present() && input.aggregate != Aggregate::mean) {
            weight.problem_at_key("aggregate", say::only_mean_weight, say::add_mean);
        } else if (input.aggregate == Aggregate::mean) {
            input.weight = weight.is_present() ? weight_at(weight) : compiled_.units.weight;
            if (!input.weight && !weight.is_present() && !wrong_) {
                aggregate.problem("aggregate", say::mean_without_weight, say::add_weight_here);
            }
        }
    }

    static void check_type(const json::Reader& aggregate, const Input& input) {
        const std::vector<Aggregate> fit = fitting(input.type);
        if (std::find(fit.begin(), fit.end(), input.aggregate) != fit.end()) {
            return;
        }
        std::vector<std::string_view> known;
        for (const Aggregate each : fit) {
            known.push_back(name_of(each));
        }
        aggregate.problem(
            "aggregate",
            say::aggregate_unfit(name_of(input.aggregate), input.path, type_name(input.type)),
            say::one_of_these(text::listed(known)));
    }

    /// The records of a list become one, not their fields.
    static void refuse_in_fields(const json::Reader& of) {
        if (!of.is(json::JsonKind::object)) {
            return;
        }
        for (const json::Reader field : of.members()) {
            for (const std::string_view key : {"aggregate", "weight"}) {
                if (field.peek(key).is_present()) {
                    field.peek(key).problem_at_key("aggregate", say::field_not_aggregated,
                                                   say::aggregate_of_list);
                }
            }
            refuse_in_fields(field.peek("of"));
        }
    }

    /// The money input that a weight names.
    std::optional<feel::SlotId> weight_at(const json::Reader& weight) {
        const auto path = weight.text();
        if (!path) {
            return std::nullopt;
        }
        const auto found = compiled_.scope.find(*path);
        if (found.meaning != feel::Scope::Meaning::slot ||
            compiled_.inputs[found.index].type != InputType::money) {
            text::Nearest nearest{*path};
            for (const Input& input : compiled_.inputs) {
                if (input.type == InputType::money) {
                    nearest.consider(input.path);
                }
            }
            weight.problem("units", say::weight_is_money(*path), text::question(nearest.found()));
            return std::nullopt;
        }
        compiled_.units.weights.push_back(found.index);
        return found.index;
    }

    /// What "units" says, over what holds above it.
    void read_rule(const json::Reader& units, UnitRule& rule) {
        if (!units.is_present()) {
            return;
        }
        compiled_.units.declared = true;
        const json::ObjectReader object = units.object();
        const json::Reader weight = object["weight"];
        if (weight.is_present()) {
            rule.weight = weight_at(weight);
        }
        wrong_ = wrong_ || !object.is_present() || (weight.is_present() && !rule.weight);
        if (const auto score = object["score"].word<UnitScore>()) {
            rule.weighed = *score == UnitScore::score_first;
        }
        const json::Reader treat_as = object["treat_as"];
        rule.treat_as = treat_as.word<UnitTreatAs>().value_or(rule.treat_as);
        if (!object.is_present()) {
            return;
        }
        if (treat_as.is_present() && !rule.weighed) {
            treat_as.problem_at_key("units", say::treat_as_of_units, say::add_score_then_weight);
        }
        if (rule.weighed && !rule.weight && !wrong_) {
            units.problem("units", say::scores_without_weight, say::add_weight);
        }
    }

    /// `indicators` were read from `list`, one of each element.
    void read_indicators(const json::Reader& list, const std::vector<Indicator>& indicators,
                         const UnitRule& above) {
        if (!list.is(json::JsonKind::array)) {
            return; // which has been said
        }
        std::size_t next = 0;
        for (const json::Reader element : list.elements()) {
            if (next == indicators.size()) {
                return;
            }
            const Indicator& indicator = indicators[next++];
            UnitRule rule = above;
            read_rule(element.peek("units"), rule);
            if (indicator.not_applicable) {
                rule.unless.push_back(indicator.not_applicable->when);
                rule.all_left = indicator.not_applicable->treat_as;
            }
            if (indicator.is_branch()) {
                read_indicators(element.peek("indicators"), indicator.indicators, rule);
            } else {
                compiled_.units.leaves.emplace(indicator.id, std::move(rule));
            }
        }
    }

    void mark_reads() {
        for (const PlacedIndicator& indicator : IndicatorTree{compiled_.rubric.indicators}) {
            const auto rule = compiled_.units.leaves.find(indicator->id);
            if (rule == compiled_.units.leaves.end() || !rule->second.weighed) {
                continue;
            }
            for (const Term when : rule->second.unless) {
                mark(when);
            }
            if (indicator->measure) {
                mark(*indicator->measure);
            }
            for (const Part& part : indicator->parts) {
                mark(part.term);
            }
        }
    }

    void mark(Term term) {
        for (const feel::SlotId slot :
             compiled_.program.static_reads(compiled_.expression(term).id)) {
            compiled_.units.read_by_unit[slot] = true;
        }
    }

    CompiledRubric& compiled_;
    bool wrong_ = false; ///< a weight could not be read, and its lack need not be told
};

} // namespace

void read_unit_rules(const json::ObjectReader& rubric, CompiledRubric& compiled) {
    UnitRulesReader{compiled}.run(rubric);
}

} // namespace heng::detail::document
