// SPDX-License-Identifier: Apache-2.0
//
// Sums of what is marked as a whole and its parts, and of sources of funds against the budget.
#include "base/json/problems.hpp"
#include "base/text/pointer.hpp"
#include "reconcile/blank.hpp"
#include "reconcile/identities.hpp"

#include <algorithm>
#include <array>

namespace heng::detail::reconcile {
namespace {

using json::Json;
using json::JsonKind;

/// A whole and what should add up to it. Of its parts only what is told becomes text.
struct Sum {
    std::string path;
    std::string pointer;
    Json total;
    Json parts;
    std::optional<FactNumber> whole; ///< none: it is no number
    std::string whole_path;          ///< of the total, which is the budget where none is printed
    std::string whole_pointer;
};

/// One part of a sum.
struct Part {
    Json json; ///< the amount
    FactNumber number;
    Json entry;          ///< of `parts`
    std::size_t row = 0; ///< from 1
};

/// Calls `use` with each part; false where one of them is no number.
template <class Use>
bool for_each_part(const Sum& sum, const Limits& limits, Use use) {
    const bool list = sum.parts.is(JsonKind::array);
    std::size_t row = 0;
    for (const Json entry : sum.parts.children()) {
        ++row;
        if (!list && json::is_ignored_key(entry.key())) {
            continue;
        }
        const auto amount = !entry.is(JsonKind::object) ? std::optional{entry}
                                                        : entry.find(list ? "amount" : "total");
        if (amount && is_blank(*amount) && amount->text() != "?") {
            continue; // nothing is printed there; "?" is unknown
        }
        const auto number = amount ? fact_number(*amount, limits) : std::nullopt;
        if (!number || (list && !entry.is(JsonKind::object))) {
            return false;
        }
        use(Part{*amount, *number, entry, row});
    }
    return true;
}

std::string path_of(const Sum& sum, const Part& part) {
    return sum.path + (sum.parts.is(JsonKind::array) ? ".parts[" + std::to_string(part.row) + ']'
                                                     : ".parts." + std::string{part.entry.key()});
}

Figure figure_of(const Sum& sum, const Part& part) {
    const std::string place =
        sum.parts.is(JsonKind::array)     ? std::to_string(part.row - 1) + "/amount"
        : part.entry.is(JsonKind::object) ? text::pointer_token(part.entry.key()) + "/total"
                                          : text::pointer_token(part.entry.key());
    return {path_of(sum, part), part.json, part.number, sum.pointer + "/parts/" + place};
}

constexpr std::string_view sources = "sources.";

/// The amount of the budget that the sources of funds at `path` stand beside: budget.annual of
/// sources.annual.
std::optional<Json> budget_of(Json data, std::string_view path) {
    const auto budget = path.starts_with(sources) ? data.find("budget") : std::nullopt;
    const auto amount = budget && budget->is(JsonKind::object)
                            ? budget->find(path.substr(sources.size()))
                            : std::nullopt;
    return amount && !is_blank(*amount) ? amount : std::nullopt;
}

class SumFinder {
  public:
    SumFinder(Json data, const Limits& limits, std::vector<Sum>& sums)
        : data_{data}, limits_{limits}, sums_{sums} {}

    void group(Json json) {
        const auto total = json.find("total");
        const auto parts = json.find("parts");
        if (parts && (parts->is(JsonKind::array) || parts->is(JsonKind::object))) {
            if (total && !is_blank(*total)) {
                sums_.push_back({path_, pointer_, *total, *parts, fact_number(*total, limits_),
                                 path_ + ".total", pointer_ + "/total"});
            } else if (const auto budget = budget_of(data_, path_)) {
                const std::string key = path_.substr(sources.size());
                sums_.push_back({path_, pointer_, *budget, *parts, fact_number(*budget, limits_),
                                 "budget." + key, "/data/budget/" + text::pointer_token(key)});
            }
        }
        for (const Json member : json.children()) {
            if (member.is(JsonKind::object) && !json::is_ignored_key(member.key())) {
                const std::size_t above = path_.size();
                const std::size_t pointer_above = pointer_.size();
                path_.append(path_.empty() ? "" : ".").append(member.key());
                pointer_.append("/").append(text::pointer_token(member.key()));
                group(member);
                path_.resize(above);
                pointer_.resize(pointer_above);
            }
        }
    }

  private:
    Json data_;
    const Limits& limits_;
    std::vector<Sum>& sums_;
    std::string path_{}; ///< of the group that is looked at
    std::string pointer_{"/data"};
};

/// Whether the parts, where they add up to `sum`, are what the total prints.
bool prints_as(const FactNumber& total, const Ratio& sum) {
    return to_places(total, sum, Rounding::half_up) == total.value;
}

/// The parts whose change would mend the sum, the least changes first, as far as they are told.
class LeastChanges {
  public:
    LeastChanges(const FactNumber& total, const Ratio& sum) : total_{total}, sum_{sum} {}

