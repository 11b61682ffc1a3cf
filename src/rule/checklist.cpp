// SPDX-License-Identifier: Apache-2.0
#include "rule/kind.hpp"

#include <algorithm>

namespace heng::detail::rule {
namespace {

using feel::ExpectedType;

struct ChecklistKind {
    using Rule = Checklist;

    static void read(Form& form) {
        const ObjectReader rule = form.keys();
        form.no_measure();
        Checklist checklist{form.leaf.points, {}, form.leaf.beyond};
        for (const Reader element : rule["items"].elements()) {
            const ObjectReader item = element.object();
            form.part(item, "when", ExpectedType::boolean);
            checklist.items.push_back(item["score"].decimal().value_or(Decimal{}));
        }
        form.leaf.rule = std::move(checklist);
    }

    static std::string part_at(std::size_t part) {
        return "/rule/items/" + std::to_string(part) + "/when";
    }

    static void slips(Slips& rule) {
        rule.each("items", [](Slips& item) {
            item.condition("when");
            item.number("score", 0);
        });
    }

    static lowered::Held lowered(const Checklist& rule) { return {rule.items}; }

    static std::string words(const Checklist& rule, const Indicator& leaf, const Wording& say) {
        std::size_t part = 0;
        return say("按要点计分：", "by items: ") +
               listed(rule.items, say, [&](const Decimal& score) {
                   return say("{item}得{score}分", "{item} {score}",
                              {{"item", label_of(leaf, part++)}, {"score", text_of(score)}});
               });
    }

    static void arithmetic(const Checklist& rule, Told& told) {
        const std::vector<bool>& held = told.by<ByItems>().held;
        std::string sum;
        Points all;
        for (std::size_t i = 0; i < rule.items.size(); ++i) {
            const Decimal& worth = rule.items[i];
            sum += (sum.empty() ? "" : " + ") + (held[i] ? text_of(worth) : "0");
            all += held[i] ? Points{worth} : Points{};
        }
        told.line("{sum} = {all}分", "{sum} = {all} point{s}",
                  {{"sum", sum}, {"all", number_text(all)}});
        if (all != told.score) {
            told.line(rule.beyond.extra.is_zero() ? "超过分值，计{score}分"
                                                  : "超过最高分，计{score}分",
                      "more than there are: {score} point{s}", {{"score", told.scored()}});
        }
    }

    static Labels points(const Checklist& rule, const Indicator& leaf, const Say& say) {
        Labels labels;
        for (std::size_t i = 0; i < rule.items.size(); ++i) {
            const Part& part = leaf.parts[i];
            const std::string& item = part.label.empty() ? part.id : part.label;
            labels.push_back(item + say("：是", ": yes"));
            labels.push_back(item + say("：否", ": no"));
        }
        return labels;
    }

    static Reached reached(const Checklist& /*rule*/, const Scored& scored) {
        return reached_items(*scored.by<ByItems>());
    }

    static Numbers range(const Checklist& rule, const Values& held) {
        Numbers earned = zero();
        for (std::size_t i = 0; i < held.parts.size(); ++i) {
            Numbers item = held.parts[i].may_be_false ? zero() : Numbers{};
            item =
                held.parts[i].may_be_true ? item.joined(Numbers::at(Ratio{rule.items[i]})) : item;
            earned = added(earned, item);
        }
        return least(earned, at(most_of(rule.points, rule.beyond)));
    }

    static bool gives_steps(const Checklist& rule, const IsOn& is_on) {
        return std::all_of(rule.items.begin(), rule.items.end(),
                           [&](const Decimal& each) { return is_on(Ratio{each}); });
    }

    static void why(const Checklist& /*rule*/, Sentence& s) {
        const auto& reason = s.by<ByItems>();
        std::string missing;
        for (std::size_t i = 0; i < reason.held.size(); ++i) {
            if (!reason.held[i]) {
                missing += missing.empty() ? "" : s.chinese() ? "、" : ", ";
                missing += s.label(i);
            }
        }
        s.why(missing.empty() ? Phrase::items_all : Phrase::items_missing,
              {{"items", missing}, {"score", s.score}, {"points", s.item.points}});
        s.recover(Phrase::recover_items, {{"items", missing}});
    }
};

} // namespace

Rule always_none(const Decimal& points) {
    return Checklist{points, {}};
}

extern const Kind checklist_kind;
const Kind checklist_kind = kind<ChecklistKind>();

} // namespace heng::detail::rule
