// SPDX-License-Identifier: Apache-2.0
#include "report/kept.hpp"

#include <algorithm>
#include <optional>

namespace heng::drafting {
namespace {

constexpr std::string_view opening = "<!-- heng:keep ";
constexpr std::string_view opening_end = " -->";
constexpr std::string_view closing = "<!-- /heng:keep -->";
constexpr std::size_t most_blocks = 1'000; ///< each is looked up among the others

/// A block by its places in a draft.
struct Block {
    std::string id;
    std::size_t begin = 0; ///< of what stands between the marks
    std::size_t end = 0;
};

Error broken(std::string_view draft, std::size_t at, std::string message) {
    Error error;
    error.status = Status::invalid_argument;
    error.code = "report.keep";
    error.message = std::move(message);
    error.hint = "write <!-- heng:keep ID --> … <!-- /heng:keep -->";
    error.place.line =
        1 + static_cast<std::size_t>(
                std::count(draft.begin(), draft.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    error.place.column = 1;
    return error;
}

Result<std::vector<Block>> blocks_of(std::string_view draft) {
    std::vector<Block> blocks;
    for (std::size_t at = draft.find(opening); at != std::string_view::npos;) {
        const std::size_t name = at + opening.size();
        const std::size_t name_end = draft.find(opening_end, name);
        const std::size_t line_end = draft.find('\n', name);
        if (name_end == std::string_view::npos || name_end > line_end) {
            return Failure{broken(draft, at, "the mark of a kept text has no end")};
        }
        const std::size_t begin = name_end + opening_end.size();
        const std::size_t end = draft.find(closing, begin);
        const std::size_t next = draft.find(opening, begin);
        const std::string id{draft.substr(name, name_end - name)};
        if (end == std::string_view::npos || next < end) {
            return Failure{broken(draft, at, "the kept text \"" + id + "\" has no end")};
        }
        const bool known = std::any_of(blocks.begin(), blocks.end(),
                                       [&](const Block& each) { return each.id == id; });
        if (blocks.size() == most_blocks) {
            return Failure{
                broken(draft, at, "there are more kept texts than " + std::to_string(most_blocks))};
        }
        if (known) {
            return Failure{broken(draft, at, "there are two kept texts \"" + id + '"')};
        }
        blocks.push_back({id, begin, end});
        at = next;
    }
    return blocks;
}

std::string marked(const std::string& id, std::string_view text) {
    std::string block{opening};
    return block.append(id).append(opening_end).append(text).append(closing);
}

} // namespace

Result<Kept> kept_blocks(std::string_view draft) {
    const auto blocks = blocks_of(draft);
    if (!blocks) {
        return Failure{blocks.error()};
    }
    Kept kept;
    for (const Block& each : *blocks) {
        kept.emplace_back(each.id, draft.substr(each.begin, each.end - each.begin));
    }
    return kept;
}

Result<std::string> with_kept(std::string_view draft, const Kept& kept) {
    const auto blocks = blocks_of(draft);
    if (!blocks) {
        return Failure{blocks.error()};
    }
    std::string out;
    std::string left_over;
    std::size_t done = 0;
    for (const Block& each : *blocks) {
        const auto text = std::find_if(kept.begin(), kept.end(),
                                       [&](const auto& one) { return one.first == each.id; });
        out.append(draft.substr(done, each.begin - done));
        out.append(text != kept.end() ? std::string_view{text->second}
                                      : draft.substr(each.begin, each.end - each.begin));
        done = each.end;
    }
    for (const auto& one : kept) {
        const bool has_place = std::any_of(blocks->begin(), blocks->end(),
                                           [&](const Block& each) { return each.id == one.first; });
        left_over += has_place ? "" : marked(one.first, one.second) + '\n';
    }
    const std::size_t body_end = std::max(done, std::min(draft.rfind("</body>"), draft.size()));
    out.append(draft.substr(done, body_end - done)).append(left_over);
    return out.append(draft.substr(body_end));
}

} // namespace heng::drafting
