// SPDX-License-Identifier: Apache-2.0
//
// What is wrong with a document that is JSON, but is not what was wanted: every contradiction of
// one pass, in the order of the text, as one Error.
//
//     Problems problems{rubric_document};
//     problems.add(points, "points-sum", say::points_sum("100", "95"));
//     if (!problems.empty()) return Failure{problems.error()};     // code rubric.points-sum
//
// A document's own codes are KIND.NAME; a name with a dot in it is a code of its own, such as
// limit.digits. At most 50 problems are told; of a document with more it is said how many there
// are.
#pragma once

#include "base/json/json.hpp"

#include <heng/result.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heng::detail::json {

/// A kind of document, as its key "heng" names it: "rubric" is rubric/1.
struct DocumentKind {
    std::string_view name;
    Status status; ///< of an error that is not about a limit
};

inline constexpr DocumentKind rubric_document{"rubric", Status::invalid_rubric};
inline constexpr DocumentKind facts_document{"facts", Status::invalid_facts};
inline constexpr DocumentKind claims_document{"claims", Status::invalid_argument};
inline constexpr DocumentKind tests_document{"tests", Status::invalid_argument};
inline constexpr DocumentKind plan_document{"plan", Status::invalid_argument};
inline constexpr DocumentKind library_document{"library", Status::invalid_argument};
inline constexpr DocumentKind progress_document{"progress", Status::invalid_argument};
inline constexpr DocumentKind policy_document{"policy", Status::invalid_argument};
inline constexpr DocumentKind scores_document{"scores", Status::invalid_argument};

class Problems {
  public:
    explicit Problems(const DocumentKind& kind, const Limits& limits = {})
        : kind_{kind}, limits_{limits} {}

    /// About a value. The message says what was found and what is wanted, in one sentence without a
    /// full stop; the hint what to write, or nothing.
    void add(Json value, std::string_view name, text::Words message, text::Words hint = {});

    /// About a member's key.
    void add_at_key(Json member, std::string_view name, text::Words message, text::Words hint = {});

    /// About `length` bytes of a decoded string from byte `inside`, such as a name in an
    /// expression.
    void add_inside(Json string, std::size_t inside, std::size_t length, std::string_view name,
                    text::Words message, text::Words hint = {});

    [[nodiscard]] bool empty() const { return found_ == 0; }
    [[nodiscard]] std::size_t size() const { return found_; }

    /// The first problem in the order of the text, with the others, in the language that the limits
    /// ask for, else in the document's "language", else in English. There is one.
    [[nodiscard]] Error error() const;

    [[nodiscard]] const DocumentKind& kind() const { return kind_; }
    [[nodiscard]] const Limits& limits() const { return limits_; }

  private:
    struct Problem {
        Json about;
        std::size_t offset;
        std::size_t length; ///< 0 where it is not known
        std::string code;
        text::Words message;
        text::Words hint;
    };

    [[nodiscard]] Language language() const;
    void put(Problem problem, std::string_view name);
    static void keep_first(std::vector<Problem>& problems);

    DocumentKind kind_;
    Limits limits_;
    std::size_t found_ = 0;
    std::vector<Problem> problems_;
};

} // namespace heng::detail::json
