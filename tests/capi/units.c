/* SPDX-License-Identifier: Apache-2.0
 *
 * A department with units through the C ABI: the sheet and its JSON carry what each unit cost.
 */
#include "check.h"

int main(void) {
    char* rubric_text = read_file(HENG_SOURCE_DIR "/examples/units/rubric.json");
    char* facts_text = read_file(HENG_SOURCE_DIR "/examples/units/facts.json");
    heng_rubric* rubric = load_rubric(rubric_text);
    heng_facts* facts = load_facts(rubric, facts_text);
    heng_sheet* sheet = score(rubric, facts);
    heng_facts* none = NULL;
    heng_error* error = NULL;
    const char* json = heng_sheet_json(sheet, NULL);
    char* place;

    CHECK_TEXT(heng_sheet_total(sheet), "76.96");
    CHECK(strstr(json, "\"units\": [") != NULL);
    CHECK(strstr(json, "\"lost\": \"24831/9400\"") != NULL);
    CHECK(strstr(heng_sheet_text(sheet, NULL), "23.04") != NULL);

    /* the second unit has the first one's budget, in an unknown unit of money */
    place = strstr(facts_text, "\"unit\": \"\xE5\x85\x83\"");
    CHECK(place != NULL);
    memcpy(place + 9, "xyz", 3);
    CHECK(heng_facts_load(rubric, facts_text, strlen(facts_text), &none, &error) ==
          HENG_INVALID_FACTS);
    CHECK(none == NULL && error != NULL);
    CHECK_TEXT(heng_error_code(error), "facts.unit");
    CHECK_TEXT(heng_error_pointer(error), "/units/1/unit");

    heng_error_free(error);
    heng_sheet_free(sheet);
    heng_facts_free(facts);
    heng_rubric_free(rubric);
    free(facts_text);
    free(rubric_text);
    return 0;
}
