// Names in running text.
//
// The tagger's spans are good for people and places and weak for organisations,
// so a name is read off the capitals and the tags instead: a maximal run of
// proper nouns with the small words that names hold ("Bank of England", "Ursula
// von der Leyen"), then cut where titles and demonyms stand:
//
//   "Acme CEO Jo Berg"          -> Acme | chief executive | Jo Berg
//   "Chinese Premier Li Wen"    -> Chinese | prime minister | Li Wen
//   but "American Airlines", "General Motors", "Justice Department" stay whole,
//   since their last word closes the name of something that is no person.
//
// The tagger's spans then vote on the type only, together with the lexicon. One
// pass over the tokens; each run is looked at a bounded number of times. In
// headings, where everything is capitalised, only words that prose shows to be
// names, or that the tagger or the lexicon knows, begin a name.

#include <algorithm>
#include <unordered_set>

#include "core/base/unicode.h"
#include "core/claim/alias.h"
#include "core/claim/mention.h"

namespace crosscheck {
namespace {

constexpr uint32_t kMostTitleWords = 3;
constexpr uint32_t kLongestKnownName = 6;

struct Span {
  uint32_t first = 0, last = 0;
  uint32_t size() const { return last - first; }
};

class NameFinder {
 public:
  explicit NameFinder(const MentionContext& context)
      : context_(context), analysis_(context.analysis), lexicon_(context.lexicon) {}

  std::vector<MentionFeatures> Find() {
    MarkTaggerSpans();
    CollectProseNames();
    for (const Sentence& sentence : analysis_.sentences) {
      if (sentence.kind == BlockKind::kFurniture || sentence.foreign) continue;
      heading_ = LooksLikeTitleCase(sentence);
      first_of_sentence_ = sentence.first;
      FindIn(sentence);
    }
    return std::move(names_);
  }

 private:
  const Token& At(uint32_t i) const { return analysis_.tokens[i]; }
  const std::string& Folded(uint32_t i) const { return context_.folded[i]; }
  std::string_view Form(uint32_t i) const { return analysis_.Form(At(i)); }

  void MarkTaggerSpans() {
    span_of_.assign(analysis_.tokens.size(), -1);
    for (size_t s = 0; s < analysis_.names.size(); ++s) {
      for (uint32_t t = analysis_.names[s].first; t < analysis_.names[s].last; ++t) span_of_[t] = static_cast<int32_t>(s);
    }
  }

  // Words that prose shows capitalised and tagged as proper nouns.
  void CollectProseNames() {
    for (const Sentence& sentence : analysis_.sentences) {
      if (sentence.kind == BlockKind::kHeading || sentence.kind == BlockKind::kFurniture || LooksLikeTitleCase(sentence)) continue;
      for (uint32_t t = sentence.first; t < sentence.last; ++t) {
        if ((At(t).upos == Upos::kPropn || span_of_[t] >= 0) && Capitalised(t)) prose_names_.insert(At(t).form);
        if (!Capitalised(t)) lower_words_.insert(At(t).lower);
      }
    }
  }

  // "Terry Rauh", whatever the tagger makes of the second word.
  bool FollowsGivenName(uint32_t t) const {
    const Upos upos = At(t).upos;
    const bool content = upos == Upos::kNoun || upos == Upos::kAdj || upos == Upos::kAdv || upos == Upos::kVerb || upos == Upos::kX;
    return content && At(t - 1).space_after && At(t - 1).upos == Upos::kPropn && Capitalised(t - 1) && IsGivenName(t - 1) &&
           !lexicon_.SeldomName(Folded(t)) && lexicon_.FindTitle(Folded(t)) == nullptr;
  }

  // "…," Winter said: a capital where no sentence begins, on a singular noun that
  // needs an article and has none, doing something. Not "…." Winter came.
  bool BareSubject(uint32_t t) const {
    if (analysis_.Xpos(At(t)) != "NN" || At(t).deprel != Deprel::kNsubj || At(t).head == kNoToken) return false;
    if (lower_words_.contains(At(t).lower) || lexicon_.SeldomName(Folded(t)) || lexicon_.FindTitle(Folded(t)) != nullptr) return false;
    uint32_t before = t - 1;
    while (before > first_of_sentence_ && IsMark(before)) --before;
    if (IsMark(before) || (At(before).upos == Upos::kPunct && Form(before) != ",")) return false;
    for (uint32_t i = first_of_sentence_; i < t; ++i) {
      if (At(i).head == static_cast<int32_t>(t) && At(i).upos != Upos::kPunct) return false;
    }
    return true;
  }

