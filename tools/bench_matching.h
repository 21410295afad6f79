#ifndef CROSSCHECK_TOOLS_BENCH_MATCHING_H_
#define CROSSCHECK_TOOLS_BENCH_MATCHING_H_

namespace crosscheck {

// Measures what matching rules costs on claims that are written down rather than
// read: as the claims grow with their matches, as the matches grow among equally
// many claims, and as the rules grow. Prints a table each; returns the exit code.
int MeasureMatching();

}  // namespace crosscheck

#endif  // CROSSCHECK_TOOLS_BENCH_MATCHING_H_
