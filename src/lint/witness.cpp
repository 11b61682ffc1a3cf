// SPDX-License-Identifier: Apache-2.0
#include "feel/session.hpp"
#include "lint/sample_facts.hpp"
#include "lint/witness.hpp"
#include "scoring/scoring.hpp"

#include <algorithm>
#include <utility>

namespace heng::detail::lint {
namespace {

using feel::SlotId;
using feel::Value;

constexpr std::size_t most_tries = 3'000;   ///< of one search
constexpr std::size_t most_steps = 100'000; ///< choices on the way to them
constexpr std::size_t most_scored = 40;     ///< of those that look right
constexpr std::size_t most_varied = 12;     ///< inputs; the others are ordinary
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
    std::optional<std::string> run(std::string_view error, Shows shows) {
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

  private:
    /// Gives the inputs from `at` on the candidates whose numbers add up to `size`.
    template <class Shows>
    std::optional<std::string> choose(std::size_t at, std::size_t size, std::string_view error,
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
    std::optional<std::string> attempt(std::string_view error, Shows& shows) {
        ++tries_;
        --lints_.tries_left;
        feel::CallBudget& budget = lints_.budget();
        feel::Session session{lints_.compiled().program, facts_,
                              budget.limits({20'000, 20'000, 200'000})};
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
        return shown ? std::optional{std::string{sample_.document(facts_).text()}} : std::nullopt;
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
    Value value;
    auto facts = Search{lints, {sought.term}, std::move(near)}.run(
        sought.error, [&](feel::Session& session) {
            value = session.evaluate(lints.id_of(sought.term));
            return sought.shows(value);
        });
    return facts ? std::optional{Witness{std::move(value), *std::move(facts)}} : std::nullopt;
}

std::optional<std::string> find_facts(Lints& lints, const std::vector<Term>& all_hold,
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
