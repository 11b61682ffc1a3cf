// SPDX-License-Identifier: Apache-2.0
#include "audit/form.hpp"
#include "audit/form_keys.hpp"
#include "audit/sentences.hpp"
#include "base/written_figure.hpp"
#include "document/facts_reader.hpp"
#include "document/json/problems.hpp"
#include "document/json/reader.hpp"
#include "document/target_record.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <utility>

namespace heng::form {
namespace {

using document::Json;
using document::JsonKind;
using document::spoken;

constexpr std::size_t most_told = 500; ///< nobody reads more

constexpr std::array<std::string_view, 11> record_keys{"name",   "block",  "points",   "direction",
                                                       "target", "actual", "unit",     "level",
                                                       "rate",   "reason", "published"};
constexpr std::array<document::Word<Level>, 7> levels{{{"met", Level::met},
                                                       {"partly", Level::partly},
                                                       {"not", Level::not_met},
                                                       {"达成", Level::met},
                                                       {"部分达成", Level::partly},
                                                       {"未达成", Level::not_met},
                                                       {"基本达成", Level::partly}}};

std::string shown(Json json) {
    return json.is(JsonKind::object)  ? "{…}"
           : json.is(JsonKind::array) ? "[…]"
                                      : text::shortened(json.text());
}

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

/// The dialects of all rules that score rows: a row may be scored by any of them.
void collect(const std::vector<Indicator>& indicators, std::set<Dialect>& dialects) {
    for (const Indicator& each : indicators) {
        collect(each.indicators, dialects);
        if (const auto* const targets = std::get_if<Targets>(&each.rule)) {
            dialects.insert(targets->dialect);
        }
    }
}

/// Reads one target record.
class RowReader {
  public:
    RowReader(Json record, Language language, const std::set<Dialect>& dialects,
              const Limits& limits, std::vector<FormFinding>& findings)
        : record_(record),
          language_(language),
          dialects_(dialects),
          limits_(limits),
          findings_(findings) {}

    void read(TargetRow& row, FormRow& printed) {
        if (!record_.is(JsonKind::object)) {
            add_unusable(record_, "a target record is an object");
            return;
        }
        const std::size_t before = findings_.size();
        tell_unknown_keys(record_, record_keys, language_, findings_, most_told);
        row.name = text_of("name");
        row.block = text_of("block");
        row.unit = text_of("unit");
        row.reason = text_of("reason");
        printed.name = row.name;
        printed.has_reason = !row.reason.empty();
        read_points(row, printed);
        if (const auto json = given("published")) {
            printed.published = printed_score_at(*json, limits_);
            if (!printed.published) {
                add_unusable(*json, "a score is a number");
            }
        }
        printed.target = given("target");
        printed.actual = given("actual");
        read_numbers(row, printed);
        printed.told = findings_.size() != before;
    }

  private:
    /// A member that is not blank.
    [[nodiscard]] std::optional<Json> given(std::string_view key) const {
        const auto json = record_.find(key);
        return json && !is_blank(*json) ? json : std::nullopt;
    }

    [[nodiscard]] std::string text_of(std::string_view key) const {
        const auto json = given(key);
        return json && json->is(JsonKind::string) ? std::string{json->text()} : std::string{};
    }

    void add_unusable(Json where, std::string_view why) {
        if (findings_.size() >= most_told) {
            return;
        }
        findings_.push_back(finding("unusable-fact", Severity::warning, where,
                                    spoken(unusable(why, shown(where)), language_)));
    }

    void read_points(TargetRow& row, FormRow& printed) {
        row.points = Decimal{}; // in its place, where it has none
        const auto json = given("points");
        if (!json) {
            return;
        }
        const auto points = printed_score_at(*json, limits_);
        if (!points || points->value.sign() < 0) {
            add_unusable(*json, "points are a number that is 0 or more");
            return;
        }
        row.points = points->value;
        printed.has_points = true;
    }

    void read_numbers(TargetRow& row, FormRow& printed) {
        const auto written = given("direction");
        std::optional<Direction> direction = written ? direction_of(written->text()) : std::nullopt;
        if (written && !direction) {
            add_unusable(*written, "a direction is one of >=, <=, = and level");
        }
        const auto target =
            printed.target ? figure_of(printed.target->text(), limits_) : std::nullopt;
        if (!direction && target) {
            direction = target->direction;
        }
        if (!direction && given("level")) {
            direction = Direction::level;
        }
        if (direction == Direction::level) {
            read_level(row, printed);
        } else if (direction) {
            row.numbers.direction = *direction;
            compare(row, printed, target);
        }
    }

