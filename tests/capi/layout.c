/* SPDX-License-Identifier: Apache-2.0
 *
 * What must never change once it was released: every number, and where every field stands.
 * Appending to this file is growth; changing a line of it breaks programs that are out there.
 */
#include <heng.h>
#include <limits.h>

#define FACT(name, condition) typedef char fact_##name[(condition) ? 1 : -1]

FACT(ok, HENG_OK == 0);
FACT(invalid_argument, HENG_INVALID_ARGUMENT == 1);
FACT(syntax_error, HENG_SYNTAX_ERROR == 2);
FACT(invalid_rubric, HENG_INVALID_RUBRIC == 3);
FACT(invalid_facts, HENG_INVALID_FACTS == 4);
FACT(limit_exceeded, HENG_LIMIT_EXCEEDED == 5);
FACT(out_of_memory, HENG_OUT_OF_MEMORY == 6);
FACT(not_found, HENG_NOT_FOUND == 7);
FACT(cancelled, HENG_CANCELLED == 8);
FACT(internal_error, HENG_INTERNAL_ERROR == 99);
FACT(branch, HENG_BRANCH == 1);
FACT(leaf, HENG_LEAF == 2);
FACT(row, HENG_ROW == 3);

FACT(status_is_32_bits, sizeof(heng_status) * CHAR_BIT == 32);
FACT(status_is_signed, (heng_status)-1 < 0);

/* Fields are words of a pointer's size, then two of 32 bits. */
#define WORD(n) ((n) * sizeof(void*))
FACT(size_is_a_word, sizeof(size_t) == WORD(1));
FACT(item_struct_size, offsetof(heng_item, struct_size) == WORD(0));
FACT(item_id, offsetof(heng_item, id) == WORD(1));
FACT(item_name, offsetof(heng_item, name) == WORD(2));
FACT(item_parent, offsetof(heng_item, parent) == WORD(3));
FACT(item_rule, offsetof(heng_item, rule) == WORD(4));
FACT(item_points, offsetof(heng_item, points) == WORD(5));
FACT(item_score, offsetof(heng_item, score) == WORD(6));
FACT(item_rate, offsetof(heng_item, rate) == WORD(7));
FACT(item_lost, offsetof(heng_item, lost) == WORD(8));
FACT(item_status, offsetof(heng_item, status) == WORD(9));
FACT(item_basis, offsetof(heng_item, basis) == WORD(10));
FACT(item_why, offsetof(heng_item, why) == WORD(11));
FACT(item_level, offsetof(heng_item, level) == WORD(12));
FACT(item_kind, offsetof(heng_item, kind) == WORD(12) + 4);
FACT(item_size, sizeof(heng_item) == WORD(12) + 8);

FACT(markdown, HENG_MARKDOWN == 1);
FACT(html, HENG_HTML == 2);
FACT(json, HENG_JSON == 3);
FACT(text, HENG_TEXT == 4);
FACT(csv, HENG_CSV == 5);
FACT(csv_marked, HENG_CSV_MARKED == 6);
FACT(draft_plan, offsetof(heng_draft_sources, plan) == WORD(1));
FACT(draft_plan_length, offsetof(heng_draft_sources, plan_length) == WORD(2));
FACT(draft_claims, offsetof(heng_draft_sources, claims) == WORD(3));
FACT(draft_claims_length, offsetof(heng_draft_sources, claims_length) == WORD(4));
FACT(draft_pattern, offsetof(heng_draft_sources, pattern) == WORD(5));
FACT(draft_pattern_length, offsetof(heng_draft_sources, pattern_length) == WORD(6));
FACT(draft_previous, offsetof(heng_draft_sources, previous) == WORD(7));
FACT(draft_previous_length, offsetof(heng_draft_sources, previous_length) == WORD(8));
FACT(draft_progress, offsetof(heng_draft_sources, progress) == WORD(9));
FACT(draft_progress_length, offsetof(heng_draft_sources, progress_length) == WORD(10));
FACT(draft_policy, offsetof(heng_draft_sources, policy) == WORD(11));
FACT(draft_policy_length, offsetof(heng_draft_sources, policy_length) == WORD(12));
FACT(draft_size, sizeof(heng_draft_sources) == WORD(13));

