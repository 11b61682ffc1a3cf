// SPDX-License-Identifier: Apache-2.0
//
// The sheets of a form.
//
//     FormLayout layout{plan, facts, sheet, Language::zh};
//     const auto bytes = layout.run();
#pragma once

#include "office/form_plan.hpp"
#include "office/said.hpp"
#include "office/xlsx_writer.hpp"

#include <heng.h>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace heng::office {

class FormLayout {
  public:
    /// `facts` of kind none: a blank form. `sheet` may be NULL: no scores are known.
    FormLayout(const FormPlan& plan, Json facts, const heng_sheet* sheet, Language language);

    [[nodiscard]] Expected<std::string> run();

  private:
    [[nodiscard]] std::string in(const Sentence& sentence) const { return sentence.in(language_); }
    [[nodiscard]] std::string in(const Words& words) const { return office::in(words, language_); }

    void name_sheets();
    void write_inputs();
    void write_about(const char* code, const Words& label, const std::string& value, bool fixed);
    void write_field(const Field& field);
    void write_some(const ListField& list);
    void write_list(const ListField& list, const std::string& sheet);
    void write_record(const ListField& list, const std::vector<const Field*>& columns,
                      const Json& record, std::size_t row);
    void write_assessed();
    void write_scores();
    void write_indicators(const Json& indicators, int level, std::vector<std::string>& cells);
    void write_help();

    /// The value of a fact, in the cell of its type.
    void write_value(Spot spot, const Field& field, const Json& value, bool money_is_ours);
    [[nodiscard]] std::string meaning_of(const Field& field) const;
    void check(Spot from, Spot to, const Field& field);
    /// Makes a row as high as its texts need in columns of these widths.
    void fit_row(std::size_t row, std::span<const std::string> texts,
                 std::span<const unsigned> widths);
    void heading(std::size_t row, const std::vector<std::string>& words);
    [[nodiscard]] std::string score_of(const std::string& id) const;
    /// The places to which a score at this level is rounded, "" for none; "?" where a spreadsheet
    /// does not round so.
    [[nodiscard]] std::string places_of(const std::string& level, bool leaf) const;

    const FormPlan& plan_;
    Json facts_;
    const heng_sheet* sheet_;
    Language language_;
    XlsxWriter book_;
    std::vector<std::string> names_{};
    std::string inputs_{};
    std::string assessed_{};
    std::string scores_{};
    std::map<std::string, std::string> list_sheets_{};
    std::map<std::string, std::string> cells_{}; ///< for formulas
    std::size_t row_ = 1;
};

} // namespace heng::office
