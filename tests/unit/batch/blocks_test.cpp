// SPDX-License-Identifier: Apache-2.0
//
// Blocks of lines are the same lines, in whatever pieces the text comes and however few a block may
// hold.
#include "batch/blocks.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <string>

using namespace heng;

namespace {

struct Read {
    std::string lines{};        ///< "1:text 3:text …", "!" for a text that is too long
    std::size_t most_lines = 0; ///< of one block
};

/// All lines of the text, which comes in pieces of so many bytes.
Read read(const std::string& text, std::size_t piece, detail::batch::BlockSize most,
          std::size_t longest) {
    std::size_t at = 0;
    const BatchSource source = [&](std::span<char> buffer) -> std::optional<std::size_t> {
        const std::size_t size = std::min({piece, buffer.size(), text.size() - at});
        std::copy_n(text.begin() + static_cast<std::ptrdiff_t>(at), size, buffer.begin());
        at += size;
        return size;
    };
    detail::batch::LineBlocks blocks{source, most, longest};
    detail::batch::Block block;
    Read all;
    while (blocks.next(block)) {
        all.most_lines = std::max(all.most_lines, block.lines.size());
        for (const detail::batch::Line& line : block.lines) {
            all.lines += std::to_string(line.number) + ':';
            all.lines += line.too_long ? "!" : std::string{block.text_of(line)};
            all.lines += ' ';
        }
    }
    return all;
}

constexpr std::size_t pieces[] = {1, 2, 3, 4, 5, 7, 64};

} // namespace

TEST_CASE("a block holds at most so many lines, and none is lost") {
    const std::string text = "a\n\nbb\nccc\n \nd\r\ne\nf";
    for (const std::size_t piece : pieces) {
        for (const std::size_t lines : {1U, 2U, 3U, 100U}) {
            for (const std::size_t bytes : {1U, 4U, 64U}) {
                const Read all = read(text, piece, {bytes, lines}, 100);
                CHECK(all.lines == "1:a 3:bb 4:ccc 6:d 7:e 8:f ");
                CHECK(all.most_lines <= lines);
            }
        }
    }
}

TEST_CASE("whether a line is too long does not depend on the pieces in which it comes") {
    const std::string text = "1234\r\n12345\r\n1234\n12345\n    \n     \n    \r\n     \r\n"
                             "123456789\n1234\r\r\n123\r\r\n1234\r";
    for (const std::size_t piece : pieces) {
        for (const std::size_t lines : {1U, 2U, 100U}) {
            for (const std::size_t bytes : {1U, 3U, 64U}) {
                CHECK(read(text, piece, {bytes, lines}, 4).lines ==
                      "1:1234 2:! 3:1234 4:! 6:! 8:! 9:! 10:! 11:123\r 12:1234 ");
            }
        }
    }
}
