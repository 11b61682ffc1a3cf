// SPDX-License-Identifier: Apache-2.0
#include "base/text/messages.hpp"
#include "document/rubric_reader.hpp"
#include "document/within_limits.hpp"
#include "facts/facts_reader.hpp"
#include "rubric_test/judge.hpp"
#include "scoring/fact_answers.hpp"
#include "scoring/scoring.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace heng::detail::rubric_test {
namespace {

std::string described(const Error& error) {
    return error.message + " [" + error.code + ']';
}

/// A code, or the path of a fact that is missing.
bool is_expected(const Error& error, std::string_view expected) {
    const bool missing =
        error.code == "facts.missing" &&
        text::message_of(error).en.find('"' + std::string{expected} + '"') != std::string::npos;
    return error.code == expected || missing ||
           std::any_of(error.others.begin(), error.others.end(),
                       [&](const Error& other) { return is_expected(other, expected); });
}

class Judge {
  public:
    explicit Judge(const Expectation& expect) : expect_(expect) {}

    std::vector<TestDifference> run(const Outcome& outcome) {
        if (expect_.error) {
            check_error(outcome);
        } else if (!outcome) {
            add(first_expected(), {}, described(outcome.error()), {});
            found_.back().expected = first_value();
        } else {
            check_sheet(*outcome);
        }
        return std::move(found_);
    }

  private:
    void add(std::string what, std::string expected, std::string found, std::string why) {
        found_.push_back({std::move(what), std::move(expected), std::move(found), std::move(why)});
    }

    void check_error(const Outcome& outcome) {
        if (outcome) {
            add("error", *expect_.error, outcome->total_text(), {});
        } else if (!is_expected(outcome.error(), *expect_.error)) {
            add("error", *expect_.error, described(outcome.error()), {});
        }
    }

    [[nodiscard]] std::string first_expected() const {
        return expect_.total             ? "total"
               : expect_.grade           ? "grade"
               : !expect_.scores.empty() ? "scores: " + expect_.scores.front().first
                                         : "error";
    }

    [[nodiscard]] std::string first_value() const {
        return expect_.total             ? expect_.total->to_string()
               : expect_.grade           ? *expect_.grade
               : !expect_.scores.empty() ? expect_.scores.front().second.to_string()
                                         : "";
    }

    /// The item with this id, or null.
    [[nodiscard]] const Item* find(std::string_view id) const {
        const auto found = items_.find(id);
        return found != items_.end() ? found->second : nullptr;
    }

    void check_sheet(const ScoreSheet& sheet) {
        if (!expect_.scores.empty() || !expect_.points.empty() || !expect_.status.empty()) {
            for (const Item& item : sheet.items) {
                items_.emplace(item.id, &item);
            }
        }
        if (expect_.total && *expect_.total != sheet.total.value()) {
            add("total", expect_.total->to_string(), sheet.total_text(), {});
        }
        if (expect_.grade && *expect_.grade != sheet.grade) {
            add("grade", *expect_.grade, sheet.grade, {});
        }
        check_all("scores", expect_.scores, [](const Item& item) { return item.score; });
        check_all("points", expect_.points, [](const Item& item) { return item.points; });
        for (const auto& [id, status] : expect_.status) {
            const Item* const item = find(id);
            if (item == nullptr || item->status != status) {
                add("status: " + id, std::string{name(status)},
                    item == nullptr ? "" : std::string{name(item->status)}, why_of(item));
            }
        }
        if (expect_.adjusted) {
            std::vector<std::string> held;
            for (const Adjusted& each : sheet.adjustments) {
                held.push_back(each.adjustment.id);
            }
            if (held != *expect_.adjusted) {
                add("adjusted", joined(*expect_.adjusted), joined(held), {});
            }
        }
    }

    template <class Get>
    void check_all(const std::string& what, const ById<Ratio>& expected, Get get) {
        for (const auto& [id, value] : expected) {
            const Item* const item = find(id);
            if (item == nullptr || get(*item).value() != value) {
                add(what + ": " + id, value.to_string(),
                    item == nullptr ? "" : text_of(get(*item), item->scale), why_of(item));
            }
        }
    }

    static std::string why_of(const Item* item) {
        return item == nullptr ? "" : std::string{item->why};
    }

    static std::string joined(const std::vector<std::string>& names) {
        std::string all;
        for (const std::string& each : names) {
            all += (all.empty() ? "" : ", ") + each;
        }
        return all;
    }

    const Expectation& expect_;
    std::unordered_map<std::string_view, const Item*> items_; ///< of the sheet
    std::vector<TestDifference> found_;
};

} // namespace

Result<LoadedRubric> load_rubric(const json::JsonDocument& json, const Limits& limits) {
    return document::within_limits(
        [&]() -> Result<LoadedRubric> { return document::compiled(json, limits); });
}

Result<Loaded> load_facts(const document::CompiledRubric& rubric,
                          const Result<json::JsonDocument>& json, const Limits& limits) {
    if (!json) {
        return Failure{json.error()};
    }
    return document::within_limits([&]() -> Result<Loaded> {
        auto facts = facts::loaded_facts(rubric, *json, limits);
        if (!facts) {
            return Failure{std::move(facts.error())};
        }
        return std::make_shared<const facts::LoadedFacts>(*std::move(facts));
    });
}

Outcome scored(const document::CompiledRubric& rubric, const Result<Loaded>& facts,
               feel::CallBudget& work) {
    constexpr std::int64_t of_item = 3;
    constexpr std::int64_t of_step = 2;
    if (!facts) {
        return Failure{facts.error()};
    }
    scoring::FactAnswers answers{rubric, **facts, work.limits()};
    Outcome sheet =
        document::within_limits([&] { return scoring::score_unexplained(rubric.rubric, answers); });
    const std::size_t items = sheet ? sheet->items.size() : rubric.expressions.size();
    work.spend(of_step * static_cast<std::int64_t>(answers.steps()) +
               of_item * static_cast<std::int64_t>(items));
    return sheet;
}

std::vector<TestDifference> differences(const Expectation& expect, const Outcome& outcome) {
    return Judge{expect}.run(outcome);
}

} // namespace heng::detail::rubric_test
