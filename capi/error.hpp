// SPDX-License-Identifier: Apache-2.0
//
// heng_error, and the one place of the C ABI that catches and converts: guarded() and make().
//
//     return make(out, error, [&]() -> Result<std::unique_ptr<heng_rubric>> { … });
//
// Nothing runs and nothing allocates before the guard. What is caught becomes a status:
// std::bad_alloc HENG_OUT_OF_MEMORY (reporting it takes no memory), an Error its own status, any
// other exception HENG_INTERNAL_ERROR.
#pragma once

#include "heng.h"

#include <heng/result.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

/// What the accessors read. Constant-initialized where it is HENG_OUT_OF_MEMORY; else the first
/// part of an object that owns the texts.
struct heng_error {
    heng_status status = HENG_INTERNAL_ERROR;
    const char* code = "";
    const char* message = "";
    const char* pointer = nullptr;
    const char* excerpt = nullptr;
    std::size_t line = 0;
    std::size_t column = 0;
    std::span<const heng_error> others{};
};

namespace heng::capi {

/// NULL was passed where `parameter` needs an object.
Error null_argument(std::string_view parameter);

/// The error in Chinese or English, where the caller asks for one of them.
[[nodiscard]] inline Error spoken(Error error, const std::optional<Language>& language) {
    return language ? in_language(std::move(error), *language) : std::move(error);
}

/// NULL gives no day, which to the C++ API is ""; the caller's "" is a text that is no day.
inline std::string day_argument(const char* day) {
    return day == nullptr ? "" : *day == '\0' ? " " : day;
}

/// `argument.length`: so many bytes or elements fit no memory.
Error impossible_length(std::string_view parameter, std::size_t length);

/// The caller's text; `argument.null` where it is NULL and its length is not 0, `argument.length`
/// where no text has its length, as of one that was computed below zero.
Result<std::string_view> text_argument(const char* text, std::size_t length,
                                       std::string_view parameter);

/// An object of the caller's, or why there is none.
template <class T>
using Made = Result<std::unique_ptr<T>>;

/// Runs `call(what)`; what it throws becomes a status.
heng_status guard(heng_error** error, Result<void> (*call)(void*), void* what) noexcept;

/// Runs `body`, which returns a Result<void>.
template <class Body>
heng_status guarded(heng_error** error, Body body) noexcept {
    return guard(
        error, [](void* what) -> Result<void> { return (*static_cast<Body*>(what))(); }, &body);
}

/// Runs `body`, which returns a Result<std::unique_ptr<T>>, and gives the object to the caller.
template <class T, class Body>
heng_status make(T** out, heng_error** error, Body body) noexcept {
    return guarded(error, [&]() -> Result<void> {
        if (out == nullptr) {
            return Failure{null_argument("out")};
        }
        *out = nullptr;
        Result<std::unique_ptr<T>> made = body();
        if (!made) {
            return Failure{std::move(made.error())};
        }
        *out = made->release();
        return {};
    });
}

} // namespace heng::capi
