// SPDX-License-Identifier: Apache-2.0
//
// Work grows no faster than what there is to do: eight times as many indicators, list elements or
// target rows take eight times as many allocations, bytes and steps, up to 10,000. Counted, not
// timed: growth_benchmark has the times.
#include "benchmark/growth_rubric.hpp"

#include <heng/batch/json_lines.hpp>
#include <heng/scoring/render.hpp>
#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <new>
#include <string>

namespace {

std::atomic<std::size_t> allocations{0};
std::atomic<std::size_t> bytes{0};

void* allocate_or_null(std::size_t size) noexcept {
    ++allocations;
    bytes += size;
    return std::malloc(size == 0 ? 1 : size);
}

void* allocate(std::size_t size) {
    void* const memory = allocate_or_null(size);
    if (memory == nullptr) {
        throw std::bad_alloc{};
    }
    return memory;
}

} // namespace

void* operator new(std::size_t size) {
    return allocate(size);
}
void* operator new[](std::size_t size) {
    return allocate(size);
}
void* operator new(std::size_t size, const std::nothrow_t& /*unused*/) noexcept {
    return allocate_or_null(size);
}
void* operator new[](std::size_t size, const std::nothrow_t& /*unused*/) noexcept {
    return allocate_or_null(size);
}
void operator delete(void* memory) noexcept {
    std::free(memory);
}
void operator delete[](void* memory) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t /*size*/) noexcept {
    std::free(memory);
}
void operator delete[](void* memory, std::size_t /*size*/) noexcept {
    std::free(memory);
}

namespace {

using namespace heng;

constexpr std::size_t few = 1'250;
constexpr std::size_t many = 10'000;
constexpr std::size_t times = many / few;

struct Cost {
    std::size_t allocations = 0;
    std::size_t bytes = 0;
};

Cost cost_of(const std::function<void()>& work) {
    const Cost before{allocations, bytes};
    work();
    return {allocations - before.allocations, bytes - before.bytes};
}

/// A tenth more than in proportion: what grows by doubling wastes now more, now less.
void check_linear(const char* what, const Cost& small, const Cost& large) {
    CAPTURE(what);
    CHECK(large.allocations <= times * small.allocations * 11 / 10 + 100);
    CHECK(large.bytes <= times * small.bytes * 11 / 10);
    CHECK(small.bytes > few); // else it was not done
}

struct Sized {
    RubricDocument rubric;
    std::string text;
};

Sized sized(const std::string& rubric, std::string text) {
    return {RubricDocument::parse(rubric).value(), std::move(text)};
}

void batch_line(const Sized& work) {
    std::string_view rest = work.text;
    const auto source = [&](std::span<char> buffer) -> std::optional<std::size_t> {
        const std::size_t size = std::min(buffer.size(), rest.size());
        std::memcpy(buffer.data(), rest.data(), size);
        rest.remove_prefix(size);
        return size;
    };
    bool failed = true;
    const auto sink = [&](const BatchLine& line) {
        failed = line.failed;
        return true;
    };
    REQUIRE(score_lines(work.rubric, source, sink).has_value());
    REQUIRE(!failed);
}

/// Reading, scoring, writing, and a line of a batch.
void check_documents(const Sized& small, const Sized& large) {
    const auto facts_of = [](const Sized& work) {
        return Facts::parse(work.rubric, work.text).value();
    };
    check_linear("facts", cost_of([&] { (void)facts_of(small); }),
                 cost_of([&] { (void)facts_of(large); }));
    const Facts few_facts = facts_of(small);
    const Facts many_facts = facts_of(large);
    check_linear("score", cost_of([&] { (void)score(few_facts).value(); }),
                 cost_of([&] { (void)score(many_facts).value(); }));
    const ScoreSheet few_items = score(few_facts).value();
    const ScoreSheet many_items = score(many_facts).value();
    check_linear("sheet", cost_of([&] { (void)to_json(few_items, few_facts); }),
                 cost_of([&] { (void)to_json(many_items, many_facts); }));
    check_linear("batch line", cost_of([&] { batch_line(small); }),
                 cost_of([&] { batch_line(large); }));
}

/// The fewest steps with which the document scores.
std::int64_t steps_of(const Sized& work) {
    const Facts facts = Facts::parse(work.rubric, work.text).value();
    std::int64_t most = 10'000'000;
    REQUIRE(score(facts, {.most_steps = most}).has_value());
    for (std::int64_t least = 0; least + 1 < most;) {
        const std::int64_t middle = least + (most - least) / 2;
        (score(facts, {.most_steps = middle}) ? most : least) = middle;
    }
    return most;
}

} // namespace

TEST_CASE("ten thousand indicators cost as much each as a thousand") {
    benchmarks::Chance chance;
    const std::string few_text = benchmarks::growth_rubric(few);
    const std::string many_text = benchmarks::growth_rubric(many);
    check_linear("load", cost_of([&] { (void)RubricDocument::parse(few_text).value(); }),
                 cost_of([&] { (void)RubricDocument::parse(many_text).value(); }));
    check_documents(sized(few_text, benchmarks::growth_facts(few, chance)),
                    sized(many_text, benchmarks::growth_facts(many, chance)));
}

TEST_CASE("ten thousand elements of a list cost as much each as a thousand") {
    benchmarks::Chance chance;
    const std::string rubric{benchmarks::list_rubric};
    const Sized small = sized(rubric, benchmarks::growth_list(few, chance));
    const Sized large = sized(rubric, benchmarks::growth_list(many, chance));
    check_documents(small, large);
    const auto most = static_cast<std::int64_t>(times) * steps_of(small);
    CHECK(steps_of(large) <= most + most / 20);
}

TEST_CASE("ten thousand target rows cost as much each as a thousand") {
    benchmarks::Chance chance;
    const std::string rubric{benchmarks::targets_rubric};
    const Sized small = sized(rubric, benchmarks::growth_targets(few, chance));
    const Sized large = sized(rubric, benchmarks::growth_targets(many, chance));
    check_documents(small, large);
    CHECK(steps_of(large) <= static_cast<std::int64_t>(times) * steps_of(small));
}
