#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# add_subdirectory.sh SOURCE WORK: heng inside another project brings its targets and nothing else:
# no tests, no command, no install rules, no settings. The header-only example is built and run.
set -euo pipefail
source=$1
source "$(dirname "$0")/common.sh"
cat >"$work/CMakeLists.txt" <<END
cmake_minimum_required(VERSION 3.25)
project(host LANGUAGES C CXX)
add_subdirectory("$source" heng)
foreach(name core heng capi)
    if(NOT TARGET heng::\${name})
        message(FATAL_ERROR "no heng::\${name}")
    endif()
endforeach()
if(TARGET heng_tool OR TARGET heng_test_main OR CMAKE_CXX_STANDARD)
    message(FATAL_ERROR "heng left its own things in a project that only uses it")
endif()
add_executable(own_rule "$source/examples/cpp/own_rule.cpp")
target_link_libraries(own_rule PRIVATE heng::core)
END
cmake -S "$work" -B "$work/build" -G Ninja >/dev/null
cmake --build "$work/build" --target own_rule >/dev/null
"$work/build/own_rule"
