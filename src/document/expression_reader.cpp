// SPDX-License-Identifier: Apache-2.0
#include "document/expression_reader.hpp"
#include "feel/intervals.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace heng::document {
namespace {

/// A dotted path whose parts are not empty.
bool is_path(std::string_view path) {
    return !path.empty() && path.front() != '.' && path.back() != '.' &&
           path.find("..") == std::string_view::npos;
}

void report(const Reader& text, const feel::Fault& fault) {
    text.problem_inside(fault.offset, "expression", fault.message, fault.hint);
}

} // namespace

bool ExpressionReader::is_declarable(const Reader& member, std::string_view what) {
    const std::string path{member.key()};
    if (!is_path(path)) {
        member.problem_at_key(what, '"' + path + "\" is no name",
                              "a name is one word or several joined by points, such as "
                              "budget.annual");
        return false;
    }
    for (std::size_t dot = path.find('.'); dot != std::string::npos;
         dot = path.find('.', dot + 1)) {
        const auto above = compiled_.scope.find(path.substr(0, dot));
        if (above.meaning == feel::Scope::Meaning::slot ||
            above.meaning == feel::Scope::Meaning::value) {
            member.problem_at_key(what,
                                  '"' + path.substr(0, dot) + "\" is declared and has no parts");
            return false;
        }
    }
    if (compiled_.scope.find(path).meaning != feel::Scope::Meaning::nothing) {
        member.problem_at_key(what, '"' + path + "\" is declared already");
        return false;
    }
    return true;
}

void ExpressionReader::declare(const Reader& inputs, const Reader& values) {
    for (const Reader declared : inputs.members()) {
        auto input = read_input(declared);
        if (input && is_declarable(declared, "input")) {
            compiled_.scope.add_input(input->path, type_of(*input));
            compiled_.inputs.push_back(std::move(*input));
        }
    }
    std::vector<Reader> texts;
    for (const Reader value : values.members()) {
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
void ExpressionReader::refuse_unreadable(const Reader& declared, std::string_view what) {
    feel::Program probe = compiled_.program;
    for (const Reader member : declared.members()) {
        const feel::Scope::Found found = compiled_.scope.find(member.key());
        const auto id = probe.compile(member.key(), compiled_.scope);
        const bool slot = found.meaning == feel::Scope::Meaning::slot && id &&
                          probe.static_reads(*id) == std::vector{found.index};
        const bool value = found.meaning == feel::Scope::Meaning::value && id &&
                           probe.static_values(*id).size() > 0;
        if (!slot && !value && found.meaning != feel::Scope::Meaning::nothing) {
            member.problem_at_key(
                what, "no expression can read the name \"" + std::string{member.key()} + '"',
                "choose a name that is no word or number of the language");
        }
    }
}

std::optional<Term> ExpressionReader::term(const Reader& text, feel::ExpectedType expected) {
    const auto written = text.text();
    if (!written) {
        return std::nullopt;
    }
    const auto id = compiled_.program.compile(*written, compiled_.scope, expected);
    if (!id) {
        report(text, id.error());
        return std::nullopt;
    }
    const auto named = compiled_.scope.find(*written);
    const bool is_input = named.meaning == feel::Scope::Meaning::slot;
    compiled_.expressions.push_back(
        {std::string{*written}, *id, is_input ? std::optional{named.index} : std::nullopt});
    return static_cast<Term>(compiled_.expressions.size() - 1);
}

std::optional<std::vector<Interval>> ExpressionReader::intervals(const Reader& text) {
    const auto written = text.text();
    if (!written) {
        return std::nullopt;
    }
    const auto found = feel::constant_intervals(*written);
    if (!found) {
        report(text, found.error());
        return std::nullopt;
    }
    const bool holds = std::any_of(found->begin(), found->end(), [](const feel::Interval& each) {
        return !each.low || !each.high || *each.low < *each.high ||
               (*each.low == *each.high && each.low_closed && each.high_closed);
    });
    if (!holds) {
        text.problem("expression", "this test never holds");
        return std::nullopt;
    }
    std::vector<Interval> intervals;
    for (const feel::Interval& each : *found) {
        intervals.push_back({each.low, each.low_closed, each.high, each.high_closed});
    }
    return intervals;
}

} // namespace heng::document
