// SPDX-License-Identifier: Apache-2.0
//
// heng_draft: the draft of a report as a heng_text.
#include "error.hpp"
#include "heng.h"
#include "objects.hpp"
#include "structs.hpp"

#include <heng/report/report.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace heng::capi {
namespace {

/// An optional text of the caller's: NULL is none.
Result<std::optional<std::string_view>> optional_text(const char* text, std::size_t length,
                                                      std::string_view parameter) {
    const auto given = text_argument(text, length, parameter);
    if (!given) {
        return Failure{given.error()};
    }
    return text == nullptr ? std::nullopt : std::optional{*given};
}

Result<ReportSources> sources_of(const heng_draft_sources& given) {
    struct Part {
        const char* text;
        std::size_t length;
        std::string_view parameter;
        std::optional<std::string_view> ReportSources::*member;
    };
    const Part parts[] = {
        {given.plan, given.plan_length, "plan", &ReportSources::plan},
        {given.claims, given.claims_length, "claims", &ReportSources::claims},
        {given.pattern, given.pattern_length, "pattern", &ReportSources::pattern},
        {given.previous, given.previous_length, "previous", &ReportSources::previous},
        {given.progress, given.progress_length, "progress", &ReportSources::progress},
        {given.policy, given.policy_length, "policy", &ReportSources::policy},
    };
    ReportSources sources;
    for (const Part& part : parts) {
        const auto text = optional_text(part.text, part.length, part.parameter);
        if (!text) {
            return Failure{text.error()};
        }
        sources.*part.member = *text;
    }
    return sources;
}

} // namespace

Error no_format(std::int32_t format, std::string hint) {
    Error error;
    error.status = Status::invalid_argument;
    error.code = "argument.format";
    error.message = "there is no format " + std::to_string(format);
    error.other_message = "没有格式 " + std::to_string(format);
    error.hint = std::move(hint);
    error.other_hint = error.hint;
    return error;
}

} // namespace heng::capi

heng_status heng_draft(const heng_rubric* rubric, const heng_facts* facts,
                       const heng_draft_sources* sources, int32_t format, heng_text** out,
                       heng_error** error) {
    using namespace heng::capi;
    return make(out, error, [&]() -> heng::Result<std::unique_ptr<heng_text>> {
        if (const auto pair = check_pair(rubric, facts); !pair) {
            return heng::Failure{pair.error()};
        }
        if (format != HENG_MARKDOWN && format != HENG_HTML) {
            return heng::Failure{no_format(format, "HENG_MARKDOWN or HENG_HTML")};
        }
        const auto known = given(sources, "sources");
        if (!known) {
            return heng::Failure{known.error()};
        }
        const auto texts = sources_of(*known);
        if (!texts) {
            return heng::Failure{texts.error()};
        }
        auto draft = heng::report(facts->facts, *texts,
                                  format == HENG_HTML ? heng::ReportFormat::html
                                                      : heng::ReportFormat::markdown);
        if (!draft) {
            return heng::Failure{std::move(draft.error())};
        }
        return std::make_unique<heng_text>(heng_text{*std::move(draft)});
    });
}
