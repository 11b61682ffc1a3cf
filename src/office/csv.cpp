// SPDX-License-Identifier: Apache-2.0
#include "office/readers.hpp"
#include "office/said.hpp"
#include "office/table_builder.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace heng::office {
namespace {

/// The sign that stands most often outside of quotation marks in the first lines; a comma where
/// none does.
char separator_of(std::string_view text) {
    constexpr std::array<char, 3> signs{',', ';', '\t'};
    constexpr int lines_looked_at = 20;
    std::array<std::size_t, signs.size()> found{};
    bool quoted = false;
    int lines = 0;
    for (const char c : text) {
        quoted = quoted != (c == '"');
        if (!quoted && c == '\n' && ++lines == lines_looked_at) {
            break;
        }
        const auto* const sign = std::find(signs.begin(), signs.end(), c);
        if (!quoted && sign != signs.end()) {
            ++found[static_cast<std::size_t>(sign - signs.begin())];
        }
    }
    return signs[static_cast<std::size_t>(std::max_element(found.begin(), found.end()) -
                                          found.begin())];
}

class CsvReader {
  public:
    CsvReader(std::string_view text, char separator, TableBuilder& builder)
        : text_(text), separator_(separator), builder_(builder) {}

    [[nodiscard]] std::optional<Problem> run() {
        for (std::size_t row = 1; !text_.empty(); ++row) {
            std::size_t column = 0;
            bool more = true;
            while (more) {
                Cell cell{.row = row, .column = ++column};
                more = field(cell.text);
                cell.text = tidy_text(cell.text);
                if (auto why = builder_.add(std::move(cell))) {
                    return why;
                }
            }
        }
        return std::nullopt;
    }

  private:
    /// Reads a field and what ends it; whether another one follows in the record.
    bool field(std::string& to) {
        if (text_.starts_with('"')) {
            quoted(to);
        }
        const char ends[] = {separator_, '\n', '\0'}; // a C string
        const std::size_t end = std::min(text_.find_first_of(ends), text_.size());
        to += text_.substr(0, end); // behind a quotation, there should be nothing
        if (to.ends_with('\r')) {
            to.pop_back();
        }
        const bool more = end < text_.size() && text_[end] == separator_;
        text_.remove_prefix(std::min(end + 1, text_.size()));
        return more;
    }

    void quoted(std::string& to) {
        text_.remove_prefix(1);
        for (;;) {
            const std::size_t quote = std::min(text_.find('"'), text_.size());
            to += text_.substr(0, quote);
            text_.remove_prefix(std::min(quote + 1, text_.size()));
            if (!text_.starts_with('"')) {
                return;
            }
            to += '"';
            text_.remove_prefix(1);
        }
    }

    std::string_view text_;
    char separator_;
    TableBuilder& builder_;
};

} // namespace

Expected<File> read_csv(std::string_view bytes, const Bounds& bounds) {
    const auto text = utf8_of(bytes);
    if (!text) {
        return tl::unexpected<Problems>{text.error()};
    }
    std::string_view records = *text;
    char separator = '\0';
    if (records.starts_with("sep=") && records.size() > 5) { // for Excel alone
        separator = records[4];
        records.remove_prefix(std::min(records.find('\n') + 1, records.size()));
    } else {
        separator = separator_of(records);
    }
    CellsLeft left{bounds};
    TableBuilder builder{Table{}, bounds, left};
    if (auto why = CsvReader{records, separator, builder}.run()) {
        return refused(*std::move(why));
    }
    auto table = std::move(builder).finish();
    if (!table) {
        return tl::unexpected<Problems>{std::move(table.error())};
    }
    return File{Kind::csv, {*std::move(table)}};
}

} // namespace heng::office
