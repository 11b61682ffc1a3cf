// SPDX-License-Identifier: Apache-2.0
#include "diff/parts.hpp"

#include <map>
#include <string>
#include <tuple>
#include <utility>

namespace heng::detail::diff {
namespace {

using Key = std::tuple<CauseKind, std::string, std::string>;

Key key_of(const Amount& amount) {
    return {amount.kind, amount.item, amount.adjustment};
}

ChangePart part_of(const Amount& amount, const Points& change) {
    ChangePart part{amount.kind, amount.item, amount.name, {}, change};
    if (amount.kind == CauseKind::adjustment) {
        part.because.push_back({CauseKind::adjustment, amount.adjustment, amount.reason, "", ""});
    }
    return part;
}

} // namespace

std::vector<ChangePart> changes(const std::vector<Amount>& from, const std::vector<Amount>& to) {
    std::map<Key, const Amount*> second;
    for (const Amount& each : to) {
        second.emplace(key_of(each), &each);
    }
    std::vector<ChangePart> parts;
    std::map<Key, bool> seen;
    for (const Amount& old : from) {
        seen[key_of(old)] = true;
        const auto found = second.find(key_of(old));
        const Points now = found != second.end() ? found->second->amount : Points{};
        if (now != old.amount) {
            parts.push_back(part_of(old, now - old.amount));
        }
    }
    for (const Amount& now : to) {
        if (!seen.contains(key_of(now))) {
            parts.push_back(part_of(now, now.amount));
        }
    }
    return parts;
}

std::string key_of(const Because& because) {
    std::string key{name(because.kind)};
    for (const std::string* const text :
         {&because.where, &because.label, &because.from, &because.to}) {
        key += ' ' + std::to_string(text->size()) + ':' + *text;
    }
    return key;
}

Points sum(const std::vector<ChangePart>& parts) {
    Points total;
    for (const ChangePart& part : parts) {
        total += part.change;
    }
    return total;
}

} // namespace heng::detail::diff
