// SPDX-License-Identifier: Apache-2.0
//
// What the library may not use: floating point, locale, clock, environment, global state, files.
#include "source_tree.hpp"

#include <doctest/doctest.h>

#include <regex>

using namespace heng::tidy;

namespace {

struct Ban {
    std::string what;
    std::regex pattern;
    bool in_the_tool_too = true;
};

const std::vector<Ban>& bans() {
    static const std::vector<Ban> table = {
        {"floating point", std::regex(R"(\b(double|float|long double|strto[dfl]d?|sto[dfl]d?|)"
                                      R"(atof|lround|nearbyint|frexp|ldexp)\b)")},
        {"floating point", std::regex(R"(#\s*include\s*<(cmath|cfloat|math\.h|float\.h|random)>)")},
        {"a locale",
         std::regex(R"(\b(setlocale|localeconv|locale|isdigit|isspace|isalpha|isalnum|)"
                    R"(isupper|islower|toupper|tolower|printf|snprintf|sprintf|sscanf)\b)")},
        {"a locale", std::regex(R"(#\s*include\s*<(locale|cctype|ctype\.h|clocale|locale\.h)>)")},
        {"a locale (in a string stream)", std::regex(R"(\b[io]?stringstream\b)"), false},
        {"a clock", std::regex(R"(\b((system|steady|high_resolution)_clock|gettimeofday|localtime|)"
                               R"(clock_gettime|gmtime)\b|\b(std::)?(time|clock)\s*\()")},
        {"the environment", std::regex(R"(\b(secure_)?getenv\b|\benviron\b)")},
        {"chance", std::regex(R"(\b(rand|srand|random_device)\b)")},
        {"global state", std::regex(R"(\bthread_local\b)")},
        // a static variable that may change: no parenthesis before its end, and not const
        {"global state",
         std::regex(R"(^\s*(inline\s+)?static\s+(?!const\b|constexpr\b|inline\s+const|_?[Aa]ssert))"
                    R"([^()]*[;={])")},
        {"a file or a stream of the process",
         std::regex(R"(\b(fopen|freopen|[io]?fstream|filesystem|std::c(in|out|err|log)|FILE)\b)"),
         false},
        {"a file or a stream of the process",
         std::regex(R"(#\s*include\s*<(fstream|iostream|filesystem|cstdio|stdio\.h)>)"), false},
        {"an end of the process", std::regex(R"(\b(abort|exit|_Exit|quick_exit)\s*\()"), false},
    };
    return table;
}

/// The library that writes workbooks counts in doubles and writes to a file: the decimals that it
/// is given survive that.
bool is_excepted(const SourceFile& file, const Ban& ban) {
    return file.path == "src/office/xlsx_writer.cpp" &&
           (ban.what == "floating point" || ban.what.starts_with("a locale") ||
            ban.what.starts_with("a file"));
}

std::vector<std::string> banned(const SourceFile& file) {
    std::vector<std::string> found;
    const bool is_tool = file.is_under("src/tool");
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
        if (file.lines[i].code.find_first_not_of(" })];") == std::string::npos) {
            continue; // most of the lines, and a regex takes its time
        }
        for (const Ban& ban : bans()) {
            std::smatch match;
            if ((!is_tool || ban.in_the_tool_too) && !is_excepted(file, ban) &&
                std::regex_search(file.lines[i].code, match, ban.pattern)) {
                found.push_back(breach(file, i, ban.what + ": " + match.str()));
            }
        }
    }
    return found;
}

} // namespace

TEST_CASE("the check of the words sees each kind") {
    for (const char* text :
         {"double x;", "f(std::stod(s));", "#include <cmath>", "std::locale l;", "std::toupper(c)",
          "#include <cctype>", "std::ostringstream out;", "std::chrono::system_clock::now()",
          "time(nullptr)", "std::time(0)", "std::getenv(n)", "rand()", "thread_local int a;",
          "static int calls = 0;", "    static std::string cache;", "std::ifstream in(p);",
          "#include <iostream>", "std::cerr << 1;", "std::abort();"}) {
        INFO(std::string{text});
        CHECK(banned(make_file("src/score/a.cpp", text)).size() >= 1);
    }
    for (const char* text :
         {"int a; // double", "f(\"double\");", "static constexpr int a = 0;", "lifetime(1)",
          "static Decimal parse(std::string_view text);", "static const int table[] = {1};",
          "runtime_error(x)", "x.time_part();", "static_assert(a == b);"}) {
        INFO(std::string{text});
        CHECK(joined(banned(make_file("src/score/a.cpp", text))) == "");
    }
    CHECK(banned(make_file("src/tool/a.cpp", "std::ifstream in(p);")).empty());
    CHECK(banned(make_file("src/tool/a.cpp", "double x;")).size() == 1);
    CHECK(banned(make_file("src/batch/kernel/lanes.cpp", "double x;")).size() == 1);
}

TEST_CASE("no floating point, locale, clock, environment, global state or file access") {
    std::vector<std::string> breaches;
    for (const SourceFile& file : source_tree()) {
        const bool ours = file.is_under("include") || file.is_under("src") || file.is_under("capi");
        if (ours && file.is_cpp()) {
            for (std::string& one : banned(file)) {
                breaches.push_back(std::move(one));
            }
        }
    }
    CHECK(joined(breaches) == "");
}

TEST_CASE("no file names a path of somebody's machine") {
    const std::regex path(R"((^|[^.\w/])/(work|home|root|Users|mnt)/|[.]library/)");
    CHECK(std::regex_search(std::string{"see /wo"} + "rk/x", path));
    std::vector<std::string> breaches;
    for (const SourceFile& file : source_tree()) {
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            if (file.lines[i].text.size() < 2000 && std::regex_search(file.lines[i].text, path)) {
                breaches.push_back(breach(file, i, "names a path of a machine"));
            }
        }
    }
    CHECK(joined(breaches) == "");
}
