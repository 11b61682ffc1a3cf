// SPDX-License-Identifier: Apache-2.0
#include "base/json/declared.hpp"
#include "reconcile/claims.hpp"
#include "reconcile/identities.hpp"
#include "reconcile/messages.hpp"

#include <functional>
#include <set>
#include <string>
#include <utility>

namespace heng::detail::reconcile {
namespace {

using json::JsonKind;
using json::ObjectReader;
using json::Reader;

/// A text that is not empty.
std::optional<std::string_view> some_text(const Reader& reader) {
    const auto text = reader.text();
    if (text && text->empty()) {
        reader.problem("empty", say::is_empty(reader.subject()));
        return std::nullopt;
    }
    return text;
}

class ClaimsReader {
  public:
    explicit ClaimsReader(Claims& claims) : claims_{claims} {}

    void claim(const Reader& reader) {
        const ObjectReader object = reader.object();
        if (!object.is_present()) {
            return;
        }
        const Reader kind = object["kind"];
        const bool identity = kind.is(JsonKind::string) && kind.json().text() == "identity";
        const auto id = some_text(object["id"]);
        const auto text = object["text"].text();
        const Reader formula = object["formula"];
        const auto written = some_text(formula);
        const Reader printed = identity ? object.optional("printed") : object.required("printed");
        const auto figure = read(printed);
        const auto said = kind.word<ClaimKind>();
        (void)object["source"].text();
        if (id && !ids_.emplace(*id).second) {
            object["id"].problem("duplicate-id", say::id_twice(*id));
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
        const ObjectReader object = reader.object();
        for (const StatementField& field : statement_fields) {
            if (const auto path = some_text(object[field.name])) {
                claims_.statement.emplace_back(field.name, *path);
            }
        }
    }

    void labels(const Reader& reader) {
        if (!reader.is_present()) {
            return;
        }
        for (const Reader label : reader.members()) {
            if (const auto text = some_text(label)) {
                claims_.labels.emplace_back(label.key(), *text);
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
                                  say::is_no_figure(reader.subject(), figure.error().message),
                                  say::write_figure);
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
    const ObjectReader object = root.as(declared::claims).object();
    const Language own = object["language"].word<Language>().value_or(Language::zh);
    claims.language = root.problems().limits().language.value_or(own);
    (void)object["source"].text();
    ClaimsReader reader{claims};
    reader.statement(object["statement"]);
    reader.labels(object["labels"]);
    for (const Reader each : object["claims"].elements()) {
        reader.claim(each);
    }
    return claims;
}

} // namespace heng::detail::reconcile
