/* SPDX-License-Identifier: Apache-2.0
 *
 * Rules 4, 7 and 8 of heng.h, by a caller who gets his arguments wrong: lengths that no text has,
 * counts that no array has, offsets that wrap, numbers that mean nothing, names that are no text.
 * Each is refused, and nothing behind the arguments is looked at.
 */
#include "refused.h"

#include <stdint.h>

static const int64_t spent[] = {171, 5000};
static const int64_t budget[] = {300, 10000};

static heng_column column_of(const char* input, const int64_t* values) {
    heng_column column;
    memset(&column, 0, sizeof column);
    column.struct_size = sizeof column;
    column.input = input;
    column.values = values;
    return column;
}

struct made {
    heng_rubric* rubric;
    heng_facts* facts;
    heng_sheet* sheet;
    heng_value* value;
    heng_report* report;
    heng_text* text;
};

/* One text of each call has a length that it has not, the others are sound: of what is longer than
 * any document may be nothing is read. */
static void lengths(const heng_rubric* rubric, const heng_facts* facts) {
    static const char library[] =
        "{\"heng\":\"library/1\",\"id\":\"l\",\"title\":\"L\",\"language\":\"en\",\"entries\":[]}";
    static const char plan[] =
        "{\"heng\":\"plan/1\",\"id\":\"p\",\"title\":\"P\","
        "\"subject\":{\"name\":\"A\",\"year\":2023},\"unit\":\"\xE5\x85\x83\"}";
    static const char progress[] = "{\"heng\":\"progress/1\",\"subject\":{\"name\":\"A\","
                                   "\"year\":2023},\"unit\":\"\xE5\x85\x83\",\"projects\":[]}";
    static const struct {
        size_t length;
        heng_status status;
        const char* code;
    } table[] = {
        {SIZE_MAX, HENG_INVALID_ARGUMENT, "argument.length"},
        {(size_t)PTRDIFF_MAX + 1, HENG_INVALID_ARGUMENT, "argument.length"},
        {PTRDIFF_MAX, HENG_LIMIT_EXCEEDED, NULL},
        {(size_t)1 << 40, HENG_LIMIT_EXCEEDED, NULL},
        {((size_t)64 << 20) + 1, HENG_LIMIT_EXCEEDED, NULL},
    };
    const size_t library_length = strlen(library);
    const size_t plan_length = strlen(plan);
    const size_t progress_length = strlen(progress);
    heng_report* policy = NULL;
    const char* policy_json;
    size_t policy_length = 0;
    size_t i;
    CHECK(heng_policy_builtin("province-thresholds", &policy, NULL) == HENG_OK);
    policy_json = heng_report_json(policy, &policy_length);
    for (i = 0; i < sizeof table / sizeof *table; ++i) {
        const size_t n = table[i].length;
        const char* const plans[] = {plan};
        const size_t lengths_of_plans[] = {n};
        struct made m;
        heng_draft_sources sources;
        memset(&m, 0x55, sizeof m);
#define LONG(call) REFUSED(call, table[i].status, table[i].code)
        LONG(heng_rubric_load("{}", n, &m.rubric, &error));
        LONG(heng_facts_load(rubric, "{}", n, &m.facts, &error));
        LONG(heng_eval("1", n, NULL, 0, &m.value, &error));
        LONG(heng_eval("1", 1, "{}", n, &m.value, &error));
        LONG(heng_eval_explain("1", n, NULL, 0, &m.value, &error));
        LONG(heng_eval_explain("1", 1, "{}", n, &m.value, &error));
        LONG(heng_lint("{}", n, &m.report, &error));
        LONG(heng_reconcile("{}", n, tiny_facts, strlen(tiny_facts), &m.report, &error));
        LONG(heng_reconcile("{\"heng\":\"claims/1\",\"claims\":[]}", 31, "{}", n, &m.report,
                            &error));
        LONG(heng_audit(rubric, "{}", n, &m.report, &error));
        LONG(heng_score_partial(rubric, "{}", n, &m.text, &error));
        LONG(heng_verify("{}", n, rubric, facts, &m.text, &error));
        LONG(heng_test("{}", n, NULL, 0, &m.text, &error));
        LONG(heng_plan_check("{}", n, NULL, 0, NULL, NULL, &m.report, &error));
        LONG(heng_plan_check(plan, plan_length, "{}", n, NULL, NULL, &m.report, &error));
        LONG(heng_library_check("{}", n, NULL, NULL, 0, &m.report, &error));
        LONG(heng_library_check(library, library_length, plans, lengths_of_plans, 1, &m.report,
                                &error));
        LONG(heng_library_search("{}", n, "a", 1, &m.text, &error));
        LONG(heng_library_search(library, library_length, "a", n, &m.text, &error));
        LONG(heng_facts_in_force(rubric, "{}", n, plan, plan_length, NULL, &m.text, &error));
        LONG(heng_facts_in_force(rubric, "{}", 2, "{}", n, NULL, &m.text, &error));
        LONG(heng_monitor("{}", n, "{}", 2, NULL, &m.report, &error));
        LONG(heng_monitor(progress, progress_length, "{}", n, NULL, &m.report, &error));
        LONG(heng_decide("{}", n, "{}", 2, NULL, 0, NULL, &m.report, &error));
        LONG(heng_decide(progress, progress_length, "{}", n, NULL, 0, NULL, &m.report, &error));
        LONG(heng_decide(progress, progress_length, policy_json, policy_length, "{}", n, NULL,
                         &m.report, &error));
        CHECK(m.rubric == NULL && m.facts == NULL && m.value == NULL && m.report == NULL);
#define SOURCE(source)                                                                             \
    memset(&sources, 0, sizeof sources);                                                           \
    sources.struct_size = sizeof sources;                                                          \
    sources.source = "{}";                                                                         \
    sources.source##_length = n;                                                                   \
    LONG(heng_draft(rubric, facts, &sources, HENG_HTML, &m.text, &error));                         \
    CHECK(m.text == NULL)
        SOURCE(plan);
        SOURCE(claims);
        SOURCE(pattern);
        SOURCE(previous);
#undef SOURCE
        memset(&sources, 0, sizeof sources);
        sources.struct_size = sizeof sources;
        sources.progress = progress;
        sources.progress_length = progress_length;
        sources.policy = "{}";
        sources.policy_length = n;
        LONG(heng_draft(rubric, facts, &sources, HENG_MARKDOWN, &m.text, &error));
        sources.policy = policy_json;
        sources.policy_length = policy_length;
        sources.progress_length = n;
        LONG(heng_draft(rubric, facts, &sources, HENG_MARKDOWN, &m.text, &error));
#undef LONG
    }
    heng_report_free(policy);
}

