// SPDX-License-Identifier: Apache-2.0
//
// FEEL: an expression, a zero byte, a context. Evaluated with and without an explanation, which
// must come to the same value.
#include "fuzz.hpp"

#include <heng/eval/evaluate.hpp>

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    heng::fuzz::Input input{data, size};
    const std::string expression = input.line();
    const std::string context = input.left() == 0 ? "{}" : input.rest();
    const auto plain = heng::evaluate(expression, context);
    const auto traced = heng::evaluate(expression, context, {}, heng::Explain::yes);
    REQUIRE_SO(plain.has_value() == traced.has_value());
    if (!plain) {
        REQUIRE_SO(plain.error().code == traced.error().code);
        return 0;
    }
    REQUIRE_SO(plain->type == traced->type && plain->text == traced->text);
    REQUIRE_SO(plain->error.has_value() == (plain->type == "error"));
    return 0;
}
