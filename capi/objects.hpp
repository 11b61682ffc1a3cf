// SPDX-License-Identifier: Apache-2.0
//
// What heng_rubric, heng_facts and heng_text are behind the C ABI, and the arguments that several
// entries take.
#pragma once

#include "base/text/messages.hpp"
#include "given_facts.hpp"
#include "heng.h"
#include "lazy.hpp"
#include "structs.hpp"
#include "texts.hpp"

#include <heng/batch/json_lines.hpp>
#include <heng/document/rubric_document.hpp>
#include <heng/facts/facts.hpp>
#include <heng/result.hpp>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace heng::capi {

/// The parts of a rubric, as the C ABI has them.
struct RubricParts {
    Texts texts;
    std::vector<heng_input_info> inputs;
    std::vector<heng_item_info> items;
    std::vector<heng_grade_info> grades;
};

} // namespace heng::capi

struct heng_rubric {
    explicit heng_rubric(heng::RubricDocument read)
        : document(std::move(read)),
          plain(std::make_shared<const heng::capi::PlainRubric>(document)) {}

    heng::RubricDocument document;
    std::shared_ptr<const heng::capi::PlainRubric> plain; ///< facts and sheets share it
    heng::capi::Lazy<std::unique_ptr<const heng::capi::RubricParts>> parts{};
};

struct heng_facts {
    std::shared_ptr<const heng::capi::GivenFacts> given; ///< sheets share them
};

struct heng_text {
    std::string text;
};

namespace heng::capi {

/// Neither is NULL, and the facts were read for a rubric with the same document.
Result<void> check_pair(const heng_rubric* rubric, const heng_facts* facts);

/// `argument.format`: it is none of those that the hint names.
[[nodiscard]] Error no_format(std::int32_t format, detail::text::Words hint);

/// Facts of the caller's, which are made of what GivenFacts is.
template <class... Parts>
std::unique_ptr<heng_facts> facts_of(Parts&&... parts) {
    return std::make_unique<heng_facts>(
        heng_facts{std::make_shared<const GivenFacts>(std::forward<Parts>(parts)...)});
}

/// What a batch came to, as far as the caller's struct goes; it was cleared.
inline void tell(heng_batch_summary* summary, const BatchSummary& done) {
    heng_batch_summary whole{};
    whole.documents = done.documents;
    whole.failed = done.failed;
    whole.cancelled = done.cancelled ? 1 : 0;
    fill(summary, whole);
}

/// `made` as an object of the caller's.
template <class Made>
Result<std::unique_ptr<heng_text>> json_of(const Result<Made>& made) {
    if (!made) {
        return Failure{made.error()};
    }
    return std::make_unique<heng_text>(heng_text{to_json(*made)});
}

} // namespace heng::capi
