// SPDX-License-Identifier: Apache-2.0
#include "rule/kind.hpp"

namespace heng::detail::rule {
namespace {

using feel::ExpectedType;

struct AssessedKind {
    using Rule = Assessed;

    static void read(Form& form) {
        (void)form.keys();
        form.no_measure();
        form.leaf.rule = Assessed{form.leaf.points, form.leaf.beyond};
    }

    static lowered::Given lowered(const Assessed& /*rule*/) { return {}; }

    static std::string words(const Assessed& rule, const Indicator& /*leaf*/, const Wording& say) {
        return say("由评审给分，{least}至{most}分", "assessed, from {least} to {most} point{s}",
                   {{"least", text_of(rule.beyond.floor)},
                    {"most", number_text(most_of(rule.points, rule.beyond))}});
    }

    static void arithmetic(const Assessed& /*rule*/, Told& told) {
        told.line(
            "评审计{score}分（{reason}）", "assessed at {score} point{s} ({reason})",
            {{"score", told.scored()}, {"reason", told.by<ByAssessment>().assessment.reason}});
    }

    static Labels points(const Assessed& /*rule*/, const Indicator& /*leaf*/, const Say& say) {
        return {say("评审计分", "assessed")};
    }

    static Reached reached(const Assessed& /*rule*/, const Scored& /*scored*/) { return {0}; }

    static bool gives_steps(const Assessed& /*rule*/, const IsOn& /*is_on*/) { return true; }

    static void why(const Assessed& /*rule*/, Sentence& s) {
        const auto& reason = s.by<ByAssessment>();
        const Points short_by = s.item.points - s.score;
        s.why(s.lost_any ? Phrase::assessed_lost : Phrase::assessed,
              {{"score", s.score},
               {"points", s.item.points},
               {"lost", short_by},
               {"reason", reason.assessment.reason}});
        s.recover(Phrase::recover_assessed, {{"lost", s.lost}});
    }
};

} // namespace

extern const Kind assessed_kind;
const Kind assessed_kind = kind<AssessedKind>();

} // namespace heng::detail::rule
