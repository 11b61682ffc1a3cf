// SPDX-License-Identifier: Apache-2.0
//
// A value of the expression language.
//
//     Value rate = Value::number(Ratio{1, 3});
//     Value rows = Value::list({Value::boolean(true), Value::null()});
//     Value row = Value::context({{"name", Value::text("道路")}, {"late", Value::boolean(false)}});
//
// Numbers are exact ratios and stand in the value itself; texts, lists, contexts and ranges are
// immutable and shared, so every copy is O(1) and copying a scalar allocates nothing. A null says
// why it is null: the cause survives arithmetic, so that a rule can tell a zero denominator from a
// missing fact. Reading an accessor of another kind is an error of the program (Expects).
#pragma once

#include <heng/number/ratio.hpp>

#include <gsl/assert>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace heng::detail::feel {

enum class Kind : std::uint8_t {
    null,
    boolean,
    number,
    text,
    date,
    duration,
    list,
    context,
    range,
};

/// "null", "a boolean", "a number" … for sentences.
[[nodiscard]] std::string_view kind_phrase(Kind kind);

/// Why a null is null.
enum class NullCause : std::uint8_t {
    none,             ///< it was written, or an optional fact is absent
    missing_input,    ///< a required fact is absent; slot() says which
    zero_denominator, ///< a division by zero
    wrong_type,       ///< an operation that the kinds of its operands do not have
    out_of_range,     ///< an argument outside what the operation takes; an index past the list
    missing_field,    ///< a context without the entry that was asked for
    unsupported,      ///< valid FEEL that heng does not evaluate
    limit,            ///< a declared limit was passed
};

/// A declared input of a scope; slots are numbered from 0 in the order of declaration.
using SlotId = std::uint32_t;

class Value;
struct Field;
struct Range;

namespace detail {
/// What texts, lists, contexts and ranges share; `depth` is 1 + the greatest depth inside.
struct Boxed {
    std::uint32_t depth = 1;
};
} // namespace detail

class Value {
  public:
    /// null, without a cause.
    Value() noexcept : number_{} {}

    [[nodiscard]] static Value null(NullCause cause = NullCause::none);
    /// The null of a required fact that is absent.
    [[nodiscard]] static Value missing(SlotId slot);
    [[nodiscard]] static Value boolean(bool truth);
    [[nodiscard]] static Value number(Ratio number);
    [[nodiscard]] static Value text(std::string text);
    /// A day, counted from 1970-01-01.
    [[nodiscard]] static Value date(std::int64_t days);
    /// A days-and-time duration, in exact seconds.
    [[nodiscard]] static Value duration(Ratio seconds);
    [[nodiscard]] static Value list(std::vector<Value> items);
    [[nodiscard]] static Value context(std::vector<Field> fields);
    [[nodiscard]] static Value range(Range range);

    Value(const Value& other)
        : kind_{other.kind_}, cause_{other.cause_}, slot_{other.slot_}, scalar_{other.scalar_} {
        if (is_boxed()) {
            std::construct_at(&box_, other.box_);
        } else {
            std::construct_at(&number_, other.number_);
        }
    }
    Value(Value&& other) noexcept
        : kind_{other.kind_}, cause_{other.cause_}, slot_{other.slot_}, scalar_{other.scalar_} {
        take(other);
    }
    Value& operator=(const Value& other) {
        Value copy{other};
        return *this = std::move(copy);
    }
    Value& operator=(Value&& other) noexcept {
        if (this != &other) {
            release();
            kind_ = other.kind_;
            cause_ = other.cause_;
            slot_ = other.slot_;
            scalar_ = other.scalar_;
            take(other);
        }
        return *this;
    }
    ~Value() { release(); }

    [[nodiscard]] Kind kind() const { return kind_; }
    [[nodiscard]] bool is_null() const { return kind_ == Kind::null; }
    [[nodiscard]] bool is_boolean() const { return kind_ == Kind::boolean; }
    [[nodiscard]] bool is_number() const { return kind_ == Kind::number; }
    [[nodiscard]] bool is_text() const { return kind_ == Kind::text; }
    [[nodiscard]] bool is_date() const { return kind_ == Kind::date; }
    [[nodiscard]] bool is_duration() const { return kind_ == Kind::duration; }
    [[nodiscard]] bool is_list() const { return kind_ == Kind::list; }
    [[nodiscard]] bool is_context() const { return kind_ == Kind::context; }
    [[nodiscard]] bool is_range() const { return kind_ == Kind::range; }

    /// Why it is null; NullCause::none for every other value.
    [[nodiscard]] NullCause cause() const { return cause_; }
    /// The input that is missing, where cause() is missing_input.
    [[nodiscard]] SlotId slot() const { return slot_; }
    /// Whether it is the null of a required fact that is absent.
    [[nodiscard]] bool is_missing() const { return cause_ == NullCause::missing_input; }

    [[nodiscard]] bool is_true() const { return kind_ == Kind::boolean && scalar_ != 0; }
    [[nodiscard]] bool is_false() const { return kind_ == Kind::boolean && scalar_ == 0; }
    [[nodiscard]] const Ratio& number() const {
        Expects(kind_ == Kind::number);
        return number_;
    }
    [[nodiscard]] const std::string& text() const;
    [[nodiscard]] std::int64_t date_days() const {
        Expects(kind_ == Kind::date);
        return scalar_;
    }
    [[nodiscard]] const Ratio& duration_seconds() const {
        Expects(kind_ == Kind::duration);
        return number_;
    }
    [[nodiscard]] const std::vector<Value>& items() const;
    [[nodiscard]] const std::vector<Field>& fields() const;
    /// The entry of a context, or nullptr where it has none of that name. Linear in the entries.
    [[nodiscard]] const Value* find(std::string_view name) const;
    [[nodiscard]] const Range& range() const;

    /// 0 for a scalar, else how deep its lists, contexts and ranges are nested.
    [[nodiscard]] std::uint32_t depth() const { return is_boxed() ? box_->depth : 0; }

  private:
    [[nodiscard]] bool is_boxed() const { return kind_ == Kind::text || kind_ >= Kind::list; }

    /// Moves in what `other` holds, whose kind we have; ours has been released.
    void take(Value& other) noexcept {
        if (is_boxed()) {
            std::construct_at(&box_, std::move(other.box_));
        } else {
            std::construct_at(&number_, std::move(other.number_));
        }
    }
    void release() noexcept {
        if (is_boxed()) {
            std::destroy_at(&box_);
        } else {
            std::destroy_at(&number_);
        }
    }
    template <class Box>
    [[nodiscard]] static Value boxed(Kind kind, std::shared_ptr<const Box> box);

    Kind kind_ = Kind::null;
    NullCause cause_ = NullCause::none;
    SlotId slot_ = 0;
    std::int64_t scalar_ = 0; ///< of a date: its day; of a boolean: its truth
    union {
        Ratio number_; ///< a number, the seconds of a duration; 0 of null, booleans and dates
        std::shared_ptr<const detail::Boxed> box_; ///< a text, list, context or range
    };
};

/// An entry of a context.
struct Field {
    std::string name;
    Value value;
};

/// What a range or a unary test holds: [1..5), < 60, != 0.
enum class RangeForm : std::uint8_t {
    interval, ///< low and high are both there
    less,     ///< these have their operand in `high`
    less_equal,
    greater, ///< and these in `low`
    greater_equal,
    equal,
    not_equal,
};

struct Range {
    RangeForm form = RangeForm::interval;
    bool low_closed = true;
    bool high_closed = true;
    Value low;
    Value high;
};

} // namespace heng::detail::feel
