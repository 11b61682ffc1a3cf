// SPDX-License-Identifier: Apache-2.0
//
// A percentage compared with a whole number: `>= 90` on a share, whose natural scale is 1. And the
// reverse: a share × 100 compared with 0.9.
#include "base/text/pointer.hpp"
#include "document/scales.hpp"
#include "feel/walk.hpp"
#include "lint/lints.hpp"
#include "lint/messages.hpp"
#include "rule/kind.hpp"

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
            const Adjustment& each = adjustments[i];
            const std::string place = at + '/' + std::to_string(i) + '/';
            compared(each.when, place + "when");
            if (each.amount) {
                compared(*each.amount, place + std::string{name(each.kind)});
            }
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
        const rule::Kind& kind = rule::kind_named(name(leaf.rule));
        if (leaf.measure) {
            compared(*leaf.measure, at + std::string{kind.measure_at});
        }
        for (std::size_t i = 0; i < leaf.parts.size(); ++i) {
            compared(leaf.parts[i].term, at + kind.part_at(i));
        }
        if (!leaf.measure || !kind.compared) {
            return;
        }
        const auto numbers = kind.compared(leaf.rule, lints_.at(at + "/rule"));
        if (const auto found = whole_percentage_of(numbers); found && is_share(*leaf.measure)) {
            report(at + found->at, found->value);
            lints_.explain(at);
        } else if (const auto most = greatest_of(numbers); most && is_percentage(*leaf.measure)) {
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

    using As = rule::Compared::As;

    /// The greatest of the numbers, where none is too great for a share and one is told from 0. A
    /// width alone says little: each 0.5 % above nothing.
    static std::optional<Ratio> greatest_of(const std::vector<rule::Compared>& numbers) {
        Ratio most;
        Ratio width;
        for (const rule::Compared& each : numbers) {
            most = each.as == As::value ? max(most, abs(each.value)) : most;
            width = each.as == As::width ? each.value : width;
        }
        most = most.is_zero() && width < Ratio{1, 10} ? width : most;
        const bool share = most.sign() > 0 && most <= Ratio{1};
        return share ? std::optional{most} : std::nullopt;
    }

    /// The first that would be a whole percentage; a step of a share is no 100 %.
    static std::optional<rule::Compared>
    whole_percentage_of(const std::vector<rule::Compared>& numbers) {
        const auto found =
            std::find_if(numbers.begin(), numbers.end(), [](const rule::Compared& each) {
                return is_whole_percentage(each.value) ||
                       (each.as == As::width && each.value == Ratio{1});
            });
        return found == numbers.end() ? std::nullopt : std::optional{*found};
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
