// SPDX-License-Identifier: Apache-2.0
#include "base/text/messages.hpp"
#include "diff/flat_sheet.hpp"

#include <heng/number/decimal.hpp>

#include <array>
#include <map>
#include <set>
#include <utility>

namespace heng::detail::diff {
namespace {

constexpr text::Sentence no_number{"\"{0}\" is no number", "“{0}”不是数"};
constexpr text::Sentence no_parent{"no item before this has the id \"{0}\"",
                                   "前面没有 id 为“{0}”的项"};
constexpr text::Sentence has_no{"{0} has no \"{1}\"", "{0}没有“{1}”"};
constexpr text::Sentence no_object{"{0} is no object", "{0}不是对象"};
constexpr text::Sentence two_items{"the sheet has two items \"{0}\"", "评分结果中有两项“{0}”"};

using json::JsonKind;
using json::Reader;
using json::Word;

constexpr std::array<Word<ItemKind>, 3> kind_words{
    {{"branch", ItemKind::branch}, {"leaf", ItemKind::leaf}, {"row", ItemKind::row}}};
constexpr int deepest_level = 1'000;

struct Number {
    Points value{};
    std::optional<int> places{};
};

/// "94.25", 94.25 or "100/3".
std::optional<Number> read_number(const Reader& value) {
    const std::size_t slash =
        value.is(JsonKind::string) ? value.json().text().find('/') : std::string_view::npos;
    if (slash == std::string_view::npos) {
        const auto decimal = value.decimal();
        return decimal ? std::optional{Number{Points{*decimal}, decimal->scale()}} : std::nullopt;
    }
    const std::string_view text = value.json().text();
    const auto over = Decimal::parse(text.substr(0, slash));
    const auto under = Decimal::parse(text.substr(slash + 1));
    if (!over || !under || under->is_zero()) {
        value.problem("number", no_number(text));
        return std::nullopt;
    }
    return Number{Points{*over / *under}, std::nullopt};
}

Points read_points(const Reader& value) {
    return read_number(value).value_or(Number{}).value;
}

/// 0 where it is absent, as in a sheet of a rubric without it.
Points read_optional(const Reader& value) {
    return value.is_present() ? read_points(value) : Points{};
}

std::string text_or_empty(const Reader& value) {
    return value.is_present() && !value.is(JsonKind::null) ? std::string{value.text().value_or("")}
                                                           : "";
}

using Index = std::map<std::string, std::size_t, std::less<>>;

/// The item that `id` names, none for null; of those that stand before.
std::optional<std::size_t> read_reference(const Reader& id, const Index& known) {
    if (!id.is_present() || id.is(JsonKind::null)) {
        return std::nullopt;
    }
    const auto text = id.text();
    const auto found = text ? known.find(*text) : known.end();
    if (found != known.end()) {
        return found->second;
    }
    if (text) {
        id.problem("parent", no_parent(*text));
    }
    return std::nullopt;
}

/// A member that a sheet must have. Members that are not read are not looked at, so that the sheet
/// of a later version can be compared.
Reader required(const Reader& object, std::string_view key) {
    const Reader member = object.peek(key);
    if (!member.is_present() && object.is(JsonKind::object)) {
        object.problem("missing-key", has_no(object.subject(), key));
    }
    return member;
}

bool is_object(const Reader& value) {
    return value.is(JsonKind::object) || (value.problem("type", no_object(value.subject())), false);
}

FlatItem read_item(const Reader& object, const Index& known) {
    FlatItem item;
    if (!is_object(object)) {
        return item;
    }
    item.id = text_or_empty(required(object, "id"));
    item.name = text_or_empty(required(object, "name"));
    item.parent = read_reference(required(object, "parent"), known);
    item.level = static_cast<int>(required(object, "level").whole(1, deepest_level).value_or(1));
    item.kind = required(object, "kind").word(kind_words).value_or(ItemKind::leaf);
    item.rule = text_or_empty(object.peek("rule"));
    item.status = text_or_empty(object.peek("status"));
    item.why = text_or_empty(object.peek("why"));
    item.points = read_points(required(object, "points"));
    item.extra = read_optional(object.peek("extra"));
    item.floor = read_optional(object.peek("floor"));
    const Number score = read_number(required(object, "score")).value_or(Number{});
    item.score = score.value;
    item.places = score.places;
    for (const Reader input : object.peek("inputs").members()) {
        const bool text = input.is(JsonKind::string);
        item.inputs.push_back(
            {std::string{input.key()}, text ? std::string{input.json().text()} : "?"});
    }
    return item;
}

void read_items(const Reader& list, FlatSheet& sheet, Index& known) {
    for (const Reader element : list.elements()) {
        FlatItem item = read_item(element, known);
        if (item.parent) {
            sheet.items[*item.parent].has_children = true;
        }
        if (!known.emplace(item.id, sheet.items.size()).second) {
            element.problem("item", two_items(item.id));
        }
        sheet.items.push_back(std::move(item));
    }
}

void add_limit(FlatSheet& sheet, GradeLimit limit) {
    if (limit.before != limit.after) {
        sheet.about.lowered.push_back(std::move(limit));
    }
}

/// An adjustment of a score, as a sheet tells it.
struct Step {
    std::optional<std::size_t> item;
    bool adds;
    Points before;
    Points after;
};

/// What the children of each item scored together; the last is the top, scaled to the points.
std::vector<Points> sums_below(const FlatSheet& sheet) {
    std::vector<Points> below(sheet.items.size() + 1);
    Points in_play;
    for (const FlatItem& item : sheet.items) {
        below[item.parent.value_or(sheet.items.size())] += item.score;
        in_play += item.parent ? Points{} : item.points;
    }
    if (in_play != sheet.about.points && in_play > Points{}) {
        below.back() = below.back() * (sheet.about.points / in_play);
    }
    return below;
}

/// The scores that are bounded, of items and of the total.
class Bounds {
  public:
    Bounds(FlatSheet& sheet, const std::vector<Step>& steps)
        : sheet_(sheet), own_(sums_below(sheet)), seen_(own_.size()) {
        for (std::size_t i = 0; i < sheet.items.size(); ++i) {
            const FlatItem& item = sheet.items[i];
            if (!item.has_children || item.status == name(ItemStatus::not_applicable)) {
                own_[i] = item.score;
            }
        }
        adjusted_ = own_;
        for (std::size_t i = 0; i < steps.size(); ++i) {
            const std::size_t at = steps[i].item.value_or(sheet.items.size());
            own_[at] = seen_[at].any ? own_[at] : steps[i].before;
            adjusted_[at] = steps[i].after;
            seen_[at] = {true, seen_[at].adds || steps[i].adds, i};
        }
    }

