// SPDX-License-Identifier: Apache-2.0
//
// JSON text, written by the compiler: into an array whose length a first pass counts.
//
//     JsonText counted{nullptr};      // writes nothing
//     JsonText text{array.data()};
//     text.begin('{'); text.member("type", "object"); text.end('}');
//
// A line an element, indented by a blank a level; all in one line while `flat_` is above 0.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace heng::detail::document {

class JsonText {
  public:
    /// Counts where `out` is null, else writes there as many bytes as it counts.
    constexpr explicit JsonText(char* out) : out_{out} {}

    [[nodiscard]] constexpr std::size_t size() const { return size_; }

    constexpr void put(char c) {
        if (out_ != nullptr) {
            out_[size_] = c;
        }
        ++size_;
    }

    constexpr void raw(std::string_view text) {
        for (const char c : text) {
            put(c);
        }
    }

    constexpr void string(std::string_view text) {
        put('"');
        for (const char c : text) {
            if (c == '"' || c == '\\') {
                put('\\');
            }
            put(c);
        }
        put('"');
    }

    constexpr void line() {
        put('\n');
        for (int i = 0; i < depth_; ++i) {
            put(' ');
        }
    }

    /// Before each element.
    constexpr void next() {
        if (!first_) {
            put(',');
        }
        if (flat_ == 0) {
            line();
        } else if (!first_) {
            put(' ');
        }
        first_ = false;
    }

    constexpr void begin(char c) {
        put(c);
        ++depth_;
        first_ = true;
    }

    constexpr void end(char c) {
        --depth_;
        if (flat_ == 0 && !first_) {
            line();
        }
        put(c);
        first_ = false;
    }

    constexpr void key(std::string_view name) {
        next();
        string(name);
        raw(": ");
    }

    constexpr void member(std::string_view name, std::string_view text) {
        key(name);
        string(text);
    }

    constexpr void none(std::string_view name) {
        key(name);
        raw("{}");
    }

    constexpr void one(std::string_view name, std::string_view word) {
        key(name);
        raw("[");
        string(word);
        raw("]");
    }

    constexpr void natural(std::int64_t value) {
        if (value >= 10) {
            natural(value / 10);
        }
        put(static_cast<char>('0' + value % 10));
    }

    int flat_ = 0;

  private:
    char* out_;
    std::size_t size_ = 0;
    int depth_ = 0;
    bool first_ = true;
};

} // namespace heng::detail::document
