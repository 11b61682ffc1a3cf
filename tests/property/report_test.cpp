// SPDX-License-Identifier: Apache-2.0
//
// What people wrote into a draft stays with what it is about, whatever becomes of the rubric:
// indicators are moved, renamed, added, dropped and brought back, and after each change the draft
// is made anew from the one before. HENG_PAIRS in the environment is another number of histories.
#include <heng/document/rubric_document.hpp>
#include <heng/facts/facts.hpp>
#include <heng/report/report.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

using namespace heng;

namespace {

std::uint64_t histories() {
    const char* const wanted = std::getenv("HENG_PAIRS");
    return wanted != nullptr ? std::stoull(wanted) : 150;
}

struct Section {
    std::string id;
    std::string name;
};

/// Two branches, which share the sections; each section is a leaf of the second level.
std::string rubric_of(const std::vector<Section>& sections, std::size_t first_branch) {
    const auto leaves = [&](std::size_t begin, std::size_t end) {
        std::string all;
        for (std::size_t i = begin; i < end; ++i) {
            all += std::string{i > begin ? "," : ""} + R"({"id": ")" + sections[i].id +
                   R"(", "name": ")" + sections[i].name + R"(", "points": "1", "measure": "x",
                   "rule": {"kind": "proportional"}})";
        }
        return all;
    };
    const auto branch = [&](const char* id, std::size_t begin, std::size_t end) {
        return R"({"id": ")" + std::string{id} + R"(", "name": ")" + id + R"(", "points": ")" +
               std::to_string(end - begin) + R"(", "indicators": [)" + leaves(begin, end) + "]}";
    };
    return R"({"heng": "rubric/1", "id": "r", "title": "r", "language": "zh", "points": ")" +
           std::to_string(sections.size()) +
           R"(", "inputs": {"x": {"type": "number"}}, "indicators": [)" +
           branch("A", 0, first_branch) + "," + branch("B", first_branch, sections.size()) + "]}";
}

std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++count;
    }
    return count;
}

class History {
  public:
    explicit History(std::uint64_t seed) : random_{seed} {
        for (int i = 0; i < 6; ++i) {
            add();
        }
        branch_ = 3;
    }

    void run(ReportFormat format) {
        format_ = format;
        draft_ = drafted();
        for (int step = 0; step < 12; ++step) {
            write();
            change();
            draft_ = drafted();
            check();
        }
    }

  private:
    std::size_t below(std::size_t most) {
        return std::uniform_int_distribution<std::size_t>{0, most - 1}(random_);
    }

    void add() {
        static const std::vector<std::string> odd{"a", "a-b", "a.b", "b--y", "指标", "k_1", "a-"};
        const std::string id = odd[below(odd.size())] + std::to_string(next_++);
        sections_.insert(sections_.begin() +
                             static_cast<std::ptrdiff_t>(below(sections_.size() + 1)),
                         Section{id, "名称 " + id});
    }

    void change() {
        switch (below(5)) {
        case 0:
            add();
            break;
        case 1:
            sections_[below(sections_.size())].name = "改名 --> | " + std::to_string(next_++);
            break;
        case 2:
            if (sections_.size() > 3) {
                const std::size_t at = below(sections_.size());
                dropped_.push_back(sections_[at]);
                sections_.erase(sections_.begin() + static_cast<std::ptrdiff_t>(at));
            }
            break;
        case 3:
            if (!dropped_.empty()) {
                sections_.push_back(dropped_.back());
                dropped_.pop_back();
            }
            break;
        default:
            std::shuffle(sections_.begin(), sections_.end(), random_);
        }
        branch_ = 1 + below(sections_.size() - 1);
    }

    std::string drafted() const {
        const auto rubric = RubricDocument::parse(rubric_of(sections_, branch_));
        REQUIRE_MESSAGE(rubric, rubric.error());
        const auto facts = Facts::parse(*rubric, R"({"heng": "facts/1", "data": {"x": "0.5"}})");
        ReportSources sources;
        if (!draft_.empty()) {
            sources.previous = draft_;
        }
        const auto made = report(*facts, sources, format_);
        REQUIRE_MESSAGE(made, made.error());
        return *made;
    }

    /// The mark of an indicator in the draft, and what stands before it.
    std::size_t mark_of(const Section& section) const {
        for (std::size_t at = draft_.find("<!-- heng:keep indicator:"); at != std::string::npos;
             at = draft_.find("<!-- heng:keep indicator:", at + 1)) {
            const std::string mark = draft_.substr(at, draft_.find(" -->", at) - at);
            const std::size_t space = mark.find(' ', 15);
            if (decoded(mark.substr(25, space - 25)) == section.id) {
                return at;
            }
        }
        return std::string::npos;
    }

    static std::string decoded(const std::string& key) {
        std::string id;
        for (std::size_t i = 0; i < key.size(); ++i) {
            if (key[i] == '%') {
                id += static_cast<char>(std::stoi(key.substr(i + 1, 2), nullptr, 16));
                i += 2;
            } else {
                id += key[i];
            }
        }
        return id;
    }

    /// Somebody writes about an indicator of the draft that has nothing yet.
    void write() {
        const Section& section = sections_[below(sections_.size())];
        if (texts_.contains(section.id)) {
            return;
        }
        const std::size_t mark = mark_of(section);
        REQUIRE(mark != std::string::npos);
        const std::string text = "〔" + std::to_string(texts_.size()) + "〕 <b>&</b> {{name}}\n\n";
        draft_.insert(draft_.find(" -->", mark) + 4, text);
        texts_.emplace(section.id, text);
    }

    void check() const {
        const std::size_t homeless = draft_.find("未能归位的文字");
        std::set<std::string> alive;
        for (const Section& each : sections_) {
            alive.insert(each.id);
            const std::size_t mark = mark_of(each);
            REQUIRE(mark != std::string::npos);
            CHECK(mark < homeless);
            if (const auto text = texts_.find(each.id); text != texts_.end()) {
                const std::size_t end = draft_.find(" -->", mark) + 4;
                CHECK(draft_.compare(end, text->second.size(), text->second) == 0);
            }
        }
        bool any_homeless = false;
        for (const auto& [id, text] : texts_) {
            CHECK(count_of(draft_, text) == 1);
            if (!alive.contains(id)) {
                any_homeless = true;
                CHECK(draft_.find(text) > homeless);
            }
        }
        CHECK(any_homeless == (homeless != std::string::npos));
    }

    std::mt19937_64 random_;
    ReportFormat format_ = ReportFormat::markdown;
    std::vector<Section> sections_{};
    std::vector<Section> dropped_{};
    std::map<std::string, std::string> texts_{}; ///< by the id of their indicator
    std::size_t branch_ = 1;
    int next_ = 0;
    std::string draft_{};
};

} // namespace

TEST_CASE("kept texts follow their indicators, or are listed, and none is lost") {
    for (std::uint64_t seed = 0; seed < histories(); ++seed) {
        CAPTURE(seed);
        History{seed}.run(seed % 2 == 0 ? ReportFormat::markdown : ReportFormat::html);
    }
}
