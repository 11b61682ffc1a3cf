// SPDX-License-Identifier: Apache-2.0
#include "base/text/nearest.hpp"
#include "base/text/utf8.hpp"
#include "document/expression_reader.hpp"
#include "document/messages.hpp"
#include "document/rubric_reader.hpp"
#include "document/rules_of_many.hpp"
#include "document/unit_rules.hpp"
#include "rule/declared_rules.hpp"
#include "rule/kind.hpp"

#include <heng/document/lint_codes.hpp>
#include <heng/rubric/validate.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <string_view>
#include <utility>

namespace heng::detail::document {
namespace {

constexpr int deepest_level = 64;
constexpr std::size_t most_accepted = 1'000;

std::string text_of(const json::Reader& text) {
    return std::string{text.text().value_or("")};
}

class RubricReader {
  public:
    explicit RubricReader(CompiledRubric& compiled) : compiled_(compiled), expressions_(compiled) {}

    void run(const json::Reader& root) {
        const json::ObjectReader object = root.as(declared::rubric).object();
        Rubric& rubric = compiled_.rubric;
        rubric.id = text_of(object["id"]);
        rubric.title = text_of(object["title"]);
        rubric.basis = object["basis"].word<Basis>().value_or(Basis::local);
        rubric.source = text_of(object["source"]);
        rubric.points = object["points"].decimal().value_or(Decimal{});
        rubric.beyond = read_beyond(object);
        read_effective(object["effective"]);
        read_language(object["language"]);
        read_unit(object["unit"]);
        read_rounding(object["rounding"]);
        expressions_.declare(object["inputs"], object["values"]);
        if (!object.has("unit") &&
            std::any_of(compiled_.inputs.begin(), compiled_.inputs.end(), has_money)) {
            root.problem("unit", say::rubric_without_unit, say::money_units);
        }
        read_grades(object["grades"]);
        rubric.indicators = read_indicators(object["indicators"]);
        if (passes_limit_) {
            const std::string most = std::to_string(root.problems().limits().rows);
            object["indicators"].problem_at_key("limit.indicators", say::too_many_indicators(most),
                                                say::several_rubrics);
        }
        rubric.adjustments = read_adjustments(object["adjustments"]);
        read_accepted(root, object["accept"]);
        read_unit_rules(object, compiled_);
    }

  private:
    /// No score depends on them: a sheet of another year can be recomputed, and says so.
    void read_effective(const json::Reader& effective) {
        if (!effective.is_present()) {
            return;
        }
        const json::ObjectReader dates = effective.object();
        Effective& days = compiled_.effective;
        days.from = dates["from"].date().value_or("");
        days.to = dates["to"].date().value_or("");
        if (!days.from.empty() && !days.to.empty() && days.to < days.from) {
            dates["to"].problem("effective", say::ends_before_start(days.to, days.from),
                                say::exchange_days);
        }
    }

    void read_language(const json::Reader& language) {
        const Language own = language.word<Language>().value_or(Language::zh);
        compiled_.rubric.language = language.problems().limits().language.value_or(own);
    }

    void read_unit(const json::Reader& unit) {
        const auto written = unit.text();
        if (!written) {
            return;
        }
        const auto known = money_unit_from(*written);
        if (!known) {
            unit.problem("unit", say::unknown_money_unit(*written), say::money_units);
        }
        compiled_.unit = known;
    }

    void read_rounding(const json::Reader& rounding) {
        if (!rounding.is_present()) {
            return;
        }
        const json::ObjectReader object = rounding.object();
        RoundingPlaces& places = compiled_.rubric.rounding;
        places.scale = static_cast<int>(object["scale"].whole("rounding").value_or(places.scale));
        places.mode = object["mode"].word<Rounding>().value_or(places.mode);
        for (const json::Reader place : object["at"].elements()) {
            read_rounding_place(place, places);
        }
    }

    static void read_rounding_place(const json::Reader& place, RoundingPlaces& places) {
        const std::string_view word = place.text().value_or("");
        if (word == "leaf") {
            places.leaves = true;
        } else if (word == "row") {
            places.rows = true;
        } else if (word == "total") {
            places.total = true;
        } else if (const int level = level_in(word); level > 0) {
            places.levels.push_back(level);
        } else if (place.is(json::JsonKind::string)) {
            place.problem("rounding", say::unknown_place(word), say::rounding_places);
        }
    }

