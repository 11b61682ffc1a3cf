// SPDX-License-Identifier: Apache-2.0
//
// The table of examples in a header's comment, read so that a test can check it.
//
//     for (const Example& row : examples_of("rule/step.hpp")) score(…, row.number("measure")) …
#pragma once

#include <heng/number/decimal.hpp>
#include <heng/number/ratio.hpp>

#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace heng::test {

/// "171/287", "0.05" or "-3" as an exact number.
inline Ratio number_of(std::string_view text) {
    const std::size_t slash = text.find('/');
    const auto decimal = [](std::string_view part) {
        const auto parsed = Decimal::parse(part);
        REQUIRE_MESSAGE(parsed.has_value(), "not a number: " << std::string{part});
        return *parsed;
    };
    if (slash == std::string_view::npos) {
        return Ratio{decimal(text)};
    }
    return decimal(text.substr(0, slash)) / decimal(text.substr(slash + 1));
}

class Example {
  public:
    Example(std::map<std::string, std::string> cells) : cells_(std::move(cells)) {}

    const std::string& text(const std::string& column) const { return cells_.at(column); }
    bool has(const std::string& column) const { return !cells_.at(column).empty(); }
    bool flag(const std::string& column) const { return cells_.at(column) == "yes"; }
    Ratio number(const std::string& column) const { return number_of(cells_.at(column)); }
    Decimal decimal(const std::string& column) const {
        const auto parsed = Decimal::parse(cells_.at(column));
        REQUIRE_MESSAGE(parsed.has_value(), column << " is not a decimal: " << cells_.at(column));
        return *parsed;
    }

    /// The row as written, for messages.
    std::string str() const {
        std::string out;
        for (const auto& [column, cell] : cells_) {
            out += column + '=' + cell + ' ';
        }
        return out;
    }

  private:
    std::map<std::string, std::string> cells_;
};

inline std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells;
    std::istringstream parts(line.substr(line.find('|') + 1));
    for (std::string cell; std::getline(parts, cell, '|');) {
        const std::size_t first = cell.find_first_not_of(' ');
        const std::size_t last = cell.find_last_not_of(' ');
        cells.push_back(first == std::string::npos ? "" : cell.substr(first, last - first + 1));
    }
    return cells;
}

/// The rows of the first table after the comment that begins with `heading` in
/// include/heng/`header`.
inline std::vector<Example> examples_of(const std::string& header,
                                        const std::string& heading = "Examples") {
    std::ifstream file(std::string{HENG_SOURCE_DIR} + "/include/heng/" + header);
    REQUIRE_MESSAGE(file.is_open(), "no header " << header);
    std::vector<std::string> columns;
    std::vector<Example> rows;
    bool found = false;
    for (std::string line; std::getline(file, line);) {
        found = found || line.starts_with("// " + heading);
        const bool in_table = line.find("//   |") != std::string::npos;
        if (found && !in_table && !rows.empty()) {
            break;
        }
        if (!found || !in_table) {
            continue;
        }
        const std::vector<std::string> cells = cells_of(line);
        if (columns.empty()) {
            columns = cells;
        } else if (cells.front().find("--") != 0) {
            REQUIRE_MESSAGE(cells.size() == columns.size(), line);
            std::map<std::string, std::string> row;
            for (std::size_t i = 0; i < columns.size(); ++i) {
                row[columns[i]] = cells[i];
            }
            rows.emplace_back(std::move(row));
        }
    }
    REQUIRE_MESSAGE(rows.size() >= 3, "too few examples in " << header);
    return rows;
}

} // namespace heng::test
