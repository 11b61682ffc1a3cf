/* SPDX-License-Identifier: Apache-2.0  heng: exact scores of budget-performance evaluations. The C
 * interface takes documents, or figures, and returns a score sheet; it also evaluates single FEEL
 * expressions exactly.
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
 * examples/c/score.c is this as a whole program, and examples/c/eval.c does the same for an
 * expression.
 *
 * Rules that hold for every function (tests/capi tests each of them):
 *
 * 1. Result. A function that can fail returns heng_status and writes through out-parameters, which
 *    are NULL or zero on failure. A function that can't fail returns its answer; for a NULL object
 *    this is NULL, 0 or HENG_OK.
 * 2. Error. `heng_error **error` may be NULL; otherwise it receives an owned object on failure and
 *    NULL on success. There is no "last error".
 * 3. Ownership. An object written to `T **out` belongs to the caller, who releases it with
 *    heng_T_free, which takes NULL. A `const char *` that is returned or written is borrowed and
 *    lives as long as the object it came from. heng keeps no pointer of the caller's; objects may
 *    be freed in any order.
 * 4. Text. UTF-8. Texts are passed as a pointer and a length in bytes: NULL with length 0 is the
 *    empty text, and a length above PTRDIFF_MAX is HENG_INVALID_ARGUMENT. Names of the interface,
 *    such as the id of a rubric or the path of an input, are passed NUL-terminated. Texts are
 *    returned NUL-terminated. No locale is read.
 * 5. Numbers. Decimal text, such as "94.25", or "1710/287" for an exact score whose decimals do not
 *    end; no float or double. Write decimals in JSON as strings ("0.95"): a printed double is
 *    0.94999999999999996, which is another number, is scored as that, and carries the diagnostic
 *    "printed-double".
 * 6. Threads. A `const T *` may be used from any number of threads at once; there is no global
 *    mutable state.
 * 7. Growth. Structs start with struct_size, set by the caller to the sizeof that he compiled with.
 *    A shorter struct than heng's is filled as far as it goes, and read as if padded with zeros
 *    (zero means "as before"); a longer one is taken only if its unknown tail is zero.
 *    HENG_INVALID_ARGUMENT: a struct_size that ends inside a member (half a pointer points
 *    anywhere) or between a text that is given and its length, one above 4,096 (it was never set;
 *    nothing else is read then), and a `reserved` that is read and is not 0. No byte past
 *    struct_size is read or written. Numbers are explicit and never reused.
 * 8. Failure. No exception leaves a function, and nothing that a caller passes aborts the process.
 *    NULL where an object is needed is HENG_INVALID_ARGUMENT; running out of memory is
 *    HENG_OUT_OF_MEMORY. For the deepest rubric that can be read, a thread needs 1 MiB of stack to
 *    load it and to score, and 2 MiB for any other call (tests/capi/stack.c). */
#ifndef HENG_H
#define HENG_H

#include <stddef.h>
#include <stdint.h>

/* Define HENG_STATIC where the static library is linked; only Windows makes a difference. */
#if defined(HENG_STATIC)
#define HENG_API
#elif defined(_WIN32) && defined(HENG_EXPORTS) /* heng itself is compiled */
#define HENG_API __declspec(dllexport)
#elif defined(_WIN32)
#define HENG_API __declspec(dllimport)
#elif defined(__GNUC__)
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
typedef struct heng_value heng_value;   /* the value of an expression */
typedef struct heng_error heng_error;   /* one failure, or several found in one pass */
typedef struct heng_report heng_report; /* findings about a document */
typedef struct heng_text heng_text;     /* a document that heng wrote */

typedef struct heng_facts_builder heng_facts_builder; /* facts that are being put together */

/* ---- The kinds of failure ---------------------------------------------------- since 0.1 ---- */
typedef int32_t heng_status;
enum {
    HENG_OK = 0,
    HENG_INVALID_ARGUMENT = 1, /* the call was wrong: a NULL, facts of another rubric, … */
    HENG_SYNTAX_ERROR = 2,     /* a document is not JSON, or not UTF-8; an expression is no FEEL */
    HENG_INVALID_RUBRIC = 3,   /* a rubric document contradicts rubric/1 or itself */
    HENG_INVALID_FACTS = 4,    /* facts contradict facts/1 or their rubric, or one is missing */
    HENG_LIMIT_EXCEEDED = 5,   /* a document or a number is larger than is read */
    HENG_OUT_OF_MEMORY = 6,
    HENG_NOT_FOUND = 7, /* no rubric or item with this id or index */
    HENG_CANCELLED = 8, /* heng_options.cancelled ended the call */
    HENG_INTERNAL_ERROR = 99 /* a defect in heng: please report it */
};

/* ---- Version ------------------------------------------------------------------ since 0.1 ---- */

/* "0.1.0". Static: never freed. */
HENG_API const char *heng_version(void);

/* major * 10000 + minor * 100 + patch: 100 is 0.1.0. */
HENG_API int32_t heng_version_number(void);

/* ---- Options ------------------------------------------------------------------ since 0.1 ---- */

/* How one call is run. A call that can be long, limited or spoken has a twin that ends in _with and
 * takes a pointer to this struct; NULL is the defaults, and the plain call is its twin with NULL.
 * Each comment below says what its call follows, and every call follows `language` in its errors
 * and asks `cancelled` before it begins; a call leaves alone what has no meaning for it (`threads`
 * of a call that scores one document), and refuses `max_steps` where it counts no steps: checks of
 * plans and libraries, and heng_facts_in_force, which evaluate nothing. HENG_INVALID_ARGUMENT:
 * another language, places outside of 0 to 9, threads below 0. */
typedef struct heng_options {
    size_t struct_size;   /* set by the caller to sizeof(heng_options) */
    const char *language; /* "zh" or "en" (NUL-terminated), of what the call says and of its errors;
                             NULL: the rubric's, else the document's, else "en". Names in a rubric
                             stay as they are */
    int32_t (*cancelled)(void *user); /* asked when the call begins and now and then after; not 0
                                         ends it with HENG_CANCELLED. Called by the calling thread
                                         only. It must return, and never jump. NULL: never */
    void *user;                       /* passed to `cancelled` */
    uint64_t max_bytes;               /* of each document that the call reads; 0: 64 MiB */
    uint64_t max_steps; /* of expressions, of the whole call (of each document in a batch), where an
                           item that is scored counts as 8, with its sentence as 40, and a row as
                           32; past it a search ends and says so, and a call that needs every step
                           fails with HENG_LIMIT_EXCEEDED; 0: as the call says */
    int32_t places;     /* decimals of scores in columns, where these do not say; 0: the rubric's */
    int32_t threads;    /* that score a batch; 0: 1 */
} heng_options;

