// SPDX-License-Identifier: Apache-2.0
//
// Values of the expression language as JSON, as `heng eval` gives and takes them.
//
//     {"type":"number","value":"0.3333333333333333333333333333333333","exact":"1/3"}
//     {"type":"list","value":[{"type":"date","value":"2024-01-31"},{"type":"null"}]}
//
// In a context every plain JSON value is a value; an object of one of these forms is the value that
// it names: {"type","value"}, with "exact" or without, and what the public DMN conformance kit
// writes, {"null":true}, {"list":[…]} and {"context":{…}} whose leaves all have such a form.
#pragma once

#include "base/json/json.hpp"
#include "base/json/problems.hpp"
#include "base/json/writer.hpp"
#include "base/text/messages.hpp"
#include "feel/value.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace heng::detail::eval {

/// Lists share their items, so a small value can have a long text: none is longer than this.
inline constexpr std::size_t most_value_bytes = 16UL * 1024 * 1024;

/// "number", "string", "boolean" …
[[nodiscard]] std::string_view type_name(feel::Kind kind);

/// Writes values as {"type","value"}.
class ValueWriter {
  public:
    explicit ValueWriter(json::JsonWriter& json) : json_{json} {}

    void add(const feel::Value& value);
    /// The members of the object alone, into one that is open.
    void add_members(const feel::Value& value);

    /// Why a value can't be told: it is longer than 16 MiB, or FEEL has one that heng has not. ""
    /// where it can; else what was written is of no use.
    [[nodiscard]] const text::Words& refusal() const { return refusal_; }

  private:
    void add_null(feel::NullCause cause);
    void add_number(const Ratio& number);
    void add_text(std::string_view type, std::string_view text);
    void add_list(const std::vector<feel::Value>& items);
    void add_context(const std::vector<feel::Field>& fields);
    void spend(std::size_t bytes);

    json::JsonWriter& json_;
    std::size_t spent_ = 0;
    text::Words refusal_;
};

/// The entries of a context, an object; its own keys are names, whatever they are. What has one of
/// the forms above and can't be read is a problem: "value", "type", "number", limit.*.
[[nodiscard]] feel::Value read_context(json::Json object, json::Problems& problems);

} // namespace heng::detail::eval
