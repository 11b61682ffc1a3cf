// SPDX-License-Identifier: Apache-2.0
//
// Facts documents with lists of target records and of others, as programs write them or odd.
//
//     RandomRecords records{7};
//     records.document(false);   // {"heng":"facts/1",…,"data":{"targets":[{"name":"甲",…}],…}}
//     records.document(true);    // the same with something that is not usual, sound or not
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace heng::test {

/// The rubric that the documents are for.
inline constexpr const char* records_rubric = R"--({"heng": "rubric/1", "id": "l", "title": "L",
    "basis": "local", "source": "a test", "language": "en", "unit": "万元", "points": "30",
    "inputs": {"spent": {"type": "money", "minimum": "0"}, "on": {"type": "date"},
               "state": {"type": "text"},
               "targets": {"type": "list", "of": "target", "optional": true},
               "deals": {"type": "list", "optional": true, "of": {
                   "sum": {"type": "money", "minimum": "0"}, "late": {"type": "boolean"},
                   "rate": {"type": "percent", "optional": true, "default": "50%"},
                   "kind": {"type": "text", "optional": true, "default": "货物"},
                   "天数": {"type": "count", "optional": true},
                   "signed": {"type": "date", "optional": true}}}},
    "indicators": [
        {"id": "t", "name": "T", "points": "10", "basis": "local", "source": "t",
         "rule": {"kind": "targets", "rows": "targets[block = \"产出\"]", "weights": "equal"}},
        {"id": "d", "name": "D", "points": "10", "basis": "local", "source": "t",
         "measure": "count(deals[kind = \"货物\"]) + (if state = \"好\" then 1 else 0)",
         "rule": {"kind": "proportional"}},
        {"id": "a", "name": "A", "points": "5", "basis": "local", "source": "t",
         "rule": {"kind": "assessed"}},
        {"id": "b", "name": "B", "points": "5", "basis": "local", "source": "t",
         "rule": {"kind": "assessed"}}]})--";

class RandomRecords {
  public:
    explicit RandomRecords(std::uint64_t seed) : state_(seed * 2 + 1) {}

    std::string document(bool odd) {
        odd_ = odd;
        separator_ = below(3) == 0 ? ", " : ",";
        colon_ = below(3) == 0 ? ": " : ":";
        Members data{
            {"spent", number()}, {"on", text(day())}, {"state", one_of({"\"好\"", "\"差\""})}};
        const auto last = [this, &data] {
            return data.begin() + static_cast<std::ptrdiff_t>(below(data.size() + 1));
        };
        data.insert(last(), {"targets", list(&RandomRecords::target)});
        data.insert(last(), {"deals", list(&RandomRecords::deal)});
        if (rarely(20)) {
            data.emplace_back(one_of({"x-n", "other", "targetz"}), "1");
        }
        Members all{{"heng", "\"facts/1\""}};
        const std::string unit = one_of({"\"万元\"", "\"元\"", "\"亿元\""});
        const bool late = below(5) == 0;
        if (!late) {
            all.emplace_back("unit", unit);
        }
        all.emplace_back("data", object(data));
        if (late) {
            all.emplace_back("unit", unit);
        }
        if (below(2) == 0) {
            all.emplace_back("assessed", assessed());
        }
        return object(all);
    }

  private:
    using Members = std::vector<std::pair<std::string, std::string>>;

    std::uint64_t below(std::uint64_t bound) {
        state_ ^= state_ << 13U;
        state_ ^= state_ >> 7U;
        state_ ^= state_ << 17U;
        return (state_ >> 11U) % bound;
    }
    bool rarely(std::uint64_t once_in) { return odd_ && below(once_in) == 0; }
    std::string one_of(std::initializer_list<const char*> choices) {
        return *(choices.begin() + below(choices.size()));
    }
    static std::string text(const std::string& inside) { return '"' + inside + '"'; }

    std::string object(const Members& members) {
        std::string all;
        for (const auto& [key, value] : members) {
            all += (all.empty() ? "" : separator_) + '"' + key + '"' + colon_ + value;
        }
        return '{' + all + '}';
    }

