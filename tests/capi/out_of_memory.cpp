// SPDX-License-Identifier: Apache-2.0
//
// Rule 8 of heng.h: running out of memory is HENG_OUT_OF_MEMORY, at every single allocation.
//
// This program's operator new stands in for the library's. Each call is repeated with its first,
// second, third, … allocation failing, until it succeeds; whatever it had must have been given
// back.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wold-style-cast" // check.h is C
#include "check.h"
#pragma GCC diagnostic pop

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <new>
#include <string_view>

namespace {

// Of this test only, which has one thread.
bool limited = false;
std::size_t allocations_left = 0;
std::ptrdiff_t living = 0;

void* allocate(std::size_t size) noexcept {
    if (limited) {
        if (allocations_left == 0) {
            return nullptr;
        }
        --allocations_left;
    }
    void* const memory = std::malloc(size == 0 ? 1 : size);
    living += memory != nullptr ? 1 : 0;
    return memory;
}

void* allocate_or_throw(std::size_t size) {
    void* const memory = allocate(size);
    if (memory == nullptr) {
        throw std::bad_alloc{};
    }
    return memory;
}

void release(void* memory) noexcept {
    living -= memory != nullptr ? 1 : 0;
    std::free(memory);
}

} // namespace

void* operator new(std::size_t size) {
    return allocate_or_throw(size);
}
void* operator new[](std::size_t size) {
    return allocate_or_throw(size);
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    return allocate(size);
}
void operator delete(void* memory) noexcept {
    release(memory);
}
void operator delete[](void* memory) noexcept {
    release(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    release(memory);
}
void operator delete[](void* memory, std::size_t) noexcept {
    release(memory);
}

namespace {

/// `call(error)` makes and frees what it makes, and returns the status. Returns how many
/// allocations it takes.
template <class Call>
std::size_t fails_cleanly_at_each(heng_status expected, Call call) {
    for (std::size_t allowed = 0;; ++allowed) {
        heng_error* error = nullptr;
        const std::ptrdiff_t before = living;
        allocations_left = allowed;
        limited = true;
        const heng_status status = call(&error);
        limited = false;
        if (status == HENG_OUT_OF_MEMORY) {
            CHECK(heng_error_status(error) == HENG_OUT_OF_MEMORY);
            CHECK_TEXT(heng_error_code(error), "memory");
            CHECK(heng_error_count(error) == 1);
        } else {
            CHECK(status == expected);
        }
        heng_error_free(error);
        CHECK(living == before);
        if (status == expected) {
            return allowed;
        }
        CHECK(allowed < 1000000);
    }
}

} // namespace

namespace {

const char tiny_plan[] =
    R"({"heng":"plan/1","id":"p","title":"t","subject":{"name":"n","year":2023},"unit":"元",
        "duties":[{"id":"d","name":"duty"}],"tasks":[{"id":"t","name":"task","duties":["x"]}],
        "projects":[{"id":"p","name":"n","tasks":["t"],"money":"1","indicators":[
          {"id":"i","name":"甲","category":"数量","target":"5"},
          {"id":"j","name":"甲","category":"社会","target":"many"}]}],
        "adjustments":[{"id":"a","date":"2023-08-01","approved":"2024-08-01","indicator":"i",
          "field":"target","from":"6","to":"7","reason":"r"}]})";
const char tiny_library[] =
    R"({"heng":"library/1","id":"l","title":"t","entries":[{"code":"a","name":"甲",
        "direction":">=","definition":"x / y","inputs":{"x":{"type":"money"},
        "y":{"type":"money"}},"source":"s","basis":"local","valid":{"from":"2020-01-01"},
        "status":"active"}]})";

void check_plans() {
    const std::size_t planning = fails_cleanly_at_each(HENG_OK, [](heng_error** error) {
        heng_report* made = nullptr;
        const heng_status status =
            heng_plan_check(tiny_plan, sizeof tiny_plan - 1, tiny_library, sizeof tiny_library - 1,
                            "09-30", nullptr, &made, error);
        heng_report_free(made);
        return status;
    });
    const std::size_t matching = fails_cleanly_at_each(HENG_OK, [](heng_error** error) {
        const char* const plans[] = {tiny_plan};
        const std::size_t lengths[] = {sizeof tiny_plan - 1};
        heng_report* made = nullptr;
        const heng_status status = heng_library_check(tiny_library, sizeof tiny_library - 1, plans,
                                                      lengths, 1, &made, error);
        heng_report_free(made);
        return status;
    });
    CHECK(planning > 100 && matching > 100);
}

} // namespace

