// SPDX-License-Identifier: Apache-2.0
#include "command.hpp"
#include "documents.hpp"
#include "office_files.hpp"

#include <heng/document/builtin.hpp>

#include <filesystem>
#include <system_error>
#include <utility>

namespace heng::tool {
namespace {

/// A built-in document's id has neither; what is no built-in id may be a file of any name.
bool is_path(const std::string& name) {
    return name == "-" || name.find('/') != std::string::npos || name.ends_with(".json");
}

/// A pipe is one too, and is opened once.
bool exists(const std::string& path) {
    std::error_code none;
    return std::filesystem::exists(path, none);
}

bool is_file(const std::string& rubric) {
    return is_path(rubric) || (!builtin_text(rubric) && exists(rubric));
}

/// A document that is read by its own text alone.
template <class Document>
Result<Document> load(const std::string& path) {
    const Result<std::string> text = read_document(path);
    if (!text) {
        return Failure{text.error()};
    }
    Result<Document> loaded = Document::parse(*text, limits());
    if (!loaded) {
        return Failure{in_document(std::move(loaded.error()), document_name(path))};
    }
    return loaded;
}

} // namespace

void add_rubric_option(Command command, std::string& rubric) {
    command
        .option("-r,--rubric", rubric,
                "A built-in rubric (see: heng rubrics), or a file: a name with a / or .json")
        .required()
        .called("RUBRIC");
}

Result<RubricDocument> load_rubric(const std::string& rubric) {
    if (!is_file(rubric)) {
        const Result<std::string_view> text = builtin_text(rubric);
        return text ? RubricDocument::parse(*text, limits()) : Failure{text.error()};
    }
    return load<RubricDocument>(rubric);
}

Result<std::string> load_rubric_text(const std::string& rubric) {
    if (is_file(rubric)) {
        return read_document(rubric);
    }
    const Result<std::string_view> text = builtin_text(rubric);
    return text ? Result<std::string>{std::string{*text}} : Failure{text.error()};
}

Exit refuse_rubric(const std::string& rubric, const Error& error) {
    const Exit status = refuse(error);
    return error.status == Status::not_found && !is_file(rubric) ? Exit::usage : status;
}

Result<Facts> load_facts(const RubricDocument& rubric, const std::string& path,
                         UnreadFacts unread) {
    const Result<std::string> text = read_facts(rubric, path);
    if (!text) {
        return Failure{text.error()};
    }
    Result<Facts> facts = Facts::parse(rubric, *text, limits(), unread);
    if (!facts) {
        return Failure{in_document(std::move(facts.error()), document_name(path))};
    }
    return facts;
}

Result<PlanDocument> load_plan(const std::string& path) {
    return load<PlanDocument>(path);
}

void add_in_force_options(Command command, InForceOptions& options) {
    const Taken plan = command
                           .option("--plan", options.plan,
                                   "Score by the targets of this plan, with its adjustments")
                           .called("PLAN");
    command
        .option("--at", options.at,
                "As they were in force on this day; else at the end of the plan's year")
        .needs(plan)
        .called("DATE");
}

Result<FactsInForce> load_facts(const RubricDocument& rubric, const std::string& path,
                                const InForceOptions& options, UnreadFacts unread) {
    const Result<std::string> text = read_facts(rubric, path);
    if (!text) {
        return Failure{text.error()};
    }
    if (options.plan.empty()) {
        Result<Facts> facts = Facts::parse(rubric, *text, limits(), unread);
        if (!facts) {
            return Failure{in_document(std::move(facts.error()), document_name(path))};
        }
        return FactsInForce{*std::move(facts), {}, {}};
    }
    const Result<PlanDocument> plan = load_plan(options.plan);
    if (!plan) {
        return Failure{plan.error()};
    }
    Result<FactsInForce> facts = facts_in_force(rubric, *text, *plan, options.at, limits(), unread);
    if (!facts) {
        const std::string name = facts.error().code == "plan.at" ? "" : document_name(path);
        return Failure{in_document(std::move(facts.error()), name)};
    }
    return facts;
}

Exit refuse_facts(const Error& error) {
    const Exit status = refuse(error);
    return error.code == "plan.at" ? Exit::usage : status;
}

Result<LibraryDocument> load_library(const std::string& library) {
    const bool file = is_path(library) || (!builtin_library_text(library) && exists(library));
    if (file) {
        return load<LibraryDocument>(library);
    }
    const auto text = builtin_library_text(library);
    return text ? LibraryDocument::parse(*text, limits()) : Failure{text.error()};
}

Exit refuse_library(const Error& error) {
    const Exit status = refuse(error);
    return error.code == "library.not-found" ? Exit::usage : status;
}

void add_policy_option(Command command, std::string& policy) {
    command
        .option("--policy", policy,
                "A built-in policy (see: heng policies), or a file: a name with a / or .json")
        .required()
        .called("POLICY");
}

Result<PolicyDocument> load_policy(const std::string& policy) {
    const bool file = is_path(policy) || (!builtin_policy_text(policy) && exists(policy));
    if (file) {
        return load<PolicyDocument>(policy);
    }
    const auto text = builtin_policy_text(policy);
    return text ? PolicyDocument::parse(*text, limits()) : Failure{text.error()};
}

Exit refuse_policy(const Error& error) {
    const Exit status = refuse(error);
    return error.code == "policy.not-found" ? Exit::usage : status;
}

Result<ProgressDocument> load_progress(const std::string& path) {
    return load<ProgressDocument>(path);
}

} // namespace heng::tool
