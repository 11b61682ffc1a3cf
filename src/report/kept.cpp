// SPDX-License-Identifier: Apache-2.0
#include "base/text/utf8.hpp"
#include "report/given_text.hpp"
#include "report/kept.hpp"
#include "report/messages.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace heng::detail::report {
namespace {

constexpr std::string_view opening = "<!-- heng:keep ";
constexpr std::string_view opening_end = " -->";
constexpr std::string_view closing = "<!-- /heng:keep -->";

/// A block by its places in a draft.
struct Block {
    std::string_view id;
    std::size_t begin = 0; ///< of what stands between the marks
    std::size_t end = 0;
};

Error broken(std::string_view draft, std::size_t at, text::Words message) {
    Error error = unfit("report.keep", std::move(message), say::keep_form);
    error.place.line =
        1 + static_cast<std::size_t>(
                std::count(draft.begin(), draft.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    error.place.column = 1;
    return error;
}

/// Each byte is looked at a few times only, however the marks stand.
Result<std::vector<Block>> blocks_of(std::string_view draft) {
    std::vector<Block> blocks;
    std::set<std::string_view> known;
    for (std::size_t at = draft.find(opening); at != std::string_view::npos;) {
        const std::size_t name = at + opening.size();
        const std::size_t name_end = draft.find(opening_end, name);
        const std::string_view id =
            draft.substr(name, name_end == std::string_view::npos ? 0 : name_end - name);
        if (name_end == std::string_view::npos || id.find('\n') != std::string_view::npos) {
            return Failure{broken(draft, at, say::mark_open)};
        }
        const std::size_t begin = name_end + opening_end.size();
        const std::size_t end = draft.find(closing, begin);
        const std::size_t next = draft.find(opening, begin);
        if (end == std::string_view::npos || next < end) {
            return Failure{broken(draft, at, say::kept_open(text::shortened(id)))};
        }
        if (!known.insert(id).second) {
            return Failure{broken(draft, at, say::kept_twice(text::shortened(id)))};
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

Result<Kept> kept_blocks(std::string_view draft, const Limits& limits) {
    if (auto error = unfit_text(draft, "report.keep", limits)) {
        return Failure{*std::move(error)};
    }
    const auto blocks = blocks_of(draft);
    if (!blocks) {
        return Failure{blocks.error()};
    }
    if (blocks->size() > limits.rows) {
        return Failure{broken(draft, (*blocks)[limits.rows].begin,
                              say::too_many_kept(std::to_string(limits.rows)))};
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
    std::map<std::string_view, std::string_view> written;
    for (const auto& [id, text] : kept) {
        written.emplace(id, text);
    }
    std::set<std::string_view> placed;
    std::string out;
    std::size_t done = 0;
    for (const Block& each : *blocks) {
        const auto text = written.find(each.id);
        out.append(draft.substr(done, each.begin - done));
        out.append(text != written.end() ? text->second
                                         : draft.substr(each.begin, each.end - each.begin));
        placed.insert(each.id);
        done = each.end;
    }
    std::string left_over;
    for (const auto& [id, text] : kept) {
        left_over += placed.contains(id) ? "" : marked(id, text) + '\n';
    }
    const std::size_t body_end = std::max(done, std::min(draft.rfind("</body>"), draft.size()));
    out.append(draft.substr(done, body_end - done)).append(left_over);
    return out.append(draft.substr(body_end));
}

} // namespace heng::detail::report
