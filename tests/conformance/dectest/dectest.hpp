// SPDX-License-Identifier: Apache-2.0
//
// Reads IBM's General Decimal Arithmetic test cases (decTest): "name operation operands -> result
// flags", directives such as "rounding: half_up", comments after "--".
#pragma once

#include <istream>
#include <string>
#include <string_view>
#include <vector>

namespace heng::test {

struct DectestCase {
    std::string id;
    std::string operation; ///< in lower case
    std::vector<std::string> operands;
    std::string result;
    std::vector<std::string> flags; ///< in lower case
    std::string rounding;           ///< in force where the case stands, in lower case
};

/// The cases of one file, in order.
std::vector<DectestCase> read_dectest(std::istream& file);

/// Whether the text is a finite number of decTest's grammar, which also has "+1", ".5" and "5.".
bool is_finite(std::string_view text);

/// That number in heng's grammar.
std::string plain_number(std::string_view text);

/// The exponent as written after E, or 0.
int written_exponent(std::string_view text);

/// The power of ten of the number's last digit: −2 of 1.50, 3 of 1E+3.
int last_digit_exponent(std::string_view text);

} // namespace heng::test
