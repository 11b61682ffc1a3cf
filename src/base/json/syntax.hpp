// SPDX-License-Identifier: Apache-2.0
//
// What is wrong with a text that is no JSON: the place, what was found, and what to write.
//
//     {"points": 1,000}     json.syntax 1:13: after "," a key in double quotes must follow, …
//
// Used after a parser has refused the text, so only what stands behind the last token that it took
// is looked at, and that once.
#pragma once

#include "base/text/messages.hpp"

#include <heng/limits.hpp>
#include <heng/result.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace heng::detail::json {

/// The last token that was taken.
enum class JsonAfter {
    nothing,
    open_array,
    open_object,
    key,
    value_in_array,
    value_in_object,
    end
};

/// How far a parser came.
struct JsonProgress {
    JsonAfter after = JsonAfter::nothing;
    std::size_t offset = 0; ///< just behind that token
    /// Where the innermost open container begins; no meaning where there is none.
    std::size_t container = 0;
};

struct JsonFault {
    std::string code;
    std::size_t offset = 0;
    text::Words message;
    text::Words hint;
};

/// The faults that a document may not have, whether it was parsed or written.
[[nodiscard]] JsonFault too_many_rows(std::size_t offset, std::size_t most);
[[nodiscard]] JsonFault too_deep(std::size_t offset, int most);
[[nodiscard]] JsonFault nul_in_string(std::size_t offset);
[[nodiscard]] JsonFault no_utf8(std::size_t offset);
/// Offsets are 32 bits: that is a limit, too.
[[nodiscard]] std::optional<Error> too_many_bytes(std::size_t bytes, const Limits& limits);

/// The fault as an error in `text`, at a pointer.
[[nodiscard]] Error error_of(const JsonFault& fault, std::string_view text, std::string pointer);

/// What refuses `text` behind `progress`. A fault is always found: where the rest has none that is
/// known here, it says only that the text is no JSON.
[[nodiscard]] JsonFault json_fault(std::string_view text, const JsonProgress& progress);

/// What is wrong before parsing begins: a byte order mark, UTF-16, or no text at all.
[[nodiscard]] std::optional<JsonFault> json_fault_at_start(std::string_view text);

} // namespace heng::detail::json
