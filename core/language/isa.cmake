# Kernel files are compiled once per instruction set and chosen at run time.
# -O3 in every build type: without it, tests of the language engine crawl.
# No -mfma: a contracted multiply-add would give other bytes.
# Without trap handling a clamp becomes a minimum; no value changes.
set(kernel_flags -O3 -ffp-contract=off -fno-trapping-math)
set_source_files_properties(kernels_scalar.cpp PROPERTIES COMPILE_OPTIONS "${kernel_flags}")
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  set_source_files_properties(kernels_avx2.cpp PROPERTIES
    COMPILE_OPTIONS "${kernel_flags};-mavx2")
  set_source_files_properties(kernels_vnni.cpp PROPERTIES
    COMPILE_OPTIONS "${kernel_flags};-mavx512f;-mavx512bw;-mavx512dq;-mavx512vl;-mavx512vnni;-mprefer-vector-width=512")
endif()
