// SPDX-License-Identifier: Apache-2.0
//
// A JSON value, read as what an input was declared to be: exactly, and in the rubric's unit.
#pragma once

#include "base/json/reader.hpp"
#include "document/inputs.hpp"
#include "feel/value.hpp"

#include <heng/budget/money.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace heng::detail::document {

/// Something to tell of a figure that is read as it is written.
struct FigureNote {
    enum class Kind : std::uint8_t {
        large_percent,  ///< 60 in a percent input, which is 6000 %
        printed_double, ///< 0.94999999999999996
        unlike_percent, ///< 0.95 beside 90 in a target record that counts in %
    };

    Kind kind = Kind::large_percent;
    std::string where{}; ///< JSON Pointer, from the value that was read
    std::string label{}; ///< what people call it
    std::string found{}; ///< as it is written
    std::string meant{}; ///< what may be meant
    std::string read{};  ///< what it is taken as, where that is not as it is written
};

/// The notes of a document and its units; past `most` they are only counted.
struct FigureNotes {
    static constexpr std::size_t most = 1'000;

    std::vector<FigureNote> list{};
    std::size_t found = 0;

    void add(FigureNote note) {
        if (++found <= most) {
            list.push_back(std::move(note));
        }
    }
    /// Puts a part of a pointer before the notes from `first` on.
    void place_under(std::size_t first, const std::string& pointer) {
        for (; first < list.size(); ++first) {
            list[first].where.insert(0, pointer);
        }
    }
};

/// Notes a number that looks like a printed double; O(1) where it has fewer than 16 digits.
void note_printed_double(const json::Reader& value, const std::string& label, FigureNotes* notes);

/// The unit that money is written in, and the one that it is wanted in.
struct Units {
    MoneyUnit from = MoneyUnit::wan_yuan;
    MoneyUnit to = MoneyUnit::wan_yuan;
    bool unknowns = false; ///< a field of a record may be unknown; its value is Value::missing(0)
    std::size_t* absent = nullptr;   ///< counts the optional fields that a document's records lack
    std::optional<MoneyUnit> said{}; ///< the unit that the document says it is in, for advice
    bool printed = false;            ///< figures are read as a form prints them, where certain
    FigureNotes* notes = nullptr;    ///< none: nobody asks
};

/// The most optional fields that the records of a document may lack: each takes memory, though
/// not a byte of the text.
inline constexpr std::size_t most_absent_fields = 5'000'000;

/// Whether it says that a fact is not known: null or "?". Only `--partial` reads facts so.
[[nodiscard]] bool is_unknown(const json::Reader& value);

/// The value of a scalar that needs no second look: a number of less than 16 characters without an
/// exponent, in its range, or a truth. None of what may want a problem or a note; read_scalar() is
/// to be asked. Facts only; O(1).
[[nodiscard]] std::optional<feel::Value> read_plain(json::Json value, const Input& input,
                                                    MoneyUnit from, MoneyUnit to);

/// The value of an input that is no list. Problems: type, number, percent, count, date,
/// out-of-range.
[[nodiscard]] std::optional<feel::Value> read_scalar(const json::Reader& value, const Input& input,
                                                     Units units = {});

/// The value of a list of records that are no target records. Problem: limit.rows past
/// most_absent_fields.
[[nodiscard]] std::optional<feel::Value> read_records(const json::Reader& value, const Input& input,
                                                      Units units);

} // namespace heng::detail::document
