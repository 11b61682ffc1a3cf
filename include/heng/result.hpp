// SPDX-License-Identifier: Apache-2.0
//
// How heng reports failure: a Result is a value or an Error, and an Error is data.
//
//     heng::Result<heng::Facts> facts = heng::Facts::parse(rubric, text);
//     if (!facts) std::cerr << facts.error() << '\n';    // facts.json:12:24: error: …
//
// A function that returns a Result never throws because of a document's content; running out of
// memory is std::bad_alloc in C++ and HENG_OUT_OF_MEMORY behind the C ABI.
#pragma once

#include <heng/language.hpp>

#include <tl/expected.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace heng {

/// The kind of a failure. The numbers are those of `heng_status` in heng.h.
enum class Status : std::int32_t {
    ok = 0,
    invalid_argument = 1,
    syntax_error = 2,
    invalid_rubric = 3,
    invalid_facts = 4,
    limit_exceeded = 5,
    out_of_memory = 6,
    not_found = 7,
    cancelled = 8, ///< the caller asked the call to end: CallOptions::cancelled
    internal_error = 99,
};

/// A place in a text, counted from 1, in characters (code points); 0 if unknown.
struct Place {
    std::size_t line = 0;
    std::size_t column = 0;

    friend bool operator==(const Place&, const Place&) = default;
};

/// One failure, or several that were found in one pass.
struct Error {
    Status status = Status::internal_error;
    std::string code{};                   ///< stable and for machines, such as "rubric.points-sum"
    std::string message{};                ///< one sentence: what was found and what was expected
    std::string hint{};                   ///< what to write instead; empty if there is no advice
    std::optional<std::string> pointer{}; ///< JSON Pointer (RFC 6901) of the place; "" is the root
    std::string document{};               ///< the document's name, such as a path; empty if unknown
    Place place{};
    /// The line at the place, cut to 76 cells of a terminal, and a second line with `^` below the
    /// place, or `^~~~` if its length is known; empty if there is nothing to show.
    std::string excerpt{};
    std::vector<Error> others{}; ///< further failures found in the same pass, in order
    Language language = Language::en; ///< the language of message and hint: in_language chooses it
    std::string other_message{};      ///< the message in the other language; empty if it has none
    std::string other_hint{};
};

/// The value, or the reason why there is none.
template <class T>
using Result = tl::expected<T, Error>;

using Failure = tl::unexpected<Error>;

/// Writes `DOCUMENT:LINE:COLUMN: error: MESSAGE (HINT) [CODE, at POINTER]`, below it the excerpt,
/// then the others, without a newline at the end. Omits the parts that are unknown.
///
///     rubric.json:12:24: error: there is no input or value named rat (did you mean "rate"?) […]
///       {"id": "a", "measure": "rat * 100"},
///                               ^~~
inline std::ostream& operator<<(std::ostream& out, const Error& error) {
    if (!error.document.empty()) {
        out << error.document << ':';
    }
    if (error.place.line != 0) {
        out << error.place.line << ':' << error.place.column << ':';
    }
    if (!error.document.empty() || error.place.line != 0) {
        out << ' ';
    }
    out << "error: " << error.message;
    if (!error.hint.empty()) {
        out << " (" << error.hint << ')';
    }
    out << " [" << error.code;
    if (error.pointer && !error.pointer->empty()) {
        out << ", at " << *error.pointer;
    }
    out << ']';
    const std::size_t mark = error.excerpt.find('\n');
    if (mark != std::string::npos) {
        out << "\n  " << error.excerpt.substr(0, mark) << "\n  " << error.excerpt.substr(mark + 1);
    }
    for (const Error& other : error.others) {
        out << '\n' << other;
    }
    return out;
}

/// Returns the error and all its others in this language, if they have it.
inline Error in_language(Error error, Language language) {
    if (error.language != language && !error.other_message.empty()) {
        std::swap(error.message, error.other_message);
        std::swap(error.hint, error.other_hint);
        error.language = language;
    }
    for (Error& other : error.others) {
        other = in_language(std::move(other), language);
    }
    return error;
}

/// Returns the error with the document's name set on it and on all its others.
inline Error in_document(Error error, const std::string& name) {
    error.document = name;
    for (Error& other : error.others) {
        other = in_document(std::move(other), name);
    }
    return error;
}

} // namespace heng
