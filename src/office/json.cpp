// SPDX-License-Identifier: Apache-2.0
#include "office/json.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace heng::office {
namespace {

void add_utf8(unsigned c, std::string& to) {
    const auto tail = [&](unsigned shift) {
        to += static_cast<char>(0x80 | ((c >> shift) & 0x3F));
    };
    if (c < 0x80) {
        to += static_cast<char>(c);
    } else if (c < 0x800) {
        to += static_cast<char>(0xC0 | (c >> 6));
        tail(0);
    } else if (c < 0x10000) {
        to += static_cast<char>(0xE0 | (c >> 12));
        tail(6);
        tail(0);
    } else {
        to += static_cast<char>(0xF0 | (c >> 18));
        tail(12);
        tail(6);
        tail(0);
    }
}

class JsonReader {
  public:
    explicit JsonReader(std::string_view text) : text_(text) {}

    Json value(int depth = 0) {
        constexpr int deepest = 512;
        skip_space();
        if (depth > deepest || text_.empty()) {
            text_ = {};
            return {};
        }
        switch (text_.front()) {
        case '{':
        case '[':
            return group(depth);
        case '"':
            return {Json::Kind::string, string(), {}};
        default:
            return word();
        }
    }

  private:
    void skip_space() {
        text_.remove_prefix(std::min(text_.find_first_not_of(" \t\r\n"), text_.size()));
    }

    bool take(char sign) {
        skip_space();
        const bool taken = text_.starts_with(sign);
        text_.remove_prefix(taken ? 1 : 0);
        return taken;
    }

    Json group(int depth) {
        const bool object = text_.front() == '{';
        const char close = object ? '}' : ']';
        Json json{object ? Json::Kind::object : Json::Kind::list, {}, {}};
        text_.remove_prefix(1);
        while (!take(close) && !text_.empty()) {
            std::string key;
            if (object) {
                key = text_.starts_with('"') ? string() : "";
                take(':');
            }
            Json member = value(depth + 1);
            json.members.emplace_back(std::move(key), std::move(member));
            take(',');
        }
        return json;
    }

    Json word() {
        const std::size_t end = std::min(text_.find_first_of(",]} \t\r\n"), text_.size());
        const std::string word{text_.substr(0, end)};
        text_.remove_prefix(std::max<std::size_t>(end, 1));
        return {word == "null"                      ? Json::Kind::null
                : word == "true" || word == "false" ? Json::Kind::boolean
                                                    : Json::Kind::number,
                word,
                {}};
    }

    std::string string() {
        std::string plain;
        text_.remove_prefix(1);
        while (!text_.empty() && text_.front() != '"') {
            if (text_.front() != '\\' || text_.size() < 2) {
                plain += text_.front();
                text_.remove_prefix(1);
                continue;
            }
            escape(plain);
        }
        text_.remove_prefix(text_.empty() ? 0 : 1);
        return plain;
    }

    unsigned hex() {
        unsigned unit = 0;
        const std::string_view digits =
            text_.substr(0, 6).substr(std::min<std::size_t>(2, text_.size()));
        std::from_chars(digits.data(), digits.data() + digits.size(), unit, 16);
        text_.remove_prefix(std::min<std::size_t>(6, text_.size()));
        return unit;
    }

    void escape(std::string& to) {
        static constexpr std::array<std::pair<char, char>, 5> letters{
            {{'n', '\n'}, {'t', '\t'}, {'r', '\r'}, {'b', '\b'}, {'f', '\f'}}};
        const char letter = text_[1];
        if (letter == 'u') {
            unsigned unit = hex();
            if (unit >= 0xD800 && unit < 0xDC00 && text_.starts_with("\\u")) {
                unit = 0x10000 + ((unit - 0xD800) << 10) + (hex() - 0xDC00);
            }
            add_utf8(unit, to);
            return;
        }
        const auto* const found = std::find_if(
            letters.begin(), letters.end(), [&](const auto& each) { return each.first == letter; });
        to += found == letters.end() ? letter : found->second;
        text_.remove_prefix(2);
    }

    std::string_view text_;
};

} // namespace

const Json& Json::operator[](std::string_view key) const {
    static const Json nothing;
    const auto found = std::find_if(members.begin(), members.end(),
                                    [&](const auto& each) { return each.first == key; });
    return kind == Kind::object && found != members.end() ? found->second : nothing;
}

const Json& Json::at_path(std::string_view path) const {
    const Json* at = this;
    while (!path.empty()) {
        const std::size_t dot = std::min(path.find('.'), path.size());
        at = &(*at)[path.substr(0, dot)];
        path.remove_prefix(std::min(dot + 1, path.size()));
    }
    return *at;
}

Json read_json(std::string_view text) {
    return JsonReader{text}.value();
}

std::string quoted(std::string_view text) {
    constexpr std::string_view hex = "0123456789abcdef";
    std::string json = "\"";
    for (const char c : text) {
        const auto code = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            json += '\\';
            json += c;
        } else if (code < 0x20) {
            json += "\\u00";
            json += hex[code >> 4];
            json += hex[code & 0xF];
        } else {
            json += c;
        }
    }
    return json + '"';
}

} // namespace heng::office