    std::string list(std::string (RandomRecords::*record)()) {
        if (rarely(60)) {
            return one_of({"null", "{}", "[1]", "\"\"", "[[]]"});
        }
        std::string all;
        for (std::uint64_t left = below(8); left > 0; --left) {
            all += (all.empty() ? "" : separator_) + (this->*record)();
        }
        return '[' + all + ']';
    }

    std::string digits() {
        std::string text = std::to_string(below(9) + 1);
        for (std::uint64_t more = below(below(4) == 0 ? 12 : 5); more > 0; --more) {
            text += static_cast<char>('0' + static_cast<int>(below(10)));
        }
        return below(10) == 0 ? "0" : text;
    }
    std::string decimal() { return digits() + (below(2) == 0 ? "" : '.' + digits()); }
    std::string number() {
        const std::string sign = rarely(20) ? "-" : "";
        const std::string plain =
            rarely(30) ? decimal() + one_of({"e2", "E-3", "e", "0e1", "e12"}) : sign + decimal();
        return below(2) == 0 ? text(plain) : plain;
    }
    std::string day() {
        return rarely(20) ? one_of({"2024-02-30", "2024-2-3", "2024/01/01", "12024-01-01", ""})
                          : std::to_string(2000 + below(40)) + one_of({"-01-", "-02-", "-12-"}) +
                                one_of({"01", "15", "28"});
    }
    std::string share() {
        return below(2) == 0 ? text(std::to_string(below(101)) + '%')
                             : text("0." + std::to_string(below(100)));
    }
    std::string name() {
        return text(rarely(10) ? one_of({"", "a\\\"b", "\\u7532", "甲\\n", "😀𠮷", "é", "ऐ", "\xFF"})
                               : one_of({"培训人次", "项目验收合格率（一期）", "Office", "满意度",
                                         "按时完成资金拨付并通过竣工验收的建设项目数量占比情况"}));
    }

    std::string figure(bool percent) {
        if (rarely(25)) {
            return one_of({"null", "\"完成\"", "\"≥5\"", "true", "{}", "[]", "\"98 %\"", "\"0%\"",
                           "\"1e2\"", "0.95", "\"0.123456789012345678\"", "95", "0"});
        }
        return percent ? text(decimal() + '%') : number();
    }

    void add_rule(Members& row, bool by_date) {
        const std::string rule =
            by_date ? "date" : one_of({"ratio", "all", "pass", "per_point", "date", "none"});
        row.emplace_back("rule", text(rule));
        if (rule == "pass" || rarely(10)) {
            row.emplace_back("least", one_of({"\"60%\"", "0.6", "1", "\"101%\""}));
        }
        if (rule == "per_point" || (by_date && below(2) == 0) || rarely(10)) {
            row.emplace_back("deduct", number());
        }
        if ((rule == "per_point" && below(2) == 0) || rarely(10)) {
            row.emplace_back("part", one_of({"\"whole\"", "\"started\"", "\"exact\""}));
        }
        if (below(3) == 0) {
            row.emplace_back("floor", one_of({"\"1\"", "0.5", "3"}));
        }
        if (below(3) == 0) {
            row.emplace_back("cap", one_of({"\"2\"", "5", "\"0.1\""}));
        }
    }

    void add_amounts(Members& row) {
        const bool by_date = below(8) == 0;
        const bool percent = below(2) == 0;
        row.emplace_back("direction", by_date ? "\"<=\""
                                      : odd_  ? one_of({"\">=\"", "\"<=\"", "\"=\"", "\"≥\"",
                                                        "\"正向\"", "\"\\u2265\"", "\"大于\""})
                                              : one_of({"\">=\"", "\"<=\"", "\"=\""}));
        for (const char* key : {"target", "actual"}) {
            row.emplace_back(key, by_date ? text(day()) : figure(percent != rarely(20)));
        }
        if (by_date || below(6) == 0) {
            add_rule(row, by_date);
        }
    }

