/* SPDX-License-Identifier: Apache-2.0
 *
 * Facts without JSON, and what a rubric is made of. Rules 1, 3, 4 and 8 of heng.h for each.
 */
#include "check.h"

/* A call that was refused. */
static void refused(int line, heng_status status, heng_status wanted, heng_error* error,
                    const char* code) {
    if (status != wanted || error == NULL || strcmp(heng_error_code(error), code) != 0) {
        fprintf(stderr, "%s:%d: status %d, code %s, wanted %s\n", __FILE__, line, (int)status,
                error == NULL ? "none" : heng_error_code(error), code);
        exit(1);
    }
    CHECK(heng_error_status(error) == wanted && heng_error_message(error)[0] != '\0');
    heng_error_free(error);
}

#define REFUSED(call, wanted, code)                                                                \
    do {                                                                                           \
        heng_error* error = NULL;                                                                  \
        const heng_status status_ = (call);                                                        \
        refused(__LINE__, status_, wanted, error, code);                                           \
    } while (0)

struct world {
    heng_rubric* rubric;
    heng_facts* facts;
    heng_sheet* sheet;
};

/* The same facts as a document and from a builder score the same. */
static void facts_without_json(const struct world* world) {
    heng_facts_builder* builder = NULL;
    heng_error* error = NULL;
    heng_facts* facts = NULL;
    heng_sheet* sheet;
    CHECK_OK(heng_facts_builder_new(world->rubric, &builder, &error), error);
    CHECK_OK(heng_facts_builder_subject(builder, "A", 1, 2023, &error), error);
    CHECK_OK(heng_facts_builder_unit(builder, "\xE5\x85\x83", &error), error);
    CHECK_OK(heng_facts_builder_set(builder, "spent", "17", 2, &error), error);
    CHECK_OK(heng_facts_builder_set(builder, "spent", "171", 3, &error), error);
    CHECK_OK(heng_facts_builder_set(builder, "budget", "287", 3, &error), error);
    CHECK_OK(heng_facts_builder_finish(builder, NULL, &facts, &error), error);
    sheet = score(world->rubric, facts);
    CHECK_TEXT(heng_sheet_text(sheet, NULL), heng_sheet_text(world->sheet, NULL));
    heng_sheet_free(sheet);
    heng_facts_free(facts);
    /* it goes on */
    CHECK_OK(heng_facts_builder_set(builder, "spent", "287", 3, &error), error);
    CHECK_OK(heng_facts_builder_finish(builder, NULL, &facts, &error), error);
    sheet = score(world->rubric, facts);
    CHECK_TEXT(heng_sheet_total(sheet), "10.00");
    heng_sheet_free(sheet);
    heng_facts_free(facts);
    heng_facts_builder_free(builder);
    heng_facts_builder_free(NULL);
}

static const char list_rubric[] =
    "{\"heng\":\"rubric/1\",\"id\":\"lists\",\"title\":\"L\",\"basis\":\"local\",\"source\":\"t\","
    "\"language\":\"en\",\"unit\":\"\xE5\x85\x83\",\"points\":\"10\","
    "\"grades\":[{\"in\":\">= 5\",\"grade\":\"good\"},{\"in\":\"< 5\",\"grade\":\"bad\"}],"
    "\"inputs\":{\"contracts\":{\"type\":\"list\",\"label\":\"Contracts\","
    "\"of\":{\"late\":{\"type\":\"boolean\"},\"paid\":{\"type\":\"money\",\"optional\":true}}},"
    "\"rate\":{\"type\":\"percent\",\"optional\":true,\"default\":\"1\"}},"
    "\"indicators\":[{\"id\":\"a\",\"name\":\"A\",\"points\":\"10\",\"indicators\":["
    "{\"id\":\"a.late\",\"name\":\"Late\",\"points\":\"6\",\"measure\":\"count(contracts[late])\","
    "\"rule\":{\"kind\":\"step\",\"norm\":\"0\",\"side\":\"above\",\"every\":\"1\","
    "\"deduct\":\"2\",\"part\":\"whole\"},\"basis\":\"local\",\"source\":\"t\"},"
    "{\"id\":\"a.view\",\"name\":\"View\",\"points\":\"4\",\"rule\":{\"kind\":\"assessed\"},"
    "\"basis\":\"local\",\"source\":\"t\"}]}]}";