    void read_level(TargetRow& row, FormRow& printed) {
        row.numbers.direction = Direction::level;
        const auto json = given("level");
        if (!json) {
            return;
        }
        for (const auto& word : levels) {
            if (json->text() == word.text) {
                row.numbers.level = word.value;
                row.actual_text = json->text();
                printed.judged = Judged::by_level;
            }
        }
        if (printed.judged == Judged::not_at_all) {
            add_unusable(*json, "a level is one of met, partly and not");
            return;
        }
        const auto rate = given("rate");
        const auto picked = rate ? printed_at(*rate, limits_) : std::nullopt;
        if (rate && !picked) {
            add_unusable(*rate, "a rate is a percentage");
        } else if (picked) {
            const bool hundredths = picked->in_percent || Ratio{picked->value} > Ratio{1};
            const Ratio share = Ratio{picked->value} / Ratio{hundredths ? 100 : 1};
            const bool allowed =
                std::all_of(dialects_.begin(), dialects_.end(), [&](Dialect dialect) {
                    return range_of(row.numbers.level, dialect).contains(share);
                });
            const bool outside =
                std::none_of(dialects_.begin(), dialects_.end(), [&](Dialect dialect) {
                    return range_of(row.numbers.level, dialect).contains(share);
                });
            if (allowed) {
                row.numbers.rate = share;
                printed.judged = Judged::by_rate;
            } else if (outside && !dialects_.empty() && findings_.size() < most_told) {
                findings_.push_back(
                    finding("level-out-of-range", Severity::error, *rate,
                            spoken(rate_outside(row.name, picked->text, shown(*json)), language_)));
                findings_.back().found = picked->text;
            }
        }
    }

    /// Target and actual as numbers that can be compared, however each was written.
    void compare(TargetRow& row, FormRow& printed, const std::optional<Figure>& target) {
        if (!printed.actual) {
            return;
        }
        const Json place = *printed.actual;
        const auto actual = figure_of(place.text(), limits_);
        if (!target) {
            return compare_texts(row, printed);
        }
        const std::string target_text{printed.target->text()};
        const bool usable = actual && !actual->direction && !actual->approximate;
        if (!usable && findings_.size() >= most_told) {
            return;
        }
        if (actual && actual->direction && actual->value == target->value) {
            findings_.push_back(
                finding("actual-repeats-target", Severity::warning, place,
                        spoken(repeats_target(row.name, shown(place), target_text), language_)));
            findings_.back().found = place.text();
            return;
        }
        if (!usable) {
            findings_.push_back(finding("actual-not-a-number", Severity::warning, place,
                                        spoken(is_no_number(row.name, shown(place)), language_)));
            findings_.back().found = place.text();
            return;
        }
        auto compared = in_one_unit(*target, *actual, row.unit);
        if (!compared) {
            findings_.push_back(
                finding("units-not-comparable", Severity::warning, place,
                        spoken(unlike_units(row.name, shown(place), text::shortened(target_text)),
                               language_)));
            findings_.back().found = place.text();
            return;
        }
        row.numbers.target = std::move(compared->target);
        row.numbers.actual = std::move(compared->actual);
        same_scale(*target, *actual, row);
        row.target_text = target_text;
        row.actual_text = place.text();
        printed.judged = Judged::by_numbers;
    }

    /// A target in words that is met in the same words is one by level.
    static void compare_texts(TargetRow& row, FormRow& printed) {
        if (printed.target && printed.target->text() == printed.actual->text()) {
            row.numbers.direction = Direction::level;
            row.numbers.level = Level::met;
            printed.judged = Judged::by_level;
        }
    }

    /// 100, "100%" and 1 may all be a hundred percent.
    static void same_scale(const Figure& target, const Figure& actual, TargetRow& row) {
        const bool percent = target.in_percent || actual.in_percent;
        const Ratio hundred{100};
        Ratio& whole = row.numbers.target;
        Ratio& part = row.numbers.actual;
        const bool in_unit = row.unit == "%" || row.unit == "％";
        const Ratio unit = share_unit(target, actual, row.unit);
        if (!percent) {
            if (in_unit && whole >= Ratio{10} && part.sign() > 0 && part <= Ratio{1}) {
                part = part * hundred; // 0.98 against 100, both of which are percentages
            }
            return;
        }
        if (target.in_percent) {
            whole = whole / hundred;
        }
        if (actual.in_percent) {
            part = part / hundred;
        }
        if (!target.in_percent) {
            whole = as_share(whole, part, unit);
        }
        if (!actual.in_percent) {
            part = as_share(part, whole, unit);
        }
    }

    /// What a number without % counts in: ‰ where the row or the other figure does, else %.
    static Ratio share_unit(const Figure& target, const Figure& actual, std::string_view unit) {
        const auto named = base::unit_named(unit);
        if (named && named->family == base::Family::share && named->power < 0) {
            return named->worth();
        }
        const Figure& written = target.in_percent ? target : actual;
        return min(written.worth, Ratio{1, 100});
    }

