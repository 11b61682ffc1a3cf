/* SPDX-License-Identifier: Apache-2.0
 *
 * heng_batch_columns and heng_batch_row, with the rules of heng.h.
 */
#include "check.h"

static const int64_t spent[] = {171, 1, 5000, 0};
static const int64_t budget[] = {287, 0, 10000, 3};

static heng_column column_of(const char* input, const int64_t* values) {
    heng_column column;
    memset(&column, 0, sizeof column);
    column.struct_size = sizeof column;
    column.input = input;
    column.values = values;
    return column;
}

struct scores {
    int64_t totals[4];
    int32_t grades[4];
    int32_t statuses[4];
    int64_t items[4];
};

static heng_score_columns into(struct scores* scores) {
    heng_score_columns to;
    memset(&to, 0, sizeof to);
    memset(scores, 0x55, sizeof *scores);
    to.struct_size = sizeof to;
    to.totals = scores->totals;
    to.grades = scores->grades;
    to.statuses = scores->statuses;
    to.items = scores->items;
    to.places = 3;
    return to;
}

static int32_t count_rows(void* user, uint64_t rows) {
    *(uint64_t*)user = rows;
    return 0;
}

static int32_t cancel(void* user, uint64_t rows) {
    (void)user;
    (void)rows;
    return 1;
}

static void scored(const heng_rubric* rubric) {
    const heng_column first = column_of("spent", spent);
    const heng_column second = column_of("budget", budget);
    const heng_column* columns[2];
    struct scores scores;
    heng_score_columns to = into(&scores);
    heng_batch_summary summary;
    heng_error* error = NULL;
    uint64_t told = 0;
    int32_t threads;
    columns[0] = &first;
    columns[1] = &second;
    for (threads = -1; threads <= 3; ++threads) {
        to = into(&scores);
        memset(&summary, 0x55, sizeof summary);
        summary.struct_size = sizeof summary;
        CHECK_OK(heng_batch_columns(rubric, columns, 2, 4, &to, count_rows, &told, threads,
                                    &summary, &error),
                 error);
        CHECK(told == 4 && summary.documents == 4 && summary.failed == 2);
        CHECK(summary.cancelled == 0 && summary.reserved == 0);
        CHECK(scores.totals[2] == 5000 && scores.totals[3] == 0);
        CHECK(scores.items[2] == 5000 && scores.items[3] == 0);
        /* 1710/287 has no end, and the rubric does not round; 1/0 has no value */
        CHECK(scores.totals[0] == HENG_NO_SCORE && scores.totals[1] == HENG_NO_SCORE);
        CHECK(scores.statuses[0] == HENG_LIMIT_EXCEEDED && scores.statuses[2] == HENG_OK);
        CHECK(scores.statuses[1] == HENG_INVALID_FACTS && scores.grades[2] == -1);
    }
    to = into(&scores);
    CHECK_OK(heng_batch_columns(rubric, columns, 2, 4, &to, cancel, NULL, 1, &summary, &error),
             error);
    CHECK(summary.cancelled == 1);
    CHECK_OK(heng_batch_columns(rubric, columns, 2, 0, &to, NULL, NULL, 1, &summary, &error),
             error);
    CHECK(summary.documents == 0);
}

static void a_row(const heng_rubric* rubric) {
    heng_column first = column_of("spent", spent);
    heng_column second = column_of("budget", NULL);
    static const char text[] = "287.50";
    static const int32_t ends[] = {0, 6};
    const heng_column* columns[2];
    heng_text* row = NULL;
    heng_facts* facts;
    heng_error* error = NULL;
    first.scale = 2;
    second.text = text;
    second.offsets = ends;
    columns[0] = &first;
    columns[1] = &second;
    CHECK_OK(heng_batch_row(rubric, columns, 2, 0, &row, &error), error);
    CHECK_TEXT(heng_text_data(row, NULL),
               "{\"heng\":\"facts/1\",\"unit\":\"\xE5\x85\x83\",\"data\":"
               "{\"budget\":\"287.50\",\"spent\":1.71}}");
    facts = load_facts(rubric, heng_text_data(row, NULL));
    heng_facts_free(facts);
    heng_text_free(row);
}

