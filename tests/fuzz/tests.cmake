# Every tests/fuzz/NAME_fuzz.cpp is a libFuzzer entry. With CROSSCHECK_FUZZ it
# becomes a fuzzer (clang); always it becomes an ordinary test that replays the
# files of tests/fuzz/corpus/NAME/.
file(GLOB fuzz_targets CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*_fuzz.cpp)
foreach(source IN LISTS fuzz_targets)
  get_filename_component(name ${source} NAME_WE)
  string(REPLACE "_fuzz" "" corpus ${name})
  set(libraries crosscheck_pipeline crosscheck_test_support crosscheck_flags)
  add_executable(replay_${corpus} ${source} ${CMAKE_CURRENT_LIST_DIR}/replay_main.cpp)
  target_link_libraries(replay_${corpus} PRIVATE ${libraries})
  add_test(NAME fuzz.${corpus}
    COMMAND replay_${corpus} ${CMAKE_CURRENT_LIST_DIR}/corpus/${corpus})
  if(CROSSCHECK_FUZZ)
    add_executable(fuzz_${corpus} ${source})
    target_link_libraries(fuzz_${corpus} PRIVATE ${libraries} -fsanitize=fuzzer)
  endif()
endforeach()
