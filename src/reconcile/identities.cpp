// SPDX-License-Identifier: Apache-2.0
#include "reconcile/identities.hpp"

#include <algorithm>

namespace heng::detail::reconcile {
namespace {

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

} // namespace

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
        return !reads || identity.kind == IdentityKind::indication || holds(other, line);
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

namespace {

text::Words name_of(std::string_view identity) {
    const auto named = std::find_if(say::identity_names.begin(), say::identity_names.end(),
                                    [&](const auto& each) { return each.first == identity; });
    return named->second; // each identity has its name there, which the tests read
}

} // namespace

Mismatch StatementCheck::mismatch(const Line& line, const text::Speech& words,
                                  const FigureNames& names) const {
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
    Finding& finding = found.finding;
    finding.code = "identity-mismatch";
    finding.severity = definition && !rounded ? Severity::error : Severity::warning;
    finding.pointer = at->pointer;
    finding.place = at->json.place();
    finding.found = std::string{at->json.text()};
    for (const Remedy& each : found.remedies) {
        if (each.figure == at->path) {
            finding.expected = each.needed;
        }
    }
    finding.message =
        words(say::unequal(name_of(identity.id), amount(identity.left.amount(), places),
                           amount(identity.right.amount(), places), amount(difference, places)));
    finding.message += rounded      ? words(say::rounding)
                       : definition ? std::string{}
                                    : words(say::indication);
    finding.message += words(said_of(found.remedies, names));
    return found;
}

/// Whether the sides are equal, or one of them is one figure that prints the other side with the
/// places that it shows.
bool StatementCheck::holds(const PrintedStatement& values, const Line& line) const {
    const Sides sides = sides_of(values, line.index);
    const auto prints = [&](std::size_t field) {
        FactNumber one = *fields_[field]->number;
        one.value = (values.*statement_fields[field].member).amount();
        const bool left = sides.left == one.value;
        return (left || sides.right == one.value) &&
               to_places(one, left ? sides.right : sides.left, Rounding::half_up) == one.value;
    };
    return sides.left == sides.right || prints(line.reads.front()) ||
           (line.reads.size() == 2 && prints(line.reads.back()));
}

void StatementCheck::check(const text::Speech& words, const FigureNames& names,
                           Reconciliation& found) const {
    for (const Line& line : lines_) {
        const auto identity = values_.identities()[line.index];
        if (!holds(values_, line)) {
            found.findings.push_back(mismatch(line, words, names));
            continue;
        }
        std::vector<std::string> paths;
        std::vector<std::string> called;
        for (const std::size_t i : line.reads) {
            paths.push_back(fields_[i]->path);
            called.push_back(words(names.of_figure(fields_[i]->path)));
        }
        found.confirmed.push_back(
            {"statement." + std::string{identity.id}, words(name_of(identity.id)),
             joined(paths, ", "), std::string{fields_[line.reads.front()]->json.text()},
             identity.left.amount().to_string(), joined(called, words(text::Words{", ", "、"}))});
    }
}

} // namespace heng::detail::reconcile
