// SPDX-License-Identifier: Apache-2.0
//
// What is declared and not used, and rules that do not say where they come from.
#include "lint/lints.hpp"
#include "text/pointer.hpp"

#include <string>
#include <vector>

namespace heng::linting {
namespace {

bool has_leaf_without_basis(document::Json indicators) {
    for (const document::Json each : indicators.children()) {
        const auto below = each.find("indicators");
        if (below ? has_leaf_without_basis(*below) : !each.find("basis")) {
            return true;
        }
    }
    return false;
}

} // namespace

void check_inputs(Lints& lints) {
    const document::CompiledRubric& compiled = lints.compiled();
    const feel::Program& program = compiled.program;
    std::vector<bool> read(compiled.inputs.size());
    std::vector<bool> used(compiled.scope.value_count());
    for (const document::Expression& each : compiled.expressions) {
        for (const feel::SlotId slot : program.static_reads(each.id)) {
            read[slot] = true;
        }
        for (const feel::ValueId value : program.static_values(each.id)) {
            used[value] = true;
        }
    }
    for (const feel::SlotId weight : compiled.units.weights) {
        read[weight] = true;
    }
    for (feel::ValueId value = 0; value < used.size(); ++value) {
        for (const feel::SlotId slot : program.static_reads_of_value(value)) {
            read[slot] = true;
        }
        if (!used[value]) {
            const std::string& name = compiled.scope.value_name(value);
            lints.add({"unused-value", Severity::warning, false, true},
                      "/values/" + text::pointer_token(name),
                      {'"' + name + "\" is named, and nothing uses it",
                       "“" + name + "”有定义，但没有被用到"});
        }
    }
    for (std::size_t slot = 0; slot < read.size(); ++slot) {
        if (!read[slot]) {
            const std::string& path = compiled.inputs[slot].path;
            lints.add({"unused-input", Severity::warning, false, true},
                      "/inputs/" + text::pointer_token(path),
                      {'"' + path + "\" is declared, and nothing reads it",
                       "“" + path + "”有声明，但没有被用到"});
        }
    }
}

void check_basis(Lints& lints) {
    const document::Json root = lints.at("");
    const auto indicators = root.find("indicators");
    if (!root.find("basis") && indicators && has_leaf_without_basis(*indicators)) {
        lints.add({"basis-missing"}, "",
                  {"neither the rubric nor each of its indicators says where it comes from "
                   "(\"basis\")",
                   "没有写明评分规则的依据（basis）"});
    }
}

} // namespace heng::linting
