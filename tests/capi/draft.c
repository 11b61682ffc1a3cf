/* SPDX-License-Identifier: Apache-2.0
 *
 * heng_draft, with the rules of heng.h.
 */
#include "check.h"

static void check_refused(heng_status status, heng_status expected, const heng_text *made,
                          heng_error *error, const char *code) {
    CHECK(status == expected && made == NULL && error != NULL);
    CHECK_TEXT(heng_error_code(error), code);
    heng_error_free(error);
}

int main(void) {
    struct {
        heng_draft_sources known;
        const char *unknown;
    } later;
    static const char pattern[] = "{{subject}}: {{total}}\n";
    heng_rubric *rubric = load_rubric(tiny_rubric);
    heng_facts *facts = load_facts(rubric, tiny_facts);
    heng_draft_sources sources;
    heng_text *text = NULL;
    heng_error *error = NULL;
    heng_status status;

    CHECK_OK(heng_draft(rubric, facts, NULL, HENG_MARKDOWN, &text, &error), error);
    CHECK(strstr(heng_text_data(text, NULL), "# Self-evaluation") != NULL);
    heng_text_free(text);
    CHECK_OK(heng_draft(rubric, facts, NULL, HENG_HTML, &text, &error), error);
    CHECK(strstr(heng_text_data(text, NULL), "<svg") != NULL);
    heng_text_free(text);

    memset(&sources, 0, sizeof sources);
    sources.struct_size = sizeof sources;
    sources.pattern = pattern;
    sources.pattern_length = strlen(pattern);
    CHECK_OK(heng_draft(rubric, facts, &sources, HENG_MARKDOWN, &text, &error), error);
    CHECK_TEXT(heng_text_data(text, NULL), "A: ≈5.9582\n");
    heng_text_free(text);

    /* a struct of an older heng, which has no pattern yet; and one of a newer */
    sources.struct_size = offsetof(heng_draft_sources, pattern);
    CHECK_OK(heng_draft(rubric, facts, &sources, HENG_MARKDOWN, &text, &error), error);
    CHECK(strstr(heng_text_data(text, NULL), "# Self-evaluation") != NULL);
    heng_text_free(text);
    memset(&later, 0, sizeof later);
    later.known.struct_size = sizeof later;
    CHECK_OK(heng_draft(rubric, facts, &later.known, HENG_MARKDOWN, &text, &error), error);
    heng_text_free(text);
    later.unknown = "what heng 0.1 knows nothing of";
    status = heng_draft(rubric, facts, &later.known, HENG_MARKDOWN, &text, &error);
    check_refused(status, HENG_INVALID_ARGUMENT, text, error, "argument.struct-size");
    sources.struct_size = 0;
    status = heng_draft(rubric, facts, &sources, HENG_MARKDOWN, &text, &error);
    check_refused(status, HENG_INVALID_ARGUMENT, text, error, "argument.struct-size");

    sources.struct_size = sizeof sources;
    sources.pattern = "{{#table}}";
    sources.pattern_length = 10;
    status = heng_draft(rubric, facts, &sources, HENG_MARKDOWN, &text, &error);
    check_refused(status, HENG_INVALID_ARGUMENT, text, error, "report.template");
    sources.pattern = "{{total}}\xff";
    status = heng_draft(rubric, facts, &sources, HENG_MARKDOWN, &text, &error);
    check_refused(status, HENG_INVALID_ARGUMENT, text, error, "report.template");
    sources.pattern = "{{total}}";
    status = heng_draft(rubric, facts, &sources, HENG_MARKDOWN, &text, &error); /* with its NUL */
    check_refused(status, HENG_INVALID_ARGUMENT, text, error, "report.template");
    sources.pattern = NULL;
    status = heng_draft(rubric, facts, &sources, HENG_MARKDOWN, &text, &error);
    check_refused(status, HENG_INVALID_ARGUMENT, text, error, "argument.null");
    sources.pattern_length = 0;
    sources.previous = "<!-- heng:keep x -->\xff<!-- /heng:keep -->";
    sources.previous_length = strlen(sources.previous);
    status = heng_draft(rubric, facts, &sources, HENG_MARKDOWN, &text, &error);
    check_refused(status, HENG_INVALID_ARGUMENT, text, error, "report.keep");
    status = heng_draft(rubric, facts, NULL, 3, &text, &error);
    check_refused(status, HENG_INVALID_ARGUMENT, text, error, "argument.format");
    status = heng_draft(NULL, facts, NULL, HENG_HTML, &text, &error);
    check_refused(status, HENG_INVALID_ARGUMENT, text, error, "argument.null");
    status = heng_draft(rubric, NULL, NULL, HENG_HTML, &text, &error);
    check_refused(status, HENG_INVALID_ARGUMENT, text, error, "argument.null");
    CHECK(heng_draft(rubric, facts, NULL, HENG_HTML, NULL, NULL) == HENG_INVALID_ARGUMENT);
    heng_facts_free(facts);
    heng_rubric_free(rubric);
    return 0;
}
