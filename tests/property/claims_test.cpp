// SPDX-License-Identifier: Apache-2.0
//
// What an explanation says of single facts, on rubrics that divide, guard and filter: each change
// it names, made in the document, scores exactly what it says; one unit less does not, nor any
// value between; and where it says that every value was looked at, no other one that is tried
// scores more. HENG_PAIRS in the environment tries another number of rubrics, HENG_FIRST another
// first seed.
#include "random_claims.hpp"

#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

#include <cstdlib>
#include <optional>
#include <set>

using namespace heng;
using namespace heng::test;

namespace {

std::uint64_t from_environment(const char* name, std::uint64_t usual) {
    const char* const wanted = std::getenv(name);
    return wanted != nullptr ? std::stoull(wanted) : usual;
}

struct Tried {
    std::size_t explained = 0;
    std::size_t claims = 0;
    std::size_t less = 0;
    std::size_t values = 0;
    std::size_t of_units = 0;
    std::size_t of_records = 0;
    std::size_t items = 0;
    std::size_t proven = 0;
};

class Check {
  public:
    Check(std::uint64_t seed, Tried& tried) : random_(seed), tried_(tried), seed_(seed) {}

    void run() {
        INFO("seed " << seed_ << "\n" << random_.rubric() << "\n" << random_.facts().text());
        auto rubric = RubricDocument::parse(random_.rubric());
        REQUIRE_MESSAGE(rubric.has_value(), rubric.error());
        rubric_ = std::move(*rubric);
        const auto facts = Facts::parse(*rubric_, random_.facts().text());
        REQUIRE_MESSAGE(facts.has_value(), facts.error());
        auto explanation = explain(*facts);
        if (!explanation) {
            return; // such as: a division by zero, or nothing is in play
        }
        explanation_ = std::move(*explanation);
        ++tried_.explained;
        for (const ItemExplanation& words : explanation_->items) {
            const Item& item = explanation_->sheet.items[words.item];
            for (const WhatIf& what : words.recover) {
                claim(what, words.item);
            }
            if (item.kind != ItemKind::branch && item.lost() > Points{}) {
                ++tried_.items;
                tried_.proven += words.searched_all ? 1U : 0U;
                nothing_better(words);
            }
        }
        for (const WhatIf& what : explanation_->recover) {
            claim(what, std::nullopt);
        }
    }

  private:
    /// What the item scores in facts that were changed; none where they have no score.
    std::optional<ScoreSheet> scored(const ClaimFacts& facts) const {
        const auto loaded = Facts::parse(*rubric_, facts.text());
        auto sheet = loaded ? score(*loaded) : Failure{loaded.error()};
        return sheet ? std::optional{std::move(*sheet)} : std::nullopt;
    }

    std::optional<Points> score_of(const ScoreSheet& sheet, std::optional<std::size_t> item) const {
        if (!item) {
            return sheet.total;
        }
        const auto& ours = explanation_->sheet.items;
        const std::size_t leaf = ours[*item].kind == ItemKind::row ? *ours[*item].parent : *item;
        const Item* const found = sheet.find(ours[leaf].id);
        const auto at = static_cast<std::size_t>(found - sheet.items.data()) + (*item - leaf);
        return at < sheet.items.size() && sheet.items[at].kind == ours[*item].kind
                   ? std::optional{sheet.items[at].score}
                   : std::nullopt;
    }

    ClaimFacts made(const WhatIf& what, const std::string& to, std::int64_t steps) const {
        ClaimFacts then = with_change(random_, random_.facts(), what.path, to, steps);
        for (const GoesWith& other : what.goes_with) {
            ClaimFacts* part = &then;
            std::string path = other.path;
            if (path.starts_with("units[")) {
                part = &then.units.at(std::stoul(path.substr(6)) - 1);
                path = path.substr(path.find("].") + 2);
            }
            auto& row = part->lists.at("t").at(std::stoul(path.substr(2)) - 1);
            CHECK(bare(row.at("rate")) == other.from);
            row.erase("rate");
        }
        return then;
    }

    /// `to` moved by so many of its last places towards `from`.
    static std::optional<std::string> nearer(const WhatIf& what, std::int64_t by) {
        const bool day = what.to.size() == 10 && what.to[4] == '-';
        if (day) {
            return detail::feel::date_text(*detail::feel::parse_date(what.to) -
                                           (what.steps > 0 ? by : -by));
        }
        const bool percent = what.to.back() == '%';
        const auto value =
            Decimal::parse(percent ? what.to.substr(0, what.to.size() - 1) : what.to);
        if (!value || what.change.empty()) {
            return std::nullopt;
        }
        return (*value - Decimal{what.steps > 0 ? by : -by, value->scale()}).to_string() +
               (percent ? "%" : "");
    }

    void claim(const WhatIf& what, std::optional<std::size_t> item) {
        INFO(what.path << ' ' << what.from << " -> " << what.to << ' ' << what.change);
        const Points now = *score_of(explanation_->sheet, item);
        const auto then = scored(made(what, what.to, what.steps));
        REQUIRE(then.has_value());
        CHECK(score_of(*then, item) == what.score);
        CHECK(what.score - now == what.gained);
        CHECK(what.gained > Points{});
        CHECK(then->total == what.total);
        CHECK(then->total - explanation_->sheet.total == what.total_change);
        ++tried_.claims;
        tried_.of_units += what.path.starts_with("units[") ? 1U : 0U;
        tried_.of_records += what.path.find("l[") != std::string::npos ? 1U : 0U;
        const std::int64_t size = std::abs(what.steps);
        std::set<std::int64_t> less{1, 2, size / 2, size - 1};
        for (int i = 0; i < 3; ++i) {
            less.insert(
                static_cast<std::int64_t>(static_cast<std::uint64_t>(random_.below(1 << 30)) %
                                          static_cast<std::uint64_t>(size)));
        }
        for (const std::int64_t by : less) {
            const bool records = what.path.find("l[") != std::string::npos &&
                                 random_.picks().contains(inside(what.path));
            const auto to = records ? std::optional{what.to} : nearer(what, by);
            if (by < 1 || by >= size || !to || (!what.proven && by != 1)) {
                continue;
            }
            ++tried_.less;
            INFO("less by " << by);
            const auto sheet = scored(made(what, *to, what.steps - by));
            const auto score = sheet ? score_of(*sheet, item) : std::nullopt;
            CHECK((!score || *score < what.score));
            CHECK((!score || what.goal == WhatIf::Goal::all || *score <= now));
        }
    }

