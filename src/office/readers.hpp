// SPDX-License-Identifier: Apache-2.0
//
// One reader a kind of file; read_tables chooses among them.
#pragma once

#include <heng/office/tables.hpp>

#include <string>
#include <string_view>

namespace heng::office {

[[nodiscard]] Expected<File> read_xlsx(std::string_view bytes, const Bounds& bounds);
[[nodiscard]] Expected<File> read_docx(std::string_view bytes, const Bounds& bounds);
[[nodiscard]] Expected<File> read_html(std::string_view bytes, const Bounds& bounds);
[[nodiscard]] Expected<File> read_csv(std::string_view bytes, const Bounds& bounds);

/// Whether the file's own text is UTF-8, without a byte order mark's bytes.
[[nodiscard]] bool is_utf8(std::string_view text);

/// A text file in UTF-8 without a mark: from UTF-8, from UTF-16 with a mark, else from GB18030.
/// Problem: `office.broken`.
[[nodiscard]] Expected<std::string> utf8_of(std::string_view bytes);

/// Why a kind of file is not read. Precondition: !has_tables(kind).
[[nodiscard]] Problem not_read(Kind kind);

} // namespace heng::office
