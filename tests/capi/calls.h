/* SPDX-License-Identifier: Apache-2.0
 *
 * Each call of heng.h that takes options, with all else sound, by a number.
 *
 *     const heng_options options = options_of("zh", NULL);
 *     call_with(lint_call, &world, &options, &made, &error);
 *     release(&made);
 */
#ifndef HENG_TESTS_CALLS_H
#define HENG_TESTS_CALLS_H

#include "refused.h"

/* Says how often it was asked, and ends the call when it has been asked so often. */
struct asked {
    int32_t times;
    int32_t last; /* 0: never */
};

static int32_t ask(void* user) {
    struct asked* asked = (struct asked*)user;
    ++asked->times;
    return asked->last != 0 && asked->times >= asked->last ? 1 : 0;
}

static heng_options options_of(const char* language, struct asked* asked) {
    heng_options options;
    memset(&options, 0, sizeof options);
    options.struct_size = sizeof options;
    options.language = language;
    options.cancelled = asked == NULL ? NULL : ask;
    options.user = asked;
    return options;
}

static const char claims[] = "{\"heng\":\"claims/1\",\"claims\":[{\"id\":\"a\",\"text\":\"1\","
                             "\"formula\":\"1\",\"printed\":\"1\"}]}";

static const char tests[] =
    "{\"heng\":\"tests/1\",\"rubric\":\"tiny\",\"tests\":[{\"name\":\"half\","
    "\"unit\":\"\xE5\x85\x83\",\"facts\":{\"spent\":\"1\",\"budget\":\"2\"},"
    "\"expect\":{\"total\":\"5\"}}]}";
static const char plan[] =
    "{\"heng\":\"plan/1\",\"id\":\"p\",\"title\":\"P\",\"unit\":\"\xE5\x85\x83\","
    "\"subject\":{\"name\":\"A\",\"year\":2023},\"duties\":[{\"id\":\"d\",\"name\":\"d\"}]}";
static const char library[] =
    "{\"heng\":\"library/1\",\"id\":\"l\",\"title\":\"L\",\"entries\":[{\"code\":\"a\","
    "\"name\":\"n\",\"direction\":\">=\",\"definition\":\"x\",\"inputs\":{\"x\":{\"type\":"
    "\"count\"}},\"source\":\"s\",\"basis\":\"local\","
    "\"valid\":{\"from\":\"2020-01-01\"},\"status\":\"active\"}]}";
static const char progress[] =
    "{\"heng\":\"progress/1\",\"unit\":\"\xE5\x85\x83\",\"subject\":{\"name\":\"n\","
    "\"year\":2024},\"as_of\":\"2024-06-30\",\"projects\":[{\"id\":\"p\",\"name\":\"n\","
    "\"budget\":\"100\",\"entries\":[{\"date\":\"2024-06-30\",\"spent\":\"10\"}]}]}";
static const char policy[] =
    "{\"heng\":\"policy/1\",\"id\":\"y\",\"title\":\"t\",\"basis\":\"local\","
    "\"source\":\"s\",\"monitoring\":{\"spending\":[{\"by\":\"06-30\","
    "\"at_least\":\"60%\"}]},\"decisions\":[{\"id\":\"d\",\"when\":\"score < 60\","
    "\"decision\":\"stop\",\"label\":\"stop\",\"priority\":1}]}";
static const char scores[] =
    "{\"heng\":\"scores/1\",\"scores\":[{\"project\":\"p\",\"score\":\"59\"}]}";
static const char expression[] = "sum(for i in 1..20 return i)";

static size_t one_line(void* user, char* buffer, size_t capacity) {
    size_t* left = (size_t*)user;
    const size_t length = *left;
    CHECK(length <= capacity);
    memcpy(buffer, tiny_facts, length);
    *left = 0;
    return length;
}

static int32_t any_line(void* user, uint64_t number, const char* json, size_t length,
                        int32_t failed) {
    (void)user;
    CHECK(number >= 1 && json[length] == '\0' && failed <= 1);
    return 0;
}

static heng_status lines_with(const struct world* world, const heng_options* options,
                              heng_batch_summary* summary, heng_error** error) {
    size_t left = strlen(tiny_facts);
    memset(summary, 0x55, sizeof *summary);
    summary->struct_size = sizeof *summary;
    return heng_batch_lines_with(world->rubric, one_line, any_line, &left, options, summary, error);
}

static int64_t totals[2];

static heng_status columns_with(const struct world* world, const heng_options* options,
                                heng_batch_summary* summary, heng_error** error) {
    static const int64_t spent[] = {1, 5};
    static const int64_t budget[] = {3, 10};
    heng_column columns[2];
    const heng_column* given[2];
    heng_score_columns to;
    memset(columns, 0, sizeof columns);
    memset(&to, 0, sizeof to);
    columns[0].struct_size = columns[1].struct_size = sizeof columns[0];
    columns[0].input = "spent";
    columns[0].values = spent;
    columns[1].input = "budget";
    columns[1].values = budget;
    given[0] = &columns[0];
    given[1] = &columns[1];
    to.struct_size = sizeof to;
    to.totals = totals;
    memset(summary, 0x55, sizeof *summary);
    summary->struct_size = sizeof *summary;
    return heng_batch_columns_with(world->rubric, given, 2, 2, &to, NULL, NULL, options, summary,
                                   error);
}

