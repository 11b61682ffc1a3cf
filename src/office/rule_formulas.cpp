// SPDX-License-Identifier: Apache-2.0
//
// Each kind of rule as a formula. An indicator with a bonus, a floor or an adjustment is for heng.
#include "office/formulas.hpp"
#include "office/numbers.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace heng::office {
namespace {

/// A decimal of the rubric; "" where the key is absent, nothing where it is no decimal.
std::optional<std::string> decimal(const Json& json, std::string_view key,
                                   std::string_view otherwise = "") {
    return json.has(key) ? rounded_number(json[key].scalar) : std::string{otherwise};
}

std::string bounded(const std::string& score, const std::string& points) {
    return "MAX(0,MIN(" + points + "," + score + "))";
}

std::string divided(const std::string& top, const std::string& bottom) {
    return bottom.empty() ? top : top + "/(" + bottom + ")";
}

std::string product(const std::string& a, const std::string& b) {
    return a.empty() || a == "1" ? b : b.empty() || b == "1" ? a : a + "*" + b;
}

} // namespace

std::optional<std::string> Formulas::leaf(const Json& indicator, const std::string& places,
                                          const std::string& otherwise) {
    for (const char* key : {"extra", "floor", "adjustments"}) {
        if (indicator.has(key)) {
            return std::nullopt;
        }
    }
    read_.clear();
    auto score = rule(indicator);
    if (!score) {
        return std::nullopt;
    }
    if (!places.empty()) {
        score = "ROUND(" + *score + "," + places + ")";
    }
    score = once_filled("IFERROR(" + *score + ",\"" + otherwise + "\")");
    const Json& apart = indicator["not_applicable"];
    if (apart.kind != Json::Kind::object) {
        return score;
    }
    read_.clear(); // what tells that it does not apply is read first, and the rest may be blank
    const auto when = holds(apart["when"].scalar);
    const std::string& treated = apart["treat_as"].scalar;
    if (!when || (treated != "full" && treated != "zero")) {
        return std::nullopt;
    }
    return once_filled("IF(" + *when + "," +
                       (treated == "full" ? indicator["points"].scalar : "0") + "," + *score + ")");
}

/// "" as long as a cell that was read is blank.
std::string Formulas::once_filled(const std::string& formula) const {
    std::string blank;
    for (const std::string& cell : read_) {
        blank += (blank.empty() ? "" : ",") + cell + "=\"\"";
    }
    return blank.empty() ? formula : "IF(OR(" + blank + "),\"\"," + formula + ")";
}

std::optional<std::string> Formulas::rule(const Json& indicator) {
    using Kind = std::optional<std::string> (Formulas::*)(const Json&);
    static constexpr std::array<std::pair<std::string_view, Kind>, 9> kinds{
        {{"proportional", &Formulas::proportional},
         {"bands", &Formulas::bands},
         {"step", &Formulas::step},
         {"occurrences", &Formulas::occurrences},
         {"checklist", &Formulas::checklist},
         {"condition", &Formulas::condition},
         {"categories", &Formulas::categories},
         {"tally", &Formulas::tally},
         {"assessed", &Formulas::assessed}}};
    const std::string& wanted = indicator["rule"]["kind"].scalar;
    const auto* const kind = std::find_if(kinds.begin(), kinds.end(),
                                          [&](const auto& each) { return each.first == wanted; });
    return kind == kinds.end() ? std::nullopt : (this->*kind->second)(indicator);
}

std::optional<std::string> Formulas::proportional(const Json& indicator) {
    const Json& rule = indicator["rule"];
    const std::string& points = indicator["points"].scalar;
    const auto value = measure(indicator["measure"]);
    const auto cap = decimal(rule, "cap", "1");
    const auto pass = decimal(rule, "pass");
    if (!value || !cap || !pass) {
        return std::nullopt;
    }
    std::string score =
        bounded(divided(points + "*" + value->top, product(value->bottom, *cap)), points);
    if (!pass->empty()) {
        score = "IF(" + compared(*value, "<", {*pass, {}}) + ",0," + score + ")";
    }
    const std::string& zero = rule["if_zero_denominator"].scalar;
    if (zero == "full" || zero == "zero") {
        score = value->bottom.empty() ? score
                                      : "IF(" + value->bottom + "=0," +
                                            (zero == "full" ? points : "0") + "," + score + ")";
    }
    return score;
}

std::optional<std::string> Formulas::bands(const Json& indicator) {
    const auto value = measure(indicator["measure"]);
    if (!value) {
        return std::nullopt;
    }
    std::string score = "NA()"; // between bands there is no score
    const auto& list = indicator["rule"]["bands"].members;
    for (auto band = list.rbegin(); band != list.rend(); ++band) {
        const auto test = within(*value, band->second["in"].scalar);
        const bool rate = band->second.has("rate");
        const auto worth = decimal(band->second, rate ? "rate" : "score");
        if (!test || !worth || worth->empty() || band->second.has("score_range")) {
            return std::nullopt;
        }
        score = "IF(" + *test + "," + (rate ? indicator["points"].scalar + "*" + *worth : *worth) +
                "," + score + ")";
    }
    // a quotient by zero is in no band
    return value->bottom.empty() ? score : "IF(" + value->bottom + "=0,NA()," + score + ")";
}

