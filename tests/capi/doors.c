/* SPDX-License-Identifier: Apache-2.0
 *
 * The doors beside the first ones: options of a call, and sheets in every format. Rules 1, 2, 3, 7
 * and 8 of heng.h for each.
 */
#include "check.h"

/* Says how often it was asked, and ends the call when it has been asked so often. */
struct asked {
    int32_t times;
    int32_t last; /* 0: never */
};

static int32_t ask(void* user) {
    struct asked* asked = (struct asked*)user;
    ++asked->times;
    return asked->last != 0 && asked->times >= asked->last ? 1 : 0;
}

static heng_options options_of(const char* language, struct asked* asked) {
    heng_options options;
    memset(&options, 0, sizeof options);
    options.struct_size = sizeof options;
    options.language = language;
    options.cancelled = asked == NULL ? NULL : ask;
    options.user = asked;
    return options;
}

/* A call that was refused. */
static void refused(int line, heng_status status, heng_status wanted, heng_error* error,
                    const char* code) {
    if (status != wanted || error == NULL || strcmp(heng_error_code(error), code) != 0) {
        fprintf(stderr, "%s:%d: status %d, code %s, wanted %s\n", __FILE__, line, (int)status,
                error == NULL ? "none" : heng_error_code(error), code);
        exit(1);
    }
    CHECK(heng_error_status(error) == wanted && heng_error_message(error)[0] != '\0');
    heng_error_free(error);
}

#define REFUSED(call, wanted, code)                                                                \
    do {                                                                                           \
        heng_error* error = NULL;                                                                  \
        const heng_status status_ = (call);                                                        \
        refused(__LINE__, status_, wanted, error, code);                                           \
    } while (0)

struct world {
    heng_rubric* rubric;
    heng_facts* facts;
    heng_sheet* sheet;
    const char* receipt; /* of the sheet */
};

static const char claims[] = "{\"heng\":\"claims/1\",\"claims\":[{\"id\":\"a\",\"text\":\"1\","
                             "\"formula\":\"1\",\"printed\":\"1\"}]}";

static size_t one_line(void* user, char* buffer, size_t capacity) {
    size_t* left = (size_t*)user;
    const size_t length = *left;
    CHECK(length <= capacity);
    memcpy(buffer, tiny_facts, length);
    *left = 0;
    return length;
}

static int32_t any_line(void* user, uint64_t number, const char* json, size_t length,
                        int32_t failed) {
    (void)user;
    CHECK(number >= 1 && json[length] == '\0' && failed <= 1);
    return 0;
}

static heng_status lines_with(const struct world* world, const heng_options* options,
                              heng_batch_summary* summary, heng_error** error) {
    size_t left = strlen(tiny_facts);
    memset(summary, 0x55, sizeof *summary);
    summary->struct_size = sizeof *summary;
    return heng_batch_lines_with(world->rubric, one_line, any_line, &left, options, summary, error);
}

static int64_t totals[2];

static heng_status columns_with(const struct world* world, const heng_options* options,
                                heng_batch_summary* summary, heng_error** error) {
    static const int64_t spent[] = {1, 5};
    static const int64_t budget[] = {3, 10};
    heng_column columns[2];
    const heng_column* given[2];
    heng_score_columns to;
    memset(columns, 0, sizeof columns);
    memset(&to, 0, sizeof to);
    columns[0].struct_size = columns[1].struct_size = sizeof columns[0];
    columns[0].input = "spent";
    columns[0].values = spent;
    columns[1].input = "budget";
    columns[1].values = budget;
    given[0] = &columns[0];
    given[1] = &columns[1];
    to.struct_size = sizeof to;
    to.totals = totals;
    memset(summary, 0x55, sizeof *summary);
    summary->struct_size = sizeof *summary;
    return heng_batch_columns_with(world->rubric, given, 2, 2, &to, NULL, NULL, options, summary,
                                   error);
}

/* What any call makes. */
struct made {
    heng_rubric* rubric;
    heng_facts* facts;
    heng_sheet* sheet;
    heng_report* report;
    heng_text* text;
    heng_batch_summary summary;
};

