// SPDX-License-Identifier: Apache-2.0
//
// What the cells of a workbook refer to: shared texts and number formats.
#pragma once

#include "office/xml.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace heng::office {

/// "_x000D_" and the like become the character they stand for.
[[nodiscard]] std::string unescaped_text(std::string_view text);

/// The text of a shared or inline text: its runs, without what tells its pronunciation.
[[nodiscard]] std::string text_of(Element item);

/// Whether a number format shows a date or a time: "yyyy/m/d", not "#,##0.00" or "0.0E+00".
[[nodiscard]] bool is_date_format(std::string_view code);

/// The effect of a number format on a number.
enum class Shows : std::uint8_t { number, percent, date };

struct WorkbookParts {
    std::vector<std::string> texts{};
    std::vector<Shows> styles{}; ///< by the style of a cell
    bool from_1904 = false;
};

[[nodiscard]] Expected<std::vector<std::string>> read_texts(Zip& zip, const std::string& part,
                                                            const Bounds& bounds);
[[nodiscard]] Expected<std::vector<Shows>> read_styles(Zip& zip, const std::string& part,
                                                       const Bounds& bounds);

struct CellPlace {
    std::size_t row = 0;
    std::size_t column = 0;
};

/// The place of "B7", or {0, 0} where the text is none, or lies outside of a sheet.
[[nodiscard]] CellPlace place_of_reference(std::string_view reference);

inline constexpr std::size_t most_rows = 1'048'576;
inline constexpr std::size_t most_columns = 16'384;

} // namespace heng::office
