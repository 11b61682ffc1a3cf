// SPDX-License-Identifier: Apache-2.0
#include "feel/abstract.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace heng::detail::feel {
namespace {

constexpr std::size_t most_texts = 64;
constexpr std::uint32_t deepest = 8; ///< of lists and contexts; below that, anything

std::uint8_t null_of(NullCause cause) {
    switch (cause) {
    case NullCause::none:
        return nulls::plain;
    case NullCause::zero_denominator:
        return nulls::zero;
    default:
        return nulls::other;
    }
}

Texts joined_texts(const Texts& a, const Texts& b) {
    Texts result;
    result.any = a.any || b.any;
    if (!result.any) {
        std::set_union(a.some.begin(), a.some.end(), b.some.begin(), b.some.end(),
                       std::back_inserter(result.some));
        result.any = result.some.size() > most_texts;
    }
    if (result.any) {
        result.some.clear();
    }
    return result;
}

Texts met_texts(const Texts& a, const Texts& b) {
    if (a.any || b.any) {
        return a.any ? b : a;
    }
    Texts result;
    std::set_intersection(a.some.begin(), a.some.end(), b.some.begin(), b.some.end(),
                          std::back_inserter(result.some));
    return result;
}

std::shared_ptr<const AbstractContext>
joined_contexts(const std::shared_ptr<const AbstractContext>& a,
                const std::shared_ptr<const AbstractContext>& b) {
    if (!a || !b || a == b) {
        return a ? a : b;
    }
    AbstractContext result;
    const bool alike = a->fields.size() == b->fields.size() &&
                       std::equal(a->fields.begin(), a->fields.end(), b->fields.begin(),
                                  [](const auto& x, const auto& y) { return x.first == y.first; });
    result.open = a->open || b->open || !alike;
    if (!result.open) {
        for (std::size_t i = 0; i < a->fields.size(); ++i) {
            result.fields.emplace_back(a->fields[i].first,
                                       a->fields[i].second.joined(b->fields[i].second));
        }
    }
    return std::make_shared<const AbstractContext>(std::move(result));
}

/// The more exact of two: an intersection field by field is never needed.
template <class T, class Better>
std::shared_ptr<const T> met_boxes(const std::shared_ptr<const T>& a,
                                   const std::shared_ptr<const T>& b, Better better) {
    return !a || !b ? nullptr : better(*a, *b) ? a : b;
}

bool holds_items(const AbstractList& list, const std::vector<Value>& items) {
    return list.length.contains(Ratio{static_cast<std::int64_t>(items.size())}) &&
           std::all_of(items.begin(), items.end(),
                       [&](const Value& item) { return list.element.contains(item); });
}

bool holds_fields(const AbstractContext& context, const std::vector<Field>& fields) {
    if (context.open) {
        return true;
    }
    return context.fields.size() == fields.size() &&
           std::all_of(context.fields.begin(), context.fields.end(), [&](const auto& field) {
               return std::any_of(fields.begin(), fields.end(), [&](const Field& each) {
                   return each.name == field.first && field.second.contains(each.value);
               });
           });
}

} // namespace

bool Texts::contains(std::string_view text) const {
    return any || std::find(some.begin(), some.end(), text) != some.end();
}

Abstract Abstract::any() {
    Abstract result;
    result.open = true;
    result.nulls = nulls::all;
    result.may_be_true = result.may_be_false = result.may_be_range = true;
    result.numbers = result.dates = result.durations = Numbers::all();
    result.texts.any = true;
    Abstract element; // open, and as_list() makes the rest of it when it is asked for
    element.open = true;
    result.list = std::make_shared<const AbstractList>(
        AbstractList{Numbers::counts(), std::move(element), {}});
    result.context = std::make_shared<const AbstractContext>(AbstractContext{true, {}});
    return result;
}

Abstract Abstract::null(std::uint8_t why) {
    Abstract result;
    result.nulls = why;
    return result;
}

Abstract Abstract::boolean(bool may_be_true, bool may_be_false) {
    Abstract result;
    result.may_be_true = may_be_true;
    result.may_be_false = may_be_false;
    return result;
}

Abstract Abstract::number(Numbers numbers) {
    Abstract result;
    result.numbers = std::move(numbers);
    return result;
}

Abstract Abstract::any_text() {
    Abstract result;
    result.texts.any = true;
    return result;
}

Abstract Abstract::list_of(Abstract element, Numbers length) {
    Abstract result;
    if (!length.empty()) {
        result.list = std::make_shared<const AbstractList>(
            AbstractList{std::move(length), std::move(element), {}});
    }
    return result;
}

Abstract Abstract::list_of_each(std::vector<Abstract> each) {
    AbstractList list;
    list.length = Numbers::at(Ratio{static_cast<std::int64_t>(each.size())});
    for (const Abstract& one : each) {
        list.element = list.element.joined(one);
    }
    if (each.size() <= AbstractList::most_each) {
        list.each = std::move(each);
    }
    Abstract result;
    result.list = std::make_shared<const AbstractList>(std::move(list));
    return result;
}

Abstract Abstract::record(std::vector<std::pair<std::string, Abstract>> fields) {
    Abstract result;
    result.context =
        std::make_shared<const AbstractContext>(AbstractContext{false, std::move(fields)});
    return result;
}