FACT(summary_struct_size, offsetof(heng_batch_summary, struct_size) == 0);
FACT(summary_documents, offsetof(heng_batch_summary, documents) == 8);
FACT(summary_failed, offsetof(heng_batch_summary, failed) == 16);
FACT(summary_cancelled, offsetof(heng_batch_summary, cancelled) == 24);
FACT(summary_reserved, offsetof(heng_batch_summary, reserved) == 28);
FACT(summary_size, sizeof(heng_batch_summary) == 32);

FACT(column_struct_size, offsetof(heng_column, struct_size) == WORD(0));
FACT(column_input, offsetof(heng_column, input) == WORD(1));
FACT(column_values, offsetof(heng_column, values) == WORD(2));
FACT(column_text, offsetof(heng_column, text) == WORD(3));
FACT(column_offsets, offsetof(heng_column, offsets) == WORD(4));
FACT(column_valid, offsetof(heng_column, valid) == WORD(5));
FACT(column_offset, offsetof(heng_column, offset) == WORD(6));
FACT(column_scale, offsetof(heng_column, scale) == WORD(7));
FACT(column_reserved, offsetof(heng_column, reserved) == WORD(7) + 4);
FACT(column_fields, offsetof(heng_column, fields) == WORD(7) + 8);
FACT(column_field_count, offsetof(heng_column, field_count) == WORD(8) + 8);
FACT(column_size, sizeof(heng_column) == WORD(9) + 8);
FACT(total_struct_size, offsetof(heng_total, struct_size) == WORD(0));
FACT(total_total, offsetof(heng_total, total) == 8);
FACT(total_places, offsetof(heng_total, places) == 16);
FACT(total_grade, offsetof(heng_total, grade) == 20);
FACT(total_size, sizeof(heng_total) == 24);
FACT(cell_struct_size, offsetof(heng_cell, struct_size) == WORD(0));
FACT(cell_text, offsetof(heng_cell, text) == WORD(1));
FACT(cell_text_length, offsetof(heng_cell, text_length) == WORD(2));
FACT(cell_value, offsetof(heng_cell, value) == (WORD(3) + 7) / 8 * 8);
FACT(cell_kind, offsetof(heng_cell, kind) == (WORD(3) + 7) / 8 * 8 + 8);
FACT(cell_scale, offsetof(heng_cell, scale) == (WORD(3) + 7) / 8 * 8 + 12);
FACT(cell_size, sizeof(heng_cell) == (WORD(3) + 7) / 8 * 8 + 16);
FACT(cell_kinds, HENG_CELL_ABSENT == 0 && HENG_CELL_NUMBER == 1 && HENG_CELL_BOOLEAN == 2 &&
                     HENG_CELL_DAYS == 3 && HENG_CELL_TEXT == 4 && HENG_CELL_LIST == 5);
FACT(scores_struct_size, offsetof(heng_score_columns, struct_size) == WORD(0));
FACT(scores_totals, offsetof(heng_score_columns, totals) == WORD(1));
FACT(scores_grades, offsetof(heng_score_columns, grades) == WORD(2));
FACT(scores_statuses, offsetof(heng_score_columns, statuses) == WORD(3));
FACT(scores_items, offsetof(heng_score_columns, items) == WORD(4));
FACT(scores_places, offsetof(heng_score_columns, places) == WORD(5));
FACT(scores_reserved, offsetof(heng_score_columns, reserved) == WORD(5) + 4);
FACT(scores_size, sizeof(heng_score_columns) == WORD(5) + 8);
FACT(no_score, HENG_NO_SCORE == INT64_MIN);

