// SPDX-License-Identifier: Apache-2.0
#include "audit/ledger.hpp"
#include "document/checked_words.hpp"

#include <algorithm>

namespace heng::detail::audit {
namespace {

std::vector<std::size_t> each_once(std::vector<std::size_t> offsets) {
    std::sort(offsets.begin(), offsets.end());
    offsets.erase(std::unique(offsets.begin(), offsets.end()), offsets.end());
    return offsets;
}

bool has(const std::vector<std::size_t>& sorted, std::size_t offset) {
    return std::binary_search(sorted.begin(), sorted.end(), offset);
}

} // namespace

Checked Ledger::counted() const {
    const std::vector<std::size_t> wrong = each_once(wrong_);
    std::vector<std::size_t> all = compared_;
    all.insert(all.end(), wrong.begin(), wrong.end());
    all = each_once(std::move(all));
    Checked checked;
    checked.compared = all.size();
    checked.wrong = wrong.size();
    std::vector<std::size_t> left;
    for (const auto& [offset, name] : left_) {
        if (has(all, offset)) {
            continue;
        }
        left.push_back(offset);
        if (checked.names.size() < document::most_named && !name.empty()) {
            checked.names.push_back(name);
        }
    }
    checked.not_compared = each_once(std::move(left)).size();
    return checked;
}

} // namespace heng::detail::audit
