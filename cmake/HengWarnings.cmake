# SPDX-License-Identifier: Apache-2.0
# The warnings that our own targets are compiled with. Never exported.
option(HENG_WERROR "Warnings are errors" ${PROJECT_IS_TOP_LEVEL}) # not for who only uses heng
add_library(heng_warnings INTERFACE)
target_compile_options(heng_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
    $<$<BOOL:${HENG_WERROR}>:-Werror>
    $<$<COMPILE_LANGUAGE:CXX>:-Wold-style-cast>)

# g++ 12 takes "text" + std::string for overlapping copies (GCC bug 105651, mended in 13)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(heng_warnings INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Wno-restrict>)
endif()

# the sanitizers' instrumentation hides from g++ what is initialised: it warns of optionals never set
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_FLAGS MATCHES "-fsanitize=")
    target_compile_options(heng_warnings INTERFACE
        $<$<COMPILE_LANGUAGE:CXX>:-Wno-maybe-uninitialized>)
endif()
