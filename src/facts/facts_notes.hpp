// SPDX-License-Identifier: Apache-2.0
//
// Notes on facts that are scored all the same: keys that nothing reads, a year in which the
// rubric is not in force, figures that may be meant otherwise.
#pragma once

#include "base/phrases.hpp"
#include "document/compiled_rubric.hpp"
#include "document/input_value.hpp"
#include "facts/loaded_facts.hpp"

#include <string>

namespace heng::detail::facts {

class FactsNotes {
  public:
    /// Both must outlive it.
    FactsNotes(const document::CompiledRubric& rubric, LoadedFacts& facts)
        : rubric_(rubric), facts_(facts) {}

    /// `where` is a JSON Pointer.
    void note(std::string code, std::string where, base::Phrase message);

    /// Notes a year of facts, which stands at `where`, in which the rubric is not in force.
    void year(std::string where);

    /// Takes the notes of the figures under a value; its pointer is made only where there are any.
    template <class Pointer>
    void figures(document::FigureNotes& notes, const Pointer& pointer) {
        for (const document::FigureNote& each : notes.list) {
            figure(each, pointer() + each.where);
        }
        notes.list.clear();
    }

  private:
    void figure(const document::FigureNote& figure, std::string where);

    const document::CompiledRubric& rubric_;
    LoadedFacts& facts_;
};

} // namespace heng::detail::facts
