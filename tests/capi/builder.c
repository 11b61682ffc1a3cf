/* SPDX-License-Identifier: Apache-2.0
 *
 * Facts without JSON, and what a rubric is made of. Rules 1, 3, 4 and 8 of heng.h for each.
 */
#include "refused.h"

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

/* A rubric in Chinese answers in Chinese, where a document would and where only a builder can. */
static void mistakes_in_chinese(void) {
    static const char should_be[] = "\xE5\xBA\x94\xE4\xB8\xBA"; /* 应为 */
    static const char is_not[] = "\xE4\xB8\x8D\xE6\x98\xAF";    /* 不是 */
    char text[sizeof list_rubric];
    heng_rubric* rubric;
    heng_facts_builder* builder = NULL;
    heng_error* error = NULL;
    heng_facts* facts = NULL;
    memcpy(text, list_rubric, sizeof text);
    memcpy(strstr(text, "\"en\""), "\"zh\"", 4);
    rubric = load_rubric(text);
    CHECK_OK(heng_facts_builder_new(rubric, &builder, &error), error);
    CHECK_OK(heng_facts_builder_unit(builder, "\xE5\x85\x83", &error), error);
    CHECK_OK(heng_facts_builder_set(builder, "contracts[0].late", "no", 2, &error), error);
    CHECK(heng_facts_builder_finish(builder, NULL, &facts, &error) == HENG_INVALID_FACTS);
    CHECK(facts == NULL && strstr(heng_error_message(error), should_be) != NULL);
    heng_error_free(error);
    error = NULL;
    CHECK(heng_facts_builder_set(builder, "a..b", "1", 1, &error) != HENG_OK);
    CHECK(strstr(heng_error_message(error), is_not) != NULL);
    heng_error_free(error);
    heng_facts_builder_free(builder);
    heng_rubric_free(rubric);
}

/* A bonus, a deduction below 0, and a grade that is held down where it would be good. */
static const char bonus_rubric[] =
    "{\"heng\":\"rubric/1\",\"id\":\"bonus\",\"title\":\"B\",\"basis\":\"local\",\"source\":\"t\","
    "\"language\":\"en\",\"points\":\"10\","
    "\"grades\":[{\"in\":\">= 5\",\"grade\":\"good\"},{\"in\":\"< 5\",\"grade\":\"bad\"}],"
    "\"inputs\":{\"prizes\":{\"type\":\"count\"},\"late\":{\"type\":\"count\"}},"
    "\"indicators\":[{\"id\":\"prizes\",\"name\":\"Prizes\",\"points\":\"5\",\"extra\":\"3\","
    "\"measure\":\"prizes\",\"rule\":{\"kind\":\"tally\",\"each\":\"4\"}},"
    "{\"id\":\"late\",\"name\":\"Late\",\"points\":\"5\",\"floor\":\"-1.5\",\"rule\":{\"kind\":"
    "\"occurrences\",\"each\":[{\"count\":\"late\",\"deduct\":\"1\",\"label\":\"late\"}]}}],"
    "\"adjustments\":[{\"id\":\"cap\",\"when\":\"late > 5\",\"grade_at_most\":\"bad\"}]}";

