/* SPDX-License-Identifier: Apache-2.0
 *
 * Calls that heng refuses, and the tiny rubric with its facts and sheet to call it with.
 *
 *     REFUSED(heng_rubric_builtin(NULL, &rubric, &error), HENG_INVALID_ARGUMENT, "argument.null");
 *
 * The call names the variable `error`, which stands in no scope but the macro's.
 */
#ifndef HENG_TESTS_REFUSED_H
#define HENG_TESTS_REFUSED_H

#include "check.h"

/* Valid UTF-8, as every text that heng gives is; NULL is none. */
static inline bool is_utf8(const char* text) {
    const unsigned char* at = (const unsigned char*)text;
    while (at != NULL && *at != 0) {
        const int more = *at < 0x80                  ? 0
                         : *at >= 0xC2 && *at < 0xE0 ? 1
                         : *at >= 0xE0 && *at < 0xF0 ? 2
                         : *at >= 0xF0 && *at < 0xF5 ? 3
                                                     : -1;
        int i;
        if (more < 0) {
            return false;
        }
        for (i = 1; i <= more; ++i) {
            if ((at[i] & 0xC0) != 0x80) {
                return false;
            }
        }
        at += more + 1;
    }
    return true;
}

/* A call that was refused, with the code that is wanted; NULL is any. */
static inline void refused(const char* file, int line, heng_status status, heng_status wanted,
                           heng_error* error, const char* code) {
    if (status != wanted || error == NULL ||
        (code != NULL && strcmp(heng_error_code(error), code) != 0)) {
        fprintf(stderr, "%s:%d: status %d, code %s, wanted %s: %s\n", file, line, (int)status,
                error == NULL ? "none" : heng_error_code(error), code == NULL ? "any" : code,
                error == NULL ? "" : heng_error_message(error));
        exit(1);
    }
    CHECK(heng_error_status(error) == wanted && heng_error_message(error)[0] != '\0');
    CHECK(is_utf8(heng_error_message(error)) && is_utf8(heng_error_pointer(error)));
    CHECK(is_utf8(heng_error_excerpt(error)));
    heng_error_free(error);
}

#define REFUSED(call, wanted, code)                                                                \
    do {                                                                                           \
        heng_error* error = NULL;                                                                  \
        const heng_status status_ = (call);                                                        \
        refused(__FILE__, __LINE__, status_, wanted, error, code);                                 \
    } while (0)

struct world {
    heng_rubric* rubric;
    heng_facts* facts;
    heng_sheet* sheet;
    const char* receipt; /* of the sheet */
};

static inline struct world make_world(void) {
    struct world world;
    world.rubric = load_rubric(tiny_rubric);
    world.facts = load_facts(world.rubric, tiny_facts);
    world.sheet = score(world.rubric, world.facts);
    world.receipt = heng_sheet_json(world.sheet, NULL);
    return world;
}

static inline void free_world(struct world world) {
    heng_sheet_free(world.sheet);
    heng_facts_free(world.facts);
    heng_rubric_free(world.rubric);
}

#endif /* HENG_TESTS_REFUSED_H */
