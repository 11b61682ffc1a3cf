// SPDX-License-Identifier: Apache-2.0
//
// What is declared and not used, and rules that do not say where they come from.
#include "base/text/pointer.hpp"
#include "lint/lints.hpp"
#include "lint/messages.hpp"

#include <heng/number/ratio.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heng::detail::lint {
namespace {

bool has_leaf_without_basis(json::Json indicators) {
    for (const json::Json each : indicators.children()) {
        const auto below = each.find("indicators");
        if (below ? has_leaf_without_basis(*below) : !each.find("basis")) {
            return true;
        }
    }
    return false;
}

/// A bound or default of a percentage that was meant in hundredths: 100 is 10000%.
void tell_as_whole(Lints& lints, const text::Sentence& noun, const Ratio& number, std::string at) {
    const std::string found = number.to_string();
    const std::string percent = (number * Ratio{100}).to_string() + "%";
    lints.add({"percent-as-whole"}, std::move(at), say::percent_as_whole(noun, found, percent));
}

void check_percent(Lints& lints, const document::Input& input, const std::string& at) {
    const Ratio large{2}; // as the diagnostic large-percent has it
    const Ratio far{10};  // few rates may be ten times the whole
    const bool has_default = input.fallback && input.fallback->is_number();
    if (has_default && input.fallback->number() >= large && !input.maximum) {
        tell_as_whole(lints, say::a_default, input.fallback->number(), at + "/default");
    }
    if (input.maximum && Ratio{*input.maximum} >= far) {
        tell_as_whole(lints, say::a_maximum, Ratio{*input.maximum}, at + "/maximum");
    }
    if (!input.maximum) {
        lints.add({"percent-no-maximum", Severity::note, false, true}, at,
                  say::percent_no_maximum(input.path));
    }
}

void check_percents(Lints& lints, const std::vector<document::Input>& inputs,
                    const std::string& at) {
    for (const document::Input& input : inputs) {
        const std::string place = at + '/' + text::pointer_token(input.path);
        if (input.type == document::InputType::percent) {
            check_percent(lints, input, place);
        }
        check_percents(lints, input.of, place + "/of");
    }
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
                      "/values/" + text::pointer_token(name), say::unused_value(name));
        }
    }
    check_percents(lints, compiled.inputs, "/inputs");
    for (std::size_t slot = 0; slot < read.size(); ++slot) {
        if (!read[slot]) {
            const std::string& path = compiled.inputs[slot].path;
            lints.add({"unused-input", Severity::warning, false, true},
                      "/inputs/" + text::pointer_token(path), say::unused_input(path));
        }
    }
}

void check_basis(Lints& lints) {
    const json::Json root = lints.at("");
    const auto indicators = root.find("indicators");
    if (!root.find("basis") && indicators && has_leaf_without_basis(*indicators)) {
        lints.add({"basis-missing"}, "", say::basis_missing);
    }
}

} // namespace heng::detail::lint
