/* SPDX-License-Identifier: Apache-2.0
 *
 * No locale is read: where numbers are written 94,25 the sheet is the same, byte for byte.
 */
#include "check.h"

#include <locale.h>

static heng_sheet *the_report(const char *json) {
    heng_rubric *rubric = NULL;
    heng_facts *facts;
    heng_sheet *sheet;
    CHECK(heng_rubric_builtin("guangzhou-department-2023", &rubric, NULL) == HENG_OK);
    facts = load_facts(rubric, json);
    sheet = score(rubric, facts);
    heng_facts_free(facts);
    heng_rubric_free(rubric);
    return sheet;
}

int main(void) {
    static const char *const commas[] = {"de_DE.UTF-8", "de_DE.utf8", "de_DE", "fr_FR.UTF-8"};
    const char *found = NULL;
    size_t i;
    char *json;
    heng_sheet *before;
    heng_sheet *after;
    heng_value *value;
    json = read_file(GUANGZHOU_FACTS);
    before = the_report(json);
    for (i = 0; i < sizeof commas / sizeof commas[0] && found == NULL; ++i) {
        found = setlocale(LC_ALL, commas[i]);
    }
    if (found == NULL) {
        puts("skipped: no locale with a decimal comma is installed here (such as de_DE.UTF-8)");
        return 77;
    }
    CHECK_TEXT(localeconv()->decimal_point, ",");
    after = the_report(json);
    CHECK_TEXT(heng_sheet_json(after, NULL), heng_sheet_json(before, NULL));
    CHECK_TEXT(heng_sheet_text(after, NULL), heng_sheet_text(before, NULL));
    value = evaluate("1.5 * rate", "{\"rate\": 0.5}");
    CHECK_TEXT(heng_value_text(value, NULL), "0.75");
    CHECK_TEXT(heng_value_explanation(value, NULL), "1.5 * rate = 0.75\n\xE2\x94\x94 rate = 0.5\n");
    heng_value_free(value);
    heng_sheet_free(after);
    heng_sheet_free(before);
    free(json);
    return 0;
}
