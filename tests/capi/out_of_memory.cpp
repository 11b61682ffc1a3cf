// SPDX-License-Identifier: Apache-2.0
//
// Rule 8 of heng.h: running out of memory is HENG_OUT_OF_MEMORY, at every single allocation.
//
// This program's operator new stands in for the library's. Each call is repeated with its first,
// second, third, … allocation failing, until it succeeds; whatever it had must have been given
// back, and what it was given is as good as before: what comes of it in the end is what came of it
// in the beginning. What only looks at an object allocates nothing at all. Every function of
// heng.symbols stands here (tests/abi/every_function.sh).
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wold-style-cast" // check.h is C
#include "check.h"
#pragma GCC diagnostic pop
#include "abi_objects.hpp"
#include "failing_memory.hpp"
#include "options_memory.hpp"
#include "plain_memory.hpp"
#include "support/small_documents.hpp"

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace heng::test;

void check_documents() {
    const auto guangzhou = [](heng_rubric** made, heng_error** error) {
        return heng_rubric_builtin("guangzhou-department-2023", made, error);
    };
    makes<heng_rubric>(1000, guangzhou);
    makes<heng_rubric>(90, [](heng_rubric** made, heng_error** error) {
        return heng_rubric_load(tiny_rubric, sizeof tiny_rubric - 1, made, error);
    });
    fails_cleanly_at_each(HENG_NOT_FOUND, 5, [](heng_error** error) {
        heng_rubric* made = nullptr;
        return heng_rubric_builtin("no-such-rubric", &made, error);
    });
    fails_cleanly_at_each(HENG_SYNTAX_ERROR, 5, [](heng_error** error) {
        heng_rubric* made = nullptr;
        return heng_rubric_load("[1,", 3, &made, error);
    });
    char* const json = read_file(GUANGZHOU_FACTS);
    std::string text{json}; // a key with an escape: the engine reads and scores it
    text.insert(text.find('{') + 1, R"("x-\u0061": 1, )");
    heng_rubric* rubric = nullptr;
    CHECK(guangzhou(&rubric, nullptr) == HENG_OK);
    heng_facts* const facts = load_facts(rubric, text.c_str());
    makes<heng_facts>(100, [&](heng_facts** made, heng_error** error) {
        return heng_facts_load(rubric, text.data(), text.size(), made, error);
    });
    makes<heng_sheet>(100, [&](heng_sheet** made, heng_error** error) {
        return heng_score(rubric, facts, made, error);
    });
    heng_facts_free(facts);
    heng_rubric_free(rubric);
    std::free(json);
}

void check_expressions() {
    const Text context{R"({"a": 3, "xs": [1, {"type": "date", "value": "2024-01-31"}]})"};
    const Text expression{"[sum(for i in 1..12 return i / a), xs[item > 0], {b: a ** 90 / 7}]"};
    makes<heng_value>(50, [&](heng_value** made, heng_error** error) {
        return heng_eval(expression.data, expression.size, context.data, context.size, made, error);
    });
    makes<heng_value>(100, [&](heng_value** made, heng_error** error) {
        return heng_eval_explain(expression.data, expression.size, context.data, context.size, made,
                                 error);
    });
    fails_cleanly_at_each(HENG_SYNTAX_ERROR, 10, [&](heng_error** error) {
        heng_value* made = nullptr;
        return heng_eval("a + (b", 6, context.data, context.size, &made, error);
    });
}