/* Counts, offsets and rows that no memory has. */
static void columns(const heng_rubric* rubric) {
    static const size_t most = PTRDIFF_MAX / sizeof(int64_t);
    heng_column first = column_of("spent", spent);
    heng_column second = column_of("budget", budget);
    heng_column third = column_of("spent", spent);
    const heng_column* given[3];
    heng_score_columns to;
    heng_batch_summary summary;
    heng_text* row = NULL;
    int64_t totals[2];
    given[0] = &first;
    given[1] = &second;
    given[2] = &third;
    memset(&to, 0, sizeof to);
    to.struct_size = sizeof to;
    to.totals = totals;
    summary.struct_size = sizeof summary;
#define CALL(count, rows)                                                                          \
    heng_batch_columns(rubric, given, count, rows, &to, NULL, NULL, 1, &summary, &error)
#define BOTH(code)                                                                                 \
    REFUSED(CALL(2, 2), HENG_INVALID_ARGUMENT, code);                                              \
    REFUSED(heng_batch_row(rubric, given, 2, 1, &row, &error), HENG_INVALID_ARGUMENT, code);       \
    CHECK(row == NULL)
    /* of more columns than inputs one is refused before the next is looked at */
    REFUSED(CALL(3, 2), HENG_INVALID_ARGUMENT, "batch.column");
    REFUSED(CALL(SIZE_MAX, 2), HENG_INVALID_ARGUMENT, "batch.column");
    REFUSED(heng_batch_row(rubric, given, SIZE_MAX, 0, &row, &error), HENG_INVALID_ARGUMENT,
            "batch.column");
    third.input = "nothing";
    REFUSED(CALL(SIZE_MAX / 8, 2), HENG_INVALID_ARGUMENT, "batch.input");
    REFUSED(CALL(2, SIZE_MAX), HENG_INVALID_ARGUMENT, "batch.offset");
    REFUSED(CALL(2, most + 1), HENG_INVALID_ARGUMENT, "batch.offset");
    REFUSED(CALL(0, most + 1), HENG_INVALID_ARGUMENT, "batch.size");
    REFUSED(heng_batch_row(rubric, given, 2, SIZE_MAX, &row, &error), HENG_INVALID_ARGUMENT,
            "batch.size");
    REFUSED(heng_batch_row(rubric, given, 2, most, &row, &error), HENG_INVALID_ARGUMENT,
            "batch.size");
    first.offset = SIZE_MAX;
    BOTH("batch.offset");
    first.offset = SIZE_MAX - 1; /* and two rows: it wraps to 0 */
    BOTH("batch.offset");
    first.offset = SIZE_MAX / 8 + 1; /* times eight bytes: the same */
    BOTH("batch.offset");
    first.offset = most;
    BOTH("batch.offset");
    first.offset = 0;
    first.reserved = 1;
    BOTH("argument.reserved");
    first.reserved = INT32_MIN;
    BOTH("argument.reserved");
    first.reserved = 0;
    to.reserved = -1;
    REFUSED(CALL(2, 2), HENG_INVALID_ARGUMENT, "argument.reserved");
    to.reserved = 0;
    first.scale = INT32_MIN;
    BOTH("batch.scale");
    first.scale = INT32_MAX;
    BOTH("batch.scale");
    first.scale = 0;
    to.places = INT32_MIN;
    REFUSED(CALL(2, 2), HENG_INVALID_ARGUMENT, "batch.scale");
    to.places = 2;
    first.input = "\xFF\xE5";
    BOTH("batch.input");
    first.input = "spent";
    summary.reserved = -1; /* it is written, not read */
    CHECK(heng_batch_columns(rubric, given, 2, 2, &to, NULL, NULL, INT32_MIN, &summary, NULL) ==
          HENG_OK);
    CHECK(summary.reserved == 0 && totals[0] == 570 && totals[1] == 500);
#undef BOTH
#undef CALL
}

