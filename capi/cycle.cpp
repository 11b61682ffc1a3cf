// SPDX-License-Identifier: Apache-2.0
//
// The entries of heng.h about plans and libraries of indicators: documents in, a report out.
#include "error.hpp"
#include "heng.h"
#include "objects.hpp"
#include "options.hpp"
#include "report.hpp"

#include <heng/plan/in_force.hpp>
#include <heng/plan/library.hpp>
#include <heng/plan/plan_check.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace heng::capi {
namespace {

template <class Document>
Result<Document> parsed(const char* json, std::size_t length, const std::string& parameter,
                        const Options& call) {
    const auto text = text_argument(json, length, parameter);
    if (!text) {
        return Failure{text.error()};
    }
    auto document = Document::parse(*text, call.limits);
    return document ? std::move(document)
                    : Result<Document>{Failure{in_document(document.error(), parameter)}};
}

Made<heng_report> checked_plan(const PlanDocument& plan, const PlanCheckOptions& options,
                               const std::vector<LibraryDocument>& libraries, const Options& call) {
    const auto report = check_plan(plan, options, libraries, call.call);
    if (!report) {
        return Failure{report.error()};
    }
    return report_of(report->findings, to_json(*report, plan), report->clean);
}

Made<heng_report> checked_library(const LibraryDocument& library,
                                  const std::vector<PlanDocument>& plans, const Options& call) {
    const auto report = check_library(library, plans, call.call);
    if (!report) {
        return Failure{report.error()};
    }
    auto made = report_of(report->findings, to_json(*report, library), report->clean);
    for (const MatchedPlan& plan : report->plans) {
        add(*made, plan.findings);
    }
    return made;
}

} // namespace
} // namespace heng::capi

heng_status heng_plan_check(const char* json, size_t length, const char* library,
                            size_t library_length, const char* latest, const char* outcome_known,
                            heng_report** out, heng_error** error) {
    return heng_plan_check_with(json, length, library, library_length, latest, outcome_known,
                                nullptr, out, error);
}

heng_status heng_plan_check_with(const char* json, size_t length, const char* library,
                                 size_t library_length, const char* latest,
                                 const char* outcome_known, const heng_options* options,
                                 heng_report** out, heng_error** error) {
    using namespace heng::capi;
    return make_with(
        options, Steps::are_not, out, error, [&](const Options& call) -> Made<heng_report> {
            const auto plan = parsed<heng::PlanDocument>(json, length, "json", call);
            if (!plan) {
                return heng::Failure{plan.error()};
            }
            std::vector<heng::LibraryDocument> libraries;
            if (library != nullptr || library_length != 0) {
                auto read = parsed<heng::LibraryDocument>(library, library_length, "library", call);
                if (!read) {
                    return heng::Failure{std::move(read.error())};
                }
                libraries.push_back(*std::move(read));
            }
            return checked_plan(*plan, {day_argument(latest), day_argument(outcome_known)},
                                libraries, call);
        });
}

heng_status heng_library_check(const char* json, size_t length, const char* const* plans,
                               const size_t* plan_lengths, size_t plan_count, heng_report** out,
                               heng_error** error) {
    return heng_library_check_with(json, length, plans, plan_lengths, plan_count, nullptr, out,
                                   error);
}

heng_status heng_library_check_with(const char* json, size_t length, const char* const* plans,
                                    const size_t* plan_lengths, size_t plan_count,
                                    const heng_options* options, heng_report** out,
                                    heng_error** error) {
    using namespace heng::capi;
    return make_with(
        options, Steps::are_not, out, error, [&](const Options& call) -> Made<heng_report> {
            if (plan_count != 0 && (plans == nullptr || plan_lengths == nullptr)) {
                return heng::Failure{null_argument(plans == nullptr ? "plans" : "plan_lengths")};
            }
            if (plan_count > static_cast<std::size_t>(PTRDIFF_MAX) / sizeof *plans) {
                return heng::Failure{impossible_length("plans", plan_count)};
            }
            const auto library = parsed<heng::LibraryDocument>(json, length, "json", call);
            if (!library) {
                return heng::Failure{library.error()};
            }
            std::vector<heng::PlanDocument> read;
            for (std::size_t i = 0; i < plan_count; ++i) {
                if (call.call.cancelled && call.call.cancelled()) {
                    return heng::Failure{cancelled()};
                }
                auto plan = parsed<heng::PlanDocument>(plans[i], plan_lengths[i],
                                                       "plans[" + std::to_string(i) + "]", call);
                if (!plan) {
                    return heng::Failure{std::move(plan.error())};
                }
                read.push_back(*std::move(plan));
            }
            return checked_library(*library, read, call);
        });
}

heng_status heng_library_search(const char* json, size_t length, const char* text,
                                size_t text_length, heng_text** out, heng_error** error) {
    return heng_library_search_with(json, length, text, text_length, nullptr, out, error);
}

heng_status heng_library_search_with(const char* json, size_t length, const char* text,
                                     size_t text_length, const heng_options* options,
                                     heng_text** out, heng_error** error) {
    using namespace heng::capi;
    return make_with(
        options, Steps::are_not, out, error, [&](const Options& call) -> Made<heng_text> {
            const auto library = parsed<heng::LibraryDocument>(json, length, "json", call);
            if (!library) {
                return heng::Failure{library.error()};
            }
            const auto wanted = text_argument(text, text_length, "text");
            if (!wanted) {
                return heng::Failure{wanted.error()};
            }
            if (auto fine = heng::check_search_text(*wanted, call.limits); !fine) {
                return heng::Failure{std::move(fine.error())};
            }
            const auto matches = heng::search(library->library(), *wanted);
            return std::make_unique<heng_text>(
                heng_text{heng::to_json(matches, library->library())});
        });
}

heng_status heng_library_builtin(const char* id, heng_text** out, heng_error** error) {
    using namespace heng::capi;
    return make(out, error, [&]() -> Made<heng_text> {
        if (id == nullptr) {
            return heng::Failure{null_argument("id")};
        }
        const auto text = heng::builtin_library_text(id);
        if (!text) {
            return heng::Failure{text.error()};
        }
        return std::make_unique<heng_text>(heng_text{std::string{*text}});
    });
}

heng_status heng_facts_in_force(const heng_rubric* rubric, const char* json, size_t length,
                                const char* plan, size_t plan_length, const char* at,
                                heng_text** out, heng_error** error) {
    return heng_facts_in_force_with(rubric, json, length, plan, plan_length, at, nullptr, out,
                                    error);
}

heng_status heng_facts_in_force_with(const heng_rubric* rubric, const char* json, size_t length,
                                     const char* plan, size_t plan_length, const char* at,
                                     const heng_options* options, heng_text** out,
                                     heng_error** error) {
    using namespace heng::capi;
    return make_with(
        options, Steps::are_not, out, error, [&](const Options& call) -> Made<heng_text> {
            if (rubric == nullptr) {
                return heng::Failure{null_argument("rubric")};
            }
            const auto text = text_argument(json, length, "json");
            if (!text) {
                return heng::Failure{text.error()};
            }
            const auto read = parsed<heng::PlanDocument>(plan, plan_length, "plan", call);
            if (!read) {
                return heng::Failure{read.error()};
            }
            auto facts = heng::facts_in_force(spoken(rubric->document, call), *text, *read,
                                              day_argument(at), call.limits);
            if (!facts) {
                return heng::Failure{std::move(facts.error())};
            }
            return std::make_unique<heng_text>(heng_text{std::move(facts->text)});
        });
}
