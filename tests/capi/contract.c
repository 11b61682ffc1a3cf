/* SPDX-License-Identifier: Apache-2.0
 *
 * The numbered rules at the top of heng.h, each as a test; and the real report, scored.
 */
#include "check.h"

/* Any address that is not NULL: what a failing call must overwrite. */
static void *rubbish(void) {
    static int somewhere;
    return &somewhere;
}

static void rule_1_results_are_null_on_failure(void) {
    heng_rubric *tiny = load_rubric(tiny_rubric);
    heng_facts *facts = load_facts(tiny, "{\"heng\": \"facts/1\", \"subject\": {\"name\": \"A\"},"
                                         " \"unit\": \"\xE5\x85\x83\", \"data\": {}}");
    heng_rubric *rubric = (heng_rubric *)rubbish();
    heng_facts *no_facts = (heng_facts *)rubbish();
    heng_sheet *sheet = (heng_sheet *)rubbish();
    heng_value *value = (heng_value *)rubbish();

    CHECK(heng_rubric_builtin("no-such-rubric", &rubric, NULL) == HENG_NOT_FOUND);
    CHECK(rubric == NULL);
    rubric = (heng_rubric *)rubbish();
    CHECK(heng_rubric_load("{", 1, &rubric, NULL) == HENG_SYNTAX_ERROR);
    CHECK(rubric == NULL);
    CHECK(heng_facts_load(tiny, "{", 1, &no_facts, NULL) == HENG_SYNTAX_ERROR);
    CHECK(no_facts == NULL);
    CHECK(heng_score(tiny, facts, &sheet, NULL) == HENG_INVALID_FACTS);
    CHECK(sheet == NULL);
    CHECK(heng_eval("1 +", 3, NULL, 0, &value, NULL) == HENG_SYNTAX_ERROR);
    CHECK(value == NULL);
    value = (heng_value *)rubbish();
    CHECK(heng_eval_explain("1 +", 3, NULL, 0, &value, NULL) == HENG_SYNTAX_ERROR);
    CHECK(value == NULL);

    heng_facts_free(facts);
    heng_rubric_free(tiny);
}

static void rule_1_what_cannot_fail_takes_null(void) {
    size_t length = 7;
    CHECK(heng_schema(NULL) == NULL && heng_schema("") == NULL && heng_schema("sheet/1") == NULL);
    CHECK(heng_schema("rubric/1") != NULL && heng_schema("rubric") == heng_schema("rubric/1"));
    CHECK(strstr(heng_schema("plan"), "\"urn:heng:schema:plan:1\"") != NULL);
    CHECK(heng_sheet_total(NULL) == NULL);
    CHECK(heng_sheet_rate(NULL) == NULL);
    CHECK(heng_sheet_grade(NULL) == NULL);
    CHECK(heng_sheet_count(NULL) == 0);
    CHECK(heng_sheet_json(NULL, &length) == NULL && length == 0);
    length = 7;
    CHECK(heng_sheet_text(NULL, &length) == NULL && length == 0);
    CHECK(heng_sheet_json(NULL, NULL) == NULL);
    CHECK(heng_sheet_text(NULL, NULL) == NULL);
    CHECK(heng_value_type(NULL) == NULL);
    length = 7;
    CHECK(heng_value_text(NULL, &length) == NULL && length == 0);
    length = 7;
    CHECK(heng_value_json(NULL, &length) == NULL && length == 0);
    length = 7;
    CHECK(heng_value_explanation(NULL, &length) == NULL && length == 0);
    CHECK(heng_value_text(NULL, NULL) == NULL && heng_value_json(NULL, NULL) == NULL);
    CHECK(heng_value_explanation(NULL, NULL) == NULL);
    CHECK(heng_error_status(NULL) == HENG_OK);
    CHECK(heng_error_code(NULL) == NULL);
    CHECK(heng_error_message(NULL) == NULL);
    CHECK(heng_error_pointer(NULL) == NULL);
    CHECK(heng_error_excerpt(NULL) == NULL);
    CHECK(heng_error_line(NULL) == 0);
    CHECK(heng_error_column(NULL) == 0);
    CHECK(heng_error_count(NULL) == 0);
    CHECK(heng_error_at(NULL, 0) == NULL);
    CHECK(heng_error_at(NULL, 1) == NULL);
}

