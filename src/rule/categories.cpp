// SPDX-License-Identifier: Apache-2.0
#include "rule/kind.hpp"

#include <algorithm>

namespace heng::detail::rule {
namespace {

using feel::ExpectedType;

struct CategoriesKind {
    using Rule = Categories;

    static void read(Form& form) {
        const ObjectReader rule = form.keys();
        form.measure(ExpectedType::text);
        Categories categories{form.leaf.points, {}, form.leaf.beyond};
        for (const Reader score : rule["scores"].members()) {
            if (const auto points = score.decimal()) {
                categories.categories.push_back({std::string{score.key()}, Points{*points}});
            }
        }
        form.leaf.rule = std::move(categories);
    }

    static void slips(Slips& rule) {
        rule.each("scores", [](Slips& score) { score.number("", 0); });
    }

    static std::vector<std::string> texts(const Categories& rule) {
        std::vector<std::string> names;
        for (const Category& each : rule.categories) {
            names.push_back(each.name);
        }
        return names;
    }

    static lowered::Named lowered(const Categories& rule) { return {rule.categories}; }

    static std::string words(const Categories& rule, const Indicator& /*leaf*/,
                             const Wording& say) {
        return say("分类计分：", "by category: ") +
               listed(rule.categories, say, [&](const Category& category) {
                   return say(
                       "{category}得{score}分", "{category} → {score}",
                       {{"category", category.name}, {"score", number_text(category.score)}});
               });
    }

    static void arithmetic(const Categories& /*rule*/, Told& told) {
        told.line("属于“{category}”：{score}分", "category “{category}”: {score} point{s}",
                  {{"category", told.by<ByCategory>().category}, {"score", told.scored()}});
    }

    static Labels points(const Categories& rule, const Indicator& /*leaf*/, const Say& /*say*/) {
        Labels labels;
        for (const Category& category : rule.categories) {
            labels.push_back(category.name);
        }
        return labels;
    }

    static Reached reached(const Categories& rule, const Scored& scored) {
        for (std::size_t i = 0; i < rule.categories.size(); ++i) {
            if (rule.categories[i].name == scored.by<ByCategory>()->category) {
                return {i};
            }
        }
        return {};
    }

    static Numbers range(const Categories& rule, const Values& values) {
        Numbers scores;
        for (const Category& each : rule.categories) {
            if (values.measure.texts.contains(each.name)) {
                scores = scores.joined(at(each.score));
            }
        }
        return scores;
    }

    static bool gives_steps(const Categories& rule, const IsOn& is_on) {
        return std::all_of(rule.categories.begin(), rule.categories.end(),
                           [&](const Category& each) { return is_on(each.score.value()); });
    }

    static void why(const Categories& rule, Sentence& s) {
        const auto& reason = s.by<ByCategory>();
        const auto& categories = rule.categories;
        s.why(Phrase::category, {{"category", reason.category}, {"score", s.score}});
        const auto best = std::max_element(
            categories.begin(), categories.end(),
            [](const Category& a, const Category& b) { return a.score < b.score; });
        s.recover_by_rule(Phrase::recover_category,
                          {{"category", best->name}, {"score", best->score}});
    }
};

} // namespace

extern const Kind categories_kind;
const Kind categories_kind = kind<CategoriesKind>();

} // namespace heng::detail::rule