  // "…," said Unger, a baker: behind the verb behind a quotation, whatever the tag.
  bool InvertedTag(uint32_t t) const {
    if (t < first_of_sentence_ + 3 || !Capitalised(t)) return false;
    const std::string_view verb = analysis_.Xpos(At(t - 1));
    const Upos upos = At(t).upos;
    const bool word = upos == Upos::kNoun || upos == Upos::kAdj || upos == Upos::kVerb || upos == Upos::kX || upos == Upos::kAdv || upos == Upos::kIntj;
    if (!word || (verb != "VBD" && verb != "VBZ") || !IsMark(t - 2) || Form(t - 3) != ",") return false;
    return !lexicon_.SeldomName(Folded(t)) && lexicon_.FindTitle(Folded(t)) == nullptr && !lower_words_.contains(At(t).lower);
  }

  bool IsMark(uint32_t t) const {
    const std::string_view xpos = analysis_.Xpos(At(t));
    return xpos == "''" || xpos == "``";
  }

  // A word that is a proper noun elsewhere in the text, and never a common one, is
  // a name here too, whatever the tagger says of this place.
  bool NamedElsewhere(uint32_t t) const {
    return prose_names_.contains(At(t).form) && !lower_words_.contains(At(t).lower) && At(t).range.size() > 3;
  }

