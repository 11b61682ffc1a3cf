/* SPDX-License-Identifier: Apache-2.0
 *
 * Scores rows of columns, as a database has them, from C99.
 *
 *     cc -std=c99 columns.c $(pkg-config --cflags --libs heng) -o columns
 *     ./columns
 *
 * Prints a total a row, or why there is none. Exit status 0 or 1.
 */
#include <heng.h>
#include <stdio.h>
#include <string.h>

static const char rubric_text[] =
    "{\"heng\": \"rubric/1\", \"id\": \"execution\", \"title\": \"Execution\", \"language\": "
    "\"en\",\n"
    " \"unit\": \"\xE4\xB8\x87\xE5\x85\x83\", \"points\": \"10\",\n"
    " \"rounding\": {\"scale\": 2, \"mode\": \"half-up\", \"at\": [\"leaf\"]},\n"
    " \"inputs\": {\"annual\": {\"type\": \"money\"}, \"executed\": {\"type\": \"money\"}},\n"
    " \"indicators\": [{\"id\": \"rate\", \"name\": \"Rate\", \"points\": \"10\",\n"
    "   \"measure\": \"executed / annual\", \"rule\": {\"kind\": \"proportional\"}}]}\n";

enum { rows = 4 };

/* Why a row failed: the row as a document, loaded and scored by itself. */
static void explain(const heng_rubric* rubric, const heng_column* const* columns, size_t row) {
    heng_text* document = NULL;
    heng_facts* facts = NULL;
    heng_sheet* sheet = NULL;
    heng_error* error = NULL;
    size_t length = 0;
    if (heng_batch_row(rubric, columns, 2, row, &document, NULL) == HENG_OK) {
        const char* json = heng_text_data(document, &length);
        if (heng_facts_load(rubric, json, length, &facts, &error) == HENG_OK) {
            heng_score(rubric, facts, &sheet, &error);
        }
    }
    printf("row %zu: %s\n", row, error != NULL ? heng_error_message(error) : "?");
    heng_error_free(error);
    heng_sheet_free(sheet);
    heng_facts_free(facts);
    heng_text_free(document);
}

int main(void) {
    static const int64_t annual[rows] = {28700, 100000, 0, 33333}; /* hundredths */
    static const char executed_text[] = "171.00999.995.0133.335";
    static const int32_t executed_ends[rows + 1] = {0, 6, 12, 15, 22};
    heng_column first;
    heng_column second;
    heng_score_columns to;
    heng_batch_summary summary;
    int64_t totals[rows];
    const heng_column* columns[2];
    heng_rubric* rubric = NULL;
    heng_status status;
    size_t row;
    memset(&first, 0, sizeof first);
    memset(&second, 0, sizeof second);
    memset(&to, 0, sizeof to);
    first.struct_size = second.struct_size = sizeof first;
    first.input = "annual";
    first.values = annual;
    first.scale = 2;
    second.input = "executed";
    second.text = executed_text;
    second.offsets = executed_ends;
    columns[0] = &first;
    columns[1] = &second;
    to.struct_size = sizeof to;
    to.totals = totals;
    summary.struct_size = sizeof summary;
    if (heng_rubric_load(rubric_text, strlen(rubric_text), &rubric, NULL) != HENG_OK) {
        return 1;
    }
    status = heng_batch_columns(rubric, columns, 2, rows, &to, NULL, NULL, 1, &summary, NULL);
    for (row = 0; status == HENG_OK && row < rows; ++row) {
        if (totals[row] == HENG_NO_SCORE) {
            explain(rubric, columns, row);
        } else {
            printf("row %zu: %d.%02d\n", row, (int)(totals[row] / 100), (int)(totals[row] % 100));
        }
    }
    heng_rubric_free(rubric);
    return status == HENG_OK ? 0 : 1;
}
