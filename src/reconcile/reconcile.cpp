// SPDX-License-Identifier: Apache-2.0
#include "base/json/problems.hpp"
#include "base/json/reader.hpp"
#include "base/text/width.hpp"
#include "document/compiled_rubric.hpp"
#include "document/within_limits.hpp"
#include "facts/loaded_facts.hpp"
#include "reconcile/claims.hpp"
#include "reconcile/figure_names.hpp"
#include "reconcile/figures.hpp"
#include "reconcile/formulas.hpp"
#include "reconcile/identities.hpp"
#include "reconcile/messages.hpp"
#include "reconcile/remedies.hpp"

#include <heng/reconcile/reconcile.hpp>

#include <algorithm>
#include <utility>

namespace heng {
namespace detail::reconcile {
namespace {

using feel::NullCause;
using json::JsonDocument;
using json::Problems;
using json::Reader;

constexpr std::size_t most_comparisons = 10'000'000; ///< of unknown names with the figures' paths

std::string code_of(ClaimKind kind) {
    switch (kind) {
    case ClaimKind::ratio:
        return "ratio-mismatch";
    case ClaimKind::breakdown:
        return "breakdown-mismatch";
    case ClaimKind::identity:
        break;
    }
    return "identity-mismatch";
}

text::Words why(NullCause cause) {
    switch (cause) {
    case NullCause::none:
    case NullCause::missing_input:
        return say::no_figure;
    case NullCause::wrong_type:
        return say::no_number;
    case NullCause::missing_field:
        return say::no_field;
    case NullCause::out_of_range:
        return say::out_of_range;
    case NullCause::limit:
        return say::too_much;
    default:
        return say::no_value;
    }
}

class ClaimCheck {
  public:
    ClaimCheck(const JsonDocument& document, const Figures& figures,
               const StatementCheck& statement, const text::Speech& words, std::int64_t most,
               Reconciliation& found)
        : places_{document.text()},
          figures_{figures},
          statement_{statement},
          words_{words},
          found_{found},
          formulas_{figures, most},
          texts_{figures} {}

    void check(const Claim& claim) {
        ++index_;
        if (comparisons_ > most_comparisons) {
            not_computable(claim, say::too_many_names);
            return;
        }
        try {
            compute(claim);
        } catch (const NumberError&) {
            not_computable(claim, say::too_large);
        }
    }

  private:
    [[nodiscard]] static std::string_view written(const Claim& claim) {
        return claim.formula.text();
    }

    /// The sentence of the report, where the claims quote it.
    [[nodiscard]] static text::Words name_of(const Claim& claim) {
        return say::quoted(claim.text.empty() ? claim.id : text::printable(claim.text));
    }

    [[nodiscard]] text::Words formula_of(const Claim& claim) const {
        return figures_.names.of_formula(written(claim));
    }

    void compute(const Claim& claim) {
        const auto formula = formulas_.compile(written(claim));
        if (!formula) {
            refuse(claim, formula.error());
            return;
        }
        const feel::Value value = formulas_.evaluate(formula->whole);
        if (value.is_boolean()) {
            compare_sides(claim, *formula, value.is_true());
        } else if (value.is_number()) {
            compare(claim, *formula, value.number());
        } else if (value.is_null() && value.cause() == NullCause::zero_denominator) {
            add(claim, claim.formula, "zero-denominator",
                words_(say::zero(name_of(claim), formula_of(claim))));
        } else {
            const text::Words cause = value.is_null() ? why(value.cause()) : say::no_value;
            not_computable(claim, text_in(claim).value_or(cause));
        }
    }

    /// The first fact the formula reads that is a text and looks like a figure.
    std::optional<text::Words> text_in(const Claim& claim) {
        comparisons_ += texts_.size();
        return texts_.first_in(written(claim));
    }

