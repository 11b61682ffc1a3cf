/* SPDX-License-Identifier: Apache-2.0
 *
 * heng: exact scores of budget-performance evaluations. The C interface: documents in, a score
 * sheet out.
 *
 *     heng_rubric *rubric;
 *     heng_facts *facts;
 *     heng_sheet *sheet;
 *     heng_error *error;
 *     if (heng_rubric_builtin("guangzhou-department-2023", &rubric, &error) == HENG_OK &&
 *         heng_facts_load(rubric, json, length, &facts, &error) == HENG_OK &&
 *         heng_score(rubric, facts, &sheet, &error) == HENG_OK) {
 *         printf("%s %s\n", heng_sheet_total(sheet), heng_sheet_grade(sheet));    // 94.25 优
 *     }
 *
 * examples/c/score.c is this as a whole program.
 *
 * Rules that hold for every function (tests/capi tests each):
 *
 * 1. Result. What can fail returns heng_status and writes through out-parameters, which are NULL
 *    or zero on failure. What can't fail returns its answer, and for a NULL object NULL, 0 or
 *    HENG_OK.
 * 2. Error. `heng_error **error` may be NULL; else it gets an owned object on failure, NULL on
 *    success. There is no "last error".
 * 3. Ownership. `T **out` is the caller's, released with heng_T_free, which takes NULL. A
 *    `const char *` that is returned or written is borrowed and lives as long as the object it came
 *    from. heng keeps no pointer of the caller's; objects may be freed in any order.
 * 4. Text. UTF-8: in as pointer and length, where NULL is the empty text with length 0; out
 *    NUL-terminated. A name of an API's own, such as a rubric's id, comes in NUL-terminated. No
 *    locale is read.
 * 5. Numbers. Decimal text, such as "94.25", or "1710/287" for an exact score whose decimals do not
 *    end; no float or double.
 * 6. Threads. A `const T *` may be used from any number of threads at once; there is no global
 *    mutable state.
 * 7. Growth. Structs start with struct_size, which the caller sets to sizeof of his own. A shorter
 *    one than heng's is filled as far as it goes (and read as if padded with zeros; zero means "as
 *    before"); a longer one is taken only if its unknown tail is zero. Numbers are written out, and
 *    never reused.
 * 8. Failure. No exception leaves, nothing aborts because of what a caller passed in; NULL where an
 *    object is needed is HENG_INVALID_ARGUMENT, and running out of memory is HENG_OUT_OF_MEMORY.
 */
#ifndef HENG_H
#define HENG_H

#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define HENG_API __attribute__((visibility("default")))
#else
#define HENG_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

typedef struct heng_rubric heng_rubric; /* a scoring standard */
typedef struct heng_facts heng_facts;   /* the figures of one department or project */
typedef struct heng_sheet heng_sheet;   /* the scores */
typedef struct heng_error heng_error;   /* one failure, or several found in one pass */

/* ---- What kind of failure it was --------------------------------------------- since 0.1 ---- */
typedef int32_t heng_status;
enum {
    HENG_OK = 0,
    HENG_INVALID_ARGUMENT = 1, /* the call was wrong: a NULL, facts of another rubric, … */
    HENG_SYNTAX_ERROR = 2,     /* a document is not JSON, or not UTF-8 */
    HENG_INVALID_RUBRIC = 3,   /* a rubric document contradicts rubric/1 or itself */
    HENG_INVALID_FACTS = 4,    /* facts contradict facts/1 or their rubric, or one is missing */
    HENG_LIMIT_EXCEEDED = 5,   /* a document or a number is larger than is read */
    HENG_OUT_OF_MEMORY = 6,
    HENG_NOT_FOUND = 7, /* no rubric or item with this id or index */
    HENG_INTERNAL_ERROR = 99 /* a defect in heng: please report it */
};

/* ---- Version ------------------------------------------------------------------ since 0.1 ---- */

/* "0.1.0". Static: never freed. */
HENG_API const char *heng_version(void);

/* major * 10000 + minor * 100 + patch: 100 is 0.1.0. */
HENG_API int32_t heng_version_number(void);

/* ---- Rubrics ------------------------------------------------------------------ since 0.1 ---- */

/* The built-in rubric with this id (NUL-terminated), such as "guangzhou-department-2023".
 * HENG_NOT_FOUND: the error's message names the nearest id. */
HENG_API heng_status heng_rubric_builtin(const char *id, heng_rubric **out, heng_error **error);

/* Reads a rubric/1 document of `length` bytes. HENG_SYNTAX_ERROR, HENG_INVALID_RUBRIC,
 * HENG_LIMIT_EXCEEDED: the error has the place, and what else is wrong as its further entries.
 * Linear in the text. */
HENG_API heng_status heng_rubric_load(const char *json, size_t length, heng_rubric **out,
                                      heng_error **error);

/* ---- Facts -------------------------------------------------------------------- since 0.1 ---- */

/* Reads a facts/1 document of `length` bytes for `rubric`. HENG_SYNTAX_ERROR, HENG_INVALID_FACTS,
 * HENG_LIMIT_EXCEEDED. A fact that is absent is an error of heng_score, and only when it is read.
 * Linear in the text. */
