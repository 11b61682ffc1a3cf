// SPDX-License-Identifier: Apache-2.0
//
// How a single call is run: what it may cost, how it speaks, and whether it is still wanted.
//
//     CallOptions call;
//     call.cancelled = [&] { return window.is_closed(); };
//     const auto explanation = explain(facts, {}, call);      // Status::cancelled, call.cancelled
//
// Every call that can be long takes them, and the defaults are those that it declares.
#pragma once

#include <heng/rubric/rubric.hpp>

#include <cstdint>
#include <functional>
#include <optional>

namespace heng {

struct CallOptions {
    /// The language of what the call says; none: the rubric's, else the document's.
    std::optional<Language> language{};

    /// Asked when the call begins, and in searches about every ten milliseconds after; true ends
    /// the call with Status::cancelled and the code `call.cancelled`. Whatever it throws comes out
    /// of the call.
    std::function<bool()> cancelled{};

    /// The most steps of expressions that the call may take together, where an item that is scored
    /// counts as 8, with its sentence as 40, and a row as 32; 0: as the call declares. Past it a
    /// search ends and says so, and what needs every step fails with `limit.exceeded`.
    std::int64_t most_steps = 0;
};

} // namespace heng
