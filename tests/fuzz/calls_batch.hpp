// SPDX-License-Identifier: Apache-2.0
//
// What a caller of the batch functions has: two functions for lines, arrays for columns.
#pragma once

#include "calls_texts.hpp"
#include "fuzz.hpp"

#include <algorithm>
#include <array>
#include <heng.h>

namespace heng::fuzz {

/// A document again and again, in pieces; it may end in a reader that is broken, or in a sink that
/// has enough.
class LineReader {
  public:
    LineReader(Input& input, std::string_view document)
        : piece_(1U + input.byte()), most_(input.byte() % 4U), broken_(input.byte() >= 0xF0) {
        for (std::size_t i = 0; i < 3; ++i) {
            text_ += document;
            text_ += '\n';
        }
    }

    static std::size_t read(void* user, char* buffer, std::size_t capacity) {
        auto& self = *static_cast<LineReader*>(user);
        const std::size_t size = self.text_.copy(buffer, std::min(capacity, self.piece_), self.at_);
        self.at_ += size;
        return size == 0 && self.broken_ ? capacity + 1 : size;
    }

    static std::int32_t take(void* user, std::uint64_t number, const char* json, std::size_t length,
                             std::int32_t failed) {
        auto& self = *static_cast<LineReader*>(user);
        const std::string_view line{json};
        REQUIRE_SO(line.size() == length && number > self.last_);
        REQUIRE_SO((line.find("\"error\"") != std::string_view::npos) == (failed == 1));
        self.last_ = number;
        return ++self.told_ > self.most_ ? 1 : 0;
    }

  private:
    std::string text_;
    std::size_t at_ = 0;
    std::size_t piece_;
    std::size_t most_;
    bool broken_;
    std::size_t told_ = 0;
    std::uint64_t last_ = 0;
};

/// Up to three columns of four rows, and where their scores go.
class CallColumns {
  public:
    explicit CallColumns(Input& input)
        : count_(input.byte() % 4U), rows_(input.byte() % (most_rows + 1)) {
        for (std::size_t i = 0; i < count_; ++i) {
            fill(input, all_[i], values_[i]);
            pointers_[i] = &all_[i];
        }
        const std::uint8_t which = input.byte();
        to_.struct_size = which >= 0xE0 ? cut(which, sizeof to_) : sizeof to_;
        to_.totals = which % 2 == 0 ? nullptr : totals_.data();
        to_.statuses = which % 4 < 2 ? nullptr : statuses_.data();
        to_.places = which / 4 % 16 < 12 ? 0 : which / 4 % 16; // 10 and more are refused
        totals_.fill(mark);
    }
    CallColumns(const CallColumns&) = delete;
    CallColumns& operator=(const CallColumns&) = delete;

    [[nodiscard]] const heng_column* const* columns() const {
        return count_ == 0 ? nullptr : pointers_.data();
    }
    [[nodiscard]] std::size_t count() const { return count_; }
    [[nodiscard]] std::size_t rows() const { return rows_; }
    [[nodiscard]] const heng_score_columns* to() const { return &to_; }

    /// Nothing was scored.
    [[nodiscard]] bool untouched() const {
        return std::all_of(totals_.begin(), totals_.end(),
                           [](std::int64_t total) { return total == mark; });
    }

  private:
    static constexpr std::size_t most_rows = 4;
    static constexpr std::int64_t mark = 0x5555;

    /// A struct of any size: one that ends inside a field is refused.
    static std::size_t cut(std::uint8_t choice, std::size_t size) { return choice % (size + 1); }

    void fill(Input& input, heng_column& column, std::array<std::int64_t, most_rows>& values) {
        const std::uint8_t shape = input.byte();
        column.struct_size = shape >= 0xF0 ? cut(shape, sizeof column) : sizeof column;
        column.input = paths[shape % paths.size()];
        if (shape / 8 % 4 == 0) {
            column.text = "1-2x%";
            column.offsets = input.byte() % 4 == 0 ? falling.data() : rising.data();
        } else {
            std::generate(values.begin(), values.end(), [&] { return input.number(); });
            column.values = values.data();
            column.scale = shape / 32 == 7 ? 19 : shape / 32; // 19 is refused
        }
        column.valid = shape % 16 == 3 ? &valid : nullptr;
    }

    static constexpr std::array<std::int32_t, most_rows + 1> rising{0, 1, 1, 3, 5};
    static constexpr std::array<std::int32_t, most_rows + 1> falling{0, 3, 1, 3, 5};
    static constexpr std::uint8_t valid = 0x0B;

    std::size_t count_;
    std::size_t rows_;
    std::array<std::array<std::int64_t, most_rows>, 3> values_{};
    std::array<heng_column, 3> all_{};
    std::array<const heng_column*, 3> pointers_{};
    std::array<std::int64_t, most_rows> totals_{};
    std::array<std::int32_t, most_rows> statuses_{};
    heng_score_columns to_{};
};

} // namespace heng::fuzz
