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
#include <heng/audit/reconcile.hpp>
#include <heng/batch/columns.hpp>
#include <heng/batch/json_lines.hpp>
#include <heng/cycle/decision.hpp>
#include <heng/cycle/in_force.hpp>
#include <heng/cycle/library.hpp>
#include <heng/cycle/monitoring.hpp>
#include <heng/cycle/plan.hpp>
#include <heng/cycle/plan_check.hpp>
#include <heng/document/builtin.hpp>
#include <heng/document/call.hpp>
#include <heng/document/difference.hpp>
#include <heng/document/evaluate.hpp>
#include <heng/document/explanation.hpp>
#include <heng/document/facts.hpp>
#include <heng/document/facts_builder.hpp>
#include <heng/document/lint.hpp>
#include <heng/document/partial.hpp>
#include <heng/document/render.hpp>
#include <heng/document/rubric_document.hpp>
#include <heng/document/rubric_inputs.hpp>
#include <heng/document/schema.hpp>
#include <heng/document/scoring.hpp>
#include <heng/document/trial.hpp>
#include <heng/document/verify.hpp>
#include <heng/report/report.hpp>
#endif
