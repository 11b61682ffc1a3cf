// SPDX-License-Identifier: Apache-2.0
//
// A program with what the flags of cmake/HengHardening.cmake change and the library itself may not
// have: a copy of unknown length into an array, and a stack of many pages. elf.py reads it.
#include <cstddef>
#include <cstdio>
#include <cstring>

namespace {

/// The array's size is known here, the length is not: _FORTIFY_SOURCE makes it __memcpy_chk.
[[gnu::noinline]] int copied(const char* from, std::size_t length) {
    char bytes[64] = {};
    std::memcpy(bytes, from, length);
    return std::printf("%s\n", static_cast<const char*>(bytes));
}

/// More than a page of stack, which -fstack-clash-protection touches page by page.
[[gnu::noinline]] int written(const char* text) {
    char pages[65536];
    return std::snprintf(pages, sizeof pages, "%s%s", text, text);
}

} // namespace

int main(int count, char** arguments) {
    return copied(arguments[0], static_cast<std::size_t>(count)) + written(arguments[0]) == 0 ? 1
                                                                                              : 0;
}
