// SPDX-License-Identifier: Apache-2.0
#include "document/fact_words.hpp"
#include "feel/session.hpp"
#include "lint/messages.hpp"
#include "lint/sample_facts.hpp"
#include "lint/witness.hpp"
#include "scoring/null_element.hpp"
#include "scoring/scoring.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace heng::detail::lint {
namespace {

using feel::SlotId;
using feel::Value;

constexpr std::size_t most_tries = 3'000;   ///< of one search
constexpr std::size_t most_steps = 100'000; ///< choices on the way to them
constexpr std::size_t most_scored = 40;     ///< of those that look right
constexpr std::size_t most_varied = 12;     ///< inputs; the others are ordinary
constexpr std::size_t most_fields = 4;      ///< of records that are named
constexpr std::size_t most_others = 8;      ///< values in the place of one that is shown
constexpr std::int64_t try_steps = 4;       ///< what beginning a try costs, in steps of FEEL

bool fails_with(const Error& error, std::string_view code) {
    return error.code == code ||
           std::any_of(error.others.begin(), error.others.end(),
                       [&](const Error& other) { return fails_with(other, code); });
}

/// Whether nothing would come of a search.
bool is_vain(const Lints& lints) {
    return lints.is_full() || lints.budget().is_spent();
}

constexpr feel::SessionLimits most_of_try{20'000, 20'000, 200'000};

/// Facts over the inputs that some terms read.
class Search {
  public:
    Search(Lints& lints, std::vector<Term> terms, std::vector<Value> near)
        : lints_{lints}, sample_{lints.samples()} {
        for (const Assumption& each : lints.assumptions()) {
            terms.push_back(each.term);
        }
        const feel::Program& program = lints.compiled().program;
        for (const Term term : terms) {
            for (const SlotId slot : program.static_reads(lints.id_of(term))) {
                if (std::find(slots_.begin(), slots_.end(), slot) == slots_.end() &&
                    slots_.size() < most_varied) {
                    slots_.push_back(slot);
                }
            }
            for (Value& constant : program.static_constants(lints.id_of(term))) {
                near.push_back(std::move(constant));
            }
        }
        for (const SlotId slot : slots_) {
            const feel::Abstract domain = lints.bounds().slot(slot);
            values_.push_back(sample_.candidates(slot, domain, near));
        }
        facts_ = sample_.ordinary();
        spend(facts_.size() / 8);
    }

    /// Calls `shows` with a session over facts in the order of their size, until it is true and
    /// scoring fails as it should.
    template <class Shows>
    std::optional<Shown> run(std::string_view error, Shows shows) {
        for (const auto& candidates : values_) {
            if (candidates.empty()) {
                return std::nullopt;
            }
        }
        std::size_t most = 0;
        for (const auto& candidates : values_) {
            most += candidates.size() - 1;
        }
        for (std::size_t size = 0; size <= most && tries_ < most_tries; ++size) {
            if (auto found = choose(0, size, error, shows)) {
                return found;
            }
        }
        return std::nullopt;
    }

    /// What a term is for the facts that were found.
    [[nodiscard]] Value value_of(Term term) const {
        return feel::Session{lints_.compiled().program, facts_, most_of_try}.evaluate(
            lints_.id_of(term));
    }

  private:
    /// Gives the inputs from `at` on the candidates whose numbers add up to `size`.
    template <class Shows>
    std::optional<Shown> choose(std::size_t at, std::size_t size, std::string_view error,
                                Shows& shows) {
        if (tries_ >= most_tries || lints_.tries_left == 0 || ++steps_ > most_steps ||
            lints_.budget().is_spent()) {
            return std::nullopt;
        }
        if (at == slots_.size()) {
            return size == 0 ? attempt(error, shows) : std::nullopt;
        }
        const bool last = at + 1 == slots_.size();
        const std::size_t end = std::min(size, values_[at].size() - 1);
        for (std::size_t i = last ? size : 0; i <= end; ++i) {
            facts_[slots_[at]] = values_[at][i];
            if (auto found = choose(at + 1, size - i, error, shows)) {
                return found;
            }
        }
        return std::nullopt;
    }

    void spend(std::size_t steps) { lints_.budget().spend(static_cast<std::int64_t>(steps)); }

    [[nodiscard]] bool is_assumed(feel::Session& session) const {
        return std::all_of(lints_.assumptions().begin(), lints_.assumptions().end(),
                           [&](const Assumption& each) {
                               const Value value = session.evaluate(lints_.id_of(each.term));
                               return each.truth ? value.is_true() : value.is_false();
                           });
    }

    template <class Shows>
    std::optional<Shown> attempt(std::string_view error, Shows& shows) {
        ++tries_;
        --lints_.tries_left;
        feel::CallBudget& budget = lints_.budget();
        feel::Session session{lints_.compiled().program, facts_, budget.limits(most_of_try)};
        const bool is_right = is_assumed(session) && shows(session) && !session.fault();
        budget.spend(session.steps_taken() + try_steps);
        if (!is_right || scored_ >= most_scored) {
            return std::nullopt;
        }
        ++scored_;
        spend(facts_.size()); // they are copied
        const auto sheet =
            scoring::score_unexplained(lints_.compiled(), sample_.facts(facts_), budget);
        const bool shown = sheet ? error.empty() : fails_with(sheet.error(), error);
        if (!shown) {
            return std::nullopt;
        }
        Shown found{std::string{sample_.document(facts_).text()}, {}};
        found.example = example(shows);
        return found;
    }

    enum class Look : std::uint8_t { shows, does_not, is_excluded };

    /// Whether the facts as they are show it, inside what is assumed.
    template <class Shows>
    Look look(Shows& shows) {
        feel::CallBudget& budget = lints_.budget();
        feel::Session session{lints_.compiled().program, facts_, budget.limits(most_of_try)};
        const bool assumed = is_assumed(session);
        const bool right = assumed && shows(session) && !session.fault();
        budget.spend(session.steps_taken() + try_steps);
        return right ? Look::shows : assumed ? Look::does_not : Look::is_excluded;
    }

    /// Whether it no longer shows with another value of an input.
    template <class Shows>
    bool matters(std::size_t at, Shows& shows) {
        const Value own = facts_[slots_[at]];
        bool found = false;
        for (std::size_t i = 0; i < values_[at].size() && i < most_others && !found; ++i) {
            facts_[slots_[at]] = values_[at][i];
            found = look(shows) == Look::does_not;
        }
        facts_[slots_[at]] = own;
        return found;
    }

    /// The values that it depends on; all that were tried, where it depends on none alone.
    template <class Shows>
    Words example(Shows& shows) {
        std::vector<SlotId> named;
        for (std::size_t at = 0; at < slots_.size(); ++at) {
            if (matters(at, shows)) {
                named.push_back(slots_[at]);
            }
        }
        Words list;
        for (const SlotId slot : named.empty() ? slots_ : named) {
            for (const Words& each : facts_words(slot, shows)) {
                list += list.empty() ? each : Words(say::next_value) + each;
            }
        }
        return list.empty() ? list : say::example(list);
    }

    /// Of a list of records the fields that it depends on.
    template <class Shows>
    std::vector<Words> facts_words(SlotId slot, Shows& shows) {
        const document::Input& input = lints_.compiled().inputs[slot];
        const auto unit = lints_.compiled().unit;
        std::vector<Words> words;
        const bool records = input.type == document::InputType::list && !input.of_targets;
        for (std::size_t row = 0; records && row < facts_[slot].items().size(); ++row) {
            const Value record = facts_[slot].items()[row];
            for (const document::Input& field : input.of) {
                if (words.size() < most_fields && field_matters(slot, row, field, shows)) {
                    words.push_back(document::fact_words(
                        document::field_words(input.name(), row, text::same(field.name())), field,
                        *record.find(field.path), unit));
                }
            }
        }
        return words.empty() ? std::vector{document::fact_words(input, facts_[slot], unit)} : words;
    }

    /// Whether it no longer shows where a record has another value, or some value, in a field.
    template <class Shows>
    bool field_matters(SlotId slot, std::size_t row, const document::Input& field, Shows& shows) {
        const Value own = facts_[slot];
        const Value value = *own.items()[row].find(field.path);
        const Value other = value.is_boolean()  ? Value::boolean(!value.is_true())
                            : value.is_number() ? Value::number(value.number() + Ratio{1})
                                                : scoring::sample_of(field);
        std::vector<Value> records = own.items();
        std::vector<feel::Field> fields = records[row].fields();
        for (feel::Field& each : fields) {
            each.value = each.name == field.path ? other : each.value;
        }
        records[row] = Value::context(std::move(fields));
        facts_[slot] = Value::list(std::move(records));
        const bool found = look(shows) == Look::does_not;
        facts_[slot] = own;
        return found;
    }

    Lints& lints_;
    const SampleFacts& sample_;
    std::vector<SlotId> slots_;
    std::vector<std::vector<Value>> values_; ///< of each of slots_
    std::vector<Value> facts_;
    std::size_t tries_ = 0;
    std::size_t steps_ = 0;
    std::size_t scored_ = 0;
};

} // namespace

std::optional<Witness> find_witness(Lints& lints, const Sought& sought) {
    if (is_vain(lints)) {
        return std::nullopt;
    }
    std::vector<Value> near;
    for (const Ratio& aim : sought.aims) {
        near.push_back(Value::number(aim));
    }
    Search search{lints, {sought.term}, std::move(near)};
    auto shown = search.run(sought.error, [&](feel::Session& session) {
        return sought.shows(session.evaluate(lints.id_of(sought.term)));
    });
    return shown ? std::optional{Witness{search.value_of(sought.term), *std::move(shown)}}
                 : std::nullopt;
}

std::optional<Shown> find_facts(Lints& lints, const std::vector<Term>& all_hold,
                                std::string_view error) {
    if (is_vain(lints)) {
        return std::nullopt;
    }
    return Search{lints, all_hold, {}}.run(error, [&](feel::Session& session) {
        return std::all_of(all_hold.begin(), all_hold.end(), [&](Term term) {
            return session.evaluate(lints.id_of(term)).is_true();
        });
    });
}

} // namespace heng::detail::lint