static void lists_and_assessments_without_json(void) {
    heng_rubric* rubric = load_rubric(list_rubric);
    heng_facts_builder* builder = NULL;
    heng_error* error = NULL;
    heng_facts* facts = NULL;
    heng_sheet* sheet;
    CHECK_OK(heng_facts_builder_new(rubric, &builder, &error), error);
    CHECK_OK(heng_facts_builder_unit(builder, "\xE5\x85\x83", &error), error);
    CHECK_OK(heng_facts_builder_list(builder, "contracts", &error), error);
    CHECK_OK(heng_facts_builder_assess(builder, "a.view", "2.5", 3, "half done", 9, &error), error);
    CHECK_OK(heng_facts_builder_finish(builder, NULL, &facts, &error), error);
    sheet = score(rubric, facts);
    CHECK_TEXT(heng_sheet_total(sheet), "8.50");
    heng_sheet_free(sheet);
    heng_facts_free(facts);
    CHECK_OK(heng_facts_builder_set(builder, "contracts[0].late", "true", 4, &error), error);
    CHECK_OK(heng_facts_builder_set(builder, "contracts[1].late", "false", 5, &error), error);
    CHECK_OK(heng_facts_builder_finish(builder, NULL, &facts, &error), error);
    sheet = score(rubric, facts);
    CHECK_TEXT(heng_sheet_total(sheet), "6.50");
    CHECK_TEXT(heng_sheet_grade(sheet), "good");
    heng_sheet_free(sheet);
    heng_facts_free(facts);
    /* the reader's own mistakes, at the reader's own places, with no line in no text */
    CHECK_OK(heng_facts_builder_set(builder, "contracts[1].late", "no", 2, &error), error);
    CHECK(heng_facts_builder_finish(builder, NULL, &facts, &error) == HENG_INVALID_FACTS);
    CHECK_TEXT(heng_error_code(error), "facts.type");
    CHECK_TEXT(heng_error_pointer(error), "/data/contracts/1/late");
    CHECK(heng_error_line(error) == 0 && heng_error_excerpt(error) == NULL && facts == NULL);
    heng_error_free(error);
    heng_facts_builder_free(builder);
    heng_rubric_free(rubric);
}

static void builders_that_are_misused(const struct world* world) {
    heng_facts_builder* builder = (heng_facts_builder*)1;
    heng_facts* facts = (heng_facts*)1;
    REFUSED(heng_facts_builder_new(NULL, &builder, &error), HENG_INVALID_ARGUMENT, "argument.null");
    CHECK(builder == NULL);
    REFUSED(heng_facts_builder_new(world->rubric, NULL, &error), HENG_INVALID_ARGUMENT,
            "argument.null");
    REFUSED(heng_facts_builder_set(NULL, "a", "1", 1, &error), HENG_INVALID_ARGUMENT,
            "argument.null");
    REFUSED(heng_facts_builder_finish(NULL, NULL, &facts, &error), HENG_INVALID_ARGUMENT,
            "argument.null");
    CHECK(facts == NULL);
    CHECK(heng_facts_builder_new(world->rubric, &builder, NULL) == HENG_OK);
    REFUSED(heng_facts_builder_set(builder, NULL, "1", 1, &error), HENG_INVALID_ARGUMENT,
            "argument.null");
    REFUSED(heng_facts_builder_set(builder, "a", NULL, 1, &error), HENG_INVALID_ARGUMENT,
            "argument.null");
    REFUSED(heng_facts_builder_set(builder, "a", "1", SIZE_MAX, &error), HENG_INVALID_ARGUMENT,
            "argument.length");
    REFUSED(heng_facts_builder_list(builder, NULL, &error), HENG_INVALID_ARGUMENT, "argument.null");
    REFUSED(heng_facts_builder_unit(builder, NULL, &error), HENG_INVALID_ARGUMENT, "argument.null");
    REFUSED(heng_facts_builder_unit(builder, "yuan", &error), HENG_INVALID_ARGUMENT,
            "argument.unit");
    REFUSED(heng_facts_builder_subject(builder, NULL, 1, 0, &error), HENG_INVALID_ARGUMENT,
            "argument.null");
    REFUSED(heng_facts_builder_assess(builder, NULL, "1", 1, "r", 1, &error), HENG_INVALID_ARGUMENT,
            "argument.null");
    REFUSED(heng_facts_builder_assess(builder, "a", NULL, 1, "r", 1, &error), HENG_INVALID_ARGUMENT,
            "argument.null");
    REFUSED(heng_facts_builder_assess(builder, "a", "1", 1, NULL, 1, &error), HENG_INVALID_ARGUMENT,
            "argument.null");
    /* none of these has spoilt it; a path that is none does */
    CHECK(heng_facts_builder_finish(builder, NULL, &facts, NULL) == HENG_OK);
    heng_facts_free(facts);
    REFUSED(heng_facts_builder_set(builder, "a[1].b", "1", 1, &error), HENG_INVALID_ARGUMENT,
            "argument.path");
    REFUSED(heng_facts_builder_set(builder, "spent", "1", 1, &error), HENG_INVALID_ARGUMENT,
            "argument.path");
    REFUSED(heng_facts_builder_finish(builder, NULL, &facts, &error), HENG_INVALID_ARGUMENT,
            "argument.path");
    CHECK(facts == NULL);
    heng_facts_builder_free(builder);
}

