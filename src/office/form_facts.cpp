// SPDX-License-Identifier: Apache-2.0
#include "office/fact_cells.hpp"
#include "office/form_messages.hpp"
#include "office/form_plan.hpp"

#include <heng/office/form.hpp>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <utility>

namespace heng::office {
namespace {

/// A heading is read in either language.
bool is_head(std::string_view text, const Sentence& head) {
    return text == head.en || text == head.zh;
}

/// Values in groups by their path, as facts/1 has them: "budget.annual" in "budget".
class Groups {
  public:
    void set(std::string_view path, std::string json) {
        const std::size_t dot = path.find('.');
        const std::string key{path.substr(0, dot)};
        auto found = std::find_if(members_.begin(), members_.end(),
                                  [&](const auto& each) { return each.first == key; });
        if (found == members_.end()) {
            found = members_.insert(members_.end(), {key, Member{}});
        }
        if (dot == std::string_view::npos) {
            found->second.json = std::move(json);
        } else {
            if (!found->second.group) {
                found->second.group = std::make_unique<Groups>();
            }
            found->second.group->set(path.substr(dot + 1), std::move(json));
        }
    }

    [[nodiscard]] std::string json() const {
        std::string text = "{";
        for (const auto& [key, member] : members_) {
            text += (text.size() > 1 ? ", " : "") + quoted(key) + ": " +
                    (member.group ? member.group->json() : member.json);
        }
        return text + "}";
    }

  private:
    struct Member {
        std::string json{};
        std::unique_ptr<Groups> group{};
    };
    std::vector<std::pair<std::string, Member>> members_{};
};

/// "/data/budget/annual" of "budget.annual".
std::string pointer_of(std::string_view path) {
    std::string pointer = "/data/";
    for (const char c : path) {
        pointer += c == '.' ? "/" : c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    }
    return pointer;
}

class FormReader {
  public:
    explicit FormReader(const FormPlan& plan) : plan_(plan) {
        for (const Field& field : plan.fields) {
            fields_[field.path] = &field;
        }
        for (const ListField& list : plan.lists) {
            lists_[list.path] = {&list, {}, {}, {}, false};
        }
        for (const AssessedField& each : plan.assessed) {
            assessed_ids_.insert(each.id);
        }
    }

    void read(const Table& table) {
        std::vector<std::size_t> rows;
        for (const Cell& cell : table.cells) {
            if (rows.empty() || rows.back() != cell.row) {
                rows.push_back(cell.row);
            }
        }
        Section section;
        for (const std::size_t row : rows) {
            if (const auto head = head_at(table, row)) {
                section = *head;
                found_ = true;
            } else if (section.kind == Section::Kind::fields) {
                read_field(table, row, section);
            } else if (section.kind == Section::Kind::assessed) {
                read_assessed(table, row, section);
            } else if (section.kind == Section::Kind::list) {
                read_record(table, row, section);
            }
        }
    }

    [[nodiscard]] bool found() const { return found_; }

    FormFacts finish() && {
        for (auto& [path, list] : lists_) {
            finish_list(path, list);
        }
        out_.json = "{\"heng\": \"facts/1\", ";
        if (!subject_.empty()) {
            out_.json += "\"subject\": {" + subject_ + "}, ";
        }
        if (!unit_.empty()) {
            out_.json += "\"unit\": " + quoted(unit_) + ", ";
        }
        out_.json += "\"data\": " + data_.json();
        if (!assessed_.empty()) {
            out_.json += ", \"assessed\": {" + assessed_ + "}";
        }
        out_.json += "}";
        std::sort(out_.places.begin(), out_.places.end(),
                  [](const auto& a, const auto& b) { return a.first < b.first; });
        return std::move(out_);
    }

  private:
    /// The rows below a heading, as far as the next one.
    struct Section {
        enum class Kind : std::uint8_t { none, fields, assessed, list } kind = Kind::none;
        std::size_t code = 0;
        std::size_t value = 0;
        std::size_t reason = 0;
        std::size_t evidence = 0;
        std::string list{};
        std::vector<std::pair<std::size_t, const Field*>> columns{};
    };

    struct Rows {
        const ListField* list = nullptr;
        std::string json{};
        std::string some{}; ///< what the form says about it: 有 or 无
        Where where{};
        bool listed = false;
        std::size_t count = 0;
    };

    /// A heading of figures, of assessed scores, or of a list, whose codes are "contracts[].days".
    std::optional<Section> head_at(const Table& table, std::size_t row) {
        Section section;
        for (const Cell& cell : cells_of(table, row)) {
            section.code = is_head(cell.text, say::head_code) ? cell.column : section.code;
            section.reason = is_head(cell.text, say::head_reason) ? cell.column : section.reason;
            section.evidence =
                is_head(cell.text, say::head_evidence) ? cell.column : section.evidence;
            if (is_head(cell.text, say::head_value)) {
                section.kind = Section::Kind::fields;
                section.value = cell.column;
            } else if (is_head(cell.text, say::head_assessed)) {
                section.kind = Section::Kind::assessed;
                section.value = cell.column;
            }
        }
        if (section.code != 0 && section.kind != Section::Kind::none) {
            return section;
        }
        return list_head_at(table, row);
    }

