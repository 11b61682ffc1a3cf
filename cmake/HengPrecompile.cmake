# SPDX-License-Identifier: Apache-2.0
# heng_precompile(TARGET [HEADER...]): the headers most used are read once for the target, and these.
#
# HENG_PRECOMPILE is OFF, "tests" (preset release: with g++ 12 each of them compiles in
# two thirds of the time) or "all" (the sanitizers with clang 14: so does the library, 1.75 for 2.4 s
# a file). A missing include goes unseen where headers are precompiled; dev and clang are without.
set(HENG_PRECOMPILE OFF CACHE STRING "Whose headers are precompiled: OFF, tests or all")
set_property(CACHE HENG_PRECOMPILE PROPERTY STRINGS OFF tests all)
mark_as_advanced(HENG_PRECOMPILE)

function(heng_precompile target)
    target_precompile_headers(${target} PRIVATE
        <algorithm> <array> <compare> <functional> <map> <memory> <optional> <set> <span>
        <string> <string_view> <utility> <variant> <vector>
        <heng/facts/facts.hpp> <heng/document/rubric_document.hpp> <heng/rubric/rubric.hpp>
        <heng/score/sheet.hpp> ${ARGN})
endfunction()

# without these, ccache does not keep what was compiled with precompiled headers
if(HENG_PRECOMPILE AND HENG_CCACHE)
    list(PREPEND CMAKE_CXX_COMPILER_LAUNCHER
        "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros)
    add_compile_options("$<$<COMPILE_LANG_AND_ID:CXX,Clang>:SHELL:-Xclang -fno-pch-timestamp>")
endif()
