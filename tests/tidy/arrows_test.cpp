// SPDX-License-Identifier: Apache-2.0
//
// Which folder may include which: arrows.txt, whose arrows go one way.
#include "source_tree.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

using namespace heng::tidy;

namespace {

/// arrows.txt in this folder, which says how it is written: its lines from the bottom up.
struct Arrows {
    std::vector<std::string> order;
    std::map<std::string, std::set<std::string>> allowed;
};

Arrows read_arrows(std::string_view text) {
    Arrows read;
    std::istringstream lines{std::string{text}};
    for (std::string line; std::getline(lines, line);) {
        const std::size_t end = line.find_first_of(":= ");
        const std::size_t mark = line.find_first_of(":=");
        if (line.starts_with('#') || mark == std::string::npos) {
            continue;
        }
        const std::string folder = line.substr(0, end);
        std::set<std::string>& allowed = read.allowed[folder];
        std::istringstream words{line.substr(mark + 1)};
        for (std::string word; words >> word;) {
            allowed.insert(word);
            if (const auto used = read.allowed.find(word);
                line[mark] == ':' && used != read.allowed.end()) {
                allowed.insert(used->second.begin(), used->second.end());
            }
        }
        allowed.insert(folder);
        read.order.push_back(folder);
    }
    return read;
}

const Arrows& arrows() {
    static const Arrows table = [] {
        std::ifstream file{HENG_SOURCE_DIR "/tests/tidy/arrows.txt"};
        std::ostringstream text;
        text << file.rdbuf();
        return read_arrows(text.str());
    }();
    return table;
}

std::string first_folder(const std::string& path) {
    const std::size_t slash = path.find('/');
    return slash == std::string::npos ? "" : path.substr(0, slash);
}

/// "include/heng/rule/step.hpp" and "src/rule/x.hpp" are both of "rule", "include/heng/limits.hpp"
/// is "limits"; "" is none. src/rule knows of rules what their headers do not: how they are read
/// and worded. It stands higher than include/heng/rule, and is "kinds".
std::string room_of(const std::string& path) {
    if (path.starts_with("capi/")) {
        return "capi";
    }
    if (path.starts_with("src/rule/")) {
        return "kinds";
    }
    for (const std::string prefix : {"include/heng/", "src/"}) {
        if (path.starts_with(prefix)) {
            const std::string rest = path.substr(prefix.size());
            const std::string folder = first_folder(rest);
            const std::string name = rest.substr(0, rest.find('.'));
            return !folder.empty() ? folder : arrows().allowed.contains(name) ? name : "all";
        }
    }
    return "";
}

/// The path from the top folder of what a line includes, "" for somebody else's header.
std::string included(const SourceFile& file, const Line& line) {
    static const std::regex pattern(R"re(^\s*#\s*include\s*([<"])([^>"]+)[>"])re");
    std::smatch match;
    if (!std::regex_search(line.text, match, pattern)) {
        return "";
    }
    const std::string name = match[2];
    if (name == "heng.h") {
        return "capi/heng.h";
    }
    if (name.starts_with("heng/")) {
        return "include/" + name;
    }
    if (match[1] == "<") {
        return "";
    }
    return name.find('/') == std::string::npos
               ? file.path.substr(0, file.path.rfind('/') + 1) + name
               : "src/" + name;
}

std::vector<std::string> against_the_arrows(const SourceFile& file) {
    std::vector<std::string> found;
    const std::string room = room_of(file.path);
    const auto allowed = arrows().allowed.find(room);
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
        const std::string target = room_of(included(file, file.lines[i]));
        if (target.empty() || target == room) {
            continue;
        }
        if (allowed == arrows().allowed.end() || !allowed->second.contains(target)) {
            found.push_back(breach(file, i, room + " may not include " + target));
        }
    }
    return found;
}

const std::set<std::string>& rule_kinds() {
    static const std::set<std::string> kinds = {
        "proportional", "bands",     "interpolate", "step",    "occurrences",
        "checklist",    "condition", "categories",  "targets", "assessed",
        "formula",      "steps",     "tally"};
    return kinds;
}

bool is_rule_kind(const std::string& path) {
    const std::string folder = "include/heng/rule/";
    return path.starts_with(folder) && path.ends_with(".hpp") &&
           rule_kinds().contains(path.substr(folder.size(), path.size() - folder.size() - 4));
}

std::vector<std::string> rule_in_rule(const SourceFile& file) {
    std::vector<std::string> found;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
        if (file.is_under("include/heng/rule") && is_rule_kind(included(file, file.lines[i]))) {
            found.push_back(breach(file, i, "a rule may not include another rule"));
        }
    }
    return found;
}