void check_questions(const heng_rubric* rubric, const heng_facts* facts) {
    makes<heng_text>(100, [&](heng_text** made, heng_error** error) {
        return heng_explain(rubric, facts, made, error);
    });
    makes<heng_text>(50, [&](heng_text** made, heng_error** error) {
        return heng_score_partial(rubric, tiny_facts, sizeof tiny_facts - 1, made, error);
    });
    makes<heng_text>(50, [&](heng_text** made, heng_error** error) {
        return heng_diff(facts, facts, made, error);
    });
    makes<heng_text>(100, [&](heng_text** made, heng_error** error) {
        return heng_test(execution_tests.data(), execution_tests.size(), rubric, 1, made, error);
    });
    heng_sheet* const sheet = score(rubric, facts);
    std::size_t length = 0;
    const char* const receipt = heng_sheet_json(sheet, &length);
    makes<heng_text>(50, [&](heng_text** made, heng_error** error) {
        return heng_verify(receipt, length, rubric, facts, made, error);
    });
    heng_sheet_free(sheet);
}

void check_reports(const heng_rubric* rubric, const heng_facts* facts) {
    makes<heng_report>(100, [](heng_report** made, heng_error** error) {
        return heng_lint(tiny_rubric, sizeof tiny_rubric - 1, made, error);
    });
    makes<heng_report>(50, [&](heng_report** made, heng_error** error) {
        return heng_audit(rubric, published_form.data(), published_form.size(), made, error);
    });
    makes<heng_report>(50, [](heng_report** made, heng_error** error) {
        return heng_reconcile(claims.data(), claims.size(), quarter.data(), quarter.size(), made,
                              error);
    });
    heng_draft_sources sources{};
    sources.struct_size = sizeof sources;
    sources.plan = plan.data();
    sources.plan_length = plan.size();
    for (const std::int32_t format : {HENG_MARKDOWN, HENG_HTML}) {
        makes<heng_text>(100, [&](heng_text** made, heng_error** error) {
            return heng_draft(rubric, facts, &sources, format, made, error);
        });
    }
}

void check_plans(const heng_rubric* rubric) {
    makes<heng_report>(100, [](heng_report** made, heng_error** error) {
        return heng_plan_check(plan.data(), plan.size(), library.data(), library.size(), "09-30",
                               nullptr, made, error);
    });
    makes<heng_report>(100, [](heng_report** made, heng_error** error) {
        const char* const plans[] = {plan.data()};
        const std::size_t lengths[] = {plan.size()};
        return heng_library_check(library.data(), library.size(), plans, lengths, 1, made, error);
    });
    makes<heng_text>(20, [](heng_text** made, heng_error** error) {
        return heng_library_search(library.data(), library.size(), "x", 1, made, error);
    });
    makes<heng_text>(1, [](heng_text** made, heng_error** error) {
        return heng_library_builtin("common-indicators", made, error);
    });
    makes<heng_text>(50, [&](heng_text** made, heng_error** error) {
        return heng_facts_in_force(rubric, tiny_facts, sizeof tiny_facts - 1, plan.data(),
                                   plan.size(), nullptr, made, error);
    });
}

void check_monitoring() {
    makes<heng_report>(50, [](heng_report** made, heng_error** error) {
        return heng_monitor(progress.data(), progress.size(), policy.data(), policy.size(), nullptr,
                            made, error);
    });
    makes<heng_report>(100, [](heng_report** made, heng_error** error) {
        return heng_decide(progress.data(), progress.size(), policy.data(), policy.size(),
                           scores.data(), scores.size(), nullptr, made, error);
    });
    makes<heng_report>(5, [](heng_report** made, heng_error** error) {
        return heng_policy_builtin("province-thresholds", made, error);
    });
}

/// Lines that are scored one after the other, and what was told of them.
struct Lines {
    std::string_view left;
    std::size_t told = 0;
};

std::size_t read_lines(void* user, char* buffer, std::size_t capacity) {
    auto& lines = *static_cast<Lines*>(user);
    const std::size_t size = lines.left.copy(buffer, capacity);
    lines.left.remove_prefix(size);
    return size;
}

std::int32_t take_line(void* user, std::uint64_t /*number*/, const char* /*json*/,
                       std::size_t /*length*/, std::int32_t /*failed*/) {
    ++static_cast<Lines*>(user)->told;
    return 0;
}

