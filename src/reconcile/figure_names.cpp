// SPDX-License-Identifier: Apache-2.0
#include "reconcile/figure_names.hpp"
#include "reconcile/messages.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

namespace heng::detail::reconcile {
namespace {

/// Whether a name or path goes on: a letter of any script, a digit, a dot or an underscore.
bool is_of_path(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

std::optional<text::Words> of_statement(std::string_view path) {
    const auto known = std::find_if(say::figure_names.begin(), say::figure_names.end(),
                                    [&](const auto& each) { return each.first == path; });
    return known == say::figure_names.end() ? std::nullopt
                                            : std::optional<text::Words>{known->second};
}

} // namespace

void FigureNames::add(std::string_view path, const text::Words& name) {
    names_.insert_or_assign(std::string{path}, name);
}

void FigureNames::add_inputs(const std::vector<document::Input>& inputs) {
    for (const document::Input& input : inputs) {
        if (!input.label.empty()) {
            add(input.path, text::same(input.label));
        }
    }
}

void FigureNames::add_statement(std::string_view path, std::string_view usual) {
    if (const auto name = of_statement(usual)) {
        add(path, *name);
    }
}

std::optional<text::Words> FigureNames::known(std::string_view path) const {
    constexpr std::string_view sources = "sources.";
    const auto found = names_.find(path);
    if (found != names_.end()) {
        return found->second;
    }
    if (path.starts_with(sources)) {
        const auto budget = known("budget." + std::string{path.substr(sources.size())});
        return budget ? std::optional{say::sources_for(*budget)} : std::nullopt;
    }
    return of_statement(path);
}

text::Words FigureNames::of_figure(std::string_view path) const {
    if (const auto name = known(path)) {
        return *name;
    }
    constexpr std::string_view total = ".total";
    constexpr std::string_view parts = ".parts";
    const std::size_t part = path.rfind(parts);
    const bool is_total = path.ends_with(total);
    const std::size_t end = is_total ? path.size() - total.size() : part;
    const auto whole = end < path.size() ? known(path.substr(0, end)) : std::nullopt;
    if (!whole) {
        return text::same(std::string{path});
    }
    if (is_total) {
        return say::total_of(*whole);
    }
    const std::string_view which = path.substr(end + parts.size());
    return which.starts_with('[') ? say::part_of(*whole, which.substr(1, which.size() - 2))
                                  : say::named_part(*whole, which.substr(1));
}

text::Words FigureNames::of_formula(std::string_view formula) const {
    if (formula.find('"') != std::string_view::npos) {
        return text::same(std::string{formula});
    }
    text::Words words;
    for (std::size_t at = 0; at < formula.size();) {
        std::size_t end = at;
        while (end < formula.size() && is_of_path(formula[end])) {
            ++end;
        }
        if (end > at) {
            words += of_figure(formula.substr(at, end - at));
            at = end;
            continue;
        }
        const bool power = formula.substr(at, 2) == "**";
        const std::string_view sign = power                ? "**"
                                      : formula[at] == '*' ? "×"
                                      : formula[at] == '/' ? "÷"
                                                           : formula.substr(at, 1);
        words += text::same(std::string{sign});
        at += power ? 2 : 1;
    }
    return words;
}

} // namespace heng::detail::reconcile