static void rule_2_an_error_is_owned_or_null(void) {
    heng_rubric *rubric = NULL;
    heng_error *error = (heng_error *)rubbish();
    CHECK_OK(heng_rubric_load(tiny_rubric, strlen(tiny_rubric), &rubric, &error), error);
    CHECK(error == NULL);
    heng_rubric_free(rubric);

    CHECK(heng_rubric_builtin("no-such-rubric", &rubric, &error) == HENG_NOT_FOUND);
    CHECK(error != NULL);
    CHECK(heng_error_status(error) == HENG_NOT_FOUND);
    heng_error_free(error);

    CHECK(heng_rubric_builtin("no-such-rubric", &rubric, NULL) == HENG_NOT_FOUND);
}

static void rule_3_objects_are_freed_in_any_order(void) {
    heng_rubric *rubric = load_rubric(tiny_rubric);
    heng_facts *facts = load_facts(rubric, tiny_facts);
    heng_rubric *again = load_rubric(tiny_rubric);
    heng_sheet *sheet;
    heng_rubric_free(rubric);
    sheet = score(again, facts); /* another object with the same document */
    heng_facts_free(facts);
    heng_rubric_free(again);
    CHECK_TEXT(heng_sheet_total(sheet), "1710/287");
    heng_sheet_free(sheet);

    heng_rubric_free(NULL);
    heng_facts_free(NULL);
    heng_sheet_free(NULL);
    heng_value_free(NULL);
    heng_error_free(NULL);
}

static void rule_3_heng_keeps_no_pointer_of_the_callers(void) {
    const size_t length = strlen(tiny_rubric);
    char *json = (char *)malloc(length);
    heng_rubric *rubric = NULL;
    heng_facts *facts;
    heng_sheet *sheet;
    CHECK(json != NULL);
    memcpy(json, tiny_rubric, length); /* and no NUL after it */
    CHECK(heng_rubric_load(json, length, &rubric, NULL) == HENG_OK);
    memset(json, 'x', length);
    free(json);
    facts = load_facts(rubric, tiny_facts);
    sheet = score(rubric, facts);
    CHECK_TEXT(heng_sheet_total(sheet), "1710/287");
    heng_sheet_free(sheet);
    heng_facts_free(facts);
    heng_rubric_free(rubric);
}

static void rule_3_a_value_keeps_no_pointer_of_the_callers(void) {
    char expression[] = {'a', ' ', '+', ' ', '1', 'x'};
    char context[] = {'{', '"', 'a', '"', ':', '2', '}', 'x'};
    heng_value *value = NULL;
    CHECK(heng_eval_explain(expression, 5, context, 7, &value, NULL) == HENG_OK);
    memset(expression, 'x', sizeof expression);
    memset(context, 'x', sizeof context);
    CHECK_TEXT(heng_value_text(value, NULL), "3");
    CHECK_TEXT(heng_value_explanation(value, NULL), "a + 1 = 3\n\xE2\x94\x94 a = 2\n");
    heng_value_free(value);
}

static void rule_4_texts_of_a_value_have_a_length(void) {
    heng_value *value = NULL;
    size_t length = 0;
    CHECK(heng_eval("[1/3, \"\xE8\xA1\xA1\"]", 12, NULL, 0, &value, NULL) == HENG_OK);
    CHECK_TEXT(heng_value_type(value), "list");
    CHECK_TEXT(heng_value_text(value, &length),
               "[0.3333333333333333333333333333333333, \"\xE8\xA1\xA1\"]");
    CHECK(length == strlen(heng_value_text(value, NULL)));
    CHECK(heng_value_json(value, &length)[length] == '\0');
    CHECK(length == strlen(heng_value_json(value, NULL)));
    length = 7;
    CHECK(heng_value_explanation(value, &length) == NULL && length == 0); /* not asked for */
    heng_value_free(value);

    value = evaluate("1 / 0", "");
    CHECK_TEXT(heng_value_type(value), "null");
    CHECK_TEXT(heng_value_text(value, NULL), "null");
    CHECK_TEXT(heng_value_explanation(value, &length), "1 / 0 = null (a division by zero)\n");
    CHECK(length == strlen(heng_value_explanation(value, NULL)));
    heng_value_free(value);

    CHECK(heng_eval("1\0+2", 4, NULL, 0, &value, NULL) == HENG_SYNTAX_ERROR && value == NULL);
    CHECK(heng_eval("\"\\u0000\"", 8, NULL, 0, &value, NULL) == HENG_SYNTAX_ERROR);
}

