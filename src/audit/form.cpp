// SPDX-License-Identifier: Apache-2.0
#include "audit/form.hpp"
#include "audit/form_keys.hpp"
#include "audit/form_row.hpp"
#include "audit/messages.hpp"
#include "base/json/declared.hpp"
#include "base/json/problems.hpp"
#include "base/json/reader.hpp"
#include "base/text/utf8.hpp"
#include "base/written_figure.hpp"
#include "document/target_record.hpp"
#include "facts/facts_reader.hpp"
#include "reconcile/blank.hpp"

#include <heng/rubric/tree.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <utility>

namespace heng::detail::audit {
namespace {

using json::Json;
using json::JsonKind;
using text::spoken;

/// RFC 6901
std::string unescaped(std::string_view token) {
    std::string key;
    for (std::size_t i = 0; i < token.size(); ++i) {
        const bool escape = token[i] == '~' && i + 1 < token.size();
        key += escape ? (token[++i] == '1' ? '/' : '~') : token[i];
    }
    return key;
}

/// The value that a JSON Pointer names, or the last one on the way to it.
Json at_pointer(Json value, std::string_view pointer) {
    while (pointer.starts_with('/')) {
        pointer.remove_prefix(1);
        const std::string_view token = pointer.substr(0, pointer.find('/'));
        pointer.remove_prefix(token.size());
        std::optional<Json> next;
        if (value.is(JsonKind::object)) {
            next = value.find(unescaped(token));
        } else {
            std::size_t left = 0;
            std::from_chars(token.data(), token.data() + token.size(), left);
            for (const Json child : value.children()) {
                if (left-- == 0) {
                    next = child;
                    break;
                }
            }
        }
        if (!next) {
            break;
        }
        value = *next;
    }
    return value;
}

/// Reads `published`, and what the strict reader says of the rest.
class FormReader {
  public:
    FormReader(Form& form, const document::CompiledRubric& rubric, const Limits& limits)
        : form_(form), language_(rubric.rubric.language), rubric_(rubric), limits_(limits) {
        for (const PlacedIndicator& each : IndicatorTree{rubric.rubric.indicators}) {
            if (const auto* const targets = std::get_if<Targets>(&each->rule)) {
                dialects_.insert(targets->dialect);
            }
        }
    }

    void read() {
        json::Problems problems{json::facts_document, limits_};
        facts::read_printed_facts({root(), problems}, rubric_, form_.facts);
        const auto data = root().find("data");
        form_.has_data = data && data->is(JsonKind::object);
        for (std::size_t slot = 0; slot < rubric_.inputs.size(); ++slot) {
            if (rubric_.inputs[slot].of_targets && form_.has_data && form_.facts.places[slot]) {
                read_rows(slot, *form_.facts.places[slot]);
            }
        }
        if (const auto published = root().find("published")) {
            read_published(*published);
        }
        for (const Diagnostic& told : form_.facts.diagnostics) {
            if (told.code == facts::outside_effective) {
                form_.findings.push_back(finding(std::string{told.code}, Severity::note,
                                                 at_pointer(root(), told.where), told.message));
            }
        }
        for (const Diagnostic& unread : form_.facts.diagnostics) {
            if (unread.code == "large-percent" || unread.code == "printed-double") {
                tell_figure(unread);
            } else if (unread.code == "units-not-aggregated") {
                form_.findings.push_back(finding("not-checked", Severity::note,
                                                 at_pointer(root(), unread.where),
                                                 spoken(say::units_not_checked, language_)));
            } else if (unread.where.starts_with("/assessed/")) {
                const Json where = at_pointer(root(), unread.where);
                form_.findings.push_back(
                    finding("unusable-fact", Severity::note, where,
                            spoken(say::unknown_score(std::string{where.key()}), language_)));
            }
        }
        if (!problems.empty()) {
            Error error = in_language(problems.error(), Language::en); // its hint is looked at
            tell(error);
            for (const Error& other : error.others) {
                tell(other);
            }
        }
    }

  private:
    [[nodiscard]] Json root() const { return form_.facts.json.root(); }

    /// A figure that is read as it is written, though it looks otherwise.
    void tell_figure(const Diagnostic& figure) {
        if (form_.findings.size() < most_told) {
            const Json where = at_pointer(root(), figure.where);
            form_.findings.push_back(
                finding(figure.code, Severity::warning, where, figure.message));
            form_.findings.back().found = where.text();
        }
    }

