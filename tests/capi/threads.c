/* SPDX-License-Identifier: Apache-2.0
 *
 * Threads that share one rubric, one facts, one sheet and one value, while each loads, scores, asks
 * and frees objects of its own and runs a batch with threads of its own. Run it under
 * ThreadSanitizer as well: cmake --preset tsan, --build --preset threads, ctest --preset threads.
 */
#include "check.h"

#include <pthread.h>

enum { thread_count = 4, rounds = 50 };

struct shared {
    const heng_rubric* rubric;
    const heng_facts* facts;
    const heng_sheet* sheet;
    const char* json;
    const heng_value* value;
};

struct lines {
    const char* json;
    size_t left; /* documents */
    size_t told;
};

/* A document a line: the facts without their line ends. */
static size_t read_line(void* user, char* buffer, size_t capacity) {
    struct lines* lines = (struct lines*)user;
    size_t size = 0;
    const char* at;
    if (lines->left == 0) {
        return 0;
    }
    --lines->left;
    for (at = lines->json; *at != '\0'; ++at) {
        CHECK(size + 1 < capacity);
        if (*at != '\n') {
            buffer[size++] = *at;
        }
    }
    buffer[size++] = '\n';
    return size;
}

static int32_t take_line(void* user, uint64_t number, const char* json, size_t length,
                         int32_t failed) {
    struct lines* lines = (struct lines*)user;
    CHECK(failed == 0 && length > 0 && strstr(json, "94.25") != NULL);
    CHECK(number == ++lines->told);
    return 0;
}

/* What a thread makes for itself of what is shared. */
static void ask(const struct shared* shared) {
    heng_text* text = NULL;
    heng_rubric* rubric = load_rubric(tiny_rubric);
    heng_facts* facts = load_facts(rubric, tiny_facts);
    heng_error* error = NULL;
    heng_batch_summary summary;
    struct lines lines;
    CHECK_OK(heng_explain(shared->rubric, shared->facts, &text, &error), error);
    heng_text_free(text);
    CHECK_OK(heng_diff(shared->facts, shared->facts, &text, &error), error);
    heng_text_free(text);
    lines.json = shared->json;
    lines.left = 4;
    lines.told = 0;
    summary.struct_size = sizeof summary;
    CHECK_OK(heng_batch_lines(shared->rubric, read_line, take_line, &lines, 2, &summary, &error),
             error);
    CHECK(lines.told == 4 && summary.failed == 0);
    heng_facts_free(facts);
    heng_rubric_free(rubric);
}

static void* work(void* argument) {
    const struct shared* shared = (const struct shared*)argument;
    int round;
    for (round = 0; round < rounds; ++round) {
        heng_error* error = NULL;
        heng_rubric* none = NULL;
        heng_sheet* sheet = score(shared->rubric, shared->facts);
        heng_facts* facts = load_facts(shared->rubric, shared->json);
        heng_value* value = evaluate("sum(for i in 1..20 return 1/i)", "");
        heng_item item;
        item.struct_size = sizeof item;
        CHECK_TEXT(heng_sheet_json(sheet, NULL), heng_sheet_json(shared->sheet, NULL));
        CHECK(heng_sheet_item(shared->sheet, (size_t)round % heng_sheet_count(shared->sheet),
                              &item) == HENG_OK);
        CHECK(heng_sheet_find(shared->sheet, item.id, &item) == HENG_OK);
        CHECK(heng_rubric_load("[", 1, &none, &error) == HENG_SYNTAX_ERROR);
        heng_error_free(error);
        CHECK_TEXT(heng_value_json(value, NULL), heng_value_json(shared->value, NULL));
        CHECK_TEXT(heng_value_explanation(value, NULL),
                   heng_value_explanation(shared->value, NULL));
        heng_value_free(value);
        heng_facts_free(facts);
        heng_sheet_free(sheet);
        if (round % 10 == 0) {
            ask(shared);
        }
    }
    return NULL;
}

int main(void) {
    pthread_t threads[thread_count];
    heng_rubric* rubric = NULL;
    heng_facts* facts;
    heng_sheet* sheet;
    heng_value* value;
    char* json;
    struct shared shared;
    int i;
    json = read_file(GUANGZHOU_FACTS);
    CHECK(heng_rubric_builtin("guangzhou-department-2023", &rubric, NULL) == HENG_OK);
    facts = load_facts(rubric, json);
    sheet = score(rubric, facts);
    shared.rubric = rubric;
    shared.facts = facts;
    shared.sheet = sheet;
    shared.json = json;
    value = evaluate("sum(for i in 1..20 return 1/i)", "");
    shared.value = value;
    for (i = 0; i < thread_count; ++i) {
        CHECK(pthread_create(&threads[i], NULL, work, &shared) == 0);
    }
    for (i = 0; i < thread_count; ++i) {
        CHECK(pthread_join(threads[i], NULL) == 0);
    }
    heng_value_free(value);
    heng_sheet_free(sheet);
    heng_facts_free(facts);
    heng_rubric_free(rubric);
    free(json);
    return 0;
}
