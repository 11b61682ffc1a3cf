// SPDX-License-Identifier: Apache-2.0
#include "base/json/writer.hpp"
#include "base/text/nearest.hpp"
#include "base/text/speech.hpp"
#include "document/codes.hpp"
#include "document/messages.hpp"
#include "document/page_in.hpp"

#include <algorithm>
#include <array>

namespace heng::detail::document {
namespace {

constexpr std::array tables{lint_codes,       form_codes,     cycle_codes,
                            diagnostic_codes, document_codes, call_codes};

/// The kinds of documents, whose codes begin with their name.
constexpr std::array<std::string_view, 11> kinds{"rubric", "facts",  "claims",  "tests",
                                                 "plan",   "policy", "library", "progress",
                                                 "scores", "sheet",  "eval"};

void add_words(json::JsonWriter& json, std::string_view key, const text::Sentence& sentence) {
    json.key(key).begin_object().member("en", sentence.en).member("zh", sentence.zh);
    json.end_object();
}

} // namespace

std::vector<const Code*> all_codes() {
    std::vector<const Code*> all;
    for (const auto table : tables) {
        for (const Code& each : table()) {
            all.push_back(&each);
        }
    }
    return all;
}

std::vector<const Code*> entries_of(std::string_view code) {
    std::vector<const Code*> found = all_codes();
    const auto keep = [&](std::string_view wanted) {
        std::vector<const Code*> kept;
        std::copy_if(found.begin(), found.end(), std::back_inserter(kept),
                     [&](const Code* each) { return each->code == wanted; });
        return kept;
    };
    std::vector<const Code*> own = keep(code);
    const std::size_t dot = code.find('.');
    if (own.empty() && dot != std::string_view::npos &&
        std::find(kinds.begin(), kinds.end(), code.substr(0, dot)) != kinds.end()) {
        own = keep('*' + std::string{code.substr(dot)});
    }
    return own;
}

std::string nearest_code(std::string_view code) {
    text::Nearest nearest{code};
    const std::string kind{code.substr(0, code.find('.'))};
    for (const Code* const each : all_codes()) {
        nearest.consider(each->code.starts_with('*') ? kind + std::string{each->code.substr(1)}
                                                     : std::string{each->code});
    }
    return nearest.found();
}

base::Page code_page(std::span<const Code* const> entries, std::string_view code,
                     Language language) {
    const text::Speech words{language};
    base::Page page = page_in(language);
    if (code.empty()) {
        page.add(base::Heading{1, words(say::codes_title)});
    }
    std::string_view last;
    for (const Code* const each : entries) {
        const std::string_view named = code.empty() ? each->code : code;
        if (named != last) {
            page.add(base::Heading{2, std::string{named}});
        }
        last = named;
        base::List list{
            {{words(say::code_cause(each->cause))}, {words(say::code_cure(each->cure))}}};
        if (!each->input.empty()) {
            list.lines.push_back({words(say::code_input(std::string{each->input}))});
        }
        page.add(std::move(list));
    }
    return page;
}

std::string to_json(std::span<const Code* const> entries) {
    json::JsonWriter json{json::JsonWriter::Style::indented};
    json.begin_array();
    for (const Code* const each : entries) {
        json.begin_object().member("code", each->code);
        add_words(json, "cause", each->cause);
        add_words(json, "cure", each->cure);
        json.member("input", each->input).end_object();
    }
    return json.end_array().take() + '\n';
}

} // namespace heng::detail::document
