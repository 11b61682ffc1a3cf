// SPDX-License-Identifier: Apache-2.0
#include "base/json/writer.hpp"
#include "base/text/utf8.hpp"
#include "base/text/width.hpp"
#include "eval/render_trace.hpp"
#include "eval/value_json.hpp"
#include "feel/text.hpp"

#include <heng/number/ratio.hpp>

#include <algorithm>
#include <array>
#include <cstdint>

namespace heng::detail::eval {
namespace {

using feel::Kind;
using feel::NullCause;
using feel::Trace;
using feel::TraceKind;
using feel::TraceNode;
using feel::Value;

constexpr std::size_t most_source = 100;  ///< characters of the text of a node
constexpr std::size_t most_shown = 80;    ///< characters of a value in a line
constexpr std::size_t most_json = 500;    ///< bytes of a value in the JSON of a node
constexpr std::size_t most_fraction = 60; ///< characters of p/q in a line
constexpr std::size_t most_bits = 8'192;  ///< of a number that is shown: others take long to say
constexpr std::size_t most_leaves = 100;  ///< of a value that is looked at
constexpr int most_places = 10;           ///< of a decimal that does not end

std::string_view said(NullCause cause) {
    constexpr std::array<std::string_view, 8> causes = {"",
                                                        "the input is missing",
                                                        "a division by zero",
                                                        "these types do not go together",
                                                        "out of range",
                                                        "there is no such entry",
                                                        "heng does not evaluate this",
                                                        "a limit was passed"};
    return causes[static_cast<std::size_t>(cause)];
}

/// Whether it has no number that takes long to write, as far as it is looked at.
bool is_cheap(const Value& value, std::size_t& leaves) {
    leaves -= leaves > 0 ? 1 : 0;
    const auto each_is_cheap = [&leaves](const auto& many, auto value_of) {
        for (auto each = many.begin(); each != many.end() && leaves > 0; ++each) {
            if (!is_cheap(value_of(*each), leaves)) {
                return false;
            }
        }
        return true;
    };
    switch (value.kind()) {
    case Kind::number:
        return value.number().big_bits() <= most_bits;
    case Kind::duration:
        return value.duration_seconds().big_bits() <= most_bits;
    case Kind::list:
        return each_is_cheap(value.items(), [](const Value& item) -> const Value& { return item; });
    case Kind::context:
        return each_is_cheap(value.fields(),
                             [](const feel::Field& field) -> const Value& { return field.value; });
    case Kind::range:
        return is_cheap(value.range().low, leaves) && is_cheap(value.range().high, leaves);
    default:
        return true;
    }
}

bool is_cheap(const Value& value) {
    std::size_t leaves = most_leaves;
    return is_cheap(value, leaves);
}

std::string shown_number(const Ratio& number) {
    if (number.exact_decimal()) {
        return number.to_string();
    }
    const bool below_one = abs(number) < Ratio{1};
    std::string shown = below_one ? number.significant(most_places, Rounding::down)
                                  : number.rounded(most_places, Rounding::down).to_string();
    shown += "…";
    const std::string fraction = number.to_string();
    if (fraction.size() <= most_fraction) {
        shown += " (" + fraction + ')';
    }
    return shown;
}

/// The beginning of a value as text.
std::string beginning(const Value& value) {
    if (!is_cheap(value)) {
        return value.is_number() ? "a number of thousands of digits"
                                 : std::string{kind_phrase(value.kind())} + " of long numbers";
    }
    std::string text = value.is_text()
                           ? feel::quoted_text(text::shortened(value.text(), most_shown))
                           : feel::value_text(value, 4 * most_shown);
    return text::printable(text::shortened(text, most_shown));
}

/// `text` on one line: runs of white space are one space, the ends have none.
std::string on_one_line(std::string_view text) {
    std::string line;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (!space) {
            line += c;
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
        if (line.size() > 4 * most_source) {
            break;
        }
    }
    while (!line.empty() && line.back() == ' ') {
        line.pop_back();
    }
    return text::printable(text::shortened(line, most_source));
}

/// What a node says of itself before its value.
std::string label(const TraceNode& node, const TraceTexts& texts) {
    if (node.kind == TraceKind::iteration) {
        return on_one_line(node.name);
    }
    std::string_view text = texts(node.source);
    if (node.place.length > 0) {
        text = text.substr(std::min(node.place.offset, text.size()), node.place.length);
    }
    return (node.kind == TraceKind::test ? "in " : "") + on_one_line(text);
}

class TextTree {
  public:
    TextTree(const Trace& trace, const TraceTexts& texts) : nodes_{trace.nodes()}, texts_{texts} {}