    void add(const Part& part) {
        auto solution = solution_of(part.number);
        if (!solution) {
            return;
        }
        const Ratio change = change_of(part.number, *solution->needed);
        if (least_.size() == most_remedies && !(change < least_.back().change)) {
            return;
        }
        const auto after = std::find_if(least_.begin(), least_.end(),
                                        [&](const Least& each) { return change < each.change; });
        least_.insert(after, {part, std::move(*solution), change});
        if (least_.size() > most_remedies) {
            least_.pop_back();
        }
    }

    [[nodiscard]] std::vector<RankedRemedy> remedies(const Sum& sum, const Agrees& agrees) const {
        std::vector<RankedRemedy> remedies;
        for (const Least& each : least_) {
            const Figure figure = figure_of(sum, each.part);
            const bool agreed =
                !is_sum(each.part) && (!agrees || agrees(figure, *each.solution.needed));
            remedies.push_back(remedy_of(figure, each.solution, agreed));
        }
        return remedies;
    }

  private:
    struct Least {
        Part part;
        Solution solution;
        Ratio change;
    };

    /// Whether the part has parts of its own, which another number would contradict.
    [[nodiscard]] static bool is_sum(const Part& part) {
        return part.entry.is(JsonKind::object) && part.entry.find("parts").has_value();
    }

    /// With the places that the part shows, the value nearest to the one printed that makes the
    /// total what it prints.
    [[nodiscard]] std::optional<Solution> solution_of(const FactNumber& part) const {
        const Ratio others = sum_ - part.value;
        const Ratio half = unit_of(total_) / Ratio{2};
        const Ratio middle = total_.value - others;
        Solution solution{middle - half, middle + half};
        const bool below = part.value < middle;
        const std::array<Ratio, 3> candidates{
            below ? to_places(part, solution.lowest, Rounding::ceiling)
                  : to_places(part, solution.highest, Rounding::floor),
            below ? to_places(part, solution.lowest, Rounding::floor) + unit_of(part)
                  : to_places(part, solution.highest, Rounding::ceiling) - unit_of(part),
            to_places(part, middle, Rounding::half_up)};
        for (const Ratio& candidate : candidates) {
            if (prints_as(total_, others + candidate) && candidate != part.value) {
                solution.needed = candidate;
                return solution;
            }
        }
        return std::nullopt;
    }