    /// What alone brought a score past its bound, changed no more than the bound allows: the last
    /// adjustment of one whose own score lies within. Else the bound is an amount of its own.
    void settle() {
        sheet_.bounds.assign(own_.size(), Points{});
        for (std::size_t at = 0; at < own_.size(); ++at) {
            const bool total = at == sheet_.items.size();
            const Points& score = total ? sheet_.about.total : sheet_.items[at].score;
            const Points most = total ? sheet_.about.points + sheet_.extra
                                      : sheet_.items[at].points + sheet_.items[at].extra;
            const Points least = total ? sheet_.floor : sheet_.items[at].floor;
            // a sheet of an earlier version may pass them
            const auto keep = [&](const Points& value) {
                return max(min(least, score), min(max(most, score), value));
            };
            const Points change = keep(adjusted_[at]) - adjusted_[at];
            if (seen_[at].any && !seen_[at].adds && keep(own_[at]) == own_[at]) {
                sheet_.adjustments[seen_[at].last].change += change;
            } else {
                sheet_.bounds[at] = change;
            }
        }
    }

  private:
    struct Seen {
        bool any = false;
        bool adds = false;
        std::size_t last = 0;
    };

    FlatSheet& sheet_;
    std::vector<Points> own_;      ///< before the first adjustment
    std::vector<Points> adjusted_; ///< after the last
    std::vector<Seen> seen_;
};

/// Reads an adjustment that lowers the grade: `before` and `after` are grades.
GradeLimit read_limit(const Reader& object) {
    const std::string reason = text_or_empty(object.peek("reason"));
    return {reason.empty() ? text_or_empty(object.peek("id")) : reason,
            text_or_empty(required(object, "before")), text_or_empty(required(object, "after"))};
}

void read_adjustments(const Reader& list, FlatSheet& sheet, const Index& known) {
    std::vector<Step> steps;
    for (const Reader element : list.elements()) {
        if (!is_object(element)) {
            continue;
        }
        const std::string kind = text_or_empty(element.peek("kind"));
        if (kind == name(Adjustment::Kind::grade_at_most)) {
            add_limit(sheet, read_limit(element));
            continue;
        }
        FlatAdjustment adjustment;
        adjustment.id = text_or_empty(element.peek("id"));
        adjustment.reason = text_or_empty(element.peek("reason"));
        adjustment.item = read_reference(element.peek("item"), known);
        Step step{adjustment.item,
                  kind == name(Adjustment::Kind::add),
                  {},
                  read_points(required(element, "after"))};
        step.before = read_points(required(element, "before"));
        adjustment.change = step.after - step.before;
        steps.push_back(std::move(step));
        sheet.adjustments.push_back(std::move(adjustment));
    }
    Bounds{sheet, steps}.settle();
}

/// A member of an object that may be absent, such as the digest in "rubric".
std::string member_text(const Reader& object, std::string_view key) {
    return text_or_empty(object.peek(key));
}

/// Whether `residue` can be what rounding to `places` decimals changed.
bool is_rounding(const Points& residue, std::optional<int> places) {
    if (residue == Points{}) {
        return true;
    }
    return places && *places <= 1'000 && abs(residue).value() < power(Ratio{10}, -*places);
}

/// What the adjustments changed, by item; the last is the total's.
std::vector<Points> adjusted(const FlatSheet& sheet) {
    std::vector<Points> changes(sheet.items.size() + 1);
    for (const FlatAdjustment& each : sheet.adjustments) {
        changes[each.item.value_or(sheet.items.size())] += each.change;
    }
    return changes;
}

} // namespace

FlatSheet read_sheet(const Reader& root) {
    FlatSheet sheet;
    ComparedSheet& about = sheet.about;
    about.rubric_id = member_text(root.peek("rubric"), "id");
    about.rubric_title = member_text(root.peek("rubric"), "title");
    about.rubric_digest = member_text(root.peek("rubric"), "digest");
    about.facts_digest = member_text(root.peek("facts"), "digest");
    about.subject = member_text(root.peek("subject"), "name");
    about.grade = text_or_empty(root.peek("grade"));
    about.points = read_points(required(root, "points"));
    sheet.extra = read_optional(root.peek("extra"));
    sheet.floor = read_optional(root.peek("floor"));
    const Number total = read_number(required(root, "total")).value_or(Number{});
    about.total = total.value;
    sheet.places = total.places;
    Index known;
    read_items(required(root, "items"), sheet, known);
    read_adjustments(root.peek("adjustments"), sheet, known);
    return sheet;
}

FlatSheet flat_sheet(const ScoreSheet& scored) {
    FlatSheet sheet;
    sheet.about.rubric_id = scored.rubric_id;
    sheet.about.rubric_title = scored.rubric_title;
    sheet.about.points = scored.points;
    sheet.about.total = scored.total;
    sheet.about.grade = scored.grade;
    sheet.extra = Points{scored.beyond.extra};
    sheet.floor = least_of(scored.beyond);
    sheet.places = 0;
    for (const Item& each : scored.items) {
        if (each.parent) {
            sheet.items[*each.parent].has_children = true;
        }
        std::vector<FlatInput> inputs;
        for (const InputRead& input : each.inputs) {
            inputs.push_back({std::string{input.path}, std::string{input.value}});
        }
        sheet.items.push_back(
            {each.id, each.name, std::string{each.rule}, std::string{name(each.status)},
             std::string{each.why}, each.parent, each.level, each.kind, each.points, each.score,
             Points{each.beyond.extra}, least_of(each.beyond), 0, std::move(inputs), false});
    }
    std::vector<Step> steps;
    for (const Adjusted& each : scored.adjustments) {
        const Adjustment& by = each.adjustment;
        if (by.kind == Adjustment::Kind::grade_at_most) {
            add_limit(sheet,
                      {by.reason.empty() ? by.id : by.reason, each.grade_before, each.grade_after});
            continue;
        }
        steps.push_back({each.item, by.kind == Adjustment::Kind::add, each.before, each.after});
        sheet.adjustments.push_back({by.id, by.reason, each.item, each.after - each.before});
    }
    Bounds{sheet, steps}.settle();
    return sheet;
}

std::vector<Amount> taken_apart(const FlatSheet& sheet) {
    std::vector<Amount> amounts;
    const std::vector<Points> adjustments = adjusted(sheet);
    std::vector<Points> below(sheet.items.size() + 1); // what the children of each node scored
    Points in_play;
    for (const FlatItem& item : sheet.items) {
        below[item.parent.value_or(sheet.items.size())] += item.score;
        in_play += item.parent ? Points{} : item.points;
    }
    const auto add = [&](Amount amount) {
        if (amount.amount != Points{}) {
            amounts.push_back(std::move(amount));
        }
    };
    const auto add_residue = [&](const std::string& id, const std::string& name,
                                 const Points& residue, std::optional<int> places) {
        const bool rounded = is_rounding(residue, places);
        add({rounded ? CauseKind::rounding : CauseKind::unexplained, id, name, {}, {}, residue});
    };
    for (std::size_t i = 0; i < sheet.items.size(); ++i) {
        const FlatItem& item = sheet.items[i];
        const Points own = item.score - adjustments[i] - sheet.bounds[i];
        if (item.has_children) {
            add_residue(item.id, item.name, own - below[i], item.places);
        } else {
            add({CauseKind::unknown, item.id, item.name, {}, {}, own});
        }
        add({CauseKind::bound, item.id, item.name, {}, {}, sheet.bounds[i]});
    }
    std::map<std::string, int> seen;
    for (const FlatAdjustment& each : sheet.adjustments) {
        const FlatItem* const item = each.item ? &sheet.items[*each.item] : nullptr;
        const std::string id = item != nullptr ? item->id : "";
        const std::string called = each.id.empty() ? each.reason : each.id;
        const int nth = ++seen[id + '\n' + called];
        add({CauseKind::adjustment, id, item != nullptr ? item->name : "",
             called + (nth > 1 ? '#' + std::to_string(nth) : ""), each.reason, each.change});
    }
    const Points& top = below.back();
    Points scaled = top;
    if (in_play != sheet.about.points && in_play > Points{}) {
        scaled = top * (sheet.about.points / in_play);
    }
    add({CauseKind::rescaling, "", "", {}, {}, scaled - top});
    add({CauseKind::bound, "", "", {}, {}, sheet.bounds.back()});
    add_residue("", "", sheet.about.total - adjustments.back() - sheet.bounds.back() - scaled,
                sheet.places);
    return amounts;
}

std::vector<ItemChange> changed_items(const FlatSheet& from, const FlatSheet& to) {
    std::map<std::string_view, const FlatItem*> second;
    for (const FlatItem& item : to.items) {
        second.emplace(item.id, &item);
    }
    std::vector<ItemChange> changes;
    std::set<std::string_view> seen;
    for (const FlatItem& old : from.items) {
        seen.insert(old.id);
        const auto found = second.find(old.id);
        const FlatItem* const now = found != second.end() ? found->second : nullptr;
        if (now == nullptr || now->points != old.points || now->score != old.score) {
            changes.push_back({old.id, old.name, old.level, old.points,
                               now != nullptr ? std::optional{now->points} : std::nullopt,
                               old.score, now != nullptr ? now->score : Points{}});
        }
    }
    for (const FlatItem& now : to.items) {
        if (!seen.contains(now.id)) {
            changes.push_back(
                {now.id, now.name, now.level, std::nullopt, now.points, Points{}, now.score});
        }
    }
    return changes;
}

} // namespace heng::detail::diff
