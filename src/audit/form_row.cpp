// SPDX-License-Identifier: Apache-2.0
#include "audit/form_keys.hpp"
#include "audit/form_row.hpp"
#include "audit/messages.hpp"
#include "base/json/advice.hpp"
#include "base/json/declared.hpp"
#include "base/json/problems.hpp"
#include "base/json/reader.hpp"
#include "base/text/utf8.hpp"
#include "base/written_figure.hpp"
#include "document/row_rule.hpp"
#include "document/target_record.hpp"
#include "feel/calendar.hpp"
#include "reconcile/blank.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace heng::detail::audit {
namespace {

using json::Json;
using json::JsonKind;
using text::spoken;

constexpr std::array<std::string_view, 6> rule_keys{"rule", "least", "deduct",
                                                    "part", "floor", "cap"};
constexpr std::array<json::Word<Level>, 7> levels{{{"met", Level::met},
                                                   {"partly", Level::partly},
                                                   {"not", Level::not_met},
                                                   {"达成", Level::met},
                                                   {"部分达成", Level::partly},
                                                   {"未达成", Level::not_met},
                                                   {"基本达成", Level::partly}}};

/// A day that is printed as year, month and day and nothing else: 2023-12-31, 2023年12月31日.
std::optional<std::int64_t> day_of(std::string_view text) {
    std::string iso;
    for (const std::string_view mark : {"年", "月", "日", "/", "."}) {
        if (iso.empty()) {
            iso = text;
        }
        for (std::size_t at = iso.find(mark); at != std::string::npos; at = iso.find(mark)) {
            iso.replace(at, mark.size(), mark == "日" ? "" : "-");
        }
    }
    const std::size_t year = iso.find('-');
    const std::size_t month = year == std::string::npos ? year : iso.find('-', year + 1);
    if (month == std::string::npos) {
        return std::nullopt;
    }
    iso.insert(month + 1, month + 2 == iso.size() ? "0" : "");
    iso.insert(year + 1, year + 2 == month ? "0" : "");
    return json::is_date(iso) ? feel::parse_date(iso) : std::nullopt;
}

/// Reads one target record.
class RowReader {
  public:
    RowReader(Json record, Language language, const std::set<Dialect>& dialects,
              const Limits& limits, std::vector<Finding>& findings)
        : record_(record),
          language_(language),
          dialects_(dialects),
          limits_(limits),
          findings_(findings) {}

    void read(TargetRow& row, FormRow& printed) {
        if (!record_.is(JsonKind::object)) {
            add_unusable(record_, say::records_are_objects);
            return;
        }
        const std::size_t before = findings_.size();
        tell_unknown_keys(record_, json::keys_of(declared::target_record), language_, findings_,
                          most_told);
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
                add_unusable(*json, say::score_is_number);
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
        return json && !reconcile::is_blank(*json) ? json : std::nullopt;
    }

    [[nodiscard]] std::string text_of(std::string_view key) const {
        const auto json = given(key);
        return json && json->is(JsonKind::string) ? std::string{json->text()} : std::string{};
    }

    void add_unusable(Json where, const text::Words& why) {
        if (findings_.size() >= most_told) {
            return;
        }
        findings_.push_back(finding("unusable-fact", Severity::warning, where,
                                    spoken(say::unusable(why, shown(where)), language_)));
    }

    void read_points(TargetRow& row, FormRow& printed) {
        row.points = Decimal{}; // in its place, where it has none
        const auto json = given("points");
        if (!json) {
            return;
        }
        const auto points = printed_score_at(*json, limits_);
        if (!points || points->value.sign() < 0) {
            add_unusable(*json, say::points_are_numbers);
            return;
        }
        row.points = points->value;
        printed.has_points = true;
    }

    /// The rule of its own that the row has. False: it can't be used, of which a finding tells.
    bool read_rule(TargetRow& row, Direction direction) {
        const bool has_rule = std::any_of(rule_keys.begin(), rule_keys.end(),
                                          [&](auto key) { return record_.find(key).has_value(); });
        if (!has_rule) {
            return true;
        }
        json::Problems problems{json::facts_document, limits_};
        const json::ObjectReader object =
            json::Reader{record_, problems}.as(declared::target_record).object();
        const std::size_t before = problems.size(); // of keys, which have been told
        const auto kind = document::read_row_kind(object);
        if (kind) {
            row.numbers.rule = document::read_row_rule(object, direction, *kind);
        }
        if (problems.size() > before) {
            row.numbers.rule = {};
            add_unusable(record_, say::row_rule_unusable);
        }
        return problems.size() == before;
    }

