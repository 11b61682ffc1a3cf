// SPDX-License-Identifier: Apache-2.0
//
// What the fuzz targets share. A target is a file with LLVMFuzzerTestOneInput: with clang's
// libFuzzer (preset fuzz) it is fuzzed, with replay.cpp it runs the files of its corpus.
//
//     Input input{data, size};
//     const int kind = input.byte() % 3;            // the first byte chooses, the rest is the text
//     require(status == HENG_OK || error != nullptr);
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace heng::fuzz {

inline void require(bool holds, const char* what) {
    if (!holds) {
        std::fprintf(stderr, "not so: %s\n", what);
        std::abort();
    }
}

/// The bytes of one input, taken from the front; zeros when there are no more.
class Input {
  public:
    Input(const std::uint8_t* data, std::size_t size) : data_(data), left_(size) {}

    [[nodiscard]] std::size_t left() const { return left_; }
    std::uint8_t byte() {
        if (left_ == 0) {
            return 0;
        }
        --left_;
        return *data_++;
    }
    std::uint64_t word(int bytes) {
        std::uint64_t value = 0;
        for (int i = 0; i < bytes; ++i) {
            value = value << 8U | byte();
        }
        return value;
    }
    /// A number of a magnitude that is itself chosen: small ones as often as large ones.
    std::int64_t number() {
        const std::uint8_t shape = byte();
        const std::uint64_t value = word(1 + shape % 8);
        return static_cast<std::int64_t>(shape & 0x80U ? 0 - value : value);
    }
    std::string text(std::size_t most) {
        const std::size_t size = most < left_ ? most : left_;
        std::string taken{chars(), size};
        data_ += size;
        left_ -= size;
        return taken;
    }
    std::string rest() { return text(left_); }
    /// Up to a zero byte, which is dropped.
    std::string line() {
        std::string taken;
        while (left_ > 0) {
            const std::uint8_t next = byte();
            if (next == 0) {
                break;
            }
            taken += static_cast<char>(next);
        }
        return taken;
    }

  private:
    [[nodiscard]] const char* chars() const {
        return static_cast<const char*>(static_cast<const void*>(data_));
    }

    const std::uint8_t* data_;
    std::size_t left_;
};

} // namespace heng::fuzz

#define REQUIRE_SO(condition) ::heng::fuzz::require((condition), #condition)
