// SPDX-License-Identifier: Apache-2.0
//
// In how many files of the library a kind of rule is known.
//
// A kind is to be known in five: include/heng/rule/KIND.hpp, src/rule/KIND.cpp, the list
// src/rule/kinds.cpp, heng::Rule (rubric/indicator.hpp) and its keys
// (document/declared_rules.hpp). More than that know kinds one by one, because what they do with
// them is not yet in src/rule: scoring a leaf and validating (include/heng/score/leaf_scorer.hpp,
// include/heng/rubric/validate.hpp), lint (src/lint), mutation
// (src/rubric_test/mutate_indicators.cpp), the kernel (src/batch/kernel), what a unit cost
// (src/scoring) and the advice of explain (src/explain/advice.cpp). Targets and assessed scores are
// more than rules: they have rows and reasons in the facts.
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
        {"Proportional", "proportional", 11},
        {"Bands", "bands", 12},
        {"Interpolate", "interpolate", 10},
        {"Step", "step", 8},
        {"Occurrences", "occurrences", 9},
        {"Checklist", "checklist", 9},
        {"Condition", "condition", 9},
        {"Categories", "categories", 8},
        {"Targets", "targets", 25},
        {"Assessed", "assessed", 15},
        {"Formula", "formula", 12},
        {"Steps", "steps", 13},
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

/// Whether the file names the type of heng, or asks for the word; where it declares a type of this
/// name of its own, that is another.
bool knows(const SourceFile& file, const KnownKind& kind) {
    const std::regex declared{"\\b(struct|class|using) " + kind.type + "\\b( \\{| =| final)"};
    const std::regex named{"(^|[^:\\w])" + kind.type + "\\b(?!::)"};
    const std::regex asked{"(kind|rule) [!=]= \"" + kind.word + "\""};
    const bool own =
        has(file, kind.type, declared, false) && !file.path.ends_with('/' + kind.word + ".hpp");
    return (!own && has(file, kind.type, named, false)) || has(file, kind.word, asked, true);
}

std::vector<std::string> files_of(const KnownKind& kind) {
    std::vector<std::string> found;
    for (const SourceFile& file : source_tree()) {
        const bool library = file.is_under("include") || file.is_under("src");
        // the kernel has steps, and declared documents have conditions, of their own
        const bool other = (file.is_under("src/batch/kernel") && kind.type == "Step") ||
                           (file.is_under("src/document") && kind.type == "Condition");
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
        CHECK(found.size() >= 4);
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