/* ---- Rubrics ------------------------------------------------------------------ since 0.1 ---- */

/* Gives the built-in rubric with this id (NUL-terminated), such as "guangzhou-department-2023".
 * HENG_NOT_FOUND: the error's message names the nearest id. Follows `language`: the rubric then
 * speaks it in every call that gives no other. */
HENG_API heng_status heng_rubric_builtin(const char *id, heng_rubric **out, heng_error **error);
HENG_API heng_status heng_rubric_builtin_with(const char *id, const heng_options *options,
                                              heng_rubric **out, heng_error **error);

/* Returns the JSON Schema (draft-07) of a kind of document (NUL-terminated): "rubric", "facts",
 * "claims", "tests", "plan", "library", "progress", "policy", or as its "heng" names it:
 * "rubric/1". The text lives as long as the library. NULL where there is no such kind. heng refuses
 * every document that its schema refuses, except for facts that the rubric does not read (assessed
 * scores of another rubric's indicator, units that nothing aggregates); contradictions of meaning,
 * such as points that do not add up, are found by heng alone. */
HENG_API const char *heng_schema(const char *kind);

/* Reads a rubric/1 document of `length` bytes. HENG_SYNTAX_ERROR, HENG_INVALID_RUBRIC,
 * HENG_LIMIT_EXCEEDED: the error has the place, and all other mistakes as further entries. Follows
 * `max_bytes`, and `language` as above. Linear in the text. */
HENG_API heng_status heng_rubric_load(const char *json, size_t length, heng_rubric **out,
                                      heng_error **error);
HENG_API heng_status heng_rubric_load_with(const char *json, size_t length,
                                           const heng_options *options, heng_rubric **out,
                                           heng_error **error);

/* Returns the rubric/1 document byte for byte, and its length; `length` may be NULL. */
HENG_API const char *heng_rubric_json(const heng_rubric *rubric, size_t *length);

/* An input that a rubric declares. Texts are borrowed from the rubric, and none is NULL. */
typedef struct heng_input_info {
    size_t struct_size; /* set by the caller to sizeof(heng_input_info) */
    const char *path;   /* "budget.annual"; a field of a list's records: "contracts[].days" */
    const char *type;   /* "number", "money", "percent", "count", "boolean", "text", "date", "list",
                           or "targets" for a list of target records */
    const char *label;  /* for people; the path where the rubric has no words for it */
    const char *unit;   /* the rubric's, of money, such as "万元"; else "" */
    int32_t optional;   /* 1 where it may be absent */
    int32_t reserved;   /* 0 */
} heng_input_info;

/* An indicator of a rubric, parents before children. Texts are borrowed from the rubric, and none
 * but `parent` is ever NULL. */
typedef struct heng_item_info {
    size_t struct_size; /* set by the caller to sizeof(heng_item_info) */
    const char *id;
    const char *name;
    const char *parent; /* the id of the indicator above; NULL at the top */
    const char *rule;   /* such as "proportional"; "" for a branch */
    const char *points; /* full marks, "25" */
    int32_t level;      /* 1 is the top */
    int32_t kind;       /* HENG_BRANCH or HENG_LEAF */
    const char *extra;  /* how far a score may pass the points, "3"; "0" without a bonus */
    const char *floor;  /* the least score, "-5"; "0" where nothing goes below */
} heng_item_info;

/* A grade of a rubric. */
typedef struct heng_grade_info {
    size_t struct_size; /* set by the caller to sizeof(heng_grade_info) */
    const char *name;   /* such as "优"; borrowed from the rubric */
} heng_grade_info;

/* Return how many inputs (with the fields of records, behind their list), indicators and grades a
 * rubric has, and fill a struct (set its struct_size first) with the one at `index`, counted from 0
 * in the order of the rubric. Indices of heng_score_columns count indicators and grades so. The
 * first call is linear in the rubric, and where there is no memory for it the counts are 0; the
 * others take constant time. HENG_NOT_FOUND: index >= count; all but struct_size is zero then, as
 * on every failure, unless struct_size is too small to hold itself, or above 4,096. */
HENG_API size_t heng_rubric_input_count(const heng_rubric *rubric);
HENG_API heng_status heng_rubric_input(const heng_rubric *rubric, size_t index,
                                       heng_input_info *input);
HENG_API size_t heng_rubric_item_count(const heng_rubric *rubric);
HENG_API heng_status heng_rubric_item(const heng_rubric *rubric, size_t index,
                                      heng_item_info *item);
HENG_API size_t heng_rubric_grade_count(const heng_rubric *rubric);
HENG_API heng_status heng_rubric_grade(const heng_rubric *rubric, size_t index,
                                       heng_grade_info *grade);

/* ---- Facts -------------------------------------------------------------------- since 0.1 ---- */

/* Reads a facts/1 document of `length` bytes for `rubric`. HENG_SYNTAX_ERROR, HENG_INVALID_FACTS,
 * HENG_LIMIT_EXCEEDED. A fact that is absent is an error of heng_score, and only when it is read.
 * Follows `max_bytes`, and `language`: the facts are then told of in it. Linear in the text. A
 * plain document (see heng_scorer) costs as much as heng_scorer_score and a copy of its text: it is
 * scored on the way, and what else its facts are is made when a call asks for it, such as
 * heng_explain or heng_sheet_json, once and from any thread. The first such document makes the
 * rubric ready, in time linear in it. */
HENG_API heng_status heng_facts_load(const heng_rubric *rubric, const char *json, size_t length,
                                     heng_facts **out, heng_error **error);
HENG_API heng_status heng_facts_load_with(const heng_rubric *rubric, const char *json,
                                          size_t length, const heng_options *options,
                                          heng_facts **out, heng_error **error);

/* Makes a builder, which gives facts without JSON. It belongs to one thread at a time.
 *
 *     heng_facts_builder_new(rubric, &builder, &error);
 *     heng_facts_builder_unit(builder, "万元", &error);
 *     heng_facts_builder_set(builder, "budget.annual", "527470.55", 9, &error);
 *     heng_facts_builder_set(builder, "contracts[0].signed_late", "true", 4, &error);
 *     heng_facts_builder_finish(builder, NULL, &facts, &error);
 */
HENG_API heng_status heng_facts_builder_new(const heng_rubric *rubric, heng_facts_builder **out,
                                            heng_error **error);

/* Sets the fact with this path (NUL-terminated) to a text of `length` bytes, which is read as a
 * string of a facts/1 document is: "522688.65", "96.6%", "2024-01-31"; a boolean is "true" or
 * "false". A field of a record is "contracts[0].days", where rows are set in their order. A later
 * value replaces an earlier one. HENG_INVALID_ARGUMENT (argument.path): the path is none, leads
 * through a value, leaves out rows, or has a group or list below it; the builder then fails every
 * further call with the same error. */
