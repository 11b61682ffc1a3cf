/* SPDX-License-Identifier: Apache-2.0
 *
 * heng_reconcile: what it refuses, and what it finds.
 */
#include "check.h"

/* Any address that is not NULL: what a failing call must overwrite. */
static void *rubbish(void) {
    static int somewhere;
    return &somewhere;
}

/* Rules 1, 2, 3, 4 and 8 of heng_reconcile; its report is that of heng_lint. */
int main(void) {
    static const char claims[] =
        "{\"heng\":\"claims/1\",\"claims\":[{\"id\":\"a\",\"text\":\"t\",\"formula\":\"x / y\","
        "\"printed\":\"26%\"}]}";
    static const char facts[] = "{\"heng\":\"facts/1\",\"data\":{\"x\":1,\"y\":4}}";
    heng_report *report = (heng_report *)rubbish();
    heng_error *error = (heng_error *)rubbish();
    heng_finding finding;
    CHECK(heng_reconcile("{", 1, facts, strlen(facts), &report, &error) == HENG_SYNTAX_ERROR);
    CHECK(report == NULL && strncmp(heng_error_message(error), "claims: ", 8) == 0);
    heng_error_free(error);
    CHECK(heng_reconcile("{}", 2, facts, strlen(facts), &report, NULL) == HENG_INVALID_ARGUMENT);
    CHECK(heng_reconcile(claims, strlen(claims), "{}", 2, &report, &error) == HENG_INVALID_FACTS);
    CHECK(report == NULL && strncmp(heng_error_message(error), "facts: ", 7) == 0);
    CHECK_TEXT(heng_error_code(error), "facts.heng");
    heng_error_free(error);
    CHECK(heng_reconcile(NULL, 2, facts, strlen(facts), &report, &error) == HENG_INVALID_ARGUMENT);
    CHECK(report == NULL && error != NULL);
    heng_error_free(error);
    CHECK(heng_reconcile(claims, strlen(claims), NULL, 2, &report, &error) ==
          HENG_INVALID_ARGUMENT);
    CHECK(report == NULL && error != NULL);
    heng_error_free(error);
    CHECK(heng_reconcile(claims, 2, facts, 2, NULL, &error) == HENG_INVALID_ARGUMENT);
    CHECK(report == NULL && error != NULL);
    heng_error_free(error);

    CHECK_OK(heng_reconcile(claims, strlen(claims), facts, strlen(facts), &report, &error), error);
    CHECK(heng_report_complete(report) == 0 && heng_report_count(report) == 1);
    memset(&finding, 0x55, sizeof finding);
    finding.struct_size = sizeof finding;
    CHECK(heng_report_finding(report, 0, &finding) == HENG_OK);
    CHECK_TEXT(finding.code, "ratio-mismatch");
    CHECK_TEXT(finding.pointer, "/claims/0/printed");
    CHECK(finding.severity == HENG_ERROR && finding.line == 1 && finding.column == 79);
    CHECK(finding.witness == NULL && finding.accepted == NULL);
    CHECK(strstr(heng_report_json(report, NULL), "\"expected\": \"25%\"") != NULL);
    heng_report_free(report);
    return 0;
}
