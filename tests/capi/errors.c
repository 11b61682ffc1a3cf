/* SPDX-License-Identifier: Apache-2.0
 *
 * Every status that a document can cause, the place it is at, and several failures in one error.
 */
#include "check.h"

static void fails_with(const char *json, heng_status expected) {
    heng_rubric *rubric = NULL;
    heng_error *error = NULL;
    const heng_status status = heng_rubric_load(json, strlen(json), &rubric, &error);
    if (status != expected) {
        fprintf(stderr, "%.60s…\n  status %d, expected %d: %s\n", json, (int)status, (int)expected,
                error == NULL ? "" : heng_error_message(error));
        exit(1);
    }
    CHECK(rubric == NULL);
    CHECK(heng_error_status(error) == expected);
    CHECK(heng_error_code(error)[0] != '\0');
    CHECK(heng_error_message(error)[0] != '\0');
    CHECK(heng_error_count(error) >= 1);
    CHECK(heng_error_at(error, 0) == error);
    CHECK(heng_error_at(error, heng_error_count(error)) == NULL);
    CHECK(heng_error_at(error, (size_t)-1) == NULL);
    heng_error_free(error);
}

static void statuses_of_rubrics(void) {
    enum { depth = 100000 };
    char *deep = (char *)malloc(depth + 1);
    CHECK(deep != NULL);
    memset(deep, '[', depth);
    deep[depth] = '\0';
    fails_with("", HENG_SYNTAX_ERROR);
    fails_with("{\"heng\": \"rubric/1\"", HENG_SYNTAX_ERROR);
    fails_with("{}", HENG_INVALID_RUBRIC);
    fails_with("{\"heng\": \"facts/1\"}", HENG_INVALID_RUBRIC);
    fails_with("{\"heng\": \"rubric/1\", \"nonsense\": 1}", HENG_INVALID_RUBRIC);
    fails_with(deep, HENG_LIMIT_EXCEEDED);
    free(deep);
}

static void statuses_of_facts(void) {
    static const struct {
        const char *json;
        heng_status status;
    } cases[] = {
        {"", HENG_SYNTAX_ERROR},
        {"{\"heng\": \"rubric/1\"}", HENG_INVALID_FACTS},
        {"{\"heng\": \"facts/1\", \"unit\": \"\xE5\x85\x83\", \"data\": {\"spent\": true}}",
         HENG_INVALID_FACTS},
        {"{\"heng\": \"facts/1\", \"unit\": \"\xE5\x85\x83\", \"data\": {\"spent\": 1e999999}}",
         HENG_LIMIT_EXCEEDED},
    };
    heng_rubric *rubric = load_rubric(tiny_rubric);
    size_t i;
    for (i = 0; i < sizeof cases / sizeof cases[0]; ++i) {
        heng_facts *facts = NULL;
        heng_error *error = NULL;
        const heng_status status =
            heng_facts_load(rubric, cases[i].json, strlen(cases[i].json), &facts, &error);
        if (status != cases[i].status) {
            fprintf(stderr, "facts %s\n  status %d, expected %d: %s\n", cases[i].json, (int)status,
                    (int)cases[i].status, error == NULL ? "" : heng_error_message(error));
            exit(1);
        }
        CHECK(facts == NULL);
        heng_error_free(error);
    }
    heng_rubric_free(rubric);
}

static void the_nearest_id_is_named(void) {
    heng_rubric *rubric = NULL;
    heng_error *error = NULL;
    CHECK(heng_rubric_builtin("guangzhou-departement-2023", &rubric, &error) == HENG_NOT_FOUND);
    CHECK_TEXT(heng_error_code(error), "rubric.not-found");
    CHECK(strstr(heng_error_message(error), "guangzhou-department-2023") != NULL);
    CHECK(heng_error_pointer(error) == NULL);
    CHECK(heng_error_line(error) == 0 && heng_error_column(error) == 0);
    CHECK(heng_error_excerpt(error) == NULL);
    heng_error_free(error);
    CHECK(heng_rubric_builtin("\xFF\x1B", &rubric, &error) == HENG_NOT_FOUND); /* no UTF-8 */
    CHECK(strstr(heng_error_message(error), "\"\xEF\xBF\xBD\xEF\xBF\xBD\"") != NULL);
    heng_error_free(error);
}

/* Columns are characters: the ideographs before the place count one each. */
static void a_place_has_line_column_and_pointer(void) {
    static const char json[] =
        "{\"heng\": \"facts/1\", \"unit\": \"\xE5\x85\x83\",\n"
        " \"data\": {\"budget\": \"1\", \"spent\":\n"
        "   \"\xE7\xBA\xA6" "99%\"}}";
    heng_rubric *rubric = load_rubric(tiny_rubric);
    heng_facts *facts = NULL;
    heng_error *error = NULL;
    CHECK(heng_facts_load(rubric, json, strlen(json), &facts, &error) == HENG_INVALID_FACTS);
    CHECK_TEXT(heng_error_pointer(error), "/data/spent");
    CHECK(heng_error_line(error) == 3);
    CHECK(heng_error_column(error) == 4);
    /* the mark is below the place: the first quote is one cell, the ideograph two */
    CHECK_TEXT(heng_error_excerpt(error), "\"\xE7\xBA\xA6" "99%\"}}\n^~~~~~~");
    heng_error_free(error);
    heng_rubric_free(rubric);
}