    /// The number in "level-2", 0 where it is none.
    static int level_in(std::string_view word) {
        constexpr std::string_view prefix = "level-";
        if (!word.starts_with(prefix)) {
            return 0;
        }
        word.remove_prefix(prefix.size());
        int level = 0;
        const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), level);
        const bool whole = error == std::errc{} && end == word.data() + word.size();
        return whole && word.front() != '0' && level <= deepest_level ? level : 0;
    }

    void read_grades(const json::Reader& grades) {
        for (const json::Reader element : grades.elements()) {
            const json::ObjectReader grade = element.object();
            auto in = expressions_.intervals(grade["in"]);
            auto name = grade["grade"].text();
            if (in && name) {
                compiled_.rubric.grades.push_back({std::move(*in), std::string{*name}});
            }
        }
    }

    static Beyond read_beyond(const json::ObjectReader& object) {
        return {object["extra"].decimal().value_or(Decimal{}),
                object["floor"].decimal().value_or(Decimal{})};
    }

    std::vector<Indicator> read_indicators(const json::Reader& list) {
        std::vector<Indicator> indicators;
        const std::size_t most = list.problems().limits().rows;
        for (const json::Reader element : list.elements()) {
            if (indicators_ == most) { // of all branches together, as a list may have
                passes_limit_ = true;
            }
            if (passes_limit_) {
                break;
            }
            ++indicators_;
            indicators.push_back(read_indicator(element));
        }
        return indicators;
    }

    Indicator read_indicator(const json::Reader& element) {
        const json::ObjectReader object = element.object();
        Indicator indicator;
        indicator.id = text_of(object["id"]);
        indicator.name = text_of(object["name"]);
        indicator.points = object["points"].decimal().value_or(Decimal{});
        indicator.beyond = read_beyond(object);
        indicator.basis = object["basis"].word<Basis>().value_or(compiled_.rubric.basis);
        indicator.source = text_of(object["source"]);
        read_content(element, object, indicator);
        read_not_applicable(object["not_applicable"], indicator);
        indicator.adjustments = read_adjustments(object["adjustments"]);
        read_accepted(element, object["accept"]);
        return indicator;
    }

    /// Findings of lint that are meant, each with its reason.
    void read_accepted(const json::Reader& owner, const json::Reader& list) {
        for (const json::Reader element : list.elements()) {
            const json::ObjectReader entry = element.object();
            const json::Reader code = entry["finding"];
            const auto written = code.text();
            const auto reason = entry["reason"].text();
            if (!written || !reason) {
                continue;
            }
            if (compiled_.accepted.size() >= most_accepted) {
                element.problem("accept", say::most_accepted);
                return;
            }
            if (std::find(lint_codes.begin(), lint_codes.end(), *written) == lint_codes.end()) {
                text::Nearest nearest{*written};
                for (const std::string_view known : lint_codes) {
                    nearest.consider(known);
                }
                code.problem("accept", say::no_such_finding(text::shortened(*written)),
                             text::question(nearest.found()));
                continue;
            }
            compiled_.accepted.push_back({owner.json().pointer(), element.json().pointer(),
                                          std::string{*written}, std::string{*reason}});
        }
    }

    /// Either a rule or indicators below.
    void read_content(const json::Reader& element, const json::ObjectReader& object,
                      Indicator& indicator) {
        const bool branch = object.has("indicators");
        if (branch && object.has("rule")) {
            element.problem("rule", say::rule_or_indicators);
        } else if (branch) {
            indicator.indicators = read_indicators(object["indicators"]);
            if (object.has("measure")) {
                object["measure"].problem_at_key("rule", say::measure_of_rule);
            }
        } else {
            read_rule(object, object.required("rule"), indicator);
        }
    }

    /// Problems: word, several-rows, missing-key, rule, and those of the kind.
    void read_rule(const json::ObjectReader& object, const json::Reader& rule, Indicator& leaf) {
        if (!rule.is(json::JsonKind::object)) {
            (void)rule.members(); // says what is wrong with its type
            return;
        }
        const json::Reader name = rule.peek("kind");
        if (!name.is_present()) {
            rule.problem("missing-key", say::no_kind);
        } else if (const RuleOfMany* const many = rule_of_many(text_of(name))) {
            name.problem("several-rows", say::rule_of_many(many->kind), many->instead);
        } else if (const auto place = name.word_place()) {
            rule::Form form{expressions_, object, rule.as(*declared::rules[*place]), leaf};
            rule::kind_at(*place).read(form);
        }
    }

    void read_not_applicable(const json::Reader& condition, Indicator& indicator) {
        if (!condition.is_present()) {
            return;
        }
        const json::ObjectReader object = condition.object();
        const auto when = expressions_.term(object["when"], feel::ExpectedType::boolean);
        const auto treat_as = object["treat_as"].word<TreatAs>();
        if (when && treat_as) {
            indicator.not_applicable = NotApplicable{*when, *treat_as};
        }
    }

