// SPDX-License-Identifier: Apache-2.0
//
// Whatever is said to people is said in English and in Chinese. A Sentence that lacks a language
// does not compile; here stands what the compiler cannot see.
#include "source_tree.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <regex>
#include <set>

using namespace heng::tidy;

namespace {

std::string whole(const SourceFile& file) {
    std::string text;
    for (const Line& line : file.lines) {
        text += line.text + '\n';
    }
    return text;
}

/// The first group of each match.
std::set<std::string> matches(const std::string& text, const std::regex& pattern) {
    std::set<std::string> found;
    for (std::sregex_iterator at{text.begin(), text.end(), pattern}, end; at != end; ++at) {
        found.insert((*at)[1]);
    }
    return found;
}

const SourceFile& file_at(const std::string& path) {
    const auto found = std::find_if(source_tree().begin(), source_tree().end(),
                                    [&](const SourceFile& file) { return file.path == path; });
    REQUIRE(found != source_tree().end());
    return *found;
}

bool is_english_only(const std::string& line) {
    static const std::regex pattern(R"re((\.|\b)(message|hint) = (std::string\{)?")re");
    return std::regex_search(line, pattern);
}

} // namespace

TEST_CASE("objects that readers name have a Chinese name") {
    const std::regex named(R"re(\.object\(\s*"([^"\\]+)")re");
    const std::regex noun(R"re(Sentence\{"([^"]+)", ")re");
    const std::set<std::string> known = matches(whole(file_at("src/base/json/messages.cpp")), noun);
    std::vector<std::string> breaches;
    for (const SourceFile& file : source_tree()) {
        if (!file.is_under("src")) {
            continue;
        }
        for (const std::string& each : matches(whole(file), named)) {
            if (!known.contains(each)) {
                breaches.push_back(file.path + ": no Chinese name of " + each);
            }
        }
    }
    CHECK(joined(breaches) == "");
}

TEST_CASE("no error of the library is said in English alone") {
    CHECK(is_english_only("error.message = \"no item\";"));
    CHECK(is_english_only("    why.hint = std::string{\"write \"} + x;"));
    CHECK_FALSE(is_english_only("error.message = std::move(message.en);"));
    std::vector<std::string> breaches;
    for (const SourceFile& file : source_tree()) {
        for (std::size_t i = 0; file.is_under("src") && i < file.lines.size(); ++i) {
            const std::string& line = file.lines[i].text;
            if (!file.is_under("src/tool") && is_english_only(line)) {
                breaches.push_back(breach(file, i, "an error in English alone"));
            }
        }
    }
    CHECK(joined(breaches) == "");
}
