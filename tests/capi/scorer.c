/* SPDX-License-Identifier: Apache-2.0
 *
 * heng_scorer: totals of documents and of values, as heng_score has them, and what is refused.
 */
#include "check.h"

static const char list_rubric[] =
    "{\"heng\": \"rubric/1\", \"id\": \"list\", \"title\": \"List\", \"basis\": \"local\",\n"
    " \"language\": \"en\", \"points\": \"10\",\n"
    " \"rounding\": {\"scale\": 2, \"mode\": \"half-up\", \"at\": [\"leaf\"]},\n"
    " \"grades\": [{\"in\": \">= 5\", \"grade\": \"good\"}, {\"in\": \"-\", \"grade\": \"bad\"}],\n"
    " \"inputs\": {\"rate\": {\"type\": \"percent\"}, \"done\": {\"type\": \"boolean\"},\n"
    "  \"on\": {\"type\": \"date\"},\n"
    "  \"late\": {\"type\": \"list\", \"of\": {\"days\": {\"type\": \"count\"}}}},\n"
    " \"indicators\": [\n"
    "  {\"id\": \"a\", \"name\": \"A\", \"points\": \"6\", \"measure\": \"rate\",\n"
    "   \"rule\": {\"kind\": \"proportional\"}},\n"
    "  {\"id\": \"b\", \"name\": \"B\", \"points\": \"4\", \"rule\": {\"kind\": \"occurrences\",\n"
    "   \"each\": [{\"count\": \"count(late) + (if done then 0 else 1)\", \"deduct\": \"1\"},\n"
    "    {\"count\": \"if on > date(\\\"2024-06-30\\\") then 1 else 0\", \"deduct\": \"2\"}]}}]}\n";

static heng_scorer* scorer_of(const heng_rubric* rubric, int32_t places) {
    heng_options options;
    heng_scorer* scorer = NULL;
    heng_error* error = NULL;
    memset(&options, 0, sizeof options);
    options.struct_size = sizeof options;
    options.places = places;
    CHECK_OK(heng_scorer_new(rubric, &options, &scorer, &error), error);
    CHECK(scorer != NULL);
    return scorer;
}

static heng_total total_of(heng_scorer* scorer, const char* json) {
    heng_total total;
    heng_error* error = NULL;
    total.struct_size = sizeof total;
    CHECK_OK(heng_scorer_score(scorer, json, strlen(json), &total, &error), error);
    return total;
}

static void refuses(heng_scorer* scorer, const char* json, heng_status status, const char* code) {
    heng_total total;
    heng_error* error = NULL;
    size_t count = 7;
    memset(&total, 0x55, sizeof total);
    total.struct_size = sizeof total;
    CHECK(heng_scorer_score(scorer, json, strlen(json), &total, &error) == status);
    CHECK_TEXT(heng_error_code(error), code);
    CHECK(total.total == 0 && total.places == 0 && total.grade == 0);
    CHECK(heng_scorer_items(scorer, &count) == NULL && count == 0);
    heng_error_free(error);
}

static void documents(void) {
    heng_rubric* const rubric = load_rubric(tiny_rubric);
    heng_scorer* const scorer = scorer_of(rubric, 3);
    const char* const half = "{\"heng\": \"facts/1\", \"unit\": \"\xE5\x85\x83\", \"data\": "
                             "{\"spent\": \"1\", \"budget\": 2}}";
    const char* const third = "{\"heng\": \"facts/1\", \"unit\": \"\xE5\x85\x83\", \"data\": "
                              "{\"spent\": \"1\", \"budget\": 3}}";
    size_t count = 0;
    const int64_t* items;
    heng_total total = total_of(scorer, half);
    CHECK(total.total == 5000 && total.places == 3 && total.grade == -1);
    items = heng_scorer_items(scorer, &count);
    CHECK(count == 1 && items[0] == 5000);
    CHECK(heng_scorer_items(scorer, NULL) == items);
    refuses(scorer, third, HENG_LIMIT_EXCEEDED, "score.places");
    refuses(scorer, "{\"heng\": \"facts/1\", \"unit\": \"\xE5\x85\x83\", \"data\": {}}",
            HENG_INVALID_FACTS, "facts.missing");
    refuses(scorer, "{", HENG_SYNTAX_ERROR, "json.syntax");
    CHECK(heng_scorer_score(scorer, half, strlen(half), NULL, NULL) == HENG_OK);
    heng_scorer_free(scorer);
    heng_rubric_free(rubric);
}

static heng_cell cell_of(int32_t kind, int64_t value) {
    heng_cell cell;
    memset(&cell, 0, sizeof cell);
    cell.struct_size = sizeof cell;
    cell.kind = kind;
    cell.value = value;
    return cell;
}

