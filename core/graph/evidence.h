#ifndef CROSSCHECK_CORE_GRAPH_EVIDENCE_H_
#define CROSSCHECK_CORE_GRAPH_EVIDENCE_H_

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/graph/alignment.h"
#include "core/graph/claim_graph.h"
#include "core/graph/edit.h"
#include "core/graph/openings.h"
#include "core/graph/source_facts.h"
#include "core/graph/source_names.h"
#include "core/graph/source_places.h"

namespace crosscheck {

// A name, figure or time of a draft's clause, with the clause's other words.
struct Anchor {
  int32_t entity = -1, figure = -1, time = -1;  // one of them; indices in the draft's Reading
  TextRange range;
  std::vector<int32_t> tokens;   // its own
  std::vector<int32_t> company;  // the other content words of the clause
};

// Collects the evidence of one draft sentence. The parts stand in files of their
// own: slots (rivals of a word), absence (what no source has), displaced (what a
// source tells of another), clauses (negation,
// modality, swapped roles).
class EvidenceFinder {
 public:
  EvidenceFinder(const ClaimGraph& graph, const Aligner& aligner, const SourceFacts& facts, const SourceNames& names,
                 const SourcePlaces& places, Lexical* lexical)
      : graph_(graph), aligner_(aligner), facts_(facts), names_(names), places_(places), lexical_(*lexical) {}

  // Appends the evidence for one sentence of a draft to `out`.
  void Find(const SentenceAlignment& alignment, std::vector<Evidence>* out) const;

 private:
  // A word of a passage that stands where the draft has another.
  struct Rival {
    int32_t source = kNoToken;
    uint32_t passage = 0;
    double strength = 0.0;  // coverage of the surroundings
    bool loose = false;     // of one kind in one passage, not in one slot
  };

  bool OtherPolarity(const SentenceAlignment& alignment, const Claim& claim) const;
  std::vector<TextRange> ClaimsApart(const SentenceAlignment& alignment) const;
  void FindSupport(const SentenceAlignment& alignment, std::vector<Evidence>* out) const;
  TextRange UncoveredPart(const SentenceAlignment& alignment) const;
  std::vector<int32_t> ReportingFrame(const SentenceAlignment& alignment) const;
  bool NumberLost(const SentenceAlignment& alignment) const;

  // evidence_refutation.cpp
  struct Cue {
    TextRange range;      // empty for none
    bool strong = false;  // calls it untrue, does not only deny something
    bool deed = false;    // somebody denies it: a name must tell what
  };
  Cue RefutingCue(const Terms& terms, const Sentence& sentence) const;
  Cue WithdrawalCue(const SentenceAlignment& alignment, uint32_t passage) const;
  bool CarriesName(const SentenceAlignment& alignment, uint32_t passage) const;
  void FindRefutation(const SentenceAlignment& alignment, std::vector<Evidence>* out) const;

  // evidence_slots.cpp
  void FindRivals(const SentenceAlignment& alignment, int32_t token, std::vector<Evidence>* out) const;
  void FindMoved(const SentenceAlignment& alignment, int32_t token, std::vector<Evidence>* out) const;
  bool AtHome(const SentenceAlignment& alignment, int32_t token) const;
  std::vector<Rival> RivalsOf(const SentenceAlignment& alignment, int32_t token) const;
  bool BothWhen(const Terms& draft, int32_t token, const Terms& source, int32_t other) const;
  void RivalsByHead(const SentenceAlignment& alignment, int32_t token, std::vector<Rival>* rivals) const;
  void RivalsByDependents(const SentenceAlignment& alignment, int32_t token, std::vector<Rival>* rivals) const;
  void RivalsByNeighbours(const SentenceAlignment& alignment, int32_t token, std::vector<Rival>* rivals) const;
  void RivalsByKind(const SentenceAlignment& alignment, int32_t token, std::vector<Rival>* rivals) const;
  bool IsTaken(const SentenceAlignment& alignment, uint32_t passage, int32_t source, int32_t except) const;
  TextRange ClauseAround(const SentenceAlignment& alignment, int32_t token) const;
  bool SameScene(const SentenceAlignment& alignment, const Rival& rival, WordMatch match) const;
  bool OneStory(const SentenceAlignment& alignment, uint32_t passage) const;
  bool OfOther(const SentenceAlignment& alignment, int32_t token, const Rival& rival) const;
  // evidence_things.cpp
  bool OtherDeed(const SentenceAlignment& alignment, int32_t token, const Rival& rival) const;
  static bool OtherNamesBeside(const SentenceAlignment& alignment, int32_t token, const Rival& rival);
  bool OtherKind(const SentenceAlignment& alignment, uint32_t passage, int32_t ours, int32_t theirs) const;
  bool SharesModifier(const SentenceAlignment& alignment, uint32_t passage, const Argument& ours, const Argument& theirs) const;
  bool OtherAgent(const SentenceAlignment& alignment, int32_t token, const Rival& rival) const;
  bool OtherThing(const SentenceAlignment& alignment, int32_t token, const Rival& rival) const;
  static bool SidesMeet(const Terms& draft, const TimeExpression& ours, const Terms& source, const TimeExpression& theirs);
  double MutualOf(const SentenceAlignment& alignment, const Rival& rival) const;
  bool DefiniteSubject(const SentenceAlignment& alignment, int32_t token) const;
  std::string_view RivalQuantity(const SentenceAlignment& alignment, int32_t token, const Rival& rival) const;
  bool NamesMeet(const SentenceAlignment& alignment, uint32_t passage) const;
  bool RivalName(const SentenceAlignment& alignment, int32_t token, const Rival& rival) const;
  Evidence Classify(const SentenceAlignment& alignment, int32_t token, const Rival& rival) const;

