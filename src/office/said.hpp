// SPDX-License-Identifier: Apache-2.0
//
// Sentences in both languages, with blanks {0} … {9}: what libheng has for itself, in small.
//
//     constexpr Sentence no_cell{"there is no cell {0}", "没有单元格{0}"};
//     problems.push_back(problem(HENG_INVALID_FACTS, "office.cell", no_cell("B7"), where));
#pragma once

#include <heng/office/problem.hpp>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace heng::office {

/// The text of a blank.
struct Blank {
    std::string en;
    std::string zh;

    Blank(std::string_view same) : en{same}, zh{same} {}
    Blank(const std::string& same) : en{same}, zh{same} {}
    Blank(const char* same) : en{same}, zh{same} {}
    Blank(const Words& words) : en{words.en}, zh{words.zh} {}
    Blank(std::size_t number) : en{std::to_string(number)}, zh{en} {}
};

class Sentence {
  public:
    consteval Sentence(std::string_view english, std::string_view chinese)
        : en{english}, zh{chinese} {
        if (en.empty() || zh.empty() || blanks_of(en) != blanks_of(zh)) {
            languages_differ();
        }
    }

    template <class... Blanks>
    [[nodiscard]] Words operator()(const Blanks&... blanks) const {
        return {filled(en, {Blank{blanks}...}, false), filled(zh, {Blank{blanks}...}, true)};
    }
    operator Words() const { return {std::string{en}, std::string{zh}}; } // NOLINT: as it reads
    [[nodiscard]] std::string in(Language language) const {
        return std::string{language == Language::zh ? zh : en};
    }

    std::string_view en;
    std::string_view zh;

  private:
    static constexpr unsigned blanks_of(std::string_view pattern) {
        unsigned found = 0;
        for (std::size_t at = 0; at + 2 < pattern.size(); ++at) {
            const char digit = pattern[at + 1];
            if (pattern[at] == '{' && pattern[at + 2] == '}' && digit >= '0' && digit <= '9') {
                found |= 1U << static_cast<unsigned>(digit - '0');
            }
        }
        return found;
    }
    static void languages_differ() {} // not constexpr: reaching it is an error of compiling

    static std::string filled(std::string_view pattern, std::initializer_list<Blank> blanks,
                              bool chinese);
};

[[nodiscard]] inline const std::string& in(const Words& words, Language language) {
    return language == Language::zh ? words.zh : words.en;
}

[[nodiscard]] inline Problem problem(std::int32_t status, std::string code, Words message,
                                     Where where = {}, Words hint = {}) {
    return {status, std::move(code), std::move(message), std::move(hint), std::move(where)};
}

[[nodiscard]] inline auto refused(Problem why) {
    return tl::unexpected<Problems>{Problems{std::move(why)}};
}

} // namespace heng::office