/// The files of the library that mention `text` in an #include.
std::vector<std::string> includers(const std::string& text) {
    std::vector<std::string> found;
    for (const SourceFile& file : source_tree()) {
        const bool ours = file.is_under("include") || file.is_under("src") || file.is_under("capi");
        const auto hit = std::find_if(file.lines.begin(), file.lines.end(), [&](const Line& line) {
            return line.code.starts_with("#include") && line.text.find(text) != std::string::npos;
        });
        if (ours && file.is_cpp() && hit != file.lines.end()) {
            found.push_back(file.path);
        }
    }
    return found;
}

} // namespace

TEST_CASE("the check of the arrows sees a wrong one") {
    const auto breaches = [](std::string path, std::string_view text) {
        return against_the_arrows(make_file(std::move(path), text));
    };
    CHECK(breaches("include/heng/rule/step.hpp", "#include <heng/number/ratio.hpp>").empty());
    CHECK(breaches("include/heng/rule/step.hpp", "#include <heng/rubric/rubric.hpp>") ==
          std::vector<std::string>{"include/heng/rule/step.hpp:1: rule may not include rubric"});
    CHECK(breaches("src/feel/lexer.cpp", "\n#include \"document/x.hpp\"") ==
          std::vector<std::string>{"src/feel/lexer.cpp:2: feel may not include document"});
    CHECK(breaches("src/feel/lexer.cpp", "#include \"lexer.hpp\"").empty());
    CHECK(breaches("src/attic/x.cpp", "#include <heng/result.hpp>").size() == 1);
    CHECK(rule_in_rule(make_file("include/heng/rule/a.hpp", "#include <heng/rule/step.hpp>"))
              .size() == 1);
}

TEST_CASE("no two folders use each other") {
    CHECK(arrows().order.size() > 20);
    std::set<std::string> above;
    for (const std::string& folder : arrows().order) {
        above.insert(folder);
        for (const std::string& used : arrows().allowed.at(folder)) {
            CAPTURE(folder);
            CAPTURE(used);
            CHECK(above.contains(used));
        }
    }
}

TEST_CASE("the table of arrows says what it means") {
    const Arrows read = read_arrows("# z: a\na:\nb: a\nc: b\nd = c\n");
    CHECK(read.allowed.at("c") == std::set<std::string>{"a", "b", "c"});
    CHECK(read.allowed.at("d") == std::set<std::string>{"c", "d"});
    CHECK(read.order == std::vector<std::string>{"a", "b", "c", "d"});
}

TEST_CASE("arrows between folders") {
    std::vector<std::string> breaches;
    for (const SourceFile& file : source_tree()) {
        if (file.is_cpp() && !room_of(file.path).empty()) {
            for (std::string& one : against_the_arrows(file)) {
                breaches.push_back(std::move(one));
            }
        }
    }
    CHECK(joined(breaches) == "");
}

TEST_CASE("rules do not know each other") {
    std::vector<std::string> breaches;
    for (const SourceFile& file : source_tree()) {
        for (std::string& one : rule_in_rule(file)) {
            breaches.push_back(std::move(one));
        }
    }
    CHECK(joined(breaches) == "");
}

TEST_CASE("heng.h is for capi/ and for C users") {
    std::vector<std::string> breaches;
    for (const SourceFile& file : source_tree()) {
        const bool may = file.is_under("capi") || file.is_under("tests/capi") ||
                         file.is_under("src/office") || file.is_under("include/heng/office") ||
                         file.is_under("tests/unit/office") || file.is_under("tests/office") ||
                         file.is_under("tests/fuzz") || file.is_under("tests/guides") ||
                         file.is_under("tests/benchmark") || file.is_under("tests/property") ||
                         file.is_under("examples") || !file.is_cpp();
        for (std::size_t i = 0; i < file.lines.size() && !may; ++i) {
            if (included(file, file.lines[i]) == "capi/heng.h") {
                breaches.push_back(breach(file, i, "includes heng.h"));
            }
        }
    }
    CHECK(joined(breaches) == "");
}

TEST_CASE("Boost is seen where numbers are big and where JSON is read") {
    CHECK(includers("boost/multiprecision") ==
          std::vector<std::string>{"include/heng/number/big.hpp",
                                   "include/heng/number/big_ratio.hpp", "src/number/root.cpp"});
    CHECK(includers("boost/json").size() == 1);
    CHECK(includers("boost/").size() == 4);
}
