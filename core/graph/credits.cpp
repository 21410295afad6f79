// Credits. A mention of an outlet is one where the tree makes it the source of
// something: the head of an attribution's source ("Reuters reported"), what
// somebody told ("told the BBC"), the agent of a verb of making public ("as
// reported by the Courier"), or the maker of a work ("a Courier report", "an
// interview with Le Monde"). Datelines and bylines have no tree; they are cut into
// pieces at brackets, commas and bars, and a piece must be an outlet's name whole.
// Limit: a text that talks about an outlet's report credits it, too ("Berg
// criticised the Courier's report").
#include "core/graph/credits.h"

#include <algorithm>

#include "core/base/unicode.h"
#include "core/claim/entity_lexicon.h"

namespace crosscheck {
namespace {

constexpr size_t kHeadBlocks = 8;        // how far down a byline may stand
constexpr size_t kMostLineBytes = 120;   // longer furniture is no byline
constexpr int kMostSteps = 3;            // from a name up to the work that it belongs to

class CreditFinder {
 public:
  CreditFinder(const Reading& reading, const EntityLexicon* lexicon,
               const std::function<bool(const std::string&)>& known)
      : reading_(reading),
        words_(reading.analysis),
        lexicon_(lexicon),
        known_(known),
        own_(OutletKey(reading.document->metadata().publisher, lexicon)) {}

  std::vector<Credit> Find() {
    Lines();
    for (const Attribution& attribution : reading_.attributions) Source(attribution);
    for (const Entity& entity : reading_.entities) {
      for (const Mention& mention : entity.mentions) {
        if (mention.kind != Mention::Kind::kPronoun && mention.head >= 0 && Credits(mention.head))
          Add(mention.range.In(words_.text()), SentenceOf(mention.head), false, true);
      }
    }
    std::ranges::stable_sort(credits_, {}, [](const Credit& c) { return c.range.start; });
    const auto same = [](const Credit& a, const Credit& b) {
      return a.outlet == b.outlet && a.range == b.range && a.whole == b.whole;
    };
    const auto [first, last] = std::ranges::unique(credits_, same);
    credits_.erase(first, last);
    return std::move(credits_);
  }

 private:
  const Token& At(int32_t t) const { return words_.tokens[static_cast<size_t>(t)]; }
  TextRange SentenceOf(int32_t t) const { return words_.SentenceOf(At(t)).range; }

  // Adds the outlet of a name, if it is one. `by_shape`: also a name that only
  // looks like an outlet's.
  void Add(std::string_view name, TextRange range, bool whole, bool by_shape) {
    const std::string key = OutletKey(name, lexicon_);
    if (key.empty() || key == own_) return;
    const KnownOutlet* outlet = lexicon_ == nullptr ? nullptr : lexicon_->FindOutlet(FoldName(name));
    if (outlet == nullptr && !known_(key) && !(by_shape && HasOutletShape(key))) return;
    std::string shown = outlet != nullptr ? outlet->name : std::string(name);
    for (const std::string_view article : {"the ", "The "}) {
      if (shown.starts_with(article)) shown.erase(0, article.size());
    }
    credits_.push_back({key, std::move(shown), range, whole});
  }

  bool HasOutletShape(const std::string& key) const {
    const size_t space = key.rfind(' ');
    return lexicon_ != nullptr && space != std::string::npos &&
           lexicon_->IsOutletWord(std::string_view(key).substr(space + 1));
  }

  void Source(const Attribution& attribution) {
    if (attribution.cue_kind == CueKind::kStance || attribution.cue_kind == CueKind::kPlan) return;
    const int32_t at = attribution.cue_head >= 0 ? attribution.cue_head : attribution.source_head;
    if (at < 0) return;
    for (const TextRange source : attribution.source)
      Add(source.In(words_.text()), SentenceOf(at), false, true);
  }

  bool IsSource(int32_t head) const {
    return std::ranges::any_of(reading_.attributions, [head](const Attribution& a) {
      return a.source_head == head && a.cue_kind != CueKind::kStance && a.cue_kind != CueKind::kPlan;
    });
  }