    Finding& add(const Claim& claim, json::Json at, std::string code, std::string message) {
        Mismatch mismatch;
        mismatch.id = claim.id;
        mismatch.finding.code = std::move(code);
        mismatch.finding.severity = Severity::error;
        mismatch.finding.pointer =
            "/claims/" + std::to_string(index_ - 1) + '/' + std::string{at.key()};
        mismatch.finding.place = places_.at(at.offset());
        mismatch.finding.message = std::move(message);
        found_.findings.push_back(std::move(mismatch));
        return found_.findings.back().finding;
    }

    void not_computable(const Claim& claim, const text::Words& reason) {
        add(claim, claim.formula, "claim-not-computable",
            words_(say::not_computable(name_of(claim), formula_of(claim), reason)));
    }

    /// A formula that can't be compiled, at the place in it.
    void refuse(const Claim& claim, const feel::Fault& fault) {
        if (fault.code == feel::codes::unknown_name) {
            comparisons_ += figures_.list.size();
        }
        const auto text = fault.code == feel::codes::type ? text_in(claim) : std::nullopt;
        text::Words reason = text.value_or(fault.message);
        if (!text && !fault.hint.empty()) {
            const text::Words hint = say::hint(fault.hint);
            reason.en += hint.en;
            reason.zh += hint.zh;
        }
        not_computable(claim, reason);
        found_.findings.back().finding.place = places_.at(claim.formula.offset_of(fault.offset));
    }

    void confirm(const Claim& claim, const Ratio& value) {
        found_.confirmed.push_back(
            {claim.id, claim.text, std::string{written(claim)},
             std::string{claim.printed_json ? claim.printed_json->text() : std::string_view{}},
             value.to_string(), words_(formula_of(claim))});
    }

    /// A formula that is a number against what is printed.
    void compare(const Claim& claim, const Formula& formula, const Ratio& value) {
        if (!claim.printed) {
            not_computable(claim, say::needs_printed);
            return;
        }
        const Printed& printed = *claim.printed;
        const auto worth = printed.worth(figures_.unit);
        if (!worth) {
            not_computable(claim, say::no_unit(claim.printed_json->text()));
            return;
        }
        const Ratio counted = value / *worth;
        if (printed.says(counted) || says_as_money(printed, value)) {
            confirm(claim, value);
            return;
        }
        const std::string found{claim.printed_json->text()};
        const std::string expected = printed.shown(counted);
        const bool unsigned_percent =
            printed.scale == Scale::plain && printed.says(counted * Ratio{100});
        const text::Words said =
            unsigned_percent
                ? say::without_sign(name_of(claim), found, formula_of(claim), value.significant(10))
                : say::computed(name_of(claim), found, formula_of(claim), expected);
        Finding& finding =
            add(claim, *claim.printed_json,
                code_of(claim.kind.value_or(unsigned_percent ? ClaimKind::ratio : formula.kind)),
                words_(said));
        finding.found = found;
        if (unsigned_percent) {
            finding.severity = Severity::warning;
            finding.expected =
                (counted * Ratio{100}).rounded(printed.number.scale()).to_string() + '%';
            return;
        }
        finding.expected = expected;
        finding.severity = printed.approximate ? Severity::warning : Severity::error;
        if (printed.relation == Relation::equal) {
            mend(formula, wanted(printed, *worth));
        }
    }

    /// 12.5亿 of what is counted in 万元 may be 12.5亿元.
    [[nodiscard]] bool says_as_money(const Printed& printed, const Ratio& value) const {
        if (printed.scale != Scale::plain || printed.power <= 0 || !figures_.unit) {
            return false;
        }
        const Ratio one = heng::power(Ratio{10}, printed.power);
        return printed.says(value / convert(one, MoneyUnit::yuan, *figures_.unit));
    }

    [[nodiscard]] static Wanted wanted(const Printed& printed, const Ratio& worth) {
        const Ratio number{printed.number};
        const Ratio half = heng::power(Ratio{10}, -printed.number.scale()) / Ratio{2};
        return {(number - half) * worth, number * worth, (number + half) * worth,
                [printed, worth](const Ratio& value) {
                    return printed.says(value / worth);
                }};
    }

