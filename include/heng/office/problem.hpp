// SPDX-License-Identifier: Apache-2.0
//
// How libheng-office reports failure: all problems of a file, each with its sheet and cell.
//
//     const auto file = heng::office::read_tables(bytes);
//     for (const auto& each : file ? heng::office::Problems{} : file.error())
//         std::cerr << place_text(each.where, heng::office::Language::en) << each.message.en;
//
// The library sees heng.h alone, so that it has its own types beside those of libheng.
#pragma once

#include <tl/expected.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace heng::office {

/// The languages of messages and of what is written.
enum class Language : std::uint8_t { zh, en };

/// A text in both languages.
struct Words {
    std::string en{};
    std::string zh{};

    friend bool operator==(const Words&, const Words&) = default;
};

/// A place in a file; numbers count from 1, and 0 is unknown.
struct Where {
    std::string sheet{};    ///< the name of a workbook's sheet; empty in other files
    std::size_t table = 0;  ///< of the tables of a document or page; 0 in a workbook or CSV
    std::size_t row = 0;    ///< of the sheet or table; the line of records in CSV
    std::size_t column = 0; ///< of the sheet or table

    friend bool operator==(const Where&, const Where&) = default;
};

/// "填报!B7" in a workbook; "table 2, row 3, column 4" or "表2第3行第4列" elsewhere; parts that are
/// unknown are left out.
[[nodiscard]] std::string place_text(const Where& where, Language language);

/// "B7" of row 7 and column 2, "XFD" of no row and column 16384. Precondition: column > 0.
[[nodiscard]] std::string cell_name(std::size_t row, std::size_t column);

/// One failure.
struct Problem {
    std::int32_t status = 99; ///< a heng_status, such as HENG_INVALID_FACTS
    std::string code{};       ///< stable and for machines, such as "office.cell"
    Words message{};          ///< one sentence: what was found and what was expected
    Words hint{};             ///< what to do instead; empty if there is no advice
    Where where{};
};

using Problems = std::vector<Problem>;

/// The value, or why there is none: at least one problem.
template <class T>
using Expected = tl::expected<T, Problems>;

} // namespace heng::office
