// SPDX-License-Identifier: Apache-2.0
//
// A score sheet as text for a terminal, JSON (sheet/1), Markdown, HTML and CSV (RFC 4180, UTF-8).
//
//     std::cout << heng::to_text(sheet);
//
// The same sheet gives the same bytes on every platform; no locale is read.
#pragma once

#include <heng/document/facts.hpp>
#include <heng/document/rubric_document.hpp>
#include <heng/score/sheet.hpp>

#include <string>

namespace heng {

/// sheet/1, indented by two spaces, with a newline at the end. `rubric` and `facts` are those that
/// were scored: the sheet carries the digests of both, and the version of the library, so that it
/// can be verified (verify.hpp).
[[nodiscard]] std::string to_json(const ScoreSheet& sheet, const RubricDocument& rubric,
                                  const Facts& facts);

/// A table for a terminal: an indicator a line, then the total and what a reader should know.
/// Columns are aligned for fonts in which a Chinese character is two cells wide. A number that ends
/// within twelve places is written in full; any other has four places, or two digits behind the
/// zeros it begins with, and is marked: ≈9.9778, ≈0.0000033. A minus is "−".
[[nodiscard]] std::string to_text(const ScoreSheet& sheet, const Facts& facts);

/// The same table in Markdown.
[[nodiscard]] std::string to_markdown(const ScoreSheet& sheet, const Facts& facts);

/// The same table as a whole HTML document, which refers to nothing outside of itself.
[[nodiscard]] std::string to_html(const ScoreSheet& sheet, const Facts& facts);

/// One line an item, with a header line: id, name, parent, level, kind, rule, points, score, rate,
/// lost, status, basis, why, recover, exact. Points are decimals, since a spreadsheet reads 10/9 as
/// a day: what does not end has ten places, and "10 ÷ 9" of the score in `exact`, which is empty
/// elsewhere. Lines end in CRLF as RFC 4180 says. A text that begins as a formula of a spreadsheet
/// does (= + - @) gets an apostrophe before it: facts come from those who are scored. Control
/// characters but ends of lines and tabs are U+FFFD.
[[nodiscard]] std::string to_csv(const ScoreSheet& sheet);

} // namespace heng
