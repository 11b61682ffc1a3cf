/* SPDX-License-Identifier: Apache-2.0
 *
 * The questions about a score: explain, partial, diff, verify and test, with the rules of heng.h.
 */
#include "check.h"

static const char more_facts[] =
    "{\"heng\": \"facts/1\", \"subject\": {\"name\": \"A\", \"year\": 2024},\n"
    " \"unit\": \"\xE5\x85\x83\", \"data\": {\"spent\": \"287\", \"budget\": 287}}\n";

/* The document holds `part`, and its length is told. */
static void check_holds(const heng_text *text, const char *part) {
    size_t length = 0;
    const char *data = heng_text_data(text, &length);
    CHECK(data != NULL && length == strlen(data) && data == heng_text_data(text, NULL));
    if (strstr(data, part) == NULL) {
        fprintf(stderr, "no %s in\n%s\n", part, data);
        exit(1);
    }
}

/* A failure: its status and code, and nothing made. */
static void check_failed(heng_status status, heng_status expected, const heng_text *made,
                         heng_error *error, const char *code) {
    CHECK(status == expected && made == NULL && error != NULL);
    CHECK_TEXT(heng_error_code(error), code);
    heng_error_free(error);
}

static void explained(const heng_rubric *rubric, const heng_facts *facts) {
    heng_text *text = NULL;
    heng_error *error = NULL;
    heng_status status;
    CHECK_OK(heng_explain(rubric, facts, &text, &error), error);
    check_holds(text, "\"heng\": \"explanation/1\"");
    check_holds(text, "\"spent\"");
    heng_text_free(text);
    status = heng_explain(NULL, facts, &text, &error);
    check_failed(status, HENG_INVALID_ARGUMENT, text, error, "argument.null");
    status = heng_explain(rubric, NULL, &text, &error);
    check_failed(status, HENG_INVALID_ARGUMENT, text, error, "argument.null");
    CHECK(heng_explain(rubric, facts, NULL, NULL) == HENG_INVALID_ARGUMENT);
}

static void partly_known(const heng_rubric *rubric) {
    static const char unknown[] =
        "{\"heng\": \"facts/1\", \"unit\": \"\xE5\x85\x83\", \"data\": {\"budget\": 287}}";
    heng_text *text = NULL;
    heng_error *error = NULL;
    heng_status status;
    CHECK_OK(heng_score_partial(rubric, unknown, strlen(unknown), &text, &error), error);
    check_holds(text, "\"heng\": \"partial/1\"");
    check_holds(text, "\"spent\"");
    heng_text_free(text);
    status = heng_score_partial(rubric, "{", 1, &text, &error);
    CHECK(status == HENG_SYNTAX_ERROR && text == NULL && error != NULL);
    heng_error_free(error);
    status = heng_score_partial(rubric, NULL, 1, &text, &error);
    check_failed(status, HENG_INVALID_ARGUMENT, text, error, "argument.null");
    status = heng_score_partial(NULL, unknown, strlen(unknown), &text, &error);
    check_failed(status, HENG_INVALID_ARGUMENT, text, error, "argument.null");
}

static void compared(const heng_facts *first, const heng_facts *second) {
    heng_text *text = NULL;
    heng_error *error = NULL;
    heng_status status;
    CHECK_OK(heng_diff(first, second, &text, &error), error);
    check_holds(text, "\"heng\": \"diff/1\"");
    check_holds(text, "\"spent\"");
    heng_text_free(text);
    status = heng_diff(first, NULL, &text, &error);
    check_failed(status, HENG_INVALID_ARGUMENT, text, error, "argument.null");
    status = heng_diff(NULL, second, &text, &error);
    check_failed(status, HENG_INVALID_ARGUMENT, text, error, "argument.null");
}

static void receipt(const heng_rubric *rubric, const heng_facts *facts, const heng_facts *others) {
    heng_sheet *sheet = score(rubric, facts);
    heng_text *text = NULL;
    heng_error *error = NULL;
    size_t length = 0;
    const char *json = heng_sheet_json(sheet, &length);
    heng_status status;
    CHECK_OK(heng_verify(json, length, rubric, facts, &text, &error), error);
    check_holds(text, "\"differences\": []");
    heng_text_free(text);
    CHECK_OK(heng_verify(json, length, rubric, others, &text, &error), error);
    check_holds(text, "\"pointer\": \"/total\"");
    heng_text_free(text);
    status = heng_verify("{}", 2, rubric, facts, &text, &error);
    check_failed(status, HENG_INVALID_ARGUMENT, text, error, "sheet.heng");
    status = heng_verify(json, length, rubric, NULL, &text, &error);
    check_failed(status, HENG_INVALID_ARGUMENT, text, error, "argument.null");
    heng_sheet_free(sheet);
}

static void tested(const heng_rubric *rubric) {
    static const char tests[] =
        "{\"heng\": \"tests/1\", \"rubric\": \"tiny\", \"tests\": [{\"name\": \"half\",\n"
        " \"unit\": \"\xE5\x85\x83\", \"facts\": {\"spent\": 1, \"budget\": 2},\n"
        " \"expect\": {\"total\": \"5\"}}]}";
    static const char file[] =
        "{\"heng\": \"tests/1\", \"rubric\": \"project-2020\", \"tests\": [{\"name\": \"half\",\n"
        " \"facts_file\": \"facts.json\", \"expect\": {\"total\": \"5\"}}]}";
    heng_text *text = NULL;
    heng_error *error = NULL;
    heng_status status;
    CHECK_OK(heng_test(tests, strlen(tests), rubric, 0, &text, &error), error);
    check_holds(text, "\"half\"");
    heng_text_free(text);
    CHECK_OK(heng_test(tests, strlen(tests), rubric, 1, &text, &error), error);
    check_holds(text, "\"mutants\"");
    heng_text_free(text);
    status = heng_test(tests, strlen(tests), NULL, 0, &text, &error);
    CHECK(status == HENG_NOT_FOUND && text == NULL && error != NULL);
    heng_error_free(error);
    status = heng_test(file, strlen(file), NULL, 0, &text, &error);
    check_failed(status, HENG_INVALID_ARGUMENT, text, error, "tests.facts_file");
    status = heng_test(NULL, 1, NULL, 0, &text, &error);
    check_failed(status, HENG_INVALID_ARGUMENT, text, error, "argument.null");
}

int main(void) {
    heng_rubric *rubric = load_rubric(tiny_rubric);
    heng_facts *facts = load_facts(rubric, tiny_facts);
    heng_facts *others = load_facts(rubric, more_facts);
    size_t length = 7;
    explained(rubric, facts);
    partly_known(rubric);
    compared(facts, others);
    receipt(rubric, facts, others);
    tested(rubric);
    CHECK(heng_text_data(NULL, &length) == NULL && length == 0);
    CHECK(heng_text_data(NULL, NULL) == NULL);
    heng_text_free(NULL);
    heng_facts_free(others);
    heng_facts_free(facts);
    heng_rubric_free(rubric);
    return 0;
}