static bool draft_has(const heng_rubric* rubric, const heng_facts* facts, const char* wanted) {
    heng_text* draft = NULL;
    heng_error* error = NULL;
    bool has;
    CHECK_OK(heng_draft(rubric, facts, NULL, HENG_MARKDOWN, &draft, &error), error);
    has = strstr(heng_text_data(draft, NULL), wanted) != NULL;
    heng_text_free(draft);
    return has;
}

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
    CHECK_OK(heng_facts_builder_evidence(builder, "a.view", "evidence one", 12, &error), error);
    CHECK_OK(heng_facts_builder_evidence(builder, "a.view", "evidence two", 12, &error), error);
    CHECK_OK(heng_facts_builder_finish(builder, NULL, &facts, &error), error);
    sheet = score(rubric, facts);
    CHECK_TEXT(heng_sheet_total(sheet), "8.50");
    CHECK(draft_has(rubric, facts, "evidence one") && draft_has(rubric, facts, "evidence two"));
    heng_sheet_free(sheet);
    heng_facts_free(facts);
    /* a score that is given anew has the evidence that is given after it */
    CHECK_OK(heng_facts_builder_assess(builder, "a.view", "2.5", 3, "half done", 9, &error), error);
    CHECK_OK(heng_facts_builder_set(builder, "contracts[0].late", "true", 4, &error), error);
    CHECK_OK(heng_facts_builder_set(builder, "contracts[1].late", "false", 5, &error), error);
    CHECK_OK(heng_facts_builder_finish(builder, NULL, &facts, &error), error);
    sheet = score(rubric, facts);
    CHECK_TEXT(heng_sheet_total(sheet), "6.50");
    CHECK(!draft_has(rubric, facts, "evidence two"));
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
    REFUSED(heng_facts_builder_evidence(builder, NULL, "e", 1, &error), HENG_INVALID_ARGUMENT,
            "argument.null");
    REFUSED(heng_facts_builder_evidence(builder, "a", NULL, 1, &error), HENG_INVALID_ARGUMENT,
            "argument.null");
    REFUSED(heng_facts_builder_evidence(NULL, "a", "e", 1, &error), HENG_INVALID_ARGUMENT,
            "argument.null");
    REFUSED(heng_facts_builder_in_unit(builder, NULL, 1, &error), HENG_INVALID_ARGUMENT,
            "argument.null");
    REFUSED(heng_facts_builder_in_unit(builder, "u", SIZE_MAX, &error), HENG_INVALID_ARGUMENT,
            "argument.length");
    REFUSED(heng_facts_builder_in_unit(NULL, "u", 1, &error), HENG_INVALID_ARGUMENT,
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
    CHECK(heng_facts_builder_new(world->rubric, &builder, NULL) == HENG_OK);
    REFUSED(heng_facts_builder_evidence(builder, "use", "e", 1, &error), HENG_INVALID_ARGUMENT,
            "argument.path");
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

/* How far scores may leave 0 ... points, and what a sheet then says. */
static void what_goes_beyond(void) {
    heng_rubric* rubric = load_rubric(bonus_rubric);
    heng_facts* facts =
        load_facts(rubric, "{\"heng\":\"facts/1\",\"data\":{\"prizes\":2,\"late\":9}}");
    heng_sheet* sheet = score(rubric, facts);
    heng_item_info info;
    heng_item item;
    info.struct_size = sizeof info;
    item.struct_size = sizeof item;
    CHECK(heng_rubric_item(rubric, 0, &info) == HENG_OK);
    CHECK_TEXT(info.extra, "3");
    CHECK_TEXT(info.floor, "0");
    CHECK(heng_rubric_item(rubric, 1, &info) == HENG_OK);
    CHECK_TEXT(info.extra, "0");
    CHECK_TEXT(info.floor, "-1.5");
    CHECK(heng_sheet_find(sheet, "prizes", &item) == HENG_OK);
    CHECK_TEXT(item.score, "8");
    CHECK_TEXT(item.points, "5");
    CHECK_TEXT(item.rate, "160.00%");
    CHECK_TEXT(item.lost, "-3");
    CHECK(heng_sheet_find(sheet, "late", &item) == HENG_OK);
    CHECK_TEXT(item.score, "-1.5");
    CHECK_TEXT(item.lost, "6.5");
    CHECK_TEXT(heng_sheet_total(sheet), "6.50");
    CHECK_TEXT(heng_sheet_grade(sheet), "bad");
    heng_sheet_free(sheet);
    heng_facts_free(facts);
    heng_rubric_free(rubric);
}

/* The example of a department with units, and the same facts from a builder: the same sheet. */
static const char* const units_of_example[][4] = {
    /* unit, path, text; no path: its money */
    {"", NULL, "\xE4\xB8\x87\xE5\x85\x83", NULL},
    {"", "budget.annual", "600", NULL},
    {"", "budget.executed", "588.60", NULL},
    {"", "assets.in_use", "96.5%", NULL},
    {"", "contracts[0].signed_late", "false", NULL},
    {"", "contracts[1].signed_late", "true", NULL},
    {"", "control.own_rules", "true", NULL},
    {"", "disclosure.on_time", "true", NULL},
    {"\xE7\x94\xB2", "budget.annual", "300", NULL},
    {"\xE7\x94\xB2", "budget.executed", "255", NULL},
    {"\xE7\x94\xB2", "assets.in_use", "72%", NULL},
    {"\xE7\x94\xB2", "contracts[0].signed_late", "true", NULL},
    {"\xE7\x94\xB2", "contracts[1].signed_late", "true", NULL},
    {"\xE7\x94\xB2", "contracts[2].signed_late", "false", NULL},
    {"\xE7\x94\xB2", "control.own_rules", "false", NULL},
    {"\xE7\x94\xB2", "satisfaction", "88%", NULL},
    {"\xE4\xB9\x99", NULL, "\xE5\x85\x83", NULL},
    {"\xE4\xB9\x99", "budget.annual", "1000000", NULL},
    {"\xE4\xB9\x99", "budget.executed", "1000000", NULL},
    {"\xE4\xB9\x99", "assets.in_use", "91%", NULL},
    {"\xE4\xB9\x99", "contracts", "", "list"},
    {"\xE4\xB9\x99", "control.own_rules", "true", NULL},
    {"\xE4\xB9\x99", "satisfaction", "97%", NULL},
};

static const char units_facts[] =
    "{\"heng\":\"facts/1\",\"subject\":{\"name\":\"A\",\"year\":2024},"
    "\"unit\":\"\xE4\xB8\x87\xE5\x85\x83\",\"data\":{"
    "\"budget\":{\"annual\":\"600\",\"executed\":\"588.60\"},\"assets\":{\"in_use\":\"96.5%\"},"
    "\"contracts\":[{\"signed_late\":false},{\"signed_late\":true}],"
    "\"control\":{\"own_rules\":true},\"disclosure\":{\"on_time\":true}},"
    "\"assessed\":{\"effect.quality\":{\"score\":\"9.5\",\"reason\":\"r\","
    "\"evidence\":[\"one\",\"two\"]}},"
    "\"units\":[{\"subject\":{\"name\":\"\xE7\x94\xB2\"},\"data\":{"
    "\"budget\":{\"annual\":\"300\",\"executed\":\"255\"},\"assets\":{\"in_use\":\"72%\"},"
    "\"contracts\":[{\"signed_late\":true},{\"signed_late\":true},{\"signed_late\":false}],"
    "\"control\":{\"own_rules\":false},\"satisfaction\":\"88%\"},"
    "\"assessed\":{\"effect.quality\":{\"score\":\"8\",\"reason\":\"s\"}}},"
    "{\"subject\":{\"name\":\"\xE4\xB9\x99\",\"year\":2024},\"unit\":\"\xE5\x85\x83\",\"data\":{"
    "\"budget\":{\"annual\":1000000,\"executed\":1000000},\"assets\":{\"in_use\":\"91%\"},"
    "\"contracts\":[],\"control\":{\"own_rules\":true},\"satisfaction\":\"97%\"},"
    "\"assessed\":{\"effect.quality\":{\"score\":\"10\",\"reason\":\"t\"}}}]}";

static void build_units(heng_facts_builder* builder) {
    heng_error* error = NULL;
    size_t i;
    CHECK_OK(heng_facts_builder_subject(builder, "A", 1, 2024, &error), error);
    for (i = 0; i < sizeof units_of_example / sizeof *units_of_example; ++i) {
        const char* const* const each = units_of_example[i];
        CHECK_OK(heng_facts_builder_in_unit(builder, each[0], strlen(each[0]), &error), error);
        if (each[1] == NULL) {
            CHECK_OK(heng_facts_builder_unit(builder, each[2], &error), error);
        } else if (each[3] != NULL) {
            CHECK_OK(heng_facts_builder_list(builder, each[1], &error), error);
        } else {
            CHECK_OK(heng_facts_builder_set(builder, each[1], each[2], strlen(each[2]), &error),
                     error);
        }
    }
    /* it stands in the last one, and goes on in those before */
    CHECK_OK(heng_facts_builder_assess(builder, "effect.quality", "10", 2, "t", 1, &error), error);
    CHECK_OK(heng_facts_builder_subject(builder, "\xE4\xB9\x99", 3, 2024, &error), error);
    CHECK_OK(heng_facts_builder_in_unit(builder, "\xE7\x94\xB2", 3, &error), error);
    CHECK_OK(heng_facts_builder_assess(builder, "effect.quality", "8", 1, "s", 1, &error), error);
    CHECK_OK(heng_facts_builder_in_unit(builder, NULL, 0, &error), error);
    CHECK_OK(heng_facts_builder_assess(builder, "effect.quality", "9.5", 3, "r", 1, &error), error);
    CHECK_OK(heng_facts_builder_evidence(builder, "effect.quality", "one", 3, &error), error);
    CHECK_OK(heng_facts_builder_evidence(builder, "effect.quality", "two", 3, &error), error);
}

static void units_and_evidence_without_json(void) {
    char* const rubric_text = read_file(HENG_SOURCE_DIR "/examples/units/rubric.json");
    heng_rubric* const rubric = load_rubric(rubric_text);
    heng_facts* const read = load_facts(rubric, units_facts);
    heng_sheet* const wanted = score(rubric, read);
    heng_facts_builder* builder = NULL;
    heng_facts* built = NULL;
    heng_sheet* sheet;
    heng_error* error = NULL;
    heng_text* text = NULL;
    CHECK_OK(heng_facts_builder_new(rubric, &builder, &error), error);
    build_units(builder);
    CHECK_OK(heng_facts_builder_finish(builder, NULL, &built, &error), error);
    sheet = score(rubric, built);
    CHECK_TEXT(heng_sheet_text(sheet, NULL), heng_sheet_text(wanted, NULL));
    CHECK(strstr(heng_sheet_text(sheet, NULL), "\xE7\x94\xB2") != NULL); /* the unit's name */
    CHECK_OK(heng_diff(read, built, &text, &error), error);
    CHECK(strstr(heng_text_data(text, NULL), "\"change\": \"0\"") != NULL);
    heng_text_free(text);
    heng_sheet_free(sheet);
    heng_facts_free(built);
    /* a mistake of a unit stands where a document has it */
    CHECK_OK(heng_facts_builder_in_unit(builder, "\xE4\xB9\x99", 3, &error), error);
    CHECK_OK(heng_facts_builder_set(builder, "assets.in_use", "much", 4, &error), error);
    CHECK(heng_facts_builder_finish(builder, NULL, &built, &error) == HENG_INVALID_FACTS);
    CHECK_TEXT(heng_error_pointer(error), "/units/1/data/assets/in_use");
    heng_error_free(error);
    heng_facts_builder_free(builder);
    heng_sheet_free(wanted);
    heng_facts_free(read);
    heng_rubric_free(rubric);
    free(rubric_text);
}

int main(void) {
    const struct world world = make_world();
    facts_without_json(&world);
    lists_and_assessments_without_json();
    mistakes_in_chinese();
    units_and_evidence_without_json();
    builders_that_are_misused(&world);
    what_a_rubric_is_made_of();
    what_goes_beyond();
    free_world(world);
    return 0;
}
