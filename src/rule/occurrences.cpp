// SPDX-License-Identifier: Apache-2.0
#include "rule/kind.hpp"

#include <algorithm>

namespace heng::detail::rule {
namespace {

using feel::ExpectedType;

struct OccurrencesKind {
    using Rule = Occurrences;
    static constexpr bool deducts = true;
    static constexpr bool adds_up = true;

    static void read(Form& form) {
        const ObjectReader rule = form.keys();
        form.no_measure();
        Occurrences occurrences{form.leaf.points, {}};
        occurrences.beyond = form.leaf.beyond;
        for (const Reader element : rule["each"].elements()) {
            const ObjectReader each = element.object();
            form.part(each, "count", ExpectedType::number);
            occurrences.each.push_back(
                {each["deduct"].decimal().value_or(Decimal{}), each["at_most"].decimal()});
        }
        occurrences.none_from = rule["none_from"].decimal();
        form.leaf.rule = std::move(occurrences);
    }

    static std::string part_at(std::size_t part) {
        return "/rule/each/" + std::to_string(part) + "/count";
    }

    static void slips(Slips& rule) {
        rule.each("each", [](Slips& each) {
            each.expression("count");
            each.number("deduct", 0);
            each.number("at_most", 0);
        });
        rule.number("none_from", 0);
    }

    static lowered::Counts lowered(const Occurrences& rule) { return {rule.each, rule.none_from}; }

    static std::string words(const Occurrences& rule, const Indicator& leaf, const Wording& say) {
        std::size_t part = 0;
        const auto kind = [&](const Occurrence& each) {
            return say("{label}每次扣{deduct}分", "“{label}” {deduct} each",
                       {{"label", label_of(leaf, part++)}, {"deduct", text_of(each.deduct)}}) +
                   (each.at_most ? say("，最多扣{most}分", ", at most {most}",
                                       {{"most", text_of(*each.at_most)}})
                                 : "");
        };
        return say("按次扣分{floor}：", "each occurrence costs points{floor}: ",
                   {{"floor", floor_words(rule.beyond, say)}}) +
               listed(rule.each, say, kind) +
               (rule.none_from ? say("；合计达到{from}次不得分",
                                     "; from {from} together on no points are left",
                                     {{"from", text_of(*rule.none_from)}})
                               : "");
    }

    static void arithmetic(const Occurrences& rule, Told& told) {
        const std::vector<Ratio>& counts = told.by<ByCounts>().counts;
        if (reaches_none(rule, counts)) {
            return counted_out(*rule.none_from, counts, told);
        }
        std::string what;
        Points lost;
        for (std::size_t i = 0; i < rule.each.size(); ++i) {
            const Occurrence& kind = rule.each[i];
            const Points cost = deduction(kind, counts[i]);
            const bool bounded = cost != Points{kind.deduct} * counts[i];
            const std::string count = number_text(counts[i]);
            const std::string deduct = text_of(kind.deduct);
            lost += cost;
            what += (what.empty() ? "" : " − ") +
                    (bounded ? number_text(cost) : count + " × " + deduct);
            if (bounded) {
                told.line("{label}：{count} × {deduct}，最多扣{most}",
                          "{label}: {count} × {deduct}, at most {most}",
                          {{"label", label_of(told.leaf, i)},
                           {"count", count},
                           {"deduct", deduct},
                           {"most", number_text(cost)}});
            }
        }
        told.deducted(lost, what);
    }

    static void counted_out(const Decimal& from, const std::vector<Ratio>& counts, Told& told) {
        std::string sum;
        Ratio all;
        for (const Ratio& count : counts) {
            all = all + count;
            sum += (sum.empty() ? "" : " + ") + number_text(count);
        }
        told.line("{sum} = {all} ≥ {from}，不得分", "{sum} = {all} ≥ {from}: no points",
                  {{"sum", sum}, {"all", number_text(all)}, {"from", text_of(from)}});
    }