Abstract Abstract::of(const Value& value) {
    if (value.depth() > deepest) {
        return any();
    }
    Abstract result;
    switch (value.kind()) {
    case Kind::null:
        return null(null_of(value.cause()));
    case Kind::boolean:
        return boolean(value.is_true(), value.is_false());
    case Kind::number:
        return number(Numbers::at(value.number()));
    case Kind::text:
        result.texts.some = {value.text()};
        return result;
    case Kind::date:
        result.dates = Numbers::at(Ratio{value.date_days()});
        return result;
    case Kind::duration:
        result.durations = Numbers::at(value.duration_seconds());
        return result;
    case Kind::range:
        result.may_be_range = true;
        return result;
    case Kind::list: {
        std::vector<Abstract> each;
        Abstract element;
        const std::size_t size = value.items().size();
        for (const Value& item : value.items()) {
            if (size <= AbstractList::most_each) {
                each.push_back(of(item));
            } else {
                element = element.joined(of(item));
            }
        }
        return size <= AbstractList::most_each
                   ? list_of_each(std::move(each))
                   : list_of(std::move(element),
                             Numbers::at(Ratio{static_cast<std::int64_t>(size)}));
    }
    case Kind::context:
        break;
    }
    std::vector<std::pair<std::string, Abstract>> fields;
    for (const Field& field : value.fields()) {
        fields.emplace_back(field.name, of(field.value));
    }
    return record(std::move(fields));
}

bool Abstract::empty() const {
    return !open && nulls == 0 && !may_be_boolean() && !may_be_range && numbers.empty() &&
           dates.empty() && durations.empty() && texts.empty() && !list && !context;
}

bool Abstract::may_be_other_than_number() const {
    return open || may_be_boolean() || may_be_range || !dates.empty() || !durations.empty() ||
           !texts.empty() || list || context;
}

bool Abstract::may_be_other_than_boolean() const {
    return open || may_be_range || !numbers.empty() || !dates.empty() || !durations.empty() ||
           !texts.empty() || list || context;
}

bool Abstract::may_be_other_than_text() const {
    return open || may_be_boolean() || may_be_range || !numbers.empty() || !dates.empty() ||
           !durations.empty() || list || context;
}

bool Abstract::may_be_other_than_list() const {
    return open || may_be_boolean() || may_be_range || !numbers.empty() || !dates.empty() ||
           !durations.empty() || !texts.empty() || context;
}

bool Abstract::is_number() const {
    return nulls == 0 && !may_be_other_than_number();
}

bool Abstract::is_text() const {
    return nulls == 0 && !may_be_other_than_text();
}

bool Abstract::is_boolean() const {
    return nulls == 0 && !may_be_other_than_boolean();
}

Abstract Abstract::joined(const Abstract& other) const {
    if (open || other.open) {
        return any();
    }
    Abstract result;
    result.nulls = nulls | other.nulls;
    result.may_be_true = may_be_true || other.may_be_true;
    result.may_be_false = may_be_false || other.may_be_false;
    result.may_be_range = may_be_range || other.may_be_range;
    result.numbers = numbers.joined(other.numbers);
    result.dates = dates.joined(other.dates);
    result.durations = durations.joined(other.durations);
    result.texts = joined_texts(texts, other.texts);
    result.list = list ? list : other.list;
    if (list && other.list && list != other.list) {
        result.list = std::make_shared<const AbstractList>(
            AbstractList{list->length.joined(other.list->length),
                         list->element.joined(other.list->element),
                         {}});
    }
    result.context = joined_contexts(context, other.context);
    return result;
}

Abstract Abstract::met(const Abstract& other) const {
    if (open || other.open) {
        return open ? other : *this;
    }
    Abstract result;
    result.nulls = nulls & other.nulls;
    result.may_be_true = may_be_true && other.may_be_true;
    result.may_be_false = may_be_false && other.may_be_false;
    result.may_be_range = may_be_range && other.may_be_range;
    result.numbers = numbers.met(other.numbers);
    result.dates = dates.met(other.dates);
    result.durations = durations.met(other.durations);
    result.texts = met_texts(texts, other.texts);
    if (list && other.list) {
        Numbers length = list->length.met(other.list->length);
        if (!length.empty()) {
            const Abstract& element = list->element.open ? other.list->element : list->element;
            const std::vector<Abstract>& each = list->each.empty() ? other.list->each : list->each;
            result.list = std::make_shared<const AbstractList>(
                AbstractList{std::move(length), element, each});
        }
    }
    result.context =
        met_boxes(context, other.context,
                  [](const AbstractContext& a, const AbstractContext&) { return !a.open; });
    return result;
}

bool Abstract::contains(const Value& value) const {
    if (open) {
        return true;
    }
    switch (value.kind()) {
    case Kind::null:
        return (nulls & null_of(value.cause())) != 0;
    case Kind::boolean:
        return value.is_true() ? may_be_true : may_be_false;
    case Kind::number:
        return numbers.contains(value.number());
    case Kind::text:
        return texts.contains(value.text());
    case Kind::date:
        return dates.contains(Ratio{value.date_days()});
    case Kind::duration:
        return durations.contains(value.duration_seconds());
    case Kind::list:
        return list && holds_items(*list, value.items());
    case Kind::context:
        return context && holds_fields(*context, value.fields());
    case Kind::range:
        break;
    }
    return may_be_range;
}

std::optional<AbstractList> Abstract::as_list() const {
    if (open) {
        return AbstractList{Numbers::counts(), any(), {}};
    }
    if (!list) {
        return std::nullopt;
    }
    return AbstractList{list->length, list->element.open ? any() : list->element, list->each};
}

Abstract Abstract::field(std::string_view name) const {
    if (open || (context && context->open)) {
        return any();
    }
    if (context) {
        for (const auto& [key, value] : context->fields) {
            if (key == name) {
                return value;
            }
        }
        return null(nulls::other);
    }
    return {};
}

} // namespace heng::detail::feel
