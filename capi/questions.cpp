// SPDX-License-Identifier: Apache-2.0
//
// The entries of heng.h that answer a question about a score with a document: each is one lambda
// behind the guard of error.hpp.
#include "error.hpp"
#include "heng.h"
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
    TestSources sources;
    sources.rubric = [rubric](const std::string& id) -> Result<std::string> {
        if (rubric != nullptr) {
            return std::string{rubric->document.text()};
        }
        const auto found = builtin(id);
        if (!found) {
            return Failure{found.error()};
        }
        return std::string{found->text()};
    };
    sources.facts = [](const std::string& name) -> Result<std::string> {
        Error error;
        error.status = Status::invalid_argument;
        error.code = "argument.facts-file";
        error.message = "the library reads no files, and a test names \"" + name + '"';
        error.other_message = "程序库不读文件，而有测试指名“" + name + "”";
        error.hint = "write the facts into the test, as \"facts\"";
        error.other_hint = "请把事实写在测试的 facts 中";
        return Failure{std::move(error)};
    };
    return sources;
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
    return make(out, error, [&]() -> heng::Result<std::unique_ptr<heng_text>> {
        if (const auto pair = check_pair(rubric, facts); !pair) {
            return heng::Failure{pair.error()};
        }
        const auto chosen = options_of(options);
        if (!chosen) {
            return heng::Failure{chosen.error()};
        }
        return json_of(heng::explain(facts->facts, {}, chosen->call));
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
    return make(out, error, [&]() -> heng::Result<std::unique_ptr<heng_text>> {
        if (rubric == nullptr) {
            return heng::Failure{null_argument("rubric")};
        }
        const auto text = text_argument(json, length, "json");
        if (!text) {
            return heng::Failure{text.error()};
        }
        const auto chosen = options_of(options);
        if (!chosen) {
            return heng::Failure{chosen.error()};
        }
        return json_of(heng::score_partial(rubric->document, *text, chosen->limits,
                                           heng::UnreadFacts::list, chosen->call));
    });
}

heng_status heng_diff(const heng_facts* first, const heng_facts* second, heng_text** out,
                      heng_error** error) {
    return heng_diff_with(first, second, nullptr, out, error);
}

heng_status heng_diff_with(const heng_facts* first, const heng_facts* second,
                           const heng_options* options, heng_text** out, heng_error** error) {
    using namespace heng::capi;
    return make(out, error, [&]() -> heng::Result<std::unique_ptr<heng_text>> {
        if (first == nullptr || second == nullptr) {
            return heng::Failure{null_argument(first == nullptr ? "first" : "second")};
        }
        const auto chosen = options_of(options);
        if (!chosen) {
            return heng::Failure{chosen.error()};
        }
        return json_of(heng::difference(first->facts, second->facts, chosen->call));
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
    return make(out, error, [&]() -> heng::Result<std::unique_ptr<heng_text>> {
        const auto text = text_argument(sheet, length, "sheet");
        if (!text) {
            return heng::Failure{text.error()};
        }
        if (const auto pair = check_pair(rubric, facts); !pair) {
            return heng::Failure{pair.error()};
        }
        const auto chosen = options_of(options);
        if (!chosen) {
            return heng::Failure{chosen.error()};
        }
        return json_of(heng::verify(*text, facts->facts, chosen->limits, chosen->call));
    });
}

heng_status heng_test(const char* json, size_t length, const heng_rubric* rubric, int32_t mutate,
                      heng_text** out, heng_error** error) {
    using namespace heng::capi;
    return make(out, error, [&]() -> heng::Result<std::unique_ptr<heng_text>> {
        const auto text = text_argument(json, length, "json");
        if (!text) {
            return heng::Failure{text.error()};
        }
        heng::TestOptions options;
        options.mutate = mutate != 0;
        return json_of(heng::run_tests(*text, sources_of(rubric), options));
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
