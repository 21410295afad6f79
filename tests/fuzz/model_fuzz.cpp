#include "tests/fuzz/model_fuzz.h"

#include <cstdint>
#include <string>

#include "core/language/analysis.h"
#include "core/language/model_file.h"
#include "core/language/parser.h"
#include "tests/support/model_bytes.h"

namespace crosscheck::testing {
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

void FuzzModel(std::string_view bytes) {
  Load(bytes);
  std::string repaired(bytes);
  FixChecksum(&repaired);
  Load(repaired);
}

}  // namespace crosscheck::testing
