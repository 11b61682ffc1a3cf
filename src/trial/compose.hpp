// SPDX-License-Identifier: Apache-2.0
//
// The facts of a test: its own, those of a file, or those of an earlier test with changes.
//
//     Composer composer{rubric, source};
//     const std::optional<std::string> facts = composer.facts_of(test);     // facts/1
#pragma once

#include "document/compiled_rubric.hpp"
#include "document/json/reader.hpp"
#include "trial/tree.hpp"

#include <heng/document/trial.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace heng::trial {

class Composer {
  public:
    Composer(const document::CompiledRubric& rubric, const TextSource& source)
        : rubric_(rubric), source_(source) {}

    /// The facts/1 text of a test whose keys have been checked; nothing after a problem. A change
    /// that the rubric does not read is one, unless the test expects an error.
    [[nodiscard]] std::optional<std::string> facts_of(const document::ObjectReader& test,
                                                      bool expects_error);

    /// Makes the facts known to later tests that are `like` this one; none where they have been
    /// found wrong, which need not be said of those, too.
    void keep(const std::string& name, std::optional<std::string> facts);

  private:
    [[nodiscard]] std::optional<std::string> from_file(const document::Reader& file) const;
    [[nodiscard]] std::optional<Tree> base_of(const document::Reader& like) const;
    void change(Tree& facts, const document::Reader& change, bool check) const;
    void check_path(const document::Reader& change) const;

    const document::CompiledRubric& rubric_;
    const TextSource& source_;
    std::map<std::string, std::optional<std::string>, std::less<>> facts_; ///< by test
};

} // namespace heng::trial
