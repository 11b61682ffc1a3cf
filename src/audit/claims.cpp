// SPDX-License-Identifier: Apache-2.0
#include "audit/claims.hpp"
#include "audit/identities.hpp"

#include <array>
#include <set>

namespace heng::reconciling {
namespace {

using document::JsonKind;
using document::ObjectReader;
using document::Reader;
using document::Word;

constexpr std::array<Word<Language>, 2> languages{{{"zh", Language::zh}, {"en", Language::en}}};
constexpr std::array<Word<ClaimKind>, 3> kinds{{{"ratio", ClaimKind::ratio},
                                                {"breakdown", ClaimKind::breakdown},
                                                {"identity", ClaimKind::identity}}};

/// A text that is not empty.
std::optional<std::string_view> some_text(const Reader& reader) {
    const auto text = reader.text();
    if (text && text->empty()) {
        reader.problem("empty", reader.subject() + " is empty");
        return std::nullopt;
    }
    return text;
}

class ClaimsReader {
  public:
    explicit ClaimsReader(Claims& claims) : claims_{claims} {}

    void claim(const Reader& reader) {
        const ObjectReader object =
            reader.object("a claim", {"id", "text", "formula", "printed", "kind", "source"});
        if (!object.is_present()) {
            return;
        }
        const Reader kind = object.optional("kind");
        const bool identity = kind.is(JsonKind::string) && kind.json().text() == kinds.back().text;
        const auto id = some_text(object.required("id"));
        const auto text = object.required("text").text();
        const Reader formula = object.required("formula");
        const auto written = some_text(formula);
        const Reader printed = identity ? object.optional("printed") : object.required("printed");
        const auto figure = read(printed);
        const auto said = kind.word(kinds);
        (void)object.optional("source").text();
        if (id && !ids_.emplace(*id).second) {
            object.optional("id").problem("duplicate-id", "a claim before this one has the id \"" +
                                                              std::string{*id} + '"');
        }
        if (id && text && written) {
            Claim claim{std::string{*id}, std::string{*text}, formula.json()};
            if (figure) {
                claim.printed_json = printed.json();
                claim.printed = figure;
            }
            claim.kind = said;
            claims_.list.push_back(std::move(claim));
        }
    }

    void statement(const Reader& reader) {
        if (!reader.is_present()) {
            return;
        }
        std::vector<std::string_view> known;
        for (const StatementField& field : statement_fields) {
            known.push_back(field.name);
        }
        const ObjectReader object = reader.object("a statement", known);
        for (const StatementField& field : statement_fields) {
            if (const auto path = some_text(object.optional(field.name))) {
                claims_.statement.emplace_back(field.name, *path);
            }
        }
    }

  private:
    static std::optional<Printed> read(const Reader& reader) {
        const auto text = reader.text();
        if (!text) {
            return std::nullopt;
        }
        const Limits& limits = reader.problems().limits();
        auto figure = read_printed(*text, NumberLimits{limits.digits, limits.exponent});
        if (!figure) {
            reader.problem_inside(figure.error().offset, 0, "printed",
                                  reader.subject() + " is no figure: " + figure.error().message,
                                  "write the figure alone as the report prints it, such as "
                                  "\"99.81%\" or \"2,550.82亿元\"");
            return std::nullopt;
        }
        return std::move(*figure);
    }

    Claims& claims_;
    std::set<std::string, std::less<>> ids_{};
};

} // namespace

Claims read_claims(const Reader& root) {
    Claims claims;
    if (!root.has_heng()) {
        return claims;
    }
    const ObjectReader object =
        root.object("a claims document", {"heng", "claims", "language", "statement", "source"});
    claims.language = object.optional("language").word(languages).value_or(Language::zh);
    (void)object.optional("source").text();
    ClaimsReader reader{claims};
    reader.statement(object.optional("statement"));
    for (const Reader each : object.required("claims").elements()) {
        reader.claim(each);
    }
    return claims;
}

} // namespace heng::reconciling
