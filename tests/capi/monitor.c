/* SPDX-License-Identifier: Apache-2.0
 *
 * Monitoring and the use of results through the C ABI: documents in, a report out.
 */
#include "check.h"

static const char progress[] =
    "{\"heng\": \"progress/1\", \"subject\": {\"name\": \"A\", \"year\": 2024},\n"
    " \"unit\": \"\xE5\x85\x83\", \"projects\": [\n"
    "  {\"id\": \"p\", \"name\": \"P\", \"budget\": \"1000\", \"entries\": [\n"
    "   {\"date\": \"2024-06-30\", \"spent\": \"350\", \"goal_progress\": \"40%\"}]},\n"
    "  {\"id\": \"q\", \"name\": \"Q\", \"budget\": \"10\", \"entries\": [\n"
    "   {\"date\": \"2024-06-30\", \"spent\": \"11\", \"goal_progress\": \"100%\"}]}]}\n";

static const char policy[] =
    "{\"heng\": \"policy/1\", \"id\": \"c\", \"title\": \"C\", \"basis\": \"local\",\n"
    " \"source\": \"tests/capi\", \"language\": \"en\",\n"
    " \"monitoring\": {\"spending\": [{\"by\": \"06-30\", \"at_least\": \"40%\"}]},\n"
    " \"decisions\": [{\"id\": \"late\", \"when\": \"warning = \\\"red\\\"\",\n"
    "   \"decision\": \"defer\", \"label\": \"defer payment\", \"priority\": 2},\n"
    "  {\"id\": \"poor\", \"when\": \"score < 60\", \"decision\": \"stop\",\n"
    "   \"label\": \"stop\", \"priority\": 1}]}\n";

static const char scores[] =
    "{\"heng\": \"scores/1\", \"scores\": [{\"project\": \"q\", \"score\": \"59\"}]}";

static heng_finding finding_at(const heng_report* report, size_t index) {
    heng_finding finding;
    memset(&finding, 0, sizeof finding);
    finding.struct_size = sizeof finding;
    CHECK(heng_report_finding(report, index, &finding) == HENG_OK);
    return finding;
}

static void monitored(void) {
    heng_report* report = NULL;
    heng_error* error = NULL;
    heng_finding finding;
    size_t length = 0;
    CHECK_OK(
        heng_monitor(progress, strlen(progress), policy, strlen(policy), NULL, &report, &error),
        error);
    CHECK(heng_report_count(report) == 2);
    finding = finding_at(report, 0);
    CHECK_TEXT(finding.code, "warning-spending");
    CHECK_TEXT(finding.pointer, "/projects/0");
    CHECK(finding.severity == HENG_ERROR && finding.line == 0);
    CHECK(strstr(finding.message, "50\xE5\x85\x83 more spent clears it") != NULL);
    finding = finding_at(report, 1);
    CHECK_TEXT(finding.code, "spent-above-budget");
    CHECK(finding.line == 6);
    CHECK(heng_report_complete(report) == 0);
    CHECK(strstr(heng_report_json(report, &length), "\"money\": \"50\"") != NULL);
    CHECK(length == strlen(heng_report_json(report, NULL)));
    heng_report_free(report);
    CHECK_OK(heng_monitor(progress, strlen(progress), policy, strlen(policy), "2024-06-29", &report,
                          &error),
             error);
    CHECK(heng_report_count(report) == 5); /* no entries yet, and two that are later, one of which
                                              is above its budget */
    heng_report_free(report);
}

static void decided(void) {
    heng_report* report = NULL;
    heng_error* error = NULL;
    CHECK_OK(heng_decide(progress, strlen(progress), policy, strlen(policy), scores, strlen(scores),
                         NULL, &report, &error),
             error);
    CHECK_TEXT(finding_at(report, 0).code, "decision-defer");
    CHECK_TEXT(finding_at(report, 1).code, "decision-stop");
    CHECK(strstr(finding_at(report, 1).message, "score is 59") != NULL);
    CHECK(strstr(heng_report_json(report, NULL), "\"rule\": \"poor\"") != NULL);
    heng_report_free(report);
    CHECK_OK(heng_decide(progress, strlen(progress), policy, strlen(policy), NULL, 0, NULL, &report,
                         &error),
             error);
    CHECK_TEXT(finding_at(report, 1).code, "decision-continue");
    CHECK(finding_at(report, 1).severity == HENG_NOTE);
    heng_report_free(report);
}

static void refused(heng_status status, heng_status expected, const heng_report* report,
                    heng_error* error, const char* code) {
    CHECK(status == expected && report == NULL && error != NULL);
    CHECK_TEXT(heng_error_code(error), code);
    heng_error_free(error);
}

static void failed(void) {
    heng_report* report = NULL;
    heng_error* error = NULL;
    heng_status status = heng_monitor("{", 1, policy, strlen(policy), NULL, &report, &error);
    CHECK(status == HENG_SYNTAX_ERROR && report == NULL && error != NULL);
    heng_error_free(error);
    status =
        heng_monitor(progress, strlen(progress), progress, strlen(progress), NULL, &report, &error);
    refused(status, HENG_INVALID_ARGUMENT, report, error, "policy.heng");
    status = heng_monitor(progress, strlen(progress), policy, strlen(policy), "2023-01-01", &report,
                          &error);
    refused(status, HENG_INVALID_ARGUMENT, report, error, "progress.as-of");
    status = heng_monitor(progress, strlen(progress), policy, strlen(policy), "", &report, &error);
    refused(status, HENG_INVALID_ARGUMENT, report, error, "progress.as-of"); /* NULL is none */
    status = heng_monitor(NULL, 3, policy, strlen(policy), NULL, &report, &error);
    refused(status, HENG_INVALID_ARGUMENT, report, error, "argument.null");
    status = heng_decide(progress, strlen(progress), policy, strlen(policy), policy, strlen(policy),
                         NULL, &report, &error);
    refused(status, HENG_INVALID_ARGUMENT, report, error, "scores.heng");
    CHECK(heng_decide(progress, strlen(progress), policy, strlen(policy), NULL, 0, NULL, NULL,
                      NULL) == HENG_INVALID_ARGUMENT);
    status = heng_policy_builtin("province", &report, &error);
    refused(status, HENG_NOT_FOUND, report, error, "policy.not-found");
    status = heng_policy_builtin(NULL, &report, &error);
    refused(status, HENG_INVALID_ARGUMENT, report, error, "argument.null");
}

static void builtin_used(void) {
    heng_report* built_in = NULL;
    heng_report* report = NULL;
    heng_error* error = NULL;
    size_t length = 0;
    const char* json;
    CHECK_OK(heng_policy_builtin("province-thresholds", &built_in, &error), error);
    CHECK(heng_report_count(built_in) == 0);
    json = heng_report_json(built_in, &length);
    CHECK_OK(heng_monitor(progress, strlen(progress), json, length, NULL, &report, &error), error);
    CHECK_TEXT(finding_at(report, 0).code, "warning-spending");
    heng_report_free(report);
    heng_report_free(built_in);
}

int main(void) {
    monitored();
    decided();
    failed();
    builtin_used();
    return 0;
}
