// Absence: what a draft names, counts or dates and no source has anywhere.
//
// Absence decides little: a paraphrase brings new words, too. Only names, figures
// and times are reported as absent with weight; for other words the evidence is
// there so that rules can name the words that nothing carries.
#include <algorithm>
#include <ranges>

#include "core/base/unicode.h"
#include "core/claim/alias.h"
#include "core/claim/entity_lexicon.h"
#include "core/graph/evidence.h"
#include "core/graph/evidence_kinds.h"

namespace crosscheck {
namespace {

constexpr size_t kShortTitle = 3;  // capitals of a title before a name
constexpr double kSamePassage = 0.6;   // coverage from which a namesake is the person meant
constexpr double kSureSpelling = 0.7;  // strength of a slip of spelling, whatever stands around it

// "NorthTrack", "DataVault": capitals within a word make a name of it.
bool Lettered(std::string_view form) {
  const bool starts = !form.empty() && form.front() >= 'A' && form.front() <= 'Z';
  const auto capitals = std::ranges::count_if(form, [](char c) { return c >= 'A' && c <= 'Z'; });
  const auto small = std::ranges::count_if(form, [](char c) { return c >= 'a' && c <= 'z'; });
  return starts && capitals >= 2 && small >= 2 && form.find_first_of("-'’/") == std::string_view::npos;
}

// "J", "J.K.", "JK": initials before a surname say hardly more than the surname.
bool AreInitials(std::string_view words) {
  constexpr ptrdiff_t kMost = 2;
  const bool only = std::ranges::all_of(words, [](char c) { return (c >= 'A' && c <= 'Z') || c == '.' || c == ' '; });
  return only && std::ranges::count_if(words, [](char c) { return c >= 'A' && c <= 'Z'; }) <= kMost;
}

// The "1" of "beat the Rangers 1 - 0", which a reader of names may take for a part.
bool PartOfScore(const Analysis& analysis, uint32_t token) {
  if (analysis.tokens[token].upos != Upos::kNum || token + 2 >= analysis.tokens.size()) return false;
  const std::string_view dash = analysis.Form(analysis.tokens[token + 1]);
  return (dash == "-" || dash == "–") && analysis.tokens[token + 2].upos == Upos::kNum;
}

// Whether a number that was read as no figure may be one: not a word taken for a
// number, a part of a name ("Falcon 910", "A100", "Plan 2025") or the number of a
// heading or a list item ("3. Lights").
bool CountsSomething(const Reading& reading, const Sentence& sentence, int32_t t) {
  const auto& tokens = reading.analysis.tokens;
  const Token& token = tokens[static_cast<size_t>(t)];
  const std::string_view form = reading.analysis.Form(token);
  const bool plain = std::ranges::all_of(form, [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == ','; });
  if (!plain) return false;
  const auto first = static_cast<int32_t>(sentence.first), last = static_cast<int32_t>(sentence.last);
  if (sentence.kind == BlockKind::kHeading || t == first) return false;
  if (tokens[static_cast<size_t>(t) - 1].upos == Upos::kPropn) return false;
  return t + 1 == last || tokens[static_cast<size_t>(t) + 1].range.start > token.range.end || tokens[static_cast<size_t>(t) + 1].upos == Upos::kPunct;
}

// Whether "it" is a thing that was spoken of: "it was found in a field", not "it
// rains", "it is known that …", "it took a day to find them", "it is a shame".
bool RefersBack(const Terms& terms, int32_t it) {
  const auto& tokens = terms.reading->analysis.tokens;
  const Token& token = tokens[static_cast<size_t>(it)];
  if (token.deprel != Deprel::kNsubj || token.head == kNoToken || tokens[static_cast<size_t>(token.head)].upos != Upos::kVerb) return false;
  bool whole = terms.reading->analysis.Label(token).ends_with(":pass");
  for (size_t t = 0; t < tokens.size(); ++t) {
    if (tokens[t].head != token.head) continue;
    const Deprel relation = tokens[t].deprel;
    const bool clause = relation == Deprel::kCcomp || relation == Deprel::kXcomp || relation == Deprel::kCsubj || relation == Deprel::kAdvcl;
    if (clause || relation == Deprel::kExpl) return false;
    whole = whole || relation == Deprel::kObj;
  }
  return whole;
}

// A date of the calendar, not "17 years ago" nor "three weeks".
bool GivesDate(const TimeExpression& time) {
  return time.type != TimeType::kDuration && (time.value.size() >= 4 || time.granularity >= Granularity::kDecade) && time.value.find("REF") == std::string::npos;
}

// "in 2019", "since May": the preposition goes with the time that nothing carries.
TextRange WithPreposition(const Analysis& analysis, const TimeExpression& time) {
  if (time.first == 0) return time.range;
  const Token& before = analysis.tokens[time.first - 1];
  const bool its_own = before.head >= static_cast<int32_t>(time.first) && before.head < static_cast<int32_t>(time.last);
  return before.upos == Upos::kAdp && its_own ? Cover(before.range, time.range) : time.range;
}

// "from 1996 to 2013": a period is one date, and what nothing carries of it is all of it.
TextRange WithEnd(const Reading& reading, const TimeExpression& time, TextRange range) {
  constexpr uint32_t kApart = 1;  // "to"
  const Analysis& analysis = reading.analysis;
  const bool from = time.first > 0 && analysis.Lower(analysis.tokens[time.first - 1]) == "from";
  if (!from) return range;
  for (const TimeExpression& other : reading.times) {
    if (other.first != time.last + kApart) continue;
    const std::string_view to = analysis.Lower(analysis.tokens[time.last]);
    if (to == "to" || to == "until" || to == "till" || to == "through") return Cover(range, other.range);
  }
  return range;
}

// "Berg and Lee" where nobody knows Lee: the "and" goes with the name.
TextRange WithConjunction(const Terms& terms, TextRange range, uint32_t first) {
  if (first < 2) return range;
  const auto& tokens = terms.reading->analysis.tokens;
  const Token& before = tokens[first - 1];
  const bool joins = before.upos == Upos::kCconj && before.deprel == Deprel::kCc && terms.terms[first - 2].name;
  return joins ? Cover(before.range, range) : range;
}

}  // namespace

void EvidenceFinder::FindAbsence(const SentenceAlignment& alignment, std::vector<Evidence>* out) const {
  const Terms& draft = *alignment.draft;
  const Reading& reading = *draft.reading;
  const Sentence& sentence = alignment.draft_sentence();
  const std::string_view text = reading.document->text();
  std::vector<int32_t> seen_figures, seen_times, seen_entities;
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {
    const Term& term = draft[t];
    const Token& token = reading.analysis.tokens[static_cast<size_t>(t)];
    if (term.figure >= 0 && std::ranges::find(seen_figures, term.figure) == seen_figures.end()) {
      seen_figures.push_back(term.figure);
      const Figure& figure = reading.figures[static_cast<size_t>(term.figure)];
      // "one of them" counts nothing.
      const bool one = figure.kind == FigureKind::kCardinal && figure.value == 1.0 && figure.unit.empty();
      const bool counts = !one && figure.kind != FigureKind::kOrdinal && figure.unclear.empty() && term.time < 0;
      const bool length = term.time >= 0 && std::ranges::find(seen_times, term.time) == seen_times.end();
      if (length && !GivesDate(reading.times[static_cast<size_t>(term.time)])) {
        seen_times.push_back(term.time);
        CheckLength(alignment, reading.times[static_cast<size_t>(term.time)], out);
      }
      if (!counts || SpacedScore(reading.analysis, t, alignment.draft_document)) continue;
      CheckFigure(alignment, figure, out);
    } else if (term.time >= 0 && std::ranges::find(seen_times, term.time) == seen_times.end()) {
      seen_times.push_back(term.time);
      const TimeExpression& time = reading.times[static_cast<size_t>(term.time)];
      // "the previous year" is somebody's word for a date that a source may give otherwise.
      const bool named = std::ranges::any_of(std::views::iota(time.first, time.last), [&](uint32_t i) {
        const Token& word = reading.analysis.tokens[i];
        const bool digits = reading.analysis.Form(word).find_first_of("0123456789") != std::string_view::npos;  // "the 1990s"
        return word.upos == Upos::kPropn || word.upos == Upos::kNum || digits;
      });
      const bool calendar = named && time.type == TimeType::kDate && (time.value.size() >= 4 || time.granularity >= Granularity::kDecade) && time.value.find("REF") == std::string::npos;
      if (!GivesDate(time)) CheckLength(alignment, time, out);
      const bool words_there = std::ranges::all_of(std::views::iota(time.first, time.last), [&](uint32_t i) {
        return draft.terms[i].weight == 0.0 || alignment.Carried(static_cast<int32_t>(i)) ||
               facts_.HasWord(FoldMarks(reading.analysis.Form(reading.analysis.tokens[i])), alignment.draft_document);
      });
      const bool absent = calendar && !words_there && !ElapsedSince(alignment, time) && !facts_.FindTime(time, alignment.draft_document);
      if (absent || facts_.OtherQuarters(time, alignment.draft_document)) {
        out->push_back(Make(alignment, evidence::kDateAbsent, WithEnd(reading, time, WithPreposition(reading.analysis, time)), alignment.coverage, "no source gives " + Quoted(text, time.range)));
      }
    } else if (term.name && term.entity >= 0 && std::ranges::find(seen_entities, term.entity) == seen_entities.end()) {
      const Entity& entity = reading.entities[static_cast<size_t>(term.entity)];
      for (const Mention& mention : entity.mentions) {
        const bool owner = mention.kind == Mention::Kind::kPossessive && token.upos == Upos::kPropn;  // "Acme's"
        if ((mention.kind != Mention::Kind::kName && !owner) || !mention.range.Contains(token.range)) continue;
        seen_entities.push_back(term.entity);
        NameAbsence(alignment, entity, mention, out);
        break;
      }
    } else if (term.content && term.entity < 0 && term.figure < 0 && term.time < 0 && !alignment.Carried(t) &&
               (token.upos == Upos::kPropn || token.upos == Upos::kNum || Lettered(reading.analysis.Form(token)))) {
      // A name or a number that no reader made anything of.
      if (facts_.HasWord(FoldMarks(reading.analysis.Form(token)), alignment.draft_document)) continue;
      if (SpeltOut(alignment, t)) continue;
      const EntityLexicon* names = lexical_.knowledge().entities;
      const KnownTitle* title = names == nullptr ? nullptr : names->FindTitle(FoldMarks(reading.analysis.Form(token)));
      if (title != nullptr && title->address) continue;  // "Mr Berg"
      const bool number = token.upos == Upos::kNum;
      const bool digits = std::ranges::any_of(reading.analysis.Form(token), [](char c) { return c >= '0' && c <= '9'; });
      if (number && !digits && term.figure < 0) continue;  // a word taken for a number, or "World War II"
      if (number && !CountsSomething(reading, sentence, t)) continue;
      if (number && SpacedScore(reading.analysis, t, alignment.draft_document)) continue;
      if (!number && !IsUpper(CodePointAt(reading.analysis.Form(token), 0).value)) continue;
      if (number && reading.analysis.Lower(token) == "one") continue;
      out->push_back(Make(alignment, number ? evidence::kFigureAbsent : evidence::kNameAbsent, token.range, alignment.coverage,
                          "no source has " + Quoted(text, token.range)));
    } else if (term.content && !term.name && !term.pronoun && term.figure < 0 && term.time < 0 && !alignment.Carried(t)) {
      const bool there = facts_.HasWord(FoldMarks(reading.analysis.Lemma(token)), alignment.draft_document);
      // "only 19 games", "almost 40": a word on the figure, not of what is told
      const bool bounds = token.upos == Upos::kAdv && t + 1 < static_cast<int32_t>(sentence.last) && draft[t + 1].figure >= 0;
      if (there || bounds) continue;
      const std::string_view kind = token.upos == Upos::kVerb ? evidence::kPredicateAbsent : evidence::kWordAbsent;
      out->push_back(Make(alignment, kind, token.range, alignment.coverage, "no source has " + Quoted(text, token.range)));
    }
  }
}

// "six years ago", "the lowest in almost five years", where a passage of a dated text has
// the year: as long before its date.
bool EvidenceFinder::ElapsedSince(const SentenceAlignment& alignment, const TimeExpression& time) const {
  constexpr double kDaysOfYear = 365.25, kDaysOfMonth = 30.4, kDaysOfWeek = 7.0;
  const Terms& draft = *alignment.draft;
  double unit = 0.0, number = 0.0;
  for (uint32_t t = time.first; t < time.last; ++t) {
    const std::string_view lemma = draft.reading->analysis.Lemma(draft.reading->analysis.tokens[t]);
    if (lemma == "year") unit = kDaysOfYear;
    if (lemma == "month") unit = kDaysOfMonth;
    if (lemma == "week") unit = kDaysOfWeek;
    const int32_t figure = draft.terms[t].figure;
    if (figure >= 0 && number == 0.0) number = draft.reading->figures[static_cast<size_t>(figure)].value.value_or(0.0);
  }
  const auto& analysis = draft.reading->analysis;
  const auto said = [&](uint32_t t, std::string_view word) { return t < analysis.tokens.size() && analysis.Lower(analysis.tokens[t]) == word; };
  const bool ago = said(time.last - 1, "ago") || said(time.last, "ago");
  bool lowest = false;  // "the lowest level in almost five years"
  const uint32_t before = time.first > 0 ? time.first - 1 : 0;
  if (said(before, "in") || said(before, "for") || (before > 0 && (said(before - 1, "in") || said(before - 1, "for")))) {
    const Sentence& sentence = alignment.draft_sentence();
    for (uint32_t t = sentence.first; t < sentence.last; ++t) lowest = lowest || analysis.Xpos(analysis.tokens[t]) == "JJS";
  }
  if (unit == 0.0 || number < 1.0 || (!ago && !lowest)) return false;
  for (uint32_t p = 0; p < alignment.passages.size(); ++p) {
    const Reading& source = *alignment.sources[p]->reading;
    const Sentence& passage = source.analysis.sentences[alignment.passages[p].sentence];
    const auto& date = source.document->metadata().date;
    for (const TimeExpression& other : source.times) {
      if (!date || other.first < passage.first || other.first >= passage.last || !other.own.start || !other.own.end) continue;
      const auto today = static_cast<double>(DaysFromCivil(*date));
      const double least = (today - static_cast<double>(*other.own.end)) / unit, most = (today - static_cast<double>(*other.own.start)) / unit;
      if (number >= least - 1.0 && number <= most + 1.0) return true;
    }
  }
  return false;
}

// "17 years ago", "fourteen hours": a length of time whose number no source has, in
// no unit.
void EvidenceFinder::CheckLength(const SentenceAlignment& alignment, const TimeExpression& time, std::vector<Evidence>* out) const {
  if (graph_.side(alignment.draft_document) != Side::kDraft || LengthFits(alignment, time, nullptr) || ElapsedSince(alignment, time)) return;
  const Reading& reading = *alignment.draft->reading;
  bool number = false;
  for (uint32_t t = time.first; t < time.last; ++t) {
    const Token& token = reading.analysis.tokens[t];
    if (token.upos != Upos::kNum) continue;
    if (time.type == TimeType::kSet && alignment.Carried(static_cast<int32_t>(t))) return;  // "every six months" of "twice a year"
    const std::string form = FoldMarks(reading.analysis.Form(token));
    if (facts_.HasWord(form, alignment.draft_document)) return;
    Figure plain;
    plain.kind = FigureKind::kCardinal;
    const int32_t figure = alignment.draft->terms[t].figure;
    if (figure >= 0) {
      plain = reading.figures[static_cast<size_t>(figure)];
    } else if (form.size() <= 3 && std::ranges::all_of(form, [](char c) { return c >= '0' && c <= '9'; })) {
      plain.value = std::stod(form);
    }
    if (!plain.value || *plain.value <= 1.0 || facts_.FindFigure(plain, alignment.draft_document)) return;
    number = true;
  }
  if (!number || facts_.FindTime(time, alignment.draft_document)) return;
  out->push_back(Make(alignment, evidence::kLengthAbsent, time.range, alignment.coverage,
                      "no source gives " + Quoted(reading.document->text(), time.range)));
}

// "2 - 1" of "2-1", which a text cut into words tells with spaces.
bool EvidenceFinder::SpacedScore(const Analysis& analysis, int32_t token, uint32_t except) const {
  const auto form = [&](int32_t t) {
    return t >= 0 && static_cast<size_t>(t) < analysis.tokens.size() ? std::string(analysis.Form(analysis.tokens[static_cast<size_t>(t)])) : std::string();
  };
  for (const int32_t first : {token, token - 2}) {
    const std::string dash = form(first + 1);
    if (dash != "-" && dash != "–") continue;
    for (const std::string_view mark : {"-", "–"}) {
      if (facts_.HasWord(form(first) + std::string(mark) + form(first + 2), except)) return true;
    }
  }
  return false;
}

// Whether a word is part of what an acronym in brackets after it stands for, and a
// source has the acronym: "the Fire and Rescue Service (FRS)".
bool EvidenceFinder::SpeltOut(const SentenceAlignment& alignment, int32_t token) const {
  constexpr int32_t kFarthest = 8;
  const Analysis& analysis = alignment.draft->reading->analysis;
  const auto last = static_cast<int32_t>(alignment.draft_sentence().last), first = static_cast<int32_t>(alignment.draft_sentence().first);
  const auto form = [&](int32_t t) { return analysis.Form(analysis.tokens[static_cast<size_t>(t)]); };
  for (int32_t open = token + 1; open + 2 < last && open <= token + kFarthest; ++open) {
    if (form(open) != "(" || form(open + 2) != ")") continue;
    const std::string acronym = FoldMarks(form(open + 1));
    if (acronym.size() < 2 || !facts_.HasWord(acronym, alignment.draft_document)) return false;
    std::string words;
    for (int32_t t = open - 1; t >= first && open - t <= kFarthest; --t) {
      words = words.empty() ? FoldMarks(form(t)) : FoldMarks(form(t)) + " " + words;
      if (t <= token && IsAcronymOf(acronym, words)) return true;
    }
    return false;
  }
  return false;
}

// "JK" of "J.K.".
bool EvidenceFinder::HasInitials(std::string_view form, uint32_t except) const {
  if (form.size() < 2 || form.size() > 3) return false;
  std::string dotted;
  for (const char c : form) {
    if (c < 'A' || c > 'Z') return false;
    dotted += static_cast<char>(c - 'A' + 'a');
    dotted += '.';
  }
  return facts_.HasWord(dotted, except);
}

// "Olympics" of "Olympic": the tagger gives names no lemma.
bool EvidenceFinder::HasSingular(std::string_view form, uint32_t except) const {
  return form.size() > 4 && form.ends_with("s") && facts_.HasWord(std::string(form.substr(0, form.size() - 1)), except);
}

// "He was sentenced to …" as the first words of a longer text: who? Not "When he
// left, Berg said …", where the name follows.
void EvidenceFinder::FindOpenPronoun(const SentenceAlignment& alignment, std::vector<Evidence>* out) const {
  const Reading& reading = *alignment.draft->reading;
  if (alignment.sentence != 0 || reading.analysis.sentences.size() < 2) return;
  const Sentence& sentence = alignment.draft_sentence();
  for (uint32_t t = sentence.first; t < sentence.last; ++t) {
    const Token& token = reading.analysis.tokens[t];
    if (token.upos == Upos::kNoun || token.upos == Upos::kPropn) return;
    const std::string_view xpos = reading.analysis.Xpos(token);
    if (token.upos != Upos::kPron || xpos != "PRP") continue;
    const EntityLexicon* lexicon = lexical_.knowledge().entities;
    const KnownPronoun* pronoun = lexicon != nullptr ? lexicon->FindPronoun(reading.analysis.Lower(token)) : nullptr;
    const bool third = pronoun != nullptr && pronoun->person == 3 && !pronoun->reflexive;
    const bool thing = third && pronoun->gender == Gender::kNeuter && graph_.side(alignment.draft_document) == Side::kDraft;
    if (thing && !RefersBack(*alignment.draft, static_cast<int32_t>(t))) continue;
    const bool person = third && pronoun->gender != Gender::kNeuter;
    const bool quoted = std::ranges::any_of(reading.quotations, [&](const Quotation& q) { return q.range.Contains(token.range); });
    if ((!person && !thing) || quoted) return;
    // Below the main verb, not in a clause that comes before its main clause.
    for (int32_t at = static_cast<int32_t>(t); at != kNoToken; at = reading.analysis.tokens[static_cast<size_t>(at)].head) {
      if (reading.analysis.tokens[static_cast<size_t>(at)].deprel == Deprel::kAdvcl) return;
    }
    out->push_back(Make(alignment, evidence::kPronounOpen, token.range, 1.0, "nobody is named before it"));
    return;
  }
}

// A name is there when a source has its entity, or all of its words. Where only
// some of its words are there, the source has another name for it (Maria Ruiz,
// Martin Ruiz), or less of it ("Fox" for "Fox News").
void EvidenceFinder::NameAbsence(const SentenceAlignment& alignment, const Entity& entity, const Mention& mention,
                                 std::vector<Evidence>* out) const {
  const Terms& draft = *alignment.draft;
  const Analysis& analysis = draft.reading->analysis;
  const std::string_view text = draft.reading->document->text();
  if (!entity.key.empty() && facts_.HasEntity(entity.key, alignment.draft_document)) return;
  for (const std::string& alias : entity.aliases) {
    if (facts_.HasEntity(alias, alignment.draft_document)) return;
  }
  if (names_.HasAcronym(entity, alignment.draft_document)) return;
  if (places_.HasPartOf(entity.key, alignment.draft_document)) return;  // "Yorkshire" of "Leeds"
  int missing = 0, present = 0;
  TextRange lost;
  for (uint32_t t = mention.first; t < mention.last; ++t) {
    const Token& token = analysis.tokens[t];
    const bool names = token.upos == Upos::kPropn || token.upos == Upos::kNoun || token.upos == Upos::kAdj || token.upos == Upos::kNum;
    if (!names || PartOfScore(analysis, t)) continue;
    const bool title = lexical_.knowledge().entities != nullptr && lexical_.knowledge().entities->FindTitle(FoldMarks(analysis.Form(token))) != nullptr;
    if (title) continue;
    const bool there = facts_.HasWord(FoldMarks(analysis.Form(token)), alignment.draft_document) ||
                       facts_.HasWord(FoldMarks(analysis.Lemma(token)), alignment.draft_document) ||
                       HasInitials(analysis.Form(token), alignment.draft_document) ||
                       HasSingular(FoldMarks(analysis.Form(token)), alignment.draft_document) || alignment.Carried(static_cast<int32_t>(t)) ||
                       SpeltOut(alignment, static_cast<int32_t>(t));
    present += there;
    missing += !there;
    if (!there) lost = Cover(lost, token.range);
  }
  if (missing == 0) return;
  if (present > 0 && entity.type == EntityType::kPerson && AreInitials(lost.In(analysis.text()))) return;
  if (const auto rival = names_.AlteredFrom(entity, alignment.draft_document)) {
    // two people of one surname may both be spoken of, so the passage must fit; "AG
    // Berg" and "VP Berg" are no names with another first name
    const std::string_view lost_words = lost.In(analysis.text());
    const bool short_title = lost_words.size() <= kShortTitle && std::ranges::all_of(lost_words, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (short_title) return;
    if (rival->spelling || (present > 0 && alignment.coverage >= kSamePassage)) {
      Evidence altered = Make(alignment, evidence::kNameAltered, mention.range,
                              rival->spelling ? std::max(alignment.coverage, kSureSpelling) : alignment.coverage,
                              rival->spelling ? "spelt " + rival->entity->name + " there" : "there it is " + rival->entity->name);
      altered.source_document = rival->document;
      const auto named = std::ranges::find(rival->entity->mentions, Mention::Kind::kName, &Mention::kind);
      altered.source_range = named != rival->entity->mentions.end() ? named->range : rival->entity->mentions.front().range;
      out->push_back(std::move(altered));
      return;
    }
  }
  out->push_back(Make(alignment, present == 0 ? evidence::kNameAbsent : evidence::kNamePartAbsent, present == 0 ? WithConjunction(draft, mention.range, mention.first) : lost,
                      alignment.coverage, "no source has " + Quoted(text, present == 0 ? mention.range : lost)));
}

}  // namespace crosscheck
