// SPDX-License-Identifier: Apache-2.0
#include "office/form_layout.hpp"
#include "office/form_messages.hpp"
#include "office/messages.hpp"

#include <heng/office/form.hpp>

#include <utility>

namespace heng::office {
namespace {

/// All errors of libheng, as problems without a place.
Problems problems_of(const heng_error* error) {
    Problems all;
    for (std::size_t i = 0; i < heng_error_count(error); ++i) {
        const heng_error* const one = heng_error_at(error, i);
        const std::string message = heng_error_message(one);
        all.push_back(problem(heng_error_status(one), heng_error_code(one), {message, message}));
    }
    return all;
}

/// Whether heng accepts the facts, and what it scores by them.
class Scored {
  public:
    Scored() = default;
    Scored(const Scored&) = delete;
    Scored& operator=(const Scored&) = delete;
    ~Scored() {
        heng_error_free(error_);
        heng_sheet_free(sheet_);
        heng_facts_free(facts_);
    }

    [[nodiscard]] bool load(const heng_rubric* rubric, std::string_view facts) {
        if (heng_facts_load(rubric, facts.data(), facts.size(), &facts_, &error_) != HENG_OK) {
            return false;
        }
        if (heng_score(rubric, facts_, &sheet_, nullptr) != HENG_OK) {
            sheet_ = nullptr; // a figure is missing: the form is there to ask for it
        }
        return true;
    }

    [[nodiscard]] const heng_error* error() const { return error_; }
    [[nodiscard]] const heng_sheet* sheet() const { return sheet_; }

  private:
    heng_facts* facts_ = nullptr;
    heng_sheet* sheet_ = nullptr;
    heng_error* error_ = nullptr;
};

} // namespace

Expected<std::string> write_form(const heng_rubric* rubric, std::string_view facts,
                                 Language language) {
    const FormPlan plan = plan_of(rubric);
    if (plan.units || plan.nested) {
        return refused(problem(HENG_INVALID_ARGUMENT, "office.form",
                               plan.units ? say::units_form : say::nested_form, {},
                               say::facts_as_json));
    }
    Scored scored;
    if (!facts.empty() && !scored.load(rubric, facts)) {
        return tl::unexpected<Problems>{problems_of(scored.error())};
    }
    FormLayout layout{plan, read_json(facts), scored.sheet(), language};
    return layout.run();
}

} // namespace heng::office
