// SPDX-License-Identifier: Apache-2.0
#include "base/phrases.hpp"
#include "base/text/utf8.hpp"
#include "document/messages.hpp"
#include "document/target_record.hpp"
#include "facts/unit_facts.hpp"
#include "rule/kind.hpp"

#include <heng/rubric/tree.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace heng::detail::facts {
namespace {

using feel::SlotId;
using feel::Value;

/// Of a hostile document: units × (inputs + leaves).
constexpr std::size_t most_work = 200'000;

class Department {
  public:
    Department(const json::Reader& list, const document::CompiledRubric& rubric,
               std::vector<LoadedFacts> units, LoadedFacts& whole)
        : list_(list), rubric_(rubric), whole_(whole) {
        units_.reserve(units.size() + 1);
        units_.push_back(whole); // the department's own
        units_.front().diagnostics.clear();
        for (LoadedFacts& unit : units) {
            units_.push_back(std::move(unit));
        }
    }

    void run() {
        check_names();
        list_unread();
        for (LoadedFacts& unit : units_) {
            std::move(unit.diagnostics.begin(), unit.diagnostics.end(),
                      std::back_inserter(whole_.diagnostics));
            unit.diagnostics.clear();
        }
        if (has_no_data_) {
            return; // which has been said
        }
        for (const SlotId weight : rubric_.units.weights) {
            check_weight(weight);
        }
        for (SlotId slot = 0; slot < rubric_.inputs.size(); ++slot) {
            if (document::is_aggregated(rubric_.inputs[slot])) {
                whole_.slots[slot] = value_of(slot);
                whole_.places[slot].reset();
            } else if (rubric_.inputs[slot].aggregate == document::Aggregate::own) {
                hand_down(slot);
            }
        }
        share_assessments();
        units_.front().subject_name.clear();
        whole_.units = std::make_shared<const std::vector<LoadedFacts>>(std::move(units_));
    }

  private:
    [[nodiscard]] json::Reader reader(json::Json value) const { return {value, list_.problems()}; }

    void check_names() {
        std::map<std::string, bool, std::less<>> names;
        for (std::size_t i = 0; i < units_.size(); ++i) {
            const LoadedFacts& unit = units_[i];
            if (unit.slots.size() != rubric_.inputs.size()) {
                has_no_data_ = true; // it is no object
            } else if (i == 0) {
                continue;
            } else if (unit.subject_name.empty()) {
                reader(*unit.part)
                    .problem("units", document::say::unit_needs_name, document::say::add_subject);
            } else if (!names.emplace(unit.subject_name, true).second) {
                reader(*unit.part)
                    .problem("units", document::say::two_units(text::shortened(unit.subject_name)),
                             document::say::name_once);
            }
        }
    }

    [[nodiscard]] text::Words name_of(std::size_t unit) const {
        return unit == 0 ? document::say::own_part()
                         : document::say::the_unit(text::shortened(units_[unit].subject_name));
    }

    /// What a unit gives, and nothing makes anything of.
    void list_unread() {
        constexpr std::size_t most_told = 1'000;
        const auto list = [&](json::Json given) {
            if (whole_.diagnostics.size() < most_told) {
                const auto words =
                    base::phrase(rubric_.rubric.language, base::Phrase::diagnostic_unread);
                whole_.diagnostics.push_back({"unread-fact", given.pointer(), std::string{words}});
            }
        };
        for (std::size_t i = 1; i < units_.size(); ++i) {
            for (std::size_t slot = 0; slot < units_[i].places.size(); ++slot) {
                if (units_[i].places[slot] &&
                    rubric_.inputs[slot].aggregate == document::Aggregate::none &&
                    !rubric_.units.read_by_unit[slot] && !is_weight(slot)) {
                    list(*units_[i].places[slot]);
                }
            }
            for (const auto& [leaf, given] : units_[i].assessed) {
                const auto rule = rubric_.units.leaves.find(leaf);
                if (rule != rubric_.units.leaves.end() && !rule->second.weighed) {
                    list(given.place);
                }
            }
        }
    }

