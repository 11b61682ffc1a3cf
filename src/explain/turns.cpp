// SPDX-License-Identifier: Apache-2.0
#include "explain/turns.hpp"
#include "feel/walk.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace heng::detail::explain {
namespace {

using feel::NodeId;
using feel::Op;

/// How a node takes part in its term.
enum class Part : std::uint8_t {
    counted,
    compared, ///< with a constant
    standard, ///< it divides, or something is compared with it
};

bool compares(Op op) {
    switch (op) {
    case Op::equal:
    case Op::not_equal:
    case Op::less:
    case Op::less_equal:
    case Op::greater:
    case Op::greater_equal:
    case Op::within:
    case Op::matches:
        return true;
    default:
        return false;
    }
}

class Walk {
  public:
    explicit Walk(const document::CompiledRubric& rubric)
        : rubric_(rubric), code_(rubric.program.code()) {}

    void add(const AskedTerm& asked) {
        pending_.emplace_back(code_.expressions[rubric_.expression(asked.term).id].root,
                              asked.is_standard ? Part::standard : Part::counted);
        while (!pending_.empty()) {
            const auto [id, part] = pending_.back();
            pending_.pop_back();
            if (seen_.emplace(id, part).second) {
                visit(code_.nodes[id], part);
            }
        }
    }

    [[nodiscard]] std::map<feel::SlotId, Turn> turns() const {
        std::map<feel::SlotId, Turn> turns;
        for (const auto& [slot, parts] : slots_) {
            const bool measures = parts.contains(Part::standard);
            const bool counts = parts.contains(Part::counted);
            turns[slot] = !measures ? Turn::first : counts ? Turn::whole : Turn::measure;
        }
        return turns;
    }

  private:
    void visit(const feel::Node& node, Part part) {
        if (node.op == Op::slot) {
            slots_[static_cast<feel::SlotId>(node.a)].insert(part);
        } else if (node.op == Op::value) {
            pending_.emplace_back(code_.values[node.a], part);
        } else if (compares(node.op) && part != Part::standard) {
            visit_comparison(node);
        } else {
            feel::for_each_operand(code_, node, [&](NodeId operand) {
                const bool divides = node.op == Op::divide && operand == node.b;
                pending_.emplace_back(operand, divides ? Part::standard : part);
            });
        }
    }

    /// `executed >= budget` has its subject on the left, as printed standards have it.
    void visit_comparison(const feel::Node& node) {
        bool others = false; // whether something that can change stands on the right
        feel::for_each_operand(code_, node, [&](NodeId operand) {
            others = others || (operand != node.a && varies(operand));
        });
        const bool both = others && varies(node.a);
        feel::for_each_operand(code_, node, [&](NodeId operand) {
            pending_.emplace_back(operand, !both               ? Part::compared
                                           : operand == node.a ? Part::counted
                                                               : Part::standard);
        });
    }

    /// Whether it depends on a fact.
    bool varies(NodeId root) {
        if (const auto known = varies_.find(root); known != varies_.end()) {
            return known->second;
        }
        const feel::Node& node = code_.nodes[root];
        bool found = node.op == Op::slot || node.op == Op::local || node.op == Op::item ||
                     (node.op == Op::value && varies(code_.values[node.a]));
        feel::for_each_operand(code_, node,
                               [&](NodeId operand) { found = varies(operand) || found; });
        return varies_[root] = found;
    }

    const document::CompiledRubric& rubric_;
    const feel::Code& code_;
    std::vector<std::pair<NodeId, Part>> pending_;
    std::set<std::pair<NodeId, Part>> seen_;
    std::map<feel::SlotId, std::set<Part>> slots_;
    std::map<NodeId, bool> varies_;
};

} // namespace

std::map<feel::SlotId, Turn> turns_of(const document::CompiledRubric& rubric,
                                      const std::vector<AskedTerm>& terms) {
    Walk walk{rubric};
    for (const AskedTerm& each : terms) {
        walk.add(each);
    }
    return walk.turns();
}

} // namespace heng::detail::explain
