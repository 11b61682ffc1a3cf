// SPDX-License-Identifier: Apache-2.0
#include "document/codes.hpp"

#include <array>

namespace heng::detail::document {
namespace {

constexpr std::array<Code, 17> diagnostic_table{{
    {"figures-unlisted",
     {"more figures look wrongly written than are listed", "看来写法有误的数字过多，未全部列出"},
     {"correct those that are listed, and score again", "先改正列出的，再评一次"},
     ""},
    {"large-percent",
     {"a percentage of 2 or more is given without a percent sign", "百分数不小于 2，却没有百分号"},
     {"write \"60%\" where 60% is meant", "如果是 60%，请写“60%”"},
     "\"rate\": 50"},
    {"outside-effective",
     {"the facts are of a year in which the rubric is not in force",
      "事实的年度不在评分标准的有效期内"},
     {"score by the rubric of that year", "请用当年的评分标准"},
     "\"year\": 1990"},
    {"plan-of-another-year",
     {"the plan is of another year than the facts or the day", "计划的年度与事实或日期不符"},
     {"give the plan of the same year", "请用同一年度的计划"},
     ""},
    {"printed-double",
     {"a number looks as if binary floating point had printed it", "数像是二进制浮点数印出来的"},
     {"write decimals as strings", "小数请用文本写"},
     "\"executed\": 90.10000000000001"},
    {"target-in-force",
     {"a target was replaced by the one in force", "目标换成了当日有效的目标"},
     {"nothing: it says what was scored", "无须处理：只说明按什么评分"},
     ""},
    {"target-kept",
     {"a target was kept: the plan's could not be used in its place",
      "保留了原目标：计划中的不能代替"},
     {"write the target of the plan as a number with its unit", "计划中的目标请写成带单位的数"},
     ""},
    {"target-name-ambiguous",
     {"several indicators of the plan have the name of a row", "计划中有几个指标与该行同名"},
     {"give each indicator a name of its own", "请给每个指标不同的名称"},
     ""},
    {"target-other-direction",
     {"a row and the plan have unlike directions", "该行与计划的方向不同"},
     {"correct the direction of one", "改正其中一个方向"},
     ""},
    {"target-other-unit",
     {"a row and the plan have unlike units", "该行与计划的单位不同"},
     {"write both in one unit", "请用同一单位"},
     ""},
    {"target-unit-unknown",
     {"a unit of the row or of the plan is not known", "该行或计划的单位不认识"},
     {"write a unit that is known, or the same on both sides", "请写认识的单位，或两边写法一致"},
     ""},
    {"units-not-aggregated",
     {"the units of the facts are not aggregated, since the rubric does not say how",
      "下属单位没有汇总：评分标准没有写明怎样汇总"},
     {"add \"units\" to the rubric", "请在评分标准中写 units"},
     "\"units\": [{\"subject\": {\"name\": \"乙\"}, \"data\": {}}], \"assessed\":"},
    {"unlike-percent",
     {"target and actual are written a hundredfold apart", "目标值与实际值的写法差百倍"},
     {"write both with %, or both without", "请都写 %，或都不写"},
     "\"target\": 95, \"actual\": \"0.98\", \"unit\": \"%\""},
    {"unlisted-inputs",
     {"the indicators read more facts than are listed", "读取的数据过多，未全部列出"},
     {"nothing: the score is complete", "无须处理：得分是完整的"},
     ""},
    {"unread-fact",
     {"the rubric does not read a fact", "评分标准不读这个事实"},
     {"correct the key, or leave it out", "改正键名，或删去"},
     "\"late\": 0, \"none\": 1"},
    {"unread-facts",
     {"the rubric does not read more facts than are listed", "评分标准不读的事实过多，未全部列出"},
     {"correct those that are listed", "先改正列出的"},
     ""},
    {"zero-divisor",
     {"a target row has no completion rate: its divisor is zero or negative",
      "完成率的除数为零或负数"},
     {"correct the target, or its direction", "改正目标值或方向"},
     "\"target\": 0, \"actual\": -1"},
}};

} // namespace

std::span<const Code> diagnostic_codes() {
    return diagnostic_table;
}

} // namespace heng::detail::document
