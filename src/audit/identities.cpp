// SPDX-License-Identifier: Apache-2.0
#include "audit/identities.hpp"
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
    FactNumber whole;
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
            if (const auto whole = fact_number(*total, limits_)) {
                sums_.push_back({path_, pointer_, *total, *parts, *whole});
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

/// The parts whose change would mend the sum, the least changes first, as far as they are told.
class LeastChanges {
  public:
    explicit LeastChanges(const Ratio& missing) : missing_{missing} {}

    void add(const Part& part) {
        const Ratio change = change_of(part.number, part.number.value + missing_);
        if (least_.size() == most_remedies && !(change < least_.back().second)) {
            return;
        }
        const auto after = std::find_if(least_.begin(), least_.end(),
                                        [&](const auto& each) { return change < each.second; });
        least_.insert(after, {part, change});
        least_.resize(std::min(least_.size(), most_remedies), least_.front());
    }

    [[nodiscard]] std::vector<RankedRemedy> remedies(const Sum& sum) const {
        std::vector<RankedRemedy> remedies;
        for (const auto& [part, change] : least_) {
            const Ratio needed = part.number.value + missing_;
            remedies.push_back(
                remedy_of(figure_of(sum, part), Solution{needed, needed, needed}, true));
        }
        return remedies;
    }

  private:
    Ratio missing_;
    std::vector<std::pair<Part, Ratio>> least_{};
};

Mismatch sum_mismatch(const Sum& sum, const Ratio& parts, const Limits& limits,
                      const Words& words) {
    const FactNumber& total = sum.whole;
    const Ratio missing = total.value - parts;
    Ratio slack = half_unit(total);
    LeastChanges changes{missing};
    for_each_part(sum, limits, [&](const Part& part) {
        slack += half_unit(part.number);
        changes.add(part);
    });
    const Figure whole{sum.path + ".total", sum.total, total, sum.pointer + "/total"};
    std::vector<RankedRemedy> remedies{remedy_of(whole, Solution{parts, parts, parts}, true)};
    for (RankedRemedy& each : changes.remedies(sum)) {
        remedies.push_back(std::move(each));
    }
    const bool rounded = abs(missing) <= slack;
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
    const bool rounded = difference <= slack;
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

void check_sums(const Figures& figures, const Limits& limits, const Words& words,
                Reconciliation& found) {
    if (!figures.data || !figures.data->is(JsonKind::object)) {
        return;
    }
    std::vector<Sum> sums;
    SumFinder{limits, sums}.group(*figures.data);
    std::sort(sums.begin(), sums.end(),
              [](const Sum& a, const Sum& b) { return a.total.offset() < b.total.offset(); });
    document::PlaceCounter places{figures.data->document_text()};
    for (const Sum& sum : sums) {
        std::vector<std::string> paths;
        const auto parts = added_up(sum, limits, paths);
        if (!parts) {
            continue;
        }
        if (*parts != sum.whole.value) {
            found.findings.push_back(sum_mismatch(sum, *parts, limits, words));
            found.findings.back().finding.place = places.at(sum.total.offset());
            continue;
        }
        found.confirmed.push_back({"sum." + sum.path, words(say::parts_of(sum.path)),
                                   joined(paths, " + "), std::string{sum.total.text()},
                                   parts->to_string()});
    }
}

} // namespace heng::reconciling
