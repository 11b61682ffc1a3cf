// SPDX-License-Identifier: Apache-2.0
#include "dectest.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>

namespace heng::test {
namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](char c) { return lower(c); });
    return text;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Blank-separated words up to a comment; quotes hold one together and are dropped.
std::vector<std::string> words_of(const std::string& line) {
    std::vector<std::string> words;
    std::size_t i = 0;
    while (true) {
        i = line.find_first_not_of(" \t\r", i);
        if (i == std::string::npos || line.compare(i, 2, "--") == 0) {
            return words;
        }
        const bool quoted = line[i] == '\'' || line[i] == '"';
        const std::size_t end = quoted ? line.find(line[i], i + 1) : line.find_first_of(" \t\r", i);
        const std::size_t start = quoted ? i + 1 : i;
        words.push_back(line.substr(start, end == std::string::npos ? end : end - start));
        if (end == std::string::npos) {
            return words;
        }
        i = quoted ? end + 1 : end;
    }
}

/// The lengths of the parts of a number, or nothing at all where it is not one.
struct Parts {
    std::size_t sign = 0;
    std::size_t whole = 0;
    std::size_t fraction = 0;
    bool point = false;
    int exponent = 0;
    bool finite = false;
};

Parts parts_of(std::string_view text) {
    Parts parts;
    std::size_t i = 0;
    const auto digits = [&] {
        const std::size_t start = i;
        while (i < text.size() && is_digit(text[i])) {
            ++i;
        }
        return i - start;
    };
    const auto sign = [&] {
        return i < text.size() && (text[i] == '+' || text[i] == '-');
    };
    parts.sign = sign() ? 1 : 0;
    i += parts.sign;
    parts.whole = digits();
    if (i < text.size() && text[i] == '.') {
        parts.point = true;
        ++i;
        parts.fraction = digits();
    }
    if (parts.whole + parts.fraction == 0) {
        return {};
    }
    if (i < text.size() && lower(text[i]) == 'e') {
        const std::size_t start = ++i;
        i += sign() ? 1U : 0U;
        if (digits() == 0) {
            return {};
        }
        // what is longer is far past every limit here, and an int holds this
        parts.exponent = std::atoi(std::string{text.substr(start, 9)}.c_str());
    }
    parts.finite = i == text.size();
    return parts;
}

} // namespace

std::vector<DectestCase> read_dectest(std::istream& file) {
    std::vector<DectestCase> cases;
    std::string rounding;
    for (std::string line; std::getline(file, line);) {
        const std::vector<std::string> words = words_of(line);
        const auto arrow = std::find(words.begin(), words.end(), "->");
        if (arrow == words.end()) {
            const std::size_t colon = line.find(':');
            if (!words.empty() && lower(line.substr(0, colon)) == "rounding") {
                rounding = lower(words.back());
            }
            continue;
        }
        if (arrow - words.begin() < 3 || arrow + 1 == words.end()) {
            continue;
        }
        DectestCase one{.id = words[0],
                        .operation = lower(words[1]),
                        .operands = {words.begin() + 2, arrow},
                        .result = arrow[1],
                        .flags = {},
                        .rounding = rounding};
        for (auto flag = arrow + 2; flag != words.end(); ++flag) {
            one.flags.push_back(lower(*flag));
        }
        cases.push_back(one);
    }
    return cases;
}

bool is_finite(std::string_view text) {
    return parts_of(text).finite;
}

int written_exponent(std::string_view text) {
    return parts_of(text).exponent;
}

int last_digit_exponent(std::string_view text) {
    const Parts parts = parts_of(text);
    return parts.exponent - static_cast<int>(parts.fraction);
}

std::string plain_number(std::string_view text) {
    const Parts parts = parts_of(text);
    std::string plain = text[0] == '-' ? "-" : "";
    plain += parts.whole == 0 ? "0" : text.substr(parts.sign, parts.whole);
    if (parts.fraction > 0) {
        plain += '.';
        plain += text.substr(parts.sign + parts.whole + 1, parts.fraction);
    }
    return plain + 'e' + std::to_string(parts.exponent);
}

} // namespace heng::test
