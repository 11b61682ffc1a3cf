// SPDX-License-Identifier: Apache-2.0
//
// The values of a format that have a name, once each, in the order in which they are met.
//
//     Definitions definitions;
//     definitions.add_below(declared::claims);
//     for (const Value* each : definitions.all()) …      // expression, claim
#pragma once

#include "base/json/declared.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

namespace heng::detail::declared {

class Definitions {
  public:
    /// All that `value` is made of, but for itself.
    constexpr void add_below(const Value& value) {
        if (value.of != nullptr) {
            add(*value.of);
        }
        for (const Value* choice : value.choices) {
            add(*choice);
        }
        for (const Value* each : value.beside) {
            add(*each);
        }
        add_all(value.fields);
        for (const Condition& condition : value.conditions) {
            add_all(condition.then.are);
            add_all(condition.otherwise.are);
        }
    }

    [[nodiscard]] constexpr std::span<const Value* const> all() const {
        return std::span{values_}.first(size_);
    }

  private:
    static constexpr std::size_t most = 64;

    constexpr void add(const Value& value) {
        if (!value.name.empty()) {
            const auto end = values_.begin() + size_;
            if (std::find(values_.begin(), end, &value) != end) {
                return;
            }
            values_[size_++] = &value;
        }
        add_below(value);
    }

    constexpr void add_all(std::span<const Field> fields) {
        for (const Field& field : fields) {
            add(*field.value);
        }
    }

    std::array<const Value*, most> values_{};
    std::size_t size_ = 0;
};

} // namespace heng::detail::declared