static void rule_5_values_are_exact_text(void) {
    heng_value *value = evaluate("spent / budget", "{\"spent\": 171, \"budget\": 287}");
    CHECK_TEXT(heng_value_type(value), "number");
    CHECK_TEXT(heng_value_text(value, NULL), "0.5958188153310104529616724738675958");
    CHECK(strstr(heng_value_json(value, NULL), "\"exact\":\"171/287\"") != NULL);
    heng_value_free(value);
    value = evaluate("0.1 + 0.2", "");
    CHECK_TEXT(heng_value_text(value, NULL), "0.3");
    heng_value_free(value);
    value =
        evaluate("filed + @\"P1D\"", "{\"filed\":{\"type\":\"date\",\"value\":\"2024-02-28\"}}");
    CHECK_TEXT(heng_value_type(value), "date");
    CHECK_TEXT(heng_value_text(value, NULL), "2024-02-29");
    heng_value_free(value);
}

static void rule_4_texts_have_a_length(void) {
    heng_rubric *rubric = NULL;
    heng_error *error = NULL;
    heng_sheet *sheet = tiny_sheet();
    size_t length = 0;

    CHECK(heng_rubric_load(NULL, 0, &rubric, &error) == HENG_SYNTAX_ERROR); /* the empty text */
    heng_error_free(error);
    CHECK(heng_rubric_load(NULL, 1, &rubric, &error) == HENG_INVALID_ARGUMENT);
    CHECK_TEXT(heng_error_code(error), "argument.null");
    heng_error_free(error);
    CHECK(heng_rubric_load("{}garbage", 2, &rubric, &error) == HENG_INVALID_RUBRIC);
    heng_error_free(error);
    CHECK(heng_rubric_load("\"\xFF\"", 3, &rubric, &error) == HENG_SYNTAX_ERROR); /* not UTF-8 */
    heng_error_free(error);

    CHECK(heng_sheet_json(sheet, &length)[length] == '\0');
    CHECK(strlen(heng_sheet_json(sheet, NULL)) == length);
    CHECK(heng_sheet_text(sheet, &length)[length] == '\0');
    CHECK(strlen(heng_sheet_text(sheet, NULL)) == length);
    heng_sheet_free(sheet);
}

static void rule_5_numbers_are_exact_text(void) {
    heng_sheet *sheet = tiny_sheet();
    heng_item item;
    item.struct_size = sizeof item;
    CHECK(heng_sheet_find(sheet, "use", &item) == HENG_OK);
    CHECK_TEXT(item.points, "10");
    CHECK_TEXT(item.score, "1710/287");
    CHECK_TEXT(item.lost, "1160/287");
    CHECK_TEXT(item.rate, "59.58%");
    CHECK_TEXT(heng_sheet_rate(sheet), "59.58%");
    heng_sheet_free(sheet);
}

static void rule_7_structs_may_be_shorter(void) {
    heng_sheet *sheet = tiny_sheet();
    heng_item item;
    memset(&item, 0x55, sizeof item);
    item.struct_size = offsetof(heng_item, parent); /* an old caller's: up to name */
    CHECK(heng_sheet_item(sheet, 0, &item) == HENG_OK);
    CHECK(item.struct_size == offsetof(heng_item, parent));
    CHECK_TEXT(item.id, "use");
    CHECK_TEXT(item.name, "Use");
    CHECK(item.level == 0x55555555); /* not his */
    item.struct_size = sizeof item.struct_size;
    CHECK(heng_sheet_item(sheet, 0, &item) == HENG_OK);
    heng_sheet_free(sheet);
}

static void rule_7_structs_may_be_longer_with_a_zero_tail(void) {
    struct {
        heng_item known;
        const char *unknown;
    } later;
    heng_sheet *sheet = tiny_sheet();
    memset(&later, 0, sizeof later);
    later.known.struct_size = sizeof later;
    CHECK(heng_sheet_item(sheet, 0, &later.known) == HENG_OK);
    CHECK(later.known.struct_size == sizeof later);
    CHECK_TEXT(later.known.id, "use");
    CHECK(later.unknown == NULL);

    later.unknown = "what heng 0.1 knows nothing of";
    CHECK(heng_sheet_item(sheet, 0, &later.known) == HENG_INVALID_ARGUMENT);
    CHECK(later.known.struct_size == sizeof later);
    CHECK(later.known.id == NULL && later.known.level == 0);
    heng_sheet_free(sheet);
}

