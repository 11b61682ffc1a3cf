// SPDX-License-Identifier: Apache-2.0
//
// What a form asks for, as the rubric says it: writer and reader go by it.
//
//     const FormPlan plan = plan_of(rubric);
//     for (const Field& field : plan.fields) …
#pragma once

#include "office/json.hpp"

#include <heng/office/problem.hpp>

#include <cstdint>
#include <heng.h>
#include <string>
#include <string_view>
#include <vector>

namespace heng::office {

enum class FieldType : std::uint8_t {
    number,
    money,
    percent,
    count,
    boolean,
    text,
    date,
    figure, ///< of a target record: a number, a percentage or a day
};

struct Field {
    std::string path{}; ///< "budget.annual"; of a record, its key: "signed_late"
    FieldType type = FieldType::text;
    Words label{};
    std::string unit{};
    bool optional = false;
    std::string fallback{}; ///< its default, or ""
    std::string least{};    ///< as the rubric has it, or ""
    std::string most{};
    std::vector<Words> choices{}; ///< of a text
    std::string used_for{};       ///< the indicators that read it
    std::string basis{};          ///< their sources
};

/// A list of records, or of targets: a table that grows.
struct ListField {
    std::string path{};
    Words label{};
    bool targets = false;
    bool optional = false;
    std::vector<Field> fields{};
    std::string used_for{};
};

/// A score that people give.
struct AssessedField {
    std::string id{};
    std::string name{};
    std::string points{};
    std::string basis{};
};

struct FormPlan {
    std::string id{};
    std::string title{};
    std::string unit{};
    bool units = false;  ///< the rubric aggregates units, for which there is no form
    bool nested = false; ///< records have lists, for which there is none either
    std::vector<Field> fields{};
    std::vector<ListField> lists{};
    std::vector<AssessedField> assessed{};
    Json rubric{};
};

/// O(inputs × indicators).
[[nodiscard]] FormPlan plan_of(const heng_rubric* rubric);

/// The language of the rubric.
[[nodiscard]] Language language_of(const FormPlan& plan);

} // namespace heng::office
