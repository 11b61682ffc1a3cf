// SPDX-License-Identifier: Apache-2.0
//
// Rubrics that the kernel covers, between them with all of its steps.
#pragma once

#include <string>
#include <vector>

namespace heng::fuzz {

/// A rubric over the numbers a … d, the counts m and n, the booleans s and t.
inline std::string kernel_rubric(int scale, const std::string& mode, const std::string& at,
                                 const std::string& more, const std::string& leaves) {
    return R"({"heng":"rubric/1","id":"r","title":"r","points":"20","rounding":{"scale":)" +
           std::to_string(scale) + R"(,"mode":")" + mode + R"(","at":)" + at +
           R"--(},"grades":[{"in":">= 15","grade":"A"},{"in":"(5..15)","grade":"B"}],
           "inputs":{"a":{"type":"number"},"b":{"type":"number","minimum":"0"},
             "c":{"type":"number","optional":true,"default":"1.5"},
             "d":{"type":"number","maximum":"1000000"},"m":{"type":"count"},"n":{"type":"count"},
             "s":{"type":"boolean"},"t":{"type":"boolean","optional":true,"default":true}},
           "values":{"v":"a + b * c","w":"if s then v else a - d"},)--" +
           more + R"("indicators":[{"id":"x","name":"x","points":"20","indicators":[)" + leaves +
           "]}]}";
}

inline std::string leaf(const std::string& id, const std::string& points, const std::string& rest) {
    return R"({"id":")" + id + R"(","name":")" + id + R"(","points":")" + points + R"(",)" + rest +
           '}';
}

inline std::vector<std::string> kernel_rubrics() {
    const std::string ratios =
        leaf("p", "4", R"("measure":"a / b","rule":{"kind":"proportional","cap":"0.95",
            "pass":"0.5","if_zero_denominator":"zero"})") +
        ',' + leaf("q", "6", R"--("measure":"w / (d - 1)","rule":{"kind":"bands","bands":[
            {"in":">= 1","score":"6"},{"in":"[0.333..1)","score":"3.125"},
            {"in":"-","score":"0"}]})--") +
        ',' + leaf("r", "5", R"("measure":"v","rule":{"kind":"proportional","cap":"100"},
            "adjustments":[{"id":"j","when":"s","deduct":"0.5","reason":"r"}])") +
        ',' + leaf("z", "5", R"("measure":"a / b + c / d","rule":{"kind":"interpolate",
            "knots":[["0","0"],["0.7","1.3"],["2","5"]]})");
    const std::string lists =
        leaf("o", "4", R"("rule":{"kind":"occurrences","each":[
            {"count":"m","deduct":"0.15","label":"m"},
            {"count":"n","deduct":"0.5","at_most":"1.5","label":"n"}]})") +
        ',' + leaf("k", "6", R"--("rule":{"kind":"checklist","items":[
            {"id":"1","label":"1","when":"s and not(t)","score":"2.5"},
            {"id":"2","label":"2","when":"a < b or m > n","score":"4"}]},
            "not_applicable":{"when":"m = 3","treat_as":"full"})--") +
        ',' + leaf("c", "5", R"("rule":{"kind":"condition","when":"a / b between 0.1 and c"})") +
        ',' + leaf("f", "5", R"--("rule":{"kind":"formula","score":"max(min(a, c), abs(b) - 2)"},
            "not_applicable":{"when":"n = 2","treat_as":"zero"})--");
    const std::string steps =
        leaf("s1", "10", R"("measure":"a / b","rule":{"kind":"step","norm":"1","side":"below",
            "every":"0.05","deduct":"2","part":"whole"})") +
        ',' + leaf("s2", "10", R"("measure":"c * d","rule":{"kind":"step","norm":"0",
            "side":"above","every":"0.01","deduct":"0.01","part":"started"})");
    const std::string adjusted =
        R"("adjustments":[{"id":"h","when":"v > 3","at_most":"11.5","reason":"r"},
           {"id":"i","when":"t = s","deduct":"1.25","reason":"r"}],)";
    return {kernel_rubric(2, "half-up", R"(["leaf"])", "", ratios),
            kernel_rubric(1, "half-even", R"(["leaf","total"])", adjusted, ratios),
            kernel_rubric(2, "half-up", R"(["leaf","level-1"])", adjusted, lists),
            kernel_rubric(0, "floor", R"(["leaf"])", "", lists),
            kernel_rubric(2, "ceiling", R"(["level-2","total"])", "", steps)};
}

} // namespace heng::fuzz
