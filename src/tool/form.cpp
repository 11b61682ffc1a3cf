// SPDX-License-Identifier: Apache-2.0
//
// heng form -r RUBRIC -o FILE.xlsx [FACTS]
#include "base/text/messages.hpp"
#include "command.hpp"
#include "documents.hpp"
#include "office_files.hpp"
#include "replace_file.hpp"

#include <heng/office/form.hpp>

#include <memory>
#include <utility>

namespace heng::tool {
namespace {

struct Options {
    std::string rubric;
    std::string facts;
    std::string output;
};

struct FreeRubric {
    void operator()(heng_rubric* rubric) const { heng_rubric_free(rubric); }
};

/// A workbook that can't be written is refused as a whole.
Exit refuse_form(const office::Problems& problems, Language language) {
    const office::Problem& first = problems.front();
    return refuse(in_language(detail::text::error_of(static_cast<Status>(first.status), first.code,
                                                     {first.message.en, first.message.zh},
                                                     {first.hint.en, first.hint.zh}),
                              language));
}

Exit run(const Options& options) {
    const Result<RubricDocument> rubric = load_rubric(options.rubric);
    if (!rubric) {
        return refuse_rubric(options.rubric, rubric.error());
    }
    std::string facts;
    if (!options.facts.empty()) {
        const Result<std::string> text = read_facts(*rubric, options.facts);
        if (!text) {
            return refuse(text.error());
        }
        Result<Facts> read = Facts::parse(*rubric, *text, limits());
        if (!read) {
            return refuse(in_document(std::move(read.error()), document_name(options.facts)));
        }
        facts = *text;
    }
    heng_rubric* loaded = nullptr;
    (void)heng_rubric_load(rubric->text().data(), rubric->text().size(), &loaded, nullptr);
    const std::unique_ptr<heng_rubric, FreeRubric> owned{loaded};
    const Language language = limits().language.value_or(rubric->rubric().language);
    const auto book = office::write_form(
        owned.get(), facts, language == Language::zh ? office::Language::zh : office::Language::en);
    return book ? replace_file(options.output, *book) : refuse_form(book.error(), language);
}

} // namespace

void add_form(Command line) {
    Command command = line.command("form", "Write a workbook in which the facts are filled in",
                                   "heng form -r guangzhou-department-2023 -o form.xlsx");
    const auto options = std::make_shared<Options>();
    add_rubric_option(command, options->rubric);
    command.option("-o,--output", options->output, "The workbook; - is standard output")
        .required()
        .called("FILE");
    command.optional_argument("FACTS", options->facts,
                              "Facts that fill it, as far as they are known");
    command.runs([options] { return run(*options); });
}

} // namespace heng::tool
