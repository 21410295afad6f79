#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

#include "core/base/diagnostic.h"
#include "core/pipeline/json_lines.h"
#include "core/pipeline/session.h"

namespace crosscheck {
namespace {

constexpr int kDidNotRun = 2;

struct CommonOptions {
  std::string resources;
  unsigned jobs = 0;
  std::string layers;
};

bool Report(const Diagnostics& diagnostics) {
  bool errors = false;
  for (const Diagnostic& d : diagnostics) {
    std::cerr << ToText(d) << '\n';
    errors = errors || d.level == DiagnosticLevel::kError;
  }
  return errors;
}

int ServeVerb(const CommonOptions& options, bool judge) {
  auto layers = ParseLayers(options.layers);
  if (!layers) {
    std::cerr << "crosscheck: " << layers.error().message << '\n';
    return kDidNotRun;
  }
  Diagnostics diagnostics;
  SessionOptions session_options;
  session_options.resources = options.resources;
  session_options.rules = judge;
  auto session = Session::Load(session_options, &diagnostics);
  if (!session) {
    std::cerr << "crosscheck: " << session.error().message << '\n';
    return kDidNotRun;
  }
  if (Report(diagnostics)) return kDidNotRun;
  const unsigned threads = options.jobs > 0 ? options.jobs : std::max(1u, std::thread::hardware_concurrency());
  return ServeLines(std::cin, std::cout, threads, [&](std::string_view line) {
    return judge ? JudgeLine(*session, line) : AnalyzeLine(*session, line, *layers);
  });
}

int Main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  spdlog::set_default_logger(spdlog::stderr_logger_mt("crosscheck"));
  CLI::App app("crosscheck: do these texts agree?");
  CommonOptions options;
  app.add_option("--resources", options.resources, "the folder of the model and the rules");
  app.add_option("-j,--jobs", options.jobs, "threads; default: one a core");
  app.fallthrough();
  app.require_subcommand(1);
  auto* analyze = app.add_subcommand("analyze", "JSON lines: what is read out of each text");
  analyze->add_option("--layers", options.layers, "fields to print, with commas; default all");
  auto* judge = app.add_subcommand("judge", "JSON lines: a draft against its sources");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int code = app.exit(error);
    return code == 0 ? 0 : kDidNotRun;
  }
  if (analyze->parsed()) return ServeVerb(options, false);
  if (judge->parsed()) return ServeVerb(options, true);
  return kDidNotRun;
}

}  // namespace
}  // namespace crosscheck

int main(int argc, char** argv) { return crosscheck::Main(argc, argv); }