    /// A number without % beside `other`, a share: 98 is 98 %, 0.98 too; between 0 and 2 it is the
    /// reading that is nearer to the other.
    static Ratio as_share(const Ratio& number, const Ratio& other, const Ratio& unit) {
        const Ratio counted = number * unit;
        if (number >= Ratio{2} || number.sign() <= 0 || other.sign() <= 0) {
            return counted;
        }
        const auto apart = [&](const Ratio& value) {
            return max(value / other, other / value);
        };
        return apart(number) <= apart(counted) ? number : counted;
    }

    Json record_;
    Language language_;
    const std::set<Dialect>& dialects_; ///< of all the rules that the row may be scored by
    const Limits& limits_;
    std::vector<FormFinding>& findings_;
};

/// Reads `published`, and what the strict reader says of the rest.
class FormReader {
  public:
    FormReader(Form& form, const document::CompiledRubric& rubric, const Limits& limits)
        : form_(form), language_(rubric.rubric.language), rubric_(rubric), limits_(limits) {
        collect(rubric.rubric.indicators, dialects_);
    }

    void read() {
        document::Problems problems{document::facts_document, limits_};
        document::read_printed_facts({root(), problems}, rubric_, form_.facts);
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
            if (told.code == document::outside_effective) {
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
                                                 spoken(units_not_checked, language_)));
            } else if (unread.where.starts_with("/assessed/")) {
                const Json where = at_pointer(root(), unread.where);
                form_.findings.push_back(
                    finding("unusable-fact", Severity::note, where,
                            spoken(unknown_score(std::string{where.key()}), language_)));
            }
        }
        if (!problems.empty()) {
            Error error = problems.error();
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
                finding("not-checked", Severity::note, root(), spoken(no_data, language_)));
            return;
        }
        const bool number = pointer.starts_with("/data/") && !where.is(JsonKind::object) &&
                            (error.code == "facts.number" || error.code == "facts.percent" ||
                             error.code == "facts.count" || error.code == "facts.type");
        for (const FormFinding& told : form_.findings) {
            if (told.where == pointer) {
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
            number ? finding("actual-not-a-number", Severity::warning, where,
                             spoken(is_no_number(name, shown(where)), language_))
                   : finding("unusable-fact", Severity::warning, where,
                             spoken(unusable(error.message, shown(where)), language_)));
        form_.findings.back().found = where.text();
    }

    void read_rows(std::size_t slot, Json list) {
        std::vector<feel::Value> records;
        if (!list.is(JsonKind::array)) {
            form_.findings.push_back(
                finding("unusable-fact", Severity::warning, list,
                        spoken(unusable("target records are a list", shown(list)), language_)));
            return;
        }
        for (const Json record : list.children()) {
            TargetRow row;
            FormRow printed{record};
            RowReader{record, language_, dialects_, limits_, form_.findings}.read(row, printed);
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
        tell_unknown_keys(published, document::published_keys, language_, form_.findings,
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
            } else if (key == "grade" && !is_blank(member)) {
                form_.grade = read_text(member) ? std::optional{member} : std::nullopt;
            } else if (key == "reasons" && read_text(member) && !is_blank(member)) {
                form_.reasons = member.text();
            } else if (key == "complete" && member.is(JsonKind::boolean)) {
                form_.complete = member.boolean();
            } else if (key == "complete") {
                add_unusable(member, "true or false");
            }
        }
    }

    bool read_text(Json json) {
        if (!json.is(JsonKind::string)) {
            add_unusable(json, "a text");
        }
        return json.is(JsonKind::string);
    }

    void add_unusable(Json where, std::string_view why) {
        form_.findings.push_back(finding("unusable-fact", Severity::warning, where,
                                         spoken(unusable(why, shown(where)), language_)));
    }

    std::optional<Printed> read_figure(Json json, ReadPrinted printed_by) {
        if (is_blank(json)) {
            return std::nullopt;
        }
        auto printed = printed_by(json, limits_);
        if (!printed && form_.findings.size() < most_told) {
            const std::string name{json.has_key() ? json.key() : ""};
            form_.findings.push_back(finding("actual-not-a-number", Severity::warning, json,
                                             spoken(is_no_number(name, shown(json)), language_)));
            form_.findings.back().found = json.text();
        }
        return printed;
    }

    void read_figures(Json group, ReadPrinted printed_by,
                      std::map<std::string, Printed, std::less<>>& figures) {
        if (!group.is(JsonKind::object)) {
            add_unusable(group, "an object from ids to figures");
            return;
        }
        for (const Json member : group.children()) {
            if (document::is_ignored_key(member.key())) {
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

Form::Form(const document::JsonDocument& json, const document::CompiledRubric& rubric,
           const Limits& limits)
    : facts(json) {
    facts.rubric_digest = rubric.digest;
    FormReader{*this, rubric, limits}.read();
}

} // namespace heng::form