static const char goals_rubric[] = "{\"heng\": \"rubric/1\", \"id\": \"g\", \"title\": \"G\", "
                                   "\"basis\": \"local\", \"source\": \"t\","
                                   " \"language\": \"en\", \"points\": \"10\", \"rounding\": "
                                   "{\"scale\": 2, \"mode\": \"half-up\", \"at\":"
                                   " [\"row\"]}, \"inputs\": {\"goals\": {\"type\": \"list\", "
                                   "\"of\": \"target\"}}, \"indicators\": [{\"id\":"
                                   " \"g\", \"name\": \"G\", \"points\": \"10\", \"basis\": "
                                   "\"local\", \"source\": \"t\", \"rule\": {\"kind\":"
                                   " \"targets\", \"rows\": \"goals\", \"weights\": \"equal\"}}]}";

/* Rows of no, two and one target records, of which the last has no actual value. */
struct goals {
    heng_column list, name, direction, target, actual;
    const heng_column* fields[4];
};

static const int32_t goal_ends[] = {0, 0, 2, 3};
static const int32_t one_byte_ends[] = {0, 1, 2, 3};
static const int32_t direction_ends[] = {0, 2, 4, 6};
static const int32_t falling_ends[] = {0, 2, 1, 3};
static const int64_t goal_targets[] = {100, 40, 5};
static const int64_t goal_actuals[] = {925, 500, 0};
static const uint8_t two_of_three[] = {3};

static void fill_goals(struct goals* goals) {
    goals->list = column_of("goals", NULL);
    goals->list.offsets = goal_ends;
    goals->list.fields = goals->fields;
    goals->list.field_count = 4;
    goals->name = column_of("name", NULL);
    goals->name.text = "abc";
    goals->name.offsets = one_byte_ends;
    goals->direction = column_of("direction", NULL);
    goals->direction.text = ">=<=>=";
    goals->direction.offsets = direction_ends;
    goals->target = column_of("target", goal_targets);
    goals->actual = column_of("actual", goal_actuals);
    goals->actual.scale = 1;
    goals->actual.valid = two_of_three;
    goals->fields[0] = &goals->name;
    goals->fields[1] = &goals->direction;
    goals->fields[2] = &goals->target;
    goals->fields[3] = &goals->actual;
}

static void expect(heng_status status, heng_error* error, const char* code);

static void a_list(void) {
    heng_rubric* rubric = load_rubric(goals_rubric);
    struct goals goals;
    const heng_column* columns[1];
    struct scores scores;
    heng_score_columns to = into(&scores);
    heng_batch_summary summary;
    heng_error* error = NULL;
    heng_text* row = NULL;
    heng_column nested;
    summary.struct_size = sizeof summary;
    fill_goals(&goals);
    columns[0] = &goals.list;
    CHECK_OK(heng_batch_columns(rubric, columns, 1, 3, &to, NULL, NULL, 1, &summary, &error),
             error);
    CHECK(summary.documents == 3 && summary.failed == 2);
    CHECK(scores.statuses[0] != HENG_OK && scores.statuses[2] == HENG_INVALID_FACTS);
    CHECK(scores.totals[1] == 8630); /* 9.25 of 10, and 40/50 of 10; halved: 4.63 and 4 */
    CHECK_OK(heng_batch_row(rubric, columns, 1, 2, &row, &error), error);
    CHECK_TEXT(heng_text_data(row, NULL),
               "{\"heng\":\"facts/1\",\"data\":{\"goals\":[{\"name\":\"c\","
               "\"direction\":\">=\",\"target\":5}]}}");
    heng_text_free(row);

#define EXPECT(code)                                                                               \
    do {                                                                                           \
        const heng_status status_ = heng_batch_row(rubric, columns, 1, 2, &row, &error);           \
        expect(status_, error, code);                                                              \
        fill_goals(&goals);                                                                        \
    } while (0)
    goals.fields[2] = NULL;
    EXPECT("argument.null");
    goals.target.input = NULL;
    EXPECT("argument.null");
    goals.target.input = "targets";
    EXPECT("batch.input");
    goals.target.input = "actual";
    EXPECT("batch.column");
    goals.target.values = NULL;
    EXPECT("batch.column");
    goals.target.scale = 19;
    EXPECT("batch.scale");
    goals.target.struct_size = 1;
    EXPECT("argument.struct-size");
    goals.name.text = NULL;
    goals.name.offsets = NULL;
    goals.name.values = goal_targets; /* a name is no number */
    EXPECT("batch.input");
    goals.direction.offsets = falling_ends;
    EXPECT("batch.column");
    nested = goals.list;
    nested.input = "target";
    goals.fields[2] = &nested;
    EXPECT("batch.input");
    goals.list.field_count = SIZE_MAX; /* of which so many are looked at as there can be */
    goals.fields[1] = NULL;
    EXPECT("argument.null");
    goals.list.struct_size = offsetof(heng_column, fields); /* of an older heng */
    EXPECT("batch.column");
#undef EXPECT
    heng_rubric_free(rubric);
}