/* A text whose length cuts a character, or that is none. */
static void names(void) {
    static const char wrong[] = "\xFF\xC0\xAF\xED\xA0\x80";
    heng_text* library = NULL;
    size_t length = 0;
    const char* json;
    heng_text* found = NULL;
    struct made m;
    heng_item item;
    heng_sheet* sheet = tiny_sheet();
    CHECK(heng_library_builtin("common-indicators", &library, NULL) == HENG_OK);
    json = heng_text_data(library, &length);
    CHECK(heng_library_search(json, length, "\xE7\x8E\x87", 3, &found, NULL) == HENG_OK);
    CHECK(strstr(heng_text_data(found, NULL), "\"code\"") != NULL);
    heng_text_free(found);
    REFUSED(heng_library_search(json, length, "\xE7\x8E\x87", 2, &found, &error),
            HENG_INVALID_ARGUMENT, "library.text");
    REFUSED(heng_library_search(json, length, "\xE7\x8E\x87\xE7\x8E", 5, &found, &error),
            HENG_INVALID_ARGUMENT, "library.text");
    REFUSED(heng_library_search(json, length, wrong, 6, &found, &error), HENG_INVALID_ARGUMENT,
            "library.text");
    CHECK(found == NULL);
    REFUSED(heng_library_search(json, length / 2, "a", 1, &found, &error), HENG_SYNTAX_ERROR, NULL);
    CHECK(heng_library_search(json, length, NULL, 0, &found, NULL) == HENG_OK); /* nothing */
    heng_text_free(found);
    REFUSED(heng_rubric_builtin(wrong, &m.rubric, &error), HENG_NOT_FOUND, NULL);
    REFUSED(heng_library_builtin(wrong, &m.text, &error), HENG_NOT_FOUND, NULL);
    REFUSED(heng_policy_builtin(wrong, &m.report, &error), HENG_NOT_FOUND, NULL);
    REFUSED(heng_eval(wrong, 6, NULL, 0, &m.value, &error), HENG_SYNTAX_ERROR, NULL);
    CHECK(heng_schema(wrong) == NULL);
    item.struct_size = sizeof item;
    CHECK(heng_sheet_find(sheet, wrong, &item) == HENG_NOT_FOUND);
    heng_sheet_free(sheet);
    heng_text_free(library);
}

