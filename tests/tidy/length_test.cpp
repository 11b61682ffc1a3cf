// SPDX-License-Identifier: Apache-2.0
//
// Lines of at most 100 characters, functions of at most 70 lines (in tests they may hold longer
// tables), files of at most 500, and of at most 450 in src; and the licence in the first line.
#include "functions.hpp"
#include "source_tree.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace heng::tidy;

namespace {

constexpr std::size_t most_columns = 100;
constexpr std::size_t most_function_lines = 70;
constexpr std::size_t most_file_lines = 500;
constexpr std::size_t most_source_lines = 450; ///< in src

/// Characters, not bytes: bytes that continue a UTF-8 sequence do not count.
std::size_t columns(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    }));
}

std::vector<std::string> too_long(const SourceFile& file) {
    std::vector<std::string> found;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
        if (columns(file.lines[i].text) > most_columns) {
            found.push_back(breach(file, i, "a line of more than 100 characters"));
        }
    }
    for (const Function& function : functions_of(file)) {
        if (function.length() > most_function_lines && !file.is_under("tests")) {
            found.push_back(breach(file, function.first,
                                   "a function of " + std::to_string(function.length()) +
                                       " lines: " + function.head.substr(0, 60)));
        }
    }
    const bool contract = file.path == "capi/heng.h"; // one header, whatever the ABI grows to
    const std::size_t most = file.is_under("src") ? most_source_lines : most_file_lines;
    if (file.lines.size() > most && !contract) {
        found.push_back(
            breach(file, most, "a file of more than " + std::to_string(most) + " lines"));
    }
    return found;
}

bool needs_licence(const SourceFile& file) {
    return file.is_cpp() || file.path.ends_with(".cmake") || file.path.ends_with(".sh") ||
           file.path.ends_with("CMakeLists.txt");
}

bool has_licence(const SourceFile& file) {
    const std::size_t first = !file.lines.empty() && file.lines[0].text.starts_with("#!") ? 1 : 0;
    return file.lines.size() > first &&
           file.lines[first].text.find("SPDX-License-Identifier: Apache-2.0") != std::string::npos;
}

} // namespace

TEST_CASE("the checks of length see what is too long") {
    std::string hundred;
    for (int i = 0; i < 100; ++i) {
        hundred += "衡";
    }
    CHECK(too_long(make_file("a.hpp", "//" + hundred.substr(6))).empty());
    CHECK(too_long(make_file("a.hpp", "//" + hundred)).size() == 1);
    const auto function = [](std::size_t lines) {
        return "void f() {\n" + std::string(lines - 2, '\n') + "}\n";
    };
    CHECK(too_long(make_file("a.hpp", function(70))).empty());
    CHECK(too_long(make_file("a.hpp", function(71))).size() == 1);
    CHECK(too_long(make_file("a.hpp", std::string(500, '\n'))).empty());
    CHECK(too_long(make_file("a.hpp", std::string(501, '\n'))).size() == 1);
    CHECK(too_long(make_file("src/a.cpp", std::string(450, '\n'))).empty());
    CHECK(too_long(make_file("src/a.cpp", std::string(451, '\n'))).size() == 1);
    CHECK(!has_licence(make_file("a.hpp", "#pragma once\n")));
}

TEST_CASE("lines, functions and files fit") {
    std::vector<std::string> breaches;
    for (const SourceFile& file : source_tree()) {
        if (file.is_cpp()) {
            for (std::string& one : too_long(file)) {
                breaches.push_back(std::move(one));
            }
        }
    }
    CHECK(joined(breaches) == "");
}

TEST_CASE("every source says its licence first") {
    std::vector<std::string> breaches;
    for (const SourceFile& file : source_tree()) {
        if (needs_licence(file) && !has_licence(file)) {
            breaches.push_back(breach(file, 0, "no SPDX-License-Identifier in the first line"));
        }
    }
    CHECK(joined(breaches) == "");
}