    std::optional<Section> list_head_at(const Table& table, std::size_t row) {
        Section section{.kind = Section::Kind::list};
        for (const Cell& cell : cells_of(table, row)) {
            const std::size_t mark = cell.text.find("[].");
            if (mark == std::string::npos) {
                continue;
            }
            const auto list = lists_.find(cell.text.substr(0, mark));
            if (list == lists_.end()) {
                continue;
            }
            const auto& fields = list->second.list->fields;
            const auto field = std::find_if(fields.begin(), fields.end(), [&](const Field& each) {
                return each.path == cell.text.substr(mark + 3);
            });
            if (field == fields.end()) {
                say(cell, "office.form", say::unknown_code(cell.text), table);
                continue;
            }
            section.list = list->first;
            section.columns.emplace_back(cell.column, &*field);
        }
        return section.list.empty() ? std::nullopt : std::optional{section};
    }

    static std::span<const Cell> cells_of(const Table& table, std::size_t row) {
        const auto less = [](const Cell& cell, std::size_t wanted) {
            return cell.row < wanted;
        };
        const auto first = std::lower_bound(table.cells.begin(), table.cells.end(), row, less);
        const auto last = std::lower_bound(first, table.cells.end(), row + 1, less);
        return {first, last};
    }

    void say(const Cell& cell, const char* code, const Words& message, const Table& table,
             const Words& hint = {}) {
        out_.problems.push_back(
            problem(HENG_INVALID_FACTS, code, message, table.where(cell.row, cell.column), hint));
    }

    void read_field(const Table& table, std::size_t row, const Section& section) {
        const Cell* const code = table.at(row, section.code);
        if (code == nullptr || code->text.empty()) {
            return; // a note, or a heading within the table
        }
        const Cell* const cell = table.at(row, section.value);
        const Where where = table.where(row, section.value);
        const std::string path = code->text;
        if (!seen_.insert(path).second) {
            return say(*code, "office.form", say::code_twice(path), table);
        }
        const std::string_view text = cell == nullptr ? std::string_view{} : cell->text;
        if (path.starts_with('@')) {
            return read_about(path, text, *code, where, table);
        }
        if (path.ends_with("[]")) {
            const auto list = lists_.find(path.substr(0, path.size() - 2));
            if (list == lists_.end()) {
                return say(*code, "office.form", say::unknown_code(path), table);
            }
            list->second.some = text;
            list->second.where = where;
            out_.places.emplace_back(pointer_of(list->first), where);
            return;
        }
        const auto field = fields_.find(path);
        if (field == fields_.end()) {
            return say(*code, "office.form", say::unknown_code(path), table);
        }
        out_.places.emplace_back(pointer_of(path), where);
        if (auto json = json_of(cell, *field->second, where, out_.problems)) {
            data_.set(path, *std::move(json));
        }
    }

    /// The form's own description.
    void read_about(const std::string& path, std::string_view text, const Cell& code,
                    const Where& where, const Table& table) {
        const auto add = [&](const char* key, const std::string& json) {
            out_.places.emplace_back("/subject/" + std::string{key}, where);
            if (!text.empty()) {
                subject_ += (subject_.empty() ? "\"" : ", \"") + std::string{key} + "\": " + json;
            }
        };
        if (path == "@name") {
            add("name", quoted(text));
        } else if (path == "@year") {
            const bool digits = text.find_first_not_of("0123456789") == std::string_view::npos;
            add("year", digits && text.size() < 10 && !text.starts_with('0') ? std::string{text}
                                                                             : quoted(text));
        } else if (path == "@unit") {
            unit_ = text;
            out_.places.emplace_back("/unit", where);
        } else if (path != "@rubric") {
            say(code, "office.form", say::unknown_code(path), table);
        } else if (!text.empty() && text != plan_.id) {
            out_.problems.push_back(problem(HENG_INVALID_FACTS, "office.form",
                                            say::other_rubric(text, plan_.id), where,
                                            say::write_one(plan_.id)));
        }
    }

