/* SPDX-License-Identifier: Apache-2.0
 *
 * The doors beside the first ones: options of a call, and sheets in every format. Rules 1, 2, 3, 7
 * and 8 of heng.h for each.
 */
#include "calls.h"

static void options_that_are_none_are_refused(const struct world* world) {
    int which;
    for (which = 0; which < call_count; ++which) {
        const bool counts_none = which >= plan_call && which <= in_force_call;
        struct made made;
        heng_options options = options_of("fr", NULL);
        REFUSED(call_with(which, world, &options, &made, &error), HENG_INVALID_ARGUMENT,
                "argument.language");
        CHECK(!is_anything(&made) && made.summary.documents == 0);
        options = options_of(NULL, NULL);
        options.struct_size = offsetof(heng_options, threads) + 1;
        REFUSED(call_with(which, world, &options, &made, &error), HENG_INVALID_ARGUMENT,
                "argument.struct-size");
        CHECK(!is_anything(&made));
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
    for (which = 0; which < call_count; ++which) {
        const bool is_short = which == search_call || which == in_force_call;
        struct asked asked = {0, 1};
        heng_options options = options_of(NULL, &asked);
        struct made made;
        heng_error* why = NULL;
        REFUSED(call_with(which, world, &options, &made, &error), HENG_CANCELLED, "call.cancelled");
        CHECK(asked.times == 1 && !is_anything(&made) && made.summary.documents == 0);
        asked.last = 0;
        CHECK_OK(call_with(which, world, &options, &made, &why), why);
        CHECK(asked.times > (is_short ? 0 : 1));
        release(&made);
    }
}

/* Later on, too: the search of an explanation, a proof, and a batch. */
static void long_calls_are_cancelled_on_their_way(const struct world* world) {
    static const int which[] = {5, 6, 7, 8, 10, 11, 13, 17, 18, 19, 20, 23, 24};
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
        CHECK(which[i] < test_call || status == HENG_CANCELLED);
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

/* The message of the error of a call in a language, which the caller frees. */
static heng_error* refused_in(heng_status status, heng_error* error) {
    CHECK(status != HENG_OK && error != NULL);
    return error;
}

static bool has_chinese(const char* text) {
    for (; *text != '\0'; ++text) {
        if ((unsigned char)*text >= 0xE3) {
            return true;
        }
    }
    return false;
}

/* What is wrong with a document or an argument is said in the language of the call, too. */
static void errors_speak(const struct world* world) {
    static const char bad_rubric[] = "{\"heng\": \"rubric/1\", \"language\": \"en\"}";
    static const char bad_facts[] = "{\"heng\": \"facts/1\", \"unit\": \"\xE5\x85\x83\", "
                                    "\"data\": {\"spent\": true}}";
    static const char bad_json[] = "{\"heng\": ";
    static const char* const languages[] = {"zh", "en"};
    size_t i, call;
    for (i = 0; i < 2; ++i) {
        const heng_options options = options_of(languages[i], NULL);
        heng_error* errors[16] = {NULL};
        struct made made;
        size_t count = 0;
        memset(&made, 0, sizeof made);
#define SAY(call_)                                                                                 \
    do {                                                                                           \
        heng_error* error = NULL;                                                                  \
        const heng_status status_ = (call_);                                                       \
        errors[count++] = refused_in(status_, error);                                              \
    } while (0)
        SAY(heng_rubric_load_with(bad_rubric, strlen(bad_rubric), &options, &made.rubric, &error));
        SAY(heng_rubric_load_with(bad_json, strlen(bad_json), &options, &made.rubric, &error));
        SAY(heng_rubric_builtin_with("no-such", &options, &made.rubric, &error));
        SAY(heng_facts_load_with(world->rubric, bad_json, strlen(bad_json), &options, &made.facts,
                                 &error));
        SAY(heng_facts_load_with(world->rubric, bad_facts, strlen(bad_facts), &options, &made.facts,
                                 &error));
        SAY(heng_facts_load_with(NULL, bad_facts, strlen(bad_facts), &options, &made.facts,
                                 &error));
        SAY(heng_lint_with(bad_json, strlen(bad_json), &options, &made.report, &error));
        SAY(heng_score_partial_with(world->rubric, bad_facts, strlen(bad_facts), &options,
                                    &made.text, &error));
        SAY(heng_audit_with(world->rubric, bad_json, strlen(bad_json), &options, &made.report,
                            &error));
        SAY(heng_reconcile_with(claims, strlen(claims), bad_json, strlen(bad_json), &options,
                                &made.report, &error));
        SAY(heng_eval_with("1 +", 3, "{}", 2, &options, &made.value, &error));
        SAY(heng_eval_with("1", 1, bad_json, strlen(bad_json), &options, &made.value, &error));
        SAY(heng_test_with(bad_facts, strlen(bad_facts), world->rubric, 0, &options, &made.text,
                           &error));
        SAY(heng_plan_check_with(bad_facts, strlen(bad_facts), NULL, 0, NULL, NULL, &options,
                                 &made.report, &error));
        SAY(heng_monitor_with(progress, strlen(progress), bad_json, strlen(bad_json), NULL,
                              &options, &made.report, &error));
        SAY(heng_draft_with(world->rubric, world->facts, NULL, 77, &options, &made.text, &error));
#undef SAY
        CHECK(count == sizeof errors / sizeof *errors && !is_anything(&made));
        for (call = 0; call < count; ++call) {
            if (has_chinese(heng_error_message(errors[call])) != (i == 0)) {
                fprintf(stderr, "error %d in %s: %s\n", (int)call, languages[i],
                        heng_error_message(errors[call]));
                exit(1);
            }
            heng_error_free(errors[call]);
        }
    }
}

static void documents_and_steps_are_bounded(const struct world* world) {
    static const int readers[] = {1, 2, 6, 7, 9, 12, 13, 17, 19, 20, 21, 22, 23, 24};
    static const int searches[] = {explain_call, lint_call, reconcile_call, monitor_call};
    static const int steppers[] = {score_call, diff_call,  audit_call, eval_call,
                                   test_call,  draft_call, decide_call};
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
    for (i = 0; i < sizeof steppers / sizeof *steppers; ++i) {
        if (steppers[i] == test_call) { /* its tests fail with it */
            CHECK(call_with(test_call, world, &options, &made, NULL) == HENG_OK);
            CHECK(strstr(heng_text_data(made.text, NULL), "\"passed\": false") != NULL);
            release(&made);
            continue;
        }
        REFUSED(call_with(steppers[i], world, &options, &made, &error), HENG_LIMIT_EXCEEDED,
                "limit.exceeded");
        CHECK(!is_anything(&made));
    }
    for (i = 0; i < sizeof searches / sizeof *searches; ++i) { /* end, and say so */
        const heng_status status = call_with(searches[i], world, &options, &made, NULL);
        CHECK(status == HENG_OK || status == HENG_LIMIT_EXCEEDED);
        release(&made);
    }
    /* of each document in a batch, whichever way it is scored */
    CHECK(call_with(lines_call, world, &options, &made, NULL) == HENG_OK);
    CHECK(made.summary.documents == 2 && made.summary.failed == 2);
    CHECK(call_with(columns_call, world, &options, &made, NULL) == HENG_OK);
    CHECK(made.summary.documents == 2 && made.summary.failed == 2 && totals[1] == HENG_NO_SCORE);
    options.max_steps = 100;
    CHECK(call_with(columns_call, world, &options, &made, NULL) == HENG_OK);
    CHECK(made.summary.failed == 1 && totals[1] == 500);
    CHECK(call_with(audit_call, world, &options, &made, NULL) == HENG_OK);
    release(&made);
    options.max_steps = 1;
    CHECK(call_with(reconcile_call, world, &options, &made, NULL) == HENG_OK);
    release(&made);
    /* places of columns, where these do not say */
    options = options_of(NULL, NULL);
    options.places = 3;
    options.threads = 2;
    CHECK(call_with(columns_call, world, &options, &made, NULL) == HENG_OK);
    CHECK(made.summary.failed == 1 && totals[0] == HENG_NO_SCORE && totals[1] == 5000);
}

static void sheets_in_every_format(const struct world* world) {
    static const int32_t formats[] = {HENG_MARKDOWN, HENG_HTML, HENG_JSON,
                                      HENG_TEXT,     HENG_CSV,  HENG_CSV_MARKED};
    heng_text* text = (heng_text*)1;
    heng_text* plain = NULL;
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
        } else if (formats[i] == HENG_CSV) {
            CHECK(strncmp(heng_text_data(text, NULL), "\xEF\xBB\xBF", 3) != 0);
            plain = text; /* what the marked one has behind its mark */
            continue;
        } else if (formats[i] == HENG_CSV_MARKED) {
            CHECK(strncmp(heng_text_data(text, NULL), "\xEF\xBB\xBF", 3) == 0);
            CHECK_TEXT(heng_text_data(text, NULL) + 3, heng_text_data(plain, NULL));
        }
        heng_text_free(text);
    }
    heng_text_free(plain);
    REFUSED(heng_sheet_render(world->sheet, 0, NULL, &text, &error), HENG_INVALID_ARGUMENT,
            "argument.format");
    REFUSED(heng_sheet_render(world->sheet, 7, NULL, &text, &error), HENG_INVALID_ARGUMENT,
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
    const struct world world = make_world();
    options_that_are_none_are_refused(&world);
    calls_are_cancelled(&world);
    long_calls_are_cancelled_on_their_way(&world);
    calls_speak(&world);
    errors_speak(&world);
    documents_and_steps_are_bounded(&world);
    sheets_in_every_format(&world);
    free_world(world);
    return 0;
}
