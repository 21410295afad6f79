# Pairs of statements with figures and times, through `crosscheck judge`.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
foreach(table limits figures times news kinds fresh bounds desk apart)
  add_test(NAME pairs.${table}
    COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/pairs/run.py $<TARGET_FILE:crosscheck>
      ${CMAKE_CURRENT_SOURCE_DIR}/pairs/${table}.txt
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
endforeach()
# Two tellings of one event, through `crosscheck audit`.
add_test(NAME pairs.tellings
  COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/pairs/tellings.py $<TARGET_FILE:crosscheck>
    ${CMAKE_CURRENT_SOURCE_DIR}/pairs/tellings.txt
  WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
