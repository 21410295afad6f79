# crosscheck_module(NAME base BELOW a b PRIVATE third::party)
#
# A folder of core/ is a static library crosscheck_NAME whose sources are all
# *.cpp below it. BELOW names the modules it may include; third parties are
# private, so their headers cannot leak into the modules above. The same order
# is checked on the includes themselves by tests/layers.
function(crosscheck_module)
  cmake_parse_arguments(M "" "NAME" "BELOW;PRIVATE" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  if(sources)
    add_library(crosscheck_${M_NAME} STATIC ${sources})
    set(scope PUBLIC)
  else()
    add_library(crosscheck_${M_NAME} INTERFACE)
    set(scope INTERFACE)
  endif()
  target_include_directories(crosscheck_${M_NAME} ${scope} ${PROJECT_SOURCE_DIR})
  foreach(below IN LISTS M_BELOW)
    target_link_libraries(crosscheck_${M_NAME} ${scope} crosscheck_${below})
  endforeach()
  if(sources)
    target_link_libraries(crosscheck_${M_NAME} PRIVATE crosscheck_flags ${M_PRIVATE})
    crosscheck_precompile(crosscheck_${M_NAME})
  endif()
endfunction()

# The standard headers that most sources read, compiled once, for a build from
# nothing. The first module compiles them, the others reuse its file.
function(crosscheck_precompile target)
  if(NOT CROSSCHECK_PCH)
    return()
  endif()
  if(target STREQUAL "crosscheck_base")
    target_precompile_headers(${target} PRIVATE <algorithm> <array> <filesystem> <functional> <map> <memory>
      <optional> <set> <span> <string> <string_view> <unordered_map> <unordered_set> <utility> <vector>)
  else()
    target_precompile_headers(${target} REUSE_FROM crosscheck_base)
  endif()
endfunction()
