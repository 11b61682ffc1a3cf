// SPDX-License-Identifier: Apache-2.0
//
// A JSON value, read as what an input was declared to be: exactly, and in the rubric's unit.
#pragma once

#include "document/inputs.hpp"
#include "document/json/reader.hpp"
#include "feel/value.hpp"

#include <heng/budget/money.hpp>

#include <cstddef>
#include <optional>

namespace heng::document {

/// The unit that money is written in, and the one that it is wanted in.
struct Units {
    MoneyUnit from = MoneyUnit::wan_yuan;
    MoneyUnit to = MoneyUnit::wan_yuan;
    bool unknowns = false; ///< a field of a record may be unknown; its value is Value::missing(0)
    std::size_t* absent = nullptr; ///< counts the optional fields that a document's records lack
};

/// The most optional fields that the records of a document may lack: each takes memory, though
/// not a byte of the text.
inline constexpr std::size_t most_absent_fields = 5'000'000;

/// Whether it says that a fact is not known: null or "?". Only `--partial` reads facts so.
[[nodiscard]] bool is_unknown(const Reader& value);

/// The value of an input that is no list. Problems: type, number, percent, count, date,
/// out-of-range.
[[nodiscard]] std::optional<feel::Value> read_scalar(const Reader& value, const Input& input,
                                                     Units units = {});

/// The value of a list of records that are no target records. Problem: limit.rows past
/// most_absent_fields.
[[nodiscard]] std::optional<feel::Value> read_records(const Reader& value, const Input& input,
                                                      Units units);

} // namespace heng::document
