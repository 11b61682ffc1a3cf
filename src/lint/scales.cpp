// SPDX-License-Identifier: Apache-2.0
//
// A percentage compared with a whole number: `>= 90` on a share, whose natural scale is 1.
#include "feel/walk.hpp"
#include "lint/lints.hpp"
#include "text/pointer.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

namespace heng::linting {
namespace {

using document::Input;
using document::InputType;
using feel::Node;
using feel::NodeId;
using feel::Op;

/// What a number measures. A plain one takes the scale of what it stands beside.
enum class Scale : std::uint8_t { plain, money, count, share, unknown };

Scale scale_of(const Input& input) {
    switch (input.type) {
    case InputType::money:
        return Scale::money;
    case InputType::count:
        return Scale::count;
    case InputType::percent:
        return Scale::share;
    default:
        return Scale::unknown;
    }
}

/// The scales of expressions.
class Scales {
  public:
    explicit Scales(const document::CompiledRubric& compiled)
        : compiled_{compiled}, code_{compiled.program.code()}, known_(code_.nodes.size()) {}

    /// In the order of the code, in which operands come first: nothing recurses.
    Scale of(NodeId id) {
        for (; next_ <= id; ++next_) {
            known_[next_] = work_out(next_);
        }
        return known_[id];
    }

  private:
    static Scale beside(Scale a, Scale b) {
        return a == Scale::plain ? b : b == Scale::plain || a == b ? a : Scale::unknown;
    }

    Scale work_out(NodeId id) {
        const Node& node = code_.nodes[id];
        switch (node.op) {
        case Op::constant:
            return code_.constants[node.a].is_number() ? Scale::plain : Scale::unknown;
        case Op::slot:
            return scale_of(compiled_.inputs[node.a]);
        case Op::value:
            return code_.values[node.a] < id ? known_[code_.values[node.a]] : Scale::unknown;
        case Op::add:
        case Op::subtract:
            return beside(known_[node.a], known_[node.b]);
        case Op::divide: {
            const Scale a = known_[node.a];
            return a == known_[node.b] && (a == Scale::money || a == Scale::count) ? Scale::share
                                                                                   : Scale::unknown;
        }
        case Op::negate:
            return known_[node.a];
        case Op::condition:
            return beside(known_[node.b], known_[node.c]);
        case Op::path:
            return field(node);
        case Op::filter:
            return known_[node.a];
        case Op::list: {
            Scale scale = Scale::plain;
            for (std::uint32_t i = 0; i < node.count; ++i) {
                scale = beside(scale, known_[code_.many[node.b + i]]);
            }
            return scale;
        }
        case Op::call:
            return call(node);
        default:
            return Scale::unknown;
        }
    }

    /// A field of the records of an input.
    [[nodiscard]] Scale field(const Node& path) const {
        NodeId base = path.a;
        while (code_.nodes[base].op == Op::filter) {
            base = code_.nodes[base].a;
        }
        if (code_.nodes[base].op == Op::slot) {
            for (const Input& each : compiled_.inputs[code_.nodes[base].a].of) {
                if (each.path == code_.names[path.b]) {
                    return scale_of(each);
                }
            }
        }
        return Scale::unknown;
    }

    [[nodiscard]] Scale call(const Node& node) const {
        using feel::Function;
        switch (static_cast<Function>(node.a)) {
        case Function::count:
            return Scale::count;
        case Function::abs:
        case Function::floor:
        case Function::ceiling:
        case Function::round_up:
        case Function::round_down:
        case Function::round_half_up:
        case Function::round_half_down:
        case Function::round_half_even:
        case Function::sum:
        case Function::min:
        case Function::max:
        case Function::mean:
        case Function::median:
            return known_[code_.many[node.b]];
        default:
            return Scale::unknown;
        }
    }

    const document::CompiledRubric& compiled_;
    const feel::Code& code_;
    std::vector<Scale> known_;
    NodeId next_ = 0;
};

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
        check_all(lints_.rubric().indicators, "/indicators");
        check_adjustments(lints_.rubric().adjustments, "/adjustments");
    }

