// SPDX-License-Identifier: Apache-2.0
//
// The documents that subcommands are given: -r RUBRIC and FACTS.
//
//     const auto rubric = load_rubric(options.rubric);
//     if (!rubric) return refuse_rubric(options.rubric, rubric.error());
#pragma once

#include "tool.hpp"

#include <heng/document/rubric_document.hpp>
#include <heng/facts/facts.hpp>
#include <heng/monitor/policy.hpp>
#include <heng/monitor/progress.hpp>
#include <heng/plan/in_force.hpp>
#include <heng/plan/library.hpp>
#include <heng/plan/plan.hpp>

namespace heng::tool {

/// The option -r of a subcommand.
void add_rubric_option(Command command, std::string& rubric);

/// A built-in rubric by its id, or a file: a name with a / or .json, or - for standard input.
[[nodiscard]] Result<RubricDocument> load_rubric(const std::string& rubric);

/// The text of the same, whatever is in it.
[[nodiscard]] Result<std::string> load_rubric_text(const std::string& rubric);

/// Says what is wrong with it. An id that does not exist is wrong usage.
[[nodiscard]] Exit refuse_rubric(const std::string& rubric, const Error& error);

[[nodiscard]] Result<Facts> load_facts(const RubricDocument& rubric, const std::string& path,
                                       UnreadFacts unread = UnreadFacts::list);

[[nodiscard]] Result<PlanDocument> load_plan(const std::string& path);

/// The options --plan and --at: by which plan, as it was in force when, facts are scored.
struct InForceOptions {
    std::string plan{};
    std::string at{};
};

void add_in_force_options(Command command, InForceOptions& options);

/// Facts with the targets of the plan, where one is given; else as they stand, without a history.
[[nodiscard]] Result<FactsInForce> load_facts(const RubricDocument& rubric, const std::string& path,
                                              const InForceOptions& options,
                                              UnreadFacts unread = UnreadFacts::list);

/// Says what is wrong with them; a date that is none is wrong usage.
[[nodiscard]] Exit refuse_facts(const Error& error);

/// A built-in library by its id, or a file, as a rubric is.
[[nodiscard]] Result<LibraryDocument> load_library(const std::string& library);

/// Says what is wrong with it. An id that does not exist is wrong usage.
[[nodiscard]] Exit refuse_library(const Error& error);

/// The option --policy of a subcommand.
void add_policy_option(Command command, std::string& policy);

/// A built-in policy by its id, or a file.
[[nodiscard]] Result<PolicyDocument> load_policy(const std::string& policy);

/// Says what is wrong with it. An id that does not exist is wrong usage.
[[nodiscard]] Exit refuse_policy(const Error& error);

[[nodiscard]] Result<ProgressDocument> load_progress(const std::string& path);

} // namespace heng::tool
