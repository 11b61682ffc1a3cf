// SPDX-License-Identifier: Apache-2.0
//
// Every kind of document through the C ABI: the first byte says which, the rest is the text. An
// object comes out where the status is HENG_OK, else an error with a code, a message and a place.
#include "fuzz.hpp"
#include "support/small_documents.hpp"

#include <heng.h>

namespace {

using heng::fuzz::Input;
using heng::test::library;
using heng::test::policy;
using heng::test::progress;

const std::string_view facts =
    R"({"heng":"facts/1","unit":"万元","data":{"budget":{"annual":527470.55,"executed":522688.65},
        "x":1,"y":4,"rows":[{"a":1},{"a":"2"}]}})";

const heng_rubric* project_rubric() {
    static heng_rubric* const rubric = [] {
        heng_rubric* made = nullptr;
        REQUIRE_SO(heng_rubric_builtin("project-2020", &made, nullptr) == HENG_OK);
        return made;
    }();
    return rubric;
}

void check(heng_status status, const void* made, heng_error* error) {
    REQUIRE_SO((status == HENG_OK) == (made != nullptr));
    REQUIRE_SO((status == HENG_OK) == (error == nullptr));
    REQUIRE_SO(status != HENG_INTERNAL_ERROR && status != HENG_OUT_OF_MEMORY);
    for (std::size_t i = 0; error != nullptr && i < heng_error_count(error); ++i) {
        const heng_error* const each = heng_error_at(error, i);
        REQUIRE_SO(heng_error_code(each)[0] != '\0' && heng_error_message(each)[0] != '\0');
        REQUIRE_SO((heng_error_line(each) == 0) == (heng_error_column(each) == 0));
    }
    heng_error_free(error);
}

void look(heng_report* report) {
    for (std::size_t i = 0; i < heng_report_count(report); ++i) {
        heng_finding finding{};
        finding.struct_size = sizeof finding;
        REQUIRE_SO(heng_report_finding(report, i, &finding) == HENG_OK);
        REQUIRE_SO(finding.code != nullptr && finding.message != nullptr);
    }
    std::size_t length = 0;
    if (report != nullptr) {
        REQUIRE_SO(std::string_view{heng_report_json(report, &length)}.size() == length);
    }
    heng_report_free(report);
}

template <class Call>
void report_of(Call call) {
    heng_report* report = nullptr;
    heng_error* error = nullptr;
    const heng_status status = call(&report, &error);
    check(status, report, error);
    look(report);
}

template <class Call>
void text_of(Call call) {
    heng_text* text = nullptr;
    heng_error* error = nullptr;
    const heng_status status = call(&text, &error);
    check(status, text, error);
    heng_text_free(text);
}

void reports(int kind, const std::string& text) {
    const char* const data = text.data();
    const std::size_t size = text.size();
    report_of([&](heng_report** report, heng_error** error) {
        switch (kind) {
        case 0:
            return heng_lint(data, size, report, error);
        case 1:
            return heng_plan_check(data, size, nullptr, 0, "12-31", nullptr, report, error);
        case 2: {
            return heng_library_check(data, size, nullptr, nullptr, 0, report, error);
        }
        case 3:
            return heng_monitor(data, size, policy.data(), policy.size(), nullptr, report, error);
        case 4:
            return heng_monitor(progress.data(), progress.size(), data, size, nullptr, report,
                                error);
        case 5:
            return heng_decide(progress.data(), progress.size(), policy.data(), policy.size(), data,
                               size, nullptr, report, error);
        case 6:
            return heng_reconcile(data, size, facts.data(), facts.size(), report, error);
        case 7:
            return heng_audit(project_rubric(), data, size, report, error);
        default:
            return heng_plan_check(data, size, library.data(), library.size(), nullptr, nullptr,
                                   report, error);
        }
    });
}

void texts(int kind, const std::string& text) {
    const char* const data = text.data();
    const std::size_t size = text.size();
    text_of([&](heng_text** made, heng_error** error) {
        switch (kind) {
        case 0:
            return heng_test(data, size, nullptr, 0, made, error);
        case 1:
            return heng_score_partial(project_rubric(), data, size, made, error);
        case 2:
            return heng_library_search(library.data(), library.size(), data, size, made, error);
        default:
            return heng_facts_in_force(project_rubric(), facts.data(), facts.size(), data, size,
                                       nullptr, made, error);
        }
    });
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Input input{data, size};
    const int kind = input.byte() % 13;
    const std::string text = input.rest();
    if (kind < 9) {
        reports(kind, text);
    } else {
        texts(kind - 9, text);
    }
    return 0;
}
