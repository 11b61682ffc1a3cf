// SPDX-License-Identifier: Apache-2.0
#include "feel/session.hpp"
#include "feel/walk.hpp"
#include "whatif/picked.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace heng::detail::whatif {
namespace {

using feel::NodeId;
using feel::Op;

constexpr std::size_t most_filtered = 2'000;
constexpr std::size_t most_conditions = 8;

/// The texts of the filters of one list, in expressions and the named values that they read.
class Filters {
  public:
    Filters(const document::CompiledRubric& rubric, feel::SlotId slot)
        : rubric_(rubric), code_(rubric.program.code()), slot_(slot) {}

    void visit(NodeId root, const std::string& text) {
        std::vector<NodeId> open{root};
        while (!open.empty()) {
            const NodeId id = open.back();
            open.pop_back();
            if (!seen_.insert(id).second) {
                continue;
            }
            const feel::Node& node = code_.nodes[id];
            if (node.op == Op::value) {
                visit(code_.values[node.a], rubric_.scope.value_text(node.a));
            }
            if (node.op == Op::filter && code_.nodes[node.a].op == Op::slot &&
                code_.nodes[node.a].a == slot_) {
                const feel::NodePlace& place = code_.places[node.b];
                keep(text.substr(std::min<std::size_t>(place.offset, text.size()), place.length));
            }
            feel::for_each_operand(code_, node, [&](NodeId operand) { open.push_back(operand); });
        }
    }

    std::vector<std::string> take() { return std::move(found_); }

  private:
    void keep(std::string condition) {
        if (!condition.empty() && found_.size() < most_conditions &&
            std::find(found_.begin(), found_.end(), condition) == found_.end()) {
            found_.push_back(std::move(condition));
        }
    }

    const document::CompiledRubric& rubric_;
    const feel::Code& code_;
    feel::SlotId slot_;
    std::set<NodeId> seen_;
    std::vector<std::string> found_;
};

} // namespace

std::vector<std::string> Picker::conditions(feel::SlotId slot, std::span<const Term> terms) const {
    Filters filters{rubric_, slot};
    for (const Term term : terms) {
        const document::Expression& expression = rubric_.expression(term);
        filters.visit(rubric_.program.code().expressions[expression.id].root, expression.text);
    }
    return filters.take();
}

std::optional<Picked> Picker::picked(feel::SlotId slot, const std::string& condition) {
    const std::string text = "count(" + rubric_.inputs[slot].path + '[' + condition + "]) > 0";
    const auto id = program_->compile(text, rubric_.scope, feel::ExpectedType::boolean);
    if (!id) {
        return std::nullopt;
    }
    Picked result{condition, {}};
    std::vector<feel::Value> slots = facts_.slots;
    const std::vector<feel::Value>& records = facts_.slots[slot].items();
    for (std::size_t i = 0; i < records.size() && !budget_.is_spent(); ++i) {
        slots[slot] = feel::Value::list({records[i]});
        feel::Session session{*program_, slots, budget_.limits()};
        const feel::Value holds = session.evaluate(*id);
        constexpr std::int64_t of_session = 32;
        budget_.spend(session.steps_taken() + of_session);
        if (!session.fault() && holds.is_boolean() && holds.is_true()) {
            result.members.push_back(i);
        }
    }
    return result;
}

std::vector<Picked> Picker::of(feel::SlotId slot, std::span<const Term> terms) {
    std::vector<Picked> all;
    const feel::Value& list = facts_.slots[slot];
    if (!list.is_list() || rubric_.inputs[slot].of_targets || list.items().size() > most_filtered) {
        return all;
    }
    for (const std::string& condition : conditions(slot, terms)) {
        if (!program_) {
            program_ = rubric_.program;
        }
        auto one = picked(slot, condition);
        if (one && !one->members.empty()) {
            all.push_back(std::move(*one));
        }
    }
    return all;
}

} // namespace heng::detail::whatif
