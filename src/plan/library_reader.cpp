// SPDX-License-Identifier: Apache-2.0
#include "base/json/declared.hpp"
#include "document/compiled_rubric.hpp"
#include "document/expression_reader.hpp"
#include "plan/common_reader.hpp"
#include "plan/loaded_library.hpp"
#include "plan/messages.hpp"

#include <algorithm>
#include <utility>

namespace heng::detail::plan {
namespace {

using json::ObjectReader;
using json::Reader;

class LibraryReader {
  public:
    explicit LibraryReader(LoadedLibrary& loaded) : loaded_{loaded} {}

    void run(const Reader& root) {
        const ObjectReader object = root.as(declared::library).object();
        Library& library = loaded_.library;
        library.id = said_text(object["id"]);
        library.title = said_text(object["title"]);
        library.source = text_of(object["source"]);
        library.language = read_language(object["language"]);
        for (const Reader entry : object["entries"].elements()) {
            read_entry(entry);
        }
    }

  private:
    void read_entry(const Reader& reader) {
        const ObjectReader object = reader.object();
        LibraryEntry entry;
        entry.code = codes_.read(object["code"]);
        entry.name = said_text(object["name"]);
        for (const Reader alias : object["aliases"].elements()) {
            entry.aliases.push_back(said_text(alias));
        }
        if (object.has("category")) {
            entry.category = object["category"].word<IndicatorCategory>();
        }
        entry.unit = text_of(object["unit"]);
        const auto direction = object["direction"].word<Direction>();
        entry.direction = direction.value_or(entry.direction);
        entry.source = said_text(object["source"]);
        entry.basis = object["basis"].word<Basis>().value_or(Basis::local);
        entry.status = object["status"].word<LibraryStatus>().value_or(entry.status);
        read_valid(object["valid"], entry);
        LoadedEntry loaded{reader.json()};
        read_definition(object, direction, entry, loaded);
        loaded_.library.entries.push_back(std::move(entry));
        loaded_.entries.push_back(std::move(loaded));
    }

    static void read_valid(const Reader& valid, LibraryEntry& entry) {
        const ObjectReader object = valid.object();
        entry.valid_from = object["from"].date().value_or("");
        if (const auto to = object["to"].date()) {
            entry.valid_to = *to;
            if (*to < entry.valid_from) {
                object["to"].problem("valid", say::ends_before_begins);
            }
        }
    }

    /// Compiled as an expression of a rubric is, so that what it reads is what it declares.
    void read_definition(const ObjectReader& object, std::optional<Direction> direction,
                         LibraryEntry& entry, LoadedEntry& loaded) const {
        const bool by_level = direction == Direction::level;
        const Reader text =
            by_level || !direction ? object.optional("definition") : object.required("definition");
        document::CompiledRubric compiled;
        compiled.rubric.language = loaded_.library.language;
        document::ExpressionReader expressions{compiled};
        const std::size_t before = text.problems().size();
        const Reader inputs = object["inputs"];
        if (inputs.is_present() && !inputs.is(json::JsonKind::object)) {
            (void)inputs.members(); // says so
            return;
        }
        expressions.declare(inputs, Reader{std::nullopt, text.problems()});
        entry.definition = text.is(json::JsonKind::string) ? text.json().text() : "";
        loaded.inputs = compiled.inputs;
        if (text.problems().size() != before) {
            return; // what reads a wrong input would be blamed for it
        }
        const auto term =
            expressions.term(text, by_level ? feel::ExpectedType::any : feel::ExpectedType::number);
        if (!term) {
            return;
        }
        const auto read = compiled.program.static_reads(compiled.expression(*term).id);
        for (feel::SlotId slot = 0; slot < compiled.inputs.size(); ++slot) {
            if (!std::binary_search(read.begin(), read.end(), slot)) {
                loaded.unread.push_back(compiled.inputs[slot].path);
            }
        }
    }

    LoadedLibrary& loaded_;
    Ids codes_{"entry", "code"};
};

} // namespace

void read_library(const Reader& root, LoadedLibrary& loaded) {
    LibraryReader{loaded}.run(root);
}

} // namespace heng::detail::plan
