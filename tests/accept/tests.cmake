# Verbs that speak of an earlier run, one after the other in a folder of their own.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
add_test(NAME accept COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/accept_test.py $<TARGET_FILE:crosscheck>)
