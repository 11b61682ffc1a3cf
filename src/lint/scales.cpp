// SPDX-License-Identifier: Apache-2.0
//
// A percentage compared with a whole number: `>= 90` on a share, whose natural scale is 1. And the
// reverse: a share × 100 compared with 0.9.
#include "base/text/pointer.hpp"
#include "document/scales.hpp"
#include "feel/intervals.hpp"
#include "feel/walk.hpp"
#include "lint/lints.hpp"
#include "lint/messages.hpp"

#include <heng/rubric/tree.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <string>

namespace heng::detail::lint {
namespace {

using document::Scale;
using document::Scales;
using feel::Node;
using feel::NodeId;
using feel::Op;

class ScaleCheck {
  public:
    explicit ScaleCheck(Lints& lints)
        : lints_{lints}, scales_{lints.compiled()}, code_{lints.compiled().program.code()} {}

    void run() {
        const feel::Scope& scope = lints_.compiled().scope;
        for (feel::ValueId value = 0; value < scope.value_count(); ++value) {
            compared(code_.values[value],
                     "/values/" + text::pointer_token(scope.value_name(value)));
        }
        check_all();
        check_adjustments(lints_.rubric().adjustments, "/adjustments");
    }

  private:
    static bool is_whole_percentage(const Ratio& number) { return abs(number) >= Ratio{2}; }

    void report(const std::string& at, const Ratio& number) {
        const std::string text = number.to_string();
        const std::string percent = (number / Ratio{100}).to_string();
        lints_.add({"percent-as-whole"}, at, say::share_with_whole(text, percent));
    }

    void check_all() {
        const IndicatorTree tree{lints_.rubric().indicators};
        for (std::size_t i = 0; i < tree.size(); ++i) {
            const std::string place = tree.pointer(i);
            const Indicator& each = *tree[i];
            if (each.not_applicable) {
                compared(each.not_applicable->when, place + "/not_applicable/when");
            }
            check_leaf(each, place);
            check_adjustments(each.adjustments, place + "/adjustments");
        }
    }

    void check_adjustments(const std::vector<Adjustment>& adjustments, const std::string& at) {
        for (std::size_t i = 0; i < adjustments.size(); ++i) {
            compared(adjustments[i].when, at + '/' + std::to_string(i) + "/when");
        }
    }

    /// A measure on the scale of 1: by what it is made of, or by its bounds.
    bool is_share(Term term) {
        const auto& entry = code_.expressions[lints_.id_of(term)];
        return scales_.of(entry.root).is_share() || is_from_zero_to(Ratio{1}, term);
    }

    /// A measure of which 100 % is 100.
    bool is_percentage(Term term) {
        const auto& entry = code_.expressions[lints_.id_of(term)];
        return scales_.of(entry.root).is_percentage() || is_from_zero_to(Ratio{100}, term);
    }

    bool is_from_zero_to(const Ratio& most, Term term) {
        const feel::Numbers numbers = lints_.evaluate(term).numbers;
        return !numbers.empty() && !numbers.is_whole() && numbers.none_below_zero() &&
               numbers.hull().high && *numbers.hull().high == most;
    }

    void check_leaf(const Indicator& leaf, const std::string& at) {
        const bool formula = std::holds_alternative<Formula>(leaf.rule);
        const bool when = std::holds_alternative<Condition>(leaf.rule);
        const bool rows = std::holds_alternative<Targets>(leaf.rule);
        if (leaf.measure) {
            compared(*leaf.measure, at + (formula ? "/rule/score"
                                          : when  ? "/rule/when"
                                          : rows  ? "/rule/rows"
                                                  : "/measure"));
        }
        const bool checklist = std::holds_alternative<Checklist>(leaf.rule);
        for (std::size_t i = 0; i < leaf.parts.size(); ++i) {
            const std::string part = std::to_string(i);
            compared(leaf.parts[i].term, at + (checklist      ? "/rule/items/" + part + "/when"
                                               : leaf.measure ? "/rule/norm"
                                                              : "/rule/each/" + part + "/count"));
        }
        if (!leaf.measure || formula || when || rows) {
            return;
        }
        if (const auto found = whole_percentage_of(leaf.rule, at);
            found && is_share(*leaf.measure)) {
            report(found->first, found->second);
            lints_.explain(at);
        } else if (const auto most = greatest_parameter(leaf.rule);
                   most && is_percentage(*leaf.measure)) {
            report_share(at + "/measure", *most);
            lints_.explain(at);
        }
    }

    /// `severity`: a condition may mean less than 1 %.
    void report_share(const std::string& at, const Ratio& number,
                      Severity severity = Severity::warning) {
        const std::string text = number.to_string();
        const std::string percent = (number * Ratio{100}).to_string();
        lints_.add({"share-as-percent", severity}, at, say::share_as_percent(text, percent));
    }

