#ifndef CROSSCHECK_CORE_CLAIM_LEXICONS_H_
#define CROSSCHECK_CORE_CLAIM_LEXICONS_H_

#include <filesystem>
#include <memory>

#include "core/base/diagnostic.h"
#include "core/claim/claim.h"

namespace crosscheck {

class RelationLexicon;  // relations.h
class TimeLexicon;      // core/quantity/time_lexicon.h

// The lexicon files of rules/lexicon that the claim layer reads by. Immutable
// after loading; shared by all threads.
struct Lexicons {
  std::unique_ptr<const CueLexicon> cues;
  std::unique_ptr<const EntityLexicon> entities;
  std::unique_ptr<const RelationLexicon> relations;
  std::unique_ptr<const FigureLexicon> figures;
  std::unique_ptr<const TimeLexicon> times;

  Lexicons();
  Lexicons(Lexicons&&) noexcept;
  Lexicons& operator=(Lexicons&&) noexcept;
  ~Lexicons();

  // Loads all of them; what is wrong in a file goes to `diagnostics` with its
  // place (exit code 2 for the caller), and the rest is still loaded. The first month
  // of fiscal years, where one is given (1 … 12), goes before that of the calendar file.
  static Lexicons Load(const std::filesystem::path& folder, Diagnostics* diagnostics, int fiscal_year_starts = 0);
};

// Runs all phases between the parse and the graph on one document: figures,
// times, quotations, attributions, entities, claims.
Reading ReadClaims(Analysis analysis, const Lexicons& lexicons);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CLAIM_LEXICONS_H_
