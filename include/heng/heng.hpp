// SPDX-License-Identifier: Apache-2.0
//
// Includes all of heng. Each folder has headers of its own, which compile faster when included
// alone.
//
//     #include <heng/heng.hpp>
//
// With heng::core (header-only) there are no documents: rubrics are built in C++.
#pragma once

#include <heng/budget/money.hpp>
#include <heng/budget/statement.hpp>
#include <heng/number/decimal.hpp>
#include <heng/number/percent.hpp>
#include <heng/number/points.hpp>
#include <heng/number/ratio.hpp>
#include <heng/result.hpp>
#include <heng/rubric/rubric.hpp>
#include <heng/rubric/validate.hpp>
#include <heng/score/score.hpp>

#ifndef HENG_HEADER_ONLY
#include <heng/audit/audit.hpp>
#include <heng/batch/columns.hpp>
#include <heng/batch/json_lines.hpp>
#include <heng/batch/scorer.hpp>
#include <heng/diff/diff.hpp>
#include <heng/document/builtin.hpp>
#include <heng/document/call.hpp>
#include <heng/document/rubric_document.hpp>
#include <heng/document/rubric_inputs.hpp>
#include <heng/document/schema.hpp>
#include <heng/eval/evaluate.hpp>
#include <heng/explain/explain.hpp>
#include <heng/facts/facts.hpp>
#include <heng/facts/facts_builder.hpp>
#include <heng/lint/lint.hpp>
#include <heng/monitor/decision.hpp>
#include <heng/monitor/monitor.hpp>
#include <heng/partial/partial.hpp>
#include <heng/plan/in_force.hpp>
#include <heng/plan/library.hpp>
#include <heng/plan/plan.hpp>
#include <heng/plan/plan_check.hpp>
#include <heng/reconcile/reconcile.hpp>
#include <heng/report/report.hpp>
#include <heng/rubric_test/rubric_test.hpp>
#include <heng/scoring/render.hpp>
#include <heng/scoring/scoring.hpp>
#include <heng/verify/verify.hpp>
#endif
