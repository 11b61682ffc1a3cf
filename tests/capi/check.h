/* SPDX-License-Identifier: Apache-2.0
 *
 * What the tests of the C ABI share. A check that fails says where and ends the test.
 *
 *     CHECK(heng_version() != NULL);
 *     CHECK_TEXT(heng_sheet_total(sheet), "94.25");
 */
#ifndef HENG_TESTS_CHECK_H
#define HENG_TESTS_CHECK_H

#include <heng.h>

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The facts of the real report. HENG_SOURCE_DIR comes from the build. */
#define GUANGZHOU_FACTS HENG_SOURCE_DIR "/examples/guangzhou-2023/facts.json"

#define CHECK(condition)                                                                           \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition);                \
            exit(1);                                                                               \
        }                                                                                          \
    } while (0)

#define CHECK_TEXT(actual, expected) check_text(__FILE__, __LINE__, #actual, (actual), (expected))

/* The same text, or both NULL. */
static inline void check_text(const char *file, int line, const char *what, const char *actual,
                              const char *expected) {
    if (actual == NULL || expected == NULL ? actual == expected : strcmp(actual, expected) == 0) {
        return;
    }
    fprintf(stderr, "%s:%d: %s\n  is       %s\n  expected %s\n", file, line, what,
            actual == NULL ? "NULL" : actual, expected == NULL ? "NULL" : expected);
    exit(1);
}

/* Ends the test where a call failed, with what heng said. */
static inline void check_ok(const char *file, int line, heng_status status,
                            heng_error *const *error) {
    if (status == HENG_OK) {
        return;
    }
    fprintf(stderr, "%s:%d: status %d: %s\n", file, line, (int)status,
            *error == NULL ? "" : heng_error_message(*error));
    exit(1);
}

/* `error` is where the call puts its error: it is looked at after the call. */
#define CHECK_OK(call, error) check_ok(__FILE__, __LINE__, (call), &(error))

/* A rubric of one indicator: 10 points in proportion to spent / budget, exact. */
static const char tiny_rubric[] =
    "{\"heng\": \"rubric/1\", \"id\": \"tiny\", \"title\": \"Tiny\", \"basis\": \"local\",\n"
    " \"source\": \"tests/capi\", \"language\": \"en\", \"unit\": \"\xE5\x85\x83\",\n"
    " \"points\": \"10\",\n"
    " \"inputs\": {\"spent\": {\"type\": \"money\", \"label\": \"spent\"},\n"
    "            \"budget\": {\"type\": \"money\", \"label\": \"budget\"}},\n"
    " \"indicators\": [{\"id\": \"use\", \"name\": \"Use\", \"points\": \"10\",\n"
    "   \"measure\": \"spent / budget\", \"rule\": {\"kind\": \"proportional\"},\n"
    "   \"basis\": \"local\", \"source\": \"tests/capi\"}]}\n";

static const char tiny_facts[] =
    "{\"heng\": \"facts/1\", \"subject\": {\"name\": \"A\", \"year\": 2023},\n"
    " \"unit\": \"\xE5\x85\x83\", \"data\": {\"spent\": \"171\", \"budget\": 287}}\n";

/* One whose documents are plain: they are read and scored without the engine, which is asked for
 * the rest of a sheet. */
static const char plain_rubric[] =
    "{\"heng\": \"rubric/1\", \"id\": \"plain\", \"title\": \"Plain\", \"basis\": \"local\",\n"
    " \"source\": \"tests/capi\", \"language\": \"en\", \"points\": \"20\",\n"
    " \"rounding\": {\"scale\": 2, \"mode\": \"half-up\", \"at\": [\"leaf\"]},\n"
    " \"grades\": [{\"in\": \">= 12\", \"grade\": \"good\"}, {\"in\": \"< 12\", \"grade\": "
    "\"bad\"}],\n"
    " \"inputs\": {\"done\": {\"type\": \"number\"}, \"due\": {\"type\": \"number\"},\n"
    "            \"late\": {\"type\": \"count\"}},\n"
    " \"indicators\": [{\"id\": \"all\", \"name\": \"All\", \"points\": \"20\", \"indicators\": [\n"
    "  {\"id\": \"use\", \"name\": \"Use\", \"points\": \"10\", \"measure\": \"done / due\",\n"
    "   \"rule\": {\"kind\": \"proportional\"}},\n"
    "  {\"id\": \"time\", \"name\": \"Time\", \"points\": \"10\", \"rule\": {\"kind\": "
    "\"occurrences\",\n"
    "   \"each\": [{\"count\": \"late\", \"deduct\": \"3\", \"label\": \"late\"}]}}]}]}\n";

/* 5.96 and 7 points. */
static const char plain_facts[] =
    "{\"heng\": \"facts/1\", \"data\": {\"done\": \"171\", \"due\": 287,"
    " \"late\": 1}}\n";

static inline heng_rubric *load_rubric(const char *json) {
    heng_rubric *rubric = NULL;
    heng_error *error = NULL;
    CHECK_OK(heng_rubric_load(json, strlen(json), &rubric, &error), error);
    CHECK(rubric != NULL && error == NULL);
    return rubric;
}

static inline heng_facts *load_facts(const heng_rubric *rubric, const char *json) {
    heng_facts *facts = NULL;
    heng_error *error = NULL;
    CHECK_OK(heng_facts_load(rubric, json, strlen(json), &facts, &error), error);
    CHECK(facts != NULL && error == NULL);
    return facts;
}

static inline heng_sheet *score(const heng_rubric *rubric, const heng_facts *facts) {
    heng_sheet *sheet = NULL;
    heng_error *error = NULL;
    CHECK_OK(heng_score(rubric, facts, &sheet, &error), error);
    CHECK(sheet != NULL && error == NULL);
    return sheet;
}

/* The tiny facts scored by the tiny rubric. */
static inline heng_sheet *tiny_sheet(void) {
    heng_rubric *rubric = load_rubric(tiny_rubric);
    heng_facts *facts = load_facts(rubric, tiny_facts);
    heng_sheet *sheet = score(rubric, facts);
    heng_facts_free(facts);
    heng_rubric_free(rubric);
    return sheet;
}

/* The value of an expression, explained. */
static inline heng_value *evaluate(const char *expression, const char *context) {
    heng_value *value = NULL;
    heng_error *error = NULL;
    CHECK_OK(
        heng_eval_explain(expression, strlen(expression), context, strlen(context), &value, &error),
        error);
    CHECK(value != NULL && error == NULL);
    return value;
}

/* A whole file, NUL-terminated; the caller's to free. */
static inline char *read_file(const char *path) {
    FILE *file = fopen(path, "rb");
    long size;
    char *text;
    CHECK(file != NULL);
    CHECK(fseek(file, 0, SEEK_END) == 0);
    size = ftell(file);
    CHECK(size >= 0 && fseek(file, 0, SEEK_SET) == 0);
    text = (char *)malloc((size_t)size + 1);
    CHECK(text != NULL);
    CHECK(fread(text, 1, (size_t)size, file) == (size_t)size);
    text[size] = '\0';
    fclose(file);
    return text;
}

#endif /* HENG_TESTS_CHECK_H */