  // evidence_opposites.cpp
  void FindOpposite(const SentenceAlignment& alignment, int32_t token, std::vector<Evidence>* out) const;
  bool Tight(const SentenceAlignment& alignment, int32_t token, const Link& opposite, double strength) const;
  bool Telling(const SentenceAlignment& alignment, int32_t token, const Link& opposite, double strength) const;
  bool ToldAnywhere(const SentenceAlignment& alignment, int32_t token) const;
  bool TwoUnnamed(const SentenceAlignment& alignment, int32_t token, const Link& opposite) const;
  bool OfCompass(const Terms& terms, int32_t token) const;
  void CompareTrend(const SentenceAlignment& alignment, int32_t token, std::vector<Evidence>* out) const;

  // evidence_edit.cpp
  void FindEdited(const SentenceAlignment& alignment, std::vector<Evidence>* out) const;
  void FindExchanged(const SentenceAlignment& alignment, uint32_t passage, const Edit& edit, std::vector<Evidence>* out) const;
  bool Related(const Terms& draft, int32_t ours, const Terms& source, int32_t theirs) const;
  WordMatch CompareEdit(const SentenceAlignment& alignment, uint32_t passage, const Edit& edit) const;
  WordMatch CompareParts(std::string_view ours, std::string_view theirs) const;
  bool Opposed(const Terms& draft, Stretch here, const Terms& source, Stretch there) const;
  bool OpenEdit(const Terms& terms, const Sentence& sentence, Stretch stretch, WordMatch match, bool named) const;
  bool OpenOpposite(const Terms& terms, const Sentence& sentence, int32_t head) const;
  bool OfOneSize(const Terms& terms, const Sentence& sentence, int32_t adjective) const;
  bool HeldAtOnce(const Terms& terms, int32_t noun) const;
  bool ManyColoured(const Terms& terms, int32_t token) const;
  bool InTurn(const Terms& terms, Stretch stretch) const;
  bool TakesSeveral(const SentenceAlignment& alignment, int32_t token, const Rival& rival) const;

  // evidence_facts.cpp
  struct FactRival {
    int32_t draft = kNoToken, source = kNoToken;  // words, times or names; none where `source` is
  };
  using Words = std::vector<int32_t>;
  struct FactFrame {
    int32_t predicate = kNoToken;  // of the draft
    int32_t subject = kNoToken;    // of the passage
    bool is = false;               // "X is a …"
    bool open = false;             // the passage does not name its subject
  };
  FactRival RivalFact(const SentenceAlignment& alignment, uint32_t p, const FactFrame& frame, const Words& theirs, std::string_view* what) const;
  void FindFacts(const SentenceAlignment& alignment, std::vector<Evidence>* out) const;

