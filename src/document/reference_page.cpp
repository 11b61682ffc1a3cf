// SPDX-License-Identifier: Apache-2.0
#include "base/page.hpp"
#include "document/reference_page.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace heng::detail::document {
namespace {

using base::Cell;
using base::Heading;
using base::Paragraph;
using declared::Condition;
using declared::Field;
using declared::Form;
using declared::Outcome;
using declared::unbounded;
using declared::Value;

std::string quoted_word(std::string_view word) {
    return '"' + std::string{word} + '"';
}

/// "a", "b" or "c"
std::string listed(declared::Words words, std::string_view last) {
    std::vector<std::string> each;
    for (const std::string_view word : words) {
        each.push_back(quoted_word(word));
    }
    std::string out;
    for (std::size_t i = 0; i < each.size(); ++i) {
        out += i == 0 ? "" : i + 1 == each.size() ? ' ' + std::string{last} + ' ' : ", ";
        out += each[i];
    }
    return out;
}

std::string sentence(std::string_view title, std::string_view meaning) {
    std::string out{title};
    if (!title.empty() && !meaning.empty()) {
        out += ": ";
    }
    return out.append(meaning);
}

/// `, 1 to 9`, `, 1 or more`, or "".
std::string range(const Value& value) {
    const bool from = value.least != unbounded;
    const bool to = value.most != unbounded;
    const std::string least = std::to_string(value.least);
    const std::string most = std::to_string(value.most);
    return from && to ? ", " + least + " to " + most
           : from     ? ", " + least + " or more"
           : to       ? ", at most " + most
                      : "";
}

/// The title and the meaning of a field. Those of a value with a name are told where it is.
Value titled(const Field& field) {
    const Value& of = *field.value;
    const bool named = !of.name.empty();
    return {.title = field.title.empty() ? of.title : field.title,
            .meaning = field.meaning.empty() && !named ? of.meaning : field.meaning};
}

class ReferencePage {
  public:
    explicit ReferencePage(const Value& root) : root_{root} {}

    std::string take() {
        page_.add(Heading{1, std::string{root_.name} + "/1"})
            .add(Paragraph{std::string{root_.title}})
            .add(Paragraph{std::string{root_.meaning}})
            .add(Paragraph{"A key that begins with $ or x- is ignored, in every object."});
        object("", root_);
        base::Table values{{{"name"}, {"value"}, {"meaning"}}};
        for (std::size_t i = 0; i < objects_.size() || values.rows.size() < values_.size();) {
            if (i < objects_.size()) { // an object may name values, and a value objects
                const auto [heading, value] = objects_[i++];
                page_.add(Heading{2, heading});
                if (!value->title.empty()) {
                    page_.add(Paragraph{sentence(value->title, value->meaning)});
                }
                object(heading, *value);
            } else {
                const Value& value = *values_[values.rows.size()];
                values.add(Cell{value.name, 0, true}, form(std::string{value.name}, value),
                           sentence(value.title, value.meaning));
            }
        }
        if (!values.rows.empty()) {
            page_.add(Heading{2, "Values"}).add(std::move(values));
        }
        return base::to_markdown(page_);
    }

  private:
    void object(const std::string& heading, const Value& value) {
        base::Table keys{{{"key"}, {"needed"}, {"value"}, {"meaning"}}};
        for (const Field& field : value.fields) {
            const Value said = titled(field);
            const std::string path =
                heading.empty() ? std::string{field.key} : heading + ": " + std::string{field.key};
            keys.add(Cell{field.key, 0, true}, field.need == declared::Need::required ? "yes" : "",
                     shown(path, *field.value), sentence(said.title, said.meaning));
        }
        page_.add(std::move(keys));
        base::List rules;
        const auto rule = [&rules](std::string text) {
            rules.lines.push_back({std::move(text)});
        };
        if (!value.some_of.empty()) {
            rule("At least one of " + listed(value.some_of, "and") + " must be there" +
                 (value.filled ? ", with something in it." : "."));
        }
        if (!value.one_of.empty()) {
            rule("Exactly one of " + listed(value.one_of, "and") + " must be there.");
        }
        if (!value.not_all_of.empty()) {
            rule("Not together: " + listed(value.not_all_of, "and") + '.');
        }
        for (const Condition& condition : value.conditions) {
            rule(said(heading, condition));
        }
        if (!rules.lines.empty()) {
            page_.add(std::move(rules));
        }
    }

