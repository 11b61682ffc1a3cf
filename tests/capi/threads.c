/* SPDX-License-Identifier: Apache-2.0
 *
 * Threads that share one rubric, one facts, one sheet and one value. Run it under ThreadSanitizer
 * as well.
 */
#include "check.h"

#include <pthread.h>

enum { thread_count = 4, rounds = 50 };

struct shared {
    const heng_rubric *rubric;
    const heng_facts *facts;
    const heng_sheet *sheet;
    const char *json;
    const heng_value *value;
};

static void *work(void *argument) {
    const struct shared *shared = (const struct shared *)argument;
    int round;
    for (round = 0; round < rounds; ++round) {
        heng_error *error = NULL;
        heng_rubric *none = NULL;
        heng_sheet *sheet = score(shared->rubric, shared->facts);
        heng_facts *facts = load_facts(shared->rubric, shared->json);
        heng_value *value = evaluate("sum(for i in 1..20 return 1/i)", "");
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
    }
    return NULL;
}

int main(void) {
    pthread_t threads[thread_count];
    heng_rubric *rubric = NULL;
    heng_facts *facts;
    heng_sheet *sheet;
    heng_value *value;
    char *json;
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
