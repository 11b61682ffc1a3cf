/* SPDX-License-Identifier: Apache-2.0
 *
 * Evaluates one FEEL expression, exactly, and shows how it came about.
 *
 *     ./eval 'spent / budget' '{"spent": 171, "budget": 287}'
 *
 * Exit status 0 or 1.
 */
#include <heng.h>

#include <stdio.h>
#include <string.h>

static void print_error(const char *expression, const heng_error *error) {
    /* the place is one in the expression, unless the error points into the context */
    const char *where = heng_error_pointer(error) == NULL ? expression : "CONTEXT";
    fprintf(stderr, "%s:%zu:%zu: error: %s [%s]\n", where, heng_error_line(error),
            heng_error_column(error), heng_error_message(error), heng_error_code(error));
}

int main(int argc, char **argv) {
    heng_value *value = NULL;
    heng_error *error = NULL;
    const char *context;
    int result = 1;
    if (argc != 2 && argc != 3) {
        fprintf(stderr, "usage: %s EXPRESSION [CONTEXT]\n", argv[0]);
        return 1;
    }
    context = argc == 3 ? argv[2] : "";
    if (heng_eval_explain(argv[1], strlen(argv[1]), context, strlen(context), &value, &error) ==
        HENG_OK) {
        result = printf("%s\n%s\n%s", heng_value_text(value, NULL), heng_value_json(value, NULL),
                        heng_value_explanation(value, NULL)) < 0;
    } else {
        print_error(argv[1], error);
    }
    heng_error_free(error); /* each takes NULL */
    heng_value_free(value);
    return result != 0 || fflush(stdout) != 0 ? 1 : 0;
}
