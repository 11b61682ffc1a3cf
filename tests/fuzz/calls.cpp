// SPDX-License-Identifier: Apache-2.0
//
// The C ABI as a sequence of calls that the bytes choose: objects are loaded, used together, looked
// at and freed in any order that the header allows, with NULL wherever it allows NULL, and texts
// that may be cut off. What is made is freed in the end; the sanitizers see the rest.
#include "calls_batch.hpp"
#include "calls_texts.hpp"
#include "capi/abi_objects.hpp"
#include "fuzz.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace {

using heng::fuzz::Input;
using heng::test::release;
using heng::test::shown;
namespace fuzz = heng::fuzz;

constexpr std::size_t slots = 3;

template <class T>
using Slots = std::array<T*, slots>;

struct Objects {
    std::tuple<Slots<heng_rubric>, Slots<heng_facts>, Slots<heng_sheet>, Slots<heng_value>,
               Slots<heng_report>, Slots<heng_text>>
        all{};
    heng_error* error = nullptr;

    Objects() = default;
    Objects(const Objects&) = delete;
    Objects& operator=(const Objects&) = delete;
    ~Objects() {
        const auto release_each = [](const auto& of) {
            for (auto* const object : of) {
                release(object);
            }
        };
        std::apply([&](const auto&... of) { (release_each(of), ...); }, all);
        heng_error_free(error);
    }
};

/// A struct of the caller's, and what stands behind it in a later heng's.
template <class Struct>
struct Longer {
    Struct known{};
    std::array<unsigned char, 16> tail{};
};

class Calls {
  public:
    explicit Calls(Input& input) : input_(input) {}

    void run() {
        for (int count = 0; count < 200 && input_.left() > 0; ++count) {
            (this->*steps[input_.byte() % steps.size()])();
        }
    }

  private:
    using Step = void (Calls::*)();
    using Text = std::string_view;

    static const std::array<Step, 19> steps;

    template <class T>
    T*& any() {
        return std::get<Slots<T>>(objects_.all)[input_.byte() % slots];
    }

    template <std::size_t N>
    Text one_of(const std::array<Text, N>& texts) {
        const std::uint8_t choice = input_.byte();
        const Text text = texts[choice % N];
        return choice < 0xE0 ? text : text.substr(0, text.size() * input_.byte() / 256);
    }
    template <std::size_t N>
    const char* one_of(const std::array<const char*, N>& texts) {
        return texts[input_.byte() % N];
    }

    /// Where an error is to go: nowhere, or to where the last one was, which is freed first.
    heng_error** error() {
        if (input_.byte() % 4 == 0) {
            return nullptr;
        }
        heng_error_free(std::exchange(objects_.error, nullptr));
        return &objects_.error;
    }

    static void said(heng_status status, heng_error* const* error) {
        REQUIRE_SO(error == nullptr || (*error == nullptr) == (status == HENG_OK));
        REQUIRE_SO(status != HENG_INTERNAL_ERROR && status != HENG_OUT_OF_MEMORY);
        REQUIRE_SO(error == nullptr || heng_error_status(*error) == status);
    }

    /// `call(&object, error)` fills a slot anew.
    template <class T, class Call>
    void make(Call call) {
        T*& slot = any<T>();
        release(std::exchange(slot, nullptr));
        heng_error** const error = this->error();
        const heng_status status = call(&slot, error);
        REQUIRE_SO((status == HENG_OK) == (slot != nullptr));
        said(status, error);
    }

    void load_rubric() {
        make<heng_rubric>([&](heng_rubric** made, heng_error** error) {
            const Text text = one_of(fuzz::rubric_texts);
            return text.empty() ? heng_rubric_builtin(one_of(fuzz::ids), made, error)
                                : heng_rubric_load(text.data(), text.size(), made, error);
        });
    }

    void load_facts() {
        make<heng_facts>([&](heng_facts** made, heng_error** error) {
            const Text text = one_of(fuzz::facts_texts);
            const heng_rubric* const rubric = any<heng_rubric>();
            const heng_status status =
                heng_facts_load(rubric, text.data(), text.size(), made, error);
            REQUIRE_SO(rubric != nullptr || status == HENG_INVALID_ARGUMENT);
            return status;
        });
    }

    void score() {
        make<heng_sheet>([&](heng_sheet** made, heng_error** error) {
            const heng_rubric* const rubric = any<heng_rubric>();
            return heng_score(rubric, any<heng_facts>(), made, error);
        });
    }

