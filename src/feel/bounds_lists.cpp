// SPDX-License-Identifier: Apache-2.0
//
// Bounds of lists, contexts, loops and built-in functions.
#include "feel/bounds.hpp"

#include <algorithm>
#include <utility>

namespace heng::detail::feel {
namespace {

/// From 0 to as many as there can be.
Numbers up_to(const Numbers& length) {
    return length.joined(Numbers::at(Ratio{0})).empty()
               ? Numbers{}
               : Numbers::of({Ratio{0}, true, length.hull().high, length.hull().high_closed}, true);
}

/// What a function that gives a number or null can give.
Abstract number_or_null(Numbers numbers, std::uint8_t why) {
    Abstract result = Abstract::number(std::move(numbers));
    result.nulls = why;
    return result;
}

/// The nulls of a function of a number.
std::uint8_t nulls_of_number(const Abstract& operand) {
    return static_cast<std::uint8_t>(operand.nulls |
                                     nulls::when(operand.may_be_other_than_number(), nulls::other));
}

/// The properties of dates, durations and ranges.
Abstract property_of(const Abstract& value) {
    Abstract result;
    if (!value.dates.empty() || !value.durations.empty()) {
        result.numbers = Numbers::all();
        result.nulls |= nulls::other;
    }
    return value.may_be_range ? Abstract::any() : result;
}

} // namespace

Abstract Bounds::eval_path(const Node& node) {
    const Abstract base = eval(node.a);
    if (base.open) {
        return Abstract::any();
    }
    const std::string& name = code_->names[node.b];
    Abstract result = property_of(base);
    if (base.context) {
        result = result.joined(base.field(name));
    }
    if (const auto list = base.as_list()) {
        const Abstract& element = list->element;
        const bool records = !element.open && !element.list && element.nulls == 0 &&
                             !element.may_be_boolean() && element.numbers.empty() &&
                             element.texts.empty() && property_of(element).empty();
        if (records && !list->each.empty()) {
            std::vector<Abstract> fields;
            for (const Abstract& each : list->each) {
                fields.push_back(each.field(name));
            }
            result = result.joined(Abstract::list_of_each(std::move(fields)));
        } else {
            result = result.joined(
                Abstract::list_of(records ? element.field(name) : Abstract::any(), list->length));
        }
    }
    Abstract rest = base;
    rest.context.reset();
    rest.list.reset();
    rest.dates = rest.durations = {};
    rest.may_be_range = false;
    if (!rest.empty()) {
        result.nulls |= rest.nulls | nulls::other;
    }
    return result;
}

Abstract Bounds::eval_filter(const Node& node) {
    const Abstract base = eval(node.a);
    if (base.open) {
        return Abstract::any();
    }
    AbstractList items = base.as_list().value_or(AbstractList{Numbers{}, {}});
    Abstract single = base; // a value that is no list stands for the list of it
    single.list.reset();
    single.nulls = 0;
    if (!single.empty()) {
        items.element = items.element.joined(single);
        items.length = items.length.joined(Numbers::at(Ratio{1}));
    }
    const bool by_boolean = (node.flags & flags::filter_by_boolean) != 0;
    const bool by_index = (node.flags & flags::filter_by_index) != 0;
    if (by_boolean && base.nulls == 0 && single.empty() && !items.each.empty()) {
        return filtered(node, items.each);
    }
    open();
    bind(node.c, items.element);
    const Abstract condition = eval(node.b);
    const bool kept = refine(node.b, Want::holds);
    Abstract element = eval_local(node.c);
    if (const Abstract* more = known_local(node.c)) {
        element = element.met(*more);
    }
    close();
    Abstract result = Abstract::null(base.nulls);
    if (items.length.empty()) {
        return result;
    }
    if (!by_index) {
        const bool nothing = !kept || (!condition.open && !condition.may_be_true);
        result = result.joined(nothing ? Abstract::list_of({}, Numbers::at(Ratio{0}))
                                       : Abstract::list_of(element, up_to(items.length)));
    }
    if (!by_boolean) {
        result = result.joined(items.element).joined(Abstract::null(nulls::all));
    }
    return result;
}

/// Of elements that are known one by one: which of them are kept, may be, and are not.
Abstract Bounds::filtered(const Node& node, const std::vector<Abstract>& each) {
    std::vector<Abstract> kept;
    std::int64_t certain = 0;
    for (const Abstract& item : each) {
        open();
        bind(node.c, item);
        const Abstract condition = eval(node.b);
        const bool may_be =
            (condition.open || condition.may_be_true) && refine(node.b, Want::holds);
        if (may_be) {
            Abstract element = eval_local(node.c);
            if (const Abstract* more = known_local(node.c)) {
                element = element.met(*more);
            }
            kept.push_back(std::move(element));
            certain += condition.is_boolean() && !condition.may_be_false ? 1 : 0;
        }
        close();
    }
    const auto most = static_cast<std::int64_t>(kept.size());
    if (certain == most) {
        return Abstract::list_of_each(std::move(kept));
    }
    Abstract element;
    for (const Abstract& one : kept) {
        element = element.joined(one);
    }
    return Abstract::list_of(std::move(element),
                             Numbers::of({Ratio{certain}, true, Ratio{most}, true}, true));
}

Abstract Bounds::eval_list(const Node& node) {
    std::vector<Abstract> each;
    for (std::uint32_t i = 0; i < node.count; ++i) {
        each.push_back(eval(code_->many[node.b + i]));
    }
    return Abstract::list_of_each(std::move(each));
}

Abstract Bounds::eval_context(const Node& node) {
    std::vector<std::pair<std::string, Abstract>> fields;
    open();
    for (std::uint32_t i = 0; i < node.count; ++i) {
        Abstract entry = eval(code_->many[node.b + 2 * i + 1]);
        bind(node.c + i, entry);
        fields.emplace_back(code_->names[code_->many[node.b + 2 * i]], std::move(entry));
    }
    close();
    return Abstract::record(std::move(fields));
}

Bounds::Domains Bounds::bind_domains(const Node& node) {
    Domains result;
    for (std::uint32_t i = 0; i < node.count; ++i) {
        const NodeId* variable = &code_->many[node.b + 3 * std::size_t{i}];
        const Abstract domain = eval(variable[1]);
        const bool range = variable[2] != no_node || domain.may_be_range || domain.open;
        Abstract element;
        Numbers length;
        if (const auto list = domain.as_list(); list && variable[2] == no_node) {
            element = list->element;
            length = list->length;
        }
        if (range) { // whole numbers or days
            element = element.joined(Abstract::number(Numbers::of(Interval{}, true)));
            element.dates = Numbers::of(Interval{}, true);
            length = length.joined(Numbers::counts());
            result.nulls |= nulls::all;
        } else if (domain.nulls != 0 || domain.may_be_other_than_list()) {
            result.nulls |= domain.nulls | nulls::other;
        }
        result.length = multiplied(result.length, length);
        bind(variable[0], std::move(element));
    }
    return result;
}

/// The body for each element of a list whose elements are known one by one; none for other loops.
std::optional<std::vector<Abstract>> Bounds::bodies(const Node& node) {
    const NodeId* const variable = &code_->many[node.b];
    if (node.count != 1 || variable[2] != no_node || (node.op == Op::loop && node.c != no_node)) {
        return std::nullopt;
    }
    const Abstract domain = eval(variable[1]);
    if (domain.open || !domain.list || domain.list->each.empty() || domain.nulls != 0 ||
        domain.may_be_other_than_list()) {
        return std::nullopt;
    }
    std::vector<Abstract> bodies;
    for (const Abstract& item : domain.list->each) {
        open();
        bind(variable[0], item);
        bodies.push_back(eval(node.a));
        close();
    }
    return bodies;
}

/// some: a true decides, else a null leaves it open; every: a false does.
Abstract Bounds::quantified(bool some, const std::vector<Abstract>& bodies) {
    bool may_decide = false;
    bool decides = false;
    bool may_end = true;
    Abstract result;
    for (const Abstract& body : bodies) {
        const bool on = body.open || (some ? body.may_be_true : body.may_be_false);
        const bool off = body.open || (some ? body.may_be_false : body.may_be_true);
        const bool undecided = body.open || body.nulls != 0 || body.may_be_other_than_boolean();
        may_decide = may_decide || on;
        decides = decides || (on && !off && !undecided);
        may_end = may_end && off;
        result.nulls |= undecided ? body.nulls | nulls::other : 0;
    }
    const bool ends = may_end && !decides;
    result.nulls = decides ? std::uint8_t{0} : result.nulls;
    result.may_be_true = some ? may_decide : ends;
    result.may_be_false = some ? ends : may_decide;
    return result;
}

Abstract Bounds::eval_loop(const Node& node) {
    if (auto each = bodies(node)) {
        return node.op == Op::loop ? Abstract::list_of_each(std::move(*each))
                                   : quantified(node.op == Op::some, *each);
    }
    open();
    const Domains domains = bind_domains(node);
    if (node.op == Op::loop && node.c != no_node) {
        bind(node.c, Abstract::list_of(Abstract::any()));
    }
    const Abstract body = eval(node.a);
    close();
    const bool nothing = domains.length.empty() || domains.length.contains(Ratio{0});
    const bool something = !domains.length.met(Interval{Ratio{0}, false, {}, false}).empty();
    Abstract result = node.op == Op::loop ? Abstract::list_of(body, domains.length)
                                          : eval_quantified(node, body, nothing, something);
    result.nulls |= domains.nulls;
    return result;
}

/// some: a true decides; every: a false does. A null leaves it open.
Abstract Bounds::eval_quantified(const Node& node, const Abstract& body, bool nothing,
                                 bool something) {
    const bool some = node.op == Op::some;
    const bool undecided = body.nulls != 0 || body.may_be_other_than_boolean();
    const bool may_decide = something && (some ? body.may_be_true : body.may_be_false);
    const bool may_end = nothing || body.open || (some ? body.may_be_false : body.may_be_true);
    Abstract result =
        some ? Abstract::boolean(may_decide, may_end) : Abstract::boolean(may_end, may_decide);
    if (something && undecided) {
        result.nulls = body.nulls | nulls::other;
    }
    return result;
}

Abstract Bounds::eval_call(const Node& node) {
    const auto function = static_cast<Function>(node.a);
    const NodeId first = code_->many[node.b];
    switch (function) {
    case Function::count:
    case Function::sum:
    case Function::min:
    case Function::max:
    case Function::mean:
    case Function::median:
        return eval_fold(function, first);
    default:
        break;
    }
    const Abstract operand = eval(first);
    if (operand.open || operand.list) {
        return Abstract::any(); // a list of one number stands for it
    }
    switch (function) {
    case Function::abs: {
        Abstract result = number_or_null(absolute(operand.numbers), nulls_of_number(operand));
        result.durations = absolute(operand.durations);
        return result;
    }
    case Function::floor:
        return eval_rounding(node, operand, Rounding::floor);
    case Function::ceiling:
        return eval_rounding(node, operand, Rounding::ceiling);
    case Function::round_up:
        return eval_rounding(node, operand, Rounding::up);
    case Function::round_down:
        return eval_rounding(node, operand, Rounding::down);
    case Function::round_half_up:
        return eval_rounding(node, operand, Rounding::half_up);
    case Function::round_half_down:
        return eval_rounding(node, operand, Rounding::half_down);
    case Function::round_half_even:
        return eval_rounding(node, operand, Rounding::half_even);
    case Function::negation: {
        Abstract result = Abstract::boolean(operand.may_be_false, operand.may_be_true);
        result.nulls = operand.nulls;
        result.nulls |= nulls::when(operand.may_be_other_than_boolean(), nulls::other);
        return result;
    }
    default:
        return eval_text_call(node, operand);
    }
}

/// Rounding to a scale that is known.
Abstract Bounds::eval_rounding(const Node& node, const Abstract& number, Rounding mode) {
    constexpr std::int64_t most_places = 100;
    std::int64_t scale = 0;
    if (node.count > 1) {
        const Abstract places = eval(code_->many[node.b + 1]);
        const auto only = places.numbers.only();
        scale = only ? only->as_int64().value_or(most_places + 1) : most_places + 1;
        if (!places.is_number() || scale < -most_places || scale > most_places) {
            return Abstract::any();
        }
    }
    return number_or_null(rounded(number.numbers, static_cast<int>(scale), mode),
                          nulls_of_number(number));
}

Abstract Bounds::eval_text_call(const Node& node, const Abstract& operand) {
    if (!operand.is_text()) {
        return Abstract::any();
    }
    switch (static_cast<Function>(node.a)) {
    case Function::string_length:
        return Abstract::number(Numbers::counts());
    case Function::upper_case:
    case Function::lower_case:
        return Abstract::any_text();
    case Function::contains:
    case Function::starts_with:
    case Function::ends_with:
        return eval(code_->many[node.b + 1]).is_text() ? Abstract::boolean(true, true)
                                                       : Abstract::any();
    default:
        return Abstract::any();
    }
}

/// The bounds of numbers that are known one by one.
Numbers Bounds::folded(Function function, const std::vector<Abstract>& each) {
    Numbers result = each.front().numbers;
    for (std::size_t i = 1; i < each.size(); ++i) {
        const Numbers& item = each[i].numbers;
        result = function == Function::min      ? least(result, item)
                 : function == Function::max    ? greatest(result, item)
                 : function == Function::median ? result.joined(item)
                                                : added(result, item);
    }
    if (function == Function::mean) {
        const Ratio size{static_cast<std::int64_t>(each.size())};
        result = divided(result, Numbers::at(size));
    }
    return function == Function::median && !result.empty() ? Numbers::of(result.hull()) : result;
}

Abstract Bounds::eval_fold(Function function, NodeId id) {
    const Node& many = code_->nodes[id];
    const Abstract operand = eval(id);
    if (operand.open) {
        return function == Function::count ? number_or_null(Numbers::counts(), nulls::all)
                                           : Abstract::any();
    }
    Abstract single = operand; // what is no list stands for the list of it
    single.list.reset();
    single.nulls = 0;
    AbstractList list = operand.as_list().value_or(AbstractList{Numbers{}, {}});
    if (!single.empty()) {
        list.element = list.element.joined(single);
        list.length = list.length.joined(Numbers::at(Ratio{1}));
    }
    if (function == Function::count) {
        return number_or_null(list.length, operand.nulls);
    }
    const Abstract& element = list.element;
    if (element.may_be_other_than_number()) {
        return Abstract::any();
    }
    std::uint8_t why = operand.nulls | element.nulls;
    why |= nulls::when(list.length.empty() || list.length.contains(Ratio{0}), nulls::other);
    Numbers result = element.numbers;
    const bool written = many.op == Op::list && many.count > 0;
    if (!written && single.empty() && !list.each.empty()) {
        return number_or_null(folded(function, list.each), why);
    }
    if (function == Function::sum && !written) {
        const Numbers length = list.length.met(Interval{Ratio{1}, true, {}, false});
        result = multiplied(length.empty() ? length : Numbers::of(length.hull()),
                            result.empty() ? result : Numbers::of(result.hull()));
        if (element.numbers.is_whole()) {
            result = result.met(Numbers::of(Interval{}, true));
        }
    } else if (function == Function::mean || function == Function::median) {
        result = result.empty() ? result : Numbers::of(result.hull());
    }
    for (std::uint32_t i = 0; written && i < many.count; ++i) {
        const Numbers item = eval(code_->many[many.b + i]).numbers;
        if (i == 0 && function != Function::mean && function != Function::median) {
            result = item;
        } else if (function == Function::sum) {
            result = added(result, item);
        } else if (function == Function::min) {
            result = least(result, item);
        } else if (function == Function::max) {
            result = greatest(result, item);
        }
    }
    return number_or_null(std::move(result), why);
}

} // namespace heng::detail::feel
