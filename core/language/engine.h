#ifndef CROSSCHECK_CORE_LANGUAGE_ENGINE_H_
#define CROSSCHECK_CORE_LANGUAGE_ENGINE_H_

#include <cstdint>
#include <filesystem>
#include <memory>

#include "core/base/result.h"
#include "core/document/document.h"
#include "core/language/analysis.h"

namespace crosscheck {

class WordVectors;

// The one door to the language engine: sentences, words, tags, lemmas, trees
// and names of a document. Loading maps the model file; Analyze is thread-safe
// and gives the same answer for any number of threads and any batch.
class Engine {
 public:
  // A longer sentence (a list without stops, a log) becomes several, cut at a
  // line break, a semicolon, a colon or a comma where there is one, so that no
  // later step has to be afraid of its length.
  static constexpr uint32_t kMostWords = 400;

  // `lexicon` is the folder with abbreviations.yaml and tokens.yaml; where it is
  // not given, the one that FindResources finds.
  static Result<Engine> Load(const std::filesystem::path& model,
                             const std::filesystem::path& lexicon = {});
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;
  ~Engine();

  // The document must outlive the analysis.
  Analysis Analyze(const Document& document) const;

  // The word vectors of the model; they live as long as the engine does.
  const WordVectors& word_vectors() const;

 private:
  struct Parts;
  explicit Engine(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_LANGUAGE_ENGINE_H_
