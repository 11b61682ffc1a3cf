// SPDX-License-Identifier: Apache-2.0
//
// A text of lines, cut into blocks of whole lines.
//
//     LineBlocks lines{source, {.bytes = 256 * 1024, .lines = 1'000}, longest_line};
//     Block block;
//     while (lines.next(block)) { for (Line line : block.lines) … }
#pragma once

#include <heng/batch/json_lines.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace heng::detail::batch {

/// A line of a block.
struct Line {
    std::uint64_t number = 0; ///< in the whole text, from 1
    std::size_t begin = 0;    ///< in the block's text
    std::size_t length = 0;   ///< without its end
    bool too_long = false;    ///< its text was not kept
};

struct Block {
    std::string text;
    std::vector<Line> lines; ///< none is empty

    [[nodiscard]] std::string_view text_of(const Line& line) const {
        return std::string_view{text}.substr(line.begin, line.length);
    }
};

/// How much a block holds at most.
struct BlockSize {
    std::size_t bytes = 0; ///< that are read at a time: a line that is longer is a block
    std::size_t lines = 0; ///< at least 1; empty ones are not counted
};

class LineBlocks {
  public:
    LineBlocks(const BatchSource& source, BlockSize most, std::size_t longest_line)
        : source_(source),
          most_(most),
          longest_line_(longest_line),
          buffer_(new char[most.bytes]) {} // make_unique would fill it

    /// The next block, in the memory of `block`; false at the end. Whether the source failed is in
    /// `failed`.
    [[nodiscard]] bool next(Block& block);

    [[nodiscard]] bool failed() const { return failed_; }

  private:
    void read(std::string& text);
    void skip_line();
    void cut(Block& block);
    void end_line(Block& block, std::size_t begin, std::size_t end);

    const BatchSource& source_;
    BlockSize most_;
    std::size_t longest_line_;
    std::unique_ptr<char[]> buffer_; ///< what the source fills: as much as it gives is touched
    std::string rest_;         ///< what is read and not given out: whole lines, or where none is
                               ///< left, the beginning of one whose end is not read yet
    bool has_lines_ = false;   ///< it may begin with whole lines
    std::size_t searched_ = 0; ///< so much of it has no end of a line
    std::uint64_t number_ = 0;
    bool ended_ = false;
    bool failed_ = false;
};

} // namespace heng::detail::batch
