// SPDX-License-Identifier: Apache-2.0
//
// Appending many short pieces to a string. std::string looks at its length and writes an end after
// every piece; a sheet is two thousand pieces, and to write them so took as long as scoring.
//
//     std::string out = "total: ";
//     {
//         text::Appender to{out, 100};     // about what will come; it grows when that is too
//         little to.add("94.25"); to.add(" of 100");
//     }                                    // out is as long as it should be again
//
// The string is not to be looked at while there is an Appender for it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

namespace heng::detail::text {

class Appender {
  public:
    Appender(std::string& out, std::size_t room) : out_(out), size_(out.size()) {
        out_.resize(size_ + room);
        begin_ = out_.data();
    }
    Appender(const Appender&) = delete;
    Appender& operator=(const Appender&) = delete;
    ~Appender() { out_.resize(size_); } // never longer, so that it does not throw

    void add(std::string_view text) {
        char* const to = room(text.size());
        copy(to, text.data(), text.size());
        size_ += text.size();
    }
    void add(char c) {
        *room(1) = c;
        ++size_;
    }
    /// A text whose length is known when the program is compiled.
    template <std::size_t size>
    void add(const char (&text)[size]) {
        std::memcpy(room(size - 1), text, size - 1);
        size_ += size - 1;
    }

    /// Where `bytes` may be written; advance() then says how many were.
    [[nodiscard]] char* room(std::size_t bytes) {
        if (out_.size() - size_ < bytes) [[unlikely]] {
            grow(bytes);
        }
        return begin_ + size_;
    }
    void advance(std::size_t bytes) { size_ += bytes; }

    /// Puts `c` before the byte at `at` of what has been written.
    void insert(std::size_t at, char c) {
        (void)room(1);
        std::memmove(begin_ + at + 1, begin_ + at, size_ - at);
        begin_[at] = c;
        ++size_;
    }

    /// Starts over, in the same memory.
    void clear() { size_ = 0; }

    /// What has been written so far, with what stood before.
    [[nodiscard]] std::string_view written() const { return {begin_, size_}; }

  private:
    /// Most pieces are shorter than a call of memcpy takes.
    static void copy(char* to, const char* from, std::size_t size) {
        if (size > 32) {
            std::memcpy(to, from, size);
        } else if (size >= 16) {
            std::memcpy(to, from, 16);
            std::memcpy(to + size - 16, from + size - 16, 16);
        } else if (size >= 8) {
            std::memcpy(to, from, 8);
            std::memcpy(to + size - 8, from + size - 8, 8);
        } else if (size >= 4) {
            std::memcpy(to, from, 4);
            std::memcpy(to + size - 4, from + size - 4, 4);
        } else {
            for (std::size_t i = 0; i < size; ++i) {
                to[i] = from[i];
            }
        }
    }

    [[gnu::noinline]] void grow(std::size_t bytes) {
        out_.resize(std::max(2 * out_.size(), size_ + bytes));
        begin_ = out_.data();
    }

    std::string& out_;
    char* begin_ = nullptr;
    std::size_t size_;
};

} // namespace heng::detail::text