enum { first_call = 0, lint_call = 6, lines_call = 10, columns_call = 11, call_count = 15 };

/* Each call that takes options, with all else sound. */
static heng_status call_with(int which, const struct world* world, const heng_options* options,
                             struct made* made, heng_error** error) {
    const size_t rubric_length = strlen(tiny_rubric);
    const size_t facts_length = strlen(tiny_facts);
    heng_facts_builder* builder = NULL;
    heng_status status;
    memset(made, 0, sizeof *made);
    switch (which) {
    case 0:
        return heng_rubric_builtin_with("project-2020", options, &made->rubric, error);
    case 1:
        return heng_rubric_load_with(tiny_rubric, rubric_length, options, &made->rubric, error);
    case 2:
        return heng_facts_load_with(world->rubric, tiny_facts, facts_length, options, &made->facts,
                                    error);
    case 3:
        return heng_score_with(world->rubric, world->facts, options, &made->sheet, error);
    case 4:
        return heng_sheet_render(world->sheet, HENG_TEXT, options, &made->text, error);
    case 5:
        return heng_explain_with(world->rubric, world->facts, options, &made->text, error);
    case 6:
        return heng_lint_with(tiny_rubric, rubric_length, options, &made->report, error);
    case 7:
        return heng_score_partial_with(world->rubric, tiny_facts, facts_length, options,
                                       &made->text, error);
    case 8:
        return heng_diff_with(world->facts, world->facts, options, &made->text, error);
    case 9:
        return heng_verify_with(world->receipt, strlen(world->receipt), world->rubric, world->facts,
                                options, &made->text, error);
    case 10:
        return lines_with(world, options, &made->summary, error);
    case 11:
        return columns_with(world, options, &made->summary, error);
    case 12:
        return heng_audit_with(world->rubric, tiny_facts, facts_length, options, &made->report,
                               error);
    case 13:
        return heng_reconcile_with(claims, strlen(claims), tiny_facts, facts_length, options,
                                   &made->report, error);
    default:
        CHECK(heng_facts_builder_new(world->rubric, &builder, NULL) == HENG_OK);
        status = heng_facts_builder_finish(builder, options, &made->facts, error);
        heng_facts_builder_free(builder);
        return status;
    }
}

static bool is_anything(const struct made* made) {
    return made->rubric != NULL || made->facts != NULL || made->sheet != NULL ||
           made->report != NULL || made->text != NULL;
}

static void release(struct made* made) {
    heng_rubric_free(made->rubric);
    heng_facts_free(made->facts);
    heng_sheet_free(made->sheet);
    heng_report_free(made->report);
    heng_text_free(made->text);
}

static void options_that_are_none_are_refused(const struct world* world) {
    int which;
    for (which = first_call; which < call_count; ++which) {
        const bool counts_none =
            which == lines_call || which == columns_call || which == 12 || which == 13;
        struct made made;
        heng_options options = options_of("fr", NULL);
        REFUSED(call_with(which, world, &options, &made, &error), HENG_INVALID_ARGUMENT,
                "argument.language");
        CHECK(!is_anything(&made) && made.summary.documents == 0);
        options = options_of(NULL, NULL);
        options.places = 10;
        REFUSED(call_with(which, world, &options, &made, &error), HENG_INVALID_ARGUMENT,
                "argument.option");
        options.places = 0;
        options.threads = -1;
        REFUSED(call_with(which, world, &options, &made, &error), HENG_INVALID_ARGUMENT,
                "argument.option");
        CHECK(!is_anything(&made));
        options.threads = 0;
        options.max_steps = 1000000;
        if (counts_none) {
            REFUSED(call_with(which, world, &options, &made, &error), HENG_INVALID_ARGUMENT,
                    "argument.option");
        } else {
            CHECK(call_with(which, world, &options, &made, NULL) == HENG_OK);
        }
        release(&made);
    }
}

