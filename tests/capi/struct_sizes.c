/* SPDX-License-Identifier: Apache-2.0
 *
 * Rule 7 of heng.h for each struct and each entry that takes it: every struct_size from 0 to twice
 * that of the struct, in memory that ends where the struct does. A size that ends inside a member
 * is refused, and no byte past struct_size is read or written.
 */
#define _DEFAULT_SOURCE /* MAP_ANONYMOUS */
#include "check.h"
#include "members.h"

#include <sys/mman.h>
#include <unistd.h>

/* ---- Memory that ends with a page that can't be touched, or with the heap's own guard ----------
 */

struct memory {
    unsigned char* bytes; /* `size` bytes of the caller's */
    size_t size;
    unsigned char* block; /* the pages, or what malloc gave */
    bool is_guarded;
};

static size_t page_size(void) {
    return (size_t)sysconf(_SC_PAGESIZE);
}

/* At least a size_t, which is where struct_size is read: a shorter one is no struct. */
static struct memory memory_of(size_t size, bool is_guarded) {
    struct memory memory;
    memory.size = size < sizeof(size_t) ? sizeof(size_t) : size;
    memory.is_guarded = is_guarded;
    if (is_guarded) {
        const size_t page = page_size();
        void* const pages =
            mmap(NULL, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        CHECK(pages != MAP_FAILED);
        memory.block = (unsigned char*)pages;
        CHECK(mprotect(memory.block + page, page, PROT_NONE) == 0);
        memory.bytes = memory.block + page - memory.size; /* not aligned where the size is odd */
    } else {
        memory.block = (unsigned char*)malloc(memory.size);
        CHECK(memory.block != NULL);
        memory.bytes = memory.block;
    }
    return memory;
}

static void release(struct memory memory) {
    if (memory.is_guarded) {
        CHECK(munmap(memory.block, 2 * page_size()) == 0);
    } else {
        free(memory.block);
    }
}

/* ---- What each struct has -----------------------------------------------------------------------
 */

/* What all entries are called with. */
struct world {
    heng_scorer* scorer;
    heng_rubric* rubric;
    heng_rubric* graded; /* has grades */
    heng_facts* facts;
    heng_sheet* sheet;
    heng_report* report;
    heng_column spent, budget; /* as they are to be, and both are sound */
    heng_score_columns to;
    int64_t totals[2];
};

static const int64_t spent[] = {171, 5000};
static const int64_t budget[] = {300, 10000};

/* An entry, called with a struct at `at` and else with what is sound. Without an error parameter,
 * `code` stays "". */
typedef heng_status (*entry)(struct world* world, void* at, char* code);

static heng_status told(heng_status status, heng_error* error, char* code) {
    CHECK((status == HENG_OK) == (error == NULL));
    code[0] = '\0';
    if (error != NULL) {
        snprintf(code, 64, "%s", heng_error_code(error));
        CHECK(heng_error_message(error)[0] != '\0');
        heng_error_free(error);
    }
    return status;
}

static heng_status sheet_item(struct world* world, void* at, char* code) {
    code[0] = '\0';
    return heng_sheet_item(world->sheet, 0, (heng_item*)at);
}

static heng_status sheet_find(struct world* world, void* at, char* code) {
    code[0] = '\0';
    return heng_sheet_find(world->sheet, "use", (heng_item*)at);
}

static heng_status report_finding(struct world* world, void* at, char* code) {
    code[0] = '\0';
    return heng_report_finding(world->report, 0, (heng_finding*)at);
}

static size_t one_line(void* user, char* buffer, size_t capacity) {
    const size_t length = *(size_t*)user;
    CHECK(length <= capacity);
    memcpy(buffer, tiny_facts, length);
    *(size_t*)user = 0;
    return length;
}

static int32_t any_line(void* user, uint64_t number, const char* json, size_t length,
                        int32_t failed) {
    (void)user;
    return number == 0 || json[length] != '\0' || failed < 0;
}

static heng_status batch_lines(struct world* world, void* at, char* code) {
    heng_error* error = NULL;
    size_t left = strlen(tiny_facts);
    const heng_status status = heng_batch_lines(world->rubric, one_line, any_line, &left, 1,
                                                (heng_batch_summary*)at, &error);
    return told(status, error, code);
}

static heng_status columns_with(struct world* world, const heng_column* column,
                                const heng_score_columns* to, heng_batch_summary* summary,
                                char* code) {
    heng_error* error = NULL;
    heng_batch_summary own;
    const heng_column* columns[2];
    heng_status status;
    own.struct_size = sizeof own;
    columns[0] = column;
    columns[1] = &world->budget;
    status = heng_batch_columns(world->rubric, columns, 2, 2, to, NULL, NULL, 1,
                                summary == NULL ? &own : summary, &error);
    return told(status, error, code);
}

static heng_status columns_column(struct world* world, void* at, char* code) {
    return columns_with(world, (const heng_column*)at, &world->to, NULL, code);
}

static heng_status columns_to(struct world* world, void* at, char* code) {
    return columns_with(world, &world->spent, (const heng_score_columns*)at, NULL, code);
}

static heng_status columns_summary(struct world* world, void* at, char* code) {
    return columns_with(world, &world->spent, &world->to, (heng_batch_summary*)at, code);
}

static heng_status batch_row(struct world* world, void* at, char* code) {
    heng_error* error = NULL;
    heng_text* row = NULL;
    const heng_column* columns[2];
    heng_status status;
    columns[0] = (const heng_column*)at;
    columns[1] = &world->budget;
    status = heng_batch_row(world->rubric, columns, 2, 1, &row, &error);
    CHECK((row != NULL) == (status == HENG_OK));
    heng_text_free(row);
    return told(status, error, code);
}

static heng_status draft(struct world* world, void* at, char* code) {
    heng_error* error = NULL;
    heng_text* text = NULL;
    const heng_status status = heng_draft(
        world->rubric, world->facts, (const heng_draft_sources*)at, HENG_MARKDOWN, &text, &error);
    CHECK((text != NULL) == (status == HENG_OK));
    heng_text_free(text);
    return told(status, error, code);
}

static heng_status score_with(struct world* world, void* at, char* code) {
    heng_error* error = NULL;
    heng_sheet* sheet = NULL;
    const heng_status status =
        heng_score_with(world->rubric, world->facts, (const heng_options*)at, &sheet, &error);
    CHECK((sheet != NULL) == (status == HENG_OK));
    heng_sheet_free(sheet);
    return told(status, error, code);
}

static heng_status lines_with(struct world* world, void* at, char* code) {
    heng_error* error = NULL;
    size_t left = strlen(tiny_facts);
    heng_batch_summary summary;
    heng_status status;
    summary.struct_size = sizeof summary;
    status = heng_batch_lines_with(world->rubric, one_line, any_line, &left,
                                   (const heng_options*)at, &summary, &error);
    return told(status, error, code);
}

static heng_status scorer_total(struct world* world, void* at, char* code) {
    heng_error* error = NULL;
    const char* const facts = "{\"heng\": \"facts/1\", \"unit\": \"\xE5\x85\x83\", \"data\": "
                              "{\"spent\": 1, \"budget\": 2}}";
    const heng_status status =
        heng_scorer_score(world->scorer, facts, strlen(facts), (heng_total*)at, &error);
    return told(status, error, code);
}

/* One cell, of which a caller has so much; as it is 0, the input is absent. */
static heng_status scorer_cell(struct world* world, void* at, char* code) {
    heng_error* error = NULL;
    heng_status status =
        heng_scorer_score_values(world->scorer, (const heng_cell*)at, 1, NULL, &error);
    if (status == HENG_INVALID_FACTS) { /* the cell was read */
        heng_error_free(error);
        error = NULL;
        status = HENG_OK;
    }
    return told(status, error, code);
}

static heng_status rubric_input(struct world* world, void* at, char* code) {
    code[0] = '\0';
    return heng_rubric_input(world->rubric, 0, (heng_input_info*)at);
}

static heng_status rubric_item(struct world* world, void* at, char* code) {
    code[0] = '\0';
    return heng_rubric_item(world->rubric, 0, (heng_item_info*)at);
}

static heng_status rubric_grade(struct world* world, void* at, char* code) {
    code[0] = '\0';
    return heng_rubric_grade(world->graded, 0, (heng_grade_info*)at);
}

#define MEMBERS(list) (list), sizeof(list) / sizeof *(list)

static const struct kind {
    const char* name;
    entry call;
    size_t size;
    const struct member* members;
    size_t member_count;
    bool is_read; /* by heng, which then writes nothing of it */
} kinds[] = {
    {"heng_item", sheet_item, sizeof(heng_item), MEMBERS(of_item), false},
    {"heng_item", sheet_find, sizeof(heng_item), MEMBERS(of_item), false},
    {"heng_finding", report_finding, sizeof(heng_finding), MEMBERS(of_finding), false},
    {"heng_batch_summary", batch_lines, sizeof(heng_batch_summary), MEMBERS(of_summary), false},
    {"heng_batch_summary", columns_summary, sizeof(heng_batch_summary), MEMBERS(of_summary), false},
    {"heng_column", columns_column, sizeof(heng_column), MEMBERS(of_column), true},
    {"heng_column", batch_row, sizeof(heng_column), MEMBERS(of_column), true},
    {"heng_score_columns", columns_to, sizeof(heng_score_columns), MEMBERS(of_score_columns), true},
    {"heng_draft_sources", draft, sizeof(heng_draft_sources), MEMBERS(of_draft_sources), true},
    {"heng_options", score_with, sizeof(heng_options), MEMBERS(of_options), true},
    {"heng_options", lines_with, sizeof(heng_options), MEMBERS(of_options), true},
    {"heng_input_info", rubric_input, sizeof(heng_input_info), MEMBERS(of_input_info), false},
    {"heng_item_info", rubric_item, sizeof(heng_item_info), MEMBERS(of_item_info), false},
    {"heng_total", scorer_total, sizeof(heng_total), MEMBERS(of_total), false},
    {"heng_cell", scorer_cell, sizeof(heng_cell), MEMBERS(of_cell), true},
    {"heng_grade_info", rubric_grade, sizeof(heng_grade_info), MEMBERS(of_grade_info), false},
};
enum { kind_count = sizeof kinds / sizeof *kinds };

static bool is_cut(const struct kind* kind, size_t size) {
    size_t i;
    for (i = 0; i < kind->member_count; ++i) {
        if (kind->members[i].begin < size && size < kind->members[i].end) {
            return true;
        }
    }
    return size < sizeof(size_t);
}

/* What a caller of that size has set: all that heng knows, and a tail of zeros, or none. */
static void set(const struct kind* kind, const struct world* world, struct memory memory,
                size_t size, bool tail) {
    const void* from = NULL;
    if (strcmp(kind->name, "heng_column") == 0) {
        from = &world->spent;
    } else if (strcmp(kind->name, "heng_score_columns") == 0) {
        from = &world->to;
    }
    memset(memory.bytes, kind->is_read ? 0 : 0x55, memory.size);
    if (from != NULL) {
        memcpy(memory.bytes, from, memory.size < kind->size ? memory.size : kind->size);
    }
    if (size > kind->size) {
        memset(memory.bytes + kind->size, 0, size - kind->size);
        memory.bytes[size - 1] = tail ? 1 : 0;
    }
    memcpy(memory.bytes, &size, sizeof size);
}

/* What comes of it. A column needs its input and its values; nothing else is needed. */
static const char* expected(const struct kind* kind, size_t size, bool tail) {
    if (is_cut(kind, size) || (tail && size > kind->size)) {
        return "argument.struct-size";
    }
    if (strcmp(kind->name, "heng_column") == 0 && size < offsetof(heng_column, text)) {
        return size < offsetof(heng_column, values) ? "argument.null" : "batch.column";
    }
    return "";
}

/* What heng wrote: the same as in a whole struct, as far as it goes. */
static void check_written(const struct kind* kind, struct world* world, struct memory memory,
                          size_t size) {
    unsigned char whole[256];
    char code[64];
    const size_t known = size < kind->size ? size : kind->size;
    size_t i;
    CHECK(kind->size <= sizeof whole);
    memset(whole, 0x55, sizeof whole);
    memcpy(whole, &kind->size, sizeof kind->size);
    CHECK(kind->call(world, whole, code) == HENG_OK);
    CHECK(memcmp(memory.bytes, &size, sizeof size) == 0);
    CHECK(memcmp(memory.bytes + sizeof size, whole + sizeof size, known - sizeof size) == 0);
    for (i = known; i < memory.size; ++i) {
        CHECK(memory.bytes[i] == 0);
    }
}

/* On failure all but struct_size is zero, as far as heng knows the struct; where not even
 * struct_size fits, nothing is touched. */
static void check_cleared(const struct kind* kind, struct memory memory, size_t size) {
    const unsigned char left = size < sizeof size ? 0x55 : 0;
    const size_t known = size < kind->size ? memory.size : kind->size;
    size_t i;
    CHECK(memcmp(memory.bytes, &size, sizeof size) == 0);
    for (i = sizeof size; i < known; ++i) {
        CHECK(memory.bytes[i] == left);
    }
}

static void try_size(const struct kind* kind, struct world* world, size_t size, bool tail,
                     bool is_guarded) {
    struct memory memory = memory_of(size, is_guarded);
    const char* const wanted = expected(kind, size, tail);
    char code[64];
    heng_status status;
    set(kind, world, memory, size, tail);
    status = kind->call(world, memory.bytes, code);
    if ((status == HENG_OK) != (wanted[0] == '\0') ||
        (code[0] != '\0' && strcmp(code, wanted) != 0)) {
        fprintf(stderr, "%s of %d bytes%s: status %d, \"%s\" for \"%s\"\n", kind->name, (int)size,
                tail ? " with a tail" : "", (int)status, code, wanted);
        exit(1);
    }
    CHECK(status == HENG_OK || status == HENG_INVALID_ARGUMENT);
    if (!kind->is_read) {
        if (status == HENG_OK) {
            check_written(kind, world, memory, size);
        } else {
            check_cleared(kind, memory, size);
        }
    }
    release(memory);
}

/* A size that was never set is no reason to look at the memory that it would cover. */
static void try_rubbish(const struct kind* kind, struct world* world) {
    static const size_t sizes[] = {4097, 65536, 0x55555555, SIZE_MAX / 2, SIZE_MAX - 7, SIZE_MAX};
    size_t i;
    for (i = 0; i < sizeof sizes / sizeof *sizes; ++i) {
        struct memory memory = memory_of(kind->size, true);
        char code[64];
        set(kind, world, memory, kind->size, false);
        memcpy(memory.bytes, &sizes[i], sizeof sizes[i]);
        CHECK(kind->call(world, memory.bytes, code) == HENG_INVALID_ARGUMENT);
        CHECK(code[0] == '\0' || strcmp(code, "argument.struct-size") == 0);
        release(memory);
    }
}

static heng_column column_of(const char* input, const int64_t* values) {
    heng_column column;
    memset(&column, 0, sizeof column);
    column.struct_size = sizeof column;
    column.input = input;
    column.values = values;
    return column;
}

static struct world new_world(void) {
    struct world world;
    heng_error* error = NULL;
    memset(&world, 0, sizeof world);
    world.rubric = load_rubric(tiny_rubric);
    CHECK(heng_scorer_new(world.rubric, NULL, &world.scorer, NULL) == HENG_OK);
    CHECK_OK(heng_rubric_builtin("guangzhou-department-2023", &world.graded, &error), error);
    world.facts = load_facts(world.rubric, tiny_facts);
    world.sheet = score(world.rubric, world.facts);
    CHECK_OK(heng_lint(tiny_rubric, strlen(tiny_rubric), &world.report, &error), error);
    CHECK(heng_report_count(world.report) > 0);
    world.spent = column_of("spent", spent);
    world.budget = column_of("budget", budget);
    world.to.struct_size = sizeof world.to;
    return world;
}

/* Every struct of heng.h that begins with struct_size is in the table above. */
static void the_table_is_whole(void) {
    char* const header = read_file(HENG_SOURCE_DIR "/capi/heng.h");
    const char* at = header;
    size_t found = 0;
    while ((at = strstr(at, "size_t struct_size;")) != NULL) {
        const char* const name = strstr(at, "\n} ") + 3;
        const size_t length = strcspn(name, ";");
        bool known = false;
        size_t i;
        for (i = 0; i < kind_count; ++i) {
            known = known ||
                    (strlen(kinds[i].name) == length && strncmp(kinds[i].name, name, length) == 0);
        }
        if (!known) {
            fprintf(stderr, "not tried: %.*s\n", (int)length, name);
        }
        CHECK(known);
        ++found;
        at = name;
    }
    CHECK(found == 12);
    free(header);
}

/* A text without its length is not read as an empty one. */
static void texts_without_lengths(struct world* world) {
    static const size_t ends[] = {offsetof(heng_draft_sources, plan_length),
                                  offsetof(heng_draft_sources, claims_length),
                                  offsetof(heng_draft_sources, pattern_length),
                                  offsetof(heng_draft_sources, previous_length),
                                  offsetof(heng_draft_sources, progress_length),
                                  offsetof(heng_draft_sources, policy_length)};
    static const char text[] = "{}";
    const char* const given = text;
    size_t i;
    for (i = 0; i < sizeof ends / sizeof *ends; ++i) {
        struct memory memory = memory_of(ends[i], true);
        char code[64];
        memset(memory.bytes, 0, memory.size);
        memcpy(memory.bytes, &ends[i], sizeof ends[i]);
        CHECK(draft(world, memory.bytes, code) == HENG_OK);
        memcpy(memory.bytes + ends[i] - sizeof given, &given, sizeof given);
        CHECK(draft(world, memory.bytes, code) == HENG_INVALID_ARGUMENT);
        CHECK_TEXT(code, "argument.struct-size");
        release(memory);
    }
}

int main(void) {
    struct world world = new_world();
    size_t i, size;
    int way;
    world.to.totals = world.totals;
    the_table_is_whole();
    for (i = 0; i < kind_count; ++i) {
        for (size = 0; size <= 2 * kinds[i].size; ++size) {
            for (way = 0; way < 4; ++way) {
                try_size(&kinds[i], &world, size, way % 2 != 0, way >= 2);
            }
        }
        try_rubbish(&kinds[i], &world);
    }
    texts_without_lengths(&world);
    heng_report_free(world.report);
    heng_sheet_free(world.sheet);
    heng_facts_free(world.facts);
    heng_rubric_free(world.graded);
    heng_scorer_free(world.scorer);
    heng_rubric_free(world.rubric);
    return 0;
}
