// SPDX-License-Identifier: Apache-2.0
//
// A sheet of many items is written with as many allocations as one of few: none is an item's.
#include <heng/scoring/render.hpp>
#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdlib>
#include <new>
#include <string>

namespace {

// of this test only, which has one thread
std::size_t allocations = 0;

} // namespace

void* operator new(std::size_t size) {
    ++allocations;
    void* const memory = std::malloc(size == 0 ? 1 : size);
    if (memory == nullptr) {
        throw std::bad_alloc{};
    }
    return memory;
}
void operator delete(void* memory) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t /*size*/) noexcept {
    std::free(memory);
}

using namespace heng;

namespace {

std::string rubric_of(int leaves) {
    std::string text = R"({"heng": "rubric/1", "id": "r", "title": "t", "basis": "local",
        "source": "s", "language": "zh", "points": ")" +
                       std::to_string(2 * leaves) + R"(", "inputs": {
        "budget.spent": {"type": "number"}, "budget.given": {"type": "number"}}, "indicators": [)";
    for (int i = 0; i < leaves; ++i) {
        text += (i == 0 ? R"({"id": "indicator-)" : R"(, {"id": "indicator-)") + std::to_string(i) +
                R"(", "name": "预算资金支出执行率", "points": "2",
                "measure": "budget.spent / budget.given", "rule": {"kind": "proportional"}})";
    }
    return text + "]}";
}

std::size_t allocations_of(int leaves) {
    const auto rubric = RubricDocument::parse(rubric_of(leaves));
    REQUIRE(rubric);
    const auto facts = Facts::parse(
        *rubric, R"({"heng": "facts/1", "data": {"budget": {"spent": 71.25, "given": 80}}})");
    const auto sheet = score(*facts);
    REQUIRE(sheet);
    const std::size_t before = allocations;
    const std::string text = to_json(*sheet, *facts);
    const std::size_t after = allocations;
    REQUIRE(text.find("\"rate\": \"89.06%\"") != std::string::npos);
    return after - before;
}

} // namespace

TEST_CASE("no allocation is an item's") {
    const std::size_t few = allocations_of(4);
    CHECK(few > 0);
    CHECK(allocations_of(40) == few);
    CHECK(allocations_of(400) == few);
}
