// SPDX-License-Identifier: Apache-2.0
//
// Which room may include which: ARCHITECTURE's arrows go up only.
#include "source_tree.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>

using namespace heng::tidy;

namespace {

/// What a question about scores may include: scoring itself, and all that it stands on.
std::set<std::string> above_engine() {
    return {"engine", "document", "kinds", "score", "rubric", "rule", "budget",
            "number", "result",   "feel",  "text",  "base",   "say"};
}

/// The rooms that users of the library see.
std::set<std::string> surface() {
    return {"document", "score", "rubric", "number", "result",
            "all",      "audit", "batch",  "cycle",  "report"};
}

std::set<std::string> with(std::set<std::string> rooms, const std::set<std::string>& more) {
    rooms.insert(more.begin(), more.end());
    return rooms;
}

/// A room's own headers are always allowed; what is not named here is not.
const std::map<std::string, std::set<std::string>>& arrows() {
    static const std::map<std::string, std::set<std::string>> table = {
        {"result", {}},
        {"number", {}},
        {"text", {}},
        {"base", {"number", "budget", "result", "text"}},
        {"budget", {"number"}},
        {"rule", {"number"}},
        {"rubric", {"rule", "number", "result"}},
        {"score", {"rubric", "rule", "number", "result", "text", "base"}},
        {"feel", {"number", "text", "base"}},
        {"rubrics", {}},
        {"templates", {}},
        {"libraries", {}},
        {"policies", {}},
        // the sentences of a sheet, of which each kind of rule makes its own
        {"why", {"kinds", "score", "rubric", "rule", "number", "text"}},
        {"say", {"score", "number", "base"}},
        // how a kind of rule is read, worded, bounded, covered by tests, and where its edges are:
        // what reads documents, explains and searches asks it, and it asks none of them
        {"kinds", {"say", "score", "rubric", "rule", "number", "feel", "text", "base"}},
        {"document",
         {"kinds", "score", "rubric", "rule", "budget", "number", "result", "feel", "text", "base",
          "rubrics"}},
        {"engine",
         {"document", "why", "score", "rubric", "rule", "budget", "number", "result", "feel",
          "text", "base"}},
        {"lint", above_engine()},
        {"trial", above_engine()},
        {"explain", with(above_engine(), {"whatif"})},
        {"whatif", with(above_engine(), {"partial"})},
        {"diff", with(above_engine(), {"whatif"})},
        {"partial", above_engine()},
        {"audit", above_engine()},
        {"cycle", with(above_engine(), {"libraries", "policies", "lint"})},
        {"kernel",
         {"document", "score", "rubric", "rule", "budget", "number", "result", "feel", "base"}},
        {"batch", with(above_engine(), {"kernel"})},
        {"report", with(above_engine(), {"audit", "cycle", "templates"})},
        {"tool", with(surface(), {"base", "text", "feel"})},
        {"capi", with(surface(), {"budget"})},
        {"all", with(surface(), {"rule", "budget"})},
    };
    return table;
}

std::string first_folder(const std::string& path) {
    const std::size_t slash = path.find('/');
    return slash == std::string::npos ? "" : path.substr(0, slash);
}

/// The headers at the top, and one of documents, that all the others stand on.
bool is_top(const std::string& path) {
    static const std::set<std::string> names{"include/heng/finding.hpp",
                                             "include/heng/language.hpp", "include/heng/result.hpp",
                                             "include/heng/document/limits.hpp"};
    return names.contains(path);
}

/// "include/heng/score/sheet.hpp" and "src/score/x.hpp" are both of the room "score"; "" is no
/// room. Three parts of a folder stand lower than the rest of it: reading JSON (and the keys that
/// documents declare), sentences for people, and what src/ knows of rules beside their scores; the
/// sentences of a sheet stand above these.
std::string room_of(const std::string& path) {
    if (path.starts_with("capi/")) {
        return "capi";
    }
    if (is_top(path)) {
        return "result";
    }
    if (path.starts_with("src/document/json/") ||
        (path.starts_with("src/document/declared") && path.ends_with(".hpp"))) {
        return "base";
    }
    if (path == "src/explain/numbers.hpp") {
        return "say";
    }
    if (path.starts_with("src/rule/")) {
        return "kinds";
    }
    if (path.starts_with("src/score/why.") || path.starts_with("src/score/explain.")) {
        return "why";
    }
    for (const std::string prefix : {"include/heng/", "src/"}) {
        if (path.starts_with(prefix)) {
            const std::string folder = first_folder(path.substr(prefix.size()));
            return !folder.empty() ? folder : "all";
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
    const auto allowed = arrows().find(room);
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
        const std::string target = room_of(included(file, file.lines[i]));
        if (target.empty() || target == room) {
            continue;
        }
        if (allowed == arrows().end() || !allowed->second.contains(target)) {
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

TEST_CASE("arrows between rooms") {
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
                         file.is_under("tests/fuzz") || file.is_under("examples") || !file.is_cpp();
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