  // evidence_airing.cpp
  struct Airing {
    int32_t verb = kNoToken;  // of showing
    Words channels;
  };
  Airing AiringOf(const Terms& terms, const Sentence& sentence) const;
  Words ChannelsBefore(const Terms& terms, const Sentence& sentence, int32_t verb) const;
  bool SameProgramme(const SentenceAlignment& alignment, const Airing& ours, uint32_t passage,
                     const Airing& theirs) const;
  bool FindAiring(const SentenceAlignment& alignment, std::vector<Evidence>* out) const;

  // evidence_bounds.cpp
  bool OneCourse(const Terms& draft, int32_t course, const Terms& source, int32_t verb) const;
  FactRival RivalBound(const SentenceAlignment& alignment, uint32_t passage, int32_t verb,
                       const Words& theirs) const;
  FactRival RivalOnly(const SentenceAlignment& alignment, uint32_t passage, int32_t verb,
                      const Words& theirs) const;

  // evidence_facts.cpp, continued
  bool OneName(const SentenceAlignment& alignment, const Topic& topic, uint32_t passage, int32_t source) const;
  int32_t SameSubject(const SentenceAlignment& alignment, const Topic& topic, uint32_t passage, bool* open) const;
  std::string_view NatureOf(const Terms& terms, int32_t noun) const;
  FactRival RivalNature(const Terms& draft, const Words& ours, const Terms& source, const Words& theirs) const;
  std::vector<std::pair<int32_t, std::string>> OriginsOf(const Terms& terms, const Sentence& sentence, const Words& said) const;
  FactRival RivalOrigin(const SentenceAlignment& alignment, uint32_t passage, const Words& ours, const Words& theirs) const;
  bool PlacesMeet(const std::string& a, const std::string& b) const;
  int32_t SomebodyAt(const Terms& terms, const Sentence& sentence, int32_t word) const;
  bool OtherSex(const Terms& terms, int32_t noun, const Entity& person) const;
  struct Scope {
    TextRange range;   // the words that say it
    std::string name;  // "" where nothing is said
  };
  Scope ScopeOf(const Terms& terms, const Sentence& sentence, int32_t token) const;
  std::string ReachNamed(const Terms& terms, int32_t token) const;
  void FindWidened(const SentenceAlignment& alignment, std::vector<Evidence>* out) const;
  std::string PlaceNamed(const Terms& terms, const Entity& entity, const Mention& mention) const;
  std::vector<std::pair<int32_t, std::string>> PlacesOf(const Terms& terms, const Sentence& sentence, const Words& said) const;
  bool LiesElsewhere(const std::string& place, const std::string& whole) const;
  std::vector<std::pair<int32_t, std::string>> PlacesAt(const Terms& terms, const Sentence& sentence, int32_t verb) const;
  FactRival RivalScene(const SentenceAlignment& alignment, uint32_t passage, int32_t verb, const Words& theirs) const;
  FactRival RivalOutside(const SentenceAlignment& alignment, uint32_t passage, int32_t verb, const Words& theirs) const;
  FactRival RivalLife(const SentenceAlignment& alignment, uint32_t passage, int32_t verb, int32_t subject) const;
  FactRival RivalRank(const SentenceAlignment& alignment, uint32_t passage, const Words& ours, const Words& theirs) const;
  static bool PhraseCarried(const SentenceAlignment& alignment, uint32_t passage, int32_t noun, int32_t except);
  static bool Reaches(const Terms& terms, int32_t noun, const std::vector<int32_t>& said);
  int32_t KnownAs(const Terms& terms, int32_t name) const;
  int32_t WorkSubject(const Terms& source, const Sentence& passage) const;
  FactRival RivalPlace(const SentenceAlignment& alignment, uint32_t passage, const Words& ours, const Words& theirs) const;
  Words TimesAt(const Terms& terms, const Sentence& sentence, int32_t verb) const;
  Words BracketTimes(const Terms& terms, const Sentence& sentence, int32_t subject, bool death) const;
  FactRival RivalTime(const SentenceAlignment& alignment, uint32_t passage, int32_t verb, int32_t subject, const Words& theirs) const;
  Words MakersAt(const Terms& terms, const Sentence& sentence, int32_t word) const;
  FactRival RivalMaker(const SentenceAlignment& alignment, uint32_t passage, const Words& ours, const Words& theirs) const;
  static TextRange WordsAt(const Terms& terms, int32_t token);