/* Two indicators' points are wrong: both are told, in document order, with a place each. */
static void several_failures_in_one_pass(void) {
    static const char json[] =
        "{\"heng\": \"rubric/1\", \"id\": \"wrong\", \"title\": \"Wrong\", \"basis\": \"local\",\n"
        " \"source\": \"tests/capi\", \"language\": \"en\", \"unit\": \"\xE5\x85\x83\",\n"
        " \"points\": \"10\",\n"
        " \"inputs\": {\"a\": {\"type\": \"number\", \"label\": \"a\"}},\n"
        " \"indicators\": [\n"
        "  {\"id\": \"one\", \"name\": \"One\", \"points\": \"-1\", \"measure\": \"a\",\n"
        "   \"rule\": {\"kind\": \"proportional\"}, \"basis\": \"local\", \"source\": \"t\"},\n"
        "  {\"id\": \"two\", \"name\": \"Two\", \"points\": \"-2\", \"measure\": \"a\",\n"
        "   \"rule\": {\"kind\": \"proportional\"}, \"basis\": \"local\", \"source\": \"t\"}]}";
    heng_rubric *rubric = NULL;
    heng_error *error = NULL;
    size_t count;
    size_t last_line = 0;
    size_t i;
    bool first = false;
    bool second = false;
    CHECK(heng_rubric_load(json, strlen(json), &rubric, &error) == HENG_INVALID_RUBRIC);
    count = heng_error_count(error);
    CHECK(count >= 2);
    for (i = 0; i < count; ++i) {
        const heng_error *each = heng_error_at(error, i);
        CHECK(each != NULL && heng_error_message(each)[0] != '\0');
        CHECK(heng_error_status(each) == HENG_INVALID_RUBRIC);
        CHECK(i == 0 || heng_error_count(each) == 1);
        CHECK(heng_error_line(each) >= last_line);
        last_line = heng_error_line(each);
        first = first || strcmp(heng_error_pointer(each), "/indicators/0/points") == 0;
        second = second || strcmp(heng_error_pointer(each), "/indicators/1/points") == 0;
    }
    CHECK(first && second);
    heng_error_free(error);
}

static void a_missing_fact_is_named(void) {
    heng_rubric *rubric = load_rubric(tiny_rubric);
    heng_facts *facts =
        load_facts(rubric, "{\"heng\": \"facts/1\", \"subject\": {\"name\": \"A\"},"
                           " \"unit\": \"\xE5\x85\x83\", \"data\": {\"spent\": \"1\"}}");
    heng_sheet *sheet = NULL;
    heng_error *error = NULL;
    CHECK(heng_score(rubric, facts, &sheet, &error) == HENG_INVALID_FACTS);
    CHECK_TEXT(heng_error_code(error), "facts.missing");
    CHECK(strstr(heng_error_message(error), "budget") != NULL);
    heng_error_free(error);
    heng_facts_free(facts);
    heng_rubric_free(rubric);
}

/* The place is one in the expression where there is no pointer, else in the context. */
static void statuses_of_expressions(void) {
    static const struct {
        const char *expression;
        const char *context;
        heng_status status;
        const char *code;
        const char *pointer;
        size_t line;
        size_t column;
    } cases[] = {
        {"1 +", "", HENG_SYNTAX_ERROR, "feel.syntax", NULL, 1, 4},
        {"1 +\n  \xE9\xA2\x84 x", "", HENG_SYNTAX_ERROR, "feel.syntax", NULL, 2, 5},
        {"count(for i in 1..1000000000 return 1)", "", HENG_LIMIT_EXCEEDED, "limit.exceeded", NULL,
         1, 1},
        {"a", "{\"a\": ", HENG_SYNTAX_ERROR, "json.syntax", "/a", 1, 7},
        {"a", "[1]", HENG_INVALID_ARGUMENT, "eval.context", "", 1, 1},
        {"a", "{\"a\": {\"type\": \"date\", \"value\": \"2024-02-30\"}}", HENG_INVALID_ARGUMENT,
         "eval.value", "/a/value", 1, 33},
        {"a", "{\"a\": 1e999999}", HENG_LIMIT_EXCEEDED, "limit.exponent", "/a", 1, 7},
    };
    size_t i;
    for (i = 0; i < sizeof cases / sizeof cases[0]; ++i) {
        heng_value *value = NULL;
        heng_error *error = NULL;
        const heng_status status =
            heng_eval(cases[i].expression, strlen(cases[i].expression), cases[i].context,
                      strlen(cases[i].context), &value, &error);
        printf("%s\n", cases[i].expression);
        CHECK(status == cases[i].status && value == NULL);
        CHECK(heng_error_status(error) == status);
        CHECK_TEXT(heng_error_code(error), cases[i].code);
        CHECK_TEXT(heng_error_pointer(error), cases[i].pointer);
        CHECK(heng_error_line(error) == cases[i].line);
        CHECK(heng_error_column(error) == cases[i].column);
        heng_error_free(error);
    }
}

int main(void) {
    statuses_of_rubrics();
    statuses_of_facts();
    statuses_of_expressions();
    the_nearest_id_is_named();
    a_place_has_line_column_and_pointer();
    several_failures_in_one_pass();
    a_missing_fact_is_named();
    return 0;
}