HENG_API heng_status heng_facts_builder_set(heng_facts_builder *builder, const char *path,
                                            const char *text, size_t length, heng_error **error);

/* Makes a list, which is empty unless it has rows. Fails as heng_facts_builder_set does. */
HENG_API heng_status heng_facts_builder_list(heng_facts_builder *builder, const char *path,
                                             heng_error **error);

/* Sets the score that a person gave to the indicator with this id (NUL-terminated), and why, in
 * place of an earlier one and its evidence. */
HENG_API heng_status heng_facts_builder_assess(heng_facts_builder *builder, const char *id,
                                               const char *score, size_t score_length,
                                               const char *reason, size_t reason_length,
                                               heng_error **error);

/* Adds a piece of evidence to the score of the indicator with this id (NUL-terminated), behind
 * those that it has. HENG_INVALID_ARGUMENT (argument.path): no score was set; it fails on as
 * heng_facts_builder_set does. */
HENG_API heng_status heng_facts_builder_evidence(heng_facts_builder *builder, const char *id,
                                                 const char *piece, size_t length,
                                                 heng_error **error);

/* From here on everything is set of the unit of the department with this name, which is begun where
 * there is none; units keep the order in which they were begun. The empty text goes back to the
 * department's own facts. A unit has its own subject, unit of money (without one: the
 * department's), facts and assessed scores, as in "units" of facts/1. */
HENG_API heng_status heng_facts_builder_in_unit(heng_facts_builder *builder, const char *name,
                                                size_t length, heng_error **error);

/* Sets whom the facts are about, and their year; 0 is none. */
HENG_API heng_status heng_facts_builder_subject(heng_facts_builder *builder, const char *name,
                                                size_t length, int32_t year, heng_error **error);

/* Sets the unit of money (NUL-terminated): "元", "万元" or "亿元". Needed where money is set.
 * HENG_INVALID_ARGUMENT: it is none of these. */
HENG_API heng_status heng_facts_builder_unit(heng_facts_builder *builder, const char *unit,
                                             heng_error **error);

/* Makes facts of what was set, which may go on and be finished again. Fails as heng_facts_load does
 * for a document that says the same, with the same code and pointer, and without line and column.
 * Follows `language` and `max_bytes` as that does. Linear in the facts. */
HENG_API heng_status heng_facts_builder_finish(const heng_facts_builder *builder,
                                               const heng_options *options, heng_facts **out,
                                               heng_error **error);

/* ---- Scoring ------------------------------------------------------------------ since 0.1 ---- */

/* Scores facts that were read for this rubric, or for another object with the same document (else
 * HENG_INVALID_ARGUMENT). HENG_INVALID_FACTS: a fact is missing, a denominator is zero, …. The same
 * input gives the same sheet, byte for byte. Follows `language` (the facts are read anew in it),
 * `cancelled` before it begins, and `max_steps`. Linear in the rubric and the facts; constant for
 * facts of a plain document where no `max_steps` is given: the sheet has its total, and everything
 * else of it is made when it is first asked for, once and from any thread. */
HENG_API heng_status heng_score(const heng_rubric *rubric, const heng_facts *facts,
                                heng_sheet **out, heng_error **error);
HENG_API heng_status heng_score_with(const heng_rubric *rubric, const heng_facts *facts,
                                     const heng_options *options, heng_sheet **out,
                                     heng_error **error);

/* Returns the total in points, "94.25". This and the three calls below take constant time. */
HENG_API const char *heng_sheet_total(const heng_sheet *sheet);

/* Returns the total as a share of the full points, in percent with two decimals: "94.25%". */
HENG_API const char *heng_sheet_rate(const heng_sheet *sheet);

/* Returns the grade, such as "优"; "" where the rubric has none for this total. */
HENG_API const char *heng_sheet_grade(const heng_sheet *sheet);

/* Returns how many items the sheet has: branches, leaves and target rows, parents before children.
 * */
HENG_API size_t heng_sheet_count(const heng_sheet *sheet);

/* Kinds of items. */
enum { HENG_BRANCH = 1, HENG_LEAF = 2, HENG_ROW = 3 };

/* One line of the sheet. Texts are borrowed from the sheet, and none but `parent` is ever NULL. */
typedef struct heng_item {
    size_t struct_size; /* set by the caller to sizeof(heng_item) */
    const char *id;
    const char *name;
    const char *parent; /* the id of the item above; NULL at the top */
    const char *rule;   /* such as "proportional"; "" for a branch */
    const char *points; /* full marks in play, "25" */
    const char *score;  /* as rounded where the rubric rounds, else exact: "24.98", "1710/287" */
    const char *rate;   /* score / points, "99.92%"; "" where there are no points in play */
    const char *lost;   /* points - score; below 0 where a bonus brought it above the points */
    const char *status; /* "scored", "not-applicable" or "assessed" */
    const char *basis;  /* "published", "arithmetic", "recalled", "inferred" or "local" */
    const char *why;    /* one sentence with the numbers in it, in the rubric's language */
    int32_t level;      /* 1 is the top */
    int32_t kind;       /* HENG_BRANCH, HENG_LEAF or HENG_ROW */
} heng_item;

/* Fills `*item` (set item->struct_size first) with the item at `index`, counted from 0. The first
 * call for a sheet is linear in it (and scores plain facts in full, as heng_sheet_json does), the
 * others take constant time. HENG_NOT_FOUND: index >= heng_sheet_count. HENG_OUT_OF_MEMORY: another
 * call may have more. On failure all but struct_size is zero; a struct_size too small to hold
 * itself, or above 4,096, leaves `*item` alone. */
HENG_API heng_status heng_sheet_item(const heng_sheet *sheet, size_t index, heng_item *item);

/* Does the same for the item with this id (NUL-terminated). A target row has the id of its leaf
 * with "#1", "#2", …. HENG_NOT_FOUND: there is none. */
HENG_API heng_status heng_sheet_find(const heng_sheet *sheet, const char *id, heng_item *item);

/* Returns the sheet as a sheet/1 document, and its length in bytes; `length` may be NULL. Written
 * when it is first asked for, and kept; NULL where there is no memory for it. */
HENG_API const char *heng_sheet_json(const heng_sheet *sheet, size_t *length);

/* Returns the sheet as a table for people, aligned for a fixed-width font; otherwise as above. */
HENG_API const char *heng_sheet_text(const heng_sheet *sheet, size_t *length);

/* Formats in which heng writes. */
enum {
    HENG_MARKDOWN = 1,
    HENG_HTML = 2,
    HENG_JSON = 3,
    HENG_TEXT = 4,
    HENG_CSV = 5,
    HENG_CSV_MARKED = 6 /* CSV that begins with a byte order mark, without which Excel does not
                           read Chinese */
};