    /// Whether the rule that is written is by date, which is met on its day or earlier.
    [[nodiscard]] bool is_by_date() const {
        const auto rule = given("rule");
        return rule && rule->is(JsonKind::string) && rule->text() == "date";
    }

    void compare_days(TargetRow& row, FormRow& printed) {
        if (!printed.target || !printed.actual) {
            return;
        }
        for (const bool actual : {false, true}) {
            const Json place = actual ? *printed.actual : *printed.target;
            const auto day = day_of(place.text());
            if (!day && findings_.size() >= most_told) {
                return;
            }
            if (!day) {
                findings_.push_back(
                    finding("actual-not-a-number", Severity::warning, place,
                            spoken(say::is_no_day(row.name, shown(place)), language_)));
                findings_.back().found = place.text();
                return;
            }
            (actual ? row.numbers.actual : row.numbers.target) = Ratio{*day};
        }
        row.target_text = printed.target->text();
        row.actual_text = printed.actual->text();
        printed.judged = Judged::by_numbers;
    }

    /// As it is written, else as the printed target has it, else by level where one is given.
    std::optional<Direction> chosen_direction(const std::optional<Figure>& target) {
        if (const auto written = given("direction")) {
            if (const auto direction = direction_of(written->text())) {
                return direction;
            }
            add_unusable(*written, say::directions_are);
        }
        if (target && target->direction) {
            return target->direction;
        }
        return given("level") ? std::optional{Direction::level} : std::nullopt;
    }

    void read_numbers(TargetRow& row, FormRow& printed) {
        const auto target =
            printed.target ? figure_of(printed.target->text(), limits_) : std::nullopt;
        const std::optional<Direction> direction =
            is_by_date() && !given("direction") ? Direction::at_most : chosen_direction(target);
        if (!direction || !read_rule(row, *direction)) {
            return;
        }
        if (*direction == Direction::level) {
            read_level(row, printed);
            return;
        }
        row.numbers.direction = *direction;
        is_by_date() ? compare_days(row, printed) : compare(row, printed, target);
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
            add_unusable(*json, say::levels_are);
            return;
        }
        if (row.numbers.rule.kind == RowRule::Kind::all) {
            printed.judged = Judged::by_rate; // the level alone says what it scores
        }
        const auto rate = given("rate");
        const auto picked = rate ? printed_at(*rate, limits_) : std::nullopt;
        if (rate && !picked) {
            add_unusable(*rate, say::rate_is_percentage);
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
                findings_.push_back(finding(
                    "level-out-of-range", Severity::error, *rate,
                    spoken(say::rate_outside(row.name, picked->text, level_said(*json, row)),
                           language_)));
                findings_.back().found = picked->text;
            }
        }
    }

    /// The level as it is printed; a word of the format in the language of the report.
    static text::Words level_said(Json printed, const TargetRow& row) {
        const Level level = row.numbers.level;
        return printed.text() == document::word_of(level) ? document::level_words(level)
                                                          : text::same(shown(printed));
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
            findings_.push_back(finding(
                "actual-repeats-target", Severity::warning, place,
                spoken(say::repeats_target(row.name, shown(place), target_text), language_)));
            findings_.back().found = place.text();
            return;
        }
        if (!usable) {
            findings_.push_back(
                finding("actual-not-a-number", Severity::warning, place,
                        spoken(say::is_no_number(row.name, shown(place)), language_)));
            findings_.back().found = place.text();
            return;
        }
        auto compared = in_one_unit(*target, *actual, row.unit);
        if (!compared) {
            findings_.push_back(finding(
                "units-not-comparable", Severity::warning, place,
                spoken(say::unlike_units(row.name, shown(place), text::shortened(target_text)),
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
        const RowRule::Kind kind = row.numbers.rule.kind;
        const bool by_level = kind == RowRule::Kind::ratio || kind == RowRule::Kind::all;
        if (by_level && printed.target && printed.target->text() == printed.actual->text()) {
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

    /// The unit of a number without %: ‰ where the row or the other figure does, else %.
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
    std::vector<Finding>& findings_;
};

} // namespace

std::string shown(Json json) {
    return json.is(JsonKind::object)  ? "{…}"
           : json.is(JsonKind::array) ? "[…]"
                                      : text::shortened(json.text());
}

void read_row(Json record, const RowRules& rules, std::vector<Finding>& findings, TargetRow& row,
              FormRow& printed) {
    RowReader{record, rules.language, rules.dialects, rules.limits, findings}.read(row, printed);
}

} // namespace heng::detail::audit
