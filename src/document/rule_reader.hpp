// SPDX-License-Identifier: Apache-2.0
//
// "rule" of an indicator: its kind, its parameters, and the terms that it is applied to.
#pragma once

#include "document/expression_reader.hpp"
#include "document/json/reader.hpp"

#include <heng/rubric/indicator.hpp>

namespace heng::document {

/// Reads the rule of `leaf`, whose points are known, and its measure. Problems: word, missing-key,
/// rule, band, and those of expressions.
void read_rule(ExpressionReader& expressions, const ObjectReader& indicator, const Reader& rule,
               Indicator& leaf);

} // namespace heng::document