FACT(error, HENG_ERROR == 1);
FACT(warning, HENG_WARNING == 2);
FACT(note, HENG_NOTE == 3);
FACT(finding_struct_size, offsetof(heng_finding, struct_size) == WORD(0));
FACT(finding_code, offsetof(heng_finding, code) == WORD(1));
FACT(finding_message, offsetof(heng_finding, message) == WORD(2));
FACT(finding_pointer, offsetof(heng_finding, pointer) == WORD(3));
FACT(finding_witness, offsetof(heng_finding, witness) == WORD(4));
FACT(finding_accepted, offsetof(heng_finding, accepted) == WORD(5));
FACT(finding_line, offsetof(heng_finding, line) == WORD(6));
FACT(finding_column, offsetof(heng_finding, column) == WORD(7));
FACT(finding_severity, offsetof(heng_finding, severity) == WORD(8));
FACT(finding_reserved, offsetof(heng_finding, reserved) == WORD(8) + 4);
FACT(finding_expected, offsetof(heng_finding, expected) == WORD(8) + 8);
FACT(finding_found, offsetof(heng_finding, found) == WORD(9) + 8);
FACT(finding_size, sizeof(heng_finding) == WORD(10) + 8);

FACT(options_struct_size, offsetof(heng_options, struct_size) == WORD(0));
FACT(options_language, offsetof(heng_options, language) == WORD(1));
FACT(options_cancelled, offsetof(heng_options, cancelled) == WORD(2));
FACT(options_user, offsetof(heng_options, user) == WORD(3));
FACT(options_max_bytes, offsetof(heng_options, max_bytes) == WORD(4));
FACT(options_max_steps, offsetof(heng_options, max_steps) == WORD(4) + 8);
FACT(options_places, offsetof(heng_options, places) == WORD(4) + 16);
FACT(options_threads, offsetof(heng_options, threads) == WORD(4) + 20);
FACT(options_size, sizeof(heng_options) == WORD(4) + 24);
FACT(input_path, offsetof(heng_input_info, path) == WORD(1));
FACT(input_type, offsetof(heng_input_info, type) == WORD(2));
FACT(input_label, offsetof(heng_input_info, label) == WORD(3));
FACT(input_unit, offsetof(heng_input_info, unit) == WORD(4));
FACT(input_optional, offsetof(heng_input_info, optional) == WORD(5));
FACT(input_reserved, offsetof(heng_input_info, reserved) == WORD(5) + 4);
FACT(input_size, sizeof(heng_input_info) == WORD(5) + 8);
FACT(item_info_id, offsetof(heng_item_info, id) == WORD(1));
FACT(item_info_name, offsetof(heng_item_info, name) == WORD(2));
FACT(item_info_parent, offsetof(heng_item_info, parent) == WORD(3));
FACT(item_info_rule, offsetof(heng_item_info, rule) == WORD(4));
FACT(item_info_points, offsetof(heng_item_info, points) == WORD(5));
FACT(item_info_level, offsetof(heng_item_info, level) == WORD(6));
FACT(item_info_kind, offsetof(heng_item_info, kind) == WORD(6) + 4);
FACT(item_info_extra, offsetof(heng_item_info, extra) == WORD(6) + 8);
FACT(item_info_floor, offsetof(heng_item_info, floor) == WORD(7) + 8);
FACT(item_info_size, sizeof(heng_item_info) == WORD(8) + 8);
FACT(grade_info_name, offsetof(heng_grade_info, name) == WORD(1));
FACT(grade_info_size, sizeof(heng_grade_info) == WORD(2));

/* Structs by which tests/abi sees their types. */
heng_item* of_item;
heng_finding* of_finding;
heng_draft_sources* of_draft_sources;
heng_batch_summary* of_batch_summary;

/* The functions, as a caller that was compiled before calls them. */
const char* (*const version)(void) = heng_version;
int32_t (*const version_number)(void) = heng_version_number;
heng_status (*const rubric_builtin)(const char*, heng_rubric**, heng_error**) = heng_rubric_builtin;
heng_status (*const rubric_load)(const char*, size_t, heng_rubric**,
                                 heng_error**) = heng_rubric_load;
heng_status (*const facts_load)(const heng_rubric*, const char*, size_t, heng_facts**,
                                heng_error**) = heng_facts_load;
heng_status (*const score)(const heng_rubric*, const heng_facts*, heng_sheet**,
                           heng_error**) = heng_score;
