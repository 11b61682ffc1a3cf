/* SPDX-License-Identifier: Apache-2.0
 *
 * heng_batch_lines: the caller's two functions, in order, with the rules of heng.h.
 */
#include "check.h"

struct lines {
    const char *text;
    size_t left;
    size_t piece; /* bytes that are read at once */
    size_t most;  /* lines that are wanted */
    size_t told;
    size_t failed;
    uint64_t last;
    int broken;
};

static size_t read_some(void *user, char *buffer, size_t capacity) {
    struct lines *lines = (struct lines *)user;
    size_t size = lines->left < lines->piece ? lines->left : lines->piece;
    if (lines->broken) {
        return capacity + 1;
    }
    CHECK(capacity >= size);
    memcpy(buffer, lines->text, size);
    lines->text += size;
    lines->left -= size;
    return size;
}

static int32_t take(void *user, uint64_t number, const char *json, size_t length, int32_t failed) {
    struct lines *lines = (struct lines *)user;
    CHECK(number > lines->last && json[length] == '\0' && strlen(json) == length);
    CHECK((strstr(json, "\"error\"") != NULL) == (failed == 1));
    lines->last = number;
    lines->failed += failed == 1;
    return ++lines->told >= lines->most;
}

static struct lines lines_of(const char *text) {
    struct lines lines;
    memset(&lines, 0, sizeof lines);
    lines.text = text;
    lines.left = strlen(text);
    lines.piece = 10;
    lines.most = 99;
    return lines;
}

int main(void) {
    static const char text[] =
        "{\"heng\": \"facts/1\", \"unit\": \"\xE5\x85\x83\","
        " \"data\": {\"spent\": 1, \"budget\": 2}}\n"
        "\n"
        "{\n"
        "{\"heng\": \"facts/1\", \"unit\": \"\xE5\x85\x83\","
        " \"data\": {\"spent\": 2, \"budget\": 2}}";
    heng_rubric *rubric = load_rubric(tiny_rubric);
    struct lines lines = lines_of(text);
    heng_batch_summary summary;
    heng_error *error = NULL;
    int32_t threads;
    for (threads = -1; threads <= 3; ++threads) {
        lines = lines_of(text);
        lines.piece = threads % 2 == 0 ? 10 : 4000; /* lines come alone, or all at once */
        memset(&summary, 0x55, sizeof summary);
        summary.struct_size = sizeof summary;
        CHECK_OK(heng_batch_lines(rubric, read_some, take, &lines, threads, &summary, &error),
                 error);
        CHECK(lines.told == 3 && lines.failed == 1 && lines.last == 4);
        CHECK(summary.documents == 3 && summary.failed == 1 && summary.cancelled == 0);
        CHECK(summary.reserved == 0 && summary.struct_size == sizeof summary);
    }
    lines = lines_of(text);
    lines.most = 1;
    CHECK_OK(heng_batch_lines(rubric, read_some, take, &lines, 2, &summary, &error), error);
    CHECK(summary.cancelled == 1 && summary.documents == 1);

    lines = lines_of(text);
    lines.broken = 1;
    CHECK(heng_batch_lines(rubric, read_some, take, &lines, 1, &summary, &error) ==
          HENG_INVALID_ARGUMENT);
    CHECK_TEXT(heng_error_code(error), "batch.unreadable");
    CHECK(summary.documents == 0 && summary.struct_size == sizeof summary);
    heng_error_free(error);

    CHECK(heng_batch_lines(NULL, read_some, take, NULL, 1, &summary, NULL) ==
          HENG_INVALID_ARGUMENT);
    CHECK(heng_batch_lines(rubric, NULL, take, NULL, 1, &summary, NULL) == HENG_INVALID_ARGUMENT);
    CHECK(heng_batch_lines(rubric, read_some, NULL, NULL, 1, &summary, NULL) ==
          HENG_INVALID_ARGUMENT);
    CHECK(heng_batch_lines(rubric, read_some, take, NULL, 1, NULL, NULL) == HENG_INVALID_ARGUMENT);
    summary.struct_size = 0;
    CHECK(heng_batch_lines(rubric, read_some, take, NULL, 1, &summary, NULL) ==
          HENG_INVALID_ARGUMENT);
    heng_rubric_free(rubric);
    return 0;
}