/* Every call can be ended before it begins, and goes on where nobody ends it. */
static void calls_are_cancelled(const struct world* world) {
    int which;
    for (which = first_call; which < call_count; ++which) {
        struct asked asked = {0, 1};
        heng_options options = options_of(NULL, &asked);
        struct made made;
        heng_error* why = NULL;
        REFUSED(call_with(which, world, &options, &made, &error), HENG_CANCELLED, "call.cancelled");
        CHECK(asked.times == 1 && !is_anything(&made) && made.summary.documents == 0);
        asked.last = 0;
        CHECK_OK(call_with(which, world, &options, &made, &why), why);
        CHECK(asked.times > 1);
        release(&made);
    }
}

/* Later on, too: the search of an explanation, a proof, and a batch. */
static void long_calls_are_cancelled_on_their_way(const struct world* world) {
    static const int which[] = {5, 6, 7, 8, 10, 11, 13};
    size_t i;
    for (i = 0; i < sizeof which / sizeof *which; ++i) {
        struct asked asked = {0, 3};
        heng_options options = options_of(NULL, &asked);
        struct made made;
        heng_error* error = NULL;
        const heng_status status = call_with(which[i], world, &options, &made, &error);
        /* two of these questions are put before the call begins */
        CHECK(status == HENG_CANCELLED ? asked.times == 3 : asked.times < 3);
        CHECK(status == HENG_OK || !is_anything(&made));
        CHECK(which[i] != lint_call || status == HENG_CANCELLED);
        CHECK(which[i] != lines_call || status == HENG_CANCELLED);
        heng_error_free(error);
        release(&made);
    }
}

/* The language of a call is that of what it says, whatever the rubric speaks. */
static void calls_speak(const struct world* world) {
    const heng_options zh = options_of("zh", NULL);
    const heng_options en = options_of("en", NULL);
    static const int text_calls[] = {4, 5};
    struct made first, second;
    heng_item item;
    heng_finding finding;
    size_t i;
    for (i = 0; i < sizeof text_calls / sizeof *text_calls; ++i) {
        CHECK(call_with(text_calls[i], world, &zh, &first, NULL) == HENG_OK);
        CHECK(call_with(text_calls[i], world, &en, &second, NULL) == HENG_OK);
        CHECK(strcmp(heng_text_data(first.text, NULL), heng_text_data(second.text, NULL)) != 0);
        release(&first);
        release(&second);
    }
    item.struct_size = sizeof item;
    CHECK(call_with(3, world, &zh, &first, NULL) == HENG_OK);
    CHECK(heng_sheet_item(first.sheet, 0, &item) == HENG_OK);
    CHECK(strstr(item.why, "\xE5\x88\x86") != NULL); /* 分 */
    release(&first);
    /* facts and rubrics keep the language that they were loaded in */
    CHECK(call_with(2, world, &zh, &first, NULL) == HENG_OK);
    second.sheet = score(world->rubric, first.facts);
    CHECK(heng_sheet_item(second.sheet, 0, &item) == HENG_OK);
    CHECK(strstr(item.why, "\xE5\x88\x86") != NULL);
    heng_sheet_free(second.sheet);
    release(&first);
    finding.struct_size = sizeof finding;
    CHECK(call_with(lint_call, world, &zh, &first, NULL) == HENG_OK);
    CHECK(heng_report_finding(first.report, 0, &finding) == HENG_OK);
    CHECK((unsigned char)finding.message[strlen(finding.message) - 1] >= 0x80);
    release(&first);
    /* a sheet in the other language is a true receipt of a call in that language */
    CHECK(call_with(3, world, &zh, &first, NULL) == HENG_OK);
    CHECK(heng_verify_with(heng_sheet_json(first.sheet, NULL),
                           strlen(heng_sheet_json(first.sheet, NULL)), world->rubric, world->facts,
                           &zh, &second.text, NULL) == HENG_OK);
    CHECK(strstr(heng_text_data(second.text, NULL), "\"differences\": []") != NULL);
    heng_text_free(second.text);
    release(&first);
}

