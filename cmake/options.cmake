# Flags that every target of ours gets. Floating point must give the same bytes
# on every machine, so contraction is off and fast-math is never used.
add_library(crosscheck_flags INTERFACE)
target_compile_options(crosscheck_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -ffp-contract=off)
# g++ 12 sees overlapping copies in std::string at -O2 and above where there are none (GCC bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(crosscheck_flags INTERFACE -Wno-restrict)
endif()
if(CROSSCHECK_WERROR)
  target_compile_options(crosscheck_flags INTERFACE -Werror)
endif()
if(CROSSCHECK_SANITIZE)
  target_compile_options(crosscheck_flags INTERFACE
    -fsanitize=${CROSSCHECK_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
  target_link_options(crosscheck_flags INTERFACE -fsanitize=${CROSSCHECK_SANITIZE})
endif()

find_program(CROSSCHECK_CCACHE ccache)
if(CROSSCHECK_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CROSSCHECK_CCACHE})
endif()

option(CROSSCHECK_UNITY "Compile several sources of a module at a time")
# A source that is included looks like a header to this warning.
if(CROSSCHECK_UNITY AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(crosscheck_flags INTERFACE -Wno-subobject-linkage)
endif()
