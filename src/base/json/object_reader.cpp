// SPDX-License-Identifier: Apache-2.0
//
// The members of an object that was read, and the elements of a list.
#include "base/json/declared.hpp"
#include "base/json/messages.hpp"
#include "base/json/reader.hpp"

#include <algorithm>
#include <cassert>

namespace heng::detail::json {

const declared::Field* ObjectReader::field(std::string_view key) const {
    return declared_ == nullptr ? nullptr : declared_->find(key);
}

Reader ObjectReader::at(std::string_view key, const declared::Field* field) const {
    const declared::Value* declared = field == nullptr ? nullptr : field->value;
    if (by_key_.empty()) {
        const auto value = object_.is_present() ? object_.json().find(key) : std::nullopt;
        return member(value, declared);
    }
    const auto found = std::lower_bound(
        by_key_.begin(), by_key_.end(), key,
        [](Json member, std::string_view wanted) { return member.key() < wanted; });
    const bool there = found != by_key_.end() && found->key() == key;
    return member(there ? std::optional{*found} : std::nullopt, declared);
}

Reader ObjectReader::member(std::optional<Json> value, const declared::Value* declared) const {
    Reader member{value, object_.problems(), declared};
    if (object_.name_ != nullptr && object_.name_->member != nullptr && !object_.in_named_) {
        member.name_ = object_.name_;
        member.in_named_ = true;
    }
    return member;
}

Reader ObjectReader::required(std::string_view key, std::string_view name,
                              const declared::Field* field) const {
    Reader value = at(key, field);
    const bool misspelt = std::find(misspelt_.begin(), misspelt_.end(), key) != misspelt_.end();
    if (!value.is_present() && !misspelt) {
        const Name* const named = object_.in_named_ ? nullptr : object_.name_;
        object_.problem(name, named != nullptr && named->member != nullptr
                                  ? say::lacks(object_.subject(), named->member(key, named->of))
                                  : say::needs_key(say::noun(what_), key));
    }
    return value;
}

Reader ObjectReader::optional(std::string_view key) const {
    return at(key, field(key));
}

Reader ObjectReader::required(std::string_view key, std::string_view name) const {
    return required(key, name, field(key));
}

Reader ObjectReader::operator[](std::string_view key) const {
    const declared::Field* declared = field(key);
    assert(declared != nullptr && "a key that the format does not declare");
    return declared->need == declared::Need::required ? required(key, "missing-key", declared)
                                                      : at(key, declared);
}

void ReaderRange::Iterator::skip_ignored() {
    while (at_ != end_ && (*at_).has_key() && is_ignored_key((*at_).key())) {
        ++at_;
    }
}

ReaderRange::Iterator ReaderRange::begin() const {
    if (!container_) {
        return end();
    }
    const JsonChildren children = container_->children();
    return {children.begin(), children.end(), *problems_, declared_};
}

ReaderRange::Iterator ReaderRange::end() const {
    const auto end = container_ ? container_->children().end() : JsonChildren::Iterator{};
    return {end, end, *problems_, declared_};
}

} // namespace heng::detail::json
