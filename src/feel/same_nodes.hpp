// SPDX-License-Identifier: Apache-2.0
//
// Which nodes of compiled expressions are the same expression: what is known of one is then known
// of the other.
//
//     SameNodes same{program.code()};
//     same.number(a) == same.number(b)     // a and b always have the same value
//
// A named value is the same as what it is defined as. Linear in the code.
#pragma once

#include "base/text/by_element.hpp"
#include "feel/code.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace heng::detail::feel {

class SameNodes {
  public:
    explicit SameNodes(const Code& code);

    [[nodiscard]] std::uint32_t number(NodeId node) const { return numbers_[node]; }
    /// Whether a variable is read in it; its value is the same only as long as those are.
    [[nodiscard]] bool reads_local(std::uint32_t number, std::uint32_t local) const {
        return (locals_[number] & bit(local)) != 0;
    }
    [[nodiscard]] bool reads_locals(std::uint32_t number) const { return locals_[number] != 0; }

  private:
    using Shape = std::vector<std::uint64_t>;

    /// Variables past the 63rd share a bit.
    [[nodiscard]] static std::uint64_t bit(std::uint32_t local) {
        return std::uint64_t{1} << (local < 63 ? local : 63);
    }
    [[nodiscard]] std::uint32_t number_of(const Code& code, NodeId id);
    [[nodiscard]] std::optional<Shape> shape_of(const Code& code, NodeId id, std::uint64_t& locals);
    [[nodiscard]] std::uint64_t constant(const Value& value);
    bool add(Shape& shape, NodeId child, std::uint64_t& locals) const;

    std::vector<std::uint32_t> numbers_;
    std::vector<std::uint64_t> locals_; ///< by number: the variables that are read
    std::map<Shape, std::uint32_t, text::ByElement> known_;
    std::map<std::string, std::uint64_t> texts_;
};

} // namespace heng::detail::feel