/// Steps are rounded to 11 places before they are cut to whole ones: 0.3 ÷ 0.1 are three.
std::optional<std::string> Formulas::step(const Json& indicator) {
    const Json& rule = indicator["rule"];
    const std::string& points = indicator["points"].scalar;
    const auto value = measure(indicator["measure"]);
    const auto norm = decimal(rule, "norm");
    const auto every = decimal(rule, "every");
    const auto deduct = decimal(rule, "deduct");
    if (!value || !norm || !every || !deduct || norm->empty() || every->empty() ||
        deduct->empty()) {
        return std::nullopt;
    }
    const std::string at_norm = product(*norm, value->bottom);
    const std::string edge = at_norm.empty() ? *norm : at_norm;
    const std::string excess = rule["side"].scalar == "below" ? "(" + edge + "-" + value->top + ")"
                                                              : "(" + value->top + "-" + edge + ")";
    const std::string bottom = product(*every, value->bottom);
    const std::string& part = rule["part"].scalar;
    std::string lost;
    if (part == "exact") {
        lost = divided(*deduct + "*" + excess, bottom);
    } else {
        const std::string steps = "ROUND(" + divided(excess, bottom) + ",11)";
        lost = *deduct + "*" + (part == "started" ? "ROUNDUP(" : "ROUNDDOWN(") + steps + ",0)";
    }
    return bounded(points + "-MAX(0," + lost + ")", points);
}

std::optional<std::string> Formulas::occurrences(const Json& indicator) {
    const Json& rule = indicator["rule"];
    const std::string& points = indicator["points"].scalar;
    std::string score = points;
    std::string counts;
    for (const auto& [key, each] : rule["each"].members) {
        const auto count = measure(each["count"]);
        const auto deduct = decimal(each, "deduct");
        const auto most = decimal(each, "at_most");
        if (!count || !count->bottom.empty() || !deduct || !most) {
            return std::nullopt;
        }
        const std::string lost = count->top + "*" + *deduct;
        score += most->empty() ? "-" + lost : "-MIN(" + *most + "," + lost + ")";
        counts += (counts.empty() ? "" : "+") + count->top;
    }
    score = bounded(score, points);
    const auto none = decimal(rule, "none_from");
    if (!none) {
        return std::nullopt;
    }
    return none->empty() ? score : "IF(" + counts + ">=" + *none + ",0," + score + ")";
}

std::optional<std::string> Formulas::checklist(const Json& indicator) {
    std::string sum;
    for (const auto& [key, item] : indicator["rule"]["items"].members) {
        const auto when = holds(item["when"].scalar);
        const auto score = decimal(item, "score");
        if (!when || !score) {
            return std::nullopt;
        }
        sum += (sum.empty() ? "IF(" : "+IF(") + *when + "," + *score + ",0)";
    }
    return bounded(sum, indicator["points"].scalar);
}

std::optional<std::string> Formulas::condition(const Json& indicator) {
    const auto when = holds(indicator["rule"]["when"].scalar);
    return when ? std::optional{"IF(" + *when + "," + indicator["points"].scalar + ",0)"}
                : std::nullopt;
}

std::optional<std::string> Formulas::categories(const Json& indicator) {
    const auto cell = cells_.find(indicator["measure"].scalar);
    if (cell == cells_.end()) {
        return std::nullopt;
    }
    std::string score = "NA()";
    const auto& scores = indicator["rule"]["scores"].members;
    for (auto each = scores.rbegin(); each != scores.rend(); ++each) {
        const auto worth = rounded_number(each->second.scalar);
        // Excel takes texts that differ in case alone for one
        if (!worth || each->first.find('"') != std::string::npos) {
            return std::nullopt;
        }
        score =
            "IF(EXACT(" + cell->second + ",\"" + each->first + "\")," + *worth + "," + score + ")";
    }
    read_.insert(cell->second);
    return score;
}

std::optional<std::string> Formulas::tally(const Json& indicator) {
    const Json& rule = indicator["rule"];
    const auto count = measure(indicator["measure"]);
    const auto each = decimal(rule, "each");
    const auto most = decimal(rule, "at_most", indicator["points"].scalar);
    if (!count || !each || !most) {
        return std::nullopt;
    }
    return bounded(divided(count->top + "*" + *each, count->bottom), *most);
}

std::optional<std::string> Formulas::assessed(const Json& indicator) {
    const auto cell = cells_.find("assessed " + indicator["id"].scalar);
    if (cell == cells_.end()) {
        return std::nullopt;
    }
    read_.insert(cell->second);
    return cell->second;
}

} // namespace heng::office
