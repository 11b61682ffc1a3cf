/* SPDX-License-Identifier: Apache-2.0
 *
 * The stack that heng.h says is enough, for a rubric that is as deep as one can be: of each sort of
 * expression, all of it in the measure and the values it refers to.
 */
#include "check.h"

#include <pthread.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define WIDER 8 /* frames, under a sanitizer */
#endif
#endif
#if !defined(WIDER) && !defined(__OPTIMIZE__)
#define WIDER 8 /* and where nothing is optimised */
#endif
#ifndef WIDER
#define WIDER 1
#endif

enum { VALUES = 5, DEEP = 58, LONG = 233 };

struct shape {
    const char* open;  /* before what it holds, and … */
    const char* close; /* … behind it, each so often: */
    int times;
    int values; /* that refer to one another */
};

static char* end;

static void put(const char* text) {
    const size_t length = strlen(text);
    memcpy(end, text, length + 1);
    end += length;
}

/* `inner` in so many layers. */
static void nest(const struct shape* shape, const char* inner) {
    int i;
    for (i = 0; i < shape->times; ++i) {
        put(shape->open);
    }
    put(inner);
    for (i = 0; i < shape->times; ++i) {
        put(shape->close);
    }
}

static const char* deepest_rubric(const struct shape* shape) {
    static char text[1 << 16];
    int i;
    end = text;
    put("{\"heng\": \"rubric/1\", \"id\": \"deep\", \"title\": \"Deep\", \"basis\": \"local\","
        " \"source\": \"tests/capi\", \"language\": \"en\", \"points\": \"10\","
        " \"inputs\": {\"a\": {\"type\": \"number\"}}, \"values\": {");
    for (i = 0; i < shape->values; ++i) {
        char name[32];
        char next[32];
        (void)snprintf(name, sizeof name, "%s\"v%d\": \"", i == 0 ? "" : ", ", i);
        (void)snprintf(next, sizeof next, i + 1 == shape->values ? "a" : "v%d", i + 1);
        put(name);
        nest(shape, next);
        put("\"");
    }
    put("}, \"indicators\": [{\"id\": \"i\", \"name\": \"I\", \"points\": \"10\", \"measure\": "
        "\"v0\","
        " \"rule\": {\"kind\": \"proportional\"}, \"basis\": \"local\", \"source\": \"s\"}],"
        " \"tests\": [{\"name\": \"t\", \"facts\": {\"heng\": \"facts/1\", \"data\": {\"a\": "
        "\"0.5\"}},"
        " \"expect\": {\"total\": \"5\"}}]}");
    return text;
}

/* A text, or a status: what must not be is no stack. */
static void done(heng_status status, heng_text* text, heng_error* error) {
    CHECK(status == HENG_OK || status == HENG_LIMIT_EXCEEDED);
    heng_text_free(text);
    heng_error_free(error);
}

static const char facts_json[] = "{\"heng\": \"facts/1\", \"data\": {\"a\": \"0.5\"}}";

static void* load_and_score(void* argument) {
    heng_rubric* rubric = load_rubric((const char*)argument);
    heng_facts* facts = load_facts(rubric, facts_json);
    heng_sheet_free(score(rubric, facts));
    heng_facts_free(facts);
    heng_rubric_free(rubric);
    return NULL;
}

static void* call_the_others(void* argument) {
    static const char unknown[] = "{\"heng\": \"facts/1\", \"data\": {\"a\": \"?\"}}";
    const char* json = (const char*)argument;
    heng_rubric* rubric = load_rubric(json);
    heng_facts* facts = load_facts(rubric, facts_json);
    heng_report* report = NULL;
    heng_text* text = NULL;
    heng_error* error = NULL;
    heng_status status;
    CHECK_OK(heng_lint(json, strlen(json), &report, &error), error);
    heng_report_free(report);
    status = heng_explain(rubric, facts, &text, &error);
    done(status, text, error);
    status = heng_score_partial(rubric, unknown, sizeof unknown - 1, &text, &error);
    done(status, text, error);
    status = heng_diff(facts, facts, &text, &error);
    done(status, text, error);
    status = heng_test(json, strlen(json), NULL, 1, &text, &error);
    done(status, text, error);
    heng_facts_free(facts);
    heng_rubric_free(rubric);
    return NULL;
}

static void run(void* (*call)(void*), size_t mebibytes, const char* json) {
    static char text[1 << 16];
    pthread_attr_t attributes;
    pthread_t thread;
    memcpy(text, json, strlen(json) + 1);
    CHECK(pthread_attr_init(&attributes) == 0);
    CHECK(pthread_attr_setstacksize(&attributes, WIDER * (mebibytes << 20)) == 0);
    CHECK(pthread_create(&thread, &attributes, call, text) == 0);
    CHECK(pthread_join(thread, NULL) == 0);
    CHECK(pthread_attr_destroy(&attributes) == 0);
}

int main(void) {
    static const struct shape shapes[] = {{"max(0, ", ")", DEEP, VALUES},
                                          {"(if a > 0 then ", " else 0)", 27, 2 * VALUES},
                                          {"(0 + ", ")", 27, 2 * VALUES},
                                          {"", " + 0", LONG, 1},
                                          {"sum([", "])", DEEP / 2, VALUES},
                                          {"-(", ")", 27, 2 * VALUES},
                                          {"sum(for i in [1] return ", ")", 15, VALUES}};
    size_t i;
    for (i = 0; i < sizeof shapes / sizeof shapes[0]; ++i) {
        const char* json = deepest_rubric(&shapes[i]);
        run(load_and_score, 1, json);
        run(call_the_others, 2, json);
    }
    return 0;
}
