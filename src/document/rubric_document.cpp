// SPDX-License-Identifier: Apache-2.0
#include "base/digest.hpp"
#include "base/json/canonical.hpp"
#include "document/compiled_rubric.hpp"
#include "document/rubric_reader.hpp"
#include "document/scales.hpp"
#include "document/within_limits.hpp"

#include <heng/document/rubric_document.hpp>

#include <array>
#include <cstddef>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

namespace heng {
namespace {

/// A rubric with one test more gives the same scores, and is the same rubric.
constexpr std::array<std::string_view, 2> not_scored{"tests", "equivalent"};

/// For each input the next whose path differs in its last part alone; itself where there is none.
std::vector<detail::feel::SlotId> next_inputs(const std::vector<detail::document::Input>& inputs) {
    std::vector<detail::feel::SlotId> next(inputs.size());
    std::map<std::string_view, std::size_t> last; // of each group
    for (std::size_t slot = 0; slot < inputs.size(); ++slot) {
        const std::string_view path = inputs[slot].path;
        const auto own = static_cast<detail::feel::SlotId>(slot);
        next[slot] = own;
        const std::size_t dot = path.rfind('.');
        const auto [before, is_new] =
            last.try_emplace(path.substr(0, dot == path.npos ? 0 : dot), slot);
        if (!is_new) {
            next[before->second] = own;
            before->second = slot;
        }
    }
    return next;
}

} // namespace

const std::string& detail::document::RubricDigest::of(const json::JsonDocument& document) const {
    const base::Lock lock{mutex_};
    if (text_.empty()) {
        text_ = base::digest_of(json::canonical_of(document.root(), not_scored));
    }
    return text_;
}

Result<RubricDocument> RubricDocument::parse(std::string_view json, const Limits& limits) {
    auto parsed = detail::json::JsonDocument::parse(json, limits);
    return parsed ? of(*parsed, limits) : Failure{std::move(parsed.error())};
}

Result<RubricDocument> RubricDocument::of(const detail::json::JsonDocument& json,
                                          const Limits& limits) {
    return detail::document::within_limits([&]() -> Result<RubricDocument> {
        auto compiled = detail::document::compiled(json, limits);
        if (!compiled) {
            return Failure{std::move(compiled.error())};
        }
        detail::document::note_ratios(**compiled);
        (*compiled)->json = json;
        (*compiled)->next_inputs = next_inputs((*compiled)->inputs);
        (*compiled)->layout = detail::document::SheetLayout{(*compiled)->rubric.indicators};
        return RubricDocument{*std::move(compiled)};
    });
}

RubricDocument RubricDocument::spoken_in(Language language) const {
    if (language == compiled_->rubric.language) {
        return *this;
    }
    auto spoken = std::make_shared<detail::document::CompiledRubric>(*compiled_);
    spoken->rubric.language = language;
    return RubricDocument{std::move(spoken)};
}

const Rubric& RubricDocument::rubric() const {
    return compiled_->rubric;
}

std::string_view RubricDocument::text() const {
    return compiled_->json->text();
}

const std::string& RubricDocument::digest() const {
    return compiled_->digest->of(*compiled_->json);
}

} // namespace heng
