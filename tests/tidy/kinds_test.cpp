// SPDX-License-Identifier: Apache-2.0
//
// In how many files of the library a kind of rule is known.
//
// A kind is to be known in five: include/heng/rule/KIND.hpp, src/rule/KIND.cpp, the list
// src/rule/kinds.cpp, heng::Rule (rubric/indicator.hpp) and its keys (rule/declared_rules.hpp).
// Scoring, validating, lowering, mutation, advice and what units cost ask for it by its shape
// (score/leaf_scorer.hpp) or by src/rule/kind.hpp. Lint is the sixth: what it says of a rule's
// parameters stands in src/lint, with all else that it says (rules.cpp; bands.cpp and steps.cpp,
// which lints.hpp declares). An audit puts a printed score in the place of a rule as a formula
// (audit/recompute.cpp). Targets and assessed scores are more than rules: they have rows and
// reasons in the facts, and the kernel scores rows in whole numbers (batch/kernel/targets.cpp).
#include "source_tree.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <utility>

using namespace heng::tidy;

namespace {

/// A type of heng::Rule, its word in rubric/1, and the most files that may know it.
struct KnownKind {
    std::string type;
    std::string word;
    std::size_t files;
};

const std::vector<KnownKind>& known_kinds() {
    static const std::vector<KnownKind> kinds = {
        {"Proportional", "proportional", 6},
        {"Bands", "bands", 8},
        {"Interpolate", "interpolate", 8},
        {"Step", "step", 6},
        {"Occurrences", "occurrences", 6},
        {"Checklist", "checklist", 6},
        {"Condition", "condition", 6},
        {"Categories", "categories", 6},
        {"Targets", "targets", 27},
        {"Assessed", "assessed", 17},
        {"Formula", "formula", 7},
        {"Steps", "steps", 8},
        {"Tally", "tally", 6},
    };
    return kinds;
}

/// Whether a line that holds `word` matches: the word first, since std::regex is slow.
bool has(const SourceFile& file, const std::string& word, const std::regex& pattern,
         bool in_literals) {
    return std::any_of(file.lines.begin(), file.lines.end(), [&](const Line& line) {
        const std::string& text = in_literals ? line.text : line.code;
        return text.find(word) != std::string::npos && std::regex_search(text, pattern);
    });
}

/// Whether the file names the type of heng, or asks for the word.
bool knows(const SourceFile& file, const KnownKind& kind) {
    const std::regex named{"(^|[^:\\w])" + kind.type + "\\b(?!::)"};
    const std::regex asked{"(kind|rule) [!=]= \"" + kind.word + "\""};
    const bool listed =
        (file.path == "src/rule/kinds.cpp" || file.path == "src/rule/declared_rules.hpp") &&
        has(file, kind.word, std::regex{"[&_ ](" + kind.word + "_kind|rule_" + kind.word + ")\\b"},
            false);
    return listed || has(file, kind.type, named, false) || has(file, kind.word, asked, true);
}

std::string folder_of(const std::string& path) {
    return path.substr(0, path.rfind('/'));
}

/// The folders that have a type of this name of their own.
std::vector<std::string> folders_with_another(const KnownKind& kind) {
    const std::regex declared{"\\b(struct|class|using) " + kind.type + "\\b( \\{| =| final)"};
    std::vector<std::string> folders;
    for (const SourceFile& file : source_tree()) {
        const bool library = file.is_under("include") || file.is_under("src");
        if (library && file.is_cpp() && !file.is_under("include/heng/rule") &&
            has(file, kind.type, declared, false)) {
            folders.push_back(folder_of(file.path));
        }
    }
    if (kind.type == "Condition") {
        folders.emplace_back("src/document"); // that of base/json/declared.hpp
    }
    return folders;
}

std::vector<std::string> files_of(const KnownKind& kind) {
    std::vector<std::string> found;
    const std::vector<std::string> others = folders_with_another(kind);
    for (const SourceFile& file : source_tree()) {
        const bool library = file.is_under("include") || file.is_under("src");
        const bool other =
            std::find(others.begin(), others.end(), folder_of(file.path)) != others.end();
        if (library && !other && file.is_cpp() && knows(file, kind)) {
            found.push_back(file.path);
        }
    }
    return found;
}

} // namespace

TEST_CASE("a kind of rule is known in no more files than were reached") {
    for (const KnownKind& kind : known_kinds()) {
        const std::vector<std::string> found = files_of(kind);
        INFO(kind.word << " is known in\n" << joined(found));
        CHECK(found.size() <= kind.files);
        CHECK(found.size() >= 5);
    }
}

TEST_CASE("every kind has its file, and its entry in the list") {
    const auto file_at = [](const std::string& path) {
        const auto& tree = source_tree();
        return std::find_if(tree.begin(), tree.end(),
                            [&](const SourceFile& file) { return file.path == path; });
    };
    const auto list = file_at("src/rule/kinds.cpp");
    REQUIRE(list != source_tree().end());
    for (const KnownKind& kind : known_kinds()) {
        INFO(kind.word);
        CHECK(file_at("include/heng/rule/" + kind.word + ".hpp") != source_tree().end());
        CHECK(file_at("src/rule/" + kind.word + ".cpp") != source_tree().end());
        CHECK(has(*list, kind.word, std::regex{"&" + kind.word + "_kind"}, false));
    }
}
