// SPDX-License-Identifier: Apache-2.0
#include "document/json/problems.hpp"
#include "document/json/reader.hpp"
#include "document/json/writer.hpp"
#include "document/within_limits.hpp"

#include <heng/document/render.hpp>
#include <heng/document/scoring.hpp>
#include <heng/document/verify.hpp>

#include <map>
#include <optional>
#include <utility>

namespace heng {
namespace {

using document::Json;
using document::JsonDocument;
using document::JsonKind;

constexpr document::DocumentKind sheet_document{"sheet", Status::invalid_argument};

/// A value as it is written, or its kind where it is a list or an object.
std::string shown(Json value) {
    switch (value.kind()) {
    case JsonKind::string:
        return '"' + std::string{value.text()} + '"';
    case JsonKind::array:
    case JsonKind::object:
        return std::string{document::described(value.kind())};
    default:
        return std::string{value.text()};
    }
}

/// Walks two sheets at once.
class Comparison {
  public:
    std::vector<SheetDifference> run(Json found, Json expected) {
        members(found, expected, "");
        return std::move(differences_);
    }

  private:
    void add(const std::string& where, Json place, std::optional<Json> found,
             std::optional<Json> expected) {
        differences_.push_back({where, found ? shown(*found) : "", expected ? shown(*expected) : "",
                                place.pointer(), place.place()});
    }

    void compare(Json found, Json expected, const std::string& where) {
        if (found.kind() != expected.kind()) {
            add(where, found, found, expected);
        } else if (found.is(JsonKind::object)) {
            members(found, expected, where);
        } else if (found.is(JsonKind::array)) {
            elements(found, expected, where);
        } else if (found.text() != expected.text()) {
            add(where, found, found, expected);
        }
    }

    void members(Json found, Json expected, const std::string& above) {
        const auto name = [&](std::string_view key) {
            return above.empty() ? std::string{key} : above + ": " + std::string{key};
        };
        for (const Json member : found.children()) {
            const std::string_view key = member.key();
            if (document::is_ignored_key(key) || (above.empty() && key == "library")) {
                continue;
            }
            if (const auto other = expected.find(key)) {
                compare(member, *other, name(key));
            } else {
                add(name(key), member, member, std::nullopt);
            }
        }
        for (const Json member : expected.children()) {
            if (!found.find(member.key()) && !(above.empty() && member.key() == "library")) {
                add(name(member.key()), found, std::nullopt, member);
            }
        }
    }

    /// What has an id is compared with what has the same, wherever it stands; the rest by position.
    void elements(Json found, Json expected, const std::string& above) {
        std::map<std::string, Json, std::less<>> others;
        std::size_t at = 0;
        for (const Json element : expected.children()) {
            others.emplace(label(element, at++, above), element);
        }
        at = 0;
        for (const Json element : found.children()) {
            const std::string name = label(element, at++, above);
            if (const auto other = others.find(name); other != others.end()) {
                compare(element, other->second, name);
                others.erase(other);
            } else {
                add(name, element, element, std::nullopt);
            }
        }
        for (const auto& [name, element] : others) {
            add(name, found, std::nullopt, element);
        }
    }

    static std::string label(Json element, std::size_t at, const std::string& above) {
        const auto id = element.find("id");
        return id && id->is(JsonKind::string) ? std::string{id->text()}
                                              : above + '/' + std::to_string(at);
    }

    std::vector<SheetDifference> differences_;
};

Result<std::vector<SheetDifference>> compared(std::string_view sheet, const RubricDocument& rubric,
                                              const Facts& facts, const Limits& limits) {
    const auto found = JsonDocument::parse(sheet, limits);
    if (!found) {
        return Failure{found.error()};
    }
    document::Problems problems{sheet_document, limits};
    if (!document::Reader{found->root(), problems}.has_heng()) {
        return Failure{problems.error()};
    }
    const auto scored = score(rubric, facts);
    if (!scored) {
        return Failure{scored.error()};
    }
    Limits none;
    none.bytes = static_cast<std::size_t>(-1);
    none.rows = none.bytes;
    const auto expected = JsonDocument::parse(to_json(*scored, rubric, facts), none);
    if (!expected) {
        return Failure{expected.error()};
    }
    return Comparison{}.run(found->root(), expected->root());
}

} // namespace

Result<std::vector<SheetDifference>> verify(std::string_view sheet, const RubricDocument& rubric,
                                            const Facts& facts, const Limits& limits) {
    return document::within_limits([&] { return compared(sheet, rubric, facts, limits); });
}

std::string to_json(const std::vector<SheetDifference>& differences) {
    document::JsonWriter json{document::JsonWriter::Style::indented};
    json.begin_object().member("heng", "verify/1").key("differences").begin_array();
    for (const SheetDifference& each : differences) {
        json.begin_object().member("where", each.where).member("pointer", each.pointer);
        json.key("line").whole(static_cast<std::int64_t>(each.place.line));
        json.key("column").whole(static_cast<std::int64_t>(each.place.column));
        if (!each.found.empty()) {
            json.member("found", each.found);
        }
        if (!each.expected.empty()) {
            json.member("expected", each.expected);
        }
        json.end_object();
    }
    return json.end_array().end_object().take() + '\n';
}

} // namespace heng
