// SPDX-License-Identifier: Apache-2.0
//
// A file of FEEL cases of the public DMN conformance kit: a JSON object a line, with `suite`, `id`,
// `expression`, `inputs` and `expected`. Each is evaluated as `heng eval --jsonl` would, its inputs
// given as they are.
//
//     for (const Outcome& outcome : run_kit("feel-core-open.jsonl")) …
#pragma once

#include "base/json/json.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace heng::test {

enum class Verdict : std::uint8_t {
    right,
    unsupported, ///< an error that says what heng does not have
    wrong,
};

struct Outcome {
    std::string name; ///< "0082-feel-coercion/literal_004"
    std::string expression;
    std::string result;   ///< as heng gave it
    std::string expected; ///< as the file has it
    Verdict verdict = Verdict::wrong;
    /// Another line has the same expression and inputs, and expects something else.
    bool contradicted = false;

    [[nodiscard]] std::string str() const {
        return name + ": " + expression + "\n  is       " + result + "\n  expected " + expected;
    }
};

/// All cases of a file of ../shared/conformance.
[[nodiscard]] std::vector<Outcome> run_kit(std::string_view file);

} // namespace heng::test