static void expect(heng_status status, heng_error* error, const char* code) {
    CHECK(status == HENG_INVALID_ARGUMENT && error != NULL);
    CHECK_TEXT(heng_error_code(error), code);
    heng_error_free(error);
}

static void refused(const heng_rubric* rubric) {
    heng_column first = column_of("spent", spent);
    const heng_column* columns[2];
    struct scores scores;
    heng_score_columns to = into(&scores);
    heng_batch_summary summary;
    heng_error* error = NULL;
    heng_text* row = NULL;
    struct {
        heng_column known;
        const char* unknown;
    } later;
    summary.struct_size = sizeof summary;
    columns[0] = &first;
    columns[1] = NULL;
#define EXPECT(call, code)                                                                         \
    do {                                                                                           \
        const heng_status status_ = (call);                                                        \
        expect(status_, error, code);                                                              \
    } while (0)
#define CALL(rubric_, columns_, count_, to_, summary_)                                             \
    heng_batch_columns(rubric_, columns_, count_, 1, to_, NULL, NULL, 1, summary_, &error)
    EXPECT(CALL(NULL, columns, 1, &to, &summary), "argument.null");
    EXPECT(CALL(rubric, NULL, 1, &to, &summary), "argument.null");
    EXPECT(CALL(rubric, columns, 2, &to, &summary), "argument.null");
    EXPECT(CALL(rubric, columns, 1, NULL, &summary), "argument.null");
    EXPECT(CALL(rubric, columns, 1, &to, NULL), "argument.null");
    first.input = NULL;
    EXPECT(CALL(rubric, columns, 1, &to, &summary), "argument.null");
    first.input = "spend";
    EXPECT(CALL(rubric, columns, 1, &to, &summary), "batch.input");
    EXPECT(heng_batch_row(rubric, columns, 1, 0, &row, &error), "batch.input");
    CHECK(row == NULL);
    first.input = "spent";
    first.text = "1"; /* two sorts of values */
    EXPECT(CALL(rubric, columns, 1, &to, &summary), "batch.column");
    first.text = NULL;
    first.scale = 19;
    EXPECT(CALL(rubric, columns, 1, &to, &summary), "batch.scale");
    first.scale = 0;
    to.places = -1;
    EXPECT(CALL(rubric, columns, 1, &to, &summary), "batch.scale");
    to.places = 10;
    EXPECT(CALL(rubric, columns, 1, &to, &summary), "batch.scale");
    to.places = 0;
    to.struct_size = 0;
    EXPECT(CALL(rubric, columns, 1, &to, &summary), "argument.struct-size");
    to.struct_size = sizeof to;
    first.struct_size = 1;
    EXPECT(CALL(rubric, columns, 1, &to, &summary), "argument.struct-size");

    /* a struct of an older heng, which has no texts yet; and one of a newer */
    first.struct_size = offsetof(heng_column, text);
    CHECK(CALL(rubric, columns, 1, &to, &summary) == HENG_OK);
    CHECK(summary.failed == 1); /* no budget */
    memset(&later, 0, sizeof later);
    later.known = column_of("spent", spent);
    later.known.struct_size = sizeof later;
    columns[0] = &later.known;
    CHECK(CALL(rubric, columns, 1, &to, &summary) == HENG_OK);
    later.unknown = "what heng 0.1 knows nothing of";
    EXPECT(CALL(rubric, columns, 1, &to, &summary), "argument.struct-size");
#undef CALL
#undef EXPECT
}

int main(void) {
    heng_rubric* rubric = load_rubric(tiny_rubric);
    scored(rubric);
    a_row(rubric);
    a_list();
    refused(rubric);
    heng_rubric_free(rubric);
    return 0;
}
