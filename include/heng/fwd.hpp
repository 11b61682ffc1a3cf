// SPDX-License-Identifier: Apache-2.0
//
// The names of heng, for headers that only mention them.
//
//     #include <heng/fwd.hpp>
//     void show(const heng::ScoreSheet& sheet);
#pragma once

namespace heng {

struct Error;

class Decimal;
class Percent;
class Points;
class Ratio;

struct Indicator;
struct Interval;
struct Rubric;

struct Item;
struct ScoreSheet;

class Facts;
class FactsBuilder;
class RubricDocument;
struct CallOptions;
struct Limits;

} // namespace heng
