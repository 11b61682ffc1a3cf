// SPDX-License-Identifier: Apache-2.0
#include "batch/plain_rubric.hpp"
#include "batch/plain_scorer.hpp"
#include "batch/score_text.hpp"
#include "document/compiled_rubric.hpp"

#include <heng/score/sheet.hpp>

#include <array>
#include <utility>

namespace heng::detail::batch {

struct PlainRubric::Kept {
    Kept(const RubricDocument& rubric, const kernel::Kernel& kernel)
        : scorer(rubric.compiled(), kernel, Limits{}) {}

    PlainScorer scorer;
    std::unique_ptr<Kept> next{};
};

/// A scorer for as long as one document needs it.
class PlainRubric::Borrowed {
  public:
    explicit Borrowed(const PlainRubric& from) : from_(from), kept_(from.take()) {}
    Borrowed(const Borrowed&) = delete;
    Borrowed& operator=(const Borrowed&) = delete;
    ~Borrowed() {
        if (kept_) {
            from_.give_back(std::move(kept_));
        }
    }

    [[nodiscard]] PlainScorer* get() const { return kept_ ? &kept_->scorer : nullptr; }

  private:
    const PlainRubric& from_;
    std::unique_ptr<Kept> kept_;
};

PlainRubric::PlainRubric(RubricDocument rubric) : rubric_(std::move(rubric)) {}
PlainRubric::~PlainRubric() = default;

std::unique_ptr<PlainRubric::Kept> PlainRubric::take() const {
    {
        const base::Lock lock{mutex_};
        if (!compiled_) {
            kernel_ = kernel::Kernel::of(rubric_.compiled());
            compiled_ = true;
        }
        if (!kernel_) {
            return nullptr;
        }
        if (kept_) {
            auto kept = std::move(kept_);
            kept_ = std::move(kept->next);
            --count_;
            return kept;
        }
    }
    return std::make_unique<Kept>(rubric_, *kernel_);
}

/// Keeps the one that was used last in front, whose memory is warm and whose shape is the latest.
void PlainRubric::give_back(std::unique_ptr<Kept> kept) const {
    constexpr std::size_t most_kept = 64;
    const base::Lock lock{mutex_};
    if (count_ < most_kept) {
        kept->next = std::move(kept_);
        kept_ = std::move(kept);
        ++count_;
    }
}

std::optional<PlainScore> PlainRubric::score(std::string_view text) const {
    const Borrowed borrowed{*this};
    PlainScorer* const scorer = borrowed.get();
    if (scorer == nullptr || !scorer->score(text)) {
        return std::nullopt;
    }
    PlainScore score{scorer->total(), scorer->grade(), scorer->items(), {}};
    if (score.total == kernel::no_units) {
        score.fraction.emplace(*scorer->total_fraction());
    }
    return score;
}

std::string PlainRubric::total_text(const PlainScore& score) const {
    const int places = kernel_->total_scale();
    std::array<char, 64> room{};
    if (score.fraction || longest_score(places) > room.size()) {
        return text_of(points_of(score), places);
    }
    char* const end = put_score(room.data(), score.total, kernel_->scale(), places);
    return std::string(room.data(), end);
}

std::string PlainRubric::rate_text(const PlainScore& score) const {
    return heng::rate_text(points_of(score), Points{rubric_.rubric().points});
}

Points PlainRubric::points_of(const PlainScore& score) const {
    return score.fraction ? *score.fraction : Points{Decimal{score.total, kernel_->scale()}};
}

const char* PlainRubric::grade_text(const PlainScore& score) const {
    const auto index = static_cast<std::size_t>(score.grade);
    return score.grade < 0 ? "" : rubric_.rubric().grades[index].grade.c_str();
}

} // namespace heng::detail::batch
