// SPDX-License-Identifier: Apache-2.0
#include "base/json/no_limits.hpp"
#include "base/json/writer.hpp"
#include "rubric_test/tree.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_map>

namespace heng::detail::rubric_test {
namespace {

using json::Json;
using json::JsonKind;
using json::JsonWriter;

/// The number that a key is; past the end where it is none.
std::size_t index_of(std::string_view key, std::size_t size) {
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), index);
    const bool whole = error == std::errc{} && end == key.data() + key.size();
    return whole ? std::min(index, size) : size;
}

void write(JsonWriter& out, const Tree& tree) {
    switch (tree.kind) {
    case JsonKind::object:
        out.begin_object();
        for (std::size_t i = 0; i < tree.children.size(); ++i) {
            out.key(tree.keys[i]);
            write(out, tree.children[i]);
        }
        out.end_object();
        break;
    case JsonKind::array:
        out.begin_array();
        for (const Tree& child : tree.children) {
            write(out, child);
        }
        out.end_array();
        break;
    case JsonKind::string:
        out.text(tree.value);
        break;
    default:
        out.json(tree.value);
    }
}

} // namespace

Tree Tree::of(Json json) {
    Tree tree{json.kind(), std::string{json.text()}, {}, {}};
    for (const Json child : json.children()) {
        if (json.is(JsonKind::object)) {
            tree.keys.emplace_back(child.key());
        }
        tree.children.push_back(of(child));
    }
    return tree;
}

Tree* Tree::find(std::string_view key) {
    std::size_t index = children.size();
    if (kind == JsonKind::array) {
        index = index_of(key, children.size());
    } else {
        const auto found = std::find(keys.begin(), keys.end(), key);
        index = static_cast<std::size_t>(found - keys.begin());
    }
    return index < children.size() ? &children[index] : nullptr;
}

Tree& Tree::member(const std::string& key) {
    if (Tree* const found = find(key)) {
        return *found;
    }
    if (kind != JsonKind::array) {
        if (kind != JsonKind::object) {
            *this = Tree{};
        }
        keys.push_back(key);
    }
    return children.emplace_back();
}

void Tree::erase(std::string_view key) {
    if (Tree* const found = find(key)) {
        const auto at = found - children.data();
        children.erase(children.begin() + at);
        if (kind == JsonKind::object) {
            keys.erase(keys.begin() + at);
        }
    }
}

Tree& Tree::place(const std::vector<std::string>& path) {
    Tree* at = this;
    for (const std::string& key : path) {
        at = &at->member(key);
    }
    return *at;
}

void Tree::remove(const std::vector<std::string>& path) {
    Tree* at = this;
    for (std::size_t i = 0; at != nullptr && i + 1 < path.size(); ++i) {
        at = at->find(path[i]);
    }
    if (at != nullptr && !path.empty()) {
        at->erase(path.back());
    }
}

void Tree::merge(Json patch) {
    if (!patch.is(JsonKind::object)) {
        *this = of(patch);
        return;
    }
    if (kind != JsonKind::object) {
        *this = Tree{};
    }
    std::unordered_map<std::string_view, Json> changes; // so that long objects cost no square
    for (const Json each : patch.children()) {
        changes.emplace(each.key(), each);
    }
    Tree merged;
    for (std::size_t i = 0; i < children.size(); ++i) {
        const auto change = changes.find(keys[i]);
        const bool changed = change != changes.end();
        if (changed && !change->second.is(JsonKind::null)) {
            children[i].merge(change->second);
        }
        if (!changed || !change->second.is(JsonKind::null)) {
            merged.keys.push_back(std::move(keys[i]));
            merged.children.push_back(std::move(children[i]));
        }
        if (changed) {
            changes.erase(change);
        }
    }
    for (const Json each : patch.children()) {
        if (changes.contains(each.key()) && !each.is(JsonKind::null)) {
            merged.keys.emplace_back(each.key());
            merged.children.emplace_back().merge(each);
        }
    }
    *this = std::move(merged);
}

json::JsonDocument Tree::document() const {
    JsonWriter out{JsonWriter::Style::compact, JsonWriter::Keep::tree};
    write(out, *this);
    return out.document(json::no_limits()).value(); // what it is made of is UTF-8
}

} // namespace heng::detail::rubric_test
