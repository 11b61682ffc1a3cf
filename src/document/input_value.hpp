// SPDX-License-Identifier: Apache-2.0
//
// A JSON value, read as what an input was declared to be: exactly, and in the rubric's unit.
#pragma once

#include "document/inputs.hpp"
#include "document/json/reader.hpp"
#include "feel/value.hpp"

#include <heng/budget/money.hpp>

#include <optional>

namespace heng::document {

/// The unit that money is written in, and the one that it is wanted in.
struct Units {
    MoneyUnit from = MoneyUnit::wan_yuan;
    MoneyUnit to = MoneyUnit::wan_yuan;
    bool unknowns = false; ///< a field of a record may be unknown; its value is Value::missing(0)
};

/// Whether it says that a fact is not known: null or "?". Only `--partial` reads facts so.
[[nodiscard]] bool is_unknown(const Reader& value);

/// The value of an input that is no list. Problems: type, number, percent, count, date,
/// out-of-range.
[[nodiscard]] std::optional<feel::Value> read_scalar(const Reader& value, const Input& input,
                                                     Units units = {});

/// The value of a list of records that are no target records.
[[nodiscard]] std::optional<feel::Value> read_records(const Reader& value, const Input& input,
                                                      Units units);

} // namespace heng::document
