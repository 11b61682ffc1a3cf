// SPDX-License-Identifier: Apache-2.0
#include "base/text/messages.hpp"
#include "messages.hpp"
#include "office_files.hpp"

#include <heng/facts/facts.hpp>
#include <heng/office/form.hpp>

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

namespace heng::tool {
namespace {

/// The forms that were read, by the name that errors call them. One call reads a few at most.
std::map<std::string, office::FormFacts> forms;

struct FreeRubric {
    void operator()(heng_rubric* rubric) const { heng_rubric_free(rubric); }
};

office::Language of(Language language) {
    return language == Language::zh ? office::Language::zh : office::Language::en;
}

std::string placed(const std::string& document, const office::Where& where, Language language) {
    const std::string place = place_text(where, of(language));
    return place.empty() ? document : document + ":" + place;
}

/// Whether a cell has not been filled in.
bool is_blank(const Error& error) {
    return error.code == "facts.missing" || error.code == "facts.assessed";
}

/// The pointer of the fact that an error is about. One that is missing has that of its group, and
/// is named in the sentence.
std::string pointer_of(const Error& error) {
    const std::string message = detail::text::message_of(error).en;
    const std::size_t open = message.find('"');
    const std::size_t close = open == std::string::npos ? open : message.find('"', open + 1);
    const std::string given = error.pointer.value_or("");
    if (!is_blank(error) || given.starts_with("/assessed/") || close == std::string::npos) {
        return given;
    }
    std::string path = message.substr(open + 1, close - open - 1);
    if (error.code == "facts.assessed") {
        return "/assessed/" + path;
    }
    std::replace(path.begin(), path.end(), '.', '/');
    return "/data/" + path;
}

/// All problems as one error. The cell stands in the name of the document.
Error error_of(const office::Problems& problems, const std::string& document, Language language) {
    Error all;
    for (const office::Problem& each : problems) {
        Error one = detail::text::error_of(static_cast<Status>(each.status), each.code,
                                           {each.message.en, each.message.zh},
                                           {each.hint.en, each.hint.zh});
        one = in_language(std::move(one), language);
        one.document = placed(document, each.where, language);
        if (&each == &problems.front()) {
            all = std::move(one);
        } else {
            all.others.push_back(std::move(one));
        }
    }
    return all;
}

} // namespace

Error in_cells(Error error) {
    if (const auto form = forms.find(error.document); form != forms.end()) {
        error.document =
            placed(error.document, form->second.place_of(pointer_of(error)), error.language);
        if (is_blank(error)) {
            error.hint = spoken(say::fill_cell, error.language);
        }
        if (error.code == "facts.unit") {
            error.hint = spoken(say::unit_row, error.language);
        }
        error.place = {};
        error.excerpt.clear();
        error.pointer.reset();
    }
    for (Error& other : error.others) {
        other = in_cells(std::move(other));
    }
    return error;
}

Result<std::string> read_facts(const RubricDocument& rubric, const std::string& path) {
    Result<std::string> bytes = read_document(path);
    if (!bytes) {
        return bytes;
    }
    const office::Kind kind = office::kind_of(*bytes);
    if (kind == office::Kind::json || kind == office::Kind::other) {
        return bytes;
    }
    const std::string name = document_name(path);
    const Language language = limits().language.value_or(rubric.rubric().language);
    heng_rubric* loaded = nullptr;
    const std::string_view text = rubric.text();
    (void)heng_rubric_load(text.data(), text.size(), &loaded, nullptr);
    const std::unique_ptr<heng_rubric, FreeRubric> owned{loaded};
    office::Bounds bounds;
    bounds.bytes = limits().bytes;
    auto read = office::read_facts(owned.get(), *bytes, bounds);
    if (!read) {
        return Failure{error_of(read.error(), name, language)};
    }
    const office::FormFacts& form = forms[name] = *std::move(read);
    if (form.problems.empty()) {
        return form.json;
    }
    Error error = error_of(form.problems, name, language);
    Result<Facts> facts = Facts::parse(rubric, form.json, limits());
    if (!facts) { // what else is wrong, in the same pass
        error.others.push_back(in_cells(in_document(std::move(facts.error()), name)));
    }
    return Failure{std::move(error)};
}

} // namespace heng::tool
