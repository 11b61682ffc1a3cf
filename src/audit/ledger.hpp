// SPDX-License-Identifier: Apache-2.0
//
// Which printed figures were compared and which could not be, by where they stand.
//
//     ledger.compared(printed.place.offset());
//     ledger.left(printed.place.offset(), name);
//     ledger.counted(findings)      // each figure once; a finding anywhere counts as compared
#pragma once

#include <heng/document/checked.hpp>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace heng::detail::audit {

class Ledger {
  public:
    void compared(std::size_t offset) { compared_.push_back(offset); }
    /// Takes back the last call of compared() where it was of this offset.
    void uncompared(std::size_t offset) {
        if (!compared_.empty() && compared_.back() == offset) {
            compared_.pop_back();
        }
    }
    void wrong(std::size_t offset) { wrong_.push_back(offset); }
    void left(std::size_t offset, std::string name) { left_.emplace_back(offset, std::move(name)); }

    /// O(n log n) of what was noted.
    [[nodiscard]] Checked counted() const;

  private:
    std::vector<std::size_t> compared_{};
    std::vector<std::size_t> wrong_{};
    std::vector<std::pair<std::size_t, std::string>> left_{};
};

} // namespace heng::detail::audit
