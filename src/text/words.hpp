// SPDX-License-Identifier: Apache-2.0
//
// A sentence for people, in English and in Chinese, with blanks that are filled when it is said.
//
//     constexpr Sentence takes{"{0} is given where {1} is due", "此处应为{1}，现为{0}"};
//     Words said = takes("3", type.phrase());      // a blank is a text, or Words of its own
//     said.en, said.zh
//
// Both languages are made at once, and only where something went wrong, so that who finds a fault
// need not know who will read of it.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace heng::text {

struct Words {
    std::string en;
    std::string zh;

    [[nodiscard]] bool empty() const { return en.empty(); }
    friend bool operator==(const Words&, const Words&) = default;
};

/// What stands in a blank; refers to the text or Words that it is made of.
struct Blank {
    std::string_view en;
    std::string_view zh;

    Blank(std::string_view same) : en{same}, zh{same} {}
    Blank(const std::string& same) : en{same}, zh{same} {}
    Blank(const char* same) : en{same}, zh{same} {}
    Blank(const Words& words) : en{words.en}, zh{words.zh} {}
};

struct Sentence {
    std::string_view en;
    std::string_view zh;

    template <class... Blanks>
    [[nodiscard]] Words operator()(const Blanks&... blanks) const {
        return filled({Blank{blanks}...});
    }
    /// Where it has no blanks.
    operator Words() const { return {std::string{en}, std::string{zh}}; } // NOLINT: as it reads
    [[nodiscard]] bool empty() const { return en.empty(); }

  private:
    [[nodiscard]] Words filled(std::initializer_list<Blank> blanks) const;
};

} // namespace heng::text