const char* (*const sheet_total)(const heng_sheet*) = heng_sheet_total;
const char* (*const sheet_rate)(const heng_sheet*) = heng_sheet_rate;
const char* (*const sheet_grade)(const heng_sheet*) = heng_sheet_grade;
size_t (*const sheet_count)(const heng_sheet*) = heng_sheet_count;
heng_status (*const sheet_item)(const heng_sheet*, size_t, heng_item*) = heng_sheet_item;
heng_status (*const sheet_find)(const heng_sheet*, const char*, heng_item*) = heng_sheet_find;
const char* (*const sheet_json)(const heng_sheet*, size_t*) = heng_sheet_json;
const char* (*const sheet_text)(const heng_sheet*, size_t*) = heng_sheet_text;
heng_status (*const eval)(const char*, size_t, const char*, size_t, heng_value**,
                          heng_error**) = heng_eval;
heng_status (*const eval_explain)(const char*, size_t, const char*, size_t, heng_value**,
                                  heng_error**) = heng_eval_explain;
const char* (*const value_type)(const heng_value*) = heng_value_type;
const char* (*const value_text)(const heng_value*, size_t*) = heng_value_text;
const char* (*const value_json)(const heng_value*, size_t*) = heng_value_json;
const char* (*const value_explanation)(const heng_value*, size_t*) = heng_value_explanation;
heng_status (*const error_status)(const heng_error*) = heng_error_status;
const char* (*const error_code)(const heng_error*) = heng_error_code;
const char* (*const error_message)(const heng_error*) = heng_error_message;
const char* (*const error_pointer)(const heng_error*) = heng_error_pointer;
const char* (*const error_excerpt)(const heng_error*) = heng_error_excerpt;
size_t (*const error_line)(const heng_error*) = heng_error_line;
size_t (*const error_column)(const heng_error*) = heng_error_column;
size_t (*const error_count)(const heng_error*) = heng_error_count;
const heng_error* (*const error_at)(const heng_error*, size_t) = heng_error_at;
void (*const rubric_free)(heng_rubric*) = heng_rubric_free;
void (*const facts_free)(heng_facts*) = heng_facts_free;
void (*const sheet_free)(heng_sheet*) = heng_sheet_free;
void (*const value_free)(heng_value*) = heng_value_free;
void (*const error_free)(heng_error*) = heng_error_free;
heng_status (*const reconcile)(const char*, size_t, const char*, size_t, heng_report**,
                               heng_error**) = heng_reconcile;
heng_status (*const lint)(const char*, size_t, heng_report**, heng_error**) = heng_lint;
int32_t (*const report_complete)(const heng_report*) = heng_report_complete;
size_t (*const report_count)(const heng_report*) = heng_report_count;
heng_status (*const report_finding)(const heng_report*, size_t,
                                    heng_finding*) = heng_report_finding;
const char* (*const report_json)(const heng_report*, size_t*) = heng_report_json;
void (*const report_free)(heng_report*) = heng_report_free;

heng_status (*const explain)(const heng_rubric*, const heng_facts*, heng_text**,
                             heng_error**) = heng_explain;
heng_status (*const score_partial)(const heng_rubric*, const char*, size_t, heng_text**,
                                   heng_error**) = heng_score_partial;
heng_status (*const diff)(const heng_facts*, const heng_facts*, heng_text**,
                          heng_error**) = heng_diff;
heng_status (*const verify)(const char*, size_t, const heng_rubric*, const heng_facts*, heng_text**,
                            heng_error**) = heng_verify;
heng_status (*const test)(const char*, size_t, const heng_rubric*, int32_t, heng_text**,
                          heng_error**) = heng_test;
const char* (*const text_data)(const heng_text*, size_t*) = heng_text_data;
void (*const text_free)(heng_text*) = heng_text_free;
heng_status (*const batch_lines)(const heng_rubric*, heng_batch_read, heng_batch_line, void*,
                                 int32_t, heng_batch_summary*, heng_error**) = heng_batch_lines;
heng_status (*const draft)(const heng_rubric*, const heng_facts*, const heng_draft_sources*,
                           int32_t, heng_text**, heng_error**) = heng_draft;
heng_status (*const audit)(const heng_rubric*, const char*, size_t, heng_report**,
                           heng_error**) = heng_audit;
heng_status (*const plan_check)(const char*, size_t, const char*, size_t, const char*, const char*,
                                heng_report**, heng_error**) = heng_plan_check;
heng_status (*const library_check)(const char*, size_t, const char* const*, const size_t*, size_t,
                                   heng_report**, heng_error**) = heng_library_check;
