// SPDX-License-Identifier: Apache-2.0
#include "feel/session.hpp"
#include "reconcile/formulas.hpp"

#include <algorithm>
#include <utility>

namespace heng::detail::reconcile {
namespace {

using feel::Op;

/// The first `=` outside brackets and texts; npos where a comment would make that doubtful.
std::size_t equals_sign(std::string_view text) {
    int depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"') {
            for (++i; i < text.size() && text[i] != '"'; ++i) {
                i += text[i] == '\\' ? 1U : 0U;
            }
        } else if (c == '/' && i + 1 < text.size() && (text[i + 1] == '/' || text[i + 1] == '*')) {
            return std::string_view::npos;
        } else if (c == '(' || c == '[' || c == '{') {
            ++depth;
        } else if (c == ')' || c == ']' || c == '}') {
            --depth;
        } else if (c == '=' && depth == 0) {
            const char before = i == 0 ? ' ' : text[i - 1];
            return before == '<' || before == '>' || before == '!' ? std::string_view::npos : i;
        }
    }
    return std::string_view::npos;
}

} // namespace

tl::expected<Formula, feel::Fault> Formulas::compile(std::string_view text) {
    const std::size_t first_node = program_.code().nodes.size();
    const auto whole = program_.compile(text, figures_.scope);
    if (!whole) {
        return tl::unexpected(whole.error());
    }
    const feel::Type& type = program_.type_of(*whole);
    if (!type.is_open() && !type.is_numeric() && !type.is(feel::TypeKind::boolean)) {
        constexpr text::Sentence needed{"a claim is a number or a comparison, and this is {0}",
                                        "论断应是数或比较，此处为{0}"};
        return tl::unexpected(
            feel::make_fault(feel::codes::type, {0, text.size()}, needed(type.phrase())));
    }
    Formula formula;
    formula.whole = *whole;
    formula.kind = kind_since(first_node, *whole);
    const feel::NodeId root = program_.code().expressions[*whole].root;
    if (program_.code().nodes[root].op == Op::equal) {
        split(text, formula);
    }
    return formula;
}

void Formulas::split(std::string_view text, Formula& formula) {
    const std::size_t at = equals_sign(text);
    if (at == std::string_view::npos) {
        return;
    }
    const auto number = feel::ExpectedType::number;
    const auto left = program_.compile(text.substr(0, at), figures_.scope, number);
    const auto right = program_.compile(text.substr(at + 1), figures_.scope, number);
    if (left && right) {
        formula.left = *left;
        formula.right = *right;
    }
}

ClaimKind Formulas::kind_since(std::size_t first_node, feel::ExpressionId id) const {
    const auto& nodes = program_.code().nodes;
    const feel::Node& root = nodes[program_.code().expressions[id].root];
    if (root.op == Op::slot || program_.type_of(id).is(feel::TypeKind::boolean)) {
        return ClaimKind::identity;
    }
    bool sums = false;
    for (std::size_t i = first_node; i < nodes.size(); ++i) {
        const Op op = nodes[i].op;
        if (op == Op::divide || op == Op::power) {
            return ClaimKind::ratio;
        }
        sums = sums || op == Op::add || op == Op::subtract || op == Op::call;
    }
    return sums ? ClaimKind::breakdown : ClaimKind::ratio;
}

feel::Value Formulas::evaluate(feel::ExpressionId id) {
    if (steps_left_ <= 0) {
        return feel::Value::null(feel::NullCause::limit);
    }
    feel::SessionLimits limits;
    limits.steps = std::min(limits.steps, steps_left_);
    feel::Session session{program_, slots_, limits};
    feel::Value value = session.evaluate(id);
    // The words of the sets that a session makes are work, too.
    steps_left_ -= session.steps_taken() + static_cast<std::int64_t>(slots_.size() / 1024) + 1;
    if (const auto fault = session.fault()) {
        return feel::Value::null(fault->code == feel::codes::limit ? feel::NullCause::limit
                                                                   : feel::NullCause::unsupported);
    }
    return value;
}

std::optional<Ratio> Formulas::number(feel::ExpressionId id) {
    const feel::Value value = evaluate(id);
    return value.is_number() ? std::optional{value.number()} : std::nullopt;
}

std::optional<Ratio> Formulas::with(const Formula& formula, feel::SlotId slot, const Ratio& value) {
    feel::Value replaced = std::exchange(slots_[slot], feel::Value::number(value));
    std::optional<Ratio> result;
    if (!formula.left) {
        result = number(formula.whole);
    } else if (const auto left = number(*formula.left)) {
        if (const auto right = number(*formula.right)) {
            result = *left - *right;
        }
    }
    slots_[slot] = std::move(replaced);
    return result;
}

} // namespace heng::detail::reconcile
