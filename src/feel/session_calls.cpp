// SPDX-License-Identifier: Apache-2.0
//
// Calls that are given a function: sort and list replace. Its two parameters are variables next to
// each other; what is no boolean makes the result null. Source: DMN 1.5, table 78.
//
//     sort(contracts, function(a, b) a.amount > b.amount)
#include "feel/operate.hpp"
#include "feel/session.hpp"
#include "feel/sort.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace heng::detail::feel {

Value Session::eval_sort(const Node& node) {
    const Value list = eval(node.a);
    if (list.is_null()) {
        return list;
    }
    std::vector<Value> items = list.is_list() ? list.items() : std::vector{list};
    Value wrong;
    const bool done = budget_.elements(items.size()) &&
                      merge_sort(items, [&](const Value& left, const Value& right) {
                          set_local(node.c, left);
                          set_local(node.c + 1, right);
                          wrong = eval(node.b);
                          return wrong.is_boolean() ? std::optional{wrong.is_true()} : std::nullopt;
                      });
    if (budget_.exhausted()) {
        return Value::null(NullCause::limit);
    }
    return done ? list_of(std::move(items), budget_) : null_from(wrong);
}

Value Session::eval_replace(const Node& node) {
    const Value list = eval(code_->many[node.b]);
    const Value item = eval(code_->many[node.b + 1]);
    if (list.is_null()) {
        return list;
    }
    std::vector<Value> items = list.is_list() ? list.items() : std::vector{list};
    if (!budget_.elements(items.size())) {
        return Value::null(NullCause::limit);
    }
    for (Value& each : items) {
        set_local(node.c, each);
        set_local(node.c + 1, item);
        const Value holds = eval(node.a);
        if (!holds.is_boolean()) {
            return null_from(holds);
        }
        if (holds.is_true()) {
            each = item;
        }
    }
    return list_of(std::move(items), budget_);
}

} // namespace heng::detail::feel
