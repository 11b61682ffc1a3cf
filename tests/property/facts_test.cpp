// SPDX-License-Identifier: Apache-2.0
//
// What is read straight is what Facts::parse reads: for documents as programs write them, odd ones
// and broken ones, one reader going from one to the next as a batch does.
#include "batch/plain_facts.hpp"
#include "facts/loaded_facts.hpp"
#include "support/files.hpp"
#include "support/random_facts.hpp"

#include <heng/document/rubric_document.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <vector>

using namespace heng;
using detail::batch::PlainFacts;
using detail::batch::PlainSubject;
using test::RandomFacts;

namespace {

char letter(detail::document::InputType type) {
    switch (type) {
    case detail::document::InputType::money:
        return 'm';
    case detail::document::InputType::percent:
        return 'p';
    case detail::document::InputType::count:
        return 'c';
    case detail::document::InputType::boolean:
        return 'b';
    default:
        return 'n';
    }
}

std::vector<test::RandomInput> inputs_of(const RubricDocument& rubric) {
    std::vector<test::RandomInput> inputs;
    for (const detail::document::Input& input : rubric.compiled().inputs) {
        inputs.push_back({input.path, letter(input.type)});
    }
    return inputs;
}

/// Whether the row holds what Facts::parse found.
bool same(const detail::document::CompiledRubric& rubric, const detail::facts::LoadedFacts& facts,
          detail::kernel::FactRows& rows) {
    const auto columns = rows.columns();
    for (std::size_t slot = 0; slot < columns.size(); ++slot) {
        const bool given = facts.places[slot].has_value();
        if (rows.is_given(slot, 0) != given) {
            return false;
        }
        const detail::feel::Value& value = facts.slots[slot];
        const detail::kernel::Column& column = columns[slot];
        if (given && rubric.inputs[slot].type == detail::document::InputType::boolean) {
            if (!value.is_boolean() || value.is_true() != (column.coefficients[0] == 1)) {
                return false;
            }
        } else if (given &&
                   value.number() != Ratio{Decimal{column.coefficients[0], column.scale}}) {
            return false;
        }
    }
    return true;
}

/// Reads documents one after another, and compares.
class Comparison {
  public:
    explicit Comparison(const RubricDocument& rubric)
        : rubric_(rubric),
          plain_(rubric.compiled(), Limits{}, UnreadFacts::list),
          rows_(rubric.compiled().inputs.size()) {}

    /// Whether it was sure; nothing that is not so slips through.
    bool read(const std::string& text) {
        rows_.clear();
        PlainSubject subject;
        const std::size_t row = rows_.add();
        const bool sure = plain_.read(text, {rows_, row, subject});
        INFO(text);
        PlainFacts other{rubric_.compiled(), Limits{}, UnreadFacts::list};
        detail::kernel::FactRows alone{rubric_.compiled().inputs.size()};
        PlainSubject nobody;
        CHECK(other.read(text, {alone, alone.add(), nobody}) == sure); // whatever came before
        if (!sure) {
            return false;
        }
        const auto facts = Facts::parse(rubric_, text);
        if (!facts) {
            CHECK(facts.error().code == "facts.out-of-range"); // the kernel's business
            return true;
        }
        std::string name;
        detail::json::decode(subject.name, name);
        CHECK(facts->subject_name() == name);
        CHECK(facts->loaded().subject_year.value_or(0) == subject.year);
        CHECK(same(rubric_.compiled(), facts->loaded(), rows_));
        return true;
    }

  private:
    const RubricDocument& rubric_;
    PlainFacts plain_;
    detail::kernel::FactRows rows_;
};

void compare(const RubricDocument& rubric, std::uint64_t seed, int count) {
    RandomFacts facts{seed, inputs_of(rubric)};
    Comparison comparison{rubric};
    int sure = 0;
    int odd_and_sure = 0;
    int broken_and_sure = 0;
    for (int i = 0; i < count; ++i) {
        const std::string plain = facts.plain();
        sure += comparison.read(plain) ? 1 : 0;
        odd_and_sure += comparison.read(facts.odd()) ? 1 : 0;
        if (i % 2 == 0) {
            comparison.read(plain); // its shape is known when it is broken
        }
        broken_and_sure += comparison.read(facts.broken(plain)) ? 1 : 0;
    }
    CHECK(sure == count);
    // some of each: neither everything nor nothing is plain
    CHECK(odd_and_sure > count / 50);
    CHECK(odd_and_sure < count);
    CHECK(broken_and_sure > count / 100);
    CHECK(broken_and_sure < count / 2);
}

constexpr const char* names = R"--({"heng": "rubric/1", "id": "n", "title": "N",
    "basis": "local", "source": "a test", "language": "en", "unit": "万元", "points": "10",
    "inputs": {"预算.全年": {"type": "money"}, "预算.执行": {"type": "money", "minimum": "5"},
               "rate": {"type": "percent"}, "days": {"type": "count"}, "a.b.c": {"type": "number"},
               "a.b.d": {"type": "percent"}, "done": {"type": "boolean"}},
    "indicators": [{"id": "i", "name": "I", "points": "10", "basis": "local", "source": "t",
                    "measure": "days", "rule": {"kind": "proportional"}}]})--";

constexpr const char* no_unit = R"--({"heng": "rubric/1", "id": "u", "title": "U",
    "basis": "local", "source": "a test", "language": "en", "points": "10",
    "inputs": {"spent": {"type": "number"}, "budget": {"type": "percent"},
               "days": {"type": "count"}},
    "indicators": [{"id": "i", "name": "I", "points": "10", "basis": "local", "source": "t",
                    "measure": "spent / budget", "rule": {"kind": "proportional"}}]})--";

} // namespace

TEST_CASE("groups in groups, names in Chinese, every type") {
    compare(RubricDocument::parse(names).value(), 1, 10'000);
}

TEST_CASE("a rubric without a unit") {
    compare(RubricDocument::parse(no_unit).value(), 2, 10'000);
}

TEST_CASE("the workload of the peers") {
    compare(RubricDocument::parse(test::file("tests/cases/peer-workload/rubric.json")).value(), 3,
            3'000);
}
