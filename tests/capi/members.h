/* SPDX-License-Identifier: Apache-2.0
 *
 * The members of each struct of heng.h, and the bytes where they stand.
 *
 *     for (i = 0; i < sizeof of_item / sizeof *of_item; ++i) of_item[i].begin …
 */
#ifndef HENG_TESTS_MEMBERS_H
#define HENG_TESTS_MEMBERS_H

#include <heng.h>
#include <stddef.h>

struct member {
    size_t begin, end;
};

#define MEMBER(type, member)                                                                       \
    { offsetof(type, member), offsetof(type, member) + sizeof(((type*)NULL)->member) }
#define TEXT(type, text) MEMBER(type, text), MEMBER(type, text##_length)

static const struct member of_item[] = {
    MEMBER(heng_item, id),    MEMBER(heng_item, name),   MEMBER(heng_item, parent),
    MEMBER(heng_item, rule),  MEMBER(heng_item, points), MEMBER(heng_item, score),
    MEMBER(heng_item, rate),  MEMBER(heng_item, lost),   MEMBER(heng_item, status),
    MEMBER(heng_item, basis), MEMBER(heng_item, why),    MEMBER(heng_item, level),
    MEMBER(heng_item, kind)};
static const struct member of_finding[] = {
    MEMBER(heng_finding, code),     MEMBER(heng_finding, message),  MEMBER(heng_finding, pointer),
    MEMBER(heng_finding, witness),  MEMBER(heng_finding, accepted), MEMBER(heng_finding, line),
    MEMBER(heng_finding, column),   MEMBER(heng_finding, severity), MEMBER(heng_finding, reserved),
    MEMBER(heng_finding, expected), MEMBER(heng_finding, found)};
static const struct member of_summary[] = {
    MEMBER(heng_batch_summary, documents), MEMBER(heng_batch_summary, failed),
    MEMBER(heng_batch_summary, cancelled), MEMBER(heng_batch_summary, reserved)};
static const struct member of_column[] = {
    MEMBER(heng_column, input),      MEMBER(heng_column, values),   MEMBER(heng_column, text),
    MEMBER(heng_column, offsets),    MEMBER(heng_column, valid),    MEMBER(heng_column, offset),
    MEMBER(heng_column, scale),      MEMBER(heng_column, reserved), MEMBER(heng_column, fields),
    MEMBER(heng_column, field_count)};
static const struct member of_score_columns[] = {
    MEMBER(heng_score_columns, totals),   MEMBER(heng_score_columns, grades),
    MEMBER(heng_score_columns, statuses), MEMBER(heng_score_columns, items),
    MEMBER(heng_score_columns, places),   MEMBER(heng_score_columns, reserved)};
static const struct member of_draft_sources[] = {
    TEXT(heng_draft_sources, plan),     TEXT(heng_draft_sources, claims),
    TEXT(heng_draft_sources, pattern),  TEXT(heng_draft_sources, previous),
    TEXT(heng_draft_sources, progress), TEXT(heng_draft_sources, policy)};

static const struct member of_options[] = {
    MEMBER(heng_options, language),  MEMBER(heng_options, cancelled), MEMBER(heng_options, user),
    MEMBER(heng_options, max_bytes), MEMBER(heng_options, max_steps), MEMBER(heng_options, places),
    MEMBER(heng_options, threads)};
static const struct member of_input_info[] = {
    MEMBER(heng_input_info, path),     MEMBER(heng_input_info, type),
    MEMBER(heng_input_info, label),    MEMBER(heng_input_info, unit),
    MEMBER(heng_input_info, optional), MEMBER(heng_input_info, reserved)};
static const struct member of_item_info[] = {
    MEMBER(heng_item_info, id),   MEMBER(heng_item_info, name),   MEMBER(heng_item_info, parent),
    MEMBER(heng_item_info, rule), MEMBER(heng_item_info, points), MEMBER(heng_item_info, level),
    MEMBER(heng_item_info, kind), MEMBER(heng_item_info, extra), MEMBER(heng_item_info, floor)};
static const struct member of_grade_info[] = {MEMBER(heng_grade_info, name)};

static const struct member of_total[] = {MEMBER(heng_total, total), MEMBER(heng_total, places),
                                         MEMBER(heng_total, grade)};
static const struct member of_cell[] = {TEXT(heng_cell, text), MEMBER(heng_cell, value),
                                        MEMBER(heng_cell, kind), MEMBER(heng_cell, scale)};

#endif
