// SPDX-License-Identifier: Apache-2.0
//
// Facts documents as other programs may write them: plain ones, odd ones and broken ones.
//
//     RandomFacts facts{7, {{"budget", "annual"}, {"done"}}};
//     facts.plain();        // {"heng": "facts/1", "unit": "万元", "data": {"budget": {…}, …}}
//     facts.odd();          // the same with something that is not usual, sound or not
//     facts.broken(text);   // with some bytes changed
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace heng::test {

/// An input: "budget.annual" as group and key, and what type it has.
struct RandomInput {
    std::string path;
    char type = 'n'; ///< n number, m money, p percent, c count, b boolean
};

class RandomFacts {
  public:
    RandomFacts(std::uint64_t seed, std::vector<RandomInput> inputs)
        : state_(seed * 2 + 1), inputs_(std::move(inputs)) {}

    std::string plain() {
        odd_ = false;
        return document();
    }
    std::string odd() {
        odd_ = true;
        return document();
    }

    /// One to three changes: bytes left out, put in or repeated.
    std::string broken(std::string text) {
        static constexpr std::array<const char*, 36> pieces = {
            "{",         "}",       "[",
            "]",         ",",       ":",
            "\"",        "\\",      "/",
            "0",         "1",       "9",
            ".",         "-",       "+",
            "e",         "E2",      " ",
            "\t",        "\n",      "\r",
            "\x01",      "\x7F",    "\xFF",
            "\xC0\xAF",  "元",      "\xED\xA0\x80",
            "x-",        "null",    "false",
            "%",         "\\u0041", "[1,2]",
            "{\"a\":1}", "true",    "\xF0\x9F\x98\x80"};
        for (std::uint64_t change = below(3) + 1; change > 0 && !text.empty(); --change) {
            const std::size_t at = below(text.size());
            const std::size_t size = below(12) + 1;
            switch (below(4)) {
            case 0:
                text.erase(at, size / 3 + 1);
                break;
            case 1:
                text.insert(at, pieces[below(pieces.size())]);
                break;
            case 2:
                text.replace(at, 1, pieces[below(pieces.size())]);
                break;
            default:
                text.insert(below(text.size()), text.substr(at, size * 3));
            }
        }
        return text;
    }

    std::uint64_t below(std::uint64_t bound) {
        state_ ^= state_ << 13U;
        state_ ^= state_ >> 7U;
        state_ ^= state_ << 17U;
        return (state_ >> 11U) % bound;
    }

  private:
    bool rarely(std::uint64_t once_in = 12) { return odd_ && below(once_in) == 0; }

    std::string one_of(std::initializer_list<const char*> choices) {
        return *(choices.begin() + below(choices.size()));
    }

    /// White space, mostly none or one.
    std::string space() { return rarely(40) ? one_of({"  ", "\t", "\r\n ", "\n"}) : std::string{}; }

    std::string digits(std::uint64_t most) {
        std::string text = std::to_string(below(9) + 1);
        for (std::uint64_t more = below(most); more > 0; --more) {
            text += static_cast<char>('0' + static_cast<int>(below(10)));
        }
        return text;
    }

    std::string number(char type) {
        std::string text = below(12) == 0 ? "0" : digits(type == 'c' ? 3 : 8);
        if (type != 'c' && below(2) == 0) {
            text += '.' + digits(rarely() ? 12 : 4);
        }
        if (rarely(60)) {
            text += one_of({"e2", "E-3", "e+0", ".0", ".", "00", "x", "1234567890123", "%", " "});
        }
        return (rarely(30) ? "-" : "") + text;
    }

    std::string share() {
        const std::string text = one_of({"0.", "1.", "0.0"}) + digits(rarely() ? 12 : 4);
        return below(4) == 0 ? '"' + text + '"' : text;
    }

    std::string value(char type) {
        if (rarely(60)) {
            return one_of({"null", "\"?\"", "\"\"", "[]", "{}", "\"a\"", "[1, 2]", "{\"a\": 1}",
                           "\"1e3\"", "\"\\u0031\"", "\"007\"", "-0", "1e400", "true", "0.0",
                           "123456789012345678901234567890"});
        }
        if (type == 'b') {
            return below(2) == 0 ? "true" : "false";
        }
        if (type == 'p') { // without its sign one from 2 up is told, and so is not plain
            return below(3) == 0 ? '"' + number('n') + "%\"" : share();
        }
        return below(4) == 0 ? '"' + number(type) + '"' : number(type);
    }

    /// With escapes, as a program writes it that knows ASCII only, or for the fun of it.
    static std::string escaped(const std::string& text, bool all) {
        constexpr const char* hex = "0123456789abcdef";
        std::string out;
        const auto byte = [&](std::size_t i) {
            return static_cast<unsigned>(static_cast<unsigned char>(text[i]));
        };
        const auto unit = [&](unsigned value) {
            out += "\\u";
            for (unsigned shift = 16; shift > 0;) {
                shift -= 4;
                out += hex[(value >> shift) & 0xFU];
            }
        };
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (byte(i) >= 0xE0 && byte(i) < 0xF0 && i + 2 < text.size()) {
                unit(((byte(i) & 0xFU) << 12U) | ((byte(i + 1) & 0x3FU) << 6U) |
                     (byte(i + 2) & 0x3FU));
                i += 2;
            } else if (all && byte(i) < 0x80) {
                unit(byte(i));
            } else {
                out += text[i];
            }
        }
        return out;
    }

    void add(std::string& members, std::string key, const std::string& value) {
        if (rarely(30)) {
            key = escaped(key, below(5) == 0);
        }
        members += (members.empty() ? "" : ",") + space() + (below(2) == 0 ? "" : " ") + '"' + key +
                   '"' + space() + ':' + (below(2) == 0 ? "" : " ") + space() + value + space();
    }

    /// Something that no rubric reads.
    void add_other(std::string& members) {
        add(members,
            one_of({"x-note", "$schema", "来源", "other_facts", "x-a", "扩展信息", "k1_actua"}),
            one_of({"1", "\"说明\"", "null", "[]", "[1, [2], {\"a\": \"b\"}]",
                    "{\"a\": 1, \"b\": {}}", "{\"a\": 1, \"a\": 2}", "\"\\n\"", "-12.5", "1e5",
                    "true", "[true, false]"}));
    }

    std::string object(const std::string& members) { return '{' + members + space() + '}'; }

    /// The object of the inputs below `prefix`, each once.
    std::string group(const std::string& prefix) {
        std::string members;
        std::set<std::string> done;
        for (const RandomInput& input : inputs_) {
            if (!input.path.starts_with(prefix)) {
                continue;
            }
            const std::string rest = input.path.substr(prefix.size());
            const std::size_t dot = rest.find('.');
            const std::string key = rest.substr(0, dot);
            if (!done.insert(key).second || rarely(100)) {
                continue;
            }
            add(members, rarely(300) ? key + "x" : key,
                dot == std::string::npos ? value(input.type) : group(prefix + key + '.'));
            if (rarely(200)) {
                add(members, key, value(input.type));
            }
            if (rarely(60)) {
                add_other(members);
            }
        }
        return object(members);
    }

    std::string subject() {
        std::string members;
        if (below(5) != 0) {
            add(members, "name",
                rarely(8)
                    ? one_of({"\"\"", "\"甲\\n\"", "\"\\u7532\\ud83d\\ude00\\u001F\\/\"",
                              "\"\\uDE00\"", "\"\\u0000\"", "1", "null", "\"a\xFF\"", "\"a\\\"b\""})
                    : one_of({"\"甲局\"", "\"Office of Works\"", "\"é😀\"", "\"a/b\x7F\""}));
        }
        if (below(5) != 0) {
            add(members, "year",
                rarely(8) ? one_of({"0", "2023.0", "10000", "\"2023\"", "-1", "2e3", "true"})
                          : std::to_string(1990 + below(60)));
        }
        if (rarely(20)) {
            add_other(members);
        }
        return object(members);
    }

    std::string document() {
        std::vector<std::string> members(1); // each one or more, as they are written
        const auto next = [&members]() -> std::string& {
            return members.back().empty() ? members.back() : members.emplace_back();
        };
        if (!rarely(200)) {
            add(next(), "heng", rarely(200) ? "\"facts/2\"" : "\"facts/1\"");
        }
        if (below(3) != 0) {
            add(next(), "subject", subject());
        }
        const std::string unit =
            rarely(10) ? one_of({"\"元\"", "\"\\u4e07\\u5143\"", "\"亿元\"", "\"美元\"", "1"})
                       : "\"万元\"";
        const bool late = rarely(40);
        if (!late && !rarely(100)) {
            add(next(), "unit", unit);
        }
        if (rarely(20)) {
            add_other(next());
        }
        add(next(), "data", group(""));
        if (late) {
            add(next(), "unit", unit);
        }
        if (rarely(10)) {
            add(next(), one_of({"published", "assessed", "units", "data", "x-b"}),
                one_of({"{}", "[]", "{\"total\": \"94.25\", \"scores\": {\"a\": 1}}", "1"}));
        }
        const bool sorted = rarely(3);
        for (std::size_t left = members.size(); sorted && left > 1; --left) {
            std::swap(members[left - 1], members[below(left)]); // as a database sorts them
        }
        std::string all;
        for (const std::string& member : members) {
            all += (all.empty() ? "" : ",") + member;
        }
        return space() + object(all) + space();
    }

    std::uint64_t state_;
    std::vector<RandomInput> inputs_;
    bool odd_ = false;
};

} // namespace heng::test