heng_status (*const library_search)(const char*, size_t, const char*, size_t, heng_text**,
                                    heng_error**) = heng_library_search;
heng_status (*const library_builtin)(const char*, heng_text**, heng_error**) = heng_library_builtin;
heng_status (*const facts_in_force)(const heng_rubric*, const char*, size_t, const char*, size_t,
                                    const char*, heng_text**, heng_error**) = heng_facts_in_force;
heng_status (*const monitor)(const char*, size_t, const char*, size_t, const char*, heng_report**,
                             heng_error**) = heng_monitor;
heng_status (*const decide)(const char*, size_t, const char*, size_t, const char*, size_t,
                            const char*, heng_report**, heng_error**) = heng_decide;
heng_status (*const policy_builtin)(const char*, heng_report**, heng_error**) = heng_policy_builtin;
const char* (*const schema)(const char*) = heng_schema;
heng_status (*const batch_columns)(const heng_rubric*, const heng_column* const*, size_t, size_t,
                                   const heng_score_columns*, heng_batch_progress, void*, int32_t,
                                   heng_batch_summary*, heng_error**) = heng_batch_columns;
heng_status (*const batch_row)(const heng_rubric*, const heng_column* const*, size_t, size_t,
                               heng_text**, heng_error**) = heng_batch_row;
heng_status (*const scorer_new)(const heng_rubric*, const heng_options*, heng_scorer**,
                                heng_error**) = heng_scorer_new;
heng_status (*const scorer_score)(heng_scorer*, const char*, size_t, heng_total*,
                                  heng_error**) = heng_scorer_score;
heng_status (*const scorer_score_values)(heng_scorer*, const heng_cell*, size_t, heng_total*,
                                         heng_error**) = heng_scorer_score_values;
const int64_t* (*const scorer_items)(const heng_scorer*, size_t*) = heng_scorer_items;
void (*const scorer_free)(heng_scorer*) = heng_scorer_free;

heng_status (*const rubric_builtin_with)(const char*, const heng_options*, heng_rubric**,
                                         heng_error**) = heng_rubric_builtin_with;
heng_status (*const rubric_load_with)(const char*, size_t, const heng_options*, heng_rubric**,
                                      heng_error**) = heng_rubric_load_with;
const char* (*const rubric_json)(const heng_rubric*, size_t*) = heng_rubric_json;
size_t (*const rubric_input_count)(const heng_rubric*) = heng_rubric_input_count;
heng_status (*const rubric_input)(const heng_rubric*, size_t, heng_input_info*) = heng_rubric_input;
size_t (*const rubric_item_count)(const heng_rubric*) = heng_rubric_item_count;
heng_status (*const rubric_item)(const heng_rubric*, size_t, heng_item_info*) = heng_rubric_item;
size_t (*const rubric_grade_count)(const heng_rubric*) = heng_rubric_grade_count;
heng_status (*const rubric_grade)(const heng_rubric*, size_t, heng_grade_info*) = heng_rubric_grade;
heng_status (*const facts_load_with)(const heng_rubric*, const char*, size_t, const heng_options*,
                                     heng_facts**, heng_error**) = heng_facts_load_with;
heng_status (*const builder_new)(const heng_rubric*, heng_facts_builder**,
                                 heng_error**) = heng_facts_builder_new;
heng_status (*const builder_set)(heng_facts_builder*, const char*, const char*, size_t,
                                 heng_error**) = heng_facts_builder_set;
heng_status (*const builder_list)(heng_facts_builder*, const char*,
                                  heng_error**) = heng_facts_builder_list;
heng_status (*const builder_assess)(heng_facts_builder*, const char*, const char*, size_t,
                                    const char*, size_t, heng_error**) = heng_facts_builder_assess;
heng_status (*const builder_subject)(heng_facts_builder*, const char*, size_t, int32_t,
                                     heng_error**) = heng_facts_builder_subject;
heng_status (*const builder_unit)(heng_facts_builder*, const char*,
                                  heng_error**) = heng_facts_builder_unit;
heng_status (*const builder_finish)(const heng_facts_builder*, const heng_options*, heng_facts**,
                                    heng_error**) = heng_facts_builder_finish;
