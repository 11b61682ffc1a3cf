// SPDX-License-Identifier: Apache-2.0
//
// Malformed and mistaken documents: each gives its error code, line and column, and none crashes.
#include "base/json/json.hpp"
#include "support/files.hpp"

#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

#include <charconv>

using namespace heng;
using detail::json::Json;
using detail::json::JsonDocument;

namespace {

std::string text_at(Json object, std::string_view key) {
    const auto value = object.find(key);
    return value ? std::string{value->text()} : std::string{};
}

std::size_t number_at(Json object, std::string_view key) {
    const std::string text = text_at(object, key);
    std::size_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::string from_hexadecimal(const std::string& digits) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
        unsigned value = 0;
        std::from_chars(digits.data() + i, digits.data() + i + 2, value, 16);
        bytes += static_cast<char>(value);
    }
    return bytes;
}

/// The document's text: written, in bytes, or made by repeating.
std::string text_of(Json document) {
    const auto make = document.find("make");
    if (!make) {
        return text_at(document, "text");
    }
    if (make->find("bytes")) {
        return from_hexadecimal(text_at(*make, "bytes"));
    }
    std::string text = text_at(*make, "before");
    const std::string piece = text_at(*make, "repeat");
    for (std::size_t i = 0; i < number_at(*make, "times"); ++i) {
        text += piece;
    }
    return text + text_at(*make, "after");
}

/// The error that reading, or scoring where the document says so, gives.
std::optional<Error> error_of(Json document, const RubricDocument& small) {
    const std::string text = text_of(document);
    if (text_at(document, "kind") == "rubric") {
        const auto rubric = RubricDocument::parse(text);
        return rubric ? std::nullopt : std::optional{rubric.error()};
    }
    const auto facts = Facts::parse(small, text);
    const bool fails_later = text_at(document, "when") == "score";
    CHECK(facts.has_value() == fails_later);
    if (!facts) {
        return facts.error();
    }
    const auto sheet = score(*facts);
    return sheet ? std::nullopt : std::optional{sheet.error()};
}

} // namespace

TEST_CASE("malformed: each mistaken document has its code, line and column") {
    const auto table = JsonDocument::parse(test::file("tests/cases/malformed.json"), Limits{});
    REQUIRE(table.has_value());
    const auto small = RubricDocument::parse(text_at(*table->root().find("rubrics"), "small"));
    REQUIRE_MESSAGE(small.has_value(), small.error());

    const Json sound = *table->root().find("sound");
    const auto facts = Facts::parse(*small, text_at(sound, "facts"));
    REQUIRE_MESSAGE(facts.has_value(), facts.error());
    CHECK(score(*facts)->total_text() == text_at(sound, "total") + "0");

    std::size_t count = 0;
    const auto documents = table->root().find("documents");
    for (const Json document : documents->children()) {
        ++count;
        const std::string name = text_at(document, "name");
        INFO(text_at(document, "kind") << ": " << name);
        const auto error = error_of(document, *small);
        REQUIRE(error.has_value());
        INFO(*error);
        CHECK(error->code == text_at(document, "code"));
        CHECK(error->place.line == number_at(document, "line"));
        CHECK(error->place.column == number_at(document, "column"));
        CHECK_FALSE(error->message.empty());
    }
    CHECK(count >= 200);
}
