// SPDX-License-Identifier: Apache-2.0
//
// tests/1 read: each test with its facts as a facts/1 text, and what it expects.
//
//     TestsDocument tests = read_tests(list, equivalent, rubric, sources, problems);
//     tests.trials[0].facts->root()          // {"heng":"facts/1","data":{…}}
//     *tests.trials[0].expect.total          // 32
#pragma once

#include "base/json/reader.hpp"
#include "document/compiled_rubric.hpp"

#include <heng/number/ratio.hpp>
#include <heng/rubric_test/rubric_test.hpp>
#include <heng/score/sheet.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace heng::detail::rubric_test {

template <class T>
using ById = std::vector<std::pair<std::string, T>>;

struct Expectation {
    std::optional<Ratio> total{};
    std::optional<std::string> grade{};
    ById<Ratio> scores{};
    ById<Ratio> points{};
    ById<ItemStatus> status{};
    std::optional<std::vector<std::string>> adjusted{};
    std::optional<std::string> error{}; ///< a code, or the path of a missing fact
};

struct Trial {
    std::string name;
    json::Json place;
    Result<json::JsonDocument> facts; ///< facts/1; or a file, that is no JSON
    Expectation expect{};
};

/// A mutant that no test can notice, and why.
struct Equivalent {
    std::string mutant;
    std::string reason;
};

struct TestsDocument {
    std::vector<Trial> trials;
    std::vector<Equivalent> equivalent;
};

/// Reads the lists "tests" and "equivalent" for a rubric; what is wrong is added to the problems of
/// the readers (tests.*). All facts together are at most as large as a document may be.
[[nodiscard]] TestsDocument read_tests(const json::Reader& tests, const json::Reader& equivalent,
                                       const document::CompiledRubric& rubric,
                                       const TextSource& facts_source);

} // namespace heng::detail::rubric_test