/* Numbers that mean nothing, and more plans than memory has. */
static void numbers(const heng_rubric* rubric, const heng_facts* facts) {
    static const int32_t formats[] = {INT32_MIN, -1, 0, 3, INT32_MAX};
    static const char library[] =
        "{\"heng\":\"library/1\",\"id\":\"l\",\"title\":\"L\",\"language\":\"en\",\"entries\":[]}";
    const char* const plans[] = {"{}"};
    const size_t plan_lengths[] = {2};
    heng_text* text = NULL;
    heng_report* report = NULL;
    size_t i;
    for (i = 0; i < sizeof formats / sizeof *formats; ++i) {
        REFUSED(heng_draft(rubric, facts, NULL, formats[i], &text, &error), HENG_INVALID_ARGUMENT,
                "argument.format");
    }
    REFUSED(heng_library_check(library, strlen(library), plans, plan_lengths, SIZE_MAX, &report,
                               &error),
            HENG_INVALID_ARGUMENT, "argument.length");
    REFUSED(heng_library_check(library, strlen(library), plans, plan_lengths, SIZE_MAX / 8, &report,
                               &error),
            HENG_INVALID_ARGUMENT, NULL); /* the first is no plan */
    CHECK(text == NULL && report == NULL);
    CHECK(heng_error_at(NULL, SIZE_MAX) == NULL);
}

/* Days that are none. */
static void days(const heng_rubric* rubric) {
    static const char* const wrong[] = {
        "", " ", "2023", "2023-13-01", "\xFF\xFE", "99999-01-01", "0000-00-00", "-1", "2023-02-29"};
    static const char plan[] =
        "{\"heng\":\"plan/1\",\"id\":\"p\",\"title\":\"P\","
        "\"subject\":{\"name\":\"A\",\"year\":2023},\"unit\":\"\xE5\x85\x83\"}";
    size_t i;
    heng_report* report = NULL;
    heng_text* text = NULL;
    for (i = 0; i < sizeof wrong / sizeof *wrong; ++i) {
        REFUSED(heng_plan_check(plan, strlen(plan), NULL, 0, wrong[i], NULL, &report, &error),
                HENG_INVALID_ARGUMENT, NULL);
        REFUSED(heng_plan_check(plan, strlen(plan), NULL, 0, NULL, wrong[i], &report, &error),
                HENG_INVALID_ARGUMENT, NULL);
        REFUSED(heng_facts_in_force(rubric, tiny_facts, strlen(tiny_facts), plan, strlen(plan),
                                    wrong[i], &text, &error),
                HENG_INVALID_ARGUMENT, NULL);
    }
    CHECK(report == NULL && text == NULL);
}