/* Writes the sheet in a format: HENG_JSON and HENG_TEXT are the bytes of the two calls above,
 * HENG_MARKDOWN and HENG_HTML the same table, and HENG_CSV has a line an item, HENG_CSV_MARKED
 * the same behind a byte order mark. Follows `language`:
 * the facts are scored again where the sheet is in another. HENG_INVALID_ARGUMENT: the format is
 * none of these. Linear in the sheet. */
HENG_API heng_status heng_sheet_render(const heng_sheet *sheet, int32_t format,
                                       const heng_options *options, heng_text **out,
                                       heng_error **error);

/* ---- Expressions -------------------------------------------------------------- since 0.1 ---- */

/* Evaluates one FEEL expression (OMG DMN) of `expression_length` bytes. `context` is a JSON object
 * from names to values, such as {"spent": 171, "filed": {"type": "date", "value": "2024-01-31"}};
 * the empty text is an empty context. An expression without a result, such as 1 / 0, is the value
 * null. Neither an expression nor a document may have NUL (U+0000), nor \u0000 in its texts.
 * HENG_SYNTAX_ERROR: the expression can't be read (feel.*), or the context is not JSON (json.*).
 * HENG_LIMIT_EXCEEDED: evaluating takes more than 10 million steps, 1 million list elements or
 * 16 MiB of text (limit.exceeded), or the context is too large. HENG_INVALID_ARGUMENT: the context
 * is no object, or a value in it can't be read (eval.*). The place is one in the expression where
 * heng_error_pointer is NULL, else in the context. Follows `max_bytes` of the context, and
 * `max_steps` below the 10 million. */
HENG_API heng_status heng_eval(const char *expression, size_t expression_length,
                               const char *context, size_t context_length, heng_value **out,
                               heng_error **error);
HENG_API heng_status heng_eval_with(const char *expression, size_t expression_length,
                                    const char *context, size_t context_length,
                                    const heng_options *options, heng_value **out,
                                    heng_error **error);

/* Does the same, and the value has its explanation. Takes about three times as long. */
HENG_API heng_status heng_eval_explain(const char *expression, size_t expression_length,
                                       const char *context, size_t context_length,
                                       heng_value **out, heng_error **error);
HENG_API heng_status heng_eval_explain_with(const char *expression, size_t expression_length,
                                            const char *context, size_t context_length,
                                            const heng_options *options, heng_value **out,
                                            heng_error **error);

/* Returns "null", "boolean", "number", "string", "date", "duration", "list", "context" or "range".
 * */
HENG_API const char *heng_value_type(const heng_value *value);

/* Returns the value as FEEL's string() gives it: "0.5958188153310104529616724738675958",
 * "2024-01-31", "[1, 2]", "null". A number has at most 34 significant digits. `length` may be NULL.
 * */
HENG_API const char *heng_value_text(const heng_value *value, size_t *length);

/* Returns the value as JSON: {"type":"number","value":"0.5958188153310104529616724738675958",
 * "exact":"171/287"}, with "exact" where the decimals do not end, and "tree" of an explained value.
 * `length` may be NULL. */
HENG_API const char *heng_value_json(const heng_value *value, size_t *length);

/* Returns how the value came about, a line a step, its parts below it; NULL where this was not
 * asked for. `length` may be NULL.
 *     spent / budget = 0.5958188153… (171/287)
 *     ├ spent = 171
 *     └ budget = 287 */
HENG_API const char *heng_value_explanation(const heng_value *value, size_t *length);

/* ---- Proving a rubric sound --------------------------------------------------- since 0.1 ---- */

/* Proves the rubric/1 document of `length` bytes sound, or finds its mistakes, also those that
 * heng_rubric_load would refuse. HENG_SYNTAX_ERROR, HENG_INVALID_RUBRIC, HENG_LIMIT_EXCEEDED: it is
 * no JSON, or no rubric at all. Follows `language`, `cancelled`, `max_bytes` and `max_steps`.
 * Linear in the text, with a bounded search for each witness and for all together: past that a
 * finding is a note (HENG_NOTE) that something is not proved. */
HENG_API heng_status heng_lint(const char *json, size_t length, heng_report **out,
                               heng_error **error);
HENG_API heng_status heng_lint_with(const char *json, size_t length, const heng_options *options,
                                    heng_report **out, heng_error **error);

/* Recomputes the figures of a report: a claims/1 document over a facts/1 document, and the
 * identities that must hold among the facts without being claimed. A finding's `pointer`, line and
 * column are in the claims, or in the facts where the member "document" of its JSON says "facts";
 * the JSON also has "expected", "found", "remedies" (which single figure would have to be what) and
 * what was "confirmed". heng_report_complete is 1 where nothing but notes was found.
 * HENG_SYNTAX_ERROR, HENG_INVALID_ARGUMENT (the claims), HENG_INVALID_FACTS, HENG_LIMIT_EXCEEDED: a
 * document can't be used; the message begins with which one. Follows `language`, `cancelled` (asked
 * before each claim), `max_bytes` and `max_steps`, past which a claim is a note that it was not
 * computed. */
HENG_API heng_status heng_reconcile(const char *claims, size_t claims_length, const char *facts,
                                    size_t facts_length, heng_report **out, heng_error **error);
HENG_API heng_status heng_reconcile_with(const char *claims, size_t claims_length,
                                         const char *facts, size_t facts_length,
                                         const heng_options *options, heng_report **out,
                                         heng_error **error);

/* Returns 1 where no facts inside the declared domains, with all that is required, can fail to be
 * scored (except for limits on size); else 0. */
HENG_API int32_t heng_report_complete(const heng_report *report);

/* Returns how many findings there are, with those that the rubric accepts. */
HENG_API size_t heng_report_count(const heng_report *report);

/* Severities of findings. */
enum {
    HENG_ERROR = 1,   /* proven, by facts for which scoring fails or by a contradiction */
    HENG_WARNING = 2, /* proven, but maybe meant */
    HENG_NOTE = 3     /* it can't be proved that all is well */
};

/* One finding. Texts are borrowed from the report. */
typedef struct heng_finding {
    size_t struct_size;   /* set by the caller to sizeof(heng_finding) */
    const char *code;     /* stable, such as "band-gap" */
    const char *message;  /* one sentence, in the rubric's language */
    const char *pointer;  /* JSON Pointer of the place, "" for the whole rubric */
    const char *witness;  /* a facts/1 document that shows it, or NULL */
    const char *accepted; /* why the rubric accepts it, or NULL */
    size_t line;          /* of the place, from 1 */
    size_t column;        /* in characters */
    int32_t severity;     /* HENG_ERROR, HENG_WARNING or HENG_NOTE */
    int32_t reserved;     /* 0 */
    const char *expected; /* the exact figure as it would be printed, or NULL */
    const char *found;    /* the figure that was printed, or NULL */
} heng_finding;

