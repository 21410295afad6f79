#include "tools/phase_log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <chrono>
#include <string>

namespace crosscheck {

void SetUpLog(bool verbose) {
  spdlog::set_default_logger(spdlog::stderr_logger_mt("crosscheck"));
  spdlog::set_pattern("crosscheck: %v");
  spdlog::set_level(verbose ? spdlog::level::debug : spdlog::level::warn);
}

PhaseObserver LogPhases() {
  using Clock = std::chrono::steady_clock;
  return [last = Clock::now()](std::string_view phase) mutable {
    const auto now = Clock::now();
    const std::chrono::duration<double, std::milli> took = now - last;
    last = now;
    spdlog::debug("{}: {:.1f} ms", std::string(phase), took.count());
  };
}

}  // namespace crosscheck