  private:
    static bool is_whole_percentage(const Ratio& number) { return abs(number) >= Ratio{2}; }

    void report(const std::string& at, const Ratio& number) {
        const std::string text = number.to_string();
        const std::string percent = (number / Ratio{100}).to_string();
        lints_.add({"percent-as-whole"}, at,
                   {"a share is compared with " + text + ": 100 % of it is 1, so that " + text +
                        " % would be " + percent,
                    "比率与" + text + "相比：100%是1，" + text + "%应写成" + percent});
    }

    void check_all(const std::vector<Indicator>& indicators, const std::string& at) {
        for (std::size_t i = 0; i < indicators.size(); ++i) {
            const std::string place = at + '/' + std::to_string(i);
            const Indicator& each = indicators[i];
            if (each.not_applicable) {
                compared(each.not_applicable->when, place + "/not_applicable/when");
            }
            check_all(each.indicators, place + "/indicators");
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
        if (scales_.of(entry.root) == Scale::share) {
            return true;
        }
        const feel::Numbers numbers = lints_.evaluate(term).numbers;
        return !numbers.empty() && !numbers.is_whole() && numbers.none_below_zero() &&
               numbers.hull().high && *numbers.hull().high == Ratio{1};
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
            compared(leaf.parts[i].term, at + (checklist ? "/rule/items/" : "/rule/each/") +
                                             std::to_string(i) + (checklist ? "/when" : "/count"));
        }
        if (!leaf.measure || formula || when || rows) {
            return;
        }
        if (const auto found = whole_percentage_of(leaf.rule, at);
            found && is_share(*leaf.measure)) {
            report(found->first, found->second);
            lints_.explain(at);
        }
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
            return norm ? norm : number(step->every, "every");
        }
        if (const auto* share = std::get_if<Proportional>(&rule)) {
            return number(share->cap, "cap");
        }
        return std::holds_alternative<Bands>(rule) ? band_of(at) : std::nullopt;
    }

    Found band_of(const std::string& at) const {
        std::size_t index = 0;
        for (const document::Json band : lints_.at(at + "/rule/bands").children()) {
            const auto in = band.find("in");
            const auto intervals = feel::constant_intervals(in ? in->text() : "-");
            for (const auto& each : intervals.value_or(std::vector<feel::Interval>{})) {
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
                report(at, *number);
                lints_.explain(at);
                return;
            }
            feel::for_each_operand(code_, node,
                                   [&](NodeId operand) { pending.push_back(operand); });
        }
    }

    std::optional<Ratio> compared_number(const Node& node,
                                         const std::map<std::uint32_t, NodeId>& variables) {
        const auto share = [&](NodeId id) {
            if (const Node& local = code_.nodes[id]; local.op == Op::local) {
                const auto found = variables.find(local.a);
                id = found == variables.end() ? id : found->second;
            }
            return scales_.of(id) == Scale::share;
        };
        const auto number = [&](NodeId id) -> std::optional<Ratio> {
            const Node& constant = code_.nodes[id];
            if (constant.op != Op::constant || !code_.constants[constant.a].is_number()) {
                return std::nullopt;
            }
            const Ratio& value = code_.constants[constant.a].number();
            return is_whole_percentage(value) ? std::optional{value} : std::nullopt;
        };
        if (node.op == Op::within && share(node.a)) {
            const auto low = number(node.b);
            return low ? low : number(node.c);
        }
        const bool comparison =
            (node.op >= Op::equal && node.op <= Op::greater_equal) || node.op == Op::matches;
        if (comparison && share(node.a)) {
            return number(node.b);
        }
        return comparison && share(node.b) ? number(node.a) : std::nullopt;
    }

    Lints& lints_;
    Scales scales_;
    const feel::Code& code_;
};

} // namespace

void check_scales(Lints& lints) {
    ScaleCheck{lints}.run();
}

} // namespace heng::linting
