// SPDX-License-Identifier: Apache-2.0
#include "report/pattern.hpp"
#include "templates/embedded.hpp"

#include <algorithm>
#include <kainjow/mustache.hpp>
#include <optional>
#include <utility>

namespace heng::drafting {
namespace {

namespace mustache = kainjow::mustache;

mustache::data data_of(const Object& object) {
    mustache::data data{mustache::data::type::object};
    for (const auto& [name, node] : object.members()) {
        if (const auto* const text = std::get_if<std::string>(&node)) {
            data.set(name, *text);
        } else if (const auto* const truth = std::get_if<bool>(&node)) {
            data.set(name, mustache::data{*truth});
        } else {
            mustache::data list{mustache::data::type::list};
            for (const Object& element : std::get<List>(node)) {
                list.push_back(data_of(element));
            }
            data.set(name, std::move(list));
        }
    }
    return data;
}

/// What Markdown, or the HTML in it, would take for more than text. Line ends would leave a table.
std::string escaped_for_markdown(const std::string& text) {
    constexpr std::string_view special = "\\`*_[]|#";
    std::string out;
    for (const char c : text) {
        if (c == '<') {
            out += "&lt;"; // so that no mark of a kept text is made
        } else if (c == '>') {
            out += "&gt;";
        } else if (c == '&') {
            out += "&amp;";
        } else if (c == '\n' || c == '\r') {
            out += ' ';
        } else {
            out += special.find(c) != std::string_view::npos ? "\\" : "";
            out += c;
        }
    }
    return out;
}

/// How deep sections stand in one another, at most; the library fills them by recursion.
std::size_t depth_of(std::string_view pattern) {
    std::size_t depth = 0;
    std::size_t deepest = 0;
    for (std::size_t at = pattern.find("{{"); at != std::string_view::npos;
         at = pattern.find("{{", at + 2)) {
        const bool triple = pattern.substr(at + 2, 1) == "{"; // one more: an unescaped name
        const std::size_t kind = pattern.find_first_not_of(" \t\r\n", at + (triple ? 3 : 2));
        const char c = kind == std::string_view::npos ? ' ' : pattern[kind];
        if (c == '#' || c == '^') {
            deepest = std::max(deepest, ++depth);
        } else if (c == '/' && depth > 0) {
            --depth;
        }
    }
    return deepest;
}

/// Delimiters that change, and parts from elsewhere, are of no use here, and hide from depth_of().
std::optional<std::string> unwanted(std::string_view pattern) {
    for (std::size_t at = pattern.find("{{"); at != std::string_view::npos;
         at = pattern.find("{{", at + 2)) {
        const std::size_t kind = pattern.find_first_not_of(" \t\r\n", at + 2);
        if (kind != std::string_view::npos && pattern[kind] == '=') {
            return "a template can't set delimiters ({{=…=}})";
        }
        if (kind != std::string_view::npos && pattern[kind] == '>') {
            return "a template can't take in others ({{>…}})";
        }
    }
    return std::nullopt;
}

Error broken(std::string message) {
    Error error;
    error.status = Status::invalid_argument;
    error.code = "report.template";
    error.message = std::move(message);
    error.hint = "see heng/report/report.hpp for what a template may name";
    return error;
}

} // namespace

Result<std::string> fill_pattern(std::string_view pattern, const Object& draft, ReportFormat format,
                                 const Limits& limits) {
    constexpr std::size_t most_nested = 64;
    if (pattern.size() > limits.bytes) {
        Error error =
            broken("the template has more than " + std::to_string(limits.bytes) + " bytes");
        error.status = Status::limit_exceeded;
        error.code = "limit.bytes";
        return Failure{std::move(error)};
    }
    if (auto reason = unwanted(pattern)) {
        return Failure{broken(*std::move(reason))};
    }
    if (depth_of(pattern) > most_nested) {
        return Failure{broken("sections of the template stand in one another deeper than " +
                              std::to_string(most_nested))};
    }
    mustache::mustache filled{std::string{pattern}};
    if (!filled.is_valid()) {
        return Failure{broken("the template can't be read: " + filled.error_message())};
    }
    if (format == ReportFormat::markdown) {
        filled.set_custom_escape(escaped_for_markdown);
    }
    return filled.render(data_of(draft));
}

std::string_view built_in_pattern(Language language, ReportFormat format) {
    const std::string_view id =
        language == Language::zh ? format == ReportFormat::html ? "report.zh.html" : "report.zh.md"
        : format == ReportFormat::html ? "report.en.html"
                                       : "report.en.md";
    for (const EmbeddedTemplate& each : embedded_templates()) {
        if (each.id == id) {
            return each.text;
        }
    }
    return {};
}

} // namespace heng::drafting
