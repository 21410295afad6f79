#ifndef CROSSCHECK_CORE_CLAIM_CLAIM_H_
#define CROSSCHECK_CORE_CLAIM_CLAIM_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/text_range.h"
#include "core/claim/attribution.h"
#include "core/claim/entity.h"
#include "core/claim/quotation.h"
#include "core/language/analysis.h"
#include "core/quantity/figure.h"
#include "core/quantity/time.h"

namespace crosscheck {

enum class Modality : uint8_t {
  kQuestioned, kHypothetical, kConditional, kBelieved, kHedged, kPlanned, kForecast, kObliged, kAsserted,
};
std::string_view ToString(Modality modality);

enum class Polarity : uint8_t { kAffirmed, kDenied };
std::string_view ToString(Polarity polarity);

// A part of a claim that names a thing: its words, and what they refer to.
struct Argument {
  TextRange range;              // empty where the part is missing
  int32_t head = kNoToken;
  int32_t entity = -1;          // index in Reading::entities; -1 = none
  std::string key;              // entity key, else the folded lemmas of the phrase's content words

  bool present() const { return !range.empty(); }
};

// A further argument: the preposition that introduces it and the phrase.
struct Oblique {
  std::string preposition;      // "in", "with"; "" for a bare noun phrase
  Argument argument;
};

// Why a claim cannot be checked. kNone = it can.
enum class NotCheckable : uint8_t { kNone, kQuestion, kOpinion, kSimile, kFurniture, kHeading, kFragment, kForeign, kCommand };
std::string_view ToString(NotCheckable why);

// One checkable proposition of a sentence, after normalisation. Every part keeps
// its bytes. `interfaces` and docs/glossary.md define the words.
struct Claim {
  TextRange range;              // from the first to the last byte of its parts
  uint32_t sentence = 0;
  Argument subject;             // who does it: the agent of a passive
  Argument surface_subject;     // the subject as the sentence has it
  TextRange predicate;          // the words of the predicate
  TextRange tail;               // object and the obliques after it in one stretch; may be empty
  int32_t predicate_head = kNoToken;
  int32_t clause = -1;          // index in FindClauses of its reading; -1 for a claim that no text says
  std::string relation;         // normalised name; claims meet by it ("buy", "be", "chief-executive")
  Argument object;              // object, complement or predicate nominal
  std::vector<Oblique> obliques;
  int32_t figure = -1;          // index in Reading::figures
  int32_t time = -1;            // index in Reading::times; of its own clause, or safe context
  Argument place;
  Polarity polarity = Polarity::kAffirmed;
  Modality modality = Modality::kAsserted;
  std::vector<int32_t> speakers;  // attributions from the inside out; empty = the narrator
  int32_t quotation = -1;       // the quotation that it stands in
  std::string quantifier;       // "all", "nearly all", "most", "some", "no", "only" of the subject, or ""
  TextRange hedge;              // the word that sets modality or polarity, for labels
  bool collective = false;      // of its subjects together ("Ann and Bo met"), not of each
  bool inverted = false;        // passive whose agent became the subject
  bool event = false;           // an event is its subject or a further argument ("the fire killed …")
  NotCheckable not_checkable = NotCheckable::kNone;
};

// All that was read out of one document: what the phases above see of it.
struct Reading {
  const Document* document = nullptr;
  Analysis analysis;
  std::vector<Figure> figures;
  std::vector<TimeExpression> times;
  std::vector<Quotation> quotations;
  std::vector<Attribution> attributions;
  std::vector<Entity> entities;
  std::vector<Claim> claims;    // in order of the text
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CLAIM_CLAIM_H_