static void documents_and_steps_are_bounded(const struct world* world) {
    static const int readers[] = {1, 2, 6, 7, 9, 12, 13};
    heng_options options = options_of(NULL, NULL);
    struct made made;
    size_t i;
    options.max_bytes = 10;
    for (i = 0; i < sizeof readers / sizeof *readers; ++i) {
        REFUSED(call_with(readers[i], world, &options, &made, &error), HENG_LIMIT_EXCEEDED,
                "limit.bytes");
        CHECK(!is_anything(&made));
    }
    CHECK(call_with(lines_call, world, &options, &made, NULL) == HENG_OK);
    CHECK(made.summary.documents == 2 && made.summary.failed == 2);
    options.max_bytes = UINT64_MAX;
    CHECK(call_with(2, world, &options, &made, NULL) == HENG_OK);
    release(&made);
    options = options_of(NULL, NULL);
    options.max_steps = 1;
    REFUSED(call_with(8, world, &options, &made, &error), HENG_LIMIT_EXCEEDED, "limit.exceeded");
    /* places of columns, where these do not say */
    options = options_of(NULL, NULL);
    options.places = 3;
    options.threads = 2;
    CHECK(call_with(columns_call, world, &options, &made, NULL) == HENG_OK);
    CHECK(made.summary.failed == 1 && totals[0] == HENG_NO_SCORE && totals[1] == 5000);
}

static void sheets_in_every_format(const struct world* world) {
    static const int32_t formats[] = {HENG_MARKDOWN, HENG_HTML, HENG_JSON, HENG_TEXT, HENG_CSV};
    heng_text* text = (heng_text*)1;
    heng_error* why = NULL;
    size_t i;
    for (i = 0; i < sizeof formats / sizeof *formats; ++i) {
        size_t length = 0;
        CHECK_OK(heng_sheet_render(world->sheet, formats[i], NULL, &text, &why), why);
        CHECK(heng_text_data(text, &length)[length] == '\0' && length > 0);
        if (formats[i] == HENG_JSON) {
            CHECK_TEXT(heng_text_data(text, NULL), heng_sheet_json(world->sheet, NULL));
        } else if (formats[i] == HENG_TEXT) {
            CHECK_TEXT(heng_text_data(text, NULL), heng_sheet_text(world->sheet, NULL));
        } else if (formats[i] == HENG_HTML) {
            CHECK(strstr(heng_text_data(text, NULL), "<table") != NULL);
        }
        heng_text_free(text);
    }
    REFUSED(heng_sheet_render(world->sheet, 0, NULL, &text, &error), HENG_INVALID_ARGUMENT,
            "argument.format");
    REFUSED(heng_sheet_render(world->sheet, 6, NULL, &text, &error), HENG_INVALID_ARGUMENT,
            "argument.format");
    REFUSED(heng_sheet_render(NULL, HENG_JSON, NULL, &text, &error), HENG_INVALID_ARGUMENT,
            "argument.null");
    REFUSED(heng_sheet_render(world->sheet, HENG_JSON, NULL, NULL, &error), HENG_INVALID_ARGUMENT,
            "argument.null");
    CHECK(text == NULL);
    /* it is written once: the same text each time */
    CHECK(heng_sheet_json(world->sheet, NULL) == heng_sheet_json(world->sheet, NULL));
    CHECK(heng_sheet_text(world->sheet, NULL) == heng_sheet_text(world->sheet, NULL));
}

int main(void) {
    struct world world;
    world.rubric = load_rubric(tiny_rubric);
    world.facts = load_facts(world.rubric, tiny_facts);
    world.sheet = score(world.rubric, world.facts);
    world.receipt = heng_sheet_json(world.sheet, NULL);
    options_that_are_none_are_refused(&world);
    calls_are_cancelled(&world);
    long_calls_are_cancelled_on_their_way(&world);
    calls_speak(&world);
    documents_and_steps_are_bounded(&world);
    sheets_in_every_format(&world);
    heng_sheet_free(world.sheet);
    heng_facts_free(world.facts);
    heng_rubric_free(world.rubric);
    return 0;
}