    static std::string inside(const std::string& path) {
        const std::size_t open = path.find('[', path.starts_with("units[") ? 6 : 0);
        return path.substr(open + 1, path.find(']', open) - open - 1);
    }

    /// No other value of a fact does better than what is said of it.
    void nothing_better(const ItemExplanation& words) {
        const auto& items = explanation_->sheet.items;
        if (items[words.item].kind == ItemKind::row) {
            return;
        }
        std::vector<std::string> prefixes{""};
        for (std::size_t i = 0; i < random_.facts().units.size(); ++i) {
            prefixes.push_back("units[" + std::to_string(i + 1) + "].");
        }
        for (std::size_t part = 0; part < prefixes.size(); ++part) {
            const ClaimFacts& facts = part == 0 ? random_.facts() : random_.facts().units[part - 1];
            for (const auto& fact : facts.values) {
                try_values(words, prefixes[part] + fact.first, prefixes[part] + fact.first,
                           bare(fact.second), facts);
            }
            const auto& list = facts.lists.at("l");
            for (std::size_t i = 0; i < list.size(); ++i) {
                for (const std::string field : {"days", "amount"}) {
                    const std::string path =
                        prefixes[part] + "l[" + std::to_string(i + 1) + "]." + field;
                    try_values(words, path, prefixes[part] + "l[?]." + field,
                               bare(list[i].at(field)), facts);
                }
            }
        }
    }

    /// Of records the best of all that have the field is said.
    static bool is_about(const std::string& path, const std::string& meant) {
        const std::size_t any = meant.find("[?]");
        return any == std::string::npos ? path == meant
                                        : path.starts_with(meant.substr(0, any + 1)) &&
                                              path.ends_with(meant.substr(any + 2));
    }

    void try_values(const ItemExplanation& words, const std::string& path, const std::string& meant,
                    const std::string& value, const ClaimFacts& facts) {
        Points best = explanation_->sheet.items[words.item].score;
        bool proven = words.searched_all;
        std::vector<std::string> tried;
        for (const WhatIf& what : words.recover) {
            if (is_about(what.path, meant)) {
                best = max(best, what.score);
                proven = proven || what.proven;
                tried.push_back(what.to);
            }
        }
        if (!proven) {
            return;
        }
        const std::size_t claimed = tried.size();
        for (std::size_t i = 0; i < claimed; ++i) {
            tried.push_back(random_.other(tried[i]));
        }
        for (const auto& fact : facts.values) {
            const std::string other = bare(fact.second);
            const bool alike =
                (other.find('-') == std::string::npos) == (value.find('-') == std::string::npos) &&
                other.find('%') == std::string::npos && value.find('%') == std::string::npos &&
                other.back() != 'e' && value.back() != 'e' && path.back() != 'n';
            if (alike) {
                tried.push_back(rounded_like(other, value));
            }
        }
        for (int i = 0; i < 6; ++i) {
            tried.push_back(random_.other(value));
        }
        for (const std::string& to : tried) {
            const auto sheet = scored(with_change(random_, random_.facts(), path, to, 0));
            const auto score = sheet ? score_of(*sheet, words.item) : std::nullopt;
            ++tried_.values;
            INFO(explanation_->sheet.items[words.item].id << ' ' << path << ' ' << value << " -> "
                                                          << to);
            CHECK((!score || *score <= best));
        }
    }

    /// Another fact's value with as many places as this one's.
    static std::string rounded_like(const std::string& other, const std::string& value) {
        const auto number = Decimal::parse(other);
        const auto like = Decimal::parse(value);
        return number && like ? number->rounded(like->scale()).to_string() : other;
    }

    RandomClaims random_;
    Tried& tried_;
    std::uint64_t seed_;
    std::optional<RubricDocument> rubric_;
    std::optional<Explanation> explanation_;
};

} // namespace

TEST_CASE("explain: no other value of a fact wins more, and no smaller change as much") {
    Tried tried;
    const std::uint64_t first = from_environment("HENG_FIRST", 0);
    const std::uint64_t pairs = from_environment("HENG_PAIRS", 150);
    for (std::uint64_t seed = first; seed < first + pairs; ++seed) {
        Check{seed, tried}.run();
    }
    MESSAGE("explained " << tried.explained << ", claims " << tried.claims << ", less "
                         << tried.less << ", other values " << tried.values << ", of units "
                         << tried.of_units << ", of records " << tried.of_records << ", items "
                         << tried.items << ", of them proven " << tried.proven);
    CHECK(tried.explained > pairs / 2);
    CHECK(tried.claims > pairs);
    CHECK(tried.less > pairs);
    CHECK(tried.of_units > pairs / 20);
    CHECK(tried.of_records > pairs / 10);
    CHECK(tried.proven > tried.items * 8 / 10);
}
