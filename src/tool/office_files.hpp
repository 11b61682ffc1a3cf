// SPDX-License-Identifier: Apache-2.0
//
// Facts in files of Excel and Word: read into facts/1, with the cell of each figure for errors.
//
//     const auto text = read_facts(rubric, "form.xlsx");     // or facts.json, which stays as it is
//     if (!text) return refuse(text.error());                // form.xlsx:填报!B7: error: …
#pragma once

#include "tool.hpp"

#include <heng/document/rubric_document.hpp>

#include <string>

namespace heng::tool {

/// The text of a facts document, or of what a filled form has. Errors: those of read_document, and
/// all that is wrong with the form, with what is wrong with its facts.
[[nodiscard]] Result<std::string> read_facts(const RubricDocument& rubric, const std::string& path);

/// The error with the cell in place of the line, where it is about a form that was read.
[[nodiscard]] Error in_cells(Error error);

} // namespace heng::tool