/* Everything NULL, everything 0. */
static void nothing(void) {
    heng_error* error = NULL;
    const heng_status n = HENG_INVALID_ARGUMENT;
    CHECK(heng_rubric_builtin(NULL, NULL, NULL) == n);
    CHECK(heng_rubric_load(NULL, 0, NULL, NULL) == n);
    CHECK(heng_facts_load(NULL, NULL, 0, NULL, NULL) == n);
    CHECK(heng_score(NULL, NULL, NULL, NULL) == n);
    CHECK(heng_sheet_item(NULL, 0, NULL) == n && heng_sheet_find(NULL, NULL, NULL) == n);
    CHECK(heng_eval(NULL, 0, NULL, 0, NULL, NULL) == n);
    CHECK(heng_eval_explain(NULL, 0, NULL, 0, NULL, NULL) == n);
    CHECK(heng_lint(NULL, 0, NULL, NULL) == n);
    CHECK(heng_reconcile(NULL, 0, NULL, 0, NULL, NULL) == n);
    CHECK(heng_report_finding(NULL, 0, NULL) == n);
    CHECK(heng_audit(NULL, NULL, 0, NULL, NULL) == n);
    CHECK(heng_batch_lines(NULL, NULL, NULL, NULL, 0, NULL, NULL) == n);
    CHECK(heng_batch_columns(NULL, NULL, 0, 0, NULL, NULL, NULL, 0, NULL, NULL) == n);
    CHECK(heng_batch_row(NULL, NULL, 0, 0, NULL, NULL) == n);
    CHECK(heng_explain(NULL, NULL, NULL, NULL) == n);
    CHECK(heng_score_partial(NULL, NULL, 0, NULL, NULL) == n);
    CHECK(heng_diff(NULL, NULL, NULL, NULL) == n);
    CHECK(heng_verify(NULL, 0, NULL, NULL, NULL, NULL) == n);
    CHECK(heng_test(NULL, 0, NULL, 0, NULL, NULL) == n);
    CHECK(heng_draft(NULL, NULL, NULL, 0, NULL, NULL) == n);
    CHECK(heng_plan_check(NULL, 0, NULL, 0, NULL, NULL, NULL, NULL) == n);
    CHECK(heng_library_check(NULL, 0, NULL, NULL, 0, NULL, NULL) == n);
    CHECK(heng_library_search(NULL, 0, NULL, 0, NULL, NULL) == n);
    CHECK(heng_facts_in_force(NULL, NULL, 0, NULL, 0, NULL, NULL, NULL) == n);
    CHECK(heng_library_builtin(NULL, NULL, NULL) == n);
    CHECK(heng_monitor(NULL, 0, NULL, 0, NULL, NULL, NULL) == n);
    CHECK(heng_decide(NULL, 0, NULL, 0, NULL, 0, NULL, NULL, NULL) == n);
    CHECK(heng_policy_builtin(NULL, NULL, NULL) == n);
    CHECK(heng_eval_with(NULL, 0, NULL, 0, NULL, NULL, NULL) == n);
    CHECK(heng_eval_explain_with(NULL, 0, NULL, 0, NULL, NULL, NULL) == n);
    CHECK(heng_test_with(NULL, 0, NULL, 0, NULL, NULL, NULL) == n);
    CHECK(heng_draft_with(NULL, NULL, NULL, 0, NULL, NULL, NULL) == n);
    CHECK(heng_plan_check_with(NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL) == n);
    CHECK(heng_library_check_with(NULL, 0, NULL, NULL, 0, NULL, NULL, NULL) == n);
    CHECK(heng_library_search_with(NULL, 0, NULL, 0, NULL, NULL, NULL) == n);
    CHECK(heng_facts_in_force_with(NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL) == n);
    CHECK(heng_monitor_with(NULL, 0, NULL, 0, NULL, NULL, NULL, NULL) == n);
    CHECK(heng_decide_with(NULL, 0, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL) == n);
    CHECK(heng_facts_builder_evidence(NULL, NULL, NULL, 0, NULL) == n);
    CHECK(heng_facts_builder_in_unit(NULL, NULL, 0, NULL) == n);
    CHECK(heng_rubric_builtin(NULL, NULL, &error) == n);
    heng_error_free(error);
}

int main(void) {
    heng_rubric* rubric = load_rubric(tiny_rubric);
    heng_facts* facts = load_facts(rubric, tiny_facts);
    lengths(rubric, facts);
    columns(rubric);
    names();
    numbers(rubric, facts);
    days(rubric);
    nothing();
    heng_facts_free(facts);
    heng_rubric_free(rubric);
    return 0;
}
