/* SPDX-License-Identifier: Apache-2.0
 *
 * A system that gives no thread, or only some: a batch is scored with those that there are, else by
 * the caller's. This program's pthread_create stands in for the system's.
 */
#define _GNU_SOURCE /* RTLD_NEXT, RTLD_DEFAULT */
#include "check.h"

#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>

static int allowed;
static int refused;

int pthread_create(pthread_t* thread, const pthread_attr_t* attributes, void* (*run)(void*),
                   void* argument) {
    int (*real)(pthread_t*, const pthread_attr_t*, void* (*)(void*), void*);
    if (allowed == 0) {
        ++refused;
        return EAGAIN;
    }
    --allowed;
    *(void**)(&real) = dlsym(RTLD_DEFAULT, "__interceptor_pthread_create"); /* a sanitizer's */
    if (real == NULL) {
        *(void**)(&real) = dlsym(RTLD_NEXT, "pthread_create");
    }
    CHECK(real != NULL);
    return real(thread, attributes, run, argument);
}

struct lines {
    size_t left;
    size_t told;
};

static size_t read_line(void* user, char* buffer, size_t capacity) {
    static const char line[] = "{\"heng\": \"facts/1\", \"unit\": \"\xE5\x85\x83\","
                               " \"data\": {\"spent\": 1, \"budget\": 2}}\n";
    struct lines* lines = (struct lines*)user;
    if (lines->left == 0) {
        return 0;
    }
    CHECK(capacity >= sizeof line);
    --lines->left;
    memcpy(buffer, line, sizeof line - 1);
    return sizeof line - 1;
}

static int32_t take(void* user, uint64_t number, const char* json, size_t length, int32_t failed) {
    struct lines* lines = (struct lines*)user;
    (void)length;
    CHECK(number == ++lines->told && failed == 0 && strstr(json, "\"total\":\"5.00\"") != NULL);
    return 0;
}

static void scored_with(const heng_rubric* rubric, int threads) {
    struct lines lines;
    heng_batch_summary summary;
    heng_error* error = NULL;
    lines.left = 5;
    lines.told = 0;
    memset(&summary, 0, sizeof summary);
    summary.struct_size = sizeof summary;
    allowed = threads;
    refused = 0;
    CHECK_OK(heng_batch_lines(rubric, read_line, take, &lines, 4, &summary, &error), error);
    CHECK(refused == 1); /* it was asked, and not again */
    CHECK(lines.told == 5 && summary.documents == 5 && summary.failed == 0);
}

int main(void) {
    heng_rubric* rubric = load_rubric(tiny_rubric);
    scored_with(rubric, 0);
    scored_with(rubric, 2);
    heng_rubric_free(rubric);
    return 0;
}
