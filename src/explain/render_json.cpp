// SPDX-License-Identifier: Apache-2.0
#include "base/json/writer.hpp"
#include "scoring/unit_json.hpp"

#include <heng/explain/explain.hpp>

namespace heng {
namespace {

using detail::json::JsonWriter;

std::string_view name(LostPart::Kind kind) {
    switch (kind) {
    case LostPart::Kind::rule:
        return "rule";
    case LostPart::Kind::adjustment:
        return "adjustment";
    case LostPart::Kind::rounding:
        return "rounding";
    case LostPart::Kind::rescaling:
        return "rescaling";
    case LostPart::Kind::bound:
        break;
    }
    return "bound";
}

class JsonReport {
  public:
    explicit JsonReport(const Explanation& explanation)
        : explanation_(explanation), sheet_(explanation.sheet) {}

    std::string run() {
        json_.begin_object().member("heng", "explanation/1");
        json_.member("rubric", sheet_.rubric_id).member("subject", explanation_.subject);
        json_.member("total", sheet_.total_text()).member("points", sheet_.points_text());
        json_.member("lost", exact(sheet_.points - sheet_.total));
        or_null("grade", sheet_.grade);
        json_.key("searched_all").boolean(explanation_.searched_all);
        json_.key("lost_parts").begin_array();
        for (const LostPart& part : explanation_.lost) {
            json_.begin_object().member("kind", name(part.kind));
            item_member(part.item);
            json_.member("lost", exact(part.lost)).member("reason", part.reason).end_object();
        }
        json_.end_array();
        if (!sheet_.units.empty()) {
            detail::scoring::write_units(json_.key("units"), sheet_);
        }
        json_.key("items").begin_array();
        for (const ItemExplanation& item : explanation_.items) {
            if (explanation_.shown[item.item]) {
                write(item);
            }
        }
        json_.end_array();
        write_total();
        write_in_force();
        return json_.end_object().take() + '\n';
    }

  private:
    /// The targets that a plan put in place of others; only where a plan was given.
    void write_in_force() {
        std::vector<std::string> lines;
        for (const Diagnostic& each : sheet_.diagnostics) {
            if (each.code.starts_with("target-") || each.code == "plan-of-another-year") {
                lines.push_back(each.message);
            }
        }
        if (!lines.empty()) {
            texts("in_force", lines);
        }
    }

    [[nodiscard]] static std::string exact(const Points& points) {
        return text_of(points, std::nullopt);
    }
    void or_null(std::string_view key, std::string_view text) {
        json_.key(key);
        text.empty() ? json_.null() : json_.text(text);
    }
    void item_member(std::optional<std::size_t> item) {
        or_null("item", item ? sheet_.items[*item].id : "");
    }
    void texts(std::string_view key, const std::vector<std::string>& lines) {
        json_.key(key).begin_array();
        for (const std::string& line : lines) {
            json_.text(line);
        }
        json_.end_array();
    }

    void write(const ItemExplanation& words) {
        const Item& item = sheet_.items[words.item];
        json_.begin_object().member("id", item.id).member("name", item.name);
        json_.member("kind", heng::name(item.kind)).member("status", heng::name(item.status));
        json_.member("points", item.points_text()).member("exact", exact(item.exact));
        json_.member("score", item.score_text()).member("lost", item.lost_text());
        json_.member("why", item.why).member("rule", words.rule);
        or_null("measure", words.measure);
        json_.key("inputs").begin_array();
        for (const ExplainedInput& input : words.inputs) {
            json_.begin_object()
                .member("path", input.path)
                .member("label", input.label)
                .member("value", input.value)
                .end_object();
        }
        json_.end_array();
        texts("arithmetic", words.arithmetic);
        texts("adjustments", words.adjustments);
        or_null("rounding", words.rounding);
        write("recover", words.recover);
        if (!item.beyond.extra.is_zero()) {
            json_.member("open_bonus", exact(words.open_bonus));
            write("bonus", words.bonus);
        }
        json_.key("searched_all").boolean(words.searched_all);
        json_.member("advice", words.advice).end_object();
    }

    void write(std::string_view key, const std::vector<WhatIf>& recover) {
        json_.key(key).begin_array();
        for (const WhatIf& each : recover) {
            json_.begin_object()
                .member("goal", each.goal == WhatIf::Goal::all ? "all" : "next")
                .member("path", each.path)
                .member("label", each.label)
                .member("from", each.from)
                .member("to", each.to);
            or_null("change", each.change);
            json_.key("steps").whole(each.steps);
            json_.member("score", exact(each.score))
                .member("gained", exact(each.gained))
                .member("total", exact(each.total))
                .member("total_change", exact(each.total_change));
            or_null("grade", each.grade);
            json_.key("proven").boolean(each.proven);
            if (!each.goes_with.empty()) {
                json_.key("goes_with").begin_array();
                for (const GoesWith& other : each.goes_with) {
                    json_.begin_object().member("path", other.path).member("from", other.from);
                    or_null("to", other.to);
                    if (!other.label.empty()) {
                        json_.member("label", other.label);
                    }
                    json_.end_object();
                }
                json_.end_array();
            }
            json_.end_object();
        }
        json_.end_array();
    }

    void write_distance(std::string_view key, const std::optional<GradeDistance>& way) {
        json_.key(key);
        if (!way) {
            json_.null();
            return;
        }
        json_.begin_object().member("grade", way->grade).member("edge", exact(way->edge));
        json_.key("inclusive").boolean(way->inclusive);
        json_.member("distance", exact(way->distance)).key("carriers").begin_array();
        for (const std::size_t item : way->carriers) {
            json_.text(sheet_.items[item].id);
        }
        json_.end_array().end_object();
    }

    /// Only where an adjustment lowered the grade.
    void write_lowered() {
        if (explanation_.lowered.empty()) {
            return;
        }
        json_.key("lowered_grade").begin_array();
        for (const LoweredGrade& each : explanation_.lowered) {
            json_.begin_object()
                .member("reason", each.reason)
                .member("before", each.before)
                .member("after", each.after);
            write("recover", each.recover);
            json_.key("searched_all").boolean(each.searched_all).end_object();
        }
        json_.end_array();
    }

    void write_total() {
        texts("arithmetic", explanation_.total);
        write("recover", explanation_.recover);
        if (!sheet_.beyond.extra.is_zero()) {
            json_.member("open_bonus", exact(explanation_.open_bonus));
        }
        write_lowered();
        write_distance("up", explanation_.up);
        write_distance("down", explanation_.down);
        json_.key("near_edges").begin_array();
        for (const NearEdge& each : explanation_.near_edges) {
            json_.begin_object()
                .member("path", each.path)
                .member("label", each.label)
                .member("value", each.value)
                .member("other", each.other);
            item_member(each.item);
            json_.member("score", exact(each.score));
            or_null("grade", each.grade);
            json_.end_object();
        }
        json_.end_array();
    }

    const Explanation& explanation_;
    const ScoreSheet& sheet_;
    JsonWriter json_{JsonWriter::Style::indented};
};

} // namespace

std::string to_json(const Explanation& explanation) {
    return JsonReport{explanation}.run();
}

} // namespace heng