void check_batch(const heng_rubric* rubric) {
    std::string text;
    for (int i = 0; i < 3; ++i) {
        text += R"({"heng":"facts/1","unit":"元","data":{"spent":1,"budget":2}})"
                "\n{\n";
    }
    for (const std::int32_t threads : {1, 3}) {
        fails_cleanly_at_each(HENG_OK, 20, [&](heng_error** error) {
            Lines lines{text};
            heng_batch_summary summary{};
            summary.struct_size = sizeof summary;
            const heng_status status =
                heng_batch_lines(rubric, read_lines, take_line, &lines, threads, &summary, error);
            CHECK(status != HENG_OK || (lines.told == 6 && summary.failed == 3));
            return status;
        });
        fails_cleanly_at_each(HENG_OK, 20, [&](heng_error** error) {
            Lines lines{text};
            heng_batch_summary summary{};
            heng_options options{};
            summary.struct_size = sizeof summary;
            options.struct_size = sizeof options;
            options.threads = threads;
            options.language = "zh";
            return heng_batch_lines_with(rubric, read_lines, take_line, &lines, &options, &summary,
                                         error);
        });
    }
}

void check_list_columns() {
    heng_rubric* rubric = nullptr;
    CHECK(heng_rubric_builtin("project-2020", &rubric, nullptr) == HENG_OK);
    const std::int32_t ends[] = {0, 1, 2};
    heng_column name{};
    name.struct_size = sizeof name;
    name.offsets = ends;
    heng_column list = name;
    name.input = "name";
    name.text = "ab";
    const heng_column* const fields[] = {&name};
    list.input = "targets";
    list.fields = fields;
    list.field_count = 1;
    const heng_column* const columns[] = {&list};
    makes<heng_text>(5, [&](heng_text** made, heng_error** error) {
        return heng_batch_row(rubric, columns, 1, 1, made, error);
    });
    heng_rubric_free(rubric);
}

void check_columns(const heng_rubric* rubric) {
    const std::int64_t values[] = {1, 2, 0};
    heng_column spent{};
    heng_column budget{};
    spent.struct_size = budget.struct_size = sizeof spent;
    spent.input = "spent";
    budget.input = "budget";
    spent.values = budget.values = values;
    const heng_column* const columns[] = {&spent, &budget};
    std::int64_t totals[3] = {};
    heng_score_columns to{};
    to.struct_size = sizeof to;
    to.totals = totals;
    for (const std::int32_t threads : {1, 3}) {
        fails_cleanly_at_each(HENG_OK, 20, [&](heng_error** error) {
            heng_batch_summary summary{};
            summary.struct_size = sizeof summary;
            const heng_status status = heng_batch_columns(rubric, columns, 2, 3, &to, nullptr,
                                                          nullptr, threads, &summary, error);
            CHECK(status != HENG_OK || (totals[0] == 1000 && summary.failed == 1));
            return status;
        });
        fails_cleanly_at_each(HENG_OK, 20, [&](heng_error** error) {
            heng_batch_summary summary{};
            heng_options options{};
            summary.struct_size = sizeof summary;
            options.struct_size = sizeof options;
            options.threads = threads;
            return heng_batch_columns_with(rubric, columns, 2, 3, &to, nullptr, nullptr, &options,
                                           &summary, error);
        });
    }
    makes<heng_text>(5, [&](heng_text** made, heng_error** error) {
        return heng_batch_row(rubric, columns, 2, 1, made, error);
    });
}

