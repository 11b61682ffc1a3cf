// SPDX-License-Identifier: Apache-2.0
#include "audit/identities.hpp"
#include "audit/printed_figures.hpp"
#include "text/pointer.hpp"

#include <algorithm>

namespace heng::reconciling {
namespace {

using document::Json;
using document::JsonKind;

constexpr std::size_t identity_count = 6;

/// Both sides of one identity, as ratios.
struct Sides {
    Ratio left;
    Ratio right;
};

Sides sides_of(const PrintedStatement& values, std::size_t index) {
    const auto identity = values.identities()[index];
    return {identity.left.amount(), identity.right.amount()};
}

/// The fields that an identity reads: those that change a side when they are 1 instead of 0, so
/// that the identities stand in statement.hpp alone.
std::vector<std::size_t> reads_of(std::size_t index) {
    std::vector<std::size_t> left;
    std::vector<std::size_t> right;
    for (std::size_t i = 0; i < statement_fields.size(); ++i) {
        PrintedStatement one;
        one.*statement_fields[i].member = WanYuan{Decimal{1}};
        const Sides sides = sides_of(one, index);
        if (!sides.left.is_zero()) {
            left.push_back(i);
        }
        if (!sides.right.is_zero()) {
            right.push_back(i);
        }
    }
    if (left.size() != 1) {
        left.swap(right);
    }
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

/// Amounts as people print them: with the places of the figures beside them.
std::string amount(const Ratio& value, int places) {
    const Decimal shown = value.rounded(places);
    return Ratio{shown} == value ? shown.to_string() : value.to_string();
}

std::string joined(const std::vector<std::string>& paths, std::string_view sign) {
    std::string result;
    for (const std::string& path : paths) {
        result.append(result.empty() ? "" : sign).append(path);
    }
    return result;
}

/// A whole and what should add up to it. Of its parts only what is told becomes text.
struct Sum {
    std::string path;
    std::string pointer;
    Json total;
    Json parts;
    std::optional<FactNumber> whole; ///< none: it is no number
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
        if (!list && document::is_ignored_key(entry.key())) {
            continue;
        }
        const auto amount = !entry.is(JsonKind::object) ? std::optional{entry}
                                                        : entry.find(list ? "amount" : "total");
        if (amount && form::is_blank(*amount) && amount->text() != "?") {
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

class SumFinder {
  public:
    SumFinder(const Limits& limits, std::vector<Sum>& sums) : limits_{limits}, sums_{sums} {}

    void group(Json json) {
        const auto total = json.find("total");
        const auto parts = json.find("parts");
        if (total && parts && (parts->is(JsonKind::array) || parts->is(JsonKind::object))) {
            if (!form::is_blank(*total)) {
                sums_.push_back({path_, pointer_, *total, *parts, fact_number(*total, limits_)});
            }
        }
        for (const Json member : json.children()) {
            if (member.is(JsonKind::object) && !document::is_ignored_key(member.key())) {
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

Mismatch sum_mismatch(const Sum& sum, const Ratio& parts, const Limits& limits, const Words& words,
                      const Agrees& agrees) {
    const FactNumber& total = *sum.whole;
    Ratio slack = unit_of(total) / Ratio{2};
    LeastChanges changes{total, parts};
    for_each_part(sum, limits, [&](const Part& part) {
        slack += half_unit(part.number);
        changes.add(part);
    });
    const Figure whole{sum.path + ".total", sum.total, total, sum.pointer + "/total"};
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
    FormFinding& finding = found.finding;
    finding.code = "breakdown-mismatch";
    finding.severity = rounded ? Severity::warning : Severity::error;
    finding.where = whole.pointer;
    finding.expected = shown_like(total, parts);
    finding.found = std::string{sum.total.text()};
    finding.message =
        words(say::parts_differ(sum.path, *finding.found, amount(parts, total.places))) +
        (rounded ? words(say::rounding) : std::string{}) + words.remedies(found.remedies);
    return found;
}

/// What the parts add up to, and the paths of the first of them; nothing where there are none, or
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

} // namespace

StatementCheck::StatementCheck(const Figures& figures, const Paths& paths) {
    for (std::size_t i = 0; i < statement_fields.size(); ++i) {
        const StatementField& field = statement_fields[i];
        const auto own = std::find_if(paths.begin(), paths.end(), [&field](const auto& each) {
            return each.first == field.name;
        });
        fields_[i] =
            figures.find_number(own == paths.end() ? field.path : std::string_view{own->second});
        if (fields_[i] != nullptr) {
            values_.*field.member = WanYuan{fields_[i]->number->value};
        } else if (own != paths.end()) {
            absent_.push_back(*own);
        }
    }
    for (std::size_t index = 0; index < identity_count; ++index) {
        Line line{index, reads_of(index)};
        if (std::all_of(line.reads.begin(), line.reads.end(),
                        [this](std::size_t i) { return fields_[i] != nullptr; })) {
            lines_.push_back(std::move(line));
        }
    }
}

bool StatementCheck::agrees(const Figure& figure, const Ratio& value) const {
    PrintedStatement other = values_;
    for (std::size_t i = 0; i < fields_.size(); ++i) {
        if (fields_[i] != nullptr && fields_[i]->path == figure.path) {
            other.*statement_fields[i].member = WanYuan{value};
        }
    }
    return std::all_of(lines_.begin(), lines_.end(), [&](const Line& line) {
        const auto identity = other.identities()[line.index];
        const bool reads = std::any_of(line.reads.begin(), line.reads.end(), [&](std::size_t i) {
            return fields_[i]->path == figure.path;
        });
        return !reads || identity.kind == IdentityKind::indication || identity.holds();
    });
}

std::vector<RankedRemedy> StatementCheck::remedies(const Line& line) const {
    std::vector<RankedRemedy> found;
    for (const std::size_t i : line.reads) {
        const Figure& figure = *fields_[i];
        const auto difference = [&](const Ratio& value) -> std::optional<Ratio> {
            PrintedStatement other = values_;
            other.*statement_fields[i].member = WanYuan{value};
            const Sides sides = sides_of(other, line.index);
            return sides.left - sides.right;
        };
        const auto solution = solve(*figure.number, difference, Wanted::exactly(Ratio{}));
        if (solution && solution->needed) {
            found.push_back(remedy_of(figure, *solution, agrees(figure, *solution->needed)));
        }
    }
    return found;
}

Mismatch StatementCheck::mismatch(const Line& line, const Words& words) const {
    const auto identity = values_.identities()[line.index];
    const Ratio difference = abs(identity.difference().amount());
    Ratio slack;
    int places = 0;
    for (const std::size_t i : line.reads) {
        slack += half_unit(*fields_[i]->number);
        places = std::max(places, fields_[i]->number->places);
    }
    const bool definition = identity.kind == IdentityKind::definition;
    const bool rounded = difference < slack;
    Mismatch found;
    found.document = ReconciledDocument::facts;
    found.id = "statement." + std::string{identity.id};
    found.remedies = ranked(remedies(line));
    // The place is the figure whose change alone mends all, where there is only one; else the side
    // that is one figure.
    const Figure* at = fields_[line.reads.front()];
    const auto agreeing = [](const Remedy& each) {
        return each.agrees;
    };
    if (definition && std::count_if(found.remedies.begin(), found.remedies.end(), agreeing) == 1) {
        for (const std::size_t i : line.reads) {
            at = fields_[i]->path == found.remedies.front().figure ? fields_[i] : at;
        }
    }
    FormFinding& finding = found.finding;
    finding.code = "identity-mismatch";
    finding.severity = definition && !rounded ? Severity::error : Severity::warning;
    finding.where = at->pointer;
    finding.place = at->json.place();
    finding.found = std::string{at->json.text()};
    for (const Remedy& each : found.remedies) {
        if (each.figure == at->path) {
            finding.expected = each.needed;
        }
    }
    finding.message =
        words(say::unequal(identity.name, amount(identity.left.amount(), places),
                           amount(identity.right.amount(), places), amount(difference, places)));
    finding.message += rounded      ? words(say::rounding)
                       : definition ? std::string{}
                                    : words(say::indication);
    finding.message += words.remedies(found.remedies);
    return found;
}

void StatementCheck::check(const Words& words, Reconciliation& found) const {
    for (const Line& line : lines_) {
        const auto identity = values_.identities()[line.index];
        if (!identity.holds()) {
            found.findings.push_back(mismatch(line, words));
            continue;
        }
        std::vector<std::string> paths;
        for (const std::size_t i : line.reads) {
            paths.push_back(fields_[i]->path);
        }
        found.confirmed.push_back({"statement." + std::string{identity.id},
                                   std::string{identity.name}, joined(paths, ", "),
                                   std::string{fields_[line.reads.front()]->json.text()},
                                   identity.left.amount().to_string()});
    }
}

std::vector<CheckedSum> checked_sums(Json data, const Limits& limits, const Words& words,
                                     const Agrees& agrees) {
    std::vector<Sum> sums;
    SumFinder{limits, sums}.group(data);
    std::sort(sums.begin(), sums.end(),
              [](const Sum& a, const Sum& b) { return a.total.offset() < b.total.offset(); });
    std::vector<CheckedSum> checked;
    for (const Sum& sum : sums) {
        std::vector<std::string> paths;
        const auto parts = sum.whole ? added_up(sum, limits, paths) : std::nullopt;
        CheckedSum each{sum.path, sum.total, CheckedSum::Result::not_compared};
        if (parts && prints_as(*sum.whole, *parts)) {
            each.result = CheckedSum::Result::holds;
            each.confirmed = {"sum." + sum.path, words(say::parts_of(sum.path)),
                              joined(paths, " + "), std::string{sum.total.text()},
                              parts->to_string()};
        } else if (parts) {
            each.result = CheckedSum::Result::differs;
            each.mismatch = sum_mismatch(sum, *parts, limits, words, agrees);
        }
        checked.push_back(std::move(each));
    }
    return checked;
}

void check_sums(const Figures& figures, const Limits& limits, const Words& words,
                const Agrees& agrees, Reconciliation& found) {
    if (!figures.data || !figures.data->is(JsonKind::object)) {
        return;
    }
    document::PlaceCounter places{figures.data->document_text()};
    for (CheckedSum& sum : checked_sums(*figures.data, limits, words, agrees)) {
        switch (sum.result) {
        case CheckedSum::Result::holds:
            found.confirmed.push_back(std::move(sum.confirmed));
            break;
        case CheckedSum::Result::differs:
            sum.mismatch.finding.place = places.at(sum.total.offset());
            found.findings.push_back(std::move(sum.mismatch));
            break;
        case CheckedSum::Result::not_compared:
            found.left.push_back(sum.path);
            break;
        }
    }
}

} // namespace heng::reconciling
