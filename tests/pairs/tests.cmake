# Pairs of statements under one or two limits, through `crosscheck judge`.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
add_test(NAME pairs.limits
  COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/pairs/run.py $<TARGET_FILE:crosscheck>
    ${CMAKE_CURRENT_SOURCE_DIR}/pairs/limits.txt
  WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
