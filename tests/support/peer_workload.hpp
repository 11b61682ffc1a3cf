// SPDX-License-Identifier: Apache-2.0
//
// The workload that other engines were measured on (tests/cases/peer-workload), in every form that
// a way of scoring reads: JSON text, slots, rows and columns of whole numbers, expected answers.
//
//     const PeerWorkload work;
//     work.texts[0];               // {"heng":"facts/1",…}, 1.3 kB
//     work.cells[0][0];            // {64243385, 2}: the first fact of the first document
//     work.expected[0]             // its cells in expected.csv; columns: work.answers
#pragma once

#include "files.hpp"
#include "peer_by_hand.hpp"

#include <heng/document/rubric_document.hpp>

#include <array>
#include <charconv>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace heng::test {

/// A fact as a document holds it: coefficient × 10^-scale; a boolean is 0 or 1.
struct PeerCell {
    std::int64_t coefficient = 0;
    int scale = 0;
};

using PeerRow = std::array<std::int64_t, peer_facts>;
using PeerCells = std::array<PeerCell, peer_facts>;

/// Of a JSON token that is true, false or a plain number below 10^17.
inline PeerCell peer_cell(std::string_view token) {
    if (token == "true" || token == "false") {
        return {token == "true" ? 1 : 0, 0};
    }
    PeerCell cell;
    std::string digits{token};
    if (const std::size_t point = digits.find('.'); point != std::string::npos) {
        cell.scale = static_cast<int>(digits.size() - point - 1);
        digits.erase(point, 1);
    }
    std::from_chars(digits.data(), digits.data() + digits.size(), cell.coefficient);
    return cell;
}

/// As score_by_hand() reads it. At most two places.
inline std::int64_t whole_of(const PeerCell& cell, std::size_t fact) {
    constexpr std::array<std::int64_t, 3> powers{1, 10, 100};
    return in_hundredths(fact)
               ? cell.coefficient * powers.at(static_cast<std::size_t>(2 - cell.scale))
               : cell.coefficient;
}

/// One line of facts/1, its members in the order of their first path; "" is an absent fact.
inline std::string peer_text(const std::vector<std::string>& paths,
                             const std::vector<std::string>& tokens, std::size_t number,
                             std::string_view unit = "万元") {
    std::vector<std::pair<std::string, std::string>> groups;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        if (tokens[i].empty()) {
            continue;
        }
        const std::size_t dot = paths[i].find('.');
        const std::string group = paths[i].substr(0, dot);
        auto at = std::find_if(groups.begin(), groups.end(),
                               [&](const auto& each) { return each.first == group; });
        if (at == groups.end()) {
            at = groups.insert(at, {group, ""});
        }
        at->second +=
            (at->second.empty() ? "\"" : ",\"") + paths[i].substr(dot + 1) + "\":" + tokens[i];
    }
    std::string text = R"({"heng":"facts/1","subject":{"name":"unit )" + std::to_string(number) +
                       R"(","year":2023},"unit":")" + std::string{unit} + R"(","data":{)";
    for (std::size_t i = 0; i < groups.size(); ++i) {
        text += (i == 0 ? "\"" : ",\"") + groups[i].first + "\":{" + groups[i].second + '}';
    }
    return text + "}}";
}

struct PeerWorkload {
    RubricDocument rubric =
        RubricDocument::parse(file("tests/cases/peer-workload/rubric.json")).value();
    std::vector<std::string> paths;                 ///< by PeerFact
    std::vector<std::vector<std::string>> tokens;   ///< by document, PeerFact
    std::vector<std::string> texts;                 ///< by document
    std::vector<PeerCells> cells;                   ///< by document
    std::vector<PeerRow> rows;                      ///< the same as score_by_hand() reads it
    std::vector<std::vector<std::int64_t>> columns; ///< the same by PeerFact, then document
    std::vector<std::string> answers;               ///< head of expected.csv
    std::vector<std::vector<std::string>> expected; ///< by document

    PeerWorkload() {
        auto facts = comma_separated("tests/cases/peer-workload/facts.csv");
        expected = comma_separated("tests/cases/peer-workload/expected.csv");
        answers = expected.front();
        expected.erase(expected.begin());
        paths.assign(facts[0].begin() + 2, facts[0].end());
        columns.resize(peer_facts);
        for (std::size_t i = 1; i < facts.size(); ++i) {
            tokens.emplace_back(facts[i].begin() + 2, facts[i].end());
            texts.push_back(peer_text(paths, tokens.back(), i - 1));
            PeerCells& own = cells.emplace_back();
            PeerRow& row = rows.emplace_back();
            for (std::size_t fact = 0; fact < peer_facts; ++fact) {
                own[fact] = peer_cell(tokens.back().at(fact));
                row[fact] = whole_of(own[fact], fact);
                columns[fact].push_back(row[fact]);
            }
        }
    }

    [[nodiscard]] std::size_t size() const { return texts.size(); }

    /// The cell of expected.csv in this column.
    [[nodiscard]] const std::string& answer(std::size_t document, std::string_view column) const {
        const auto at = std::find(answers.begin(), answers.end(), column);
        return expected.at(document).at(static_cast<std::size_t>(at - answers.begin()));
    }
};

/// "82.76" of 8276.
inline std::string hundredths_text(std::int64_t hundredths) {
    const std::string digits = std::to_string(hundredths);
    const std::string padded =
        digits.size() < 3 ? std::string(3 - digits.size(), '0') + digits : digits;
    return padded.substr(0, padded.size() - 2) + '.' + padded.substr(padded.size() - 2);
}

inline constexpr std::array<std::string_view, 4> peer_grades{"优", "良", "中", "差"};

} // namespace heng::test