int main() {
    check_plans();
    char* const json = read_file(GUANGZHOU_FACTS);
    heng_rubric* rubric = nullptr;
    CHECK(heng_rubric_builtin("guangzhou-department-2023", &rubric, nullptr) == HENG_OK);
    heng_facts* const facts = load_facts(rubric, json);

    const std::size_t loading = fails_cleanly_at_each(HENG_OK, [](heng_error** error) {
        heng_rubric* made = nullptr;
        const heng_status status =
            heng_rubric_load(tiny_rubric, sizeof tiny_rubric - 1, &made, error);
        heng_rubric_free(made);
        return status;
    });
    const std::size_t reading = fails_cleanly_at_each(HENG_OK, [&](heng_error** error) {
        heng_facts* made = nullptr;
        const heng_status status = heng_facts_load(rubric, json, std::strlen(json), &made, error);
        heng_facts_free(made);
        return status;
    });
    const std::size_t scoring = fails_cleanly_at_each(HENG_OK, [&](heng_error** error) {
        heng_sheet* made = nullptr;
        const heng_status status = heng_score(rubric, facts, &made, error);
        heng_sheet_free(made);
        return status;
    });
    const std::size_t refusing = fails_cleanly_at_each(HENG_NOT_FOUND, [](heng_error** error) {
        heng_rubric* made = nullptr;
        return heng_rubric_builtin("no-such-rubric", &made, error);
    });
    const auto evaluating = [](heng_status expected, const char* expression) {
        const char context[] =
            R"({"a": 3, "xs": [1, {"type": "date", "value": "2024-01-31"}, {"list": []}]})";
        return fails_cleanly_at_each(expected, [&](heng_error** error) {
            heng_value* made = nullptr;
            heng_status status = heng_eval(expression, std::strlen(expression), context,
                                           sizeof context - 1, &made, error);
            heng_value_free(made);
            if (status == HENG_OK) {
                status = heng_eval_explain(expression, std::strlen(expression), context,
                                           sizeof context - 1, &made, error);
                heng_value_free(made);
            }
            return status;
        });
    };
    const std::size_t values =
        evaluating(HENG_OK, "[sum(for i in 1..12 return i / a), xs[item > 0], {b: a ** 90 / 7}]");
    const std::size_t faults = evaluating(HENG_SYNTAX_ERROR, "a + (b");
    CHECK(values > 100 && faults > 10);
    const std::size_t linting = fails_cleanly_at_each(HENG_OK, [](heng_error** error) {
        heng_report* made = nullptr;
        const heng_status status = heng_lint(tiny_rubric, sizeof tiny_rubric - 1, &made, error);
        heng_report_free(made);
        return status;
    });
    const auto asking = [](auto ask) {
        return fails_cleanly_at_each(HENG_OK, [&](heng_error** error) {
            heng_text* made = nullptr;
            const heng_status status = ask(&made, error);
            heng_text_free(made);
            return status;
        });
    };
    heng_rubric* const tiny = load_rubric(tiny_rubric);
    heng_facts* const few = load_facts(tiny, tiny_facts);
    heng_sheet* const sheet = score(tiny, few);
    std::size_t length = 0;
    const char* const receipt = heng_sheet_json(sheet, &length);
    const std::size_t explaining = asking(
        [&](heng_text** made, heng_error** error) { return heng_explain(tiny, few, made, error); });
    const std::size_t guessing = asking([&](heng_text** made, heng_error** error) {
        return heng_score_partial(tiny, tiny_facts, sizeof tiny_facts - 1, made, error);
    });
    const std::size_t comparing = asking(
        [&](heng_text** made, heng_error** error) { return heng_diff(few, few, made, error); });
    const std::size_t verifying = asking([&](heng_text** made, heng_error** error) {
        return heng_verify(receipt, length, tiny, few, made, error);
    });
    CHECK(explaining > 100 && guessing > 50 && comparing > 50 && verifying > 50);
    heng_sheet_free(sheet);
    heng_facts_free(few);
    heng_rubric_free(tiny);
    const std::size_t reconciling = fails_cleanly_at_each(HENG_OK, [](heng_error** error) {
        const std::string_view claims = R"({"heng":"claims/1","claims":[{"id":"a","text":"t",)"
                                        R"("formula":"x / y","printed":"26%"}]})";
        const std::string_view two = R"({"heng":"facts/1","data":{"x":1,"y":4}})";
        heng_report* made = nullptr;
        const heng_status status =
            heng_reconcile(claims.data(), claims.size(), two.data(), two.size(), &made, error);
        heng_report_free(made);
        return status;
    });
    CHECK(reconciling > 0);
    // else this program's operator new was not the library's, and nothing was tested
    CHECK(loading > 0 && reading > 0 && scoring > 0 && refusing > 0 && linting > 0);

    heng_facts_free(facts);
    heng_rubric_free(rubric);
    std::free(json);
    return 0;
}
