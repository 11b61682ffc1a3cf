// SPDX-License-Identifier: Apache-2.0
//
// Lists, dates, texts and assessed scores that are read straight are what Facts::parse reads: for
// documents as programs write them, odd ones and broken ones, one reader going from one to the next
// as a batch does.
#include "batch/plain_facts.hpp"
#include "document/target_record.hpp"
#include "facts/loaded_facts.hpp"
#include "support/random_facts.hpp"
#include "support/random_records.hpp"

#include <heng/document/rubric_document.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <span>
#include <string>

using namespace heng;
using detail::batch::PlainFacts;
using detail::batch::PlainSubject;
using detail::feel::Value;
using detail::kernel::Column;
using detail::kernel::TargetFact;
using test::RandomRecords;

namespace {

Ratio ratio(std::int64_t coefficient, int scale) {
    return Ratio{Decimal{coefficient, scale}};
}

/// Reads documents one after another, and compares.
class Comparison {
  public:
    /// Whether it was sure; nothing that is not so slips through.
    bool read(const std::string& text) {
        rows_.clear();
        PlainSubject subject;
        const bool sure = plain_.read(text, {rows_, rows_.add(), subject});
        INFO(text);
        PlainFacts other{rubric_.compiled(), Limits{}, UnreadFacts::list};
        detail::kernel::FactRows alone{layout_};
        PlainSubject nobody;
        CHECK(other.read(text, {alone, alone.add(), nobody}) == sure); // whatever came before
        if (!sure) {
            return false;
        }
        const auto facts = Facts::parse(rubric_, text);
        if (!facts) {
            CHECK(facts.error().code == "facts.out-of-range"); // the kernel's business
            CHECK(facts.error().pointer == "/data/spent");
            CHECK(facts.error().others.empty());
            return true;
        }
        const auto columns = rows_.columns();
        if (rows_.asks()[0] != 0) {
            return false; // numbers of one field that 64 bits do not hold at one scale
        }
        check(facts->loaded(), columns);
        return true;
    }

  private:
    void check(const detail::facts::LoadedFacts& facts, std::span<const Column> columns) {
        for (const Diagnostic& each : facts.diagnostics) {
            CHECK(each.code == "unread-fact"); // which lines do not tell
        }
        for (std::size_t slot = 0; slot < layout_.inputs; ++slot) {
            const bool given = facts.places[slot].has_value();
            CHECK(rows_.is_given(slot, 0) == given);
            if (given && facts.slots[slot].is_list()) {
                check_list(facts, slot, columns[slot]);
            } else if (given) {
                check_value(facts.slots[slot], columns[slot], 0);
            }
        }
        for (std::size_t i = 0; i < layout_.assessed.size(); ++i) {
            const std::size_t slot = layout_.inputs + i;
            const auto given = facts.assessed.find(layout_.assessed[i]->id);
            CHECK(rows_.is_given(slot, 0) == (given != facts.assessed.end()));
            if (given != facts.assessed.end()) {
                CHECK(ratio(columns[slot].coefficients[0], columns[slot].scale) ==
                      Ratio{given->second.assessment.score});
            }
        }
    }

    void check_value(const Value& value, const Column& column, std::size_t at) {
        const std::int64_t coefficient = column.coefficients[at];
        if (value.is_number()) {
            CHECK(value.number() == ratio(coefficient, column.scale));
            return;
        }
        CHECK(column.scale == 0);
        CHECK(coefficient == (value.is_boolean() ? std::int64_t{value.is_true()}
                              : value.is_date()  ? value.date_days()
                                                 : layout_.texts.index_of(value.text())));
    }

    void check_list(const detail::facts::LoadedFacts& facts, std::size_t slot,
                    const Column& column) {
        const Value& list = facts.slots[slot];
        REQUIRE(column.list != nullptr);
        REQUIRE(column.list->offsets[0] == 0);
        REQUIRE(column.list->offsets[1] == list.items().size());
        for (std::size_t i = 0; i < list.items().size(); ++i) {
            const Value& record = list.items()[i];
            if (rubric_.compiled().inputs[slot].of_targets) {
                const Value* const number = record.find(detail::document::row_entry);
                const auto row = static_cast<std::size_t>(*number->number().as_int64());
                check_target(facts.rows[row], column.list->targets[i], *column.list);
                continue;
            }
            for (std::size_t field = 0; field < record.fields().size(); ++field) {
                const Value& value = record.fields()[field].value;
                const Column& given = column.list->fields[field];
                CHECK((given.given == nullptr || given.given[i] != 0) == !value.is_null());
                if (!value.is_null()) {
                    check_value(value, given, i);
                }
            }
        }
    }

    void check_target(const TargetRow& row, const TargetFact& fact,
                      const detail::kernel::ListColumn& list) {
        const Target& numbers = row.numbers;
        CHECK(fact.direction == numbers.direction);
        if (numbers.direction == Direction::level) {
            CHECK(fact.level == numbers.level);
            CHECK((fact.rate_scale != detail::kernel::no_number) == numbers.rate.has_value());
            CHECK((!numbers.rate || *numbers.rate == ratio(fact.rate, fact.rate_scale)));
        } else {
            CHECK(numbers.target == ratio(fact.target, fact.target_scale));
            CHECK(numbers.actual == ratio(fact.actual, fact.actual_scale));
        }
        CHECK((fact.points_scale != detail::kernel::no_number) == row.points.has_value());
        CHECK((!row.points || Ratio{*row.points} == ratio(fact.points, fact.points_scale)));
        CHECK(fact.rule == numbers.rule.kind);
        const RowRule rule = fact.own == 0 ? RowRule{.kind = fact.rule} : list.rules[fact.own - 1];
        CHECK(rule == numbers.rule);
        CHECK(fact.name == layout_.texts.index_of(row.name));
        CHECK(fact.block == layout_.texts.index_of(row.block));
        CHECK(fact.unit == layout_.texts.index_of(row.unit));
        CHECK(fact.reason == layout_.texts.index_of(row.reason));
    }

    RubricDocument rubric_ = RubricDocument::parse(test::records_rubric).value();
    detail::kernel::FactsLayout layout_{rubric_.compiled()};
    PlainFacts plain_{rubric_.compiled(), Limits{}, UnreadFacts::list};
    detail::kernel::FactRows rows_{layout_};
};

} // namespace

TEST_CASE("target records and others, plain, odd and broken") {
    constexpr int count = 5'000;
    RandomRecords records{11};
    test::RandomFacts changes{12, {}};
    Comparison comparison;
    int sure = 0;
    int odd_and_sure = 0;
    int broken_and_sure = 0;
    for (int i = 0; i < count; ++i) {
        const std::string plain = records.document(false);
        sure += comparison.read(plain) ? 1 : 0;
        odd_and_sure += comparison.read(records.document(true)) ? 1 : 0;
        broken_and_sure += comparison.read(changes.broken(plain)) ? 1 : 0;
    }
    CHECK(sure > count / 2);
    CHECK(odd_and_sure > count / 20);
    CHECK(odd_and_sure < count / 2);
    CHECK(broken_and_sure > count / 150);
    CHECK(broken_and_sure < count / 2);
}
