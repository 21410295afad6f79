// Measures the phases of an audit: crosscheck_bench PATH… [--repeat N]; how they
// grow: crosscheck_bench PATH… --documents N, one line for tools/bench --scale; what
// matching rules costs: crosscheck_bench --matching (bench_matching.h).
//
// Prints MB (1e6 bytes of text) a second and claims a second for each phase, on
// one thread, the peak memory, and a yardstick measured in the same run: ICU's
// sentence and word break over the same text. Machines differ and drift; quote
// ratios to the yardstick. Texts are repeated with a word changed in each copy,
// so that no cache and no index sees the same text twice.

#include <sys/resource.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "core/base/file.h"
#include "core/document/reader.h"
#include "core/pipeline/input_files.h"
#include "core/pipeline/run.h"
#include "core/pipeline/verdicts.h"
#include "tools/bench_matching.h"
#include "core/quantity/time_lexicon.h"

namespace crosscheck {
namespace {

using Clock = std::chrono::steady_clock;

struct Input {
  std::string path, bytes;
};

std::vector<Input> Load(const std::vector<std::string>& paths, size_t repeat) {
  std::vector<Input> inputs;
  const auto files = CollectInputs(paths);
  if (!files) {
    std::cerr << files.error().message << '\n';
    std::exit(kExitDidNotRun);
  }
  for (size_t copy = 0; copy < repeat; ++copy) {
    for (const InputFile& file : *files) {
      auto bytes =
          file.reason.empty() ? ReadFile(file.path) : Result<std::string>(Error{file.reason});
      if (!bytes) continue;
      // A line of its own at the end makes each copy another text.
      inputs.push_back({std::to_string(copy) + "/" + file.path,
                        *bytes + "\n\nEdition number " + std::to_string(copy) + ".\n"});
    }
  }
  return inputs;
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Another text of the same shape: every capitalised word of four letters or more
// gets an ending and every number other digits, both told by `copy`, so that
// the copies speak of other people, places and amounts.
std::string Mutate(std::string_view text, size_t copy) {
  std::string ending;
  for (size_t rest = copy + 1; rest > 0; rest /= 20) ending += "bcdfghklmnprstvwaeio"[rest % 20];
  std::string out;
  for (size_t i = 0; i < text.size();) {
    size_t end = i;
    if (IsLetter(text[i])) {
      while (end < text.size() && IsLetter(text[end])) ++end;
      out += text.substr(i, end - i);
      if (text[i] >= 'A' && text[i] <= 'Z' && end - i >= 4) out += ending;
    } else if (IsDigit(text[i])) {
      while (end < text.size() && IsDigit(text[end])) ++end;
      const std::string digits(text.substr(i, end - i));
      const bool year = digits.size() == 4;
      out += digits.size() > 8 || year ? digits : std::to_string(std::stoul(digits) + copy % 97);
    } else {
      end = i + 1;
      out += text[i];
    }
    i = end;
  }
  return out;
}

std::vector<Input> MakeDocuments(const std::vector<std::string>& paths, size_t count) {
  const std::vector<Input> originals = Load(paths, 1);
  std::vector<Input> inputs;
  for (size_t i = 0; i < count && !originals.empty(); ++i) {
    const Input& original = originals[i % originals.size()];
    inputs.push_back({std::to_string(i) + "/" + original.path, Mutate(original.bytes, i)});
  }
  return inputs;
}

void Row(const char* phase, double seconds, size_t bytes, size_t claims) {
  std::printf("%-28s %9.3f s %9.2f MB/s %12.0f claims/s\n", phase, seconds,
              static_cast<double>(bytes) / 1e6 / seconds, static_cast<double>(claims) / seconds);
}

// Counts the breaks of one kind, so that the work is not optimised away.
size_t CountBreaks(std::string_view text, icu::BreakIterator* breaks) {
  UErrorCode status = U_ZERO_ERROR;
  UText* utext = utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &status);
  breaks->setText(utext, status);
  size_t count = 0;
  while (breaks->next() != icu::BreakIterator::DONE) ++count;
  utext_close(utext);
  return count;
}

double Yardstick(const std::vector<std::unique_ptr<Document>>& documents) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> sentences(
      icu::BreakIterator::createSentenceInstance(icu::Locale::getUS(), status));
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getUS(), status));
  const auto start = Clock::now();
  size_t count = 0;
  for (const auto& document : documents) {
    count +=
        CountBreaks(document->text(), sentences.get()) + CountBreaks(document->text(), words.get());
  }
  const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
  return count > 0 ? seconds : 0.0;
}

// A stopwatch that is read and set back between phases.
class Stopwatch {
 public:
  double Lap() {
    const auto now = Clock::now();
    const double seconds = std::chrono::duration<double>(now - last_).count();
    last_ = now;
    return seconds;
  }

 private:
  Clock::time_point last_ = Clock::now();
};

struct Texts {
  std::vector<std::unique_ptr<Document>> documents;
  std::vector<std::string> names;
  size_t bytes = 0;
};