    /// A comparison; of an equality both sides, and what is printed of them.
    void compare_sides(const Claim& claim, const Formula& formula, bool holds) {
        const auto left = formula.left ? formulas_.evaluate(*formula.left) : feel::Value{};
        const auto right = formula.right ? formulas_.evaluate(*formula.right) : feel::Value{};
        if (!left.is_number() || !right.is_number()) {
            const bool names_text = written(claim).find('"') != std::string_view::npos;
            const auto text = names_text ? std::nullopt : text_in(claim);
            if (text) {
                not_computable(claim, *text); // no sum of texts is a figure
            } else if (holds) {
                found_.confirmed.push_back({claim.id, claim.text, std::string{written(claim)},
                                            printed_text(claim), "true",
                                            words_(formula_of(claim))});
            } else {
                add(claim, claim.formula, code_of(claim.kind.value_or(ClaimKind::identity)),
                    words_(say::does_not_hold(name_of(claim), formula_of(claim))));
            }
            return;
        }
        if (!holds) {
            const Ratio difference = abs(left.number() - right.number());
            Finding& finding =
                add(claim, claim.printed_json.value_or(claim.formula),
                    code_of(claim.kind.value_or(ClaimKind::identity)),
                    words_(say::unequal(name_of(claim), left.number().to_string(),
                                        right.number().to_string(), difference.to_string())));
            finding.found = left.number().to_string();
            finding.expected = right.number().to_string();
            mend(formula, Wanted::exactly(Ratio{}));
        } else {
            compare_printed(claim, formula, left.number());
        }
    }

    [[nodiscard]] static std::string printed_text(const Claim& claim) {
        return claim.printed_json ? std::string{claim.printed_json->text()} : std::string{};
    }

    /// Both sides are equal; what is printed must be that.
    void compare_printed(const Claim& claim, const Formula& formula, const Ratio& side) {
        if (claim.printed) {
            const auto worth = claim.printed->worth(figures_.unit);
            if (!worth) {
                not_computable(claim, say::no_unit(claim.printed_json->text()));
                return;
            }
            if (!claim.printed->says(side / *worth)) {
                const std::string expected = claim.printed->shown(side / *worth);
                Finding& finding =
                    add(claim, *claim.printed_json, code_of(claim.kind.value_or(formula.kind)),
                        words_(say::side_printed(name_of(claim), printed_text(claim), expected,
                                                 expected)));
                finding.found = printed_text(claim);
                finding.expected = expected;
                return;
            }
        }
        confirm(claim, side);
    }

    /// To the last finding: which single figure would have to be what.
    void mend(const Formula& formula, const Wanted& wanted) {
        constexpr std::size_t most_read = 100;
        std::vector<RankedRemedy> remedies;
        bool rounding = false;
        const auto reads = formulas_.reads(formula);
        for (std::size_t i = 0; i < reads.size() && i < most_read; ++i) {
            const feel::SlotId slot = reads[i];
            const Figure& figure = figures_.list[slot];
            if (!figure.number) {
                continue;
            }
            const auto other = [&](const Ratio& value) {
                return formulas_.with(formula, slot, value);
            };
            const auto solution = solve(*figure.number, other, wanted);
            rounding = rounding || (solution && solution->is_rounding_of(*figure.number));
            if (solution && solution->needed) {
                remedies.push_back(
                    remedy_of(figure, *solution, statement_.agrees(figure, *solution->needed)));
            }
        }
        Mismatch& mismatch = found_.findings.back();
        mismatch.remedies = ranked(std::move(remedies));
        if (rounding) {
            mismatch.finding.severity = Severity::warning;
            mismatch.finding.message += words_(say::rounding);
        }
        mismatch.finding.message += words_(said_of(mismatch.remedies, figures_.names));
    }

