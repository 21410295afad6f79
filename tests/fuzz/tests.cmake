# Replays the corpora in every build; with CROSSCHECK_FUZZ (clang) there is also a
# libFuzzer program for each target: build/fuzz/bin/fuzz_html tests/fuzz/corpus/html.
add_executable(test_fuzz_replay ${CMAKE_CURRENT_LIST_DIR}/replay_test.cpp ${CMAKE_CURRENT_LIST_DIR}/fuzz_targets.cpp
  ${CMAKE_CURRENT_LIST_DIR}/model_fuzz.cpp ${CMAKE_CURRENT_LIST_DIR}/words_fuzz.cpp)
target_link_libraries(test_fuzz_replay PRIVATE
  crosscheck_pipeline crosscheck_test_support crosscheck_flags GTest::gtest_main)
gtest_discover_tests(test_fuzz_replay WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} DISCOVERY_TIMEOUT 60
  PROPERTIES TIMEOUT 300)
if(CROSSCHECK_FUZZ)
  foreach(name text markdown html yaml json model words)
    add_executable(fuzz_${name} ${CMAKE_CURRENT_LIST_DIR}/fuzz_main.cpp ${CMAKE_CURRENT_LIST_DIR}/fuzz_targets.cpp
  ${CMAKE_CURRENT_LIST_DIR}/model_fuzz.cpp ${CMAKE_CURRENT_LIST_DIR}/words_fuzz.cpp)
    target_compile_definitions(fuzz_${name} PRIVATE FUZZ_TARGET="${name}")
    target_link_libraries(fuzz_${name} PRIVATE crosscheck_pipeline crosscheck_test_support crosscheck_flags -fsanitize=fuzzer)
    target_compile_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
  endforeach()
endif()
