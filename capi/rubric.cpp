// SPDX-License-Identifier: Apache-2.0
//
// The entries of heng.h that tell what a rubric is made of.
#include "error.hpp"
#include "heng.h"
#include "messages.hpp"
#include "objects.hpp"
#include "structs.hpp"

#include <heng/document/rubric_inputs.hpp>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace heng::capi {
namespace {

void add_items(const std::vector<Indicator>& indicators, const char* parent, std::int32_t level,
               RubricParts& parts) {
    for (const Indicator& each : indicators) {
        heng_item_info item{};
        item.struct_size = sizeof item;
        item.id = parts.texts.keep(each.id);
        item.name = parts.texts.keep(each.name);
        item.parent = parent;
        item.rule = parts.texts.keep(each.is_branch() ? std::string_view{} : name(each.rule));
        item.points = parts.texts.keep(each.points.to_string());
        item.level = level;
        item.kind = each.is_branch() ? HENG_BRANCH : HENG_LEAF;
        item.extra = parts.texts.keep(each.beyond.extra.to_string());
        item.floor = parts.texts.keep(each.beyond.floor.to_string());
        parts.items.push_back(item);
        add_items(each.indicators, item.id, level + 1, parts);
    }
}

std::unique_ptr<const RubricParts> parts_of(const RubricDocument& document) {
    auto parts = std::make_unique<RubricParts>();
    for (const RubricInput& each : inputs_of(document)) {
        heng_input_info input{};
        input.struct_size = sizeof input;
        input.path = parts->texts.keep(each.path);
        input.type = parts->texts.keep(each.type);
        input.label = parts->texts.keep(each.label);
        input.unit = parts->texts.keep(each.unit);
        input.optional = each.optional ? 1 : 0;
        parts->inputs.push_back(input);
    }
    add_items(document.rubric().indicators, nullptr, 1, *parts);
    for (const Grade& each : document.rubric().grades) {
        heng_grade_info grade{};
        grade.struct_size = sizeof grade;
        grade.name = parts->texts.keep(each.grade);
        parts->grades.push_back(grade);
    }
    return parts;
}

const RubricParts& parts_of(const heng_rubric& rubric) {
    return *rubric.parts.get([&] { return parts_of(rubric.document); });
}

/// Reads the part with this index into `*to`.
template <class Info>
heng_status part(const heng_rubric* rubric, std::size_t index, Info* to,
                 std::vector<Info> RubricParts::*list, const char* parameter) noexcept {
    return guarded(nullptr, [&]() -> Result<void> {
        if (auto cleared = clear(to, parameter); !cleared) {
            return cleared;
        }
        if (rubric == nullptr) {
            return Failure{null_argument("rubric")};
        }
        const std::vector<Info>& all = parts_of(*rubric).*list;
        if (index >= all.size()) {
            return Failure{detail::text::error_of(Status::not_found, "rubric.no-such-part",
                                                  say::no_part(parameter, std::to_string(index)))};
        }
        fill(to, all[index]);
        return {};
    });
}

/// How many parts there are; 0 where there is no memory to tell.
template <class Info>
std::size_t count(const heng_rubric* rubric, std::vector<Info> RubricParts::*list) noexcept {
    try {
        return rubric == nullptr ? 0 : (parts_of(*rubric).*list).size();
    } catch (...) {
        return 0;
    }
}

} // namespace
} // namespace heng::capi

using heng::capi::RubricParts;

const char* heng_rubric_json(const heng_rubric* rubric, size_t* length) {
    if (length != nullptr) {
        *length = rubric == nullptr ? 0 : rubric->document.text().size();
    }
    return rubric == nullptr ? nullptr : rubric->document.text().data(); // a zero stands behind it
}

size_t heng_rubric_input_count(const heng_rubric* rubric) {
    return heng::capi::count(rubric, &RubricParts::inputs);
}

heng_status heng_rubric_input(const heng_rubric* rubric, size_t index, heng_input_info* input) {
    return heng::capi::part(rubric, index, input, &RubricParts::inputs, "input");
}

size_t heng_rubric_item_count(const heng_rubric* rubric) {
    return heng::capi::count(rubric, &RubricParts::items);
}

heng_status heng_rubric_item(const heng_rubric* rubric, size_t index, heng_item_info* item) {
    return heng::capi::part(rubric, index, item, &RubricParts::items, "item");
}

size_t heng_rubric_grade_count(const heng_rubric* rubric) {
    return heng::capi::count(rubric, &RubricParts::grades);
}

heng_status heng_rubric_grade(const heng_rubric* rubric, size_t index, heng_grade_info* grade) {
    return heng::capi::part(rubric, index, grade, &RubricParts::grades, "grade");
}
