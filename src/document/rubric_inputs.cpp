// SPDX-License-Identifier: Apache-2.0
#include "document/compiled_rubric.hpp"

#include <heng/document/rubric_inputs.hpp>

#include <utility>

namespace heng {
namespace {

void add_inputs(const std::vector<detail::document::Input>& inputs, const std::string& above,
                std::string_view money, std::vector<RubricInput>& list) {
    for (const detail::document::Input& input : inputs) {
        const bool is_money = input.type == detail::document::InputType::money;
        const std::string path = above + input.path;
        list.push_back({path,
                        input.of_targets ? "targets" : detail::document::type_name(input.type),
                        input.label.empty() ? path : input.label,
                        is_money ? money : std::string_view{}, input.optional});
        add_inputs(input.of, path + "[].", money, list);
    }
}

} // namespace

std::vector<RubricInput> inputs_of(const RubricDocument& rubric) {
    const detail::document::CompiledRubric& compiled = rubric.compiled();
    std::vector<RubricInput> list;
    add_inputs(compiled.inputs, "", compiled.unit ? name(*compiled.unit) : std::string_view{},
               list);
    return list;
}

} // namespace heng