    /// The greatest of a rule's parameters, where none is too great for a share and one is told
    /// from 0.
    static std::optional<Ratio> greatest_parameter(const Rule& rule) {
        Ratio most;
        const auto add = [&most](const Ratio& value) {
            most = max(most, abs(value));
        };
        if (const auto* line = std::get_if<Interpolate>(&rule)) {
            for (const Knot& knot : line->knots) {
                add(knot.measure);
            }
        } else if (const auto* step = std::get_if<Step>(&rule)) {
            if (step->norm.is_zero() && Ratio{step->every} >= Ratio{1, 10}) {
                return std::nullopt; // each 0.5 % above nothing
            }
            add(step->norm.is_zero() ? Ratio{step->every} : Ratio{step->norm});
        } else if (const auto* share = std::get_if<Proportional>(&rule)) {
            add(Ratio{share->cap});
        } else if (const auto* bands = std::get_if<Bands>(&rule)) {
            for (const Band& band : bands->bands) {
                add(band.in.low.value_or(Ratio{}));
                add(band.in.high.value_or(Ratio{}));
            }
        }
        const bool share = most.sign() > 0 && most <= Ratio{1};
        return share ? std::optional{most} : std::nullopt;
    }

    /// The first parameter that would be a whole percentage, and where.
    using Found = std::optional<std::pair<std::string, Ratio>>;
    Found whole_percentage_of(const Rule& rule, const std::string& at) const {
        const auto number = [&](const Decimal& value, std::string_view key) -> Found {
            const Ratio exact{value};
            return is_whole_percentage(exact) ? Found{{at + "/rule/" + std::string{key}, exact}}
                                              : std::nullopt;
        };
        if (const auto* line = std::get_if<Interpolate>(&rule)) {
            for (std::size_t i = 0; i < line->knots.size(); ++i) {
                if (is_whole_percentage(line->knots[i].measure)) {
                    return Found{{at + "/rule/knots/" + std::to_string(i), line->knots[i].measure}};
                }
            }
        }
        if (const auto* step = std::get_if<Step>(&rule)) {
            const Found norm = number(step->norm, "norm");
            const Ratio every{step->every}; // of a share a step is no 100 %
            return norm                ? norm
                   : every == Ratio{1} ? Found{{at + "/rule/every", every}}
                                       : number(step->every, "every");
        }
        if (const auto* steps = std::get_if<Steps>(&rule)) {
            const Found least = number(steps->least.value_or(Decimal{}), "pass/least");
            return least ? least : number(steps->most.value_or(Decimal{}), "pass/most");
        }
        if (const auto* share = std::get_if<Proportional>(&rule)) {
            return number(share->cap, "cap");
        }
        return std::holds_alternative<Bands>(rule) ? band_of(at) : std::nullopt;
    }

    Found band_of(const std::string& at) const {
        std::size_t index = 0;
        for (const json::Json band : lints_.at(at + "/rule/bands").children()) {
            const auto in = band.find("in");
            const auto intervals = feel::constant_intervals(in ? in->text() : "-");
            for (const auto& each : intervals.value_or(std::vector<Interval>{})) {
                for (const auto& end : {each.low, each.high}) {
                    if (end && is_whole_percentage(*end)) {
                        return Found{{at + "/rule/bands/" + std::to_string(index) + "/in", *end}};
                    }
                }
            }
            ++index;
        }
        return std::nullopt;
    }

    void compared(Term term, const std::string& at) {
        compared(code_.expressions[lints_.id_of(term)].root, at);
    }

    /// Looks through one expression for comparisons of a share with a whole percentage.
    void compared(NodeId root, const std::string& at) {
        std::vector<NodeId> pending{root};
        std::map<std::uint32_t, NodeId> variables;
        while (!pending.empty()) {
            const NodeId id = pending.back();
            pending.pop_back();
            const Node& node = code_.nodes[id];
            if (node.op == Op::let) {
                variables.insert_or_assign(node.c, node.a);
            }
            const auto number = compared_number(node, variables);
            if (number) {
                is_whole_percentage(*number) ? report(at, *number)
                                             : report_share(at, *number, Severity::note);
                lints_.explain(at);
                return;
            }
            feel::for_each_operand(code_, node,
                                   [&](NodeId operand) { pending.push_back(operand); });
        }
    }

    /// What a share is compared with where that is a whole percentage, and what a percentage is
    /// compared with where that looks like a share.
    std::optional<Ratio> compared_number(const Node& node,
                                         const std::map<std::uint32_t, NodeId>& variables) {
        const auto scale = [&](NodeId id) -> const Scale& {
            if (const Node& local = code_.nodes[id]; local.op == Op::local) {
                const auto found = variables.find(local.a);
                id = found == variables.end() ? id : found->second;
            }
            return scales_.of(id);
        };
        const auto against = [&](NodeId measure, NodeId with) -> std::optional<Ratio> {
            const Node& constant = code_.nodes[with];
            if (constant.op != Op::constant || !code_.constants[constant.a].is_number()) {
                return std::nullopt;
            }
            const Ratio& value = code_.constants[constant.a].number();
            const bool share = value >= Ratio{1, 2} && value <= Ratio{1};
            const bool unlike = (is_whole_percentage(value) && scale(measure).is_share()) ||
                                (share && scale(measure).is_percentage());
            return unlike ? std::optional{value} : std::nullopt;
        };
        if (node.op == Op::within) {
            const auto low = against(node.a, node.b);
            return low ? low : against(node.a, node.c);
        }
        const bool comparison =
            (node.op >= Op::equal && node.op <= Op::greater_equal) || node.op == Op::matches;
        if (!comparison) {
            return std::nullopt;
        }
        const auto number = against(node.a, node.b);
        return number ? number : against(node.b, node.a);
    }

    Lints& lints_;
    Scales scales_;
    const feel::Code& code_;
};

} // namespace

void check_scales(Lints& lints) {
    ScaleCheck{lints}.run();
}

} // namespace heng::detail::lint
