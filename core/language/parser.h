#ifndef CROSSCHECK_CORE_LANGUAGE_PARSER_H_
#define CROSSCHECK_CORE_LANGUAGE_PARSER_H_

#include <cstddef>
#include <memory>

#include "core/base/result.h"
#include "core/language/analysis.h"
#include "core/language/kernels.h"
#include "core/language/model_file.h"

namespace crosscheck {

// Tags, trees and names for the sentences and tokens of an analysis, by the
// network of the model file (docs/language-model.md).
//
// Const use is thread-safe, and an analysis comes out the same whatever else is
// parsed before, beside or together with it. The model must outlive the parser.
class Parser {
 public:
  // Sentences above this many tokens are parsed in windows; the roots of the
  // later windows hang on the first one's as "parataxis".
  static constexpr size_t kWindow = 400;

  static Result<Parser> Load(const ModelFile& model);
  // The same with the kernels of one instruction set (see SupportedKernels).
  static Result<Parser> Load(const ModelFile& model, const Kernels& kernels);
  Parser(Parser&&) noexcept;
  Parser& operator=(Parser&&) noexcept;
  ~Parser();

  // Sets upos, xpos, head, deprel and deprel_label of the tokens and the names
  // of the analysis, and marks the sentences as parsed. Furniture and foreign
  // sentences are left as they are. Forms are read from Analysis::words.
  void Parse(Analysis& analysis) const;

 private:
  struct Parts;
  explicit Parser(std::unique_ptr<const Parts> parts);
  std::unique_ptr<const Parts> parts_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_LANGUAGE_PARSER_H_
