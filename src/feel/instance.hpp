// SPDX-License-Identifier: Apache-2.0
//
// The types that `instance of` names, and whether a value is of one.
//
//     [1, 2] instance of list<number>          // true
//     {a: "x", b: 1} instance of context<a: string>      // true: further entries do not matter
//
// Source: DMN 1.5, 10.3.2.9.3. null is of type Null and of no other, not even Any; inside a list or
// context it fits everywhere, since Null conforms to every type. FEEL's types of which heng has no
// values (times, durations of months, functions) can be named, and hold nothing.
#pragma once

#include "feel/budget.hpp"
#include "feel/value.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace heng::detail::feel {

struct NamedType {
    enum class Kind : std::uint8_t {
        any,
        null,
        number,
        text,
        boolean,
        date,
        duration,
        list,    ///< of `inner`
        range,   ///< of `inner`
        context, ///< with at least `names`, each of its `inner`
        nothing, ///< time, date and time, years and months duration, function
    };
    Kind kind = Kind::any;
    std::vector<NamedType> inner;
    std::vector<std::string> names;
};

[[nodiscard]] Value is_instance(const Value& value, const NamedType& type, Budget& budget);

} // namespace heng::detail::feel
