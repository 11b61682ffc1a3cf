// SPDX-License-Identifier: Apache-2.0
//
// The sentences about tests: those that can't be run, and the outcome of those that were.
//
//     test.problem("facts", say::needs_facts);
#pragma once

#include "base/text/messages.hpp"

namespace heng::detail::rubric_test::say {

using text::Sentence;

inline constexpr Sentence no_such{"the rubric has no {0} \"{1}\"", "评分标准没有{0}“{1}”"};
inline constexpr Sentence indicator{"indicator", "指标"};
inline constexpr Sentence grade{"grade", "等级"};
inline constexpr Sentence adjustment{"adjustment", "总分调整"};
inline constexpr Sentence no_fraction{"\"{0}\" is no fraction", "“{0}”不是分数"};
inline constexpr Sentence decimal_or_fraction{"write a decimal, or two numbers such as \"1/3\"",
                                              "请写小数，或 \"1/3\" 这样的两个数"};
inline constexpr Sentence expects_nothing{"the test expects nothing, so that it can't fail",
                                          "测试没有写预期，永远不会失败"};
inline constexpr Sentence write_expectation{"write \"total\", \"grade\", \"scores\" or \"error\"",
                                            "请写 total、grade、scores 或 error"};
inline constexpr Sentence error_alone{"where an error is expected there are no scores",
                                      "预期出错时没有得分"};
inline constexpr Sentence name_twice{"a test before this one is named \"{0}\"",
                                     "前面已有名为“{0}”的测试"};
inline constexpr Sentence facts_too_long{
    "the facts of all tests together are past the limit of a document",
    "全部测试的事实合计超过一份文件的上限"};
inline constexpr Sentence no_tests{"there is no test", "没有测试"};
inline constexpr Sentence needs_reason{"a mutant is accepted for a reason", "接受变异须写理由"};
inline constexpr Sentence rubric_elsewhere{"a rubric can't be read from elsewhere here",
                                           "此处不能从别处读取评分标准"};
inline constexpr Sentence of_document{"\"{0}\": {1}", "“{0}”：{1}"};
inline constexpr Sentence no_own_tests{"the rubric has no tests of its own",
                                       "评分标准没有自带的测试"};
inline constexpr Sentence add_tests{"add \"tests\": […]", "请写 \"tests\": […]"};
inline constexpr Sentence no_files{"facts can't be read from a file here",
                                   "此处不能从文件读取事实"};
inline constexpr Sentence as_facts{"write them as \"facts\"", "请写在 facts 中"};
inline constexpr Sentence no_earlier_test{"no test before this one is named \"{0}\"",
                                          "前面没有名为“{0}”的测试"};
inline constexpr Sentence facts_no_object{"the facts of \"{0}\" are no JSON object",
                                          "“{0}”的事实不是 JSON 对象"};
inline constexpr Sentence reads_no{"the rubric reads no \"{0}\"", "评分标准不读“{0}”"};
inline constexpr Sentence path_too_long{"a path has at most 31 parts", "路径最多 31 段"};
inline constexpr Sentence file_or_facts{"a test has \"facts_file\", or \"facts\" and \"like\"",
                                        "测试要么有 facts_file，要么有 facts 和 like"};
inline constexpr Sentence needs_facts{"a test needs \"facts\", \"facts_file\" or \"like\"",
                                      "测试须有 facts、facts_file 或 like"};
inline constexpr Sentence file_no_object{"the file is no JSON object, which could be changed",
                                         "文件不是 JSON 对象，无法更改"};
inline constexpr Sentence too_many_keys{"the facts of a test have at most 1,000 keys; group them",
                                        "一个测试的事实最多 1000 个键，请分组"};
inline constexpr Sentence too_much_work{
    "trying the {0} mutant{s} of this rubric on {1} test{s} takes more work than is allowed: {2} "
    "were "
    "tried",
    "变异共 {0} 处、测试 {1} 个，计算量超过上限（已试 {2} 处）"};
inline constexpr Sentence less_work{
    "test parts of the rubric by themselves, give fewer tests, or raise TestOptions::most_work",
    "请分拆标准分别检验、减少测试，或调高 TestOptions::most_work"};
inline constexpr Sentence too_many_mutants{"the rubric has more than {0} mutant{s}",
                                           "该标准的变异超过 {0} 处"};
inline constexpr Sentence fewer_mutants{
    "test parts of the rubric by themselves, or raise TestOptions::most_mutants",
    "请分拆标准分别检验，或调高 TestOptions::most_mutants"};

// --- what came of them ---------------------------------------------------------------------------

inline constexpr Sentence passed{"tests: {0} passed, {1} failed",
                                 "测试：通过 {0} 个，未通过 {1} 个"};
inline constexpr Sentence failed{"failed: {0} ({1})", "未通过：{0}（{1}）"};
inline constexpr Sentence difference{"{0}: expected {1}, found {2}", "{0}：应为 {1}，得到 {2}"};
inline constexpr Sentence of_total{"the total", "总分"};
inline constexpr Sentence of_grade{"the grade", "等级"};
inline constexpr Sentence of_error{"the error", "错误代码"};
inline constexpr Sentence of_scores{"the score of {0}", "{0}的得分"};
inline constexpr Sentence of_points{"the points of {0}", "{0}的分值"};
inline constexpr Sentence of_status{"the status of {0}", "{0}的状态"};
inline constexpr Sentence of_adjusted{"the adjustments that hold", "成立的调整"};
inline constexpr Sentence nothing{"nothing", "没有"};
inline constexpr Sentence times{" ×{0}", " ×{0}"};
inline constexpr Sentence covered{"coverage: {0} of {1} (not inside expressions)",
                                  "覆盖：{1} 处中 {0} 处（表达式内部不计）"};
inline constexpr Sentence not_reached{"not reached: {0}: {1}", "未到达：{0}：{1}"};
inline constexpr Sentence the_whole{"the whole", "全部"};
inline constexpr Sentence mutants{
    "mutants: {0}, killed {1}, survived {2}, argued to be equivalent {3}; besides, the same {4}, "
    "stillborn {5}",
    "变异：{0} 个，发现 {1}，存活 {2}，经论证等价 {3}；另有不改变得分 {4}、不成标准 {5}"};
inline constexpr Sentence survived{"survived: {0}", "存活：{0}"};
inline constexpr Sentence argued_in_vain{
    "argued in vain (no such mutant, or facts can tell it): {0}",
    "等价之说不成立（没有此变异体，或有数据可以区分）：{0}"};
inline constexpr Sentence not_applicable{"not applicable", "不适用"};
inline constexpr Sentence applicable{"applicable", "适用"};
inline constexpr Sentence adjustment_fails{"adjustment {0}: does not hold", "调整 {0}：不成立"};
inline constexpr Sentence adjustment_holds{"adjustment {0}: holds", "调整 {0}：成立"};
inline constexpr Sentence adjustment_changes{"adjustment {0}: changes the score",
                                             "调整 {0}：改变得分"};
inline constexpr Sentence adjustment_lowers{"adjustment {0}: lowers the grade",
                                            "调整 {0}：降低等级"};
inline constexpr Sentence adjustment_none{"adjustment {0}: comes to 0 points", "调整 {0}：算得0分"};
inline constexpr Sentence adjustment_some{"adjustment {0}: comes to some points",
                                          "调整 {0}：算得有分"};
inline constexpr Sentence adjustment_bounded{"adjustment {0}: is bounded by {1} point{s}",
                                             "调整 {0}：达到上限{1}分"};
inline constexpr Sentence above_points{"above {0} point{s}", "超过{0}分"};
inline constexpr Sentence below_zero{"below 0", "低于0分"};
inline constexpr Sentence test_would_tell{"the test \"{0}\" with {1} would tell",
                                          "例如测试“{0}”改为 {1} 即可区分"};
inline constexpr Sentence edge_would_tell{"facts exactly on the edge would tell",
                                          "用恰在界限上的数据可以区分"};
inline constexpr Sentence value_would_tell{"a value from {0} to {1} would tell",
                                           "用介于 {0} 与 {1} 之间（含两端）的数值可以区分"};
inline constexpr Sentence reach_would_tell{
    "facts for which this counts, away from floors and caps, would tell",
    "用使此处影响得分、且未被上下限掩盖的数据可以区分"};

} // namespace heng::detail::rubric_test::say
