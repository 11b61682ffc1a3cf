// SPDX-License-Identifier: Apache-2.0
//
// Files of the project, for tests.
#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace heng::test {

/// The bytes of a file of the project, such as "tests/cases/malformed.json".
inline std::string file(const std::string& path) {
    std::ifstream in(std::string{HENG_SOURCE_DIR} + '/' + path, std::ios::binary);
    REQUIRE_MESSAGE(in.is_open(), "no file " << path);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

/// The lines of a comma-separated file without quotes, split into cells.
inline std::vector<std::vector<std::string>> comma_separated(const std::string& path) {
    std::vector<std::vector<std::string>> rows;
    std::istringstream lines(file(path));
    for (std::string line; std::getline(lines, line);) {
        std::vector<std::string> cells;
        std::size_t start = 0;
        for (std::size_t comma = 0; comma != std::string::npos; start = comma + 1) {
            comma = line.find(',', start);
            cells.push_back(line.substr(start, comma - start));
        }
        rows.push_back(std::move(cells));
    }
    return rows;
}

} // namespace heng::test
