// SPDX-License-Identifier: Apache-2.0
#include "base/json/canonical.hpp"
#include "base/json/reader.hpp"
#include "base/json/writer.hpp"
#include "base/text/appender.hpp"

#include <heng/number/decimal.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace heng::detail::json {
namespace {

/// The document's own limits held when it was read.
constexpr NumberLimits no_limits{.digits = std::numeric_limits<int>::max(),
                                 .exponent = std::numeric_limits<int>::max()};

/// Digits without an exponent, and without zeros at the end of a fraction, are shortest already.
bool is_shortest(std::string_view number) {
    bool fraction = false;
    for (const char c : number) {
        if (c == '.') {
            fraction = true;
        } else if (c < '0' || c > '9') { // a sign or an exponent
            return false;
        }
    }
    return !(fraction && number.back() == '0');
}

/// As it is written, where it is past what a Decimal can be; then nothing has read it.
void write_number(text::Appender& out, std::string_view text) {
    constexpr std::size_t short_number = 18;
    if (text.size() <= short_number && is_shortest(text)) {
        out.add(text);
        return;
    }
    const auto number = Decimal::parse(text, no_limits);
    out.add(number ? number->shortest().to_string() : std::string{text});
}

/// Text without escapes needs none; `unescaped` is "" where it has some.
void write_string(text::Appender& out, std::string_view unescaped, Json value, bool key) {
    if (!unescaped.empty()) {
        out.add(unescaped);
        return;
    }
    out.add('"');
    append_json_characters(out, key ? value.key() : value.text());
    out.add('"');
}

void write(text::Appender& out, Json value);

using Keys = std::span<const std::string_view>;

bool is_left_out(std::string_view key, Keys without) {
    return is_ignored_key(key) || std::find(without.begin(), without.end(), key) != without.end();
}

/// A member with the beginning of its key as a number, which tells most keys apart.
class Member {
  public:
    explicit Member(Json value) : value_{value}, key_{value.key()} {
        const std::size_t size = std::min(key_.size(), sizeof begin_);
        for (std::size_t i = 0; i < size; ++i) {
            begin_ = begin_ << 8U | static_cast<unsigned char>(key_[i]);
        }
        begin_ = size == 0 ? 0 : begin_ << 8 * (sizeof begin_ - size);
    }

    [[nodiscard]] Json value() const { return value_; }
    [[nodiscard]] std::string_view key() const { return key_; }

    /// Byte by byte; no key has a NUL, with which what is behind its end is filled up.
    friend bool operator<(const Member& a, const Member& b) {
        return a.begin_ != b.begin_ ? a.begin_ < b.begin_ : a.key_ < b.key_;
    }

  private:
    Json value_;
    std::string_view key_;
    std::uint64_t begin_ = 0;
};

class ObjectWriter {
  public:
    ObjectWriter(text::Appender& out, Keys without) : out_{out}, without_{without} {}

    void write(Json object) {
        constexpr std::size_t few = 32;
        out_.add('{');
        if (object.size() <= few) {
            std::array<std::optional<Member>, few> members;
            std::size_t count = 0;
            for (const Json each : object.children()) {
                const Member member{each};
                std::size_t at = count++;
                for (; at > 0 && member < *members[at - 1]; --at) {
                    members[at] = members[at - 1];
                }
                members[at] = member;
            }
            for (std::size_t i = 0; i < count; ++i) {
                write(*members[i]);
            }
        } else {
            std::vector<Member> members;
            members.reserve(object.size());
            for (const Json each : object.children()) {
                members.emplace_back(each);
            }
            std::sort(members.begin(), members.end());
            for (const Member& member : members) {
                write(member);
            }
        }
        out_.add('}');
    }

  private:
    void write(const Member& member) {
        if (is_left_out(member.key(), without_)) {
            return;
        }
        if (std::exchange(comma_, true)) {
            out_.add(',');
        }
        const Json value = member.value();
        write_string(out_, value.unescaped_key(), value, true);
        out_.add(':');
        json::write(out_, value);
    }

    text::Appender& out_;
    Keys without_;
    bool comma_ = false;
};

void write(text::Appender& out, Json value) {
    bool comma = false;
    switch (value.kind()) {
    case JsonKind::null:
        out.add("null");
        break;
    case JsonKind::boolean:
        value.boolean() ? out.add("true") : out.add("false");
        break;
    case JsonKind::number:
        write_number(out, value.text());
        break;
    case JsonKind::string:
        write_string(out, value.unescaped(), value, false);
        break;
    case JsonKind::array:
        out.add('[');
        for (const Json element : value.children()) {
            if (std::exchange(comma, true)) {
                out.add(',');
            }
            write(out, element);
        }
        out.add(']');
        break;
    case JsonKind::object:
        ObjectWriter{out, {}}.write(value);
        break;
    }
}

} // namespace

std::string canonical_of(Json value, Keys without) {
    std::string text;
    {
        text::Appender out{text, value.document_text().size()};
        if (value.is(JsonKind::object)) {
            ObjectWriter{out, without}.write(value);
        } else {
            write(out, value);
        }
    }
    return text;
}

} // namespace heng::detail::json
