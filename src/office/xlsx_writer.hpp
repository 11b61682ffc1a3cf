// SPDX-License-Identifier: Apache-2.0
//
// A workbook that is written: cells by their look, drop-downs, checks, protection.
//
//     XlsxWriter book{"标题"};
//     book.sheet("填报");
//     book.text({1, 1}, "数据项", Look::head);
//     book.number({2, 2}, "522688.65", Look::number_in);
//     const std::string bytes = book.finish();
//
// Numbers come as decimal text, and are numbers of the sheet where they have at most 15 significant
// digits; others are its texts. The same calls give the same bytes. A text is never a formula.
#pragma once

#include <heng/office/problem.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace heng::office {

/// How a cell looks; those that end in _in are to be filled in, and not protected.
enum class Look : std::uint8_t {
    plain,
    title,
    note,
    head,
    label,
    code,
    text_in,
    number_in,
    percent_in,
    date_in,
    score,
    total,
};

/// From 1.
struct Spot {
    std::size_t row = 1;
    std::size_t column = 1;
};

/// "填报" → "'填报'!$B$7".
[[nodiscard]] std::string reference(std::string_view sheet, Spot spot);

/// A name that a sheet may have, and that none has so far: at most 31 characters, without []:*?/\.
[[nodiscard]] std::string sheet_name(std::string_view wanted,
                                     const std::vector<std::string>& taken);

class XlsxWriter {
  public:
    explicit XlsxWriter(const std::string& title);
    XlsxWriter(const XlsxWriter&) = delete;
    XlsxWriter& operator=(const XlsxWriter&) = delete;
    ~XlsxWriter();

    /// Begins a sheet, to which all that follows belongs. Precondition: a name of sheet_name.
    void sheet(const std::string& name);

    void text(Spot spot, std::string_view text, Look look);
    void number(Spot spot, const std::string& decimal, Look look);
    void blank(Spot spot, Look look);
    /// A day as date_serial reads it; another text as it is.
    void date(Spot spot, const std::string& day, Look look);
    /// `result` is what it comes to: a number where `numeric`.
    void formula(Spot spot, const std::string& formula, const std::string& result, bool numeric,
                 Look look);
    void merge(Spot from, Spot to, std::string_view text, Look look);
    /// The look is that of all its cells that are not written.
    void column(std::size_t column, unsigned width, Look look);
    void height(std::size_t row, unsigned height);
    void freeze(Spot below);

    struct Check {
        enum class Kind : std::uint8_t { list, number, whole, date } kind = Kind::number;
        std::vector<std::string> words{}; ///< of a list
        std::string least{};              ///< decimal, or "" for none
        std::string most{};
        std::string advice{}; ///< shown where it fails
    };
    /// Checks what is typed into a block of cells.
    void check(Spot from, Spot to, const Check& check);

    /// Protects the sheet, without a password: what is not filled in stays. Rows may be added where
    /// it grows.
    void protect(bool grows);

    /// The whole file. Problem: `office.broken` where it can't be written, which nothing but a full
    /// disk for temporary files causes.
    [[nodiscard]] Expected<std::string> finish();

  private:
    struct Book;
    std::unique_ptr<Book> book_;
};

} // namespace heng::office
