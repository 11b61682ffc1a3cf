// SPDX-License-Identifier: Apache-2.0
#include "feel/value.hpp"

#include <algorithm>
#include <utility>

namespace heng::detail::feel {

namespace {

struct TextBox : detail::Boxed {
    std::string text;
};
struct ListBox : detail::Boxed {
    std::vector<Value> items;
};
struct ContextBox : detail::Boxed {
    std::vector<Field> fields;
};
struct RangeBox : detail::Boxed {
    Range range;
};

} // namespace

std::string_view kind_phrase(Kind kind) {
    switch (kind) {
    case Kind::null:
        return "null";
    case Kind::boolean:
        return "a boolean";
    case Kind::number:
        return "a number";
    case Kind::text:
        return "a text";
    case Kind::date:
        return "a date";
    case Kind::duration:
        return "a duration";
    case Kind::list:
        return "a list";
    case Kind::context:
        return "a context";
    case Kind::range:
        return "a range";
    }
    return "a value";
}

Value Value::null(NullCause cause) {
    Value value;
    value.cause_ = cause;
    return value;
}

Value Value::missing(SlotId slot) {
    Value value;
    value.cause_ = NullCause::missing_input;
    value.slot_ = slot;
    return value;
}

Value Value::boolean(bool truth) {
    Value value;
    value.kind_ = Kind::boolean;
    value.scalar_ = truth ? 1 : 0;
    return value;
}

Value Value::number(Ratio number) {
    Value value;
    value.kind_ = Kind::number;
    value.number_ = std::move(number);
    return value;
}

Value Value::date(std::int64_t days) {
    Value value;
    value.kind_ = Kind::date;
    value.scalar_ = days;
    return value;
}

Value Value::duration(Ratio seconds) {
    Value value;
    value.kind_ = Kind::duration;
    value.number_ = std::move(seconds);
    return value;
}

template <class Box>
Value Value::boxed(Kind kind, std::shared_ptr<const Box> box) {
    Value value;
    value.release();
    value.kind_ = kind;
    std::construct_at(&value.box_, std::move(box));
    return value;
}

Value Value::text(std::string text) {
    auto box = std::make_shared<TextBox>();
    box->text = std::move(text);
    return boxed<TextBox>(Kind::text, std::move(box));
}

Value Value::list(std::vector<Value> items) {
    auto box = std::make_shared<ListBox>();
    for (const Value& item : items) {
        box->depth = std::max(box->depth, item.depth() + 1);
    }
    box->items = std::move(items);
    return boxed<ListBox>(Kind::list, std::move(box));
}

Value Value::context(std::vector<Field> fields) {
    auto box = std::make_shared<ContextBox>();
    for (const Field& field : fields) {
        box->depth = std::max(box->depth, field.value.depth() + 1);
    }
    box->fields = std::move(fields);
    return boxed<ContextBox>(Kind::context, std::move(box));
}

Value Value::range(Range range) {
    auto box = std::make_shared<RangeBox>();
    box->depth = std::max(range.low.depth(), range.high.depth()) + 1;
    box->range = std::move(range);
    return boxed<RangeBox>(Kind::range, std::move(box));
}

const std::string& Value::text() const {
    Expects(kind_ == Kind::text);
    return static_cast<const TextBox&>(*box_).text;
}

const std::vector<Value>& Value::items() const {
    Expects(kind_ == Kind::list);
    return static_cast<const ListBox&>(*box_).items;
}

const std::vector<Field>& Value::fields() const {
    Expects(kind_ == Kind::context);
    return static_cast<const ContextBox&>(*box_).fields;
}

const Value* Value::find(std::string_view name) const {
    for (const Field& field : fields()) {
        if (field.name == name) {
            return &field.value;
        }
    }
    return nullptr;
}

const Range& Value::range() const {
    Expects(kind_ == Kind::range);
    return static_cast<const RangeBox&>(*box_).range;
}

} // namespace heng::detail::feel
