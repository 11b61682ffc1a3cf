# SPDX-License-Identifier: Apache-2.0
# heng_precompile(TARGET [HEADER...]): with HENG_PRECOMPILE, the headers most used are read once for
# the target, and these. Files compile in two thirds of the time (clang 14 with the sanitizers, where
# it is on: 2.4 to 1.75 s); a missing include goes unseen, so the other builds are without it.
option(HENG_PRECOMPILE "Precompile the headers most used" OFF)
mark_as_advanced(HENG_PRECOMPILE)

function(heng_precompile target)
    if(HENG_PRECOMPILE)
        target_precompile_headers(${target} PRIVATE
            <algorithm> <array> <compare> <functional> <map> <memory> <optional> <set> <span>
            <string> <string_view> <utility> <variant> <vector>
            <heng/document/facts.hpp> <heng/document/rubric_document.hpp> <heng/rubric/rubric.hpp>
            <heng/score/sheet.hpp> ${ARGN})
    endif()
endfunction()

# without these, ccache does not keep what was compiled with precompiled headers
if(HENG_PRECOMPILE AND HENG_CCACHE)
    list(PREPEND CMAKE_CXX_COMPILER_LAUNCHER
        "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros)
    add_compile_options("$<$<COMPILE_LANG_AND_ID:CXX,Clang>:SHELL:-Xclang -fno-pch-timestamp>")
endif()
