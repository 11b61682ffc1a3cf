// SPDX-License-Identifier: Apache-2.0
//
// A score sheet as text for a terminal, JSON (sheet/1), Markdown, HTML and CSV (RFC 4180, UTF-8).
//
//     std::cout << heng::to_text(sheet, facts);
//
// The same sheet gives the same bytes on every platform; no locale is read.
#pragma once

#include <heng/facts/facts.hpp>
#include <heng/score/sheet.hpp>

#include <string>

namespace heng {

/// Returns sheet/1, indented by two spaces, with a newline at the end. Precondition: `facts` are
/// those that were scored. The sheet carries their digest and their rubric's, and the version of
/// the library, so that it can be verified (verify.hpp).
[[nodiscard]] std::string to_json(const ScoreSheet& sheet, const Facts& facts);

/// Returns a table for a terminal: an indicator a line, then the total and the diagnostics. Columns
/// are aligned for fonts in which a Chinese character is two cells wide. A number that ends within
/// twelve places is written in full; any other has four places, or two digits behind the zeros it
/// begins with, and is marked: ≈9.9778, ≈0.0000033. A minus is "−".
[[nodiscard]] std::string to_text(const ScoreSheet& sheet, const Facts& facts);

/// Returns the same table in Markdown.
[[nodiscard]] std::string to_markdown(const ScoreSheet& sheet, const Facts& facts);

/// Returns the same table as a whole HTML document, which refers to nothing outside of itself.
[[nodiscard]] std::string to_html(const ScoreSheet& sheet, const Facts& facts);

/// Returns one line an item, with a header line: id, name, parent, level, kind, rule, points,
/// score, rate, lost, status, basis, why, recover, exact, grade. Points are decimals, since a
/// spreadsheet reads 10/9 as a day: a decimal that does not end has ten places, and `exact` has the
/// score as "10 ÷ 9"; `exact` is empty otherwise. Only the total, in the last line, has a grade.
/// Lines end in CRLF as RFC 4180 says; with `mark` the text begins with a byte order mark, without
/// which Excel reads Chinese as another character set. A text that begins like a spreadsheet's
/// formula (= + - @, also full-width, also behind spaces) gets an apostrophe before it, since facts
/// come from those who are scored. Control characters except line ends and tabs become U+FFFD.
[[nodiscard]] std::string to_csv(const ScoreSheet& sheet, bool mark = false);

} // namespace heng