/* Fills `*finding` (set finding->struct_size first) with the finding at `index`, counted from 0, in
 * the order of the document. HENG_NOT_FOUND: index >= heng_report_count. On failure all but
 * struct_size is zero; a struct_size too small to hold itself, or above 4,096, leaves `*finding`
 * alone. */
HENG_API heng_status heng_report_finding(const heng_report *report, size_t index,
                                         heng_finding *finding);

/* Returns all findings as JSON, and its length in bytes; `length` may be NULL. */
HENG_API const char *heng_report_json(const heng_report *report, size_t *length);

/* ---- Mistakes in a published form --------------------------------------------- since 0.1 ---- */

/* Recomputes the facts/1 document of `length` bytes, with the results it published, under `rubric`:
 * a finding for each printed figure that does not follow, in the order of the document; `pointer`
 * is the place in it, and the JSON has "findings" and "recomputed". A figure that can't be read is
 * a finding or is skipped. HENG_SYNTAX_ERROR, HENG_INVALID_FACTS, HENG_LIMIT_EXCEEDED: it is no
 * JSON, or no facts/1 document. Follows `language`, `cancelled` (asked between the stages),
 * `max_bytes` and `max_steps`. Linear in the document, and some scorings of each leaf. */
HENG_API heng_status heng_audit(const heng_rubric *rubric, const char *json, size_t length,
                                heng_report **out, heng_error **error);
HENG_API heng_status heng_audit_with(const heng_rubric *rubric, const char *json, size_t length,
                                     const heng_options *options, heng_report **out,
                                     heng_error **error);

/* ---- Many documents ----------------------------------------------------------- since 0.1 ---- */

/* Fills `buffer` from its beginning with up to `capacity` bytes, 65,536 at least, and returns how
 * many: 0 ends the text, more than `capacity` says that it can't be read any further. */
typedef size_t (*heng_batch_read)(void *user, char *buffer, size_t capacity);

/* Takes the result of the line with this number (from 1): a line of JSON of `length` bytes,
 * NUL-terminated, which lives as long as the call; `failed` is 1 for an error. Returns 0 to go on;
 * any other number cancels. */
typedef int32_t (*heng_batch_line)(void *user, uint64_t number, const char *json, size_t length,
                                   int32_t failed);

/* The result of a batch. */
typedef struct heng_batch_summary {
    size_t struct_size; /* set by the caller to sizeof(heng_batch_summary) */
    uint64_t documents; /* lines whose result was passed on, failed ones too */
    uint64_t failed;
    int32_t cancelled; /* 1 where `line` cancelled */
    int32_t reserved;  /* 0 */
} heng_batch_summary;

/* Scores a text of lines, a facts/1 document each, and passes on the result of each in the order of
 * the text: a summary {"line","subject","total","grade","scores"}, or
 * {"line","error":{"code","message",…}}. Empty lines are skipped. `threads` score (less than 1 is
 * 1, more than 256 are 256); both functions are called by the calling thread only. Memory is
 * bounded by the threads, the longest line and the longest summary. Follows `threads`, `language`,
 * `cancelled` (asked before each read and each result), and `max_bytes` and `max_steps` of each
 * line. HENG_INVALID_ARGUMENT: the text can't be read any further; a line that fails is no failure
 * of the call. */
HENG_API heng_status heng_batch_lines(const heng_rubric *rubric, heng_batch_read read,
                                      heng_batch_line line, void *user, int32_t threads,
                                      heng_batch_summary *summary, heng_error **error);
HENG_API heng_status heng_batch_lines_with(const heng_rubric *rubric, heng_batch_read read,
                                           heng_batch_line line, void *user,
                                           const heng_options *options,
                                           heng_batch_summary *summary, heng_error **error);

/* The values of one input in all rows, laid out as in Arrow's columnar format: numbers, texts as a
 * facts document has them ("522688.65", "96.6%", "2024-01-31"), or, since fields was added, a list
 * of records as a list of structs. */
typedef struct heng_column {
    size_t struct_size;     /* set by the caller to sizeof(heng_column) */
    const char *input;      /* the input's path, such as "budget.executed", or the key of a field;
                               NUL-terminated */
    const int64_t *values;  /* row i: values[offset + i] x 10^-scale; a boolean is 0 or 1 */
    const char *text;       /* or, where values is NULL, row i: text[offsets[offset + i]] up to */
    const int32_t *offsets; /* text[offsets[offset + i + 1]]; rising, from 0 on */
    const uint8_t *valid;   /* bit offset + i, the lowest first, is set where row i has a value;
                               NULL: every row has */
    size_t offset;
    int32_t scale;    /* 0 to 18; 0 for texts and lists */
    int32_t reserved; /* 0 */
    /* Or, where values and text are NULL, row i has the records from offsets[offset + i] on up to
     * offsets[offset + i + 1]: a column for each field of a record ("name", "target"; no list),
     * whose rows are the records of all rows. Where it has no value, the record lacks the field. */
    const struct heng_column *const *fields;
    size_t field_count;
} heng_column;

/* Where the scores of the rows are written. A pointer that is NULL takes nothing. */
typedef struct heng_score_columns {
    size_t struct_size; /* set by the caller to sizeof(heng_score_columns) */
    int64_t *totals;    /* row i, in 10^-places points; HENG_NO_SCORE where it failed */
    int32_t *grades;    /* row i: index of the grade in the rubric, from 0; -1: none, or failed */
    int32_t *statuses;  /* row i: HENG_OK, or the status of heng_facts_load or heng_score */
    int64_t *items;     /* [indicator x rows + i]; indicators in the sheet's order, parents first */
    int32_t places;     /* 1 to 9 decimals of totals and items; 0: those the rubric rounds to */
    int32_t reserved;   /* 0 */
} heng_score_columns;

/* Stands for a score that does not exist, or has more decimal places than were asked for. */
#define HENG_NO_SCORE INT64_MIN

/* Takes how many rows are done. Returns 0 to go on; any other number cancels, and each row after
 * those is scored, where a thread had begun it, or left as it is. */
typedef int32_t (*heng_batch_progress)(void *user, uint64_t rows);

/* Scores `rows` rows, each as a facts/1 document with the values of its columns is scored, with
 * money in the rubric's unit: same total, grade, scores and status. `threads` score (1 to 256, as
 * above); `progress` may be NULL and is called by the calling thread only. A row fails with
 * HENG_LIMIT_EXCEEDED where its total has more places than are asked for. Follows `threads`,
 * `places`, `max_steps` of each row, and `cancelled`. HENG_INVALID_ARGUMENT: an input or a field
 * that the rubric does not have or such a column can't give, a column with no values or two sorts
 * of them, falling offsets, an `offset` or `rows` past all memory, a scale or places out of range;
 * nothing is scored then, and the message names the column, and the row or the record. A row that
 * fails is no failure of the call. Requires that the memory written to and the memory read do not
 * overlap. Memory does not depend on `rows`. */