    json::PlaceCounter places_; ///< of one finding a claim, in the order of the claims
    std::size_t index_ = 0;     ///< of the claim, from 1
    const Figures& figures_;
    const StatementCheck& statement_;
    text::Speech words_;
    Reconciliation& found_;
    Formulas formulas_;
    TextFigures texts_;
    std::size_t comparisons_ = 0;
};

/// What the rubric calls its inputs, then what the claims call the statement's figures and others.
FigureNames names_of(const Claims& claims, const document::CompiledRubric* rubric) {
    FigureNames names;
    if (rubric != nullptr) {
        names.add_inputs(rubric->inputs);
    }
    for (const auto& [field, path] : claims.statement) {
        const auto known =
            std::find_if(statement_fields.begin(), statement_fields.end(),
                         [name = field](const auto& each) { return each.name == name; });
        names.add_statement(path, known->path);
    }
    for (const auto& [path, label] : claims.labels) {
        names.add(path, text::same(label));
    }
    return names;
}

/// `rubric` is null where no rubric is known.
Result<Reconciliation> reconciled(const JsonDocument& claims_json, const JsonDocument& facts_json,
                                  const document::CompiledRubric* rubric, const Limits& limits,
                                  const CallOptions& call) {
    Problems claims_problems{json::claims_document, limits};
    Claims claims = read_claims(Reader{claims_json.root(), claims_problems});
    Problems facts_problems{json::facts_document, limits};
    Figures figures = read_figures(Reader{facts_json.root(), facts_problems});
    figures.names = names_of(claims, rubric);
    claims.language = call.language.value_or(claims.language);
    const text::Speech words{claims.language};
    const StatementCheck statement{figures, claims.statement};
    if (facts_problems.empty()) {
        for (const auto& [field, path] : statement.absent()) {
            const Reader root{claims_json.root(), claims_problems};
            root.peek("statement").peek(field).problem("statement", say::no_path(path));
        }
    }
    if (!claims_problems.empty()) {
        return Failure{in_document(claims_problems.error(), "claims")};
    }
    if (!facts_problems.empty()) {
        return Failure{in_document(in_language(facts_problems.error(), claims.language), "facts")};
    }
    Reconciliation found;
    found.language = claims.language;
    const std::int64_t most = call.most_steps > 0 ? call.most_steps : most_steps;
    ClaimCheck check{claims_json, figures, statement, words, most, found};
    for (const Claim& claim : claims.list) {
        document::ask(call);
        check.check(claim);
    }
    statement.check(words, figures.names, found);
    const Agrees agrees = [&statement](const Figure& figure, const Ratio& value) {
        return statement.agrees(figure, value);
    };
    check_sums(figures, limits, words, agrees, found);
    return found;
}

} // namespace
} // namespace detail::reconcile

Result<Reconciliation> reconcile(std::string_view claims_json, std::string_view facts_json,
                                 const Limits& limits, const CallOptions& call) {
    return detail::document::as_call(call, [&]() -> Result<Reconciliation> {
        const auto claims = detail::json::JsonDocument::parse(claims_json, limits);
        if (!claims) {
            return Failure{in_document(claims.error(), "claims")};
        }
        const auto facts = detail::json::JsonDocument::parse(facts_json, limits);
        if (!facts) {
            return Failure{in_document(facts.error(), "facts")};
        }
        return detail::reconcile::reconciled(*claims, *facts, nullptr, limits, call);
    });
}

Result<Reconciliation> reconcile(std::string_view claims_json, const Facts& facts,
                                 const Limits& limits, const CallOptions& call) {
    return detail::document::as_call(call, [&]() -> Result<Reconciliation> {
        const auto claims = detail::json::JsonDocument::parse(claims_json, limits);
        if (!claims) {
            return Failure{in_document(claims.error(), "claims")};
        }
        return detail::reconcile::reconciled(*claims, facts.loaded().json,
                                             &facts.rubric().compiled(), limits, call);
    });
}

} // namespace heng