static void rule_7_a_struct_size_that_was_forgotten(void) {
    heng_sheet *sheet = tiny_sheet();
    heng_item item;
    memset(&item, 0x55, sizeof item);
    item.struct_size = 0;
    CHECK(heng_sheet_item(sheet, 0, &item) == HENG_INVALID_ARGUMENT);
    CHECK(item.struct_size == 0 && item.level == 0x55555555);
    item.struct_size = sizeof item.struct_size - 1;
    CHECK(heng_sheet_find(sheet, "use", &item) == HENG_INVALID_ARGUMENT);
    CHECK(item.level == 0x55555555);
    heng_sheet_free(sheet);
}

static void items_that_are_not_there(void) {
    heng_sheet *sheet = tiny_sheet();
    heng_item item;
    memset(&item, 0x55, sizeof item);
    item.struct_size = sizeof item;
    CHECK(heng_sheet_count(sheet) == 1);
    CHECK(heng_sheet_item(sheet, 1, &item) == HENG_NOT_FOUND);
    CHECK(item.struct_size == sizeof item && item.id == NULL && item.kind == 0);
    CHECK(heng_sheet_item(sheet, (size_t)-1, &item) == HENG_NOT_FOUND);
    CHECK(heng_sheet_find(sheet, "Use", &item) == HENG_NOT_FOUND);
    CHECK(heng_sheet_find(sheet, "", &item) == HENG_NOT_FOUND);
    heng_sheet_free(sheet);
}

/* `*where` is looked at after the call that gave the status. */
static void check_null(heng_status status, heng_error *const *where, const char *parameter) {
    heng_error *error = *where;
    char quoted[32];
    CHECK(status == HENG_INVALID_ARGUMENT);
    CHECK(heng_error_status(error) == HENG_INVALID_ARGUMENT);
    CHECK_TEXT(heng_error_code(error), "argument.null");
    snprintf(quoted, sizeof quoted, "\"%s\"", parameter);
    CHECK(strstr(heng_error_message(error), quoted) != NULL);
    CHECK(heng_error_pointer(error) == NULL && heng_error_line(error) == 0);
    CHECK(heng_error_excerpt(error) == NULL);
    heng_error_free(error);
}

static void rule_8_null_arguments_are_named(void) {
    heng_rubric *rubric = load_rubric(tiny_rubric);
    heng_facts *facts = load_facts(rubric, tiny_facts);
    heng_rubric *no_rubric = NULL;
    heng_facts *no_facts = NULL;
    heng_sheet *sheet = NULL;
    heng_error *error = NULL;
    heng_item item;

    check_null(heng_rubric_builtin(NULL, &no_rubric, &error), &error, "id");
    check_null(heng_rubric_builtin("x", NULL, &error), &error, "out");
    check_null(heng_rubric_load(NULL, 2, &no_rubric, &error), &error, "json");
    check_null(heng_rubric_load("{}", 2, NULL, &error), &error, "out");
    check_null(heng_facts_load(NULL, "{}", 2, &no_facts, &error), &error, "rubric");
    check_null(heng_facts_load(rubric, NULL, 2, &no_facts, &error), &error, "json");
    check_null(heng_facts_load(rubric, "{}", 2, NULL, &error), &error, "out");
    check_null(heng_score(NULL, facts, &sheet, &error), &error, "rubric");
    check_null(heng_score(rubric, NULL, &sheet, &error), &error, "facts");
    check_null(heng_score(rubric, facts, NULL, &error), &error, "out");
    CHECK(heng_score(NULL, NULL, NULL, NULL) == HENG_INVALID_ARGUMENT);

    sheet = score(rubric, facts);
    item.struct_size = sizeof item;
    CHECK(heng_sheet_item(NULL, 0, &item) == HENG_INVALID_ARGUMENT && item.id == NULL);
    CHECK(heng_sheet_item(sheet, 0, NULL) == HENG_INVALID_ARGUMENT);
    CHECK(heng_sheet_find(NULL, "use", &item) == HENG_INVALID_ARGUMENT);
    CHECK(heng_sheet_find(sheet, NULL, &item) == HENG_INVALID_ARGUMENT);
    CHECK(heng_sheet_find(sheet, "use", NULL) == HENG_INVALID_ARGUMENT);
    heng_sheet_free(sheet);
    heng_facts_free(facts);
    heng_rubric_free(rubric);
}