HENG_API heng_status heng_batch_columns(const heng_rubric *rubric,
                                        const heng_column *const *columns, size_t column_count,
                                        size_t rows, const heng_score_columns *to,
                                        heng_batch_progress progress, void *user, int32_t threads,
                                        heng_batch_summary *summary, heng_error **error);
HENG_API heng_status heng_batch_columns_with(const heng_rubric *rubric,
                                             const heng_column *const *columns,
                                             size_t column_count, size_t rows,
                                             const heng_score_columns *to,
                                             heng_batch_progress progress, void *user,
                                             const heng_options *options,
                                             heng_batch_summary *summary, heng_error **error);

/* Gives row `row` as a facts/1 document, of which heng_facts_load and heng_score say why the row
 * failed, and heng_explain explains it. A text of the caller's that is not UTF-8 is in it
 * unchanged, so that heng_facts_load refuses it. HENG_INVALID_ARGUMENT as above. */
HENG_API heng_status heng_batch_row(const heng_rubric *rubric, const heng_column *const *columns,
                                    size_t column_count, size_t row, heng_text **out,
                                    heng_error **error);

/* ---- One document after the other ---------------------------------------------------------- */

/* A rubric made ready for one document after the other: totals, and nothing written. Plain
 * documents are scored without an object and without an allocation; every other one as
 * heng_facts_load and heng_score do, with the same total and the same error. Unlike all other
 * objects it may be used by one thread at a time. */
typedef struct heng_scorer heng_scorer;

typedef struct heng_total {
    size_t struct_size; /* set by the caller to sizeof(heng_total) */
    int64_t total;      /* in 10^-places points: 9425 with 2 places is 94.25 */
    int32_t places;
    int32_t grade; /* index of the grade in the rubric, from 0; -1: none */
} heng_total;

enum {
    HENG_CELL_ABSENT = 0,
    HENG_CELL_NUMBER = 1,  /* value x 10^-scale: a number, money in the rubric's unit, a percentage
                              as a share, a count */
    HENG_CELL_BOOLEAN = 2, /* value is 0 or 1 */
    HENG_CELL_DAYS = 3,    /* value is the days from 1970-01-01 to a date */
    HENG_CELL_TEXT = 4,    /* text as documents have it: "522688.65", "96.6%", "2024-01-31" */
    HENG_CELL_LIST = 5     /* text is the JSON of a list */
};

/* The value of an input. All cells of a call have the same struct_size. */
typedef struct heng_cell {
    size_t struct_size; /* set by the caller to sizeof(heng_cell) */
    const char *text;   /* UTF-8; may be NULL where text_length is 0 */
    size_t text_length;
    int64_t value;
    int32_t kind;  /* HENG_CELL_ABSENT … HENG_CELL_LIST */
    int32_t scale; /* of a number, 0 to 18 */
} heng_cell;

/* Makes a scorer, which keeps what it needs of the rubric. Follows `places` (of totals and items;
 * 0: those the rubric rounds to), `language`, `max_bytes`, `max_steps` of each document, and
 * `cancelled`, which must stay callable as long as the scorer lives. Linear in the rubric. */
HENG_API heng_status heng_scorer_new(const heng_rubric *rubric, const heng_options *options,
                                     heng_scorer **out, heng_error **error);

/* Scores a facts/1 document; `out` may be NULL. Fails as heng_facts_load and heng_score do, and
 * with HENG_LIMIT_EXCEEDED (score.places) where the total has more places than were asked for. */
HENG_API heng_status heng_scorer_score(heng_scorer *scorer, const char *json, size_t length,
                                       heng_total *out, heng_error **error);

/* Scores values, one for each input in the order of heng_rubric_input; inputs past `count` are
 * absent. Fails likewise, and with HENG_INVALID_ARGUMENT for a kind that its input does not take, a
 * scale out of range, or more cells than inputs. */
HENG_API heng_status heng_scorer_score_values(heng_scorer *scorer, const heng_cell *cells,
                                              size_t count, heng_total *out, heng_error **error);

/* Returns the scores of the last document's indicators, parents first, in 10^-places points;
 * HENG_NO_SCORE for one that has more places. NULL, and a count of 0, where it failed. They live
 * until the next call with the scorer. `count` may be NULL. */
HENG_API const int64_t *heng_scorer_items(const heng_scorer *scorer, size_t *count);

HENG_API void heng_scorer_free(heng_scorer *scorer);

/* ---- Questions about a score -------------------------------------------------- since 0.1 ---- */

/* Explains a total, as explanation/1: of each item the rule, the inputs and their units, the exact
 * arithmetic, and the least change of each single fact that wins points back; the lost parts sum to
 * points - total. Statuses as of heng_score. Some hundred scorings of an indicator for each fact
 * that it lost points by, bounded: "searched_all" (of all, and of each item) is true only where
 * every value of each fact was tried or shown not to be better, and so is "proven" of each change;
 * else a better value may exist. "goes_with" of a change is what is changed with it. Follows
 * `language`, `cancelled` and `max_steps`. */
HENG_API heng_status heng_explain(const heng_rubric *rubric, const heng_facts *facts,
                                  heng_text **out, heng_error **error);
HENG_API heng_status heng_explain_with(const heng_rubric *rubric, const heng_facts *facts,
                                       const heng_options *options, heng_text **out,
                                       heng_error **error);

/* Scores a facts/1 document in which facts may be unknown (absent, null or "?"), as partial/1: the
 * least and the most that each indicator and the total can still become, and which unknown facts
 * move the total most. Statuses as of heng_facts_load and heng_score. Some thousand scorings,
 * bounded: past that, ends are bounds only ("attained" is false). Follows `language`, `cancelled`,
 * `max_bytes` and `max_steps`. */
HENG_API heng_status heng_score_partial(const heng_rubric *rubric, const char *json, size_t length,
                                        heng_text **out, heng_error **error);
HENG_API heng_status heng_score_partial_with(const heng_rubric *rubric, const char *json,
                                             size_t length, const heng_options *options,
                                             heng_text **out, heng_error **error);

/* Compares two scores, as diff/1: every change of the total from `first` to `second`, each scored
 * by the rubric that it was loaded for, put down to a fact, an assessment, points or a rule; the
 * parts sum to the change. Statuses as of heng_score; HENG_LIMIT_EXCEEDED: it takes too long.
 * Follows `language`, `cancelled` and `max_steps`. */
