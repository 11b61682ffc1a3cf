// SPDX-License-Identifier: Apache-2.0
#include "base/json/messages.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

namespace heng::detail::json {

namespace {

using text::Sentence;

/// The names of objects, as readers have them, and in Chinese.
constexpr std::array nouns{
    Sentence{"a band", "分档"},
    Sentence{"a checkpoint", "进度节点"},
    Sentence{"a claim", "待核数字"},
    Sentence{"a claims document", "claims 文件"},
    Sentence{"a declared count", "计数声明"},
    Sentence{"a duty", "职责"},
    Sentence{"a facts document", "事实文件"},
    Sentence{"a goal", "目标"},
    Sentence{"a grade", "等级"},
    Sentence{"a library", "指标库"},
    Sentence{"a line", "一行"},
    Sentence{"a plan", "绩效计划"},
    Sentence{"a point", "节点"},
    Sentence{"a policy", "监控办法"},
    Sentence{"a progress document", "进度文件"},
    Sentence{"a project", "项目"},
    Sentence{"a published result", "公开结果"},
    Sentence{"a record", "记录"},
    Sentence{"a rubric", "评分标准"},
    Sentence{"a rule", "规则"},
    Sentence{"a rule of this kind", "这种规则"},
    Sentence{"a score", "得分"},
    Sentence{"a scores document", "得分文件"},
    Sentence{"a statement", "收支表"},
    Sentence{"a subject", "评价对象"},
    Sentence{"a target record", "绩效目标记录"},
    Sentence{"a task", "任务"},
    Sentence{"a test", "测试"},
    Sentence{"a tests document", "测试文件"},
    Sentence{"a unit", "单位"},
    Sentence{"an accepted finding", "接受的问题"},
    Sentence{"an adjustment", "总分调整"},
    Sentence{"an advice", "建议"},
    Sentence{"an assessment", "人工评分"},
    Sentence{"an entry", "条目"},
    Sentence{"an equivalent mutant", "等价变异"},
    Sentence{"an expectation", "预期"},
    Sentence{"an indicator", "指标"},
    Sentence{"an input", "输入项"},
    Sentence{"an item of a checklist", "清单项"},
    Sentence{"an objective", "总体目标"},
    Sentence{"what is counted", "计数项"},
};

/// The kinds of documents that heng reads or writes.
constexpr std::array kinds{
    Sentence{"rubric", "评分标准（rubric）"},
    Sentence{"facts", "事实（facts）"},
    Sentence{"claims", "核对（claims）"},
    Sentence{"tests", "测试（tests）"},
    Sentence{"plan", "绩效计划（plan）"},
    Sentence{"library", "指标库（library）"},
    Sentence{"progress", "进度（progress）"},
    Sentence{"policy", "监控办法（policy）"},
    Sentence{"scores", "得分（scores）"},
    Sentence{"sheet", "评分结果（sheet）"},
    Sentence{"explanation", "扣分说明（explanation）"},
    Sentence{"partial", "部分评分（partial）"},
    Sentence{"diff", "比较（diff）"},
    Sentence{"verify", "核验（verify）"},
};

} // namespace

text::Words say::noun(std::string_view english) {
    const auto* const found = std::find_if(nouns.begin(), nouns.end(), [&](const Sentence& each) {
        const bool ends = each.en.ends_with(english);
        const std::size_t rest = ends ? each.en.size() - english.size() : 0;
        return ends && (rest == 0 || each.en[rest - 1] == ' ');
    });
    if (found != nouns.end()) {
        return {std::string{english}, std::string{found->zh}};
    }
    const bool key = english.size() > 1 && english.starts_with('"'); // the object is named by it
    return {std::string{english},
            key ? say::in_quotes(english.substr(1, english.size() - 2)).zh : std::string{english}};
}

text::Words say::document_kind(std::string_view kind) {
    const auto* const found = std::find_if(kinds.begin(), kinds.end(),
                                           [&](const Sentence& each) { return each.en == kind; });
    if (found == kinds.end()) {
        return {};
    }
    text::Words words = *found;
    words.en.insert(0, kind == "explanation" ? "an " : "a ");
    return words;
}

} // namespace heng::detail::json
