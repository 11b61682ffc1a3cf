// SPDX-License-Identifier: Apache-2.0
//
// The C ABI as a sequence of calls that the bytes choose: objects are loaded, used together, looked
// at and freed in any order that the header allows, with NULL wherever it allows NULL. What is made
// is freed in the end; the sanitizers see the rest.
#include "fuzz.hpp"

#include <array>
#include <heng.h>
#include <utility>

namespace {

using heng::fuzz::Input;

constexpr std::size_t slots = 4;

const std::array<std::string_view, 6> rubrics{
    R"({"heng":"rubric/1","id":"a","title":"A","points":"10","inputs":{"x":{"type":"number"},
        "y":{"type":"number"}},"indicators":[{"id":"i","name":"i","points":"10",
        "measure":"x / y","rule":{"kind":"proportional"}}]})",
    R"({"heng":"rubric/1","id":"b","title":"B","language":"en","points":"5",
        "rounding":{"scale":1,"mode":"half-up","at":["leaf"]},"inputs":{"x":{"type":"count"}},
        "indicators":[{"id":"i","name":"i","points":"5","rule":{"kind":"occurrences",
        "each":[{"count":"x","deduct":"1","label":"l"}]}}]})",
    R"({"heng":"rubric/1","id":"c","title":"C","points":"3","inputs":{"l":{"type":"list",
        "of":"target"}},"indicators":[{"id":"i","name":"i","points":"3","rule":{"kind":"targets",
        "rows":"l","weights":"equal"}}]})",
    R"({"heng":"rubric/1"})",
    "{",
    ""};
const std::array<std::string_view, 6> documents{
    R"({"heng":"facts/1","data":{"x":1,"y":3}})",
    R"({"heng":"facts/1","data":{"x":2}})",
    R"({"heng":"facts/1","data":{"x":0,"y":0,"l":[{"name":"t","direction":">=","target":"3",
        "actual":"2"}]}})",
    R"({"heng":"facts/1","data":{"x":-1,"y":"1e3"}})",
    "[]",
    ""};

struct Objects {
    std::array<heng_rubric*, slots> rubric{};
    std::array<heng_facts*, slots> facts{};
    std::array<heng_sheet*, slots> sheet{};
    std::array<heng_text*, slots> text{};
    heng_error* error = nullptr;

    ~Objects() {
        for (std::size_t i = 0; i < slots; ++i) {
            heng_sheet_free(sheet[i]);
            heng_facts_free(facts[i]);
            heng_rubric_free(rubric[i]);
            heng_text_free(text[i]);
        }
        heng_error_free(error);
    }
};

class Calls {
  public:
    explicit Calls(Input& input) : input_(input) {}

    void run() {
        for (int steps = 0; steps < 200 && input_.left() > 0; ++steps) {
            step(input_.byte() % 12);
        }
    }

  private:
    template <class T>
    T& any(std::array<T, slots>& of) {
        return of[input_.byte() % slots];
    }

    /// Where an error is to go: nowhere, or to where the last one was, which is freed first.
    heng_error** error() {
        if (input_.byte() % 4 == 0) {
            return nullptr;
        }
        heng_error_free(objects_.error);
        objects_.error = nullptr;
        return &objects_.error;
    }

    void said(heng_status status, const void* made, heng_error* const* error) {
        REQUIRE_SO((status == HENG_OK) == (made != nullptr));
        REQUIRE_SO(error == nullptr || (*error == nullptr) == (status == HENG_OK));
        REQUIRE_SO(status != HENG_INTERNAL_ERROR);
    }

    void step(int which) {
        switch (which) {
        case 0:
            return load_rubric();
        case 1:
        case 2:
            return load_facts();
        case 3:
        case 4:
            return score();
        case 5:
        case 6:
            return question();
        case 7:
            return look_at_sheet();
        case 8: // what came of it stays
            return heng_rubric_free(std::exchange(any(objects_.rubric), nullptr));
        case 9:
            return heng_facts_free(std::exchange(any(objects_.facts), nullptr));
        case 10:
            return look_at_error();
        default:
            return heng_sheet_free(std::exchange(any(objects_.sheet), nullptr));
        }
    }

    void load_rubric() {
        heng_rubric*& slot = any(objects_.rubric);
        heng_rubric_free(slot);
        slot = nullptr;
        heng_error** const error = this->error();
        const std::string_view text = rubrics[input_.byte() % rubrics.size()];
        const heng_status status = text.empty()
                                       ? heng_rubric_builtin("project-2020", &slot, error)
                                       : heng_rubric_load(text.data(), text.size(), &slot, error);
        said(status, slot, error);
    }

    void load_facts() {
        heng_facts*& slot = any(objects_.facts);
        heng_facts_free(slot);
        slot = nullptr;
        heng_error** const error = this->error();
        const std::string_view text = documents[input_.byte() % documents.size()];
        const heng_rubric* const rubric = any(objects_.rubric);
        const heng_status status = heng_facts_load(rubric, text.data(), text.size(), &slot, error);
        REQUIRE_SO(rubric != nullptr || status == HENG_INVALID_ARGUMENT);
        said(status, slot, error);
    }

    void score() {
        heng_sheet*& slot = any(objects_.sheet);
        heng_sheet_free(slot);
        slot = nullptr;
        heng_error** const error = this->error();
        const heng_rubric* const rubric = any(objects_.rubric);
        said(heng_score(rubric, any(objects_.facts), &slot, error), slot, error);
    }

    void question() {
        heng_text*& slot = any(objects_.text);
        heng_text_free(slot);
        slot = nullptr;
        heng_error** const error = this->error();
        const heng_rubric* const rubric = any(objects_.rubric);
        const heng_facts* const facts = any(objects_.facts);
        const heng_sheet* const sheet = any(objects_.sheet);
        heng_status status = HENG_OK;
        switch (input_.byte() % 3) {
        case 0:
            status = heng_explain(rubric, facts, &slot, error);
            break;
        case 1:
            status = heng_diff(facts, any(objects_.facts), &slot, error);
            break;
        default: {
            std::size_t length = 0;
            const char* const json = sheet != nullptr ? heng_sheet_json(sheet, &length) : nullptr;
            status = heng_verify(json, length, rubric, facts, &slot, error);
        }
        }
        said(status, slot, error);
    }

    void look_at_sheet() {
        const heng_sheet* const sheet = any(objects_.sheet);
        heng_item item{};
        // as much as there is, or less: more would be the caller's own mistake
        item.struct_size = input_.byte() % 4 == 0 ? input_.byte() % (sizeof item + 1) : sizeof item;
        if (sheet == nullptr) {
            REQUIRE_SO(heng_sheet_item(sheet, 0, &item) == HENG_INVALID_ARGUMENT);
            return;
        }
        const std::size_t index = input_.byte() % 8;
        const std::size_t size = item.struct_size;
        const heng_status status = heng_sheet_item(sheet, index, &item);
        if (size >= sizeof(std::size_t) && size <= sizeof item) {
            REQUIRE_SO((status == HENG_OK) == (index < heng_sheet_count(sheet)));
        }
        REQUIRE_SO(heng_sheet_total(sheet) != nullptr &&
                   heng_sheet_text(sheet, nullptr) != nullptr);
    }

    void look_at_error() {
        if (objects_.error == nullptr) {
            return;
        }
        REQUIRE_SO(heng_error_status(objects_.error) != HENG_OK);
        REQUIRE_SO(heng_error_at(objects_.error, heng_error_count(objects_.error)) == nullptr);
    }

    Input& input_;
    Objects objects_;
};

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Input input{data, size};
    Calls{input}.run();
    return 0;
}
