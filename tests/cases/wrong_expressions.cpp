// SPDX-License-Identifier: Apache-2.0
//
// What a rubric author is told about a wrong expression, in English and in Chinese, word for word.
//
//     cases.wrong_expressions FOLDER           compares with messages.txt there; 1 where it differs
//     cases.wrong_expressions FOLDER accept    writes messages.txt: read it, then commit it
//
// Each line of expressions.txt is put into rubric.json once, which is sound but for it.
#include <heng/document/rubric_document.hpp>

#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>

namespace {

using Places = std::map<std::string, std::string>;

const Places sound = {{"value", "budget.executed / budget.annual"},
                      {"measure", "progress"},
                      {"in", ">= 0"},
                      {"when", "audited"},
                      {"category", "opinion"},
                      {"rows", "goals"}};

std::string file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

std::string as_json(std::string_view text) {
    std::string json;
    for (const char c : text) {
        json += c == '"' || c == '\\' ? std::string{'\\', c} : std::string{c};
    }
    return json;
}

std::string rubric_of(std::string text, Places places, const std::string& language) {
    places["language"] = language;
    for (const auto& [place, expression] : places) {
        const std::string blank = '@' + place + '@';
        text.replace(text.find(blank), blank.size(), as_json(expression));
    }
    return text;
}

/// The message as the command prints it; "" where the rubric is taken.
std::string said_of(const std::string& rubric) {
    const auto loaded = heng::RubricDocument::parse(rubric);
    if (loaded) {
        return {};
    }
    std::ostringstream text;
    text << heng::in_document(loaded.error(), "rubric.json") << '\n';
    return text.str();
}

struct Messages {
    std::string text;
    std::size_t count = 0;
    std::size_t taken = 0; ///< wrong expressions that are not refused
};

Messages messages(const std::string& folder) {
    const std::string rubric = file(folder + "/rubric.json");
    std::istringstream lines(file(folder + "/expressions.txt"));
    Messages all;
    for (const std::string language : {"en", "zh"}) {
        all.taken += said_of(rubric_of(rubric, sound, language)).empty() ? 0U : 1U;
    }
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("## ")) {
            all.text += (all.text.empty() ? "" : "\n") + ("==== " + line.substr(3)) + " ====\n";
        }
        const std::size_t colon = line.find(':');
        if (line.empty() || line.front() == '#' || colon == std::string::npos) {
            continue;
        }
        Places places = sound;
        places.at(line.substr(0, colon)) = line.size() < colon + 2 ? "" : line.substr(colon + 2);
        ++all.count;
        all.text += '\n' + line + '\n';
        for (const std::string language : {"en", "zh"}) {
            const std::string said = said_of(rubric_of(rubric, places, language));
            all.taken += said.empty() ? 1U : 0U;
            all.text += said.empty() ? "NOT REFUSED\n" : said;
        }
    }
    return all;
}

/// Shows where the texts part, with the lines around.
void show_difference(const std::string& expected, const std::string& found) {
    std::istringstream left(expected);
    std::istringstream right(found);
    std::string old_line;
    std::string new_line;
    std::size_t shown = 0;
    for (std::size_t number = 1; left || right; ++number) {
        old_line = new_line = "";
        std::getline(left, old_line);
        std::getline(right, new_line);
        if (old_line != new_line && ++shown <= 20) {
            std::cout << "messages.txt:" << number << "\n- " << old_line << "\n+ " << new_line
                      << '\n';
        }
    }
    std::cout << shown << " lines differ\n";
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::cout << "usage: cases.wrong_expressions FOLDER [accept]\n";
        return 2;
    }
    const std::string folder = argv[1];
    const std::string path = folder + "/messages.txt";
    const Messages found = messages(folder);
    if (argc > 2 && argv[2] == std::string_view{"accept"}) {
        std::ofstream{path, std::ios::binary} << found.text;
    }
    const std::string expected = file(path);
    if (found.text != expected) {
        show_difference(expected, found.text);
    }
    std::cout << found.count << " wrong expressions, " << found.taken << " not as they should be\n";
    return found.text == expected && found.count >= 50 && found.taken == 0 ? 0 : 1;
}
