// SPDX-License-Identifier: Apache-2.0
#include "batch/blocks.hpp"

#include <algorithm>
#include <optional>

namespace heng::batch {

/// Appends up to a block's bytes.
void LineBlocks::read(std::string& text) {
    const std::optional<std::size_t> got = source_({buffer_.get(), block_bytes_});
    text.append(buffer_.get(), std::min(got.value_or(0), block_bytes_));
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

void LineBlocks::end_line(Block& block, std::size_t begin, std::size_t end) {
    ++number_;
    if (end > begin && block.text[end - 1] == '\r') {
        --end;
    }
    const bool blank =
        std::string_view{block.text}.substr(begin, end - begin).find_first_not_of(" \t\r") ==
        std::string_view::npos;
    if (!blank) {
        block.lines.push_back({number_, begin, end - begin, end - begin > longest_line_});
    }
}

/// Finds the lines of the block; a last one that has no end yet becomes the rest.
void LineBlocks::cut(Block& block) {
    std::size_t begin = 0;
    for (std::size_t end = block.text.find('\n', searched_); end != std::string::npos;
         end = block.text.find('\n', begin)) {
        end_line(block, begin, end);
        begin = end + 1;
    }
    if (ended_ && begin < block.text.size()) {
        end_line(block, begin, block.text.size());
        begin = block.text.size();
    }
    if (begin == 0) {
        rest_.swap(block.text); // a long line, which is not copied block by block
    } else {
        rest_.assign(block.text, begin);
    }
    searched_ = rest_.size();
    if (rest_.size() > longest_line_) {
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
        if (!ended_) {
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

} // namespace heng::batch
