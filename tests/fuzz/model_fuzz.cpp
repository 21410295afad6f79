// The model loader on arbitrary bytes: it may refuse them, it may not crash.
// Each input is read as it is, and with its checksum made right, so that what
// lies behind the checksum is reached too. A model that loads must parse.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/language/analysis.h"
#include "core/language/model_file.h"
#include "core/language/parser.h"
#include "tests/support/model_bytes.h"

namespace crosscheck {
namespace {

void Parse(const Parser& parser) {
  Analysis analysis;
  for (const std::string_view form : {"It", "rained", "in", "Łódź", "."}) {
    Token token;
    token.form = analysis.words.Intern(form);
    analysis.tokens.push_back(token);
  }
  Sentence sentence;
  sentence.last = static_cast<uint32_t>(analysis.tokens.size());
  analysis.sentences.push_back(sentence);
  parser.Parse(analysis);
}

void Load(std::string_view bytes) {
  const Result<ModelFile> model = ModelFile::FromBytes(bytes, "fuzz");
  if (!model) return;
  const Result<Parser> parser = Parser::Load(*model);
  if (parser) Parse(*parser);
}

}  // namespace
}  // namespace crosscheck

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string bytes(reinterpret_cast<const char*>(data), size);
  crosscheck::Load(bytes);
  crosscheck::FixChecksum(&bytes);
  crosscheck::Load(bytes);
  return 0;
}
