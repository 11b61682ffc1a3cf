// SPDX-License-Identifier: Apache-2.0
//
// heng_facts_builder: facts without JSON. A path that can't be set fails the call that sets it, and
// every call after it.
#include "error.hpp"
#include "heng.h"
#include "messages.hpp"
#include "objects.hpp"
#include "options.hpp"

#include <heng/budget/money.hpp>
#include <heng/facts/facts_builder.hpp>

#include <limits>
#include <memory>
#include <string>
#include <utility>

struct heng_facts_builder {
    heng::FactsBuilder facts;
    heng::Language language; ///< the rubric's, of what its calls say
};

namespace heng::capi {
namespace {

/// Changes the builder, and tells of the first path that could not be set.
template <class Change>
heng_status change(heng_facts_builder* builder, heng_error** error, Change make_change) noexcept {
    return guarded(error, [&]() -> Result<void> {
        if (builder == nullptr) {
            return Failure{null_argument("builder")};
        }
        if (Result<void> fine = make_change(builder->facts); !fine) {
            return Failure{in_language(std::move(fine.error()), builder->language)};
        }
        if (builder->facts.fault()) {
            return Failure{*builder->facts.fault()};
        }
        return {};
    });
}

Error no_money_unit() {
    return bad_argument("argument.unit", say::no_money_unit, say::money_units);
}

} // namespace
} // namespace heng::capi

heng_status heng_facts_builder_new(const heng_rubric* rubric, heng_facts_builder** out,
                                   heng_error** error) {
    using namespace heng::capi;
    return make(out, error, [&]() -> Made<heng_facts_builder> {
        if (rubric == nullptr) {
            return heng::Failure{null_argument("rubric")};
        }
        return std::make_unique<heng_facts_builder>(heng_facts_builder{
            heng::FactsBuilder{rubric->document}, rubric->document.rubric().language});
    });
}

heng_status heng_facts_builder_set(heng_facts_builder* builder, const char* path, const char* text,
                                   size_t length, heng_error** error) {
    using namespace heng::capi;
    return change(builder, error, [&](heng::FactsBuilder& facts) -> heng::Result<void> {
        const auto value = text_argument(text, length, "text");
        if (path == nullptr || !value) {
            return heng::Failure{path == nullptr ? null_argument("path") : value.error()};
        }
        facts.set(path, *value);
        return {};
    });
}

heng_status heng_facts_builder_list(heng_facts_builder* builder, const char* path,
                                    heng_error** error) {
    using namespace heng::capi;
    return change(builder, error, [&](heng::FactsBuilder& facts) -> heng::Result<void> {
        if (path == nullptr) {
            return heng::Failure{null_argument("path")};
        }
        facts.list(path);
        return {};
    });
}

heng_status heng_facts_builder_assess(heng_facts_builder* builder, const char* id,
                                      const char* score, size_t score_length, const char* reason,
                                      size_t reason_length, heng_error** error) {
    using namespace heng::capi;
    return change(builder, error, [&](heng::FactsBuilder& facts) -> heng::Result<void> {
        const auto points = text_argument(score, score_length, "score");
        const auto why = text_argument(reason, reason_length, "reason");
        if (id == nullptr || !points || !why) {
            return heng::Failure{id == nullptr ? null_argument("id")
                                 : !points     ? points.error()
                                               : why.error()};
        }
        facts.assess(id, *points, *why);
        return {};
    });
}

heng_status heng_facts_builder_evidence(heng_facts_builder* builder, const char* id,
                                        const char* piece, size_t length, heng_error** error) {
    using namespace heng::capi;
    return change(builder, error, [&](heng::FactsBuilder& facts) -> heng::Result<void> {
        const auto text = text_argument(piece, length, "piece");
        if (id == nullptr || !text) {
            return heng::Failure{id == nullptr ? null_argument("id") : text.error()};
        }
        facts.evidence(id, *text);
        return {};
    });
}

heng_status heng_facts_builder_in_unit(heng_facts_builder* builder, const char* name, size_t length,
                                       heng_error** error) {
    using namespace heng::capi;
    return change(builder, error, [&](heng::FactsBuilder& facts) -> heng::Result<void> {
        const auto text = text_argument(name, length, "name");
        if (!text) {
            return heng::Failure{text.error()};
        }
        facts.in_unit(*text);
        return {};
    });
}

heng_status heng_facts_builder_subject(heng_facts_builder* builder, const char* name, size_t length,
                                       int32_t year, heng_error** error) {
    using namespace heng::capi;
    return change(builder, error, [&](heng::FactsBuilder& facts) -> heng::Result<void> {
        const auto text = text_argument(name, length, "name");
        if (!text) {
            return heng::Failure{text.error()};
        }
        facts.subject(*text, year == 0 ? std::nullopt : std::optional<int>{year});
        return {};
    });
}

heng_status heng_facts_builder_unit(heng_facts_builder* builder, const char* unit,
                                    heng_error** error) {
    using namespace heng::capi;
    return change(builder, error, [&](heng::FactsBuilder& facts) -> heng::Result<void> {
        const auto money = unit == nullptr ? std::nullopt : heng::money_unit_from(unit);
        if (!money) {
            return heng::Failure{unit == nullptr ? null_argument("unit") : no_money_unit()};
        }
        facts.unit(*money);
        return {};
    });
}

heng_status heng_facts_builder_finish(const heng_facts_builder* builder,
                                      const heng_options* options, heng_facts** out,
                                      heng_error** error) {
    using namespace heng::capi;
    return make_with(options, out, error, [&](const Options& call) -> Made<heng_facts> {
        if (builder == nullptr) {
            return heng::Failure{null_argument("builder")};
        }
        auto facts = builder->facts.finish(call.limits);
        if (facts && call.call.language) {
            facts = facts->spoken_in(*call.call.language);
        }
        if (!facts) {
            return heng::Failure{std::move(facts.error())};
        }
        return facts_of(*std::move(facts));
    });
}

void heng_facts_builder_free(heng_facts_builder* builder) {
    delete builder;
}