Texts ReadTexts(const std::vector<Input>& inputs) {
  Texts texts;
  Diagnostics diagnostics;
  for (const Input& input : inputs) {
    Metadata metadata;
    metadata.path = metadata.id = input.path;
    auto document = ReadDocument(input.bytes, std::move(metadata), size_t{1} << 30, &diagnostics);
    if (!document) continue;
    texts.bytes += document->text().size();
    texts.names.push_back(input.path);
    texts.documents.push_back(std::make_unique<Document>(*std::move(document)));
  }
  return texts;
}

struct Readings {
  std::vector<std::unique_ptr<Reading>> readings;
  size_t tokens = 0;
  size_t claims = 0;
  size_t quantities = 0;  // figures and times
  double parse = 0.0;
  double figures = 0.0;  // figures and times alone; `extract` reads them again
  double extract = 0.0;
};

Readings ReadAll(const Session& session, const Texts& texts) {
  Readings all;
  Stopwatch watch;
  std::vector<Analysis> analyses;
  for (const auto& document : texts.documents) {
    analyses.push_back(session.engine().Analyze(*document));
    all.tokens += analyses.back().tokens.size();
  }
  all.parse = watch.Lap();
  for (const Analysis& analysis : analyses) {
    all.quantities += ReadFigures(analysis, *session.lexicons().figures).size() + ReadTimes(analysis, *session.lexicons().times).size();
  }
  all.figures = watch.Lap();
  for (Analysis& analysis : analyses) {
    all.readings.push_back(
        std::make_unique<Reading>(ReadClaims(std::move(analysis), session.lexicons())));
    all.claims += all.readings.back()->claims.size();
  }
  all.extract = watch.Lap();
  return all;
}

int Main(const std::vector<std::string>& paths, size_t repeat, size_t count) {
  Stopwatch watch;
  Diagnostics diagnostics;
  auto session = Session::Load({}, &diagnostics);
  if (!session) {
    std::cerr << session.error().message << '\n';
    return kExitDidNotRun;
  }
  if (count == 0) std::printf("%-28s %9.3f s\n", "start", watch.Lap());
  const std::vector<Input> inputs = count > 0 ? MakeDocuments(paths, count) : Load(paths, repeat);
  watch.Lap();
  const Texts texts = ReadTexts(inputs);
  const double read = watch.Lap();
  const Readings readings = ReadAll(*session, texts);
  watch.Lap();
  std::vector<ClaimGraph::Input> graph_inputs;
  for (const auto& reading : readings.readings)
    graph_inputs.push_back({reading.get(), Side::kBoth});
  const ClaimGraph graph = ClaimGraph::Build(std::move(graph_inputs), session->knowledge());
  const double build = watch.Lap();
  const std::vector<Finding> findings = FindAll(*session, graph, texts.names, {}, &diagnostics);
  const double rules = watch.Lap();
  const Judgement judgement = Judge(graph, findings);
  const double judge = watch.Lap();

  const size_t bytes = texts.bytes;
  const size_t claims = readings.claims;
  rusage usage = {};
  getrusage(RUSAGE_SELF, &usage);
  const double peak = static_cast<double>(usage.ru_maxrss) / 1024.0;
  if (count > 0) {
    const double reading = read + readings.parse + readings.extract;
    std::printf("%zu %.3f %zu %.3f %.3f %.3f %.3f %.1f %zu\n", texts.documents.size(), static_cast<double>(bytes) / 1e6, claims, reading, build,
                rules + judge, reading + build + rules + judge, peak, findings.size());
    return kExitClean;
  }
  std::printf("%zu texts, %.2f MB, %zu tokens, %zu figures and times, %zu claims, %zu findings, %zu verdicts\n",
              texts.documents.size(), static_cast<double>(bytes) / 1e6, readings.tokens, readings.quantities, claims,
              findings.size(), judgement.claims.size());
  Row("read files", read, bytes, claims);
  Row("sentences, words, trees", readings.parse, bytes, claims);
  Row("figures and times alone", readings.figures, bytes, claims);
  Row("figures ... claims", readings.extract, bytes, claims);
  Row("graph", build, bytes, claims);
  Row("rules", rules, bytes, claims);
  Row("verdicts", judge, bytes, claims);
  Row("all", read + readings.parse + readings.extract + build + rules + judge, bytes, claims);
  Row("yardstick: ICU breaks", Yardstick(texts.documents), bytes, claims);
  std::printf("tokens a second, words and trees: %.0f\n",
              static_cast<double>(readings.tokens) / readings.parse);
  std::printf("peak memory: %.1f MB\n", peak);
  return kExitClean;
}

}  // namespace
}  // namespace crosscheck

int main(int argc, char** argv) {
  std::vector<std::string> paths;
  size_t repeat = 1, count = 0;
  for (int i = 1; i < argc; ++i) {
    if (std::string(argv[i]) == "--repeat" && i + 1 < argc) {
      repeat = static_cast<size_t>(std::max(1, std::atoi(argv[++i])));
    } else if (std::string(argv[i]) == "--matching") {
      return crosscheck::MeasureMatching();
    } else if (std::string(argv[i]) == "--documents" && i + 1 < argc) {
      count = static_cast<size_t>(std::max(1, std::atoi(argv[++i])));
    } else {
      paths.emplace_back(argv[i]);
    }
  }
  if (paths.empty()) {
    std::cerr << "usage: tools/bench PATH… [--repeat N | --documents N] | --matching\n";
    return 2;
  }
  return crosscheck::Main(paths, repeat, count);
}