    void tell(const Error& error) {
        const Json where = at_pointer(root(), error.pointer.value_or(""));
        const std::string pointer = where.pointer();
        if (error.code == "facts.unknown-key" || error.code == "facts.misspelt") {
            form_.findings.push_back(unknown_key(where, meant_in(error.hint), language_));
            return;
        }
        if (error.code == "facts.missing" && pointer.empty() && !root().find("data")) {
            form_.findings.push_back(
                finding("not-checked", Severity::note, root(), spoken(say::no_data, language_)));
            return;
        }
        const bool number = pointer.starts_with("/data/") && !where.is(JsonKind::object) &&
                            (error.code == "facts.number" || error.code == "facts.percent" ||
                             error.code == "facts.count" || error.code == "facts.type");
        for (const Finding& told : form_.findings) {
            if (told.pointer == pointer) {
                return;
            }
        }
        std::string name{where.has_key() ? where.key() : ""};
        for (std::size_t slot = 0; slot < rubric_.inputs.size(); ++slot) {
            if (form_.facts.places[slot] == where) {
                name = rubric_.inputs[slot].name();
            }
        }
        form_.findings.push_back(
            number
                ? finding("actual-not-a-number", Severity::warning, where,
                          spoken(say::is_no_number(name, shown(where)), language_))
                : finding("unusable-fact", Severity::warning, where,
                          spoken(say::unusable(text::message_of(error), shown(where)), language_)));
        form_.findings.back().found = where.text();
    }

    void read_rows(std::size_t slot, Json list) {
        std::vector<feel::Value> records;
        if (!list.is(JsonKind::array)) {
            form_.findings.push_back(
                finding("unusable-fact", Severity::warning, list,
                        spoken(say::unusable(say::records_are_list, shown(list)), language_)));
            return;
        }
        for (const Json record : list.children()) {
            TargetRow row;
            FormRow printed{record};
            read_row(record, {language_, dialects_, limits_}, form_.findings, row, printed);
            const bool unknown = printed.judged == Judged::not_at_all;
            records.push_back(document::target_context(row, form_.facts.rows.size(), unknown));
            form_.facts.rows.push_back(std::move(row));
            form_.rows.push_back(std::move(printed));
        }
        form_.facts.slots[slot] = feel::Value::list(std::move(records));
    }

    void read_published(Json published) {
        if (!published.is(JsonKind::object)) {
            return; // which the reader of facts has told
        }
        tell_unknown_keys(published, json::keys_of(declared::published), language_, form_.findings,
                          most_told);
        const bool of_100 = rubric_.rubric.points == Decimal{100}; // where 94.25% is 94.25
        for (const Json member : published.children()) {
            const std::string_view key = member.key();
            if (key == "scores") {
                read_figures(member, printed_score_at, form_.scores);
            } else if (key == "points") {
                read_figures(member, printed_score_at, form_.points);
            } else if (key == "rates") {
                read_figures(member, printed_at, form_.rates);
            } else if (key == "total") {
                form_.total =
                    read_figure(member, of_100 ? printed_of_hundred_at : printed_score_at);
            } else if (key == "full") {
                form_.full = read_figure(member, printed_score_at);
            } else if (key == "grade" && !reconcile::is_blank(member)) {
                form_.grade = read_text(member) ? std::optional{member} : std::nullopt;
            } else if (key == "reasons" && read_text(member) && !reconcile::is_blank(member)) {
                form_.reasons = member.text();
            } else if (key == "complete" && member.is(JsonKind::boolean)) {
                form_.complete = member.boolean();
            } else if (key == "complete") {
                add_unusable(member, say::wants_truth);
            }
        }
    }

    bool read_text(Json json) {
        if (!json.is(JsonKind::string)) {
            add_unusable(json, say::wants_text);
        }
        return json.is(JsonKind::string);
    }

    void add_unusable(Json where, const text::Words& why) {
        form_.findings.push_back(finding("unusable-fact", Severity::warning, where,
                                         spoken(say::unusable(why, shown(where)), language_)));
    }

    std::optional<Printed> read_figure(Json json, ReadPrinted printed_by) {
        if (reconcile::is_blank(json)) {
            return std::nullopt;
        }
        auto printed = printed_by(json, limits_);
        if (!printed && form_.findings.size() < most_told) {
            const std::string name{json.has_key() ? json.key() : ""};
            form_.findings.push_back(
                finding("actual-not-a-number", Severity::warning, json,
                        spoken(say::is_no_number(name, shown(json)), language_)));
            form_.findings.back().found = json.text();
        }
        return printed;
    }

    void read_figures(Json group, ReadPrinted printed_by,
                      std::map<std::string, Printed, std::less<>>& figures) {
        if (!group.is(JsonKind::object)) {
            add_unusable(group, say::wants_figures);
            return;
        }
        for (const Json member : group.children()) {
            if (json::is_ignored_key(member.key())) {
                continue;
            }
            if (auto figure = read_figure(member, printed_by)) {
                figures.emplace(member.key(), std::move(*figure));
            }
        }
    }

    Form& form_;
    Language language_;
    const document::CompiledRubric& rubric_;
    const Limits& limits_;
    std::set<Dialect> dialects_{};
};

} // namespace

Form::Form(const json::JsonDocument& json, const document::CompiledRubric& rubric,
           const Limits& limits)
    : facts(json) {
    FormReader{*this, rubric, limits}.read();
}

} // namespace heng::detail::audit
