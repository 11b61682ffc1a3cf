// SPDX-License-Identifier: Apache-2.0
#include "base/json/no_limits.hpp"
#include "base/json/problems.hpp"
#include "base/json/reader.hpp"
#include "document/target_record.hpp"
#include "facts/unit_facts.hpp"
#include "whatif/changed.hpp"

#include <cstddef>
#include <utility>
#include <vector>

namespace heng::detail::whatif {
namespace {

/// The same lever of its owner's facts, as if these stood alone.
Lever alone(Lever lever, const facts::LoadedFacts& owner) {
    lever.slot = lever.weighs ? lever.weighs->stated : lever.slot;
    lever.part.reset();
    lever.weighs.reset();
    for (std::size_t& member : lever.members) {
        member -= lever.first;
    }
    lever.record -= lever.first;
    lever.first = 0;
    if (lever.is_of_row()) {
        const feel::Value& record = owner.slots[lever.slot].items()[lever.record];
        lever.row =
            static_cast<std::size_t>(*record.find(document::row_entry)->number().as_int64());
    }
    return lever;
}

} // namespace

std::optional<facts::LoadedFacts> changed(const document::CompiledRubric& rubric,
                                          const Lever& lever, std::int64_t steps,
                                          const facts::LoadedFacts& facts) {
    if (!facts.units) {
        facts::LoadedFacts then = facts;
        apply(lever, steps, facts, then);
        return then;
    }
    std::vector<facts::LoadedFacts> units = *facts.units;
    facts::LoadedFacts& owner = units[lever.part.value_or(0)];
    apply(alone(lever, owner), steps, facts::LoadedFacts{owner}, owner);
    facts::LoadedFacts whole = std::move(units.front());
    units.erase(units.begin());
    whole.subject_name = facts.subject_name;
    json::Problems problems{json::facts_document, json::no_limits()};
    const json::Reader list{facts.json.root().find("units"), problems};
    facts::aggregate_units(list, rubric, std::move(units), whole);
    return problems.empty() ? std::optional{std::move(whole)} : std::nullopt;
}

std::string rate_left_out(const Lever& lever, const facts::LoadedFacts& facts) {
    const auto list = owner_of(lever, facts).places[lever.slot];
    std::size_t left = lever.record - lever.first;
    if (list && lever.kind == Lever::Kind::level) {
        for (const json::Json record : list->children()) {
            if (left-- == 0) {
                const auto rate = record.find("rate");
                return rate ? std::string{rate->text()} : "";
            }
        }
    }
    return {};
}

} // namespace heng::detail::whatif