  bool Capitalised(uint32_t t) const {
    const std::string_view form = Form(t);
    if (form.empty()) return false;
    if (IsUpper(CodePointAt(form, 0).value)) return true;
    const bool letter_then_upper = form.size() > 1 && IsUpper(CodePointAt(form, 1).value);  // "iPhone", "eBay"
    if (letter_then_upper && At(t).upos == Upos::kPropn) return true;
    const bool digit = IsDigit(CodePointAt(form, 0).value);
    return digit && At(t).upos == Upos::kPropn && std::ranges::any_of(form, [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  bool AllCaps(uint32_t t) const {
    const std::string_view form = Form(t);
    const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    return std::ranges::count_if(form, upper) >= 2 &&
           (std::ranges::none_of(form, lower) || (form.back() == 's' && std::ranges::count_if(form, lower) == 1));
  }

  // More than two thirds of the longer words are capitalised.
  bool LooksLikeTitleCase(const Sentence& sentence) const {
    constexpr uint32_t kLongWord = 4;
    int long_words = 0, capitals = 0, function_caps = 0;
    for (uint32_t t = sentence.first; t < sentence.last; ++t) {
      if (At(t).range.size() < kLongWord || !IsLetter(CodePointAt(Form(t), 0).value)) continue;
      ++long_words;
      capitals += Capitalised(t);
      function_caps += Capitalised(t) && At(t).upos != Upos::kPropn;
    }
    if (sentence.kind == BlockKind::kHeading && capitals * 3 > long_words * 2) return true;
    return long_words >= 4 && capitals * 4 > long_words * 3 && function_caps >= 2;
  }

  bool IsNameToken(uint32_t t) const {
    if (!Capitalised(t) || lexicon_.NeverName(Folded(t))) return false;
    if (span_of_[t] >= 0) return true;
    if (lexicon_.SeldomName(Folded(t)) && !WithinProperName(t)) return false;
    const KnownName* known = lexicon_.FindName(Folded(t));
    const Upos upos = At(t).upos;
    const bool nominal = upos == Upos::kPropn || upos == Upos::kNoun || upos == Upos::kAdj || upos == Upos::kX;
    if (known != nullptr && nominal && (Folded(t).size() > 3 || AllCaps(t))) return true;
    if (heading_) return nominal && (prose_names_.contains(At(t).form) || (AllCaps(t) && upos == Upos::kPropn));
    if (upos == Upos::kPropn || analysis_.Xpos(At(t)) == "NNP") return true;
    if (nominal && NamedElsewhere(t)) return true;
    if (t > first_of_sentence_ && (FollowsGivenName(t) || BareSubject(t) || InvertedTag(t))) return true;
    // "Harbour Road Board", its last word taken for a common noun.
    const uint32_t first = analysis_.sentences[At(t).sentence].first;
    if (upos == Upos::kNoun && t > first && At(t - 1).upos == Upos::kPropn && At(t - 1).space_after && Capitalised(t - 1) &&
        !lexicon_.NeverName(Folded(t - 1))) {
      return true;
    }
    return AllCaps(t) && nominal && At(t).range.size() >= 3;
  }

  // "May" and "Internet" name something only beside another proper noun, "May" not
  // as the first: "Internet Explorer", "Ann May"; not "in May Berg said".
  bool WithinProperName(uint32_t t) const {
    const auto proper = [&](uint32_t i) {
      return At(i).upos == Upos::kPropn && Capitalised(i) && At(i).sentence == At(t).sentence &&
             !lexicon_.NeverName(Folded(i)) && !lexicon_.SeldomName(Folded(i));
    };
    if (At(t).upos != Upos::kPropn) return false;
    if (t > 0 && proper(t - 1)) return true;
    return lexicon_.FindGivenName(Folded(t)) == nullptr && t + 1 < analysis_.tokens.size() && proper(t + 1);
  }

  bool Adjacent(uint32_t t) const { return !At(t).space_after; }

  // Where a name that holds token t-1 may go on after t: a small word or a mark
  // between two name tokens.
  uint32_t Bridge(const Sentence& sentence, uint32_t start, uint32_t t) const {
    if (t + 1 >= sentence.last) return 0;
    const std::string_view form = Form(t);
    const bool next = IsNameToken(t + 1);
    if ((form == "-" || form == "\xE2\x80\x91") && next && Adjacent(t - 1) && Adjacent(t)) {
      // "Coca-Cola", but not "US-China".
      return lexicon_.FindName(Folded(t - 1)) != nullptr && lexicon_.FindName(Folded(t + 1)) != nullptr ? 0 : 1;
    }
    if (form == "&" && next) return 1;
    if (analysis_.Xpos(At(t)) == "POS" && next && OfficeOf(t)) return 1;
    if (form == "," && next && (Folded(t + 1) == "jr" || Folded(t + 1) == "sr" || IsCompanyForm(t + 1))) return 1;
    if (KnownAcross(start, t, sentence.last)) return 1;
    if ((form == "of" || form == "for") && OpensName(start, t)) {
      if (next) return 1;
      return form == "of" && Form(t + 1) == "the" && t + 2 < sentence.last && IsNameToken(t + 2) ? 2 : 0;
    }
    if (lexicon_.IsParticle(form) && (At(t).upos == Upos::kPropn || lexicon_.FindGivenName(Folded(start)) != nullptr ||
                                      TaggedPerson(t))) {
      uint32_t n = 1;
      while (n < 3 && t + n + 1 < sentence.last && lexicon_.IsParticle(Form(t + n))) ++n;
      if (IsNameToken(t + n)) return n;
    }
    return 0;
  }

  // "Attorney's Office", "King's College": not "Acme's Board".
  bool OfficeOf(uint32_t t) const {
    const NameWord* closer = lexicon_.FindNameWord(Folded(t + 1));
    return closer != nullptr && lexicon_.FindTitle(Folded(t - 1)) != nullptr && !TaggedPerson(t - 1);
  }

  bool IsCompanyForm(uint32_t t) const {
    const NameWord* word = lexicon_.FindNameWord(Folded(t));
    return word != nullptr && word->droppable;
  }

  bool TaggedPerson(uint32_t t) const {
    return span_of_[t] >= 0 && analysis_.names[static_cast<size_t>(span_of_[t])].type == NameType::kPerson;
  }

  bool TaggedPlace(uint32_t t) const {
    return span_of_[t] >= 0 && analysis_.names[static_cast<size_t>(span_of_[t])].type == NameType::kPlace;
  }

  // "University of", "Department of", "Bank of": the run so far ends in a word
  // that opens a name.
  bool OpensName(uint32_t start, uint32_t t) const {
    if (t == start) return false;
    if (lexicon_.FindNameOpener(Folded(t - 1)) != nullptr) return true;
    const bool one_span = span_of_[t] >= 0 && span_of_[t] == span_of_[t - 1];
    const KnownName* after = t + 1 < analysis_.tokens.size() ? lexicon_.FindName(Folded(t + 1)) : nullptr;
    return one_span && !TaggedPerson(t) && (after == nullptr || after->type != EntityType::kPlace);  // not "Berg of Ohio"
  }

  // True where a known name begins at `start` and reaches over token t.
  bool KnownAcross(uint32_t start, uint32_t t, uint32_t end) const {
    if (!lexicon_.IsParticle(Form(t)) && Form(t) != "of" && Form(t) != "and" && Form(t) != "for" && Form(t) != "the") return false;
    for (uint32_t last = t + 2; last <= std::min(end, start + kLongestKnownName + 2); ++last) {
      if (lexicon_.FindName(context_.FoldedSpan(start, last)) != nullptr) return true;
    }
    return false;
  }

  // A number that belongs to a name: "Boeing 737", "Article 5", but not "May 5".
  bool NumberInName(uint32_t t) const {
    if (At(t).upos == Upos::kPropn) return !At(t - 1).range.empty() && IsDigit(CodePointAt(Form(t), 0).value);
    if (At(t).upos != Upos::kNum || At(t).head != static_cast<int32_t>(t) - 1) return false;
    const NameWord* opener = lexicon_.FindNameOpener(Folded(t - 1));
    return opener != nullptr || At(t).deprel == Deprel::kFlat ||
           (At(t).deprel == Deprel::kNummod && Form(t).size() <= 4 && Form(t).size() >= 2 && At(t - 1).upos == Upos::kPropn);
  }

  void FindIn(const Sentence& sentence) {
    uint32_t t = sentence.first;
    while (t < sentence.last) {
      if (!IsNameToken(t)) {
        ++t;
        continue;
      }
      uint32_t last = t + 1;
      while (last < sentence.last) {
        if (IsNameToken(last) || NumberInName(last)) {
          ++last;
          continue;
        }
        const uint32_t bridge = Bridge(sentence, t, last);
        if (bridge == 0) break;
        last += bridge + 1;
      }
      SplitRun({t, std::min(last, sentence.last)}, sentence);
      t = last;
    }
  }

  // Number of tokens from `at` that are a title, at most up to `end`.
  uint32_t TitleLength(uint32_t at, uint32_t end, const KnownTitle** title) const {
    for (uint32_t n = std::min(kMostTitleWords, end - at); n > 0; --n) {
      const KnownTitle* found = lexicon_.FindTitle(context_.FoldedSpan(at, at + n));
      if (found != nullptr) {
        *title = found;
        return n;
      }
    }
    return 0;
  }

  bool IsGivenName(uint32_t t) const { return lexicon_.FindGivenName(Folded(t)) != nullptr; }

  // The run ends in a word that closes the name of no person.
  bool ClosedByNoPerson(Span run) const {
    if (TaggedPerson(run.last - 1)) return false;
    const NameWord* word = lexicon_.FindNameWord(Folded(run.last - 1));
    return word != nullptr && run.size() > 1;
  }

  void SplitRun(Span run, const Sentence& sentence) {
    if (lexicon_.FindName(context_.FoldedSpan(run.first, run.last)) != nullptr) {
      Emit(run, {}, sentence);
      return;
    }
    std::vector<Role> roles;
    Span affiliation;
    bool titled = false;
    Gender gender = Gender::kUnknown;
    uint32_t at = run.first;
    while (at < run.last) {
      const Span rest = {at, run.last};
      if (SplitsDemonym(rest)) {
        affiliation = {at, at + 1};
        Emit(affiliation, {}, sentence);
        ++at;
        continue;
      }
      const KnownTitle* title = nullptr;
      uint32_t length = 0;
      const uint32_t title_at = FindTitleIn(rest, &title, &length);
      if (title == nullptr) break;
      if (title_at > at) {
        affiliation = {at, title_at};
        Emit(affiliation, {}, sentence);
      }
      AddRole(*title, {title_at, title_at + length}, affiliation, &roles);
      titled = true;
      if (title->gender != Gender::kUnknown) gender = title->gender;
      at = title_at + length;
    }
    if (at >= run.last) return;  // a title only: a description
    // "former Mexican President Jo Berg"
    const bool former = lexicon_.IsFormerWord(analysis_.Lower(At(run.first))) ||
                        (run.first > sentence.first && lexicon_.IsFormerWord(analysis_.Lower(At(run.first - 1))));
    for (Role& role : roles) role.former = former;
    Emit({at, run.last}, std::move(roles), sentence);
    if (titled) {
      names_.back().titled = true;
      names_.back().type = EntityType::kPerson;
      names_.back().type_sure = true;
      if (gender != Gender::kUnknown) names_.back().gender = gender;
    }
  }

  bool SplitsDemonym(Span rest) const {
    if (rest.size() < 2 || ClosedByNoPerson(rest)) return false;
    const KnownName* known = lexicon_.FindName(Folded(rest.first));
    if (known == nullptr || known->type != EntityType::kPlace) return false;
    if (known->form == KnownName::Form::kAdjective) return At(rest.first).upos == Upos::kAdj || At(rest.first).deprel == Deprel::kAmod;
    return false;
  }

  // The first title in `rest`: one with a name after it, or one that ends it.
  uint32_t FindTitleIn(Span rest, const KnownTitle** title, uint32_t* length) const {
    if (ClosedByNoPerson(rest)) return rest.first;
    for (uint32_t at = rest.first; at < rest.last; ++at) {
      const KnownTitle* found = nullptr;
      const uint32_t n = TitleLength(at, rest.last, &found);
      if (n == 0) continue;
      if (at > rest.first && (found->address || IsGivenName(at - 1) || found->gender != Gender::kUnknown)) continue;
      const bool closes = at + n == rest.last;
      if (closes && TaggedPerson(rest.last - 1) && rest.size() > n) continue;
      if (closes && found->address && rest.size() == n && TaggedPerson(at)) continue;
      if (!closes && span_of_[at] >= 0 && TaggedPerson(at) && at > rest.first && span_of_[at] == span_of_[at - 1]) continue;
      *title = found;
      *length = n;
      return at;
    }
    return rest.first;
  }

  void AddRole(const KnownTitle& title, Span words, Span affiliation, std::vector<Role>* roles) const {
    if (title.role.empty()) return;
    Role role;
    role.title = title.role;
    role.range = context_.Range(words.first, words.last);
    if (affiliation.size() > 0) role.affiliation = KeyOf(affiliation);
    roles->push_back(std::move(role));
  }

  std::string KeyOf(Span span) const {
    return EntityKey(context_.Range(span.first, span.last).In(analysis_.text()), EntityType::kOther, lexicon_);
  }

  void Emit(Span span, std::vector<Role> roles, const Sentence& sentence) {
    while (span.size() > 1 && At(span.last - 1).upos == Upos::kPunct) --span.last;
    MentionFeatures name;
    name.mention = {context_.Range(span.first, span.last), span.first, span.last, context_.HeadOf(span.first, span.last),
                    PossessiveAt(span.last, sentence.last) ? Mention::Kind::kPossessive : Mention::Kind::kName};
    name.sentence = At(span.first).sentence;
    name.folded = WithoutParty(context_.FoldedSpan(span.first, span.last));
    if (name.folded != context_.FoldedSpan(span.first, span.last)) {
      name.mention.range.start += 2;  // "D-"
      while (At(name.mention.first).range.end <= name.mention.range.start) ++name.mention.first;
    }
    if (span.size() == 1 && AllCaps(span.first) && Form(span.first).back() == 's') name.folded.pop_back();  // "GPUs"
    name.roles = std::move(roles);
    TypeOf(span, &name);
    names_.push_back(std::move(name));
  }

  // "D-Ohio", a member's party and state, names the state.
  std::string WithoutParty(std::string folded) const {
    if (folded.size() < 4 || folded[1] != ' ') return folded;  // the range shrinks by a letter and a hyphen
    const KnownName* place = lexicon_.FindName(std::string_view(folded).substr(2));
    return place != nullptr && place->type == EntityType::kPlace ? place->canonical : folded;
  }

  bool PossessiveAt(uint32_t t, uint32_t end) const {
    return t < end && analysis_.Xpos(At(t)) == "POS";
  }

  void TypeOf(Span span, MentionFeatures* name) const {
    const KnownName* known = lexicon_.FindName(name->folded);
    const Gender* given = lexicon_.FindGivenName(Folded(span.first));
    const NameWord* closer = lexicon_.FindNameWord(Folded(span.last - 1));
    const NameWord* opener = lexicon_.FindNameOpener(Folded(span.first));
    name->type_sure = true;
    if (known != nullptr) {
      name->type = known->type;
      name->adjective = known->form == KnownName::Form::kAdjective;
      name->plural = known->form == KnownName::Form::kPeople;
      // "Jordan" and "Chad" are people too where the tagger says so.
      if (known->type == EntityType::kPlace && TaggedPerson(span.last - 1)) name->type_sure = false;
    } else if (closer != nullptr && span.size() > 1 && !TaggedPerson(span.last - 1)) {
      name->type = closer->type;
    } else if (opener != nullptr && span.size() > 1 && !TaggedPerson(span.last - 1)) {
      name->type = opener->type;
    } else if (AllCaps(span.last - 1) && Form(span.last - 1).back() == 's') {
      name->type = EntityType::kOther;  // "GPUs", "H20 GPUs": things that are counted
    } else if (given == nullptr && span.size() == 1 && AllCaps(span.first) && Form(span.first).size() <= 6) {
      name->type = EntityType::kOrganization;  // the tagger is weak on acronyms
      name->type_sure = false;
    } else if (given != nullptr && span.size() > 1 && span.size() <= 3 && TaggedPlace(span.last - 1)) {
      name->type = EntityType::kPerson;  // "Jordan Holm" is no place
    } else if (const NameSpan* tagged = Tagged(span)) {
      name->type = tagged->type == NameType::kPerson  ? EntityType::kPerson
                   : tagged->type == NameType::kPlace ? EntityType::kPlace
                                                      : EntityType::kOrganization;
      if (span.size() == 1 || heading_) name->type_sure = false;
    } else if (given != nullptr && span.size() > 1 && span.size() <= 4) {
      name->type = EntityType::kPerson;
    } else {
      name->type_sure = false;
      const bool speaks = span.size() == 1 && span.first > first_of_sentence_ && (BareSubject(span.first) || InvertedTag(span.first));
      if ((given != nullptr && span.size() == 1) || speaks) name->type = EntityType::kPerson;
    }
    if (name->type == EntityType::kPerson && given != nullptr && span.size() > 1) name->gender = *given;
    if (name->type == EntityType::kPerson && given != nullptr && span.size() == 1 && name->type_sure) name->gender = *given;
    if (name->type == EntityType::kOrganization) name->collective = true;
    const bool many = analysis_.Xpos(At(span.last - 1)) == "NNPS" && span.size() == 1 && closer == nullptr;
    if (many && (name->type == EntityType::kOther || name->type == EntityType::kOrganization)) name->plural = true;
  }

  // The tagger's span over the last token of a name, where it holds most of it.
  const NameSpan* Tagged(Span span) const {
    const int32_t at = span_of_[span.last - 1] >= 0 ? span_of_[span.last - 1] : span_of_[span.first];
    if (at < 0) return nullptr;
    return &analysis_.names[static_cast<size_t>(at)];
  }

  const MentionContext& context_;
  const Analysis& analysis_;
  const EntityLexicon& lexicon_;
  std::vector<int32_t> span_of_;                 // token to the tagger's span, -1 for none
  std::unordered_set<uint32_t> prose_names_;     // forms
  std::unordered_set<uint32_t> lower_words_;     // words that occur in lower case
  bool heading_ = false;
  uint32_t first_of_sentence_ = 0;
  std::vector<MentionFeatures> names_;
};

}  // namespace

std::vector<MentionFeatures> FindNames(const MentionContext& context) { return NameFinder(context).Find(); }

}  // namespace crosscheck