/// A plain document, and values, are scored without any allocation.
void check_plain_scorer() {
    const Text rounded{R"({"heng": "rubric/1", "id": "r", "title": "r", "points": "10",
        "rounding": {"scale": 2, "mode": "half-up", "at": ["leaf"]},
        "inputs": {"a": {"type": "number"}, "b": {"type": "number"}}, "indicators": [
        {"id": "x", "name": "x", "points": "10", "measure": "a / b",
         "rule": {"kind": "proportional"}}]})"};
    const Text facts{R"({"heng": "facts/1", "data": {"a": "1", "b": 3}})"};
    heng_rubric* rubric = nullptr;
    heng_scorer* scorer = nullptr;
    CHECK(heng_rubric_load(rounded.data, rounded.size, &rubric, nullptr) == HENG_OK);
    CHECK(heng_scorer_new(rubric, nullptr, &scorer, nullptr) == HENG_OK);
    heng_total total{};
    total.struct_size = sizeof total;
    heng_cell cells[2] = {};
    cells[0].struct_size = cells[1].struct_size = sizeof *cells;
    cells[0].kind = cells[1].kind = HENG_CELL_NUMBER;
    cells[0].value = 1;
    cells[1].value = 3;
    CHECK(heng_scorer_score(scorer, facts.data, facts.size, &total, nullptr) == HENG_OK);
    for (int i = 0; i < 3; ++i) { // the shape of the document was learnt
        allocations_left = 0;
        limited = true;
        const heng_status by_text =
            heng_scorer_score(scorer, facts.data, facts.size, &total, nullptr);
        const heng_status by_values = heng_scorer_score_values(scorer, cells, 2, &total, nullptr);
        limited = false;
        CHECK(by_text == HENG_OK && by_values == HENG_OK && total.total == 333);
    }
    heng_scorer_free(scorer);
    heng_rubric_free(rubric);
}

void check_scorer(const heng_rubric* rubric) {
    Text half{R"({"heng":"facts/1","unit":"元","data":{"spent":1,"budget":2.000000000000000}})"};
    Text third{R"({"heng":"facts/1","unit":"元","data":{"spent":1,"budget":3.000000000000000}})"};
    heng_cell cells[2] = {};
    cells[0].struct_size = cells[1].struct_size = sizeof *cells;
    cells[0].kind = cells[1].kind = HENG_CELL_NUMBER;
    cells[0].value = 1;
    cells[1].value = 3;
    fails_cleanly_at_each(HENG_OK, 10, [&](heng_error** error) {
        heng_scorer* made = nullptr;
        const heng_status status = heng_scorer_new(rubric, nullptr, &made, error);
        CHECK((status == HENG_OK) == (made != nullptr));
        heng_scorer_free(made);
        return status;
    });
    heng_scorer* scorer = nullptr;
    CHECK(heng_scorer_new(rubric, nullptr, &scorer, nullptr) == HENG_OK);
    heng_total total{};
    total.struct_size = sizeof total;
    const auto score = [&](const Text& text, heng_error** error) {
        return heng_scorer_score(scorer, text.data, text.size, &total, error);
    };
    CHECK(score(half, nullptr) == HENG_OK); // the engine, for figures of 18 digits
    fails_cleanly_at_each(HENG_OK, 10, [&](heng_error** error) { return score(half, error); });
    CHECK(total.total == 500 && heng_scorer_items(scorer, nullptr)[0] == 500);
    fails_cleanly_at_each(HENG_LIMIT_EXCEEDED, 10,
                          [&](heng_error** error) { return score(third, error); });
    fails_cleanly_at_each(HENG_LIMIT_EXCEEDED, 10, [&](heng_error** error) {
        return heng_scorer_score_values(scorer, cells, 2, &total, error);
    });
    heng_scorer_free(scorer);
    check_plain_scorer();
}