/* What any call makes. */
struct made {
    heng_rubric* rubric;
    heng_facts* facts;
    heng_sheet* sheet;
    heng_report* report;
    heng_text* text;
    heng_value* value;
    heng_batch_summary summary;
};

enum {
    facts_call = 2,
    score_call = 3,
    explain_call = 5,
    lint_call = 6,
    diff_call = 8,
    lines_call = 10,
    columns_call = 11,
    audit_call = 12,
    reconcile_call = 13,
    builder_call = 14,
    eval_call = 15,
    test_call = 17,
    draft_call = 18,
    plan_call = 19,
    library_call = 20,
    search_call = 21,
    in_force_call = 22,
    monitor_call = 23,
    decide_call = 24,
    call_count = 25
};

/* The calls of the year around a score. */
static heng_status cycle_call_with(int which, const struct world* world,
                                   const heng_options* options, struct made* made,
                                   heng_error** error) {
    static const char* const plans[] = {plan};
    const size_t lengths[] = {strlen(plan)};
    switch (which) {
    case draft_call:
        return heng_draft_with(world->rubric, world->facts, NULL, HENG_MARKDOWN, options,
                               &made->text, error);
    case plan_call:
        return heng_plan_check_with(plan, lengths[0], library, strlen(library), NULL, NULL, options,
                                    &made->report, error);
    case library_call:
        return heng_library_check_with(library, strlen(library), plans, lengths, 1, options,
                                       &made->report, error);
    case search_call:
        return heng_library_search_with(library, strlen(library), "n", 1, options, &made->text,
                                        error);
    case in_force_call:
        return heng_facts_in_force_with(world->rubric, tiny_facts, strlen(tiny_facts), plan,
                                        lengths[0], NULL, options, &made->text, error);
    case monitor_call:
        return heng_monitor_with(progress, strlen(progress), policy, strlen(policy), NULL, options,
                                 &made->report, error);
    default:
        return heng_decide_with(progress, strlen(progress), policy, strlen(policy), scores,
                                strlen(scores), NULL, options, &made->report, error);
    }
}

/* Each call that takes options, with all else sound. */
static heng_status call_with(int which, const struct world* world, const heng_options* options,
                             struct made* made, heng_error** error) {
    const size_t rubric_length = strlen(tiny_rubric);
    const size_t facts_length = strlen(tiny_facts);
    heng_facts_builder* builder = NULL;
    heng_status status;
    memset(made, 0, sizeof *made);
    switch (which) {
    case 0:
        return heng_rubric_builtin_with("project-2020", options, &made->rubric, error);
    case 1:
        return heng_rubric_load_with(tiny_rubric, rubric_length, options, &made->rubric, error);
    case 2:
        return heng_facts_load_with(world->rubric, tiny_facts, facts_length, options, &made->facts,
                                    error);
    case 3:
        return heng_score_with(world->rubric, world->facts, options, &made->sheet, error);
    case 4:
        return heng_sheet_render(world->sheet, HENG_TEXT, options, &made->text, error);
    case 5:
        return heng_explain_with(world->rubric, world->facts, options, &made->text, error);
    case 6:
        return heng_lint_with(tiny_rubric, rubric_length, options, &made->report, error);
    case 7:
        return heng_score_partial_with(world->rubric, tiny_facts, facts_length, options,
                                       &made->text, error);
    case 8:
        return heng_diff_with(world->facts, world->facts, options, &made->text, error);
    case 9:
        return heng_verify_with(world->receipt, strlen(world->receipt), world->rubric, world->facts,
                                options, &made->text, error);
    case 10:
        return lines_with(world, options, &made->summary, error);
    case 11:
        return columns_with(world, options, &made->summary, error);
    case 12:
        return heng_audit_with(world->rubric, tiny_facts, facts_length, options, &made->report,
                               error);
    case 13:
        return heng_reconcile_with(claims, strlen(claims), tiny_facts, facts_length, options,
                                   &made->report, error);
    case 14:
        CHECK(heng_facts_builder_new(world->rubric, &builder, NULL) == HENG_OK);
        status = heng_facts_builder_finish(builder, options, &made->facts, error);
        heng_facts_builder_free(builder);
        return status;
    case 15:
        return heng_eval_with(expression, strlen(expression), "{}", 2, options, &made->value,
                              error);
    case 16:
        return heng_eval_explain_with(expression, strlen(expression), "{}", 2, options,
                                      &made->value, error);
    case 17:
        return heng_test_with(tests, strlen(tests), world->rubric, 1, options, &made->text, error);
    default:
        return cycle_call_with(which, world, options, made, error);
    }
}

static bool is_anything(const struct made* made) {
    return made->rubric != NULL || made->facts != NULL || made->sheet != NULL ||
           made->report != NULL || made->text != NULL || made->value != NULL;
}

static void release(struct made* made) {
    heng_rubric_free(made->rubric);
    heng_facts_free(made->facts);
    heng_sheet_free(made->sheet);
    heng_report_free(made->report);
    heng_text_free(made->text);
    heng_value_free(made->value);
}

#endif /* HENG_TESTS_CALLS_H */