    std::vector<Adjustment> read_adjustments(const json::Reader& list) {
        std::vector<Adjustment> adjustments;
        for (const json::Reader element : list.elements()) {
            adjustments.push_back(read_adjustment(element));
        }
        return adjustments;
    }

    Adjustment read_adjustment(const json::Reader& element) {
        using Action = Adjustment::Kind;
        constexpr std::array<json::Word<Action>, 4> kinds{{{"at_most", Action::at_most},
                                                           {"set", Action::set},
                                                           {"deduct", Action::deduct},
                                                           {"add", Action::add}}};
        const json::ObjectReader object = element.object();
        Adjustment adjustment;
        adjustment.id = text_of(object["id"]);
        adjustment.reason = text_of(object["reason"]);
        adjustment.each_at_most = object["each_at_most"].decimal();
        bool counts = false;
        int actions = 0;
        if (object.has("grade_at_most")) {
            ++actions;
            adjustment.kind = Action::grade_at_most;
            adjustment.grade = text_of(object["grade_at_most"]);
        }
        for (const json::Word<Action>& kind : kinds) {
            if (object.has(kind.text)) {
                ++actions;
                adjustment.kind = kind.value;
                counts = read_amount(object[kind.text], adjustment);
            }
        }
        read_condition(object, counts, adjustment);
        if (object.is_present() && actions != 1) {
            element.problem("adjustment", say::one_action);
        }
        return adjustment;
    }

    /// A number, or an expression in points. Returns whether it is one that counts occurrences.
    bool read_amount(const json::Reader& value, Adjustment& adjustment) {
        if (value.is(json::JsonKind::string) && !Decimal::parse(value.json().text())) {
            adjustment.amount = expressions_.term(value, feel::ExpectedType::number);
            return adjustment.kind == Adjustment::Kind::deduct ||
                   adjustment.kind == Adjustment::Kind::add;
        }
        adjustment.value = value.decimal().value_or(Decimal{});
        return false;
    }

    /// A condition, which a deduction or an addition that counts occurrences need not have.
    void read_condition(const json::ObjectReader& object, bool counts, Adjustment& adjustment) {
        adjustment.always = counts && object.is_present() && !object.has("when");
        if (adjustment.always) {
            adjustment.when = expressions_.always();
        } else {
            adjustment.when =
                expressions_.term(object.required("when"), feel::ExpectedType::boolean)
                    .value_or(Term{});
        }
    }

    CompiledRubric& compiled_;
    ExpressionReader expressions_;
    std::size_t indicators_ = 0; ///< that were read
    bool passes_limit_ = false;  ///< there are more
};

/// The value that a JSON Pointer of validate() stands for, or the nearest one above it.
json::Json value_at(json::Json value, std::string_view pointer) {
    while (!pointer.empty()) {
        pointer.remove_prefix(1);
        const std::string_view token = pointer.substr(0, pointer.find('/'));
        pointer.remove_prefix(token.size());
        std::optional<json::Json> below = value.find(token);
        if (value.is(json::JsonKind::array)) {
            std::size_t index = 0;
            std::from_chars(token.data(), token.data() + token.size(), index);
            std::size_t i = 0;
            for (const json::Json element : value.children()) {
                if (i++ == index) {
                    below = element;
                }
            }
        }
        if (!below) {
            return value;
        }
        value = *below;
    }
    return value;
}

} // namespace

void read_rubric(const json::Reader& root, CompiledRubric& compiled) {
    RubricReader{compiled}.run(root);
    if (!root.problems().empty()) {
        return; // what could not be read would be reported a second time
    }
    for (Contradiction& each : validate(compiled.rubric)) {
        root.problems().add(value_at(root.json(), each.where),
                            each.code.substr(each.code.find('.') + 1),
                            {std::move(each.message), std::move(each.message_zh)},
                            {std::move(each.hint), std::move(each.hint_zh)});
    }
}

Result<std::shared_ptr<CompiledRubric>> compiled(const json::JsonDocument& json,
                                                 const Limits& limits) {
    json::Problems problems{json::rubric_document, limits};
    const json::Reader root{json.root(), problems};
    auto made = std::make_shared<CompiledRubric>();
    if (!root.has_heng()) {
        return Failure{problems.error()};
    }
    read_rubric(root, *made);
    if (!problems.empty()) {
        return Failure{in_language(problems.error(), made->rubric.language)};
    }
    return made;
}

} // namespace heng::detail::document