void check_builder(const heng_rubric* rubric) {
    makes<heng_facts_builder>(2, [&](heng_facts_builder** made, heng_error** error) {
        return heng_facts_builder_new(rubric, made, error);
    });
    makes<heng_facts>(30, [&](heng_facts** made, heng_error** error) {
        heng_facts_builder* builder = nullptr;
        heng_status status = heng_facts_builder_new(rubric, &builder, error);
        const auto then = [&](heng_status (*set)(heng_facts_builder*, heng_error**)) {
            status = status == HENG_OK ? set(builder, error) : status;
        };
        then([](heng_facts_builder* made_builder, heng_error** why) {
            return heng_facts_builder_set(made_builder, "spent", "171", 3, why);
        });
        then([](heng_facts_builder* made_builder, heng_error** why) {
            return heng_facts_builder_set(made_builder, "budget", "287", 3, why);
        });
        then([](heng_facts_builder* made_builder, heng_error** why) {
            return heng_facts_builder_list(made_builder, "others", why);
        });
        then([](heng_facts_builder* made_builder, heng_error** why) {
            return heng_facts_builder_assess(made_builder, "of-another-rubric-entirely", "1", 1,
                                             "a reason", 8, why);
        });
        then([](heng_facts_builder* made_builder, heng_error** why) {
            return heng_facts_builder_evidence(made_builder, "of-another-rubric-entirely",
                                               "the minutes of the meeting of March", 35, why);
        });
        then([](heng_facts_builder* made_builder, heng_error** why) {
            return heng_facts_builder_in_unit(made_builder, "a unit that nothing aggregates", 30,
                                              why);
        });
        then([](heng_facts_builder* made_builder, heng_error** why) {
            return heng_facts_builder_in_unit(made_builder, "", 0, why);
        });
        then([](heng_facts_builder* made_builder, heng_error** why) {
            return heng_facts_builder_subject(made_builder, "A department", 12, 2023, why);
        });
        then([](heng_facts_builder* made_builder, heng_error** why) {
            return heng_facts_builder_unit(made_builder, "\xE5\x85\x83", why);
        });
        status =
            status == HENG_OK ? heng_facts_builder_finish(builder, nullptr, made, error) : status;
        heng_facts_builder_free(builder);
        return status;
    });
}

/// What is made when it is first looked at says that there is no memory, and is made the next time.
void check_first_looks(const heng_rubric* rubric, const heng_facts* facts) {
    heng_sheet* const sheet = score(rubric, facts);
    heng_item item{};
    item.struct_size = sizeof item;
    std::size_t length = 7;
    heng_rubric* const own = load_rubric(tiny_rubric);
    heng_input_info input{};
    heng_item_info part{};
    heng_grade_info grade{};
    input.struct_size = sizeof input;
    part.struct_size = sizeof part;
    grade.struct_size = sizeof grade;
    allocations_left = 0;
    limited = true;
    CHECK(heng_sheet_json(sheet, &length) == nullptr && length == 0);
    CHECK(heng_sheet_text(sheet, nullptr) == nullptr);
    CHECK(heng_sheet_item(sheet, 0, &item) == HENG_OUT_OF_MEMORY && item.id == nullptr);
    CHECK(heng_sheet_find(sheet, "use", &item) == HENG_OUT_OF_MEMORY);
    CHECK(heng_rubric_input_count(own) == 0);
    CHECK(heng_rubric_input(own, 0, &input) == HENG_OUT_OF_MEMORY);
    CHECK(heng_rubric_item(own, 0, &part) == HENG_OUT_OF_MEMORY);
    CHECK(heng_rubric_grade(own, 0, &grade) == HENG_OUT_OF_MEMORY);
    limited = false;
    CHECK(heng_sheet_json(sheet, &length) != nullptr && length > 0);
    CHECK(heng_sheet_text(sheet, nullptr) != nullptr);
    CHECK(heng_sheet_item(sheet, 0, &item) == HENG_OK);
    CHECK(heng_rubric_input_count(own) == 2 && heng_rubric_item_count(own) == 1);
    CHECK(heng_rubric_grade_count(own) == 0);
    CHECK(heng_rubric_input(own, 0, &input) == HENG_OK);
    heng_rubric_free(own);
    heng_sheet_free(sheet);
}