  // evidence_topic.cpp
  void FindTopicDenial(const SentenceAlignment& alignment, std::vector<Evidence>* out) const;
  int32_t ToldOf(const SentenceAlignment& alignment, uint32_t passage, int32_t head, int32_t subject, int32_t their_subject) const;
  int32_t DeniedOf(const SentenceAlignment& alignment, uint32_t passage, int32_t predicate, int32_t their_subject) const;

  // evidence_absence.cpp
  void FindAbsence(const SentenceAlignment& alignment, std::vector<Evidence>* out) const;
  bool ElapsedSince(const SentenceAlignment& alignment, const TimeExpression& time) const;
  void CheckLength(const SentenceAlignment& alignment, const TimeExpression& time, std::vector<Evidence>* out) const;
  bool SpacedScore(const Analysis& analysis, int32_t token, uint32_t except) const;
  bool SpeltOut(const SentenceAlignment& alignment, int32_t token) const;
  bool HasInitials(std::string_view form, uint32_t except) const;
  bool HasSingular(std::string_view form, uint32_t except) const;
  void FindOpenPronoun(const SentenceAlignment& alignment, std::vector<Evidence>* out) const;
  void NameAbsence(const SentenceAlignment& alignment, const Entity& entity, const Mention& mention, std::vector<Evidence>* out) const;

  // evidence_displaced.cpp
  void FindDisplaced(const SentenceAlignment& alignment, std::vector<Evidence>* out) const;
  Anchor AnchorAt(const SentenceAlignment& alignment, int32_t token) const;
  double InCompany(const SentenceAlignment& alignment, const Anchor& anchor) const;
  bool SameSlotAt(const SentenceAlignment& alignment, uint32_t passage, const Anchor& anchor, int32_t other) const;
  int32_t OtherOfKind(const SentenceAlignment& alignment, uint32_t passage, const Anchor& anchor) const;

  // evidence_times.cpp
  bool Linked(const SentenceAlignment& alignment, uint32_t passage, int32_t draft, int32_t source) const;
  bool OtherWhich(const SentenceAlignment& alignment, uint32_t passage, int32_t draft, int32_t source) const;
  bool OneCourse(const SentenceAlignment& alignment, uint32_t passage, uint32_t first, uint32_t last, uint32_t their_first, uint32_t their_last) const;
  std::optional<bool> LengthFits(const SentenceAlignment& alignment, const TimeExpression& time, std::vector<Evidence>* out) const;
  void AddTimeRival(const SentenceAlignment& alignment, uint32_t passage, std::string_view kind, TextRange ours, TextRange theirs, std::vector<Evidence>* out) const;
  void FindTurnedBound(const SentenceAlignment& alignment, const TimeExpression& time, std::vector<Evidence>* out) const;
  void FindLengths(const SentenceAlignment& alignment, std::vector<Evidence>* out) const;
  void FindOrder(const SentenceAlignment& alignment, std::vector<Evidence>* out) const;

  // evidence_changes.cpp
  bool SameWhole(const SentenceAlignment& alignment, int32_t ours, uint32_t passage, int32_t theirs, bool all) const;
  bool OtherWhole(const SentenceAlignment& alignment, const Figure& ours, uint32_t passage, const Figure& theirs) const;
  void RivalsOfShare(const SentenceAlignment& alignment, int32_t token, std::vector<Rival>* rivals) const;
  void FindChanges(const SentenceAlignment& alignment, std::vector<Evidence>* out) const;

  // evidence_figures.cpp
  bool WrittenPlain(const Terms& draft, const Figure& figure, uint32_t except) const;
  void FindBound(const Figure& figure, Evidence evidence, std::vector<Evidence>* out) const;
  void CheckFigure(const SentenceAlignment& alignment, const Figure& figure, std::vector<Evidence>* out) const;
  std::string Misfit(const SentenceAlignment& alignment, const Figure& ours, uint32_t passage, const Figure& theirs) const;
  bool CountsOther(const SentenceAlignment& alignment, const Figure& ours, uint32_t passage, const Figure& theirs) const;
  bool OtherLandmark(const SentenceAlignment& alignment, const Figure& ours, uint32_t passage, const Figure& theirs) const;
  bool StandsWithOther(const SentenceAlignment& alignment, const Figure& ours, uint32_t passage, const Figure& theirs) const;
  bool FigureMoved(const SentenceAlignment& alignment, uint32_t passage) const;
  bool Told(const SentenceAlignment& alignment, const Figure& theirs) const;
  bool InName(const SentenceAlignment& alignment, int32_t token) const;
  bool WithinBound(const SentenceAlignment& alignment, const Figure& ours, uint32_t passage, const Figure& theirs) const;
  bool OfEitherVerb(const SentenceAlignment& alignment, const Figure& ours, uint32_t passage, const Figure& a, const Figure& b) const;
  bool AddUp(const SentenceAlignment& alignment, const Figure& ours, uint32_t passage, const Figure& a, const Figure& b) const;
  TextRange BothOf(const SentenceAlignment& alignment, const Figure& figure, uint32_t passage) const;
  std::optional<SourcePlace> Derived(const SentenceAlignment& alignment, const Figure& figure) const;
  bool CountsPart(const SentenceAlignment& alignment, const Figure& ours, uint32_t passage, const Figure& theirs) const;
  bool PartOf(const SentenceAlignment& alignment, const Figure& part, const Figure& whole) const;

