// SPDX-License-Identifier: Apache-2.0
//
// Every header of the rooms that are header-only.
#pragma once

#include <heng/budget/money.hpp>
#include <heng/budget/statement.hpp>
#include <heng/number/big.hpp>
#include <heng/number/big_ratio.hpp>
#include <heng/number/checked.hpp>
#include <heng/number/decimal.hpp>
#include <heng/number/decimal_text.hpp>
#include <heng/number/fault.hpp>
#include <heng/number/int128.hpp>
#include <heng/number/limits.hpp>
#include <heng/number/percent.hpp>
#include <heng/number/points.hpp>
#include <heng/number/ratio.hpp>
#include <heng/number/ratio_parts.hpp>
#include <heng/number/ratio_text.hpp>
#include <heng/number/rounding.hpp>
#include <heng/rubric/basis.hpp>
#include <heng/rubric/indicator.hpp>
#include <heng/rubric/rounding_places.hpp>
#include <heng/rubric/rubric.hpp>
#include <heng/rubric/term.hpp>
#include <heng/rubric/validate.hpp>
#include <heng/rule/assessed.hpp>
#include <heng/rule/bands.hpp>
#include <heng/rule/categories.hpp>
#include <heng/rule/checklist.hpp>
#include <heng/rule/condition.hpp>
#include <heng/rule/formula.hpp>
#include <heng/rule/interpolate.hpp>
#include <heng/rule/interval.hpp>
#include <heng/rule/occurrences.hpp>
#include <heng/rule/proportional.hpp>
#include <heng/rule/step.hpp>
#include <heng/rule/step_part.hpp>
#include <heng/rule/steps.hpp>
#include <heng/rule/tally.hpp>
#include <heng/rule/targets.hpp>
#include <heng/score/answers.hpp>
#include <heng/score/leaf_scorer.hpp>
#include <heng/score/reason.hpp>
#include <heng/score/score.hpp>
#include <heng/score/sheet.hpp>
#include <heng/score/units.hpp>
