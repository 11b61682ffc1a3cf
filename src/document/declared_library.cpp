// SPDX-License-Identifier: Apache-2.0
//
// library/1
#include "document/declared_input.hpp"
#include "document/schema_text.hpp"

namespace heng::detail::declared {
namespace {

constexpr Value library_heng = words_of("library/1");
constexpr Value aliases = list_of(said);
constexpr auto valid_fields = std::to_array<Field>(
    {{"from", &date, required, "From (起)"}, {"to", &date, optional, "To (止)"}});
constexpr Value valid{.form = Form::object, .what = "\"valid\"", .fields = valid_fields};
constexpr Value library_status = words_of("active retired draft");
constexpr Value by_level = words_of("level");
constexpr auto library_entry_fields = std::to_array<Field>(
    {{"code", &said, required, "Code (编码)", "Of its own in the library."},
     {"name", &said, required, "Name (名称)"},
     {"aliases", &aliases, optional, "Aliases (别名)"},
     {"category", &category},
     {"unit", &text, optional, "Unit (计量单位)"},
     {"direction", &direction, required},
     {"definition", &expression, optional, "Definition (计算公式)"},
     {"inputs", &inputs, optional, "Inputs (数据项)", "What the definition reads."},
     {"source", &said, required, "Source (出处)"},
     {"basis", &basis, required},
     {"valid", &valid, required, "Valid (有效期)"},
     {"status", &library_status, required, "Status (状态)"}});
constexpr auto library_entry_conditions = std::to_array<Condition>(
    {{.key = "direction", .is = &by_level, .otherwise = {.needs = "definition"}}});
constexpr Value library_entry{.form = Form::object,
                              .name = "library_entry",
                              .title = "An entry (指标)",
                              .what = "an entry",
                              .fields = library_entry_fields,
                              .conditions = library_entry_conditions};
constexpr Value library_entries = list_of(library_entry);

constexpr auto library_fields =
    std::to_array<Field>({{"heng", &library_heng, required, heng_title, heng_meaning},
                          {"id", &said, required, "Id (编号)"},
                          {"title", &said, required, "Title (标题)"},
                          {"source", &text, optional, "Source (出处)"},
                          {"language", &language, optional, language_title, language_meaning},
                          {"entries", &library_entries, required, "Entries (指标)"}});

} // namespace

constexpr Value library{
    .form = Form::object,
    .name = "library",
    .title = "An indicator library (指标库)",
    .meaning = "library/1: common indicators with their definitions. Checked with: heng library "
               "check",
    .what = "a library",
    .fields = library_fields};

constexpr Format library_format = format_of<library>();

} // namespace heng::detail::declared
