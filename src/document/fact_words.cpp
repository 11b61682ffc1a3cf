// SPDX-License-Identifier: Apache-2.0
#include "base/number_text.hpp"
#include "base/text/utf8.hpp"
#include "document/fact_words.hpp"
#include "feel/calendar.hpp"

namespace heng::detail::document {
namespace {

using text::Sentence;
using text::Words;

constexpr Sentence yes{"yes", "是"};
constexpr Sentence no{"no", "否"};
constexpr Sentence quoted{"\"{0}\"", "“{0}”"};
constexpr Sentence records{"{0} record{s}", "{0}条"};
constexpr Sentence is_value{"{0} is {1}", "{0}为{1}"};
constexpr Sentence is_empty{"{0} has no records", "{0}没有记录"};
constexpr Sentence has_records{"{0} has {1}", "{0}有{1}"};
constexpr Sentence not_given{"{0} is not given", "{0}未填"};
constexpr Sentence of_record{"{2} of record {1} of {0}", "{0}第{1}条的{2}"};
constexpr Sentence of_titled{"{2} of record {1} ({3}) of {0}", "{0}第{1}条（{3}）的{2}"};

Words number_words(const Input& input, const Ratio& number, std::optional<MoneyUnit> unit) {
    if (input.type == InputType::percent) {
        return text::same(base::number_text(number * Ratio{100}) + '%');
    }
    const bool money = input.type == InputType::money && unit;
    return text::same(base::number_text(number) + (money ? std::string{name(*unit)} : ""));
}

} // namespace

Words value_words(const Input& input, const feel::Value& value, std::optional<MoneyUnit> unit) {
    switch (value.kind()) {
    case feel::Kind::number:
        return number_words(input, value.number(), unit);
    case feel::Kind::boolean:
        return value.is_true() ? Words(yes) : Words(no);
    case feel::Kind::date:
        return text::same(feel::date_text(value.date_days()));
    case feel::Kind::list:
        return records(std::to_string(value.items().size()));
    default:
        return value.is_text() ? quoted(text::shortened(value.text())) : Words{};
    }
}

Words fact_words(const Words& name, const Input& input, const feel::Value& value,
                 std::optional<MoneyUnit> unit) {
    if (value.is_list()) {
        return value.items().empty() ? is_empty(name)
                                     : has_records(name, value_words(input, value, unit));
    }
    return value.is_null() ? not_given(name) : is_value(name, value_words(input, value, unit));
}

Words field_words(const std::string& list, std::size_t record, const Words& field,
                  std::string_view title) {
    const std::string number = std::to_string(record + 1);
    return title.empty() ? of_record(list, number, field)
                         : of_titled(list, number, field, text::shortened(title));
}

} // namespace heng::detail::document
