// SPDX-License-Identifier: Apache-2.0
//
// Whatever is said to people is said in English and in Chinese. A Sentence that lacks a language
// does not compile; here stands what the compiler cannot see.
#include "source_tree.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

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

struct Reviewed {
    std::string_view path; ///< of a file, or how the paths of several begin
    std::string_view why;
};

/// Where Chinese stands outside of a Sentence, and why. What is to be moved is said so.
constexpr Reviewed reviewed[] = {
    {"src/audit/form_row.cpp", "words that forms print"},
    {"src/audit/printed_figures.cpp", "words that forms print"},
    {"src/base/chinese_number.cpp", "digits that are read"},
    {"src/base/figure_text.hpp", "words that are read"},
    {"src/base/figure_units.hpp", "units that are read"},
    {"src/document/checked_words.cpp", "marks between the items of a list"},
    {"src/document/codes_", "tables of Code, whose Sentences the compiler checks"},
    {"src/document/declared_", "declarations, with both languages in a title"},
    {"src/document/input_value.cpp", "words that are read"},
    {"src/document/target_record.cpp", "words that are read"},
    {"src/document/target_words.cpp", "words that are read"},
    {"src/base/json/advice.cpp", "a sign that is compared"},
    {"src/base/json/declared_common.hpp", "declarations"},
    {"src/document/schema_text.hpp", "declarations"},
    {"src/facts/unit_facts.cpp", "a word that is read"},
    {"src/monitor/policy_facts.cpp", "labels of facts"},
    {"src/office/fact_cells.cpp", "words that are read"},
    {"src/office/form_layout.cpp", "brackets and units of money"},
    {"src/office/formulas.cpp", "a word that forms have"},
    {"src/office/numbers.cpp", "signs that are read"},
    {"src/office/xlsx_writer.cpp", "the name of a font"},
    {"src/plan/names.cpp", "words that are read"},
    {"src/plan/plan_chain.cpp", "a table of links, whose Sentences the compiler checks"},
    {"src/plan/target_units.cpp", "units that are read"},
    {"src/reconcile/blank.cpp", "a word that is read"},
    {"src/rule/declared_rules.hpp", "declarations"},
    {"src/tool/library.cpp", "an example of a search"},
    {"capi/", "to be moved: pairs of the C ABI"},
    {"src/base/phrases.cpp", "to be moved: sentences with names in their blanks"},
    {"src/base/words.cpp", "to be moved: words about numbers"},
    {"src/diff/difference_table.cpp", "to be moved: headings"},
    {"src/explain/", "to be moved: pairs said by Say"},
    {"src/feel/builtin.cpp", "to be moved: why a function is refused"},
    {"src/feel/cursor.cpp", "to be moved: what to write for a sign"},
    {"src/partial/unknown.cpp", "to be moved: a label"},
    {"src/report/", "to be moved: labels of drafts"},
    {"src/rule/", "to be moved: pairs said by Say"},
    {"src/scoring/sheet_table.cpp", "to be moved: headings"},
    {"src/scoring/unit_table.cpp", "to be moved: headings"},
    {"src/whatif/", "to be moved: pairs said by Say"},
};

bool is_reviewed(std::string_view path) {
    return std::any_of(std::begin(reviewed), std::end(reviewed),
                       [&](const Reviewed& each) { return path.starts_with(each.path); });
}

/// Whether UTF-8 has a Chinese letter: U+3400 to U+9FFF.
bool has_chinese(std::string_view text) {
    for (std::size_t i = 0; i + 2 < text.size(); ++i) {
        const auto first = static_cast<unsigned char>(text[i]);
        const auto second = static_cast<unsigned char>(text[i + 1]);
        if ((first == 0xE3 && second >= 0x90) || (first >= 0xE4 && first <= 0xE9)) {
            return true;
        }
    }
    return false;
}

/// The lines with a Chinese literal that belongs to no Sentence and no Words.
std::vector<std::size_t> chinese_outside(const SourceFile& file) {
    std::vector<std::size_t> found;
    std::string statement;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
        const Line& line = file.lines[i];
        std::size_t open = std::string::npos;
        for (std::size_t at = 0; at < line.code.size(); ++at) {
            const char c = line.code[at];
            if (c == '"' && open == std::string::npos) {
                open = at;
            } else if (c == '"') {
                const bool kit = statement.find("Sentence") != std::string::npos ||
                                 statement.find("Words") != std::string::npos;
                if (!kit && has_chinese(line.text.substr(open, at - open))) {
                    found.push_back(i);
                }
                open = std::string::npos;
            }
            statement = c == ';' ? std::string{} : statement + c;
        }
        statement += ' ';
    }
    return found;
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

TEST_CASE("no Chinese sentence stands outside of the kit") {
    const SourceFile sentence =
        make_file("src/a.cpp", "constexpr Sentence a{\"one\",\n    \"一个\"};\n// “两个”\n");
    CHECK(chinese_outside(sentence).empty());
    const SourceFile pair = make_file("src/a.cpp", "Sentence a;\nf(zh ? \"一个\" : \"one\");\n");
    CHECK(chinese_outside(pair) == std::vector<std::size_t>{1});
    std::vector<std::string> breaches;
    for (const SourceFile& file : source_tree()) {
        const bool ours = file.is_cpp() && (file.is_under("src") || file.is_under("capi"));
        if (!ours || file.path.ends_with("messages.hpp") || is_reviewed(file.path)) {
            continue;
        }
        for (const std::size_t line : chinese_outside(file)) {
            breaches.push_back(breach(file, line, "a Chinese sentence outside of the kit"));
        }
    }
    CHECK(joined(breaches) == "");
    for (const Reviewed& each : reviewed) {
        CHECK_MESSAGE(
            std::any_of(source_tree().begin(), source_tree().end(),
                        [&](const SourceFile& file) { return file.path.starts_with(each.path); }),
            each.path);
    }
}
