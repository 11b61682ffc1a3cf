/* SPDX-License-Identifier: Apache-2.0
 *
 * Scores a department's facts by a built-in rubric, from C99.
 *
 *     cc -std=c99 score.c $(pkg-config --cflags --libs heng) -o score
 *     ./score facts.json
 *
 * Prints the second-level scores, the total and the grade. Exit status 0 or 1.
 */
#include <heng.h>

#include <stdio.h>
#include <stdlib.h>

/* Reads a whole file into memory that the caller frees; NULL where it can't be read. */
static char *read_file(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    char *text = NULL;
    long size = -1;
    if (file == NULL) {
        return NULL;
    }
    if (fseek(file, 0, SEEK_END) == 0 && (size = ftell(file)) >= 0 &&
        fseek(file, 0, SEEK_SET) == 0) {
        text = malloc((size_t)size + 1);
    }
    if (text != NULL && fread(text, 1, (size_t)size, file) != (size_t)size) {
        free(text);
        text = NULL;
    }
    fclose(file);
    *length = text == NULL ? 0 : (size_t)size;
    return text;
}

/* Everything that was wrong, a line each: facts.json:12:24: error: … */
static void print_error(const char *path, const heng_error *error) {
    size_t i;
    for (i = 0; i < heng_error_count(error); ++i) {
        const heng_error *each = heng_error_at(error, i);
        fprintf(stderr, "%s:%zu:%zu: error: %s [%s]\n", path, heng_error_line(each),
                heng_error_column(each), heng_error_message(each), heng_error_code(each));
    }
}

/* The second-level scores and the total; 0 where all could be printed. */
static int print_sheet(const heng_sheet *sheet) {
    size_t i;
    for (i = 0; i < heng_sheet_count(sheet); ++i) {
        heng_item item;
        item.struct_size = sizeof item;
        if (heng_sheet_item(sheet, i, &item) != HENG_OK) {
            return 1;
        }
        if (item.level == 2 && printf("%s\t%s\t%s\n", item.name, item.score, item.rate) < 0) {
            return 1;
        }
    }
    if (printf("%s %s\n", heng_sheet_total(sheet), heng_sheet_grade(sheet)) < 0) {
        return 1;
    }
    return fflush(stdout) == 0 ? 0 : 1;
}

static int score(const char *path, const char *json, size_t length) {
    heng_rubric *rubric = NULL;
    heng_facts *facts = NULL;
    heng_sheet *sheet = NULL;
    heng_error *error = NULL;
    int result = 1;
    if (heng_rubric_builtin("guangzhou-department-2023", &rubric, &error) == HENG_OK &&
        heng_facts_load(rubric, json, length, &facts, &error) == HENG_OK &&
        heng_score(rubric, facts, &sheet, &error) == HENG_OK) {
        result = print_sheet(sheet);
    } else {
        print_error(path, error);
    }
    heng_error_free(error); /* each takes NULL */
    heng_sheet_free(sheet);
    heng_facts_free(facts);
    heng_rubric_free(rubric);
    return result;
}

int main(int argc, char **argv) {
    size_t length = 0;
    char *json;
    int result;
    if (argc != 2) {
        fprintf(stderr, "usage: %s FACTS.json\n", argv[0]);
        return 1;
    }
    json = read_file(argv[1], &length);
    if (json == NULL) {
        fprintf(stderr, "%s: can't be read\n", argv[1]);
        return 1;
    }
    result = score(argv[1], json, length);
    free(json);
    return result;
}
