// SPDX-License-Identifier: Apache-2.0
#include "batch/blocks.hpp"

#include <algorithm>
#include <optional>

namespace heng::detail::batch {
namespace {

/// Without the first half of an end "\r\n", which is no part of the line.
std::string_view without_return(std::string_view line) {
    return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

} // namespace

/// Appends up to a block's bytes.
void LineBlocks::read(std::string& text) {
    const std::optional<std::size_t> got = source_({buffer_.get(), most_.bytes});
    text.append(buffer_.get(), std::min(got.value_or(0), most_.bytes));
    ended_ = got.value_or(0) == 0;
    failed_ = !got;
}

/// Reads on to the end of a line that is too long, and keeps what comes behind it.
void LineBlocks::skip_line() {
    while (!ended_) {
        rest_.clear();
        read(rest_);
        if (const std::size_t end = rest_.find('\n'); end != std::string::npos) {
            rest_.erase(0, end + 1);
            searched_ = 0;
            return;
        }
    }
    rest_.clear();
}

/// A line that is too long is told of though it be blank: of most of them the text is not seen.
void LineBlocks::end_line(Block& block, std::size_t begin, std::size_t end) {
    ++number_;
    const std::string_view line =
        without_return(std::string_view{block.text}.substr(begin, end - begin));
    const bool too_long = line.size() > longest_line_;
    if (too_long || line.find_first_not_of(" \t\r") != std::string_view::npos) {
        block.lines.push_back({number_, begin, line.size(), too_long});
    }
}

/// Finds the lines of the block. What is behind them, or a last one that has no end yet, becomes
/// the rest.
void LineBlocks::cut(Block& block) {
    std::size_t begin = 0;
    std::size_t end = block.text.find('\n', searched_);
    for (; end != std::string::npos && block.lines.size() < most_.lines;
         end = block.text.find('\n', begin)) {
        end_line(block, begin, end);
        begin = end + 1;
    }
    has_lines_ = end != std::string::npos;
    if (ended_ && !has_lines_ && begin < block.text.size() && block.lines.size() < most_.lines) {
        end_line(block, begin, block.text.size());
        begin = block.text.size();
    }
    if (begin == 0) {
        rest_.swap(block.text); // a long line, which is not copied block by block
    } else {
        rest_.assign(block.text, begin);
        block.text.resize(begin);
    }
    searched_ = has_lines_ ? 0 : rest_.size();
    if (!has_lines_ && without_return(rest_).size() > longest_line_) {
        block.lines.push_back({++number_, 0, 0, true});
        skip_line();
    }
    if (block.lines.empty()) {
        block.text.clear();
    }
}

bool LineBlocks::next(Block& block) {
    while (!ended_ || !rest_.empty()) {
        block.lines.clear();
        block.text.clear();
        block.text.swap(rest_);
        if (!ended_ && !has_lines_) {
            read(block.text);
        }
        if (failed_) {
            return false;
        }
        cut(block);
        if (!block.lines.empty()) {
            return true;
        }
    }
    return false;
}

} // namespace heng::detail::batch