HENG_API heng_status heng_facts_load(const heng_rubric *rubric, const char *json, size_t length,
                                     heng_facts **out, heng_error **error);

/* ---- Scoring ------------------------------------------------------------------ since 0.1 ---- */

/* Scores facts that were read for this rubric, or for another object with the same document
 * (else HENG_INVALID_ARGUMENT). HENG_INVALID_FACTS: a fact is missing, a denominator is zero, ….
 * The same input gives the same sheet, byte for byte. */
HENG_API heng_status heng_score(const heng_rubric *rubric, const heng_facts *facts,
                                heng_sheet **out, heng_error **error);

/* The total in points, "94.25". */
HENG_API const char *heng_sheet_total(const heng_sheet *sheet);

/* The total as a share of the full points, in percent with two decimals: "94.25%". */
HENG_API const char *heng_sheet_rate(const heng_sheet *sheet);

/* The grade, such as "优"; "" where the rubric has none for this total. */
HENG_API const char *heng_sheet_grade(const heng_sheet *sheet);

/* How many items the sheet has: branches, leaves and target rows, parents before children. */
HENG_API size_t heng_sheet_count(const heng_sheet *sheet);

/* Kinds of items. */
enum { HENG_BRANCH = 1, HENG_LEAF = 2, HENG_ROW = 3 };

/* One line of the sheet. Texts are borrowed from the sheet, and none but `parent` is ever NULL. */
typedef struct heng_item {
    size_t struct_size; /* sizeof(heng_item), set by the caller */
    const char *id;
    const char *name;
    const char *parent; /* the id of the item above; NULL at the top */
    const char *rule;   /* such as "proportional"; "" for a branch */
    const char *points; /* full marks in play, "25" */
    const char *score;  /* as rounded where the rubric rounds, else exact: "24.98", "1710/287" */
    const char *rate;   /* score / points, "99.92%"; "" where there are no points in play */
    const char *lost;   /* points - score */
    const char *status; /* "scored", "not-applicable" or "assessed" */
    const char *basis;  /* "published", "arithmetic", "recalled", "inferred" or "local" */
    const char *why;    /* one sentence with the numbers in it, in the rubric's language */
    int32_t level;      /* 1 is the top */
    int32_t kind;       /* HENG_BRANCH, HENG_LEAF or HENG_ROW */
} heng_item;

/* Fills `*item` (set item->struct_size first) with the item at `index`, counted from 0. Constant
 * time. HENG_NOT_FOUND: index >= heng_sheet_count. On failure all but struct_size is zero; a
 * struct_size too small to hold itself is HENG_INVALID_ARGUMENT and leaves `*item` alone. */
HENG_API heng_status heng_sheet_item(const heng_sheet *sheet, size_t index, heng_item *item);

/* The same for the item with this id (NUL-terminated). A target row's id is its leaf's with "#1",
 * "#2", …. HENG_NOT_FOUND: there is none. */
HENG_API heng_status heng_sheet_find(const heng_sheet *sheet, const char *id, heng_item *item);

/* The sheet as a sheet/1 document, and its length in bytes; `length` may be NULL. */
HENG_API const char *heng_sheet_json(const heng_sheet *sheet, size_t *length);

/* The sheet as a table for people, aligned for a fixed-width font; `length` may be NULL. */
HENG_API const char *heng_sheet_text(const heng_sheet *sheet, size_t *length);

/* ---- Errors ------------------------------------------------------------------- since 0.1 ---- */

/* The status that the failing function returned. */
HENG_API heng_status heng_error_status(const heng_error *error);

/* What was wrong, for machines: stable, such as "rubric.points-sum". */
HENG_API const char *heng_error_code(const heng_error *error);

/* What was found and what was expected, in a sentence; what to write instead, where there is
 * advice, follows in parentheses. Wording may change. */
HENG_API const char *heng_error_message(const heng_error *error);

/* JSON Pointer (RFC 6901) of the place, "" for the whole document; NULL where there is none. */
HENG_API const char *heng_error_pointer(const heng_error *error);

/* Line and column of the place, from 1, in characters (code points); 0 where it is not known. */
HENG_API size_t heng_error_line(const heng_error *error);
HENG_API size_t heng_error_column(const heng_error *error);

/* How many failures were found in one pass, and each of them; [0] is the error itself. Each is
 * borrowed from `error`. NULL from count on. */
HENG_API size_t heng_error_count(const heng_error *error);
HENG_API const heng_error *heng_error_at(const heng_error *error, size_t index);

/* ---- Release; each takes NULL ------------------------------------------------- since 0.1 ---- */
HENG_API void heng_rubric_free(heng_rubric *rubric);
HENG_API void heng_facts_free(heng_facts *facts);
HENG_API void heng_sheet_free(heng_sheet *sheet);
HENG_API void heng_error_free(heng_error *error);

#ifdef __cplusplus
} /* extern "C" */
#endif

#endif /* HENG_H */
