# SPDX-License-Identifier: Apache-2.0
# The warnings that our own targets are compiled with, and that are errors. Never exported.
add_library(heng_warnings INTERFACE)
target_compile_options(heng_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Werror
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
