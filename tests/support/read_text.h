#ifndef CROSSCHECK_TESTS_SUPPORT_READ_TEXT_H_
#define CROSSCHECK_TESTS_SUPPORT_READ_TEXT_H_

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>

#include "core/base/resources.h"
#include "core/claim/lexicons.h"
#include "core/language/engine.h"
#include "tests/support/conllu.h"

namespace crosscheck::testing {

// A plain text read by the real engine and lexicons, as the program reads it.
struct TextReading {
  std::unique_ptr<Document> document;
  Reading reading;
};

// Model and lexicons of the source tree, loaded once for a test program.
class TextReaders {
 public:
  static const TextReaders& Get() {
    static const TextReaders readers;
    return readers;
  }
  const Lexicons& lexicons() const { return lexicons_; }

  TextReading Read(std::string_view text, std::string_view date = "") const {
    TextReading out;
    out.document = TextDocument(text, date);
    out.reading = ReadDocument(*out.document);
    return out;
  }
  // The document must outlive the reading.
  Reading ReadDocument(const Document& document) const { return ReadClaims(engine_->Analyze(document), lexicons_); }

 private:
  TextReaders() : engine_(Engine::Load(std::string(CROSSCHECK_SOURCE_DIR) + "/core/language/english.model")) {
    Diagnostics diagnostics;
    lexicons_ = Lexicons::Load(std::string(CROSSCHECK_SOURCE_DIR) + "/rules/lexicon", &diagnostics);
    for (const Diagnostic& d : diagnostics) ADD_FAILURE() << ToText(d);
  }

  Result<Engine> engine_;
  Lexicons lexicons_;
};

inline TextReading Read(std::string_view text, std::string_view date = "") { return TextReaders::Get().Read(text, date); }

}  // namespace crosscheck::testing

#endif  // CROSSCHECK_TESTS_SUPPORT_READ_TEXT_H_