static void rule_8_null_arguments_of_eval_are_named(void) {
    heng_value *value = NULL;
    heng_error *error = NULL;
    check_null(heng_eval(NULL, 1, NULL, 0, &value, &error), &error, "expression");
    check_null(heng_eval("1", 1, NULL, 1, &value, &error), &error, "context");
    check_null(heng_eval("1", 1, NULL, 0, NULL, &error), &error, "out");
    check_null(heng_eval_explain(NULL, 1, NULL, 0, &value, &error), &error, "expression");
    check_null(heng_eval_explain("1", 1, NULL, 0, NULL, &error), &error, "out");
    CHECK(heng_eval(NULL, 0, NULL, 0, &value, &error) == HENG_SYNTAX_ERROR); /* the empty text */
    heng_error_free(error);
}

static void rule_8_facts_of_another_rubric_are_refused(void) {
    heng_rubric *tiny = load_rubric(tiny_rubric);
    heng_facts *facts = load_facts(tiny, tiny_facts);
    heng_rubric *other = NULL;
    heng_sheet *sheet = NULL;
    heng_error *error = NULL;
    CHECK(heng_rubric_builtin("guangzhou-department-2023", &other, &error) == HENG_OK);
    CHECK(heng_score(other, facts, &sheet, &error) == HENG_INVALID_ARGUMENT);
    CHECK_TEXT(heng_error_code(error), "argument.facts-of-another-rubric");
    CHECK(sheet == NULL);
    heng_error_free(error);
    heng_facts_free(facts);
    heng_rubric_free(other);
    heng_rubric_free(tiny);
}

/* Rules 1, 2, 3, 4, 7 and 8 of heng_lint and its report. */
static void findings(void) {
    struct {
        heng_finding known;
        const char *unknown;
    } later;
    static const char no_denominator[] = "/indicators/0/measure";
    heng_report *report = (heng_report *)rubbish();
    heng_error *error = (heng_error *)rubbish();
    heng_finding finding;
    size_t length = 7;
    CHECK(heng_lint("{", 1, &report, &error) == HENG_SYNTAX_ERROR);
    CHECK(report == NULL && error != NULL);
    heng_error_free(error);
    CHECK(heng_lint("{}", 2, &report, NULL) == HENG_INVALID_RUBRIC && report == NULL);
    check_null(heng_lint(NULL, 2, &report, &error), &error, "json");
    check_null(heng_lint("{}", 2, NULL, &error), &error, "out");
    CHECK(heng_report_count(NULL) == 0 && heng_report_complete(NULL) == 0);
    CHECK(heng_report_json(NULL, &length) == NULL && length == 0);
    CHECK(heng_report_json(NULL, NULL) == NULL);
    heng_report_free(NULL);

    CHECK_OK(heng_lint(tiny_rubric, strlen(tiny_rubric), &report, &error), error);
    CHECK(error == NULL);
    CHECK(heng_report_complete(report) == 0 && heng_report_count(report) >= 1);
    CHECK(heng_report_json(report, &length)[length] == '\0');
    CHECK(strstr(heng_report_json(report, NULL), "\"zero-denominator\"") != NULL);
    memset(&finding, 0x55, sizeof finding);
    finding.struct_size = sizeof finding;
    CHECK(heng_report_finding(report, heng_report_count(report) - 1, &finding) == HENG_OK);
    CHECK_TEXT(finding.code, "zero-denominator");
    CHECK_TEXT(finding.pointer, no_denominator);
    CHECK(finding.severity == HENG_ERROR && finding.reserved == 0 && finding.line >= 1);
    CHECK(strstr(finding.witness, "\"heng\":\"facts/1\"") != NULL && finding.accepted == NULL);

    CHECK(heng_report_finding(report, 99, &finding) == HENG_NOT_FOUND);
    CHECK(finding.struct_size == sizeof finding && finding.code == NULL && finding.severity == 0);
    CHECK(heng_report_finding(NULL, 0, &finding) == HENG_INVALID_ARGUMENT);
    CHECK(heng_report_finding(report, 0, NULL) == HENG_INVALID_ARGUMENT);
    finding.struct_size = 0;
    CHECK(heng_report_finding(report, 0, &finding) == HENG_INVALID_ARGUMENT);
    memset(&finding, 0x55, sizeof finding);
    finding.struct_size = offsetof(heng_finding, message);
    CHECK(heng_report_finding(report, 0, &finding) == HENG_OK && finding.severity == 0x55555555);
    memset(&later, 0, sizeof later);
    later.known.struct_size = sizeof later;
    CHECK(heng_report_finding(report, 0, &later.known) == HENG_OK);
    later.unknown = "what heng 0.1 knows nothing of";
    CHECK(heng_report_finding(report, 0, &later.known) == HENG_INVALID_ARGUMENT);
    heng_report_free(report);
}

