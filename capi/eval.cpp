// SPDX-License-Identifier: Apache-2.0
//
// heng_eval and its value: every text is made when the value is.
#include "error.hpp"
#include "heng.h"
#include "options.hpp"

#include <heng/eval/evaluate.hpp>

#include <memory>
#include <string>
#include <utility>

struct heng_value {
    heng::Evaluation evaluation;
    bool explained = false;
};

namespace heng::capi {
namespace {

struct Text {
    const char* text;
    std::size_t length;
};

heng_status evaluate(Text expression, Text context, Explain explain, const heng_options* options,
                     heng_value** out, heng_error** error) noexcept {
    return make_with(options, out, error, [&](const Options& call) -> Made<heng_value> {
        const auto formula = text_argument(expression.text, expression.length, "expression");
        if (!formula) {
            return Failure{formula.error()};
        }
        const auto names = text_argument(context.text, context.length, "context");
        if (!names) {
            return Failure{names.error()};
        }
        auto value = heng::evaluate(*formula, names->empty() ? "{}" : *names, call.limits, explain,
                                    call.call);
        if (!value) {
            return Failure{std::move(value.error())};
        }
        if (value->error) {
            return Failure{*std::move(value->error)};
        }
        return std::make_unique<heng_value>(heng_value{*std::move(value), explain == Explain::yes});
    });
}

/// A text of the value, and its length where that is asked for.
const char* with_length(const std::string* text, std::size_t* length) {
    if (length != nullptr) {
        *length = text == nullptr ? 0 : text->size();
    }
    return text == nullptr ? nullptr : text->c_str();
}

} // namespace
} // namespace heng::capi

heng_status heng_eval(const char* expression, size_t expression_length, const char* context,
                      size_t context_length, heng_value** out, heng_error** error) {
    return heng_eval_with(expression, expression_length, context, context_length, nullptr, out,
                          error);
}

heng_status heng_eval_with(const char* expression, size_t expression_length, const char* context,
                           size_t context_length, const heng_options* options, heng_value** out,
                           heng_error** error) {
    return heng::capi::evaluate({expression, expression_length}, {context, context_length},
                                heng::Explain::no, options, out, error);
}

heng_status heng_eval_explain(const char* expression, size_t expression_length, const char* context,
                              size_t context_length, heng_value** out, heng_error** error) {
    return heng_eval_explain_with(expression, expression_length, context, context_length, nullptr,
                                  out, error);
}

heng_status heng_eval_explain_with(const char* expression, size_t expression_length,
                                   const char* context, size_t context_length,
                                   const heng_options* options, heng_value** out,
                                   heng_error** error) {
    return heng::capi::evaluate({expression, expression_length}, {context, context_length},
                                heng::Explain::yes, options, out, error);
}

const char* heng_value_type(const heng_value* value) {
    return value == nullptr ? nullptr : value->evaluation.type.c_str();
}

const char* heng_value_text(const heng_value* value, size_t* length) {
    return heng::capi::with_length(value == nullptr ? nullptr : &value->evaluation.text, length);
}

const char* heng_value_json(const heng_value* value, size_t* length) {
    return heng::capi::with_length(value == nullptr ? nullptr : &value->evaluation.json, length);
}

const char* heng_value_explanation(const heng_value* value, size_t* length) {
    const bool there = value != nullptr && value->explained;
    return heng::capi::with_length(there ? &value->evaluation.explanation : nullptr, length);
}

void heng_value_free(heng_value* value) {
    delete value;
}