static heng_status values(heng_scorer* scorer, const heng_cell* cells, size_t count,
                          heng_total* total, const char* code) {
    heng_error* error = NULL;
    heng_status status;
    total->struct_size = sizeof *total;
    status = heng_scorer_score_values(scorer, cells, count, total, &error);
    CHECK_TEXT(heng_error_code(error), code);
    heng_error_free(error);
    return status;
}

static void cells(void) {
    heng_rubric* const rubric = load_rubric(list_rubric);
    heng_scorer* const scorer = scorer_of(rubric, 0);
    const char list[] = "[{\"days\": 3}, {\"days\": 0}]";
    heng_total total;
    heng_cell all[5];
    all[0] = cell_of(HENG_CELL_NUMBER, 98765);
    all[0].scale = 5;
    all[1] = cell_of(HENG_CELL_BOOLEAN, 1);
    all[2] = cell_of(HENG_CELL_DAYS, 19904); /* 2024-06-30 */
    all[3] = cell_of(HENG_CELL_LIST, 0);
    all[3].text = list;
    all[3].text_length = sizeof list - 1;
    CHECK(values(scorer, all, 4, &total, NULL) == HENG_OK);
    CHECK(total.total == 593 + 200 && total.places == 2 && total.grade == 0);
    all[2].value = 19905;
    CHECK(values(scorer, all, 4, &total, NULL) == HENG_OK);
    CHECK(total.total == 593);
    all[2] = cell_of(HENG_CELL_TEXT, 0);
    all[2].text = "2024-07-01";
    all[2].text_length = 10;
    CHECK(values(scorer, all, 4, &total, NULL) == HENG_OK);
    CHECK(total.total == 593);

    CHECK(values(scorer, all, 3, &total, "facts.missing") == HENG_INVALID_FACTS);
    all[4] = cell_of(HENG_CELL_ABSENT, 0);
    CHECK(values(scorer, all, 5, &total, "batch.size") == HENG_INVALID_ARGUMENT);
    all[3].text = "1], \"more\": [2";
    all[3].text_length = strlen(all[3].text);
    CHECK(values(scorer, all, 4, &total, "json.syntax") == HENG_SYNTAX_ERROR);
    all[1].value = 2;
    CHECK(values(scorer, all, 4, &total, "batch.input") == HENG_INVALID_ARGUMENT);
    all[1] = cell_of(HENG_CELL_NUMBER, 1);
    CHECK(values(scorer, all, 4, &total, "batch.input") == HENG_INVALID_ARGUMENT);
    all[1] = cell_of(6, 1);
    CHECK(values(scorer, all, 4, &total, "argument.kind") == HENG_INVALID_ARGUMENT);
    all[1] = cell_of(HENG_CELL_BOOLEAN, 1);
    all[0].scale = 19;
    CHECK(values(scorer, all, 4, &total, "batch.scale") == HENG_INVALID_ARGUMENT);
    all[0].scale = 0;
    all[1].struct_size = sizeof all[1] - 8;
    CHECK(values(scorer, all, 4, &total, "argument.struct-size") == HENG_INVALID_ARGUMENT);
    CHECK(values(scorer, NULL, 1, &total, "argument.null") == HENG_INVALID_ARGUMENT);
    CHECK(values(scorer, NULL, 0, &total, "facts.missing") == HENG_INVALID_FACTS);
    CHECK(values(NULL, all, 4, &total, "argument.null") == HENG_INVALID_ARGUMENT);
    heng_scorer_free(scorer);
    heng_rubric_free(rubric);
}

static int32_t never(void* user) {
    return *(const int32_t*)user;
}

static void options(void) {
    heng_rubric* const rubric = load_rubric(tiny_rubric);
    heng_options options;
    heng_scorer* scorer = NULL;
    heng_error* error = NULL;
    int32_t ended = 0;
    memset(&options, 0, sizeof options);
    options.struct_size = sizeof options;
    options.max_bytes = 200;
    options.language = "zh";
    options.cancelled = never;
    options.user = &ended;
    CHECK_OK(heng_scorer_new(rubric, &options, &scorer, &error), error);
    CHECK(
        total_of(
            scorer,
            "{\"heng\":\"facts/1\",\"unit\":\"\xE5\x85\x83\",\"data\":{\"spent\":1,\"budget\":2}}")
            .total == 500);
    refuses(scorer, tiny_rubric, HENG_LIMIT_EXCEEDED, "limit.bytes");
    ended = 1;
    refuses(scorer, tiny_facts, HENG_CANCELLED, "call.cancelled");
    heng_scorer_free(scorer);
    CHECK(heng_scorer_new(NULL, NULL, &scorer, NULL) == HENG_INVALID_ARGUMENT && scorer == NULL);
    options.places = 10;
    CHECK(heng_scorer_new(rubric, &options, &scorer, NULL) == HENG_INVALID_ARGUMENT);
    heng_scorer_free(NULL);
    CHECK(heng_scorer_items(NULL, NULL) == NULL);
    heng_rubric_free(rubric);
}

int main(void) {
    documents();
    cells();
    options();
    return 0;
}
