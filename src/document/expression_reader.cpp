// SPDX-License-Identifier: Apache-2.0
#include "base/text/messages.hpp"
#include "document/expression_reader.hpp"
#include "feel/intervals.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace heng::detail::document {
namespace {

/// A dotted path whose parts are not empty.
bool is_path(std::string_view path) {
    return !path.empty() && path.front() != '.' && path.back() != '.' &&
           path.find("..") == std::string_view::npos;
}

constexpr text::Sentence no_name{"\"{0}\" is no name", "“{0}”不能作名称"};
constexpr text::Sentence hint_name{
    "a name is one word or several joined by points, such as budget.annual",
    "名称是一个词，或用点连接的几个词，如 budget.annual"};
constexpr text::Sentence no_parts{"\"{0}\" is declared and has no parts",
                                  "“{0}”已经声明，其下不能再有名称"};
constexpr text::Sentence declared_already{"\"{0}\" is declared already", "“{0}”已经声明过"};
constexpr text::Sentence unreadable{"no expression can read the name \"{0}\"",
                                    "表达式无法读取名称“{0}”"};
constexpr text::Sentence hint_unreadable{"choose a name that is no word or number of the language",
                                         "请另取名称，不用表达式的保留词、数和运算符"};
constexpr text::Sentence hint_label{"this is the label of {0}: write {0}",
                                    "这是 {0} 的标签，请写 {0}"};
constexpr text::Sentence never_holds{"this test never holds", "这个条件永远不成立"};

} // namespace

void ExpressionReader::report(const json::Reader& text, const feel::Fault& fault) const {
    text::Words hint = fault.hint;
    if (fault.code == feel::codes::unknown_name) {
        const auto written = text.text().value_or("").substr(fault.offset, fault.length);
        for (const Input& input : compiled_.inputs) {
            if (input.label == written && !written.empty()) {
                hint = hint_label(input.path);
            }
        }
    }
    text.problem_inside(fault.offset, fault.length, "expression", fault.message, hint);
}

bool ExpressionReader::is_declarable(const json::Reader& member, std::string_view what) {
    const std::string path{member.key()};
    if (!is_path(path)) {
        member.problem_at_key(what, no_name(path), hint_name);
        return false;
    }
    for (std::size_t dot = path.find('.'); dot != std::string::npos;
         dot = path.find('.', dot + 1)) {
        const auto above = compiled_.scope.find(path.substr(0, dot));
        if (above.meaning == feel::Scope::Meaning::slot ||
            above.meaning == feel::Scope::Meaning::value) {
            member.problem_at_key(what, no_parts(path.substr(0, dot)));
            return false;
        }
    }
    if (compiled_.scope.find(path).meaning != feel::Scope::Meaning::nothing) {
        member.problem_at_key(what, declared_already(path));
        return false;
    }
    return true;
}

void ExpressionReader::declare(const json::Reader& inputs, const json::Reader& values) {
    for (const json::Reader declared : inputs.members()) {
        auto input = read_input(declared);
        if (input && is_declarable(declared, "input")) {
            compiled_.scope.add_input(input->path, type_of(*input));
            compiled_.inputs.push_back(std::move(*input));
        }
    }
    std::vector<json::Reader> texts;
    for (const json::Reader value : values.members()) {
        const auto text = value.text();
        if (text && is_declarable(value, "value")) {
            compiled_.scope.add_value(std::string{value.key()}, std::string{*text});
            texts.push_back(value);
        }
    }
    for (const feel::ValueFault& wrong : compiled_.program.compile_values(compiled_.scope)) {
        report(texts[wrong.value], wrong.fault);
    }
    refuse_unreadable(inputs, "input");
    refuse_unreadable(values, "value");
}

/// A name such as `true` or `a-b` is declared in vain: an expression reads it as something else.
void ExpressionReader::refuse_unreadable(const json::Reader& declared, std::string_view what) {
    feel::Program probe = compiled_.program;
    for (const json::Reader member : declared.members()) {
        const feel::Scope::Found found = compiled_.scope.find(member.key());
        const auto id = probe.compile(member.key(), compiled_.scope);
        const bool slot = found.meaning == feel::Scope::Meaning::slot && id &&
                          probe.static_reads(*id) == std::vector{found.index};
        const bool value = found.meaning == feel::Scope::Meaning::value && id &&
                           probe.static_values(*id).size() > 0;
        const bool deep =
            !id && id.error().code == feel::codes::limit; // which is told of elsewhere
        if (!slot && !value && !deep && found.meaning != feel::Scope::Meaning::nothing) {
            member.problem_at_key(what, unreadable(member.key()), hint_unreadable);
        }
    }
}

std::optional<Term> ExpressionReader::term(const json::Reader& text, feel::ExpectedType expected) {
    const auto written = text.text();
    return written ? compiled(text, *written, expected) : std::nullopt;
}

std::optional<Term> ExpressionReader::number(const json::Reader& value) {
    const bool text = value.is(json::JsonKind::string) && !value.json().text().ends_with('%');
    if (text || !value.is_present()) {
        return term(value, feel::ExpectedType::number);
    }
    const auto number = value.percent();
    return number ? compiled(value, number->to_string(), feel::ExpectedType::number) : std::nullopt;
}

Term ExpressionReader::always() {
    constexpr std::string_view holds = "true";
    const auto id = compiled_.program.compile(holds, compiled_.scope, feel::ExpectedType::boolean);
    compiled_.expressions.push_back({std::string{holds}, *id, std::nullopt});
    return static_cast<Term>(compiled_.expressions.size() - 1);
}

std::optional<Term> ExpressionReader::compiled(const json::Reader& place, std::string_view text,
                                               feel::ExpectedType expected) {
    const auto id = compiled_.program.compile(text, compiled_.scope, expected);
    if (!id) {
        report(place, id.error());
        return std::nullopt;
    }
    const auto named = compiled_.scope.find(text);
    const bool is_input = named.meaning == feel::Scope::Meaning::slot;
    compiled_.expressions.push_back(
        {std::string{text}, *id, is_input ? std::optional{named.index} : std::nullopt});
    return static_cast<Term>(compiled_.expressions.size() - 1);
}

std::optional<std::vector<Interval>> ExpressionReader::intervals(const json::Reader& text) {
    const auto written = text.text();
    if (!written) {
        return std::nullopt;
    }
    const auto found = feel::constant_intervals(*written);
    if (!found) {
        report(text, found.error());
        return std::nullopt;
    }
    if (std::all_of(found->begin(), found->end(),
                    [](const Interval& each) { return each.is_empty(); })) {
        text.problem("expression", never_holds);
        return std::nullopt;
    }
    return *found;
}

} // namespace heng::detail::document
