// SPDX-License-Identifier: Apache-2.0
//
// Scores a department's facts by a built-in rubric, from C++20.
//
//     find_package(heng REQUIRED)
//     target_link_libraries(score PRIVATE heng::heng)
//
//     ./score facts.json
//
// Prints the second-level scores, the total and the grade. Exit status 0 or 1.
#include <heng/document/builtin.hpp>
#include <heng/facts/facts.hpp>
#include <heng/scoring/scoring.hpp>

#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

namespace {

std::string read_file(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    file.exceptions(std::ios::badbit);
    if (!file) {
        throw std::ios_base::failure{path + " can't be opened"};
    }
    return {std::istreambuf_iterator<char>{file}, {}};
}

/// Bad data is a Result with an error, never an exception.
heng::Result<heng::ScoreSheet> score(const std::string& json) {
    const auto rubric = heng::builtin("guangzhou-department-2023");
    if (!rubric) {
        return heng::Failure{rubric.error()};
    }
    const auto facts = heng::Facts::parse(*rubric, json);
    if (!facts) {
        return heng::Failure{facts.error()};
    }
    return heng::score(*facts);
}

int run(const std::string& path) {
    const auto sheet = score(read_file(path));
    if (!sheet) {
        std::cerr << heng::in_document(sheet.error(), path) << '\n'; // facts.json:12:24: error: …
        return 1;
    }
    for (const heng::Item& item : sheet->items) {
        if (item.level == 2) {
            std::cout << item.name << '\t' << item.score_text() << '\t' << item.rate() << '\n';
        }
    }
    std::cout << sheet->total_text() << ' ' << sheet->grade << '\n';
    return std::cout.flush() ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: " << argv[0] << " FACTS.json\n";
        return 1;
    }
    try {
        return run(argv[1]);
    } catch (const std::exception& why) {
        std::cerr << why.what() << '\n';
        return 1;
    }
}
