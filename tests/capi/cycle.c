/* SPDX-License-Identifier: Apache-2.0
 *
 * Plans and indicator libraries through the C ABI: documents in, findings and JSON out. */
#include "check.h"

static const char plan[] =
    "{\"heng\":\"plan/1\",\"id\":\"p\",\"title\":\"t\",\"language\":\"en\",\"unit\":\"万元\",\n"
    " \"subject\":{\"name\":\"n\",\"year\":2023},\n"
    " \"indicators\":[{\"id\":\"i\",\"name\":\"支出进度\",\"category\":\"成本\",\"target\":\"95%\"}"
    "],\n"
    " \"adjustments\":[{\"id\":\"a\",\"date\":\"2023-09-01\",\"approved\":\"2023-10-01\",\n"
    "  "
    "\"indicator\":\"i\",\"field\":\"target\",\"from\":\"95%\",\"to\":\"90%\",\"reason\":\"r\"}]}";

static heng_finding finding_at(const heng_report *report, size_t index) {
    heng_finding finding;
    memset(&finding, 0, sizeof finding);
    finding.struct_size = sizeof finding;
    CHECK(heng_report_finding(report, index, &finding) == HENG_OK);
    return finding;
}

static void check_plans(void) {
    heng_report *report = NULL;
    heng_error *error = NULL;
    CHECK(heng_plan_check(plan, strlen(plan), NULL, 0, NULL, NULL, &report, &error) == HENG_OK);
    CHECK(error == NULL);
    CHECK(heng_report_count(report) == 1);
    CHECK(heng_report_complete(report) == 0);
    const heng_finding finding = finding_at(report, 0);
    CHECK_TEXT(finding.code, "target-without-direction");
    CHECK_TEXT(finding.pointer, "/indicators/0/target");
    CHECK(finding.line == 3 && finding.column == 65);
    CHECK(finding.severity == HENG_WARNING);
    CHECK(finding.witness == NULL && finding.accepted == NULL);
    size_t length = 0;
    const char *json = heng_report_json(report, &length);
    CHECK(strlen(json) == length);
    CHECK(strstr(json, "\"code\": \"target-without-direction\"") != NULL);
    CHECK(strstr(json, "\"share\": \"100.00%\"") != NULL);
    heng_report_free(report);

    CHECK(heng_plan_check(plan, strlen(plan), NULL, 0, "09-30", "10-01", &report, NULL) == HENG_OK);
    CHECK(heng_report_count(report) == 2);
    CHECK_TEXT(finding_at(report, 1).code, "adjustment-after-outcome");
    CHECK(finding_at(report, 1).severity == HENG_ERROR);
    heng_report_free(report);
    CHECK(heng_plan_check(plan, strlen(plan), NULL, 0, "09-30", NULL, &report, NULL) == HENG_OK);
    CHECK_TEXT(finding_at(report, 1).code, "adjustment-late");
    heng_report_free(report);
}

static void check_libraries(void) {
    heng_text *library = NULL;
    heng_report *report = NULL;
    heng_error *error = NULL;
    CHECK(heng_library_builtin("common-indicators", &library, &error) == HENG_OK);
    size_t length = 0;
    const char *json = heng_text_data(library, &length);

    CHECK(heng_plan_check(plan, strlen(plan), json, length, NULL, NULL, &report, NULL) == HENG_OK);
    CHECK(heng_report_count(report) == 1); /* the alias is found in the library */
    heng_report_free(report);

    const char *plans[] = {plan, plan};
    const size_t lengths[] = {strlen(plan), strlen(plan)};
    CHECK(heng_library_check(json, length, plans, lengths, 2, &report, &error) == HENG_OK);
    CHECK(heng_report_complete(report) == 1);
    CHECK_TEXT(finding_at(report, 0).code, "unused-entry");
    CHECK(strstr(heng_report_json(report, NULL), "\"by\": \"alias\"") != NULL);
    heng_report_free(report);
    CHECK(heng_library_check(json, length, NULL, NULL, 0, &report, &error) == HENG_OK);
    CHECK(heng_report_count(report) == 0);
    heng_report_free(report);

    heng_text *matches = NULL;
    CHECK(heng_library_search(json, length, "结转", strlen("结转"), &matches, &error) == HENG_OK);
    CHECK(strstr(heng_text_data(matches, NULL), "\"code\": \"carry-over-rate\"") != NULL);
    heng_text_free(matches);
    heng_text_free(library);
}

static const char rubric_json[] =
    "{\"heng\":\"rubric/1\",\"id\":\"r\",\"title\":\"t\",\"points\":\"10\",\"language\":\"en\",\n"
    " \"inputs\":{\"goals\":{\"type\":\"list\",\"of\":\"target\"}},\"indicators\":[{\"id\":\"g\",\n"
    " \"name\":\"g\",\"points\":\"10\",\"rule\":{\"kind\":\"targets\",\"rows\":\"goals\",\n"
    " \"weights\":\"equal\"}}]}";