    void evaluate() {
        make<heng_value>([&](heng_value** made, heng_error** error) {
            const Text text = one_of(fuzz::expression_texts);
            const Text context = one_of(fuzz::context_texts);
            const auto call = input_.byte() % 2 == 0 ? heng_eval : heng_eval_explain;
            return call(text.data(), text.size(), context.data(), context.size(), made, error);
        });
    }

    /// What is asked of facts that are loaded.
    void question() {
        make<heng_text>([&](heng_text** made, heng_error** error) {
            const heng_rubric* const rubric = any<heng_rubric>();
            const heng_facts* const facts = any<heng_facts>();
            switch (input_.byte() % 3) {
            case 0:
                return heng_explain(rubric, facts, made, error);
            case 1:
                return heng_diff(facts, any<heng_facts>(), made, error);
            default: {
                const Text sheet = shown(any<heng_sheet>());
                const std::size_t size = sheet.size() - sheet.size() * (input_.byte() % 4) / 256;
                return heng_verify(sheet.data(), size, rubric, facts, made, error);
            }
            }
        });
    }

    /// What comes of texts as a text.
    void text() {
        make<heng_text>([&](heng_text** made, heng_error** error) {
            const heng_rubric* const rubric = any<heng_rubric>();
            const int which = input_.byte() % 5;
            const Text facts = one_of(fuzz::facts_texts);
            const Text plan = one_of(fuzz::plan_texts);
            const Text tests = one_of(fuzz::test_texts);
            const Text library = one_of(fuzz::library_texts);
            switch (which) {
            case 0:
                return heng_score_partial(rubric, facts.data(), facts.size(), made, error);
            case 1:
                return heng_test(tests.data(), tests.size(), rubric, input_.byte() % 2, made,
                                 error);
            case 2:
                return heng_facts_in_force(rubric, facts.data(), facts.size(), plan.data(),
                                           plan.size(), one_of(fuzz::days), made, error);
            case 3:
                return heng_library_search(library.data(), library.size(), "x", input_.byte() % 2,
                                           made, error);
            default:
                return heng_library_builtin(one_of(fuzz::ids), made, error);
            }
        });
    }

    void draft() {
        make<heng_text>([&](heng_text** made, heng_error** error) {
            Longer<heng_draft_sources> from;
            const Text plan = one_of(fuzz::plan_texts);
            const Text claims = one_of(fuzz::claim_texts);
            const Text pattern = one_of(fuzz::pattern_texts);
            const Text previous = one_of(fuzz::previous_texts);
            const Text progress = one_of(fuzz::progress_texts);
            const Text policy = one_of(fuzz::policy_texts);
            const int which = input_.byte();
            from.known = {.struct_size = 0,
                          .plan = which % 2 == 0 ? nullptr : plan.data(),
                          .plan_length = which % 2 == 0 ? 0 : plan.size(),
                          .claims = claims.data(),
                          .claims_length = claims.size(),
                          .pattern = pattern.data(),
                          .pattern_length = pattern.size(),
                          .previous = previous.data(),
                          .previous_length = previous.size(),
                          .progress = progress.data(),
                          .progress_length = which % 4 < 2 ? 0 : progress.size(),
                          .policy = policy.data(),
                          .policy_length = which % 4 < 2 ? 0 : policy.size()};
            from.known.struct_size = struct_size(from);
            const heng_rubric* const rubric = any<heng_rubric>();
            return heng_draft(rubric, any<heng_facts>(), &from.known, input_.byte() % 4, made,
                              error);
        });
    }

    /// What comes of texts as a report.
    void report() {
        make<heng_report>([&](heng_report** made, heng_error** error) {
            const Text facts = one_of(fuzz::facts_texts);
            switch (input_.byte() % 4) {
            case 0: {
                const Text rubric = one_of(fuzz::rubric_texts);
                return heng_lint(rubric.data(), rubric.size(), made, error);
            }
            case 1: {
                const Text claims = one_of(fuzz::claim_texts);
                return heng_reconcile(claims.data(), claims.size(), facts.data(), facts.size(),
                                      made, error);
            }
            case 2:
                return heng_audit(any<heng_rubric>(), facts.data(), facts.size(), made, error);
            default:
                return heng_policy_builtin(one_of(fuzz::ids), made, error);
            }
        });
    }

