// SPDX-License-Identifier: Apache-2.0
//
// The sentences of heng, in English and in Chinese, as data: a table of them stands beside
// the code that says them, each with blanks that are filled when it is said.
//
//     constexpr Sentence takes{"{0} is given where {1} is due", "此处应为{1}，现为{0}"};
//     Words said = takes("3", type.phrase());      // a blank is a text, or Words of its own
//     said.en, said.zh, spoken(said, Language::zh)
//
//     constexpr Sentence lost{"{0} point{s} lost", "失{0}分"};      // 1 point, 2 points: plural.hpp
//
// A sentence that lacks a language, or whose languages have unlike blanks, does not compile. Both
// languages are made at once, and only where something went wrong, so that who finds a fault need
// not know who will read of it.
#pragma once

#include <heng/language.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace heng {

struct Error;
enum class Status : std::int32_t;

} // namespace heng

namespace heng::detail::text {

struct Words {
    std::string en{};
    std::string zh{};

    [[nodiscard]] bool empty() const { return en.empty(); }
    Words& operator+=(const Words& more) {
        en += more.en;
        zh += more.zh;
        return *this;
    }
    friend Words operator+(Words words, const Words& more) { return std::move(words += more); }
    friend bool operator==(const Words&, const Words&) = default;
};

/// Words that need no translation: a number, a key, an example.
[[nodiscard]] inline Words same(std::string text) {
    return {text, text};
}

[[nodiscard]] inline const std::string& spoken(const Words& words, Language language) {
    return language == Language::zh ? words.zh : words.en;
}

/// An error with both languages, of which it has the English for now: see in_language.
[[nodiscard]] Error error_of(Status status, std::string_view code, Words message, Words hint = {});

/// The message and the hint of an error in both languages; of one that has one alone, that one.
[[nodiscard]] Words message_of(const Error& error);
[[nodiscard]] Words hint_of(const Error& error);

/// Says something else, in the language that the error is in.
void set_message(Error& error, Words message);

class Sentence;

/// What stands in a blank; refers to the text, Words or Sentence that it is made of.
struct Blank {
    std::string_view en;
    std::string_view zh;

    Blank(std::string_view same) : en{same}, zh{same} {}
    Blank(const std::string& same) : en{same}, zh{same} {}
    Blank(const char* same) : en{same}, zh{same} {}
    Blank(const Words& words) : en{words.en}, zh{words.zh} {}
    Blank(const Sentence& sentence); ///< which has no blanks of its own
};

class Sentence {
  public:
    /// No sentence.
    constexpr Sentence() = default;
    consteval Sentence(std::string_view english, std::string_view chinese)
        : en{english}, zh{chinese} {
        if (en.empty() || zh.empty() || blanks_of(en) != blanks_of(zh)) {
            languages_differ();
        }
    }

    template <class... Blanks>
    [[nodiscard]] Words operator()(const Blanks&... blanks) const {
        return filled({Blank{blanks}...});
    }
    /// Where it has no blanks.
    operator Words() const { return {std::string{en}, std::string{zh}}; } // NOLINT: as it reads
    [[nodiscard]] bool empty() const { return en.empty(); }

    std::string_view en{};
    std::string_view zh{};

  private:
    /// A bit for each {0} … {9} that stands in it.
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

    [[nodiscard]] Words filled(std::initializer_list<Blank> blanks) const;
};

inline Blank::Blank(const Sentence& sentence) : en{sentence.en}, zh{sentence.zh} {}

/// `did you mean "NAME"?`, or nothing where there is no name.
[[nodiscard]] inline Words question(std::string_view name) {
    constexpr Sentence meant{"did you mean \"{0}\"?", "是否想写“{0}”？"};
    return name.empty() ? Words{} : meant(name);
}

/// The items of a list with a comma, or 、 in Chinese, between them.
template <class Texts>
[[nodiscard]] Words listed(const Texts& texts) {
    Words list;
    for (const auto& text : texts) {
        if (!list.empty()) {
            list += Words{", ", "、"};
        }
        list.en += text;
        list.zh += text;
    }
    return list;
}

} // namespace heng::detail::text
