# SPDX-License-Identifier: Apache-2.0
# heng_hardening: what optimised builds of the library and the command have against errors in memory
# that were overlooked. Never exported: who uses the headers compiles as he likes. Not in Debug, where
# _FORTIFY_SOURCE does nothing; not with sanitizers, which see more. tests/install/elf.py reads what
# came out.
option(HENG_HARDEN "Stack protector, _FORTIFY_SOURCE, RELRO, immediate binding, CET" ON)
mark_as_advanced(HENG_HARDEN)

include(CheckCXXCompilerFlag)
include(CheckLinkerFlag)
include(CheckPIESupported)
check_pie_supported(LANGUAGES CXX)

add_library(heng_hardening INTERFACE)
set(HENG_IS_HARDENED OFF) # whether what is built here will be
if(HENG_HARDEN AND NOT CMAKE_CXX_FLAGS MATCHES "-fsanitize|--coverage")
    if(CMAKE_BUILD_TYPE MATCHES "^(Release|RelWithDebInfo|MinSizeRel)$")
        set(HENG_IS_HARDENED ON)
    endif()
    set(optimised "$<NOT:$<CONFIG:Debug>>")
    foreach(flag -fstack-protector-strong -fstack-clash-protection -fcf-protection=full)
        string(MAKE_C_IDENTIFIER "HENG_HAS${flag}" has)
        check_cxx_compiler_flag("-Werror ${flag}" ${has}) # clang warns of what a machine lacks
        mark_as_advanced(${has})
        if(${has})
            target_compile_options(heng_hardening INTERFACE "$<${optimised}:${flag}>")
        endif()
    endforeach()
    if(NOT CMAKE_CXX_FLAGS MATCHES "_FORTIFY_SOURCE") # a distribution's own level stays
        # some compilers define it themselves, and warn where it is defined again
        target_compile_options(heng_hardening INTERFACE
            "$<${optimised}:SHELL:-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2>")
    endif()
    foreach(flag relro now noexecstack)
        check_linker_flag(CXX "LINKER:-z,${flag}" HENG_HAS_Z_${flag})
        mark_as_advanced(HENG_HAS_Z_${flag})
        if(HENG_HAS_Z_${flag})
            target_link_options(heng_hardening INTERFACE "$<${optimised}:LINKER:-z,${flag}>")
        endif()
    endforeach()
endif()