    /// The same, of the cycle.
    void cycle_report() {
        make<heng_report>([&](heng_report** made, heng_error** error) {
            const int which = input_.byte() % 4;
            const Text library = one_of(fuzz::library_texts);
            const Text progress = one_of(fuzz::progress_texts);
            const Text policy = one_of(fuzz::policy_texts);
            if (which == 0) {
                return heng_monitor(progress.data(), progress.size(), policy.data(), policy.size(),
                                    one_of(fuzz::days), made, error);
            }
            if (which == 1) {
                const Text scores = one_of(fuzz::score_texts);
                return heng_decide(progress.data(), progress.size(), policy.data(), policy.size(),
                                   scores.data(), scores.size(), one_of(fuzz::days), made, error);
            }
            const Text plan = one_of(fuzz::plan_texts);
            if (which == 2) {
                const char* const latest = one_of(fuzz::days);
                return heng_plan_check(plan.data(), plan.size(), library.data(), library.size(),
                                       latest, one_of(fuzz::days), made, error);
            }
            const std::array<const char*, 2> plans{plan.data(), nullptr};
            const std::array<std::size_t, 2> sizes{plan.size(), 0};
            return heng_library_check(library.data(), library.size(), plans.data(), sizes.data(),
                                      input_.byte() % 3, made, error);
        });
    }

    void lines() {
        const heng_rubric* const rubric = any<heng_rubric>();
        fuzz::LineReader reader{input_, one_of(fuzz::facts_texts)};
        Longer<heng_batch_summary> summary;
        summary.known.struct_size = struct_size(summary);
        heng_error** const error = this->error();
        const heng_status status =
            heng_batch_lines(rubric, fuzz::LineReader::read, fuzz::LineReader::take, &reader, 1,
                             &summary.known, error);
        said(status, error);
        REQUIRE_SO(rubric != nullptr || status == HENG_INVALID_ARGUMENT);
    }

    void columns() {
        const heng_rubric* const rubric = any<heng_rubric>();
        fuzz::CallColumns given{input_};
        Longer<heng_batch_summary> summary;
        summary.known.struct_size = struct_size(summary);
        heng_error** const error = this->error();
        const heng_status status =
            heng_batch_columns(rubric, given.columns(), given.count(), given.rows(), given.to(),
                               nullptr, nullptr, 1, &summary.known, error);
        said(status, error);
        REQUIRE_SO(status == HENG_OK || given.untouched());
        make<heng_text>([&](heng_text** made, heng_error** row_error) {
            return heng_batch_row(rubric, given.columns(), given.count(), 0, made, row_error);
        });
    }

    /// Documents and cells, one after the other, by one scorer.
    void scorer() {
        const heng_rubric* const rubric = any<heng_rubric>();
        heng_scorer* scorer = nullptr;
        heng_error** error = this->error();
        said(heng_scorer_new(rubric, nullptr, &scorer, error), error);
        REQUIRE_SO((scorer != nullptr) == (rubric != nullptr));
        const Text json = one_of(fuzz::facts_texts);
        Longer<heng_total> total;
        total.known.struct_size = struct_size(total);
        error = this->error();
        said(heng_scorer_score(scorer, json.data(), json.size(), &total.known, error), error);
        std::array<heng_cell, 3> cells{};
        for (heng_cell& cell : cells) {
            cell.struct_size = sizeof cell;
            cell.kind = input_.byte() % 8;
            cell.scale = input_.byte() % 24;
            cell.value = input_.byte() - 3;
            cell.text = json.data();
            cell.text_length = json.size();
        }
        error = this->error();
        said(heng_scorer_score_values(scorer, cells.data(), input_.byte() % 4, nullptr, error),
             error);
        std::size_t count = 0;
        const std::int64_t* const items = heng_scorer_items(scorer, &count);
        REQUIRE_SO(items != nullptr || count == 0);
        heng_scorer_free(scorer);
    }

    /// As long as it is; shorter, by any number of bytes; or longer, with a tail that may be set.
    template <class Struct>
    std::size_t struct_size(Longer<Struct>& of) {
        const std::uint8_t choice = input_.byte();
        if (choice < 0xC0) {
            return sizeof of.known;
        }
        const std::size_t size = input_.byte() % (sizeof of + 1);
        of.tail[choice % of.tail.size()] = choice % 2;
        return size;
    }