HENG_API heng_status heng_diff(const heng_facts *first, const heng_facts *second, heng_text **out,
                               heng_error **error);
HENG_API heng_status heng_diff_with(const heng_facts *first, const heng_facts *second,
                                    const heng_options *options, heng_text **out,
                                    heng_error **error);

/* Scores again, and gives each value that differs in the sheet/1 document of `length` bytes, as
 * verify/1: "differences" is empty where it is a true receipt; of more than 1,000 "more" says how
 * many are not listed. HENG_SYNTAX_ERROR, HENG_INVALID_ARGUMENT, HENG_LIMIT_EXCEEDED: it is no
 * sheet; else statuses as of heng_score. Follows `language` (of the sentences in the sheet),
 * `cancelled` before it begins, `max_bytes` and `max_steps`. Linear in the sheet. */
HENG_API heng_status heng_verify(const char *sheet, size_t length, const heng_rubric *rubric,
                                 const heng_facts *facts, heng_text **out, heng_error **error);
HENG_API heng_status heng_verify_with(const char *sheet, size_t length, const heng_rubric *rubric,
                                      const heng_facts *facts, const heng_options *options,
                                      heng_text **out, heng_error **error);

/* Runs a tests/1 document, or a rubric's own tests, and with `mutate` (not 0) tries each change of
 * the rubric that no test may miss; as JSON. The tests are of `rubric`; NULL takes the built-in one
 * that the document names. "facts_file" is HENG_INVALID_ARGUMENT: the library reads no files. Each
 * mutant costs one scoring for each test. Tests that together take too long fail, with the code
 * limit.exceeded. Follows `language`, `cancelled`, `max_bytes` and `max_steps` (of the tests, and
 * again of the mutants: HENG_LIMIT_EXCEEDED). */
HENG_API heng_status heng_test(const char *json, size_t length, const heng_rubric *rubric,
                               int32_t mutate, heng_text **out, heng_error **error);
HENG_API heng_status heng_test_with(const char *json, size_t length, const heng_rubric *rubric,
                                    int32_t mutate, const heng_options *options, heng_text **out,
                                    heng_error **error);

/* The sources of a draft besides rubric and facts; each text may be NULL with length 0 for none. */
typedef struct heng_draft_sources {
    size_t struct_size; /* set by the caller to sizeof(heng_draft_sources) */
    const char *plan;   /* plan/1: duties and tasks */
    size_t plan_length;
    const char *claims; /* claims/1: figures as they were printed */
    size_t claims_length;
    const char *pattern; /* a Mustache template in place of the built-in one */
    size_t pattern_length;
    const char *previous; /* an earlier draft, whose kept texts stay */
    size_t previous_length;
    const char *progress; /* progress/1 and policy/1, both or none: warnings and decisions */
    size_t progress_length;
    const char *policy;
    size_t policy_length;
} heng_draft_sources;

/* Writes the draft of a self-evaluation report in four parts, HENG_MARKDOWN or HENG_HTML; `sources`
 * may be NULL. Texts of the caller's between <!-- heng:keep ID --> and <!-- /heng:keep --> in the
 * previous draft stay. Statuses as of heng_score and heng_reconcile; HENG_INVALID_ARGUMENT: the
 * format is neither of the two, the template is not UTF-8 or can't be read (report.template), or
 * the previous draft is not UTF-8, or has no kept text or one without an end (report.keep);
 * HENG_LIMIT_EXCEEDED: one of the two is too long (limit.bytes), or the draft would be
 * (limit.draft). Follows `language` (of the built-in template, too), `cancelled`, and `max_bytes`
 * of each document; scoring, reconciling and deciding may each take `max_steps`. */
HENG_API heng_status heng_draft(const heng_rubric *rubric, const heng_facts *facts,
                                const heng_draft_sources *sources, int32_t format, heng_text **out,
                                heng_error **error);
HENG_API heng_status heng_draft_with(const heng_rubric *rubric, const heng_facts *facts,
                                     const heng_draft_sources *sources, int32_t format,
                                     const heng_options *options, heng_text **out,
                                     heng_error **error);

/* Returns the document, and its length in bytes; `length` may be NULL. */
HENG_API const char *heng_text_data(const heng_text *text, size_t *length);

/* ---- Goals and indicator libraries ------------------------------------------ since 0.1 ---- */

/* Checks the plan/1 document of `length` bytes: duties without tasks, projects without indicators,
 * money that does not add up, targets without direction or unit, adjustments that came too late.
 * `library` is a library/1 document to match the indicators to, NULL with length 0 for none.
 * `latest` is the last day for adjustments and `outcome_known` the first day on which the outcome
 * was known, NUL-terminated: "2023-09-30", or "09-30" in the plan's year; NULL is none, and the end
 * of the plan's year. HENG_SYNTAX_ERROR, HENG_INVALID_ARGUMENT, HENG_LIMIT_EXCEEDED: a document
 * can't be read, or a day is none. The report is read as that of heng_lint: heng_report_complete is
 * 1 where there is nothing but notes, and its JSON is
 * {"plan":{…},"findings":[…],"quantified":[…],"money":{…},"clean":…}. Follows `language`,
 * `cancelled` (asked between the checks) and `max_bytes` of each document. */
HENG_API heng_status heng_plan_check(const char *json, size_t length, const char *library,
                                     size_t library_length, const char *latest,
                                     const char *outcome_known, heng_report **out,
                                     heng_error **error);
HENG_API heng_status heng_plan_check_with(const char *json, size_t length, const char *library,
                                          size_t library_length, const char *latest,
                                          const char *outcome_known, const heng_options *options,
                                          heng_report **out, heng_error **error);

/* Checks the library/1 document of `length` bytes: indicators that are in it twice, and which of
 * them `plan_count` plan/1 documents use. The findings are the library's, then each plan's. The
 * report's JSON is {"library":{…},"findings":[…],"unused":[…],"retired":[…],"invalid":[…],
 * "plans":[…],"clean":…}. Fails as heng_plan_check does. Follows `language`, `cancelled` (asked
 * before each plan) and `max_bytes` of each document. */
HENG_API heng_status heng_library_check(const char *json, size_t length, const char *const *plans,
                                        const size_t *plan_lengths, size_t plan_count,
                                        heng_report **out, heng_error **error);
HENG_API heng_status heng_library_check_with(const char *json, size_t length,
                                             const char *const *plans, const size_t *plan_lengths,
                                             size_t plan_count, const heng_options *options,
                                             heng_report **out, heng_error **error);

/* Finds the indicators of the library/1 document of `length` bytes whose code, name or alias is or
 * contains `text`, as {"matches":[{"code","name","by",…}]}, better ones first. Fails as
 * heng_plan_check does; HENG_INVALID_ARGUMENT: `text` is not UTF-8, such as a text that is cut
 * inside a character; HENG_LIMIT_EXCEEDED: it has more than 64 MiB. Follows `max_bytes` of both.
 */