    void add_level(Members& row) {
        const std::string level = odd_
                                      ? one_of({"met", "partly", "not", "达成", "部分达成", "完成"})
                                      : one_of({"met", "met", "partly", "not"});
        row.emplace_back("direction", odd_ ? one_of({"\"level\"", "\"定性\""}) : "\"level\"");
        row.emplace_back("level", text(level));
        if (level != "met" || below(4) == 0) {
            row.emplace_back("rate", level == "met"      ? one_of({"\"80%\"", "1", "\"0.9\""})
                                     : level == "partly" ? one_of({"\"60%\"", "0.7", "\"79.9%\""})
                                     : odd_              ? share()
                                                         : one_of({"\"0%\"", "0.3", "\"49%\""}));
        }
        if (below(3) == 0) {
            row.emplace_back("target", one_of({"\"完成\"", "\"100%\"", "\"2024-01-01\"", "\"\""}));
        }
        if (rarely(10)) {
            add_rule(row, false);
        }
    }

    std::string target() {
        if (rarely(60)) {
            return one_of({"null", "[]", "1", "\"a\"", "{}"});
        }
        Members row{{"name", name()}};
        if (below(2) == 0) {
            row.emplace_back("block", one_of({"\"产出\"", "\"效益\"", "\"\""}));
        }
        if (below(3) != 0) {
            row.emplace_back("points", number());
        }
        if (below(4) == 0) {
            add_level(row);
        } else {
            add_amounts(row);
        }
        if (below(2) == 0) {
            row.emplace_back("unit", one_of({"\"个\"", "\"%\"", "\"％\"", "\"万元\""}));
        }
        if (below(4) == 0) {
            row.emplace_back("reason", name());
        }
        return finished(std::move(row));
    }

    std::string deal() {
        if (rarely(60)) {
            return one_of({"null", "[]", "1", "\"a\"", "{}"});
        }
        Members row{{"sum", number()}, {"late", one_of({"true", "false"})}};
        if (below(3) != 0) {
            row.emplace_back("rate", share());
        }
        if (below(3) != 0) {
            row.emplace_back("kind", below(3) == 0 ? name() : one_of({"\"货物\"", "\"工程\""}));
        }
        if (below(3) != 0) {
            row.emplace_back("天数", rarely(10) ? number() : std::to_string(below(400)));
        }
        if (below(3) != 0) {
            row.emplace_back("signed", text(day()));
        }
        return finished(std::move(row));
    }

    /// With its members in another order, a key twice, one left out, or one of nobody's.
    std::string finished(Members row) {
        if (rarely(8)) {
            for (std::size_t left = row.size(); left > 1; --left) {
                std::swap(row[left - 1], row[below(left)]);
            }
        }
        if (rarely(40)) {
            row.push_back(row[below(row.size())]);
        }
        if (rarely(40)) {
            row.erase(row.begin() + static_cast<std::ptrdiff_t>(below(row.size())));
        }
        if (rarely(20)) {
            row.emplace_back(one_of({"x-source", "published", "nam", "$a", "level", "rate"}),
                             one_of({"1", "\"a\"", "{\"a\":[1,{\"b\":null}]}", "null"}));
        }
        return object(row);
    }

    std::string assessed() {
        Members scores;
        for (const char* id : {"a", "b"}) {
            if (below(4) != 0) {
                const std::string score = rarely(10) ? number() : one_of({"\"2.50\"", "5", "0"});
                Members one{{"score", score}, {"reason", name()}};
                if (below(3) == 0) {
                    one.emplace_back("evidence", one_of({"[]", "[\"a\", \"乙\"]"}));
                }
                scores.emplace_back(rarely(30) ? one_of({"c", "t", "x-a", "a"}) : id,
                                    rarely(30) ? "null" : object(one));
            }
        }
        return object(scores);
    }

    std::uint64_t state_;
    bool odd_ = false;
    std::string separator_ = ",";
    std::string colon_ = ":";
};

} // namespace heng::test
