// SPDX-License-Identifier: Apache-2.0
//
// A part of an object of the C ABI that is made when it is first asked for, from any thread.
//
//     Lazy<std::string> json;
//     json.get([&] { return to_json(sheet, facts); });      // std::bad_alloc: it is tried again
//
// A lock rather than std::call_once, which some C++ libraries leave locked after an exception.
#pragma once

#include "base/threads.hpp"

#include <optional>
#include <utility>

namespace heng::capi {

template <class T>
class Lazy {
  public:
    Lazy() = default;
    /// One that is made already.
    explicit Lazy(T made) : made_(std::move(made)) {}

    template <class Make>
    const T& get(Make make) const {
        const detail::base::Lock lock{mutex_};
        if (!made_) {
            made_.emplace(make());
        }
        return *made_;
    }

  private:
    mutable detail::base::Mutex mutex_{};
    mutable std::optional<T> made_{};
};

} // namespace heng::capi
