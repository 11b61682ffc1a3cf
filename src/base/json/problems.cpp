// SPDX-License-Identifier: Apache-2.0
#include "base/json/messages.hpp"
#include "base/json/problems.hpp"
#include "base/text/excerpt.hpp"

#include <gsl/gsl>

#include <algorithm>
#include <utility>

namespace heng::detail::json {

namespace {

constexpr std::size_t most_told = 50;
constexpr std::size_t most_kept = 1000; ///< so that a hostile document costs no memory

} // namespace

void Problems::add(Json value, std::string_view name, text::Words message, text::Words hint) {
    put({value, value.offset(), value.extent(), {}, std::move(message), std::move(hint)}, name);
}

void Problems::add_at_key(Json member, std::string_view name, text::Words message,
                          text::Words hint) {
    put({member, member.key_offset(), member.key_extent(), {}, std::move(message), std::move(hint)},
        name);
}

void Problems::add_inside(Json string, std::size_t inside, std::size_t length,
                          std::string_view name, text::Words message, text::Words hint) {
    const std::size_t offset = string.offset_of(inside);
    const std::size_t end = string.offset_of(inside + length);
    put({string, offset, end - offset, {}, std::move(message), std::move(hint)}, name);
}

void Problems::put(Problem problem, std::string_view name) {
    if (name.find('.') == std::string_view::npos) {
        problem.code.append(kind_.name).append(".");
    }
    problem.code += name;
    problems_.push_back(std::move(problem));
    ++found_;
    if (problems_.size() >= most_kept) {
        keep_first(problems_);
    }
}

void Problems::keep_first(std::vector<Problem>& problems) {
    std::stable_sort(problems.begin(), problems.end(),
                     [](const Problem& a, const Problem& b) { return a.offset < b.offset; });
    if (problems.size() > most_told) {
        problems.erase(problems.begin() + most_told, problems.end());
    }
}

Error Problems::error() const {
    Expects(!problems_.empty());
    std::vector<Problem> first = problems_;
    keep_first(first);

    const std::string_view document = first.front().about.document_text();
    PlaceCounter places{document};
    std::vector<Error> errors;
    for (Problem& problem : first) {
        const bool limit = problem.code.starts_with("limit.");
        Error& error = errors.emplace_back(
            text::error_of(limit ? Status::limit_exceeded : kind_.status, problem.code,
                           std::move(problem.message), std::move(problem.hint)));
        error.pointer = problem.about.pointer();
        error.place = places.at(problem.offset);
        error.excerpt = text::excerpt(document, problem.offset, problem.length);
    }
    if (found_ > errors.size()) {
        errors.push_back(text::error_of(kind_.status, std::string{kind_.name} + ".more",
                                        say::more_problems(std::to_string(found_ - most_told))));
    }
    Error all = std::move(errors.front());
    errors.erase(errors.begin());
    all.others = std::move(errors);
    return in_language(std::move(all), language());
}

Language Problems::language() const {
    if (limits_.language) {
        return *limits_.language;
    }
    const auto own = problems_.front().about.in_root("language");
    return own && own->text() == name(Language::zh) ? Language::zh : Language::en;
}

} // namespace heng::detail::json