    static Labels points(const Occurrences& rule, const Indicator& leaf, const Say& say) {
        Labels labels{floor_label(rule.beyond, say)};
        for (std::size_t i = 0; i < rule.each.size(); ++i) {
            const std::string& label = leaf.parts[i].label;
            const std::string kind = label.empty() ? std::to_string(i + 1) : label;
            labels.push_back(kind + say("：0次", ": none"));
            labels.push_back(kind + say("：有", ": some"));
            labels.push_back(rule.each[i].at_most ? kind + say("：扣到上限", ": at its most")
                                                  : std::string{});
        }
        if (rule.none_from) {
            const std::string from = rule.none_from->to_string();
            labels.push_back(say("合计达到 " + from + " 次", from + " together"));
        }
        return labels;
    }

    static Reached reached(const Occurrences& rule, const Scored& scored) {
        const std::vector<Ratio>& counts = scored.by<ByCounts>()->counts;
        Reached found;
        const Points least = least_of(rule.beyond);
        if (score(rule.points, rule.each, counts, least) == least) {
            found.push_back(0);
        }
        for (std::size_t i = 0; i < counts.size(); ++i) {
            found.push_back(1 + 3 * i + (counts[i].is_zero() ? 0 : 1));
            const auto& most = rule.each[i].at_most;
            if (most && deduction(rule.each[i], counts[i]) == Points{*most}) {
                found.push_back(3 + 3 * i);
            }
        }
        if (reaches_none(rule, counts)) {
            found.push_back(1 + 3 * counts.size());
        }
        return found;
    }

    /// What is left after the counts that `counted` allows, down to the floor.
    static Numbers left_after(const Occurrences& rule, const Values& counts,
                              const Interval& counted) {
        Numbers left = Numbers::at(Ratio{rule.points});
        for (std::size_t i = 0; i < counts.parts.size(); ++i) {
            Numbers lost =
                line(counts.parts[i].numbers.met(counted), Ratio{rule.each[i].deduct}, Ratio{});
            if (rule.each[i].at_most) {
                lost = least(lost, Numbers::at(Ratio{*rule.each[i].at_most}));
            }
            left = added(left, negated(lost));
        }
        return greatest(left, at(least_of(rule.beyond)));
    }

    static Numbers range(const Occurrences& rule, const Values& counts) {
        Interval counted{Ratio{}, true, {}, false};
        if (!rule.none_from) {
            return left_after(rule, counts, counted);
        }
        Numbers together = zero();
        for (const feel::Abstract& each : counts.parts) {
            together = added(together, each.numbers.met(counted));
        }
        const Interval from{Ratio{*rule.none_from}, true, {}, false};
        const Numbers many = together.met(from).empty()
                                 ? Numbers{}
                                 : least(left_after(rule, counts, counted), zero());
        counted.high = Ratio{*rule.none_from}; // what leaves something is below it in each kind
        const bool fewer = !together.met(Interval{{}, false, counted.high, false}).empty();
        return fewer ? left_after(rule, counts, counted).joined(many) : many;
    }

    static std::vector<Edges> edges(const Occurrences& rule, const Constants& /*parts*/) {
        std::vector<Edges> all;
        for (std::size_t i = 0; i < rule.each.size(); ++i) {
            const Occurrence& each = rule.each[i];
            std::vector<Ratio> at;
            if (rule.none_from) {
                at = {Ratio{}, Ratio{*rule.none_from} - Ratio{1}, Ratio{*rule.none_from}};
            }
            if (!each.deduct.is_zero()) {
                const Ratio deduct{each.deduct};
                at.insert(at.end(), {Ratio{}, Ratio{rule.points} / deduct,
                                     Ratio{each.at_most.value_or(rule.points)} / deduct});
                at.push_back(Ratio{rule.points - rule.beyond.floor} / deduct);
            }
            if (!at.empty()) {
                all.push_back({i, std::move(at)});
            }
        }
        return all;
    }

