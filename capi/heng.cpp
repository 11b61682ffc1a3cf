// SPDX-License-Identifier: Apache-2.0
//
// The entries of heng.h that make an object: each is one lambda behind the guard of error.hpp.
#include "error.hpp"
#include "heng.h"
#include "messages.hpp"
#include "objects.hpp"
#include "options.hpp"
#include "sheet.hpp"

#include <heng/document/builtin.hpp>
#include <heng/document/schema.hpp>
#include <heng/scoring/scoring.hpp>

#include <memory>
#include <optional>
#include <string_view>
#include <utility>

namespace heng::capi {
namespace {

/// "0.1.0" → 100.
constexpr std::int32_t version_number(std::string_view version) {
    std::int32_t parts[3]{};
    std::size_t part = 0;
    for (const char c : version) {
        if (c == '.') {
            ++part;
        } else {
            parts[part] = parts[part] * 10 + (c - '0');
        }
    }
    return parts[0] * 10000 + parts[1] * 100 + parts[2];
}

static_assert(version_number("1.20.3") == 12003);

Made<heng_rubric> owned(Result<RubricDocument> rubric, const Options& options) {
    if (!rubric) {
        return Failure{std::move(rubric.error())};
    }
    rubric = spoken(*rubric, options);
    return std::make_unique<heng_rubric>(std::move(*rubric));
}

bool same(const RubricDocument& one, const RubricDocument& other) {
    return &one.compiled() == &other.compiled() || one.text() == other.text();
}

Error facts_of_another_rubric(const RubricDocument& facts, const RubricDocument& rubric) {
    return bad_argument("argument.facts-of-another-rubric",
                        say::other_rubric(facts.rubric().id, rubric.rubric().id), say::load_for_it);
}

} // namespace

Result<void> check_pair(const heng_rubric* rubric, const heng_facts* facts) {
    if (rubric == nullptr || facts == nullptr) {
        return Failure{null_argument(rubric == nullptr ? "rubric" : "facts")};
    }
    const RubricDocument& theirs = facts->given->rubric();
    if (!same(rubric->document, theirs)) {
        return Failure{facts_of_another_rubric(theirs, rubric->document)};
    }
    return {};
}

} // namespace heng::capi

const char* heng_version(void) {
    return HENG_VERSION;
}

int32_t heng_version_number(void) {
    constexpr std::int32_t number = heng::capi::version_number(HENG_VERSION);
    return number;
}

heng_status heng_rubric_builtin(const char* id, heng_rubric** out, heng_error** error) {
    return heng_rubric_builtin_with(id, nullptr, out, error);
}

heng_status heng_rubric_builtin_with(const char* id, const heng_options* options, heng_rubric** out,
                                     heng_error** error) {
    using namespace heng::capi;
    return make_with(options, out, error, [&](const Options& call) -> Made<heng_rubric> {
        if (id == nullptr) {
            return heng::Failure{null_argument("id")};
        }
        return owned(heng::builtin(id), call);
    });
}

heng_status heng_rubric_load(const char* json, size_t length, heng_rubric** out,
                             heng_error** error) {
    return heng_rubric_load_with(json, length, nullptr, out, error);
}

heng_status heng_rubric_load_with(const char* json, size_t length, const heng_options* options,
                                  heng_rubric** out, heng_error** error) {
    using namespace heng::capi;
    return make_with(options, out, error, [&](const Options& call) -> Made<heng_rubric> {
        const auto text = text_argument(json, length, "json");
        if (!text) {
            return heng::Failure{text.error()};
        }
        return owned(heng::RubricDocument::parse(*text, call.limits), call);
    });
}

heng_status heng_facts_load(const heng_rubric* rubric, const char* json, size_t length,
                            heng_facts** out, heng_error** error) {
    return heng_facts_load_with(rubric, json, length, nullptr, out, error);
}

heng_status heng_facts_load_with(const heng_rubric* rubric, const char* json, size_t length,
                                 const heng_options* options, heng_facts** out,
                                 heng_error** error) {
    using namespace heng::capi;
    return make_with(options, out, error, [&](const Options& call) -> Made<heng_facts> {
        if (rubric == nullptr) {
            return heng::Failure{null_argument("rubric")};
        }
        const auto text = text_argument(json, length, "json");
        if (!text) {
            return heng::Failure{text.error()};
        }
        if (text->size() <= call.limits.bytes) {
            if (const auto score = rubric->plain->score(*text)) {
                return facts_of(rubric->plain, *score, *text, call.limits);
            }
        }
        auto facts = heng::Facts::parse(spoken(rubric->document, call), *text, call.limits);
        if (!facts) {
            return heng::Failure{std::move(facts.error())};
        }
        return facts_of(*std::move(facts));
    });
}

heng_status heng_score(const heng_rubric* rubric, const heng_facts* facts, heng_sheet** out,
                       heng_error** error) {
    return heng_score_with(rubric, facts, nullptr, out, error);
}

heng_status heng_score_with(const heng_rubric* rubric, const heng_facts* facts,
                            const heng_options* options, heng_sheet** out, heng_error** error) {
    using namespace heng::capi;
    return make_with(options, out, error, [&](const Options& call) -> Made<heng_sheet> {
        if (const auto pair = check_pair(rubric, facts); !pair) {
            return heng::Failure{pair.error()};
        }
        const auto& language = call.call.language;
        if (facts->given->plain() != nullptr && call.call.most_steps == 0) {
            return std::make_unique<heng_sheet>(facts->given, language);
        }
        const heng::Facts& theirs = facts->given->read();
        auto read = language ? theirs.spoken_in(*language) : heng::Result<heng::Facts>{theirs};
        if (!read) {
            return heng::Failure{std::move(read.error())};
        }
        auto sheet = heng::score(*read, call.call);
        if (!sheet) {
            return heng::Failure{std::move(sheet.error())};
        }
        return std::make_unique<heng_sheet>(
            std::make_unique<const ExplainedSheet>(*std::move(sheet), *std::move(read)));
    });
}

const char* heng_schema(const char* kind) {
    const auto text = kind == nullptr ? std::nullopt : heng::find_schema(kind);
    return text ? text->data() : nullptr; // a zero stands behind it
}

void heng_rubric_free(heng_rubric* rubric) {
    delete rubric;
}

void heng_facts_free(heng_facts* facts) {
    delete facts;
}