  bool Credits(int32_t head) const {
    if (lexicon_ == nullptr) return false;
    if (IsSource(head)) return true;
    using enum EntityLexicon::Credit;
    int32_t t = head;
    for (int step = 0; step < kMostSteps && At(t).head >= 0; ++step) {
      const Token& token = At(t);
      const EntityLexicon::Credit credit = CreditOf(At(token.head));
      const bool noun = token.deprel == Deprel::kNmod || token.deprel == Deprel::kCompound || token.deprel == Deprel::kFlat ||
                        token.deprel == Deprel::kAppos;
      if (noun && credit == kWork) return true;
      if (credit == kTold && (token.deprel == Deprel::kObj || token.deprel == Deprel::kIobj || token.deprel == Deprel::kObl)) return true;
      if (credit == kBy && token.deprel == Deprel::kObl && HasBy(t)) return true;
      if (!noun || token.deprel == Deprel::kNmod) return false;
      t = token.head;
    }
    return false;
  }

  EntityLexicon::Credit CreditOf(const Token& token) const {
    return lexicon_->CreditOf(std::string(words_.Lemma(token)) + (token.upos == Upos::kVerb ? "/v" : "/n"));
  }

  bool HasBy(int32_t t) const {
    const auto tokens = words_.TokensOf(words_.SentenceOf(At(t)));
    return std::ranges::any_of(tokens, [&](const Token& token) {
      return token.head == t && token.deprel == Deprel::kCase && words_.Lower(token) == "by";
    });
  }

  // Datelines, bylines and credit lines before the story, and the last line.
  void Lines() {
    const std::vector<Block>& blocks = reading_.document->blocks();
    for (size_t i = 0; i < blocks.size(); ++i) {
      const bool edge = i < kHeadBlocks || i + 1 == blocks.size();
      if (edge && blocks[i].kind == BlockKind::kFurniture && blocks[i].range.size() <= kMostLineBytes) Line(blocks[i].range);
    }
  }

  void Line(TextRange range) {
    const std::string_view line = range.In(words_.text());
    const bool byline = ToLower(line.substr(0, 3)) == "by ";
    size_t start = 0;
    for (size_t i = 0; i <= line.size(); ++i) {
      if (i < line.size() && std::string_view("(),|/[]").find(line[i]) == std::string_view::npos) continue;
      const std::string_view piece = line.substr(start, i - start);
      const bool bracketed = start > 0 && (line[start - 1] == '(' || line[start - 1] == '[');
      Piece(piece, {0, static_cast<uint32_t>(words_.text().size())}, byline || bracketed);
      start = i + 1;
    }
  }

  // An outlet that is no agency counts in a byline or in brackets; "The Courier,
  // 3 May 2024" is the text's own head.
  void Piece(std::string_view piece, TextRange range, bool marked) {
    const TextRange trimmed = Trim(piece);
    std::string_view name = trimmed.In(piece);
    if (ToLower(name.substr(0, 3)) == "by ") name.remove_prefix(3);
    if (name.empty()) return;
    const KnownOutlet* outlet = lexicon_ == nullptr ? nullptr : lexicon_->FindOutlet(FoldName(name));
    if (marked || (outlet != nullptr && outlet->agency)) Add(name, range, true, false);
  }

  static TextRange Trim(std::string_view text) {
    constexpr std::string_view kBlank = " \t\n-";
    const size_t first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos) return {};
    return {static_cast<uint32_t>(first), static_cast<uint32_t>(text.find_last_not_of(kBlank) + 1)};
  }

  const Reading& reading_;
  const Analysis& words_;
  const EntityLexicon* lexicon_;
  const std::function<bool(const std::string&)>& known_;
  const std::string own_;
  std::vector<Credit> credits_;
};

}  // namespace

std::string OutletKey(std::string_view name, const EntityLexicon* lexicon) {
  std::string key = FoldName(name);
  const KnownOutlet* outlet = lexicon == nullptr ? nullptr : lexicon->FindOutlet(key);
  return outlet == nullptr ? key : outlet->key;
}

std::vector<Credit> FindCredits(const Reading& reading, const EntityLexicon* lexicon,
                                const std::function<bool(const std::string&)>& known) {
  return CreditFinder(reading, lexicon, known).Find();
}

}  // namespace crosscheck