void (*const builder_free)(heng_facts_builder*) = heng_facts_builder_free;
heng_status (*const score_with)(const heng_rubric*, const heng_facts*, const heng_options*,
                                heng_sheet**, heng_error**) = heng_score_with;
heng_status (*const sheet_render)(const heng_sheet*, int32_t, const heng_options*, heng_text**,
                                  heng_error**) = heng_sheet_render;
heng_status (*const lint_with)(const char*, size_t, const heng_options*, heng_report**,
                               heng_error**) = heng_lint_with;
heng_status (*const reconcile_with)(const char*, size_t, const char*, size_t, const heng_options*,
                                    heng_report**, heng_error**) = heng_reconcile_with;
heng_status (*const audit_with)(const heng_rubric*, const char*, size_t, const heng_options*,
                                heng_report**, heng_error**) = heng_audit_with;
heng_status (*const batch_lines_with)(const heng_rubric*, heng_batch_read, heng_batch_line, void*,
                                      const heng_options*, heng_batch_summary*,
                                      heng_error**) = heng_batch_lines_with;
heng_status (*const batch_columns_with)(const heng_rubric*, const heng_column* const*, size_t,
                                        size_t, const heng_score_columns*, heng_batch_progress,
                                        void*, const heng_options*, heng_batch_summary*,
                                        heng_error**) = heng_batch_columns_with;
heng_status (*const explain_with)(const heng_rubric*, const heng_facts*, const heng_options*,
                                  heng_text**, heng_error**) = heng_explain_with;
heng_status (*const score_partial_with)(const heng_rubric*, const char*, size_t,
                                        const heng_options*, heng_text**,
                                        heng_error**) = heng_score_partial_with;
heng_status (*const diff_with)(const heng_facts*, const heng_facts*, const heng_options*,
                               heng_text**, heng_error**) = heng_diff_with;
heng_status (*const verify_with)(const char*, size_t, const heng_rubric*, const heng_facts*,
                                 const heng_options*, heng_text**, heng_error**) = heng_verify_with;

heng_status (*const eval_with)(const char*, size_t, const char*, size_t, const heng_options*,
                               heng_value**, heng_error**) = heng_eval_with;
heng_status (*const eval_explain_with)(const char*, size_t, const char*, size_t,
                                       const heng_options*, heng_value**,
                                       heng_error**) = heng_eval_explain_with;
heng_status (*const test_with)(const char*, size_t, const heng_rubric*, int32_t,
                               const heng_options*, heng_text**, heng_error**) = heng_test_with;
heng_status (*const draft_with)(const heng_rubric*, const heng_facts*, const heng_draft_sources*,
                                int32_t, const heng_options*, heng_text**,
                                heng_error**) = heng_draft_with;
heng_status (*const plan_check_with)(const char*, size_t, const char*, size_t, const char*,
                                     const char*, const heng_options*, heng_report**,
                                     heng_error**) = heng_plan_check_with;
heng_status (*const library_check_with)(const char*, size_t, const char* const*, const size_t*,
                                        size_t, const heng_options*, heng_report**,
                                        heng_error**) = heng_library_check_with;
heng_status (*const library_search_with)(const char*, size_t, const char*, size_t,
                                         const heng_options*, heng_text**,
                                         heng_error**) = heng_library_search_with;
heng_status (*const facts_in_force_with)(const heng_rubric*, const char*, size_t, const char*,
                                         size_t, const char*, const heng_options*, heng_text**,
                                         heng_error**) = heng_facts_in_force_with;
heng_status (*const monitor_with)(const char*, size_t, const char*, size_t, const char*,
                                  const heng_options*, heng_report**,
                                  heng_error**) = heng_monitor_with;
heng_status (*const decide_with)(const char*, size_t, const char*, size_t, const char*, size_t,
                                 const char*, const heng_options*, heng_report**,
                                 heng_error**) = heng_decide_with;
heng_status (*const builder_evidence)(heng_facts_builder*, const char*, const char*, size_t,
                                      heng_error**) = heng_facts_builder_evidence;
heng_status (*const builder_in_unit)(heng_facts_builder*, const char*, size_t,
                                     heng_error**) = heng_facts_builder_in_unit;

int main(void) {
    return 0; /* it compiled and linked */
}
