# SPDX-License-Identifier: Apache-2.0
# Finds libmd, which has SHA-256, and makes Libmd::Libmd. HENG_MD_INCLUDE and HENG_MD_LIBRARY say
# where it is, if it is in no usual place.
include(FindPackageHandleStandardArgs)
find_path(HENG_MD_INCLUDE sha2.h)
find_library(HENG_MD_LIBRARY md)
mark_as_advanced(HENG_MD_INCLUDE HENG_MD_LIBRARY)
find_package_handle_standard_args(Libmd REQUIRED_VARS HENG_MD_LIBRARY HENG_MD_INCLUDE)
if(Libmd_FOUND AND NOT TARGET Libmd::Libmd)
    add_library(Libmd::Libmd UNKNOWN IMPORTED)
    set_target_properties(Libmd::Libmd PROPERTIES
        IMPORTED_LOCATION "${HENG_MD_LIBRARY}"
        INTERFACE_INCLUDE_DIRECTORIES "${HENG_MD_INCLUDE}")
endif()