    std::string write() {
        if (!nodes_.empty()) {
            line("", "", 0);
        }
        return std::move(text_);
    }

  private:
    /// A node and its parts. `lead` stands before its own line, `below` before those of its parts.
    void line(const std::string& lead, const std::string& below, std::size_t at) {
        const TraceNode& node = nodes_[at];
        text_ += lead + label(node, texts_) + " = " + shown_value(node.value);
        text_ += node.repeated ? " (as above)\n" : "\n";
        for (std::size_t part = at + 1; part < node.end; part = nodes_[part].end) {
            const bool last = nodes_[part].end >= node.end && node.omitted == 0;
            line(below + (last ? "└ " : "├ "), below + (last ? "  " : "│ "), part);
        }
        if (node.omitted > 0) {
            text_ += below + "└ … " + std::to_string(node.omitted) + " more\n";
        }
    }

    const std::vector<TraceNode>& nodes_;
    const TraceTexts& texts_;
    std::string text_;
};

class JsonTree {
  public:
    JsonTree(const Trace& trace, const TraceTexts& texts) : nodes_{trace.nodes()}, texts_{texts} {}

    std::string write() {
        if (!nodes_.empty()) {
            add(0);
        }
        return json_.take();
    }

  private:
    static std::string_view word(TraceKind kind) {
        constexpr std::array<std::string_view, 6> words = {"operation", "constant",  "input",
                                                           "named",     "iteration", "test"};
        return words[static_cast<std::size_t>(kind)];
    }

    void add(std::size_t at) {
        const TraceNode& node = nodes_[at];
        json_.begin_object().member("text", label(node, texts_)).member("kind", word(node.kind));
        add_value(node.value);
        if (node.value.is_null() && node.value.cause() != NullCause::none) {
            json_.member("note", said(node.value.cause()));
        } else if (node.repeated) {
            json_.member("note", "as above");
        }
        if (node.end > at + 1) {
            json_.key("parts").begin_array();
            for (std::size_t part = at + 1; part < node.end; part = nodes_[part].end) {
                add(part);
            }
            json_.end_array();
        }
        if (node.omitted > 0) {
            json_.key("omitted").whole(static_cast<std::int64_t>(node.omitted));
        }
        json_.end_object();
    }

    void add_value(const Value& value) {
        if (is_cheap(value) && feel::value_text(value, most_json).size() <= most_json) {
            ValueWriter{json_}.add_members(value);
        } else {
            json_.member("type", type_name(value.kind())).member("shortened", beginning(value));
        }
    }

    const std::vector<TraceNode>& nodes_;
    const TraceTexts& texts_;
    json::JsonWriter json_{json::JsonWriter::Style::compact};
};

} // namespace

std::string shown_value(const Value& value) {
    if (value.is_null()) {
        const std::string_view cause = said(value.cause());
        return cause.empty() ? "null" : "null (" + std::string{cause} + ')';
    }
    if (value.is_number() && is_cheap(value)) {
        const std::string number = shown_number(value.number());
        return text::shortened(number, 2 * most_shown);
    }
    return beginning(value);
}

std::string trace_text(const Trace& trace, const TraceTexts& texts) {
    return TextTree{trace, texts}.write();
}

std::string trace_json(const Trace& trace, const TraceTexts& texts) {
    return JsonTree{trace, texts}.write();
}

} // namespace heng::detail::eval
