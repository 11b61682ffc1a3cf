// SPDX-License-Identifier: Apache-2.0
#include "base/json/declared.hpp"
#include "base/phrases.hpp"
#include "base/text/nearest.hpp"
#include "base/text/pointer.hpp"
#include "document/input_value.hpp"
#include "document/messages.hpp"
#include "document/target_record.hpp"
#include "facts/facts_notes.hpp"
#include "facts/facts_reader.hpp"
#include "facts/likely_inputs.hpp"
#include "facts/unit_facts.hpp"

#include <heng/rubric/tree.hpp>

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace heng::detail::facts {
namespace {

constexpr std::size_t most_listed = 1'000; ///< unread of each sort; of more it is said so
constexpr int usual_digits = 18;           ///< of a number that is read without a second look
constexpr std::size_t most_rows = std::numeric_limits<std::size_t>::max() / 16;
constexpr std::size_t records_a_row = 8;             ///< cost as much as a target
constexpr std::size_t most_comparisons = 10'000'000; ///< of unread keys with known ones

/// What a document and its units may spend together.
struct Spent {
    std::size_t unread_facts = 0;
    std::size_t unread_assessments = 0;
    std::size_t comparisons = 0;
    std::size_t absent_fields = 0; ///< of records
    std::size_t target_rows = 0;
    std::size_t records = 0;
    document::FigureNotes notes{}; ///< of figures; told unit by unit
};

/// The label of a member of an assessment.
text::Words label_of_assessment(std::string_view key, const void* /*unused*/) {
    return key == "score"    ? document::say::assessed_score
           : key == "reason" ? document::say::assessed_reason
                             : document::say::assessed_evidence;
}

class FactsReader {
  public:
    enum class Reading : std::uint8_t { strict, partial, printed };

    FactsReader(const document::CompiledRubric& rubric, UnreadFacts unread, LoadedFacts& facts,
                Reading reading, Spent& spent)
        : rubric_(rubric),
          unread_(unread),
          facts_(facts),
          spent_(spent),
          notes_(rubric, facts),
          likely_(rubric),
          unknowns_(reading != Reading::strict),
          printed_(reading == Reading::printed) {}

    void run(const json::Reader& root) {
        facts_.most_items = 2 * std::min(root.problems().limits().rows, most_rows);
        may_be_plain_ = !unknowns_ && root.problems().limits().digits >= usual_digits;
        const json::ObjectReader object = root.as(declared::facts).object();
        read_subject(object["subject"]);
        notes_.year("/subject/year");
        read_unit(object["unit"]);
        read_data(object, "");
        read_assessed(object["assessed"], "/assessed");
        if (const json::Reader published = object["published"]; published.is_present()) {
            if (printed_) {
                (void)published.members(); // an object; audit tells what is in it
            } else {
                (void)published.object();
            }
        }
        read_units(object["units"]);
        if (spent_.unread_facts > most_listed) {
            notes_.note("unread-facts", "/data", base::Phrase::diagnostic_unread_more);
        }
        if (spent_.unread_assessments > most_listed) {
            notes_.note("unread-facts", "/assessed", base::Phrase::diagnostic_unread_more);
        }
        if (spent_.notes.found > document::FigureNotes::most) {
            notes_.note("figures-unlisted", "/data", base::Phrase::diagnostic_figures_more);
        }
    }

    /// One of a department's units, whose money is in `unit` where it says nothing else.
    void run_unit(const json::Reader& unit, const std::string& pointer,
                  std::optional<MoneyUnit> money) {
        const json::ObjectReader object = unit.object();
        if (!object.is_present()) {
            return;
        }
        facts_.part = unit.json();
        may_be_plain_ = unit.problems().limits().digits >= usual_digits;
        if (object.has("units")) {
            object["units"].problem_at_key("units", document::say::no_nested_units,
                                           document::say::units_side_by_side);
        }
        unit_ = money;
        read_subject(object["subject"]);
        notes_.year(pointer + "/subject/year");
        read_unit(object["unit"]);
        read_data(object, pointer);
        read_assessed(object["assessed"], pointer + "/assessed");
    }

  private:
    struct Leaves {
        std::map<std::string_view, const Indicator*> by_id;
        std::vector<std::string_view> assessed; ///< by id, those that are scored by assessment
    };

    /// What an input is worth before anything is read.
    [[nodiscard]] feel::Value absent(std::size_t slot) const {
        const document::Input& input = rubric_.inputs[slot];
        return input.optional ? input.fallback.value_or(feel::Value{})
                              : feel::Value::missing(static_cast<feel::SlotId>(slot));
    }

    void read_data(const json::ObjectReader& object, const std::string& pointer) {
        facts_.slots.reserve(rubric_.inputs.size());
        for (std::size_t slot = 0; slot < rubric_.inputs.size(); ++slot) {
            facts_.slots.push_back(absent(slot));
        }
        facts_.places.resize(rubric_.inputs.size());
        read_group({object.required("data", "missing"), "", pointer + "/data"});
    }

    void read_units(const json::Reader& units) {
        const json::ReaderRange list = units.elements();
        if (list.begin() == list.end()) {
            return;
        }
        if (!rubric_.units.declared) {
            notes_.note("units-not-aggregated", "/units", base::Phrase::diagnostic_units);
            return;
        }
        if (unknowns_ && !printed_) {
            units.problem_at_key("units", document::say::partial_units, document::say::no_partial);
            return;
        }
        if (!may_aggregate(units, list.size(), rubric_)) {
            return;
        }
        std::vector<LoadedFacts> read;
        for (const json::Reader unit : list) {
            LoadedFacts& facts = read.emplace_back(facts_.json);
            FactsReader{rubric_, unread_, facts, Reading::strict, spent_}.run_unit(
                unit, "/units/" + std::to_string(read.size() - 1), unit_);
        }
        aggregate_units(units, rubric_, std::move(read), facts_);
    }

    void read_subject(const json::Reader& subject) {
        if (!subject.is_present()) {
            return;
        }
        const json::ObjectReader object = subject.object();
        facts_.subject_name = object["name"].text().value_or("");
        facts_.subject_year = object["year"].whole();
    }

    void read_unit(const json::Reader& unit) {
        const auto written = unit.text();
        if (!written) {
            return;
        }
        unit_ = money_unit_from(*written);
        unit_is_wrong_ = !unit_;
        if (unit_is_wrong_) {
            unit.problem("unit", document::say::unknown_money_unit(*written),
                         document::say::money_units);
        }
    }

    /// A group of `data`, such as "budget", or `data` itself.
    struct Group {
        json::Reader reader;
        std::string prefix;  ///< of the paths in it, such as "budget."
        std::string pointer; ///< JSON Pointer
        /// Keys that the rubric reads and it has not; none until they are asked for.
        std::optional<std::vector<std::string_view>> absent{};
    };

    void read_group(Group group) {
        for (const json::Reader member : group.reader.members()) {
            const std::string_view key = member.key();
            const feel::Scope::Found found = likely_.find(group.prefix, key);
            if (key.find('.') != std::string::npos &&
                found.meaning != feel::Scope::Meaning::nothing) {
                member.problem_at_key("misspelt", document::say::path_not_key(key),
                                      document::say::group_each_point);
                continue;
            }
            switch (found.meaning) {
            case feel::Scope::Meaning::slot:
                read_input(member, found.index, group.pointer);
                break;
            case feel::Scope::Meaning::group:
                read_group({member, likely_.path() + '.', group.pointer + '/' + std::string{key}});
                break;
            default:
                unread(group, member);
            }
        }
    }

    /// The keys of a group that inputs begin with and that it has not.
    [[nodiscard]] std::vector<std::string_view> absent_keys(const json::Reader& reader,
                                                            std::string_view prefix) const {
        std::set<std::string_view> keys;
        for (const document::Input& input : rubric_.inputs) {
            if (input.path.starts_with(prefix)) {
                const auto rest = std::string_view{input.path}.substr(prefix.size());
                keys.insert(rest.substr(0, rest.find('.')));
            }
        }
        for (const json::Reader member : reader.members()) {
            keys.erase(member.key());
        }
        return {keys.begin(), keys.end()};
    }

    void read_input(const json::Reader& given, std::size_t slot, const std::string& pointer) {
        const document::Input& input = rubric_.inputs[slot];
        if (may_be_plain_ && (unit_ || input.type != document::InputType::money)) {
            const MoneyUnit unit = unit_.value_or(MoneyUnit::wan_yuan);
            const MoneyUnit to = rubric_.unit.value_or(unit);
            if (auto value = document::read_plain(given.json(), input, unit, to)) {
                facts_.slots[slot] = std::move(*value);
                facts_.places[slot] = given.json();
                return;
            }
        }
        const json::Name label{input.label};
        const json::Reader member = input.label.empty() ? given : given.named(label);
        facts_.places[slot] = member.json();
        if (unknowns_ && document::is_unknown(member)) {
            facts_.slots[slot] = feel::Value::missing(static_cast<feel::SlotId>(slot));
            return;
        }
        if (printed_ && input.of_targets) {
            return; // audit reads what stands in a printed row by itself
        }
        if (!unit_ && !unit_is_wrong_ && !printed_ && rubric_.unit && document::has_money(input)) {
            member.problem("unit", document::say::facts_without_unit,
                           document::say::add_unit(name(*rubric_.unit)));
            return;
        }
        const MoneyUnit none =
            printed_ ? rubric_.unit.value_or(MoneyUnit::wan_yuan) : MoneyUnit::wan_yuan;
        const MoneyUnit from = unit_.value_or(none);
        const document::Units units{from,         rubric_.unit.value_or(from),
                                    unknowns_,    &spent_.absent_fields,
                                    unit_,        printed_,
                                    &spent_.notes};
        if (input.type == document::InputType::list && passes_rows(member, input)) {
            return;
        }
        auto value = input.type != document::InputType::list
                         ? document::read_scalar(member, input, units)
                     : input.of_targets
                         ? document::read_targets(member, facts_.rows, unknowns_, &spent_.notes)
                         : document::read_records(member, input, units);
        if (value) {
            facts_.slots[slot] = std::move(*value);
        }
        notes_.figures(spent_.notes,
                       [&] { return pointer + '/' + text::pointer_token(member.key()); });
    }

    /// Whether the lists of a document have more rows together than one list may have.
    [[nodiscard]] bool passes_rows(const json::Reader& list, const document::Input& input) {
        const std::size_t most = std::min(list.problems().limits().rows, most_rows);
        std::size_t& rows = input.of_targets ? spent_.target_rows : spent_.records;
        rows += list.is(json::JsonKind::array) ? list.elements().size() : 0;
        const std::size_t allowed = input.of_targets ? most : records_a_row * most;
        if (rows <= allowed) {
            return false;
        }
        const text::Sentence& words =
            input.of_targets ? document::say::rows_of_targets : document::say::rows_of_records;
        list.problem_at_key("limit.rows",
                            words(input.path, std::to_string(rows), std::to_string(allowed)),
                            document::say::split_facts);
        return true;
    }

    /// A key that the rubric does not read: a misspelt input that is absent, or another's fact.
    void unread(Group& group, const json::Reader& member) {
        const std::string key{member.key()};
        const std::string nearest = nearest_absent(group, key);
        if (!nearest.empty()) {
            member.problem_at_key(
                "misspelt", document::say::misspelt(group.prefix + key, group.prefix + nearest),
                text::question(nearest));
        } else if (unread_ == UnreadFacts::refuse) {
            member.problem_at_key("unread", document::say::unread(group.prefix + key));
        } else if (++spent_.unread_facts <= most_listed) {
            notes_.note("unread-fact", group.pointer + '/' + text::pointer_token(key),
                        base::Phrase::diagnostic_unread);
        }
    }

    /// The absent key that `key` was meant to be, or "". Facts of others may be many, so only so
    /// many comparisons are made.
    [[nodiscard]] std::string nearest_absent(Group& group, std::string_view key) {
        if (!group.absent) {
            group.absent = absent_keys(group.reader, group.prefix);
        }
        spent_.comparisons += group.absent->size();
        return spent_.comparisons <= most_comparisons ? text::nearest(key, *group.absent) : "";
    }

    void read_assessed(const json::Reader& assessed, const std::string& pointer) {
        if (!assessed.is_present()) {
            return;
        }
        Leaves leaves;
        for (const PlacedIndicator& each : IndicatorTree{rubric_.rubric.indicators}) {
            leaves.by_id.emplace(each->id, each.indicator);
        }
        for (const auto& [id, leaf] : leaves.by_id) {
            if (assessed_range(leaf->rule)) {
                leaves.assessed.push_back(id);
            }
        }
        for (const json::Reader given : assessed.members()) {
            const auto leaf = leaves.by_id.find(given.key());
            if (leaf == leaves.by_id.end()) {
                unknown_indicator(given, leaves, pointer);
            } else if (assessed_range(leaf->second->rule)) {
                if (!unknowns_ ||
                    !(document::is_unknown(given) || document::is_unknown(given.peek("score")))) {
                    const json::Name name{leaf->second->name, {}, label_of_assessment};
                    read_assessment(given.named(name), leaf->second->rule);
                    document::note_printed_double(given.peek("score"), std::string{given.key()},
                                                  &spent_.notes);
                    notes_.figures(spent_.notes, [&] {
                        return pointer + '/' + text::pointer_token(given.key()) + "/score";
                    });
                }
            } else {
                given.problem_at_key("assessed", document::say::scored_by_rule(given.key()),
                                     document::say::leave_assessed);
            }
        }
    }

    /// The id of another rubric's indicator is no mistake; one that is nearly ours is.
    void unknown_indicator(const json::Reader& given, const Leaves& leaves,
                           const std::string& pointer) {
        text::Nearest nearest{given.key()};
        spent_.comparisons += leaves.assessed.size();
        if (spent_.comparisons <= most_comparisons) {
            for (const std::string_view id : leaves.assessed) {
                nearest.consider(id);
            }
        }
        if (!nearest.found().empty() || unread_ != UnreadFacts::list) {
            given.problem_at_key("assessed", document::say::not_assessed(given.key()),
                                 text::question(nearest.found()));
        } else if (++spent_.unread_assessments <= most_listed) {
            notes_.note("unread-fact", pointer + '/' + text::pointer_token(given.key()),
                        base::Phrase::diagnostic_unread);
        }
    }

    /// A band's range is known when it is scored.
    void read_assessment(const json::Reader& given, const Rule& rule) {
        const json::ObjectReader object = given.object();
        const auto points = object.required("score", "assessed").decimal();
        const auto reason = object.required("reason", "assessed").text();
        const auto* const assessed = std::get_if<Assessed>(&rule);
        if (assessed != nullptr && points && !score(*assessed, *points)) {
            object["score"].problem("assessed",
                                    document::say::assessed_range(
                                        assessed->beyond.floor.to_string(),
                                        most_of(assessed->points, assessed->beyond).to_string(),
                                        points->to_string()));
        }
        if (reason && reason->empty()) {
            object["reason"].problem("assessed", document::say::needs_reason);
        }
        Assessment assessment{points.value_or(Decimal{}), std::string{reason.value_or("")}, {}};
        for (const json::Reader evidence : object["evidence"].elements()) {
            assessment.evidence.emplace_back(evidence.text().value_or(""));
        }
        facts_.assessed.emplace(given.key(), GivenAssessment{std::move(assessment), given.json()});
    }

    const document::CompiledRubric& rubric_;
    UnreadFacts unread_;
    LoadedFacts& facts_;
    Spent& spent_;
    FactsNotes notes_;
    LikelyInputs likely_;
    bool unknowns_;
    bool printed_;
    std::optional<MoneyUnit> unit_{};
    bool may_be_plain_ = false;  ///< limits allow the usual, and no fact is unknown or printed
    bool unit_is_wrong_ = false; ///< which has been said, and need not be said of each amount
};

} // namespace

void read_facts(const json::Reader& root, const document::CompiledRubric& rubric,
                UnreadFacts unread, LoadedFacts& facts) {
    Spent spent;
    FactsReader{rubric, unread, facts, FactsReader::Reading::strict, spent}.run(root);
}

Result<LoadedFacts> loaded_facts(const document::CompiledRubric& rubric,
                                 const json::JsonDocument& json, const Limits& limits,
                                 UnreadFacts unread) {
    json::Problems problems{json::facts_document, limits};
    const json::Reader root{json.root(), problems};
    LoadedFacts facts{json};
    if (root.has_heng()) {
        read_facts(root, rubric, unread, facts);
    }
    if (!problems.empty()) {
        return Failure{in_language(problems.error(), rubric.rubric.language)};
    }
    return facts;
}

void read_partial_facts(const json::Reader& root, const document::CompiledRubric& rubric,
                        UnreadFacts unread, LoadedFacts& facts) {
    Spent spent;
    FactsReader{rubric, unread, facts, FactsReader::Reading::partial, spent}.run(root);
}

void read_printed_facts(const json::Reader& root, const document::CompiledRubric& rubric,
                        LoadedFacts& facts) {
    Spent spent;
    FactsReader{rubric, UnreadFacts::list, facts, FactsReader::Reading::printed, spent}.run(root);
}

} // namespace heng::detail::facts
