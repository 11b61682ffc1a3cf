// SPDX-License-Identifier: Apache-2.0
#include "base/text/nearest.hpp"
#include "base/text/utf8.hpp"

#include <algorithm>
#include <utility>

namespace heng::detail::text {

namespace {

constexpr std::size_t widest_bound = 3;
constexpr std::size_t longest_name = 300; ///< bytes; a longer name has no "did you mean"

constexpr std::size_t bound_for(std::size_t length) {
    return length < 2 ? 0 : length < 6 ? 1 : length < 9 ? 2 : widest_bound;
}

void folded(std::string_view utf8, std::u32string& into) {
    into.clear();
    for (std::size_t at = 0; at < utf8.size();) {
        const CodePoint point = decode(utf8, at);
        const bool upper = point.value >= U'A' && point.value <= U'Z';
        into.push_back(upper ? point.value + (U'a' - U'A') : point.value);
        at += point.length;
    }
}

} // namespace

std::size_t distance(std::u32string_view a, std::u32string_view b, std::size_t bound) {
    if (a.size() < b.size()) {
        std::swap(a, b);
    }
    const std::size_t far = bound + 1;
    if (a.size() - b.size() > bound) {
        return far;
    }
    std::vector<std::size_t> before(b.size() + 1, far);
    std::vector<std::size_t> above(b.size() + 1, far);
    std::vector<std::size_t> row(b.size() + 1, far);
    for (std::size_t j = 0; j <= std::min(b.size(), bound); ++j) {
        above[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        // cells further than `bound` from the diagonal are far
        const std::size_t first = i > bound ? i - bound : 1;
        const std::size_t last = std::min(b.size(), i + bound);
        row[first - 1] = first == 1 ? std::min(i, far) : far;
        std::size_t least = row[first - 1];
        for (std::size_t j = first; j <= last; ++j) {
            std::size_t cost = above[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
            cost = std::min({cost, row[j - 1] + 1, above[j] + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                cost = std::min(cost, before[j - 2] + 1);
            }
            row[j] = std::min(cost, far);
            least = std::min(least, row[j]);
        }
        // a swap reaches back two rows, so two far rows are needed to be sure
        if (least == far && *std::min_element(above.begin(), above.end()) == far) {
            return far;
        }
        std::swap(before, above);
        std::swap(above, row);
        std::fill(row.begin(), row.end(), far);
    }
    return above[b.size()];
}

Nearest::Nearest(std::string_view wanted) {
    if (wanted.size() <= longest_name) {
        folded(wanted, wanted_);
        allowed_ = bound_for(wanted_.size());
        exhausted_ = wanted_.size() < 2;
    }
}

void Nearest::consider(std::string_view candidate) {
    const bool too_short = candidate.size() + widest_bound < wanted_.size();
    if (exhausted_ || too_short || candidate.size() > 4 * (wanted_.size() + widest_bound)) {
        return;
    }
    folded(candidate, candidate_);
    const std::size_t apart = distance(wanted_, candidate_, allowed_);
    if (apart <= allowed_) {
        found_ = candidate;
        exhausted_ = apart == 0;
        allowed_ = exhausted_ ? 0 : apart - 1;
    }
}

} // namespace heng::detail::text
