// SPDX-License-Identifier: Apache-2.0
//
// Every source, header, rubric and symbol is in a list that the build reads; lists are written out.
#include "source_tree.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <regex>

using namespace heng::tidy;

namespace {

/// The CMakeLists.txt in the file's folder or in one above it names the file.
bool is_listed(const SourceFile& file) {
    for (std::size_t slash = file.path.rfind('/'); slash != std::string::npos && slash > 0;
         slash = file.path.rfind('/', slash - 1)) {
        const std::string lists = file.path.substr(0, slash) + "/CMakeLists.txt";
        const std::string name = file.path.substr(slash + 1);
        const auto found =
            std::find_if(source_tree().begin(), source_tree().end(),
                         [&](const SourceFile& other) { return other.path == lists; });
        if (found == source_tree().end()) {
            continue;
        }
        const std::regex word("(^|[\\s\"/(])" + std::regex_replace(name, std::regex("[.]"), "[.]") +
                              "($|[\\s\")])");
        return std::any_of(found->lines.begin(), found->lines.end(),
                           [&](const Line& line) { return std::regex_search(line.text, word); });
    }
    return false;
}

bool must_be_listed(const SourceFile& file) {
    const bool is_source = file.path.ends_with(".cpp") || file.path.ends_with(".c");
    const bool is_header = file.is_under("include/heng") && !file.path.ends_with(".md");
    return (is_source && !file.is_under("tests/negative")) || is_header ||
           (file.is_under("src/builtin/rubrics") && file.path.ends_with(".json"));
}

} // namespace

TEST_CASE("no source is left out of the build") {
    CHECK(!is_listed(make_file("src/score/nobody.cpp", "")));
    std::vector<std::string> breaches;
    for (const SourceFile& file : source_tree()) {
        if (must_be_listed(file) && !is_listed(file)) {
            breaches.push_back(file.path + " is in no CMakeLists.txt");
        }
    }
    CHECK(joined(breaches) == "");
}
