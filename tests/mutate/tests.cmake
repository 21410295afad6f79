# The generator of drafts with one error each, and its measure (tools/mutate).
add_test(NAME mutate COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/mutate_test.py ${PROJECT_SOURCE_DIR}/tools/mutate)