    std::string said(const std::string& heading, const Condition& condition) {
        const std::string where =
            quoted_word(condition.key) +
            (condition.is == nullptr ? " is there" : " is " + shown(heading, *condition.is));
        std::string out;
        if (!condition.then.empty()) {
            out = "Where " + where + ": " + said(heading, condition.then) + '.';
        }
        if (!condition.otherwise.empty()) {
            out += out.empty() ? "Unless " + where + ": " : " Else: ";
            out += said(heading, condition.otherwise) + '.';
        }
        return out;
    }

    std::string said(const std::string& heading, const Outcome& outcome) {
        std::string out;
        const auto part = [&out](const std::string& words) {
            out += out.empty() ? words : "; " + words;
        };
        if (!outcome.needs.empty()) {
            part("needs " + listed(outcome.needs, "and"));
        }
        if (!outcome.without.empty()) {
            part("no " + listed(outcome.without, "or"));
        }
        for (const Field& field : outcome.are) {
            part(quoted_word(field.key) + " is " + shown(heading, *field.value));
        }
        return out;
    }

    /// A value where it is used: by its name, if it has one.
    std::string shown(const std::string& path, const Value& value) {
        const bool is_object = value.form == Form::object;
        if (!is_object && value.name.empty()) {
            return form(path, value);
        }
        const std::string heading = value.name.empty() ? path : std::string{value.name};
        if (is_object) {
            const auto same = [&value](const auto& each) {
                return each.second == &value;
            };
            if (std::none_of(objects_.begin(), objects_.end(), same)) {
                objects_.emplace_back(heading, &value);
            }
        } else if (std::find(values_.begin(), values_.end(), &value) == values_.end()) {
            values_.push_back(&value);
        }
        return (is_object ? "object " : "") + heading;
    }

    std::string form(const std::string& path, const Value& value) {
        switch (value.form) {
        case Form::any:
            return "anything";
        case Form::never:
            return "nothing";
        case Form::text:
            return !value.words.empty()     ? listed(value.words, "or")
                   : !value.pattern.empty() ? "text like " + std::string{value.pattern}
                   : value.least > 0        ? "text that is not empty"
                                            : "text";
        case Form::boolean:
            return "true or false";
        case Form::truth:
            return "true";
        case Form::number:
            return value.pattern.empty() ? "number or text" : "number" + range(value);
        case Form::whole:
            return "whole number" + range(value);
        case Form::unknown:
            return "null or \"?\"";
        case Form::object:
            return shown(path, value);
        case Form::map:
            return value.of == nullptr ? "object" + range(value) + listed_in(path, value)
                                       : "object of: " + shown(path, *value.of) + range(value);
        case Form::list:
            return "list of: " + shown(path, *value.of) + range(value);
        case Form::pair:
            return "list of two: " + choices(path, value, " and ");
        case Form::either:
            return choices(path, value, " or ");
        case Form::narrowed:
            return shown(path, *value.of) + narrowing(path, value);
        case Form::kinds:
            return choices(path, value, " or ");
        case Form::some_keys:
            return "an object" + narrowing(path, value);
        }
        return {};
    }

    /// What may stand in lists of it, where another document says so.
    std::string listed_in(const std::string& path, const Value& value) {
        std::string out;
        for (const Value* each : value.beside) {
            out += (out.empty() ? ", with lists of: " : ", ") + shown(path, *each);
        }
        return out;
    }

    std::string narrowing(const std::string& path, const Value& value) {
        std::string out;
        for (const Field& field : value.fields) {
            out += field.value->form == Form::never
                       ? ", without " + quoted_word(field.key)
                       : ", " + quoted_word(field.key) + " being " + shown(path, *field.value);
        }
        return out;
    }

    std::string choices(const std::string& path, const Value& value, std::string_view between) {
        std::string out;
        for (const Value* choice : value.choices) {
            out.append(out.empty() ? std::string_view{} : between).append(shown(path, *choice));
        }
        return out;
    }

    const Value& root_;
    base::Page page_{"en"};
    std::vector<std::pair<std::string, const Value*>> objects_{}; ///< told below, in this order
    std::vector<const Value*> values_{};
};

} // namespace

std::string reference_page(const declared::Value& root) {
    return ReferencePage{root}.take();
}

} // namespace heng::detail::document
