// SPDX-License-Identifier: Apache-2.0
//
// heng_draft: the draft of a report as a heng_text.
#include "error.hpp"
#include "heng.h"
#include "messages.hpp"
#include "objects.hpp"
#include "options.hpp"
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

Error no_format(std::int32_t format, detail::text::Words hint) {
    return bad_argument("argument.format", say::no_format(std::to_string(format)), std::move(hint));
}

} // namespace heng::capi

heng_status heng_draft(const heng_rubric* rubric, const heng_facts* facts,
                       const heng_draft_sources* sources, int32_t format, heng_text** out,
                       heng_error** error) {
    return heng_draft_with(rubric, facts, sources, format, nullptr, out, error);
}

heng_status heng_draft_with(const heng_rubric* rubric, const heng_facts* facts,
                            const heng_draft_sources* sources, int32_t format,
                            const heng_options* options, heng_text** out, heng_error** error) {
    using namespace heng::capi;
    return make_with(options, out, error, [&](const Options& call) -> Made<heng_text> {
        if (const auto pair = check_pair(rubric, facts); !pair) {
            return heng::Failure{pair.error()};
        }
        if (format != HENG_MARKDOWN && format != HENG_HTML) {
            return heng::Failure{
                no_format(format, {"HENG_MARKDOWN or HENG_HTML", "HENG_MARKDOWN 或 HENG_HTML"})};
        }
        const auto known = given(sources, "sources");
        if (!known) {
            return heng::Failure{known.error()};
        }
        const auto texts = sources_of(*known);
        if (!texts) {
            return heng::Failure{texts.error()};
        }
        auto draft = heng::report(facts->given->read(), *texts,
                                  format == HENG_HTML ? heng::ReportFormat::html
                                                      : heng::ReportFormat::markdown,
                                  call.limits, call.call);
        if (!draft) {
            return heng::Failure{std::move(draft.error())};
        }
        return std::make_unique<heng_text>(heng_text{*std::move(draft)});
    });
}
