// SPDX-License-Identifier: Apache-2.0
//
// The entries of heng.h that answer a question about a score with a document: each is one lambda
// behind the guard of error.hpp.
#include "error.hpp"
#include "heng.h"
#include "messages.hpp"
#include "objects.hpp"
#include "options.hpp"

#include <heng/diff/diff.hpp>
#include <heng/document/builtin.hpp>
#include <heng/explain/explain.hpp>
#include <heng/partial/partial.hpp>
#include <heng/rubric_test/rubric_test.hpp>
#include <heng/verify/verify.hpp>

#include <memory>
#include <string>

namespace heng::capi {
namespace {

/// Where the tests' rubric comes from: the caller's, or a built-in one; files are not read.
TestSources sources_of(const heng_rubric* rubric) {
    return {[rubric](const std::string& id) {
                return rubric != nullptr ? Result<RubricDocument>{rubric->document} : builtin(id);
            },
            [](const std::string& name) -> Result<std::string> {
                return Failure{bad_argument("argument.facts-file", say::reads_no_files(name),
                                            say::write_facts)};
            }};
}

} // namespace
} // namespace heng::capi

heng_status heng_explain(const heng_rubric* rubric, const heng_facts* facts, heng_text** out,
                         heng_error** error) {
    return heng_explain_with(rubric, facts, nullptr, out, error);
}

heng_status heng_explain_with(const heng_rubric* rubric, const heng_facts* facts,
                              const heng_options* options, heng_text** out, heng_error** error) {
    using namespace heng::capi;
    return make_with(options, out, error, [&](const Options& call) -> Made<heng_text> {
        if (const auto pair = check_pair(rubric, facts); !pair) {
            return heng::Failure{pair.error()};
        }
        return json_of(heng::explain(facts->given->read(), {}, call.call));
    });
}

heng_status heng_score_partial(const heng_rubric* rubric, const char* json, size_t length,
                               heng_text** out, heng_error** error) {
    return heng_score_partial_with(rubric, json, length, nullptr, out, error);
}

heng_status heng_score_partial_with(const heng_rubric* rubric, const char* json, size_t length,
                                    const heng_options* options, heng_text** out,
                                    heng_error** error) {
    using namespace heng::capi;
    return make_with(options, out, error, [&](const Options& call) -> Made<heng_text> {
        if (rubric == nullptr) {
            return heng::Failure{null_argument("rubric")};
        }
        const auto text = text_argument(json, length, "json");
        if (!text) {
            return heng::Failure{text.error()};
        }
        return json_of(heng::score_partial(rubric->document, *text, call.limits,
                                           heng::UnreadFacts::list, call.call));
    });
}

heng_status heng_diff(const heng_facts* first, const heng_facts* second, heng_text** out,
                      heng_error** error) {
    return heng_diff_with(first, second, nullptr, out, error);
}

heng_status heng_diff_with(const heng_facts* first, const heng_facts* second,
                           const heng_options* options, heng_text** out, heng_error** error) {
    using namespace heng::capi;
    return make_with(options, out, error, [&](const Options& call) -> Made<heng_text> {
        if (first == nullptr || second == nullptr) {
            return heng::Failure{null_argument(first == nullptr ? "first" : "second")};
        }
        return json_of(heng::difference(first->given->read(), second->given->read(), call.call));
    });
}

heng_status heng_verify(const char* sheet, size_t length, const heng_rubric* rubric,
                        const heng_facts* facts, heng_text** out, heng_error** error) {
    return heng_verify_with(sheet, length, rubric, facts, nullptr, out, error);
}

heng_status heng_verify_with(const char* sheet, size_t length, const heng_rubric* rubric,
                             const heng_facts* facts, const heng_options* options, heng_text** out,
                             heng_error** error) {
    using namespace heng::capi;
    return make_with(options, out, error, [&](const Options& call) -> Made<heng_text> {
        const auto text = text_argument(sheet, length, "sheet");
        if (!text) {
            return heng::Failure{text.error()};
        }
        if (const auto pair = check_pair(rubric, facts); !pair) {
            return heng::Failure{pair.error()};
        }
        return json_of(heng::verify(*text, facts->given->read(), call.limits, call.call));
    });
}

heng_status heng_test(const char* json, size_t length, const heng_rubric* rubric, int32_t mutate,
                      heng_text** out, heng_error** error) {
    return heng_test_with(json, length, rubric, mutate, nullptr, out, error);
}

heng_status heng_test_with(const char* json, size_t length, const heng_rubric* rubric,
                           int32_t mutate, const heng_options* options, heng_text** out,
                           heng_error** error) {
    using namespace heng::capi;
    return make_with(options, out, error, [&](const Options& call) -> Made<heng_text> {
        const auto text = text_argument(json, length, "json");
        if (!text) {
            return heng::Failure{text.error()};
        }
        heng::TestOptions tests;
        tests.mutate = mutate != 0;
        return json_of(heng::run_tests(*text, sources_of(rubric), tests, call.limits, call.call));
    });
}

const char* heng_text_data(const heng_text* text, size_t* length) {
    if (length != nullptr) {
        *length = text == nullptr ? 0 : text->text.size();
    }
    return text == nullptr ? nullptr : text->text.c_str();
}

void heng_text_free(heng_text* text) {
    delete text;
}