HENG_API heng_status heng_library_search(const char *json, size_t length, const char *text,
                                         size_t text_length, heng_text **out, heng_error **error);
HENG_API heng_status heng_library_search_with(const char *json, size_t length, const char *text,
                                              size_t text_length, const heng_options *options,
                                              heng_text **out, heng_error **error);

/* Gives the facts/1 document of `length` bytes with the targets of a plan/1 document as they were
 * in force at the end of the day `at` ("2023-09-30", NUL-terminated; NULL is the end of the plan's
 * year), and a note on the adjustments behind them. It is loaded and scored as any other.
 * HENG_SYNTAX_ERROR, HENG_INVALID_FACTS, HENG_LIMIT_EXCEEDED; HENG_INVALID_ARGUMENT: the plan can't
 * be read or is ambiguous, or `at` is no day. Follows `language` and `max_bytes` of each document.
 */
HENG_API heng_status heng_facts_in_force(const heng_rubric *rubric, const char *json, size_t length,
                                         const char *plan, size_t plan_length, const char *at,
                                         heng_text **out, heng_error **error);
HENG_API heng_status heng_facts_in_force_with(const heng_rubric *rubric, const char *json,
                                              size_t length, const char *plan, size_t plan_length,
                                              const char *at, const heng_options *options,
                                              heng_text **out, heng_error **error);

/* Gives the library/1 document of the built-in library with this id (NUL-terminated), such as
 * "common-indicators". HENG_NOT_FOUND: the error's message names the nearest id. */
HENG_API heng_status heng_library_builtin(const char *id, heng_text **out, heng_error **error);

/* ---- Monitoring and the use of results ---------------------------------------- since 0.1 ---- */

/* Compares the spending and the goals of a progress/1 document with the thresholds of a policy/1
 * document, as of a day: `as_of` ("2023-06-30", NUL-terminated), or NULL for that of the document,
 * else of its last entry. The report's findings are the warnings, with the codes warning-spending,
 * warning-goals and warning-gap (HENG_ERROR is red, HENG_WARNING yellow, line 0), then the mistakes
 * in the document; heng_report_complete is 1 where there is no warning and nothing but
 * notes. Its JSON is {"policy":{…},"subject":{…},"unit","as_of","whole":{…},"projects":[…],
 * "findings":[…],"clean":…}. HENG_SYNTAX_ERROR, HENG_INVALID_ARGUMENT, HENG_LIMIT_EXCEEDED: a
 * document can't be read, rules of the policy conflict, or the day is not of the subject's year.
 * Follows `language`, `cancelled`, `max_bytes` of each document, and `max_steps` of the search for
 * conflicts. */
HENG_API heng_status heng_monitor(const char *progress, size_t progress_length, const char *policy,
                                  size_t policy_length, const char *as_of, heng_report **out,
                                  heng_error **error);
HENG_API heng_status heng_monitor_with(const char *progress, size_t progress_length,
                                       const char *policy, size_t policy_length, const char *as_of,
                                       const heng_options *options, heng_report **out,
                                       heng_error **error);

/* Decides by a policy on each project, from the findings of heng_monitor and a scores/1 document
 * (NULL with length 0: none). The report's findings are the decisions in the order of the projects,
 * with the codes decision-continue (HENG_NOTE), -defer, -return, -adjust, -stop and -none
 * (HENG_WARNING), then those about the documents; heng_report_complete is 1 where every project
 * continues. Its JSON is {"policy":{…},"subject":{…},"unit","as_of","decisions":[…],
 * "findings":[…],"clean":…}. Fails as heng_monitor does; HENG_LIMIT_EXCEEDED: evaluating the rules
 * for all projects takes too long, or `max_steps`. Otherwise follows what that follows. */
HENG_API heng_status heng_decide(const char *progress, size_t progress_length, const char *policy,
                                 size_t policy_length, const char *scores, size_t scores_length,
                                 const char *as_of, heng_report **out, heng_error **error);
HENG_API heng_status heng_decide_with(const char *progress, size_t progress_length,
                                      const char *policy, size_t policy_length, const char *scores,
                                      size_t scores_length, const char *as_of,
                                      const heng_options *options, heng_report **out,
                                      heng_error **error);

/* Gives the built-in policy with this id (NUL-terminated), such as "province-thresholds", as the
 * JSON of a report without findings. HENG_NOT_FOUND: the error's message names the nearest id. */
HENG_API heng_status heng_policy_builtin(const char *id, heng_report **out, heng_error **error);

/* ---- Errors ------------------------------------------------------------------- since 0.1 ---- */

/* Returns the status that the failing function returned. */
HENG_API heng_status heng_error_status(const heng_error *error);

/* Returns the code of the mistake, for machines: stable, such as "rubric.points-sum". */
HENG_API const char *heng_error_code(const heng_error *error);

/* Returns a sentence that says what was found and what was expected; advice on what to write
 * instead follows in parentheses where there is any. Wording may change. */
HENG_API const char *heng_error_message(const heng_error *error);

/* Returns the JSON Pointer (RFC 6901) of the place, "" for the whole document; NULL where there is
 * none. */
HENG_API const char *heng_error_pointer(const heng_error *error);

/* Return line and column of the place, from 1, in characters (code points); 0 where it is not
 * known. */
HENG_API size_t heng_error_line(const heng_error *error);
HENG_API size_t heng_error_column(const heng_error *error);

/* Returns the line of the document at the place, cut to 76 cells of a terminal (a Chinese character
 * takes two), a newline, and "^" below the place, "^~~~" where its length is known; control
 * characters are replaced. For people, in a fixed-width font. NULL where there is nothing to show.
 * */
HENG_API const char *heng_error_excerpt(const heng_error *error);

/* Return how many failures were found in one pass, and each of them; index 0 is the error itself.
 * Each is borrowed from `error`. NULL where index >= count. */
HENG_API size_t heng_error_count(const heng_error *error);
HENG_API const heng_error *heng_error_at(const heng_error *error, size_t index);

/* ---- Release; each takes NULL ------------------------------------------------- since 0.1 ---- */
HENG_API void heng_rubric_free(heng_rubric *rubric);
HENG_API void heng_facts_free(heng_facts *facts);
HENG_API void heng_facts_builder_free(heng_facts_builder *builder);
HENG_API void heng_sheet_free(heng_sheet *sheet);
HENG_API void heng_value_free(heng_value *value);
HENG_API void heng_error_free(heng_error *error);
HENG_API void heng_report_free(heng_report *report);
HENG_API void heng_text_free(heng_text *text);

#ifdef __cplusplus
} /* extern "C" */
#endif

#endif /* HENG_H */
