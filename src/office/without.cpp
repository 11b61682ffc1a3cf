// SPDX-License-Identifier: Apache-2.0
//
// In a build without the packages that read and write Office files: each says so. CSV is read.
#include "office/messages.hpp"
#include "office/readers.hpp"

#include <heng/office/form.hpp>

#include <heng.h>

namespace heng::office {
namespace {

auto missing() {
    return refused(problem(HENG_INVALID_ARGUMENT, "office.missing", say::without_office, {},
                           say::build_with_office));
}

} // namespace

Expected<File> read_xlsx(std::string_view /*bytes*/, const Bounds& /*bounds*/) {
    return missing();
}

Expected<File> read_docx(std::string_view /*bytes*/, const Bounds& /*bounds*/) {
    return missing();
}

Expected<File> read_html(std::string_view /*bytes*/, const Bounds& /*bounds*/) {
    return missing();
}

Expected<std::string> write_form(const heng_rubric* /*rubric*/, std::string_view /*facts*/,
                                 Language /*language*/) {
    return missing();
}

} // namespace heng::office