    static bool gives_steps(const Occurrences& rule, const IsOn& is_on) {
        return std::all_of(rule.each.begin(), rule.each.end(), [&](const Occurrence& each) {
            return is_on(Ratio{each.deduct}) && is_on(Ratio{each.at_most.value_or(Decimal{})});
        });
    }

    static void why(const Occurrences& rule, Sentence& s) {
        const auto& reason = s.by<ByCounts>();
        const auto& entries = rule.each;
        const bool none = reaches_none(rule, reason.counts);
        Points all;
        Points together;
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const Points lost = deduction(entries[i], reason.counts[i]);
            const Points count{reason.counts[i]};
            const bool bounded = lost != Points{entries[i].deduct} * reason.counts[i];
            all += lost;
            together += count;
            s.why_text.add(i == 0 ? std::string_view{} : s.separator());
            s.why(lost == Points{} ? Phrase::count_free
                  : bounded        ? Phrase::count_bounded
                                   : Phrase::count,
                  {{"label", s.label(i)},
                   {"count", count},
                   {"deduct", entries[i].deduct},
                   {"lost", lost}});
        }
        const Decimal from = rule.none_from.value_or(Decimal{});
        const bool ended = Points{rule.points} - all < least_of(rule.beyond);
        s.why(none && s.score >= Points{}   ? Phrase::counts_none
              : !ended                      ? Phrase::counts
              : rule.beyond.floor.is_zero() ? Phrase::counts_floor
                                            : Phrase::steps_floor_below,
              {{"points", s.item.points}, {"score", s.score}, {"count", together}, {"from", from}});
        if (none && entries.size() > 1 && !s.adjusted) {
            s.recover(Phrase::recover_none_from, {{"from", from}});
        } else if (s.lost_any && !s.adjusted) {
            recover_counts(rule, reason.counts, s);
        }
    }

    /// With one kind it is exact from which count on points come back.
    static void recover_counts(const Occurrences& rule, const std::vector<Ratio>& counts,
                               Sentence& s) {
        const std::vector<Occurrence>& entries = rule.each;
        const auto lasting = entries.size() == 1 ? lasting_count(rule) : std::nullopt;
        if (s.none_left && lasting) {
            const Points from{max(Ratio{}, lasting->ceiling() - Ratio{1})};
            s.recover(from == Points{} ? Phrase::recover_none_left : Phrase::recover_fewer_floor,
                      {{"label", s.label(0)}, {"count", from}, {"lost", s.lost}});
            return;
        }
        for (std::size_t i = 0; i < entries.size() && !s.none_left; ++i) {
            const bool bounded = entries[i].at_most &&
                                 deduction(entries[i], counts[i]) == Points{*entries[i].at_most};
            if (counts[i].sign() > 0 && !bounded && entries[i].deduct.sign() > 0) {
                s.recover_text.add(s.recover_text.written().empty() ? std::string_view{}
                                                                    : s.separator());
                s.recover(Phrase::recover_fewer,
                          {{"label", s.label(i)}, {"deduct", entries[i].deduct}});
            }
        }
    }

    /// Of one kind: the least count that leaves nothing; none where no count does.
    static std::optional<Ratio> lasting_count(const Occurrences& rule) {
        const Occurrence& kind = rule.each.front();
        std::optional<Ratio> least;
        if (kind.deduct.sign() > 0 && !(kind.at_most && *kind.at_most < rule.points)) {
            least = Ratio{rule.points} / Ratio{kind.deduct};
        }
        if (rule.none_from && (!least || Ratio{*rule.none_from} < *least)) {
            least = Ratio{*rule.none_from};
        }
        return least;
    }
};

} // namespace

Rule always_full(const Decimal& points) {
    return Occurrences{points, {}};
}

extern const Kind occurrences_kind;
const Kind occurrences_kind = kind<OccurrencesKind>();

} // namespace heng::detail::rule
