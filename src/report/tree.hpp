// SPDX-License-Identifier: Apache-2.0
//
// What a template is filled from: texts, truths, lists and objects of such.
//
//     Object row;
//     row.set("name", "预算执行").set("rows", List{…});
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace heng::detail::report {

class Object;
using List = std::vector<Object>;
using Node = std::variant<std::string, bool, List>;

/// Moved, never copied: where memory runs out in a copy of such a variant, libstdc++ 12 destroys an
/// alternative that was not made.
class Object {
  public:
    Object() = default;
    Object(const Object&) = delete;
    Object& operator=(const Object&) = delete;
    Object(Object&&) = default;
    Object& operator=(Object&&) = default;
    ~Object() = default;

    Object& set(std::string_view name, std::string text) & {
        return add(name, Node{std::move(text)});
    }
    Object& set(std::string_view name, std::string_view text) & {
        return set(name, std::string{text});
    }
    Object& set(std::string_view name, const char* text) & { return set(name, std::string{text}); }
    Object& set(std::string_view name, bool truth) & { return add(name, Node{truth}); }
    /// With has_NAME, which is true where the list is not empty.
    Object& set(std::string_view name, List list) & {
        add("has_" + std::string{name}, Node{!list.empty()});
        return add(name, Node{std::move(list)});
    }
    template <class Value>
    Object&& set(std::string_view name, Value&& value) && {
        set(name, std::forward<Value>(value));
        return std::move(*this);
    }

    [[nodiscard]] std::vector<std::pair<std::string, Node>>& members() && { return members_; }

  private:
    Object& add(std::string_view name, Node node) {
        members_.emplace_back(name, std::move(node));
        return *this;
    }

    std::vector<std::pair<std::string, Node>> members_;
};

} // namespace heng::detail::report
