// SPDX-License-Identifier: Apache-2.0
//
// An operator new that fails when it is told to, which stands in for the library's, and calls that
// are repeated with each of their allocations failing. Included by one source of a program.
//
//     makes<heng_text>(100, [&](heng_text** made, heng_error** error) {
//         return heng_explain(rubric, facts, made, error);
//     });
#pragma once

#include "abi_objects.hpp"
#include "check.h"

#include <atomic>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <string>
#include <string_view>

namespace {

// Of this test only; the threads of a batch count, too.
std::atomic<bool> limited = false;
std::atomic<std::ptrdiff_t> allocations_left = 0;
std::atomic<std::ptrdiff_t> living = 0;

void* allocate(std::size_t size) noexcept {
    if (limited && --allocations_left < 0) {
        return nullptr;
    }
    void* const memory = std::malloc(size == 0 ? 1 : size);
    living += memory != nullptr ? 1 : 0;
    return memory;
}

void* allocate_or_throw(std::size_t size) {
    void* const memory = allocate(size);
    if (memory == nullptr) {
        throw std::bad_alloc{};
    }
    return memory;
}

void give_back(void* memory) noexcept {
    living -= memory != nullptr ? 1 : 0;
    std::free(memory);
}

} // namespace

void* operator new(std::size_t size) {
    return allocate_or_throw(size);
}
void* operator new[](std::size_t size) {
    return allocate_or_throw(size);
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    return allocate(size);
}
void operator delete(void* memory) noexcept {
    give_back(memory);
}
void operator delete[](void* memory) noexcept {
    give_back(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    give_back(memory);
}
void operator delete[](void* memory, std::size_t) noexcept {
    give_back(memory);
}

namespace {

using namespace heng::test;

std::size_t tried = 0;

/// `call(error)` makes and frees what it makes, and returns the status. At least `least`
/// allocations are tried.
template <class Call>
void fails_cleanly_at_each(heng_status expected, std::size_t least, Call call) {
    for (std::size_t allowed = 0;; ++allowed) {
        heng_error* error = nullptr;
        const std::ptrdiff_t before = living;
        allocations_left = static_cast<std::ptrdiff_t>(allowed);
        limited = true;
        const heng_status status = call(&error);
        limited = false;
        if (status == HENG_OUT_OF_MEMORY) {
            CHECK(heng_error_status(error) == HENG_OUT_OF_MEMORY);
            CHECK_TEXT(heng_error_code(error), "memory");
            CHECK(heng_error_count(error) == 1);
        } else {
            CHECK(status == expected);
        }
        heng_error_free(error);
        CHECK(living == before);
        if (status == expected) {
            if (allowed < least) { // else this program's operator new is not the library's
                std::fprintf(stderr, "%zu allocations, where %zu are the least\n", allowed, least);
            }
            CHECK(allowed >= least);
            tried += allowed;
            return;
        }
        CHECK(allowed < 1000000);
    }
}

/// `make(&object, error)` once with all memory there is, and then as above; each object that comes
/// of it looks as the first, and none is made on failure.
template <class Object, class Make>
void makes(std::size_t least, Make make) {
    Object* first = nullptr;
    heng_error* none = nullptr;
    CHECK_OK(make(&first, &none), none);
    const std::string looks{shown(first)};
    release(first);
    fails_cleanly_at_each(HENG_OK, least, [&](heng_error** error) {
        Object* made = nullptr;
        const heng_status status = make(&made, error);
        limited = false; // a sheet is written when it is looked at
        CHECK((status == HENG_OK) == (made != nullptr));
        if (made != nullptr) {
            CHECK(shown(made) == looks);
        }
        release(made);
        return status;
    });
}

/// A text as the two arguments that the functions of heng.h take.
struct Text {
    const char* data;
    std::size_t size;

    Text(std::string_view text) : data{text.data()}, size{text.size()} {} // NOLINT
};

} // namespace
