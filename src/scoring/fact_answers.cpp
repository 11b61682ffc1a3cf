// SPDX-License-Identifier: Apache-2.0
#include "base/text/excerpt.hpp"
#include "base/words.hpp"
#include "document/target_record.hpp"
#include "feel/call_budget.hpp"
#include "scoring/fact_answers.hpp"
#include "scoring/messages.hpp"
#include "scoring/unit_scores.hpp"

#include <gsl/assert>

#include <algorithm>
#include <bit>
#include <span>
#include <utility>

namespace heng::detail::scoring {
namespace {

using feel::NullCause;
using feel::Value;

Unanswered unanswered(Status status, std::string_view code, text::Words message,
                      text::Words hint = {}) {
    return {Unanswered::Why::error,
            text::error_of(status, code, std::move(message), std::move(hint))};
}

/// A limit was passed.
Unanswered passed(const feel::Fault& fault) {
    return unanswered(Status::limit_exceeded, fault.code, fault.message, fault.hint);
}

/// Adds the slots of a set of bits, ascending.
void add_slots(std::span<const std::uint64_t> bits, feel::WordRange range,
               std::vector<feel::SlotId>& slots) {
    for (std::size_t word = range.first; word < range.end; ++word) {
        for (std::uint64_t left = bits[word]; left != 0; left &= left - 1) {
            slots.push_back(static_cast<feel::SlotId>(word * 64) +
                            static_cast<feel::SlotId>(std::countr_zero(left)));
        }
    }
}

/// Where a fact that is missing should stand: in the innermost of its groups that is there. A form
/// that is audited, and each of its units, may have no "data".
json::Json group_of(std::string_view path, const facts::LoadedFacts& facts) {
    const auto data = facts.about().find("data");
    json::Json group = data.value_or(facts.about());
    for (std::size_t dot = path.find('.'); data && dot != path.npos; dot = path.find('.')) {
        const auto inner = group.find(path.substr(0, dot));
        if (!inner) {
            break;
        }
        group = *inner;
        path.remove_prefix(dot + 1);
    }
    return group;
}

} // namespace

FactAnswers::FactAnswers(const document::CompiledRubric& rubric, const facts::LoadedFacts& facts,
                         feel::SessionLimits limits)
    : rubric_(rubric),
      facts_(facts),
      limits_(limits),
      session_(rubric.program, facts.slots, limits),
      required_(session_.read_bits().size()),
      reads_(required_.size()) {
    kept_.reserve(rubric.inputs.size());
    for (std::size_t slot = 0; slot < rubric.inputs.size(); ++slot) {
        if (facts.slots[slot].is_missing()) {
            required_[slot / 64] |= std::uint64_t{1} << slot % 64;
        }
    }
}

FactAnswers::~FactAnswers() = default;

bool FactAnswers::scores_units(const Indicator& leaf) const {
    const auto rule = rubric_.units.leaves.find(leaf.id);
    return rule != rubric_.units.leaves.end() && rule->second.weighed;
}

std::size_t FactAnswers::steps() const {
    return static_cast<std::size_t>(steps_before_ + session_.steps_taken()) +
           (units_ ? units_->steps() : 0);
}

UnitScores& FactAnswers::units() {
    Expects(facts_.units != nullptr);
    if (!units_) {
        units_ = std::make_unique<UnitScores>(rubric_, *facts_.units);
    }
    return *units_;
}

Answer<ByUnits> FactAnswers::by_units(const Indicator& leaf) {
    return units().weighed(leaf, asking_);
}

std::optional<Error> FactAnswers::charge(std::size_t bits) {
    session_.charge(feel::steps_of_bits(bits));
    const auto fault = session_.steps_left() < 0 ? session_.fault() : std::nullopt;
    return fault ? std::optional{passed(*fault).error} : std::nullopt;
}

void FactAnswers::forget() {
    std::fill(reads_.begin() + static_cast<std::ptrdiff_t>(range_.first),
              reads_.begin() + static_cast<std::ptrdiff_t>(range_.end), std::uint64_t{0});
    range_ = {};
    kept_.clear();
    kept_of_.clear();
    row_numbers_.clear();
    leaves_out_.clear();
    units_.reset();
    asking_.reset();
    current_ = 0;
}

void FactAnswers::changed(feel::SlotId slot) {
    forget();
    const std::uint64_t bit = std::uint64_t{1} << slot % 64;
    std::uint64_t& word = required_[slot / 64];
    word = facts_.slots[slot].is_missing() ? word | bit : word & ~bit;
    const std::int64_t left = std::max<std::int64_t>(0, session_.steps_left());
    steps_before_ += session_.steps_taken();
    limits_.steps = left;
    session_.reset(facts_.slots, limits_);
}

void FactAnswers::enter(std::optional<std::size_t> indicator) {
    asking_ = indicator;
    const std::size_t next = indicator ? 1 + *indicator : 0;
    if (next == current_) {
        return;
    }
    keep_reads();
    current_ = next;
    for (const feel::SlotId slot : kept_by(next)) { // it asked before
        const std::size_t word = slot / 64;
        reads_[word] |= std::uint64_t{1} << slot % 64;
        range_.add({word, word + 1});
    }
}

/// Slots, not bits: a set of bits for each indicator grows with indicators × inputs.
void FactAnswers::keep_reads() {
    if (kept_of_.size() <= current_) {
        kept_of_.resize(current_ + 1);
    }
    const std::size_t begin = kept_.size();
    add_slots(reads_, range_, kept_);
    std::fill(reads_.begin() + static_cast<std::ptrdiff_t>(range_.first),
              reads_.begin() + static_cast<std::ptrdiff_t>(range_.end), std::uint64_t{0});
    range_ = {};
    kept_of_[current_] = {static_cast<std::uint32_t>(begin),
                          static_cast<std::uint32_t>(kept_.size() - begin)};
}

std::span<const feel::SlotId> FactAnswers::kept_by(std::size_t who) const {
    const Kept kept = who < kept_of_.size() ? kept_of_[who] : Kept{};
    return std::span{kept_}.subspan(kept.begin, kept.size);
}

Answer<Value> FactAnswers::evaluate(Term term, const text::Sentence& wanted) {
    Value value = session_.evaluate(rubric_.expression(term).id);
    if (session_.left_out_null()) {
        leaves_out_.insert(current_);
    }
    const auto read = session_.read_bits();
    std::uint64_t absent = 0;
    const feel::WordRange range = session_.read_range();
    range_.add(range);
    for (std::size_t word = range.first; word < range.end; ++word) {
        reads_[word] |= read[word];
        absent |= read[word] & required_[word];
    }
    if (absent != 0) {
        return tl::unexpected{missing(session_.missing())};
    }
    if (const auto fault = session_.fault()) {
        return tl::unexpected{passed(*fault)};
    }
    if (value.is_null()) {
        return tl::unexpected{why_null(term, value, wanted)};
    }
    return value;
}

/// Of a fact of all units: the first of them that lacks it.
const facts::LoadedFacts& FactAnswers::lacking(feel::SlotId slot) const {
    if (facts_.units && document::is_aggregated(rubric_.inputs[slot])) {
        for (const facts::LoadedFacts& unit : *facts_.units) {
            if (unit.slots[slot].is_null()) {
                return unit;
            }
        }
    }
    return facts_;
}

Error FactAnswers::missing_input(feel::SlotId slot) const {
    const document::Input& input = rubric_.inputs[slot];
    const facts::LoadedFacts& facts = lacking(slot);
    const std::string& unit = facts.subject_name;
    const text::Words message =
        facts.part            ? input.label.empty()
                                    ? say::missing_of_unit(input.path, unit)
                                    : say::missing_labelled_of_unit(input.path, unit, input.label)
                   : input.label.empty() ? say::missing(input.path)
                              : say::missing_labelled(input.path, input.label);
    Error error = text::error_of(Status::invalid_facts, "facts.missing", message, say::add_to_data);
    const json::Json group = group_of(input.path, facts);
    place_at(error, group, group.offset());
    return error;
}

Unanswered FactAnswers::missing(const std::vector<feel::SlotId>& slots) const {
    Error first = missing_input(slots.front());
    for (std::size_t i = 1; i < slots.size(); ++i) {
        first.others.push_back(missing_input(slots[i]));
    }
    return {Unanswered::Why::error, std::move(first)};
}

void FactAnswers::place_at(Error& error, json::Json where, std::size_t offset) const {
    error.pointer = where.pointer();
    error.place = facts_.json.place(offset);
    error.excerpt = text::excerpt(facts_.json.text(), offset, where.extent());
}

Answer<Ratio> FactAnswers::number(Term term) {
    auto value = evaluate(term, say::a_number);
    if (!value) {
        return tl::unexpected{std::move(value.error())};
    }
    if (!value->is_number()) {
        return tl::unexpected{why_null(term, *value, say::a_number)};
    }
    return value->number();
}

Answer<bool> FactAnswers::holds(Term term) {
    auto value = evaluate(term, say::a_truth);
    if (!value) {
        return tl::unexpected{std::move(value.error())};
    }
    if (!value->is_boolean()) {
        return tl::unexpected{why_null(term, *value, say::a_truth)};
    }
    return value->is_true();
}

Answer<std::string> FactAnswers::text(Term term) {
    auto value = evaluate(term, say::a_text);
    if (!value) {
        return tl::unexpected{std::move(value.error())};
    }
    if (!value->is_text()) {
        return tl::unexpected{why_null(term, *value, say::a_text)};
    }
    return value->text();
}

Answer<std::vector<TargetRow>> FactAnswers::rows(Term term) {
    auto value = evaluate(term, say::target_records);
    if (!value) {
        return tl::unexpected{std::move(value.error())};
    }
    std::vector<TargetRow> rows;
    std::vector<std::size_t> numbers;
    if (value->is_list()) {
        for (const Value& record : value->items()) {
            const Value* row = record.is_context() ? record.find(document::row_entry) : nullptr;
            if (row == nullptr) {
                return tl::unexpected{why_null(term, Value{}, say::target_records)};
            }
            numbers.push_back(static_cast<std::size_t>(*row->number().as_int64()));
            rows.push_back(facts_.rows[numbers.back()]);
        }
        row_numbers_[current_] = std::move(numbers);
        return rows;
    }
    return tl::unexpected{why_null(term, *value, say::target_records)};
}

void FactAnswers::locate(Error& error) {
    if (error.pointer) {
        return;
    }
    const bool zero = error.code == zero_denominator;
    if (zero && zero_) {
        tell_zero(error);
    }
    const json::Json root = facts_.about();
    json::Json where = root.find("data").value_or(root);
    std::vector<feel::SlotId> read;
    add_slots(reads_, range_, read);
    for (const feel::SlotId slot : read) {
        const Value& value = facts_.slots[slot];
        const bool guilty = !zero || (value.is_number() && value.number().is_zero());
        if (facts_.places[slot] && guilty) {
            where = *facts_.places[slot];
            break;
        }
    }
    place_at(error, where, where.offset());
}

std::vector<feel::SlotId> FactAnswers::reads_of(std::optional<std::size_t> indicator) const {
    const std::size_t who = indicator ? 1 + *indicator : 0;
    if (who != current_) {
        const auto kept = kept_by(who);
        return {kept.begin(), kept.end()};
    }
    std::vector<feel::SlotId> slots;
    add_slots(reads_, range_, slots);
    return slots;
}

std::span<const std::size_t> FactAnswers::row_numbers(std::size_t indicator) const {
    const auto found = row_numbers_.find(1 + indicator);
    return found != row_numbers_.end() ? std::span{found->second} : std::span<const std::size_t>{};
}

std::size_t FactAnswers::rows_asked() const {
    std::size_t count = 0;
    for (const auto& [who, numbers] : row_numbers_) {
        count += numbers.size();
    }
    return count;
}

std::span<const InputRead> FactAnswers::inputs_of(std::size_t indicator, ListedInputs& listed) {
    if (current_ == 1 + indicator) {
        enter(std::nullopt);
    }
    return listed.of(kept_by(1 + indicator));
}

} // namespace heng::detail::scoring
