// SPDX-License-Identifier: Apache-2.0
//
// scores/1: what each project was scored.
#include "cycle/common_reader.hpp"
#include "cycle/messages.hpp"
#include "document/json/problems.hpp"
#include "document/within_limits.hpp"

#include <heng/cycle/decision.hpp>

#include <utility>

namespace heng {
namespace {

using document::ObjectReader;
using document::Reader;

Result<std::vector<ProjectScore>> read_unguarded(std::string_view json, const Limits& limits) {
    auto parsed = document::JsonDocument::parse(json, limits);
    if (!parsed) {
        return Failure{std::move(parsed.error())};
    }
    document::Problems problems{document::scores_document, limits};
    const Reader root{parsed->root(), problems};
    std::vector<ProjectScore> scores;
    if (root.has_heng()) {
        const ObjectReader object = root.object("a scores document", {"heng", "source", "scores"});
        (void)object.optional("source").text();
        cycle::Ids projects{"score", "project"};
        for (const Reader each : object.required("scores").elements()) {
            const ObjectReader entry = each.object("a score", {"project", "score", "grade"});
            ProjectScore score;
            score.project = projects.read(entry.required("project"));
            score.score = cycle::amount_of(entry.optional("score"));
            if (entry.has("grade")) {
                score.grade = cycle::said_text(entry.optional("grade"));
            }
            if (entry.is_present() && !entry.has("score") && !entry.has("grade")) {
                each.problem("missing-key", cycle::say::score_or_grade);
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
    return document::within_limits([&] { return read_unguarded(json, limits); });
}

} // namespace heng
