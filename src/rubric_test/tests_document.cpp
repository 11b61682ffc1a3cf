// SPDX-License-Identifier: Apache-2.0
#include "base/json/messages.hpp"
#include "base/text/nearest.hpp"
#include "rubric_test/compose.hpp"
#include "rubric_test/messages.hpp"
#include "rubric_test/tests_document.hpp"

#include <heng/rubric/tree.hpp>

#include <functional>
#include <set>
#include <string_view>

namespace heng::detail::rubric_test {
namespace {

using json::JsonKind;
using json::ObjectReader;
using json::Reader;

using Names = std::set<std::string, std::less<>>;

constexpr std::size_t most_compared = 500; ///< problems, after which nearest names are not sought

/// The names that expectations may use.
struct Known {
    explicit Known(const Rubric& rubric) {
        for (const PlacedIndicator& each : IndicatorTree{rubric.indicators}) {
            items.insert(each->id);
            if (std::holds_alternative<Targets>(each->rule)) {
                with_rows.insert(each->id);
            }
            add(each->adjustments);
        }
        add(rubric.adjustments);
        for (const Grade& grade : rubric.grades) {
            grades.insert(grade.grade);
        }
    }

    void add(const std::vector<Adjustment>& list) {
        for (const Adjustment& each : list) {
            adjustments.insert(each.id);
        }
    }

    /// "targets#3" is a row of "targets".
    [[nodiscard]] bool has_item(std::string_view id) const {
        const std::size_t row = id.find('#');
        return row == std::string_view::npos ? items.contains(id)
                                             : with_rows.contains(id.substr(0, row));
    }

    Names items;
    Names with_rows;
    Names adjustments;
    Names grades;
};

void unknown(const Reader& at, bool at_key, std::string_view what, std::string_view name,
             const Names& known) {
    const bool compare = at.problems().size() < most_compared;
    const std::string nearest = compare ? text::nearest(name, known) : "";
    const text::Words message = say::no_such(json::say::noun(what), name);
    const text::Words hint = text::question(nearest);
    if (at_key) {
        at.problem_at_key("unknown-name", message, hint);
    } else {
        at.problem("unknown-name", message, hint);
    }
}

/// A number, or a string that holds one or a fraction of two whole ones: "1/3".
std::optional<Ratio> ratio_of(const Reader& value) {
    const std::string_view written = value.is(JsonKind::string) ? value.json().text() : "";
    const std::size_t slash = written.find('/');
    if (slash == std::string_view::npos) {
        const auto decimal = value.decimal();
        return decimal ? std::optional{Ratio{*decimal}} : std::nullopt;
    }
    const Limits& limits = value.problems().limits();
    const NumberLimits of_numbers{limits.digits, limits.exponent};
    const auto above = Decimal::parse(written.substr(0, slash), of_numbers);
    const auto below = Decimal::parse(written.substr(slash + 1), of_numbers);
    if (!above || !below || below->is_zero()) {
        value.problem("number", say::no_fraction(written), say::decimal_or_fraction);
        return std::nullopt;
    }
    return Ratio{*above} / Ratio{*below};
}

class ExpectationReader {
  public:
    explicit ExpectationReader(const Rubric& rubric) : known_(rubric) {}

    Expectation read(const Reader& reader) const {
        const ObjectReader object = reader.object();
        Expectation expect;
        if (object.has("total")) {
            expect.total = ratio_of(object["total"]);
        }
        read_grade(object["grade"], expect);
        expect.scores = numbers(object["scores"]);
        expect.points = numbers(object["points"]);
        read_status(object["status"], expect);
        read_adjusted(object["adjusted"], expect);
        if (const auto error = object["error"].text()) {
            expect.error = *error;
        }
        check_some(object);
        return expect;
    }

  private:
    /// A test that expects nothing can't fail.
    static void check_some(const ObjectReader& object) {
        if (!object.is_present()) {
            return;
        }
        std::size_t keys = 0;
        bool empty = true;
        for (const Reader each : object.reader().members()) {
            ++keys;
            const bool list = each.is(JsonKind::object);
            empty = empty && list && each.json().size() == 0;
        }
        if (empty) {
            object.reader().problem("expect", say::expects_nothing, say::write_expectation);
        } else if (object.has("error") && keys > 1) {
            object["error"].problem_at_key("expect", say::error_alone);
        }
    }

