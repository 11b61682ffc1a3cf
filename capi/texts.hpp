// SPDX-License-Identifier: Apache-2.0
//
// The texts that an object of the C ABI hands out: each stays where it is until the object goes.
#pragma once

#include <deque>
#include <string>
#include <string_view>

namespace heng::capi {

class Texts {
  public:
    Texts() = default;
    Texts(const Texts&) = delete; // a copy would have its texts elsewhere
    Texts& operator=(const Texts&) = delete;

    /// The text, NUL-terminated. Throws std::bad_alloc.
    const char* keep(std::string_view text) { return texts_.emplace_back(text).c_str(); }

  private:
    std::deque<std::string> texts_; // never moves an element
};

} // namespace heng::capi
