// SPDX-License-Identifier: Apache-2.0
//
// The facts of a test: its own, those of a file, or those of an earlier test with changes.
//
//     Composer composer{rubric, source};
//     const std::optional<TestFacts> facts = composer.facts_of(test);
#pragma once

#include "base/json/reader.hpp"
#include "document/compiled_rubric.hpp"
#include "rubric_test/tree.hpp"

#include <heng/rubric_test/rubric_test.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace heng::detail::rubric_test {

/// facts/1, or why the file of a test is no JSON: a test may expect just that.
using TestFacts = Result<json::JsonDocument>;

class Composer {
  public:
    Composer(const document::CompiledRubric& rubric, const TextSource& source)
        : rubric_(rubric), source_(source) {}

    /// The facts of a test whose keys have been checked; nothing after a problem. A change
    /// that the rubric does not read is one, unless the test expects an error.
    [[nodiscard]] std::optional<TestFacts> facts_of(const json::ObjectReader& test,
                                                    bool expects_error);

    /// Makes the facts known to later tests that are `like` this one; none where they have been
    /// found wrong, which need not be said of those, too.
    void keep(const std::string& name, std::optional<TestFacts> facts);

  private:
    [[nodiscard]] std::optional<TestFacts> from_file(const json::Reader& file) const;
    [[nodiscard]] std::optional<Tree> base_of(const json::Reader& like) const;
    void change(Tree& facts, const json::Reader& change, bool check) const;
    void check_path(const json::Reader& change) const;

    const document::CompiledRubric& rubric_;
    const TextSource& source_;
    std::map<std::string, std::optional<TestFacts>, std::less<>> facts_; ///< by test
};

} // namespace heng::detail::rubric_test