    void read_grade(const Reader& grade, Expectation& expect) const {
        const auto name = grade.text();
        if (!name) {
            return;
        }
        if (!name->empty() && !known_.grades.contains(*name)) {
            unknown(grade, false, "grade", *name, known_.grades);
        }
        expect.grade = *name;
    }

    /// The members of an object from ids.
    std::vector<Reader> by_id(const Reader& object) const {
        std::vector<Reader> members;
        for (const Reader each : object.members()) {
            if (known_.has_item(each.key())) {
                members.push_back(each);
            } else {
                unknown(each, true, "indicator", each.key(), known_.items);
            }
        }
        return members;
    }

    ById<Ratio> numbers(const Reader& object) const {
        ById<Ratio> found;
        for (const Reader& each : by_id(object)) {
            if (auto number = ratio_of(each)) {
                found.emplace_back(each.key(), std::move(*number));
            }
        }
        return found;
    }

    void read_status(const Reader& object, Expectation& expect) const {
        for (const Reader& each : by_id(object)) {
            if (const auto status = each.word<ItemStatus>()) {
                expect.status.emplace_back(each.key(), *status);
            }
        }
    }

    void read_adjusted(const Reader& list, Expectation& expect) const {
        if (!list.is_present()) {
            return;
        }
        expect.adjusted.emplace();
        for (const Reader each : list.elements()) {
            const auto id = each.text();
            if (id && !known_.adjustments.contains(*id)) {
                unknown(each, false, "adjustment", *id, known_.adjustments);
            }
            expect.adjusted->emplace_back(id.value_or(""));
        }
    }

    Known known_;
};

/// Reads all tests, so that a later one can be like an earlier one.
class TestsReader {
  public:
    TestsReader(const document::CompiledRubric& rubric, const TextSource& source)
        : composer_(rubric, source), expectations_(rubric.rubric) {}

    void read(const Reader& test, TestsDocument& document) {
        const std::size_t before = test.problems().size();
        const ObjectReader object = test.object();
        const bool known_keys = test.problems().size() == before;
        const auto name = object["name"].text();
        Expectation expect = expectations_.read(object["expect"]);
        if (too_much_ || !name) {
            return;
        }
        if (!names_.emplace(*name).second) {
            object["name"].problem("duplicate-name", say::name_twice(*name));
        }
        auto facts =
            known_keys ? composer_.facts_of(object, expect.error.has_value()) : std::nullopt;
        composer_.keep(std::string{*name}, facts);
        if (!facts) {
            return;
        }
        bytes_ += *facts ? (*facts)->text().size() : 0;
        if (bytes_ > test.problems().limits().bytes) {
            too_much_ = true;
            test.problem("limit.bytes", say::facts_too_long);
            return;
        }
        document.trials.push_back(
            {std::string{*name}, test.json(), std::move(*facts), std::move(expect)});
    }

  private:
    Composer composer_;
    ExpectationReader expectations_;
    Names names_;
    std::size_t bytes_ = 0;
    bool too_much_ = false;
};

} // namespace

TestsDocument read_tests(const Reader& tests, const Reader& equivalent,
                         const document::CompiledRubric& rubric, const TextSource& facts_source) {
    TestsDocument document;
    TestsReader reader{rubric, facts_source};
    for (const Reader test : tests.elements()) {
        reader.read(test, document);
    }
    if (tests.is(JsonKind::array) && tests.json().size() == 0) {
        tests.problem("no-tests", say::no_tests);
    }
    for (const Reader each : equivalent.elements()) {
        const ObjectReader object = each.object();
        const auto mutant = object["mutant"].text();
        const auto reason = object["reason"].text();
        if (reason && reason->empty()) {
            object["reason"].problem("reason", say::needs_reason);
        }
        if (mutant && reason) {
            document.equivalent.push_back({std::string{*mutant}, std::string{*reason}});
        }
    }
    return document;
}

} // namespace heng::detail::rubric_test
