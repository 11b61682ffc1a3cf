// SPDX-License-Identifier: Apache-2.0
//
// Running out of memory in the calls that take options: part of out_of_memory.cpp.
#pragma once

#include "failing_memory.hpp"
#include "support/small_documents.hpp"

#include <cstddef>
#include <cstdint>

namespace {

/// The twins that take options, in another language, which costs the most.
void check_options(const heng_rubric* rubric, const heng_facts* facts) {
    heng_options options{};
    options.struct_size = sizeof options;
    options.language = "zh";
    options.cancelled = [](void* /*user*/) -> std::int32_t {
        return 0;
    };
    const Text rubric_text{tiny_rubric};
    const Text facts_text{R"({"heng": "facts/1", "unit": "元", "data": {"spent": 171,
        "budget": 287.000000000000000}})"}; // for the engine: a figure of 18 digits
    makes<heng_rubric>(90, [&](heng_rubric** made, heng_error** error) {
        return heng_rubric_load_with(rubric_text.data, rubric_text.size, &options, made, error);
    });
    fails_cleanly_at_each(HENG_NOT_FOUND, 5, [&](heng_error** error) {
        heng_rubric* made = nullptr;
        return heng_rubric_builtin_with("no-such-rubric", &options, &made, error);
    });
    makes<heng_facts>(20, [&](heng_facts** made, heng_error** error) {
        return heng_facts_load_with(rubric, facts_text.data, facts_text.size, &options, made,
                                    error);
    });
    heng_facts* const read = load_facts(rubric, facts_text.data);
    makes<heng_sheet>(30, [&](heng_sheet** made, heng_error** error) {
        return heng_score_with(rubric, read, &options, made, error);
    });
    heng_facts_free(read);
    makes<heng_text>(100, [&](heng_text** made, heng_error** error) {
        return heng_explain_with(rubric, facts, &options, made, error);
    });
    makes<heng_text>(40, [&](heng_text** made, heng_error** error) {
        return heng_score_partial_with(rubric, facts_text.data, facts_text.size, &options, made,
                                       error);
    });
    makes<heng_text>(40, [&](heng_text** made, heng_error** error) {
        return heng_diff_with(facts, facts, &options, made, error);
    });
    makes<heng_report>(100, [&](heng_report** made, heng_error** error) {
        return heng_lint_with(rubric_text.data, rubric_text.size, &options, made, error);
    });
    makes<heng_report>(50, [&](heng_report** made, heng_error** error) {
        return heng_audit_with(rubric, published_form.data(), published_form.size(), &options, made,
                               error);
    });
    makes<heng_report>(50, [&](heng_report** made, heng_error** error) {
        return heng_reconcile_with(claims.data(), claims.size(), quarter.data(), quarter.size(),
                                   &options, made, error);
    });
    heng_sheet* const sheet = score(rubric, facts);
    std::size_t length = 0;
    const char* const receipt = heng_sheet_json(sheet, &length);
    makes<heng_text>(40, [&](heng_text** made, heng_error** error) {
        return heng_verify_with(receipt, length, rubric, facts, &options, made, error);
    });
    for (const std::int32_t format :
         {HENG_MARKDOWN, HENG_HTML, HENG_JSON, HENG_TEXT, HENG_CSV, HENG_CSV_MARKED}) {
        makes<heng_text>(40, [&](heng_text** made, heng_error** error) {
            return heng_sheet_render(sheet, format, &options, made, error);
        });
    }
    heng_sheet_free(sheet);
    const Text formula{"[sum(for i in 1..12 return i / 3), {b: 2 ** 90 / 7}]"};
    makes<heng_value>(5, [&](heng_value** made, heng_error** error) {
        return heng_eval_with(formula.data, formula.size, "{}", 2, &options, made, error);
    });
    makes<heng_value>(5, [&](heng_value** made, heng_error** error) {
        return heng_eval_explain_with(formula.data, formula.size, "{}", 2, &options, made, error);
    });
    makes<heng_text>(5, [&](heng_text** made, heng_error** error) {
        return heng_test_with(execution_tests.data(), execution_tests.size(), rubric, 1, &options,
                              made, error);
    });
    makes<heng_text>(5, [&](heng_text** made, heng_error** error) {
        return heng_draft_with(rubric, facts, nullptr, HENG_HTML, &options, made, error);
    });
}

/// The same for the calls of the year around a score.
void check_cycle_options(const heng_rubric* rubric) {
    heng_options options{};
    options.struct_size = sizeof options;
    options.language = "en";
    makes<heng_report>(5, [&](heng_report** made, heng_error** error) {
        return heng_plan_check_with(plan.data(), plan.size(), library.data(), library.size(),
                                    "09-30", nullptr, &options, made, error);
    });
    makes<heng_report>(5, [&](heng_report** made, heng_error** error) {
        const char* const plans[] = {plan.data()};
        const std::size_t lengths[] = {plan.size()};
        return heng_library_check_with(library.data(), library.size(), plans, lengths, 1, &options,
                                       made, error);
    });
    makes<heng_text>(5, [&](heng_text** made, heng_error** error) {
        return heng_library_search_with(library.data(), library.size(), "x", 1, &options, made,
                                        error);
    });
    makes<heng_text>(5, [&](heng_text** made, heng_error** error) {
        return heng_facts_in_force_with(rubric, tiny_facts, sizeof tiny_facts - 1, plan.data(),
                                        plan.size(), nullptr, &options, made, error);
    });
    makes<heng_report>(5, [&](heng_report** made, heng_error** error) {
        return heng_monitor_with(progress.data(), progress.size(), policy.data(), policy.size(),
                                 nullptr, &options, made, error);
    });
    makes<heng_report>(5, [&](heng_report** made, heng_error** error) {
        return heng_decide_with(progress.data(), progress.size(), policy.data(), policy.size(),
                                scores.data(), scores.size(), nullptr, &options, made, error);
    });
}

} // namespace