static void versions(void) {
    int major = 0;
    int minor = 0;
    int patch = 0;
    CHECK(sscanf(heng_version(), "%d.%d.%d", &major, &minor, &patch) == 3);
    CHECK(heng_version_number() == major * 10000 + minor * 100 + patch);
}

/* The nine level-2 scores that the report prints. */
static void the_report(void) {
    static const struct {
        const char *name, *score, *rate;
    } printed[] = {
        {"整体效能", "24.98", "99.92%"},  {"专项效能", "24.97", "99.88%"},
        {"预算编制", "3.00", "100.00%"},  {"预算执行", "4.00", "100.00%"},
        {"信息公开", "4.00", "100.00%"},  {"绩效管理", "15.00", "100.00%"},
        {"采购管理", "5.80", "58.00%"},   {"资产管理", "8.50", "85.00%"},
        {"运行成本", "4.00", "100.00%"},
    };
    char *json = read_file(GUANGZHOU_FACTS);
    heng_rubric *rubric = NULL;
    heng_error *error = NULL;
    heng_facts *facts;
    heng_sheet *sheet;
    size_t i;
    size_t level_2 = 0;
    CHECK_OK(heng_rubric_builtin("guangzhou-department-2023", &rubric, &error), error);
    facts = load_facts(rubric, json);
    sheet = score(rubric, facts);
    CHECK_TEXT(heng_sheet_total(sheet), "94.25");
    CHECK_TEXT(heng_sheet_rate(sheet), "94.25%");
    CHECK_TEXT(heng_sheet_grade(sheet), "优");
    for (i = 0; i < heng_sheet_count(sheet); ++i) {
        heng_item item;
        heng_item same;
        item.struct_size = sizeof item;
        same.struct_size = sizeof same;
        CHECK(heng_sheet_item(sheet, i, &item) == HENG_OK);
        CHECK(heng_sheet_find(sheet, item.id, &same) == HENG_OK);
        CHECK(memcmp(&item, &same, sizeof item) == 0);
        CHECK((item.parent == NULL) == (item.level == 1));
        CHECK((item.rule[0] == '\0') == (item.kind == HENG_BRANCH));
        if (item.level == 2) {
            CHECK(level_2 < sizeof printed / sizeof printed[0]);
            CHECK_TEXT(item.name, printed[level_2].name);
            CHECK_TEXT(item.score, printed[level_2].score);
            CHECK_TEXT(item.rate, printed[level_2].rate);
            ++level_2;
        }
    }
    CHECK(level_2 == 9);
    heng_sheet_free(sheet);
    heng_facts_free(facts);
    heng_rubric_free(rubric);
    free(json);
}

int main(void) {
    rule_1_results_are_null_on_failure();
    rule_1_what_cannot_fail_takes_null();
    rule_2_an_error_is_owned_or_null();
    rule_3_objects_are_freed_in_any_order();
    rule_3_heng_keeps_no_pointer_of_the_callers();
    rule_3_a_value_keeps_no_pointer_of_the_callers();
    rule_4_texts_have_a_length();
    rule_4_texts_of_a_value_have_a_length();
    rule_5_values_are_exact_text();
    rule_5_numbers_are_exact_text();
    rule_7_structs_may_be_shorter();
    rule_7_structs_may_be_longer_with_a_zero_tail();
    rule_7_a_struct_size_that_was_forgotten();
    items_that_are_not_there();
    rule_8_null_arguments_are_named();
    rule_8_null_arguments_of_eval_are_named();
    rule_8_facts_of_another_rubric_are_refused();
    findings();
    versions();
    the_report();
    return 0;
}