    /// What a unit would score in its own band by the assessment of the whole: see units.hpp.
    void share_assessments() {
        for (const PlacedIndicator& leaf : IndicatorTree{rubric_.rubric.indicators}) {
            const auto rule = rubric_.units.leaves.find(leaf->id);
            const bool weighed = rule != rubric_.units.leaves.end() && rule->second.weighed;
            const bool in_band = !leaf->is_branch() && assessed_range(leaf->rule) &&
                                 rule::kind_of(leaf->rule).assessed != nullptr;
            if (weighed || !in_band) {
                continue;
            }
            const auto given = whole_.assessed.find(leaf->id);
            GivenAssessment shared = given != whole_.assessed.end()
                                         ? given->second
                                         : GivenAssessment{{}, whole_.json.root()};
            shared.follows = true;
            for (LoadedFacts& unit : units_) {
                unit.assessed.insert_or_assign(leaf->id, shared);
            }
        }
    }

    [[nodiscard]] bool is_weight(std::size_t slot) const {
        const auto& weights = rubric_.units.weights;
        return std::binary_search(weights.begin(), weights.end(), slot);
    }

    /// Where a unit's fact stands, or should.
    [[nodiscard]] json::Json place_of(std::size_t unit, SlotId slot) const {
        const json::Json about = units_[unit].about();
        return units_[unit].places[slot].value_or(about.find("data").value_or(about));
    }

    /// Every unit gives the weight, and together they weigh something.
    void check_weight(SlotId slot) {
        Ratio sum;
        bool sound = true;
        for (std::size_t i = 0; i < units_.size(); ++i) {
            const Value& weight = units_[i].slots[slot];
            if (!weight.is_number()) {
                if (!units_[i].places[slot]) { // else it is there, and wrong
                    reader(place_of(i, slot))
                        .problem("unit-weight",
                                 document::say::no_weight(name_of(i), rubric_.inputs[slot].path),
                                 document::say::add_to_unit);
                }
                sound = false;
            } else if (weight.number().sign() < 0) {
                reader(place_of(i, slot))
                    .problem("unit-weight", document::say::negative_weight(
                                                weight.number().to_string(), name_of(i)));
                sound = false;
            } else {
                sum = sum + weight.number();
            }
        }
        if (sound && sum.is_zero()) {
            list_.problem_at_key("unit-weight",
                                 document::say::weights_zero(rubric_.inputs[slot].path));
        }
    }

    /// The facts of all units as one; missing where a unit lacks a required one.
    Value value_of(SlotId slot) {
        const document::Input& input = rubric_.inputs[slot];
        for (const LoadedFacts& unit : units_) {
            if (unit.slots[slot].is_missing()) {
                return Value::missing(slot);
            }
        }
        switch (input.aggregate) {
        case document::Aggregate::sum:
            return in_range(input, sum_of(slot));
        case document::Aggregate::mean:
            return mean_of(slot, input);
        case document::Aggregate::all:
        case document::Aggregate::any:
            return truth_of(slot, input.aggregate == document::Aggregate::any);
        case document::Aggregate::concatenate:
            return input.of_targets ? targets_of(slot) : records_of(slot);
        default:
            return whole_.slots[slot];
        }
    }

    [[nodiscard]] Value sum_of(SlotId slot) const {
        std::optional<Ratio> sum;
        for (const LoadedFacts& unit : units_) {
            if (unit.slots[slot].is_number()) {
                sum = sum.value_or(Ratio{}) + unit.slots[slot].number();
            }
        }
        return sum ? Value::number(std::move(*sum)) : Value{};
    }

    /// A sum may leave the range that each of its parts is in.
    Value in_range(const document::Input& input, Value sum) {
        if (sum.is_number() && ((input.minimum && sum.number() < Ratio{*input.minimum}) ||
                                (input.maximum && sum.number() > Ratio{*input.maximum}))) {
            const bool low = input.minimum && sum.number() < Ratio{*input.minimum};
            const Decimal& bound = low ? *input.minimum : *input.maximum;
            const text::Sentence& words =
                low ? document::say::sum_at_least : document::say::sum_at_most;
            list_.problem_at_key("out-of-range",
                                 words(input.name(), bound.to_string(), sum.number().to_string()));
        }
        return sum;
    }