static const char facts_json[] = "{\"heng\":\"facts/1\",\"data\":{\"goals\":[{\"name\":\"支出 进度\",\n"
                                 " \"direction\":\">=\",\"target\":\"95%\",\"actual\":\"90%\"}]}}";

/* The total by the plan's targets at a day; NULL is the end of its year. */
static void check_total(const heng_rubric *rubric, const char *at, const char *total) {
    heng_text *text = NULL;
    heng_facts *facts = NULL;
    heng_sheet *sheet = NULL;
    CHECK(heng_facts_in_force(rubric, facts_json, strlen(facts_json), plan, strlen(plan), at, &text,
                              NULL) == HENG_OK);
    size_t length = 0;
    const char *json = heng_text_data(text, &length);
    CHECK(strstr(json, "x-in-force") != NULL);
    CHECK(heng_facts_load(rubric, json, length, &facts, NULL) == HENG_OK);
    CHECK(heng_score(rubric, facts, &sheet, NULL) == HENG_OK);
    CHECK_TEXT(heng_sheet_total(sheet), total);
    heng_sheet_free(sheet);
    heng_facts_free(facts);
    heng_text_free(text);
}

static void check_in_force(void) {
    heng_rubric *rubric = NULL;
    heng_text *text = NULL;
    heng_error *error = NULL;
    CHECK(heng_rubric_load(rubric_json, strlen(rubric_json), &rubric, NULL) == HENG_OK);
    check_total(rubric, NULL, "10.00");
    check_total(rubric, "2023-10-01", "10.00");
    check_total(rubric, "2023-09-30", "180/19");
    CHECK(heng_facts_in_force(rubric, facts_json, strlen(facts_json), plan, strlen(plan), "2023",
                              &text, &error) == HENG_INVALID_ARGUMENT);
    CHECK_TEXT(heng_error_code(error), "plan.at");
    heng_error_free(error);
    CHECK(heng_facts_in_force(NULL, facts_json, strlen(facts_json), plan, strlen(plan), NULL, &text,
                              &error) == HENG_INVALID_ARGUMENT);
    CHECK_TEXT(heng_error_code(error), "argument.null");
    heng_error_free(error);
    heng_rubric_free(rubric);
}

static void check_failure(heng_status status, heng_status expected, heng_error *const *where,
                          const char *code) {
    CHECK(status == expected);
    CHECK_TEXT(heng_error_code(*where), code);
    heng_error_free(*where);
}

static void check_failures(void) {
    heng_report *report = (heng_report *)plan; /* rubbish, which is set to NULL */
    heng_text *text = NULL;
    heng_error *error = NULL;
    const size_t length = strlen(plan);
    check_failure(heng_plan_check("{", 1, NULL, 0, NULL, NULL, &report, &error), HENG_SYNTAX_ERROR,
                  &error, "json.syntax");
    CHECK(report == NULL);
    check_failure(heng_plan_check("{}", 2, NULL, 0, NULL, NULL, &report, &error),
                  HENG_INVALID_ARGUMENT, &error, "plan.heng");
    check_failure(heng_plan_check(NULL, 1, NULL, 0, NULL, NULL, &report, &error),
                  HENG_INVALID_ARGUMENT, &error, "argument.null");
    check_failure(heng_plan_check(plan, length, NULL, 1, NULL, NULL, &report, &error),
                  HENG_INVALID_ARGUMENT, &error, "argument.null");
    check_failure(heng_plan_check(plan, length, plan, length, NULL, NULL, &report, &error),
                  HENG_INVALID_ARGUMENT, &error, "library.heng");
    check_failure(heng_plan_check(plan, length, NULL, 0, "13-01", NULL, &report, &error),
                  HENG_INVALID_ARGUMENT, &error, "plan.latest");
    check_failure(heng_plan_check(plan, length, NULL, 0, "", NULL, &report, &error),
                  HENG_INVALID_ARGUMENT, &error, "plan.latest"); /* NULL is none, "" no day */
    check_failure(heng_plan_check(plan, length, NULL, 0, NULL, "never", &report, &error),
                  HENG_INVALID_ARGUMENT, &error, "plan.outcome-known");
    check_failure(heng_plan_check(plan, length, NULL, 0, NULL, NULL, NULL, &error),
                  HENG_INVALID_ARGUMENT, &error, "argument.null");
    check_failure(heng_library_check(plan, length, NULL, NULL, 0, &report, &error),
                  HENG_INVALID_ARGUMENT, &error, "library.heng");
    check_failure(heng_library_check(plan, length, NULL, NULL, 1, &report, &error),
                  HENG_INVALID_ARGUMENT, &error, "argument.null");
    check_failure(heng_library_search("", 0, "x", 1, &text, &error), HENG_SYNTAX_ERROR, &error,
                  "json.empty");
    check_failure(heng_library_builtin("common", &text, &error), HENG_NOT_FOUND, &error,
                  "library.not-found");
    CHECK(text == NULL);
    check_failure(heng_library_builtin(NULL, &text, &error), HENG_INVALID_ARGUMENT, &error,
                  "argument.null");
}

int main(void) {
    check_plans();
    check_libraries();
    check_in_force();
    check_failures();
    return 0;
}
