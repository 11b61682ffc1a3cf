/* SPDX-License-Identifier: Apache-2.0
 *
 * Eight threads ask one sheet for every text and every item at once, and the facts that it was
 * scored from for explanations, when nobody has asked them for anything; each is told what a sheet
 * says that one thread asks. Run it under ThreadSanitizer as well, as threads.c.
 */
#include "check.h"

#include <pthread.h>

enum { thread_count = 8, rounds = 16, formats = 6 };

static const int32_t all_formats[formats] = {HENG_MARKDOWN, HENG_HTML, HENG_JSON,
                                             HENG_TEXT,     HENG_CSV,  HENG_CSV_MARKED};

struct asked {
    const heng_rubric* rubric;
    const heng_facts* facts;
    const heng_sheet* sheet;
    const heng_sheet* alone; /* the same, which was asked for everything before */
    pthread_barrier_t* begin;
    int turn; /* what this thread asks first */
};

static heng_text* render(const heng_sheet* sheet, int32_t format, const char* language) {
    heng_options options;
    heng_text* text = NULL;
    heng_error* error = NULL;
    memset(&options, 0, sizeof options);
    options.struct_size = sizeof options;
    options.language = language;
    CHECK_OK(heng_sheet_render(sheet, format, &options, &text, &error), error);
    return text;
}

static void compare_texts(const struct asked* asked, int32_t format, const char* language) {
    heng_text* const one = render(asked->sheet, format, language);
    heng_text* const other = render(asked->alone, format, language);
    CHECK_TEXT(heng_text_data(one, NULL), heng_text_data(other, NULL));
    heng_text_free(other);
    heng_text_free(one);
}

static void compare_items(const struct asked* asked) {
    size_t i;
    CHECK(heng_sheet_count(asked->sheet) == heng_sheet_count(asked->alone));
    for (i = 0; i < heng_sheet_count(asked->sheet); ++i) {
        heng_item one;
        heng_item other;
        one.struct_size = other.struct_size = sizeof one;
        CHECK(heng_sheet_item(asked->sheet, i, &one) == HENG_OK);
        CHECK(heng_sheet_find(asked->alone, one.id, &other) == HENG_OK);
        CHECK_TEXT(one.name, other.name);
        CHECK_TEXT(one.parent, other.parent);
        CHECK_TEXT(one.rule, other.rule);
        CHECK_TEXT(one.points, other.points);
        CHECK_TEXT(one.score, other.score);
        CHECK_TEXT(one.rate, other.rate);
        CHECK_TEXT(one.lost, other.lost);
        CHECK_TEXT(one.status, other.status);
        CHECK_TEXT(one.basis, other.basis);
        CHECK_TEXT(one.why, other.why);
        CHECK(one.level == other.level && one.kind == other.kind);
    }
}

static void compare_explanations(const struct asked* asked) {
    heng_text* one = NULL;
    heng_text* other = NULL;
    heng_facts* const own = load_facts(asked->rubric, plain_facts);
    heng_error* error = NULL;
    CHECK_OK(heng_explain(asked->rubric, asked->facts, &one, &error), error);
    CHECK_OK(heng_explain(asked->rubric, own, &other, &error), error);
    CHECK_TEXT(heng_text_data(one, NULL), heng_text_data(other, NULL));
    heng_text_free(other);
    heng_text_free(one);
    heng_facts_free(own);
}

static void* ask(void* argument) {
    const struct asked* const asked = (const struct asked*)argument;
    int i;
    pthread_barrier_wait(asked->begin);
    for (i = 0; i < formats + 4; ++i) {
        const int what = (i + asked->turn) % (formats + 4);
        if (what < formats) {
            compare_texts(asked, all_formats[what], asked->turn % 2 == 0 ? NULL : "zh");
        } else if (what == formats) {
            compare_items(asked);
        } else if (what == formats + 1) {
            compare_explanations(asked);
        } else if (what == formats + 2) {
            CHECK_TEXT(heng_sheet_json(asked->sheet, NULL), heng_sheet_json(asked->alone, NULL));
        } else {
            CHECK_TEXT(heng_sheet_text(asked->sheet, NULL), heng_sheet_text(asked->alone, NULL));
        }
    }
    CHECK_TEXT(heng_sheet_total(asked->sheet), "12.96");
    CHECK_TEXT(heng_sheet_rate(asked->sheet), "64.80%");
    CHECK_TEXT(heng_sheet_grade(asked->sheet), "good");
    return NULL;
}

/* A sheet of which everything was asked for. */
static heng_sheet* sheet_of_one(const heng_rubric* rubric) {
    heng_facts* const facts = load_facts(rubric, plain_facts);
    heng_sheet* const sheet = score(rubric, facts);
    heng_item item;
    item.struct_size = sizeof item;
    CHECK(heng_sheet_json(sheet, NULL) != NULL && heng_sheet_text(sheet, NULL) != NULL);
    CHECK(heng_sheet_item(sheet, 0, &item) == HENG_OK);
    heng_facts_free(facts);
    return sheet;
}

static void run(const heng_rubric* rubric, const heng_sheet* alone) {
    pthread_t threads[thread_count];
    struct asked asked[thread_count];
    pthread_barrier_t begin;
    heng_facts* const facts = load_facts(rubric, plain_facts);
    heng_sheet* const sheet = score(rubric, facts);
    int i;
    CHECK(pthread_barrier_init(&begin, NULL, thread_count) == 0);
    for (i = 0; i < thread_count; ++i) {
        asked[i].rubric = rubric;
        asked[i].facts = facts;
        asked[i].sheet = sheet;
        asked[i].alone = alone;
        asked[i].begin = &begin;
        asked[i].turn = i;
        CHECK(pthread_create(&threads[i], NULL, ask, &asked[i]) == 0);
    }
    for (i = 0; i < thread_count; ++i) {
        CHECK(pthread_join(threads[i], NULL) == 0);
    }
    pthread_barrier_destroy(&begin);
    heng_sheet_free(sheet);
    heng_facts_free(facts);
}

int main(void) {
    heng_rubric* const first = load_rubric(plain_rubric);
    heng_sheet* const alone = sheet_of_one(first);
    int round;
    for (round = 0; round < rounds; ++round) {
        /* also when the rubric has not been made ready */
        heng_rubric* const rubric = round % 2 == 0 ? load_rubric(plain_rubric) : first;
        run(rubric, alone);
        if (rubric != first) {
            heng_rubric_free(rubric);
        }
    }
    heng_rubric_free(first);
    heng_sheet_free(alone);
    return 0;
}
