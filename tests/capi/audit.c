/* SPDX-License-Identifier: Apache-2.0
 *
 * heng_audit: a published form with a wrong score, and the rules of heng.h.
 */
#include "check.h"

static const char form[] =
    "{\"heng\": \"facts/1\", \"unit\": \"\xE5\x85\x83\",\n"
    " \"data\": {\"spent\": \"171\", \"budget\": 287},\n"
    " \"published\": {\"scores\": {\"use\": \"6\"}, \"total\": \"6\"}}\n";

int main(void) {
    heng_rubric *rubric = NULL;
    heng_report *report = NULL;
    heng_error *error = NULL;
    heng_finding finding;
    size_t length = 0;
    CHECK_OK(heng_rubric_load(tiny_rubric, strlen(tiny_rubric), &rubric, &error), error);

    CHECK_OK(heng_audit(rubric, form, strlen(form), &report, &error), error);
    CHECK(heng_report_count(report) == 1 && heng_report_complete(report) == 0);
    memset(&finding, 0, sizeof finding);
    finding.struct_size = sizeof finding;
    CHECK(heng_report_finding(report, 0, &finding) == HENG_OK);
    CHECK_TEXT(finding.code, "score-from-rounded-rate");
    CHECK_TEXT(finding.found, "6");
    CHECK_TEXT(finding.expected, "5.96");
    CHECK(finding.severity == HENG_ERROR && finding.line == 3 && finding.column > 1);
    CHECK(finding.witness == NULL && finding.accepted == NULL);
    CHECK(strncmp(finding.pointer, "/published/scores/", 18) == 0);
    CHECK(strstr(heng_report_json(report, &length), "\"recomputed\"") != NULL);
    CHECK(length == strlen(heng_report_json(report, NULL)));
    heng_report_free(report);

    /* an older struct, without the last fields */
    CHECK_OK(heng_audit(rubric, form, strlen(form), &report, &error), error);
    memset(&finding, 0, sizeof finding);
    finding.struct_size = offsetof(heng_finding, expected);
    CHECK(heng_report_finding(report, 0, &finding) == HENG_OK);
    CHECK(finding.expected == NULL && finding.found == NULL && finding.code != NULL);
    heng_report_free(report);

    report = NULL;
    CHECK(heng_audit(rubric, "{", 1, &report, &error) == HENG_SYNTAX_ERROR && report == NULL);
    heng_error_free(error);
    CHECK(heng_audit(rubric, "{}", 2, &report, NULL) == HENG_INVALID_FACTS && report == NULL);
    CHECK(heng_audit(NULL, form, strlen(form), &report, &error) == HENG_INVALID_ARGUMENT);
    CHECK_TEXT(heng_error_code(error), "argument.null");
    heng_error_free(error);
    CHECK(heng_audit(rubric, NULL, 2, &report, NULL) == HENG_INVALID_ARGUMENT);
    CHECK(heng_audit(rubric, form, strlen(form), NULL, NULL) == HENG_INVALID_ARGUMENT);

    heng_rubric_free(rubric);
    return 0;
}