    const FactNumber& total_;
    Ratio sum_;
    std::vector<Least> least_{};
};

Mismatch sum_mismatch(const Sum& sum, const Ratio& parts, const Limits& limits,
                      const text::Speech& words, const FigureNames& names, const Agrees& agrees) {
    const FactNumber& total = *sum.whole;
    Ratio slack = unit_of(total) / Ratio{2};
    LeastChanges changes{total, parts};
    for_each_part(sum, limits, [&](const Part& part) {
        slack += half_unit(part.number);
        changes.add(part);
    });
    const Figure whole{sum.whole_path, sum.total, total, sum.whole_pointer};
    Solution mended{parts, parts, to_places(total, parts, Rounding::half_up)};
    std::vector<RankedRemedy> remedies{
        remedy_of(whole, mended, !agrees || agrees(whole, *mended.needed))};
    for (RankedRemedy& each : changes.remedies(sum, agrees)) {
        remedies.push_back(std::move(each));
    }
    // Rounded half-up, a figure was below its upper end: the two ends never meet.
    const bool rounded = abs(total.value - parts) < slack;
    Mismatch found;
    found.document = ReconciledDocument::facts;
    found.id = "sum." + sum.path;
    found.remedies = ranked(std::move(remedies));
    Finding& finding = found.finding;
    finding.code = "breakdown-mismatch";
    finding.severity = rounded ? Severity::warning : Severity::error;
    finding.pointer = whole.pointer;
    finding.expected = shown_like(total, parts);
    finding.found = std::string{sum.total.text()};
    finding.message = words(say::parts_differ(names.of_figure(sum.path), *finding.found,
                                              amount(parts, total.places))) +
                      (rounded ? words(say::rounding) : std::string{}) +
                      words(said_of(found.remedies, names));
    return found;
}

/// The sum of the parts, and the paths of the first of them; nothing where there are none, or
/// one is no number.
std::optional<Ratio> added_up(const Sum& sum, const Limits& limits,
                              std::vector<std::string>& paths) {
    constexpr std::size_t most_named = 20;
    Ratio parts;
    bool any = false;
    const bool numbers = for_each_part(sum, limits, [&](const Part& part) {
        any = true;
        parts += part.number.value;
        if (paths.size() < most_named) {
            paths.push_back(path_of(sum, part));
        }
    });
    return numbers && any ? std::optional{parts} : std::nullopt;
}

/// The names of figures.
std::vector<std::string> called(const std::vector<std::string>& paths, const text::Speech& words,
                                const FigureNames& names) {
    std::vector<std::string> list;
    for (const std::string& path : paths) {
        list.push_back(words(names.of_figure(path)));
    }
    return list;
}

/// Whether one figure may be the other, printed with fewer places.
bool prints_alike(const FactNumber& a, const FactNumber& b) {
    return to_places(a, b.value, Rounding::half_up) == a.value ||
           to_places(b, a.value, Rounding::half_up) == b.value;
}

/// The total of the sources against the budget, which a form prints in another table.
std::optional<CheckedSum> against_budget(Json data, const Sum& sum, const Limits& limits,
                                         const text::Speech& words, const FigureNames& names,
                                         const Agrees& agrees) {
    const auto json = budget_of(data, sum.path);
    const auto budget = json ? fact_number(*json, limits) : std::nullopt;
    if (!budget || !sum.whole || *json == sum.total || budget->percent || sum.whole->percent) {
        return std::nullopt;
    }
    const std::string key = sum.path.substr(sources.size());
    const Figure other{"budget." + key, *json, budget, "/data/budget/" + text::pointer_token(key)};
    const Figure whole{sum.whole_path, sum.total, sum.whole, sum.whole_pointer};
    CheckedSum checked{other.path, *json, CheckedSum::Result::holds};
    if (prints_alike(*budget, *sum.whole)) {
        checked.confirmed = {
            "sources." + key,
            words(say::sources_of(names.of_figure(sum.path), names.of_figure(other.path))),
            whole.path,
            std::string{json->text()},
            sum.whole->value.to_string(),
            words(names.of_figure(whole.path))};
        return checked;
    }
    checked.result = CheckedSum::Result::differs;
    Mismatch& found = checked.mismatch;
    found.document = ReconciledDocument::facts;
    found.id = "sources." + key;
    std::vector<RankedRemedy> remedies;
    const auto remedy = [&](const Figure& figure, const Ratio& value) {
        const Ratio needed = to_places(*figure.number, value, Rounding::half_up);
        remedies.push_back(
            remedy_of(figure, {value, value, needed}, !agrees || agrees(figure, needed)));
    };
    remedy(other, sum.whole->value);
    remedy(whole, budget->value);
    found.remedies = ranked(std::move(remedies));
    Finding& finding = found.finding;
    finding.code = "identity-mismatch";
    finding.severity = Severity::error;
    finding.pointer = other.pointer;
    finding.expected = shown_like(*budget, sum.whole->value);
    finding.found = std::string{json->text()};
    finding.message =
        words(say::sources_differ(names.of_figure(other.path), json->text(),
                                  names.of_figure(whole.path), std::string{sum.total.text()})) +
        words(said_of(found.remedies, names));
    return checked;
}

} // namespace

std::vector<CheckedSum> checked_sums(Json data, const Limits& limits, const text::Speech& words,
                                     const FigureNames& names, const Agrees& agrees) {
    std::vector<Sum> sums;
    SumFinder{data, limits, sums}.group(data);
    std::sort(sums.begin(), sums.end(),
              [](const Sum& a, const Sum& b) { return a.total.offset() < b.total.offset(); });
    std::vector<CheckedSum> checked;
    for (const Sum& sum : sums) {
        std::vector<std::string> paths;
        const auto parts = sum.whole ? added_up(sum, limits, paths) : std::nullopt;
        CheckedSum each{sum.path, sum.total, CheckedSum::Result::not_compared};
        if (parts && prints_as(*sum.whole, *parts)) {
            each.result = CheckedSum::Result::holds;
            each.confirmed = {"sum." + sum.path,    words(say::parts_of(names.of_figure(sum.path))),
                              joined(paths, " + "), std::string{sum.total.text()},
                              parts->to_string(),   joined(called(paths, words, names), " + ")};
        } else if (parts) {
            each.result = CheckedSum::Result::differs;
            each.mismatch = sum_mismatch(sum, *parts, limits, words, names, agrees);
        }
        checked.push_back(std::move(each));
        if (auto budget = against_budget(data, sum, limits, words, names, agrees)) {
            checked.push_back(std::move(*budget));
        }
    }
    return checked;
}

void check_sums(const Figures& figures, const Limits& limits, const text::Speech& words,
                const Agrees& agrees, Reconciliation& found) {
    if (!figures.data || !figures.data->is(JsonKind::object)) {
        return;
    }
    json::PlaceCounter places{figures.data->document_text()};
    for (CheckedSum& sum : checked_sums(*figures.data, limits, words, figures.names, agrees)) {
        switch (sum.result) {
        case CheckedSum::Result::holds:
            found.confirmed.push_back(std::move(sum.confirmed));
            break;
        case CheckedSum::Result::differs:
            sum.mismatch.finding.place = places.at(sum.total.offset());
            found.findings.push_back(std::move(sum.mismatch));
            break;
        case CheckedSum::Result::not_compared:
            found.left.push_back(words(figures.names.of_figure(sum.path)));
            break;
        }
    }
}

} // namespace heng::detail::reconcile
