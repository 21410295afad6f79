#include "tests/fuzz/fuzz_targets.h"

#include <memory>
#include <string>

#include "core/base/check.h"
#include "core/base/unicode.h"
#include "core/base/yaml.h"
#include "core/document/reader.h"
#include "core/pipeline/json_lines.h"
#include "tests/fuzz/model_fuzz.h"
#include "tests/fuzz/words_fuzz.h"

namespace crosscheck::testing {
namespace {

constexpr size_t kMostBytes = 1u << 20;

// Blocks lie in the text in order, ranges lead into the file.
void CheckDocument(const Document& document, std::string_view bytes) {
  uint32_t at = 0;
  for (const Block& block : document.blocks()) {
    CROSSCHECK_CHECK(at <= block.range.start && block.range.start < block.range.end);
    CROSSCHECK_CHECK(block.range.end <= document.text().size());
    const TextRange in_file = document.InFile(block.range);
    CROSSCHECK_CHECK(in_file.start <= in_file.end && in_file.end <= bytes.size());
    CROSSCHECK_CHECK(block.credit.empty() || block.range.Contains(block.credit));
    for (const TextRange cell : block.cells)
      CROSSCHECK_CHECK(cell.empty() || block.range.Contains(cell));
    at = block.range.end;
  }
}

void ReadAs(std::string_view bytes, std::string path) {
  Diagnostics diagnostics;
  Metadata metadata;
  metadata.path = std::move(path);
  const auto document = ReadDocument(bytes, std::move(metadata), kMostBytes, &diagnostics);
  if (document) CheckDocument(*document, bytes);
}

void FuzzText(std::string_view bytes) { ReadAs(bytes, "a.txt"); }
void FuzzMarkdown(std::string_view bytes) { ReadAs(bytes, "a.md"); }
void FuzzHtml(std::string_view bytes) { ReadAs(bytes, "a.html"); }

void FuzzYaml(std::string_view bytes) {
  Diagnostics diagnostics;
  ParseYaml(bytes, "a.yaml", &diagnostics);
}

const Session& SharedSession() {
  static const std::unique_ptr<Session> session = [] {
    Diagnostics diagnostics;
    auto loaded = Session::Load({}, &diagnostics);
    CROSSCHECK_CHECK(loaded.ok());
    return std::make_unique<Session>(*std::move(loaded));
  }();
  return *session;
}

void FuzzJson(std::string_view bytes) {
  CROSSCHECK_CHECK(AnalyzeLine(SharedSession(), bytes, {}).json.starts_with("{\"id\": "));
  CROSSCHECK_CHECK(JudgeLine(SharedSession(), bytes).json.starts_with("{\"id\": "));
}

constexpr FuzzTarget kTargets[] = {
    {"text", FuzzText}, {"markdown", FuzzMarkdown}, {"html", FuzzHtml},  {"yaml", FuzzYaml},
    {"json", FuzzJson}, {"model", FuzzModel},       {"words", FuzzWords}};

}  // namespace

std::span<const FuzzTarget> FuzzTargets() { return kTargets; }

}  // namespace crosscheck::testing