  // evidence_clauses.cpp
  void FindClauses(const SentenceAlignment& alignment, std::vector<Evidence>* out) const;
  std::vector<int32_t> OthersDenied(const SentenceAlignment& alignment, uint32_t passage, bool denied_here, int32_t predicate) const;
  double DenialStrength(const SentenceAlignment& alignment, uint32_t passage, bool denied_here, TextRange denied,
                        std::span<const int32_t> left_out = {}) const;
  void CompareSubjects(const SentenceAlignment& alignment, uint32_t draft_claim, std::vector<Evidence>* out) const;
  bool DeniedThrough(const Terms& terms, int32_t token) const;
  bool OtherObject(const SentenceAlignment& alignment, int32_t predicate, const Link& link) const;
  bool DeniesOther(const SentenceAlignment& alignment, int32_t predicate, const Link& link, bool denied_here) const;
  bool DeniesOther(const SentenceAlignment& alignment, uint32_t passage, bool denied_here) const;
  void CompareComplements(const SentenceAlignment& alignment, std::vector<Evidence>* out) const;
  void ComparePolarity(const SentenceAlignment& alignment, std::vector<Evidence>* out) const;
  bool TellsOfLater(const Terms& terms, const Claim& claim) const;
  void CompareForce(const SentenceAlignment& alignment, uint32_t draft_claim, const Link& link, const Claim& match, std::vector<Evidence>* out) const;
  void FindExpectation(const SentenceAlignment& alignment, uint32_t draft_claim, std::vector<Evidence>* out) const;
  void CompareClauses(const SentenceAlignment& alignment, uint32_t draft_claim, std::vector<Evidence>* out) const;

  // evidence_denials.cpp
  bool IsDenial(const Terms& draft, const Terms& source, int32_t token) const;
  bool DeniesNear(const Terms& draft, const Terms& source, int32_t token) const;
  bool Denies(const SentenceAlignment& alignment, uint32_t passage, int32_t predicate, TextRange own) const;
  bool FollowsFromRank(const SentenceAlignment& alignment, uint32_t passage, int32_t predicate) const;
  bool LeavesOff(const SentenceAlignment& alignment, uint32_t passage) const;
  bool SaysNot(const SentenceAlignment& alignment, TextRange own) const;
  bool DeniedElsewhere(const SentenceAlignment& alignment, int32_t predicate, TextRange clause) const;
  void FindLoneDenial(const SentenceAlignment& alignment, uint32_t draft_claim, std::vector<Evidence>* out) const;
  void FindExclusion(const SentenceAlignment& alignment, std::vector<Evidence>* out) const;
  bool LimitsThere(const Terms& source, int32_t token) const;
  bool LimitedAnywhere(const SentenceAlignment& alignment, int32_t token) const;
  void FindLimit(const SentenceAlignment& alignment, std::vector<Evidence>* out) const;

  Evidence Make(const SentenceAlignment& alignment, std::string_view kind, TextRange range, double strength, std::string reason) const;
  void SetSource(const SentenceAlignment& alignment, uint32_t passage, TextRange range, Evidence* evidence) const;
  // The innermost claim of a document's sentence that holds a byte.
  ClaimId ClaimHolding(uint32_t document, uint32_t sentence, uint32_t byte) const;

  const ClaimGraph& graph_;
  const Aligner& aligner_;
  const SourceFacts& facts_;
  const SourceNames& names_;
  const SourcePlaces& places_;
  Lexical& lexical_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_GRAPH_EVIDENCE_H_
