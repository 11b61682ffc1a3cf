/* SPDX-License-Identifier: Apache-2.0
 *
 * A program that was compiled against the first header there was (heng_first.h, which never
 * changes) runs with the library of today: every function and struct of it, and its numbers.
 */
#include "heng_first.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHECK(condition)                                                                           \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition);                \
            exit(1);                                                                               \
        }                                                                                          \
    } while (0)

static const char rubric_text[] =
    "{\"heng\": \"rubric/1\", \"id\": \"tiny\", \"title\": \"Tiny\", \"language\": \"en\",\n"
    " \"points\": \"10\",\n"
    " \"rounding\": {\"scale\": 2, \"mode\": \"half-up\", \"at\": [\"leaf\"]},\n"
    " \"grades\": [{\"in\": \">= 5\", \"grade\": \"good\"}],\n"
    " \"inputs\": {\"spent\": {\"type\": \"number\"}, \"budget\": {\"type\": \"number\"}},\n"
    " \"indicators\": [{\"id\": \"use\", \"name\": \"Use\", \"points\": \"10\",\n"
    "   \"measure\": \"spent / budget\", \"rule\": {\"kind\": \"proportional\"}}]}\n";
static const char facts_text[] =
    "{\"heng\": \"facts/1\", \"data\": {\"spent\": \"171\", \"budget\": 287}}";

static void scores(void) {
    heng_rubric* rubric = NULL;
    heng_facts* facts = NULL;
    heng_sheet* sheet = NULL;
    heng_error* error = NULL;
    heng_item item;
    size_t length = 0;
    CHECK(heng_rubric_load(rubric_text, strlen(rubric_text), &rubric, &error) == HENG_OK);
    CHECK(error == NULL);
    CHECK(heng_facts_load(rubric, facts_text, strlen(facts_text), &facts, NULL) == HENG_OK);
    CHECK(heng_score(rubric, facts, &sheet, NULL) == HENG_OK);
    CHECK(strcmp(heng_sheet_total(sheet), "5.96") == 0);
    CHECK(strcmp(heng_sheet_rate(sheet), "59.60%") == 0);
    CHECK(strcmp(heng_sheet_grade(sheet), "good") == 0);
    CHECK(heng_sheet_count(sheet) == 1);
    item.struct_size = sizeof item;
    CHECK(heng_sheet_item(sheet, 0, &item) == HENG_OK);
    CHECK(strcmp(item.id, "use") == 0 && strcmp(item.score, "5.96") == 0);
    CHECK(item.parent == NULL && item.level == 1 && item.kind == HENG_LEAF);
    CHECK(heng_sheet_item(sheet, 1, &item) == HENG_NOT_FOUND);
    CHECK(heng_sheet_find(sheet, "use", &item) == HENG_OK);
    CHECK(strcmp(item.lost, "4.04") == 0 && strcmp(item.rule, "proportional") == 0);
    CHECK(strlen(heng_sheet_json(sheet, &length)) == length && length > 0);
    CHECK(strlen(heng_sheet_text(sheet, &length)) == length && length > 0);
    heng_sheet_free(sheet);
    heng_facts_free(facts);
    heng_rubric_free(rubric);
}

static void a_shorter_item_is_filled_as_far_as_it_goes(void) {
    heng_rubric* rubric = NULL;
    heng_facts* facts = NULL;
    heng_sheet* sheet = NULL;
    heng_item item;
    struct {
        heng_item item;
        char behind[16];
    } longer;
    CHECK(heng_rubric_load(rubric_text, strlen(rubric_text), &rubric, NULL) == HENG_OK);
    CHECK(heng_facts_load(rubric, facts_text, strlen(facts_text), &facts, NULL) == HENG_OK);
    CHECK(heng_score(rubric, facts, &sheet, NULL) == HENG_OK);
    memset(&item, 0x5A, sizeof item);
    item.struct_size = offsetof(heng_item, parent);
    CHECK(heng_sheet_item(sheet, 0, &item) == HENG_OK);
    CHECK(strcmp(item.id, "use") == 0 && strcmp(item.name, "Use") == 0);
    CHECK(((unsigned char*)&item)[offsetof(heng_item, parent)] == 0x5A);
    memset(&longer, 0, sizeof longer);
    longer.item.struct_size = sizeof longer;
    CHECK(heng_sheet_item(sheet, 0, &longer.item) == HENG_OK);
    CHECK(strcmp(longer.item.score, "5.96") == 0);
    longer.behind[15] = 1;
    longer.item.struct_size = sizeof longer;
    CHECK(heng_sheet_item(sheet, 0, &longer.item) == HENG_INVALID_ARGUMENT);
    heng_sheet_free(sheet);
    heng_facts_free(facts);
    heng_rubric_free(rubric);
}

static void refuses(void) {
    heng_rubric* rubric = NULL;
    heng_facts* facts = NULL;
    heng_error* error = NULL;
    CHECK(heng_rubric_builtin("no-such-rubric", &rubric, NULL) == HENG_NOT_FOUND);
    CHECK(heng_rubric_builtin("guangzhou-department-2023", &rubric, NULL) == HENG_OK);
    CHECK(heng_facts_load(rubric, "{\n!", 3, &facts, &error) == HENG_SYNTAX_ERROR);
    CHECK(facts == NULL && heng_error_status(error) == HENG_SYNTAX_ERROR);
    CHECK(strcmp(heng_error_code(error), "json.syntax") == 0);
    CHECK(strlen(heng_error_message(error)) > 0);
    CHECK(heng_error_line(error) == 2 && heng_error_column(error) == 1);
    CHECK(heng_error_pointer(error) != NULL);
    CHECK(heng_error_count(error) == 1 && heng_error_at(error, 0) == error);
    heng_error_free(error);
    heng_rubric_free(rubric);
}

int main(void) {
    CHECK(HENG_OK == 0 && HENG_INVALID_ARGUMENT == 1 && HENG_SYNTAX_ERROR == 2);
    CHECK(HENG_INVALID_RUBRIC == 3 && HENG_INVALID_FACTS == 4 && HENG_LIMIT_EXCEEDED == 5);
    CHECK(HENG_OUT_OF_MEMORY == 6 && HENG_NOT_FOUND == 7 && HENG_INTERNAL_ERROR == 99);
    CHECK(HENG_BRANCH == 1 && HENG_LEAF == 2 && HENG_ROW == 3);
    CHECK(heng_version() != NULL && heng_version_number() > 0);
    scores();
    a_shorter_item_is_filled_as_far_as_it_goes();
    refuses();
    return 0;
}
