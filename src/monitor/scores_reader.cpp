// SPDX-License-Identifier: Apache-2.0
//
// scores/1: what each project was scored.
#include "base/json/problems.hpp"
#include "document/within_limits.hpp"
#include "plan/common_reader.hpp"
#include "plan/messages.hpp"

#include <heng/monitor/decision.hpp>

#include <utility>

namespace heng {
namespace {

using detail::json::ObjectReader;
using detail::json::Reader;

Result<std::vector<ProjectScore>> read_unguarded(std::string_view json, const Limits& limits) {
    auto parsed = detail::json::JsonDocument::parse(json, limits);
    if (!parsed) {
        return Failure{std::move(parsed.error())};
    }
    detail::json::Problems problems{detail::json::scores_document, limits};
    const Reader root{parsed->root(), problems};
    std::vector<ProjectScore> scores;
    if (root.has_heng()) {
        const ObjectReader object = root.object("a scores document", {"heng", "source", "scores"});
        (void)object.optional("source").text();
        detail::plan::Ids projects{"score", "project"};
        for (const Reader each : object.required("scores").elements()) {
            const ObjectReader entry = each.object("a score", {"project", "score", "grade"});
            ProjectScore score;
            score.project = projects.read(entry.required("project"));
            score.score = entry.optional("score").decimal(); // below 0 where a standard has a floor
            if (entry.has("grade")) {
                score.grade = detail::plan::said_text(entry.optional("grade"));
            }
            if (entry.is_present() && !entry.has("score") && !entry.has("grade")) {
                each.problem("missing-key", detail::plan::say::score_or_grade);
            }
            scores.push_back(std::move(score));
        }
    }
    if (!problems.empty()) {
        return Failure{problems.error()};
    }
    return scores;
}

} // namespace

Result<std::vector<ProjectScore>> read_scores(std::string_view json, const Limits& limits) {
    return detail::document::within_limits([&] { return read_unguarded(json, limits); });
}

} // namespace heng