    void read_assessed(const Table& table, std::size_t row, const Section& section) {
        const Cell* const code = table.at(row, section.code);
        if (code == nullptr || code->text.empty()) {
            return;
        }
        const std::string id = code->text;
        if (!assessed_ids_.contains(id)) {
            return say(*code, "office.form", say::unknown_code(id), table);
        }
        if (!seen_.insert("assessed " + id).second) {
            return say(*code, "office.form", say::code_twice(id), table);
        }
        static const Field score{
            .path = "score", .type = FieldType::number, .label = say::head_assessed};
        const Where where = table.where(row, section.value);
        const std::string pointer = "/assessed/" + id;
        out_.places.emplace_back(pointer, where);
        out_.places.emplace_back(pointer + "/reason", table.where(row, section.reason));
        out_.places.emplace_back(pointer + "/evidence", table.where(row, section.evidence));
        const auto json = json_of(table.at(row, section.value), score, where, out_.problems);
        const std::string_view reason =
            section.reason == 0 ? "" : table.text_at(row, section.reason);
        const std::string_view evidence =
            section.evidence == 0 ? "" : table.text_at(row, section.evidence);
        if (!json && reason.empty() && evidence.empty()) {
            return;
        }
        std::string members = json ? "\"score\": " + *json : "";
        if (!reason.empty()) {
            members += std::string{members.empty() ? "" : ", "} + "\"reason\": " + quoted(reason);
        }
        if (!evidence.empty()) {
            members +=
                std::string{members.empty() ? "" : ", "} + "\"evidence\": " + lines_of(evidence);
        }
        assessed_ += (assessed_.empty() ? "" : ", ") + quoted(id) + ": {" + members + "}";
    }

    /// A list of the lines of a text.
    static std::string lines_of(std::string_view text) {
        std::string json = "[";
        while (!text.empty()) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            json += (json.size() > 1 ? ", " : "") + quoted(text.substr(0, end));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        return json + "]";
    }

    void read_record(const Table& table, std::size_t row, const Section& section) {
        Rows& rows = lists_.at(section.list);
        std::string members;
        const std::string pointer = pointer_of(section.list) + "/" + std::to_string(rows.count);
        std::vector<std::pair<std::string, Where>> places;
        for (const auto& [column, field] : section.columns) {
            const Where where = table.where(row, column);
            places.emplace_back(pointer + pointer_of(field->path).substr(5), where);
            if (const auto json = json_of(table.at(row, column), *field, where, out_.problems)) {
                members += (members.empty() ? "" : ", ") + quoted(field->path) + ": " + *json;
            }
        }
        if (members.empty()) {
            return; // nothing is filled in, or nothing that could be read
        }
        places.emplace_back(pointer, places.front().second);
        out_.places.insert(out_.places.end(), places.begin(), places.end());
        rows.json += (rows.json.empty() ? "" : ", ") + ("{" + members + "}");
        rows.listed = true;
        ++rows.count;
    }

    /// An empty table is no empty list: that there are none, the form says.
    void finish_list(const std::string& path, Rows& rows) {
        const bool some = is_head(rows.some, say::some) || is_head(rows.some, say::yes);
        const bool none = is_head(rows.some, say::none) || is_head(rows.some, say::no);
        const auto refuse = [&](const Words& message) {
            out_.problems.push_back(
                problem(HENG_INVALID_FACTS, "office.form", message, rows.where));
        };
        if (!rows.some.empty() && !some && !none) {
            refuse(say::some_or_none(rows.list->label, say::some(), say::none(), rows.some));
        } else if (none && rows.listed) {
            refuse(say::none_with_rows(rows.list->label));
        } else if (some && !rows.listed) {
            refuse(say::some_without_rows(rows.list->label));
        } else if (rows.listed || none) {
            data_.set(path, "[" + rows.json + "]");
        }
    }

    const FormPlan& plan_;
    std::map<std::string, const Field*> fields_{};
    std::map<std::string, Rows> lists_{};
    std::set<std::string> assessed_ids_{};
    std::set<std::string> seen_{};
    FormFacts out_{};
    Groups data_{};
    std::string subject_{};
    std::string unit_{};
    std::string assessed_{};
    bool found_ = false;
};

} // namespace

Where FormFacts::place_of(std::string_view pointer) const {
    for (;;) {
        const auto found = std::lower_bound(
            places.begin(), places.end(), pointer,
            [](const auto& place, std::string_view wanted) { return place.first < wanted; });
        if (found != places.end() && found->first == pointer) {
            return found->second;
        }
        const std::size_t slash = pointer.rfind('/');
        if (slash == std::string_view::npos) {
            return {};
        }
        pointer = pointer.substr(0, slash);
    }
}

Expected<FormFacts> read_facts(const heng_rubric* rubric, std::string_view bytes,
                               const Bounds& bounds) {
    const auto file = read_tables(bytes, bounds);
    if (!file) {
        return tl::unexpected<Problems>{file.error()};
    }
    const FormPlan plan = plan_of(rubric);
    FormReader reader{plan};
    for (const Table& table : file->tables) {
        reader.read(table);
    }
    if (!reader.found()) {
        return refused(problem(HENG_INVALID_FACTS, "office.form", say::no_form(plan.id), {},
                               say::write_one(plan.id)));
    }
    return std::move(reader).finish();
}

} // namespace heng::office