static void what_a_rubric_is_made_of(void) {
    heng_rubric* rubric = load_rubric(list_rubric);
    heng_input_info input;
    heng_item_info item;
    heng_grade_info grade;
    size_t length = 7;
    CHECK_TEXT(heng_rubric_json(rubric, &length), list_rubric);
    CHECK(length == strlen(list_rubric) && heng_rubric_json(rubric, NULL) != NULL);
    CHECK(heng_rubric_json(NULL, &length) == NULL && length == 0);
    input.struct_size = sizeof input;
    item.struct_size = sizeof item;
    grade.struct_size = sizeof grade;
    CHECK(heng_rubric_input_count(rubric) == 4);
    CHECK(heng_rubric_input(rubric, 0, &input) == HENG_OK);
    CHECK_TEXT(input.path, "contracts");
    CHECK_TEXT(input.type, "list");
    CHECK_TEXT(input.label, "Contracts");
    CHECK_TEXT(input.unit, "");
    CHECK(input.optional == 0 && input.reserved == 0);
    CHECK(heng_rubric_input(rubric, 1, &input) == HENG_OK);
    CHECK_TEXT(input.path, "contracts[].late");
    CHECK_TEXT(input.type, "boolean");
    CHECK(heng_rubric_input(rubric, 2, &input) == HENG_OK);
    CHECK_TEXT(input.unit, "\xE5\x85\x83");
    CHECK_TEXT(input.label, "contracts[].paid");
    CHECK(input.optional == 1);
    CHECK(heng_rubric_item_count(rubric) == 3);
    CHECK(heng_rubric_item(rubric, 0, &item) == HENG_OK);
    CHECK_TEXT(item.id, "a");
    CHECK_TEXT(item.rule, "");
    CHECK(item.parent == NULL && item.level == 1 && item.kind == HENG_BRANCH);
    CHECK(heng_rubric_item(rubric, 1, &item) == HENG_OK);
    CHECK_TEXT(item.name, "Late");
    CHECK_TEXT(item.points, "6");
    CHECK_TEXT(item.parent, "a");
    CHECK_TEXT(item.rule, "step");
    CHECK(item.level == 2 && item.kind == HENG_LEAF);
    CHECK(heng_rubric_grade_count(rubric) == 2);
    CHECK(heng_rubric_grade(rubric, 1, &grade) == HENG_OK);
    CHECK_TEXT(grade.name, "bad");
    CHECK(heng_rubric_input(rubric, 4, &input) == HENG_NOT_FOUND && input.path == NULL);
    CHECK(heng_rubric_item(rubric, 3, &item) == HENG_NOT_FOUND && item.id == NULL);
    CHECK(heng_rubric_grade(rubric, 2, &grade) == HENG_NOT_FOUND && grade.name == NULL);
    CHECK(heng_rubric_input(NULL, 0, &input) == HENG_INVALID_ARGUMENT);
    CHECK(heng_rubric_input(rubric, 0, NULL) == HENG_INVALID_ARGUMENT);
    CHECK(heng_rubric_input_count(NULL) == 0 && heng_rubric_item_count(NULL) == 0);
    CHECK(heng_rubric_grade_count(NULL) == 0);
    heng_rubric_free(rubric);
}

int main(void) {
    struct world world;
    world.rubric = load_rubric(tiny_rubric);
    world.facts = load_facts(world.rubric, tiny_facts);
    world.sheet = score(world.rubric, world.facts);
    facts_without_json(&world);
    lists_and_assessments_without_json();
    builders_that_are_misused(&world);
    what_a_rubric_is_made_of();
    heng_sheet_free(world.sheet);
    heng_facts_free(world.facts);
    heng_rubric_free(world.rubric);
    return 0;
}