/// Functions that look at an object allocate nothing, and so can't fail for memory: of a sheet and
/// a rubric once it was looked at.
template <class Look>
void takes_no_memory(Look look) {
    const std::ptrdiff_t before = living;
    allocations_left = 0;
    limited = true;
    look();
    limited = false;
    CHECK(living == before);
}

void check_looking(const heng_rubric* rubric, const heng_facts* facts) {
    heng_sheet* const sheet = score(rubric, facts);
    heng_value* const value = evaluate("1 / 3", "");
    heng_report* report = nullptr;
    heng_error* error = nullptr;
    heng_error* none = nullptr;
    heng_rubric* no_rubric = nullptr;
    CHECK_OK(heng_audit(rubric, published_form.data(), published_form.size(), &report, &none),
             none);
    CHECK(heng_rubric_load("[", 1, &no_rubric, &error) == HENG_SYNTAX_ERROR);
    heng_item first{};
    first.struct_size = sizeof first;
    CHECK(heng_sheet_item(sheet, 0, &first) == HENG_OK);
    CHECK(heng_sheet_json(sheet, nullptr) != nullptr && heng_sheet_text(sheet, nullptr) != nullptr);
    CHECK(heng_rubric_input_count(rubric) == 2);
    takes_no_memory([&] {
        heng_item item{};
        heng_finding finding{};
        item.struct_size = sizeof item;
        finding.struct_size = sizeof finding;
        CHECK(heng_version() != nullptr && heng_version_number() > 0);
        CHECK(heng_schema("facts") != nullptr && heng_schema("none") == nullptr);
        CHECK_TEXT(heng_sheet_total(sheet), "1710/287");
        CHECK(heng_sheet_rate(sheet) != nullptr && heng_sheet_grade(sheet) != nullptr);
        CHECK(heng_sheet_count(sheet) == 1);
        CHECK(heng_sheet_item(sheet, 0, &item) == HENG_OK);
        CHECK(heng_sheet_find(sheet, "use", &item) == HENG_OK);
        CHECK(heng_rubric_json(rubric, nullptr) != nullptr && heng_rubric_item_count(rubric) == 1);
        CHECK(heng_sheet_json(sheet, nullptr) != nullptr);
        CHECK(heng_sheet_text(sheet, nullptr) != nullptr);
        CHECK_TEXT(heng_value_type(value), "number");
        CHECK(heng_value_text(value, nullptr) != nullptr);
        CHECK(heng_value_json(value, nullptr) != nullptr);
        CHECK(heng_value_explanation(value, nullptr) != nullptr);
        CHECK(heng_report_count(report) == 1 && heng_report_complete(report) == 0);
        CHECK(heng_report_finding(report, 0, &finding) == HENG_OK);
        CHECK(heng_report_json(report, nullptr) != nullptr);
        CHECK(heng_error_message(error) != nullptr && heng_error_pointer(error) != nullptr);
        CHECK(heng_error_excerpt(error) != nullptr && heng_error_at(error, 0) == error);
        CHECK(heng_error_line(error) == 1 && heng_error_column(error) > 0);
    });
    heng_error_free(error);
    heng_report_free(report);
    heng_value_free(value);
    heng_sheet_free(sheet);
}

} // namespace

int main() {
    heng_rubric* const rubric = load_rubric(tiny_rubric);
    heng_facts* const facts = load_facts(rubric, tiny_facts);
    check_documents();
    check_expressions();
    check_questions(rubric, facts);
    check_reports(rubric, facts);
    check_plans(rubric);
    check_monitoring();
    check_batch(rubric);
    check_columns(rubric);
    check_list_columns();
    check_scorer(rubric);
    check_options(rubric, facts);
    check_cycle_options(rubric);
    check_builder(rubric);
    check_first_looks(rubric, facts);
    check_plain();
    check_looking(rubric, facts);
    heng_facts_free(facts);
    heng_rubric_free(rubric);
    std::printf("%zu allocations failed in turn\n", tried);
    return 0;
}