    Value mean_of(SlotId slot, const document::Input& input) {
        Ratio weights;
        Ratio sum;
        bool some = false;
        for (const LoadedFacts& unit : units_) {
            const Value& value = unit.slots[slot];
            const Value& weight = unit.slots[*input.weight];
            if (value.is_number() && weight.is_number()) {
                some = true;
                weights = weights + weight.number();
                sum = sum + weight.number() * value.number();
            }
        }
        if (weights.sign() > 0) {
            return Value::number(sum / weights);
        }
        if (some && list_.problems().empty()) {
            list_.problem_at_key("unit-weight", document::say::mean_of_nothing(input.path));
        }
        return Value{};
    }

    [[nodiscard]] Value truth_of(SlotId slot, bool any) const {
        std::optional<bool> truth;
        for (const LoadedFacts& unit : units_) {
            const Value& value = unit.slots[slot];
            if (value.is_boolean()) {
                const bool before = truth.value_or(!any);
                truth = any ? before || value.is_true() : before && value.is_true();
            }
        }
        return truth ? Value::boolean(*truth) : Value{};
    }

    /// Whether the records of all units are no more than a list may have.
    [[nodiscard]] bool fit(SlotId slot) const {
        std::size_t records = 0;
        for (const LoadedFacts& unit : units_) {
            const Value& list = unit.slots[slot];
            records += list.is_list() ? list.items().size() : 0;
        }
        const std::size_t most = list_.problems().limits().rows;
        if (records > most) {
            list_.problem_at_key("limit.rows", document::say::units_records(
                                                   rubric_.inputs[slot].path,
                                                   std::to_string(records), std::to_string(most)));
        }
        return records <= most;
    }

    [[nodiscard]] Value records_of(SlotId slot) const {
        std::vector<Value> records;
        bool some = false;
        for (const LoadedFacts& unit : units_) {
            const Value& list = unit.slots[slot];
            if (list.is_list()) {
                some = true;
                records.insert(records.end(), list.items().begin(), list.items().end());
            }
        }
        return some && fit(slot) ? Value::list(std::move(records)) : Value{};
    }

    /// The rows of one list follow one another, so the department's own come again.
    Value targets_of(SlotId slot) {
        std::vector<Value> records;
        bool some = false;
        for (const LoadedFacts& unit : units_) {
            const Value& list = unit.slots[slot];
            if (!list.is_list()) {
                continue;
            }
            some = true;
            for (const Value& record : list.items()) {
                const auto row = record.find(document::row_entry)->number().as_int64();
                whole_.rows.push_back(unit.rows[static_cast<std::size_t>(*row)]);
                records.push_back(
                    document::target_context(whole_.rows.back(), whole_.rows.size() - 1));
            }
        }
        return some && fit(slot) ? Value::list(std::move(records)) : Value{};
    }

    /// The department's own fact is that of each unit which gives none. Target records stay with
    /// their rows.
    void hand_down(SlotId slot) {
        for (LoadedFacts& unit : units_) {
            if (!unit.places[slot] && !rubric_.inputs[slot].of_targets) {
                unit.slots[slot] = whole_.slots[slot];
            }
        }
    }

    const json::Reader& list_;
    const document::CompiledRubric& rubric_;
    LoadedFacts& whole_;
    std::vector<LoadedFacts> units_;
    bool has_no_data_ = false;
};

} // namespace

bool may_aggregate(const json::Reader& list, std::size_t units,
                   const document::CompiledRubric& rubric) {
    const std::size_t most = most_work / (1 + rubric.inputs.size() + rubric.units.leaves.size());
    if (units <= most) {
        return true;
    }
    list.problem_at_key("limit.units",
                        document::say::too_many_units(std::to_string(most), std::to_string(units)));
    return false;
}

void aggregate_units(const json::Reader& list, const document::CompiledRubric& rubric,
                     std::vector<LoadedFacts> units, LoadedFacts& facts) {
    Department{list, rubric, std::move(units), facts}.run();
}

std::string_view own_name(Language language) {
    return language == Language::zh ? "本级" : "own";
}

} // namespace heng::detail::facts