    void look_at_sheet() {
        const heng_sheet* const sheet = any<heng_sheet>();
        Longer<heng_item> item;
        const std::size_t size = item.known.struct_size = struct_size(item);
        const std::size_t index = input_.byte() % 8;
        const heng_status status = heng_sheet_item(sheet, index, &item.known);
        if (sheet == nullptr) {
            REQUIRE_SO(status == HENG_INVALID_ARGUMENT);
            return;
        }
        if (size >= sizeof(std::size_t) && size <= sizeof item.known && size % sizeof(void*) == 0) {
            REQUIRE_SO((status == HENG_OK) == (index < heng_sheet_count(sheet)));
        }
        if (status == HENG_OK && size == sizeof item.known) {
            heng_item found{};
            found.struct_size = sizeof found;
            REQUIRE_SO(heng_sheet_find(sheet, item.known.id, &found) == HENG_OK);
            REQUIRE_SO(found.why != nullptr && Text{found.id} == item.known.id);
        }
        REQUIRE_SO(heng_sheet_total(sheet) != nullptr && heng_sheet_rate(sheet) != nullptr &&
                   heng_sheet_grade(sheet) != nullptr && !shown(sheet).empty());
        REQUIRE_SO(heng_sheet_text(sheet, nullptr) != nullptr);
    }

    void look_at_report() {
        const heng_report* const report = any<heng_report>();
        Longer<heng_finding> finding;
        const std::size_t size = finding.known.struct_size = struct_size(finding);
        const std::size_t index = input_.byte() % 4;
        const heng_status status = heng_report_finding(report, index, &finding.known);
        if (report == nullptr) {
            REQUIRE_SO(status == HENG_INVALID_ARGUMENT && heng_report_count(report) == 0);
            return;
        }
        if (size >= sizeof(std::size_t) && size <= sizeof finding.known &&
            size % sizeof(void*) == 0) {
            REQUIRE_SO((status == HENG_OK) == (index < heng_report_count(report)));
        }
        REQUIRE_SO(!shown(report).empty() && heng_report_complete(report) >= 0);
    }

    void look_at_texts() {
        const heng_value* const value = any<heng_value>();
        const heng_text* const text = any<heng_text>();
        REQUIRE_SO((value == nullptr) == (heng_value_type(value) == nullptr));
        REQUIRE_SO((value == nullptr) == (heng_value_text(value, nullptr) == nullptr));
        REQUIRE_SO(value == nullptr || !shown(value).empty());
        std::size_t length = 1;
        const char* const told = heng_value_explanation(value, &length);
        REQUIRE_SO(told == nullptr ? length == 0 : Text{told}.size() == length);
        const char* const data = heng_text_data(text, &length);
        REQUIRE_SO(data == nullptr ? length == 0 : Text{data}.size() == length);
    }

    void look_at_error() {
        const heng_error* const error = objects_.error;
        REQUIRE_SO(heng_version_number() > 0 && heng_version() != nullptr);
        REQUIRE_SO(heng_schema("facts") != nullptr && heng_schema("use") == nullptr);
        const std::size_t count = heng_error_count(error);
        REQUIRE_SO((error == nullptr) == (count == 0));
        for (std::size_t i = 0; i < count; ++i) {
            const heng_error* const each = heng_error_at(error, i);
            REQUIRE_SO(heng_error_status(each) != HENG_OK);
            REQUIRE_SO(!Text{heng_error_code(each)}.empty());
            REQUIRE_SO(!Text{heng_error_message(each)}.empty());
            REQUIRE_SO((heng_error_line(each) == 0) == (heng_error_column(each) == 0));
            REQUIRE_SO(heng_error_pointer(each) == nullptr || heng_error_pointer(each)[0] != ' ');
            REQUIRE_SO(heng_error_excerpt(each) == nullptr ||
                       !Text{heng_error_excerpt(each)}.empty());
        }
        REQUIRE_SO(heng_error_at(error, count) == nullptr);
    }

    void free_one() {
        switch (input_.byte() % 6) {
        case 0: // what came of it stays
            return release(std::exchange(any<heng_rubric>(), nullptr));
        case 1:
            return release(std::exchange(any<heng_facts>(), nullptr));
        case 2:
            return release(std::exchange(any<heng_sheet>(), nullptr));
        case 3:
            return release(std::exchange(any<heng_value>(), nullptr));
        case 4:
            return release(std::exchange(any<heng_report>(), nullptr));
        default:
            return release(std::exchange(any<heng_text>(), nullptr));
        }
    }

    Input& input_;
    Objects objects_;
};

const std::array<Calls::Step, 19> Calls::steps{
    &Calls::load_rubric,   &Calls::load_facts,    &Calls::load_facts,     &Calls::score,
    &Calls::score,         &Calls::evaluate,      &Calls::question,       &Calls::text,
    &Calls::draft,         &Calls::report,        &Calls::cycle_report,   &Calls::lines,
    &Calls::columns,       &Calls::look_at_sheet, &Calls::look_at_report, &Calls::look_at_texts,
    &Calls::look_at_error, &Calls::free_one,      &Calls::scorer};

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Input input{data, size};
    Calls{input}.run();
    return 0;
}
