#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# components.sh SOURCE PREFIX WORK: COMPONENTS capi asks for nobody else's headers, and an unknown
# component is refused.
set -euo pipefail
source "$(dirname "$0")/common.sh"
cat >"$work/CMakeLists.txt" <<'END'
cmake_minimum_required(VERSION 3.25)
project(components LANGUAGES C CXX)
set(CMAKE_DISABLE_FIND_PACKAGE_Boost TRUE)
set(CMAKE_DISABLE_FIND_PACKAGE_tl-expected TRUE)
set(CMAKE_DISABLE_FIND_PACKAGE_Microsoft.GSL TRUE)
find_package(heng 0.1 REQUIRED COMPONENTS capi)
if(NOT TARGET heng::capi OR TARGET heng::heng OR TARGET heng::core)
    message(FATAL_ERROR "capi means heng::capi and nothing else")
endif()
find_package(heng QUIET COMPONENTS abacus)
if(heng_FOUND)
    message(FATAL_ERROR "there is no component abacus")
endif()
END
cmake -S "$work" -B "$work/build" -G Ninja -DCMAKE_PREFIX_PATH="$prefix" >/dev/null
