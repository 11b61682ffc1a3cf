// SPDX-License-Identifier: Apache-2.0
#include "feel/calendar.hpp"
#include "feel/text.hpp"

#include <string_view>

namespace heng::detail::feel {

namespace {

constexpr int significant_digits = 34;

class Writer {
  public:
    explicit Writer(std::size_t most) : most_{most} {}

    void write(const Value& value, bool inside) {
        if (text_.size() > most_) {
            return;
        }
        switch (value.kind()) {
        case Kind::null:
            text_ += "null";
            break;
        case Kind::boolean:
            text_ += value.is_true() ? "true" : "false";
            break;
        case Kind::number:
            text_ += number_text(value.number());
            break;
        case Kind::text:
            text_ += inside ? quoted_text(value.text()) : value.text();
            break;
        case Kind::date:
            text_ += date_text(value.date_days());
            break;
        case Kind::duration:
            text_ += duration_text(value.duration_seconds());
            break;
        case Kind::list:
            list(value);
            break;
        case Kind::context:
            context(value);
            break;
        case Kind::range:
            range(value.range());
            break;
        }
    }

    std::string take() { return std::move(text_); }

  private:
    void list(const Value& value) {
        text_ += '[';
        bool first = true;
        for (const Value& item : value.items()) {
            text_ += first ? "" : ", ";
            first = false;
            write(item, true);
            if (text_.size() > most_) {
                return;
            }
        }
        text_ += ']';
    }

    void context(const Value& value) {
        text_ += '{';
        bool first = true;
        for (const Field& field : value.fields()) {
            text_ += first ? "" : ", ";
            first = false;
            text_ += field.name;
            text_ += ": ";
            write(field.value, true);
            if (text_.size() > most_) {
                return;
            }
        }
        text_ += '}';
    }

    void range(const Range& range) {
        constexpr std::string_view signs[] = {"", "<", "<=", ">", ">=", "=", "!="};
        if (range.form != RangeForm::interval) {
            text_ += '(';
            text_ += signs[static_cast<std::size_t>(range.form)];
            text_ += ' ';
            const bool below = range.form == RangeForm::less || range.form == RangeForm::less_equal;
            write(below ? range.high : range.low, true);
            text_ += ')';
            return;
        }
        text_ += range.low_closed ? '[' : '(';
        write(range.low, true);
        text_ += " .. ";
        write(range.high, true);
        text_ += range.high_closed ? ']' : ')';
    }

    std::size_t most_;
    std::string text_;
};

} // namespace

std::string number_text(const Ratio& number) {
    return number.significant(significant_digits);
}

std::string quoted_text(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : text) {
        switch (c) {
        case '"':
            quoted += "\\\"";
            break;
        case '\\':
            quoted += "\\\\";
            break;
        case '\n':
            quoted += "\\n";
            break;
        case '\r':
            quoted += "\\r";
            break;
        case '\t':
            quoted += "\\t";
            break;
        default:
            quoted += c;
        }
    }
    return quoted + '"';
}

std::string value_text(const Value& value, std::size_t most_bytes) {
    Writer writer{most_bytes};
    writer.write(value, false);
    return writer.take();
}

} // namespace heng::detail::feel
