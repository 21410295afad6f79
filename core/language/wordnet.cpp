// WordNet without loading it.
//
// A parse of the 20 MB of text costs half a second and 100 MB; a run over two
// short texts asks some hundred questions. So the files are mapped. A lemma is
// found in the sorted index by halving byte ranges: 17 steps for the 117,798
// nouns ("market" → line "market n 4 5 @ ~ #p + ; 4 4 08424951 …"), and each of
// its offsets is where the line of a meaning begins in the data file. About two
// microseconds a lemma, one a meaning. Walks over many meanings (hypernyms,
// sisters, synonyms of all senses) are kept in a cache of kCacheEntries, cleared
// by parts when full: an answer never depends on what was asked before.
//
// Limit: WordNet is of 2006 and follows American usage; names in it are few.

#include "core/language/wordnet.h"

#include <algorithm>
#include <array>
#include <functional>
#include <mutex>
#include <set>
#include <unordered_map>
#include <utility>

#include "core/base/hash.h"
#include "core/base/unicode.h"
#include "core/language/mapped_file.h"
#include "core/language/wordnet_files.h"

namespace crosscheck {
namespace {

using wordnet::Link;
using wordnet::Pointer;
using wordnet::Record;

constexpr size_t kCacheShards = 16;
constexpr size_t kCacheEntries = 4096;  // a shard
constexpr size_t kMaxWalk = 4000;  // synsets of one walk; the deepest real one has some hundred

constexpr std::array<std::string_view, 4> kNames = {"noun", "verb", "adj", "adv"};
constexpr std::string_view kLetters = "nvar";

// Answers by key. A full shard starts anew: bounded, and simple enough to be
// right. Values are copied out, so nobody holds a lock while working.
template <typename Value>
class Cache {
 public:
  Value Get(std::string key, const std::function<Value()>& compute) const {
    Shard& shard = shards_[Hash64(key) % kCacheShards];
    {
      const std::lock_guard lock(shard.mutex);
      const auto found = shard.values.find(key);
      if (found != shard.values.end()) return found->second;
    }
    Value value = compute();
    const std::lock_guard lock(shard.mutex);
    if (shard.values.size() >= kCacheEntries) shard.values.clear();
    shard.values.emplace(std::move(key), value);
    return value;
  }

 private:
  struct Shard {
    std::mutex mutex;
    std::unordered_map<std::string, Value> values;
  };
  mutable std::array<Shard, kCacheShards> shards_;
};

// Rules of detachment (morphy(7WN)): ending of the form, ending of the lemma.
struct Detachment {
  WordPos pos;
  std::string_view ending;
  std::string_view instead;
};
constexpr Detachment kDetachments[] = {
    {WordPos::kNoun, "s", ""},        {WordPos::kNoun, "ses", "s"},
    {WordPos::kNoun, "xes", "x"},     {WordPos::kNoun, "zes", "z"},
    {WordPos::kNoun, "ches", "ch"},   {WordPos::kNoun, "shes", "sh"},
    {WordPos::kNoun, "men", "man"},   {WordPos::kNoun, "ies", "y"},
    {WordPos::kVerb, "s", ""},        {WordPos::kVerb, "ies", "y"},
    {WordPos::kVerb, "es", "e"},      {WordPos::kVerb, "es", ""},
    {WordPos::kVerb, "ed", "e"},      {WordPos::kVerb, "ed", ""},
    {WordPos::kVerb, "ing", "e"},     {WordPos::kVerb, "ing", ""},
    {WordPos::kAdjective, "er", ""},  {WordPos::kAdjective, "est", ""},
    {WordPos::kAdjective, "er", "e"}, {WordPos::kAdjective, "est", "e"},
};

std::string IndexKey(std::string_view lemma) {
  std::string key = ToLower(lemma);
  std::ranges::replace(key, ' ', '_');
  return key;
}

std::string WithBlanks(std::string_view key) {
  std::string lemma(key);
  std::ranges::replace(lemma, '_', ' ');
  return lemma;
}

bool SameLemma(std::string_view a, std::string_view b) { return IndexKey(a) == IndexKey(b); }

template <typename T>
std::vector<T> Sorted(const std::set<T>& values) {
  return {values.begin(), values.end()};
}

// Above these the index holds no more lines of use; guards against nonsense.
bool LooksLikeIndex(std::string_view bytes) { return bytes.starts_with("  1 This software"); }

}  // namespace

struct WordNet::Files {
  std::array<MappedFile, 4> index, data, exceptions;
  bool complete = false;
  Cache<std::vector<std::string>> words;
  Cache<std::vector<SynsetAt>> walks;

  std::string_view Index(WordPos pos) const { return index[static_cast<size_t>(pos)].bytes(); }
  std::string_view Data(WordPos pos) const { return data[static_cast<size_t>(pos)].bytes(); }

  Record Read(SynsetId synset) const {
    return wordnet::ReadRecord(Data(synset.pos), synset.offset);
  }

  std::vector<SynsetId> Senses(std::string_view lemma, WordPos pos, size_t most) const {
    if (!complete || most == 0) return {};
    std::vector<SynsetId> senses;
    for (const uint32_t offset : wordnet::Offsets(wordnet::FindLine(Index(pos), IndexKey(lemma)))) {
      senses.push_back({pos, offset});
      if (senses.size() == most) break;
    }
    return senses;
  }

  static bool Target(const Pointer& pointer, SynsetId* synset) {
    const size_t pos = kLetters.find(pointer.pos);
    if (pos == std::string_view::npos) return false;
    *synset = {static_cast<WordPos>(pos), pointer.offset};
    return true;
  }

  std::vector<SynsetId> Linked(SynsetId synset, Link link) const {
    std::vector<SynsetId> linked;
    SynsetId target;
    for (const Pointer& pointer : Read(synset).pointers) {
      if (pointer.link == link && Target(pointer, &target)) linked.push_back(target);
    }
    return linked;
  }

  // All synsets reached over `link`, nearest first, the start included.
  std::vector<SynsetAt> Walk(SynsetId start, Link link) const {
    const std::string key = std::to_string(static_cast<int>(link)) +
                            kLetters[static_cast<size_t>(start.pos)] + std::to_string(start.offset);
    return walks.Get(key, [&] {
      std::vector<SynsetAt> reached = {{start, 0}};
      std::set<SynsetId> seen = {start};
      for (size_t at = 0; at < reached.size() && reached.size() < kMaxWalk; ++at) {
        const SynsetAt from = reached[at];
        for (const SynsetId next : Linked(from.synset, link)) {
          if (seen.insert(next).second) reached.push_back({next, from.depth + 1});
        }
      }
      return reached;
    });
  }

  // The words that pointers of `link` lead to from `lemma` in this synset: a
  // pointer between words counts for the word it starts from.
  void LinkedWords(SynsetId synset, std::string_view lemma, Link link,
                   std::set<LemmaPos>* out) const {
    const Record record = Read(synset);
    SynsetId target;
    for (const Pointer& pointer : record.pointers) {
      if (pointer.link != link || !Target(pointer, &target)) continue;
      if (pointer.from > record.words.size()) continue;
      if (pointer.from != 0 && !SameLemma(record.words[pointer.from - 1], lemma)) continue;
      const Record other = Read(target);
      for (size_t i = 0; i < other.words.size(); ++i) {
        if (pointer.to == 0 || pointer.to == i + 1) out->insert({other.words[i], target.pos});
      }
    }
  }
};

WordNet::WordNet(std::unique_ptr<Files> files) : files_(std::move(files)) {}
WordNet::WordNet(WordNet&&) noexcept = default;
WordNet& WordNet::operator=(WordNet&&) noexcept = default;
WordNet::~WordNet() = default;

bool WordNet::empty() const { return !files_->complete; }

WordNet WordNet::Open(const std::filesystem::path& folder, Diagnostics* diagnostics) {
  auto files = std::make_unique<Files>();
  std::string reason;
  for (size_t i = 0; i < kNames.size() && reason.empty(); ++i) {
    const auto open = [&](const std::string& name, MappedFile* into) {
      auto file = MappedFile::Open(folder / name);
      if (file) {
        *into = std::move(*file);
      } else {
        reason = file.error().message;
      }
    };
    const std::string name(kNames[i]);
    open("index." + name, &files->index[i]);
    if (reason.empty()) open("data." + name, &files->data[i]);
    if (reason.empty()) open(name + ".exc", &files->exceptions[i]);
    if (reason.empty() && !LooksLikeIndex(files->index[i].bytes())) {
      reason = (folder / ("index." + name)).string() + ": is not a file of WordNet";
    }
  }
  files->complete = reason.empty();
  if (!files->complete && diagnostics != nullptr) {
    diagnostics->push_back(
        {DiagnosticLevel::kWarning, "wordnet.missing", folder.string(), 0, 0,
         "WordNet 3.0 cannot be used: " + reason,
         "install the package wordnet-base; without it fewer opposites and synonyms are known"});
  }
  return WordNet(std::move(files));
}

std::vector<SynsetId> WordNet::Synsets(std::string_view lemma, WordPos pos, size_t senses) const {
  return files_->Senses(lemma, pos, senses);
}

bool WordNet::Knows(std::string_view lemma, WordPos pos) const {
  return files_->complete && !wordnet::FindLine(files_->Index(pos), IndexKey(lemma)).empty();
}

std::vector<std::string> WordNet::Words(SynsetId synset) const {
  return files_->Read(synset).words;
}

std::string WordNet::Gloss(SynsetId synset) const {
  return std::string(files_->Read(synset).gloss);
}

std::vector<std::string> WordNet::BaseForms(std::string_view form, WordPos pos) const {
  if (!files_->complete) return {};
  std::set<std::string> bases;
  const std::string key = IndexKey(form);
  std::string_view line =
      wordnet::FindLine(files_->exceptions[static_cast<size_t>(pos)].bytes(), key);
  while (line.find(' ') != std::string_view::npos) {
    line.remove_prefix(line.find(' ') + 1);
    bases.insert(WithBlanks(line.substr(0, line.find(' '))));
  }
  if (!bases.empty()) return Sorted(bases);
  if (Knows(key, pos)) bases.insert(WithBlanks(key));
  for (const Detachment& rule : kDetachments) {
    if (rule.pos != pos || !key.ends_with(rule.ending) || key.size() <= rule.ending.size())
      continue;
    const std::string base =
        key.substr(0, key.size() - rule.ending.size()) + std::string(rule.instead);
    if (Knows(base, pos)) bases.insert(WithBlanks(base));
  }
  return Sorted(bases);
}

namespace {
std::string CacheKey(char kind, std::string_view lemma, WordPos pos, size_t senses) {
  return kind + std::to_string(senses) + kLetters[static_cast<size_t>(pos)] + IndexKey(lemma);
}
}  // namespace

std::vector<std::string> WordNet::Synonyms(std::string_view lemma, WordPos pos,
                                           size_t senses) const {
  return files_->words.Get(CacheKey('s', lemma, pos, senses), [&] {
    std::set<std::string> words;
    for (const SynsetId synset : Synsets(lemma, pos, senses)) {
      for (std::string& word : files_->Read(synset).words) {
        if (!SameLemma(word, lemma)) words.insert(std::move(word));
      }
    }
    return Sorted(words);
  });
}

bool WordNet::AreSynonyms(std::string_view a, std::string_view b, WordPos pos,
                          size_t senses) const {
  const std::vector<SynsetId> of_b = Synsets(b, pos, senses);
  return std::ranges::any_of(Synsets(a, pos, senses), [&](SynsetId synset) {
    return std::ranges::find(of_b, synset) != of_b.end();
  });
}

std::vector<std::string> WordNet::Antonyms(std::string_view lemma, WordPos pos,
                                           size_t senses) const {
  return files_->words.Get(CacheKey('a', lemma, pos, senses), [&] {
    std::set<LemmaPos> words;
    for (const SynsetId synset : Synsets(lemma, pos, senses)) {
      files_->LinkedWords(synset, lemma, Link::kAntonym, &words);
    }
    std::set<std::string> antonyms;
    for (const LemmaPos& word : words) antonyms.insert(word.lemma);
    return Sorted(antonyms);
  });
}

std::vector<std::string> WordNet::IndirectAntonyms(std::string_view lemma, WordPos pos,
                                                   size_t senses) const {
  if (pos != WordPos::kAdjective) return Antonyms(lemma, pos, senses);
  return files_->words.Get(CacheKey('i', lemma, pos, senses), [&] {
    std::vector<std::string> antonyms = Antonyms(lemma, pos, senses);
    for (const SynsetId synset : Synsets(lemma, pos, senses)) {
      // A satellite has one head; the head's first word bears the antonym.
      for (const SynsetId head : SimilarTo(synset)) {
        std::set<LemmaPos> words;
        for (const std::string& word : Words(head))
          files_->LinkedWords(head, word, Link::kAntonym, &words);
        for (const LemmaPos& word : words) {
          if (!SameLemma(word.lemma, lemma)) antonyms.push_back(word.lemma);
        }
      }
    }
    std::ranges::sort(antonyms);
    antonyms.erase(std::unique(antonyms.begin(), antonyms.end()), antonyms.end());
    return antonyms;
  });
}

std::vector<LemmaPos> WordNet::DerivedForms(std::string_view lemma, WordPos pos,
                                            size_t senses) const {
  std::set<LemmaPos> words;
  for (const SynsetId synset : Synsets(lemma, pos, senses)) {
    files_->LinkedWords(synset, lemma, Link::kDerived, &words);
    files_->LinkedWords(synset, lemma, Link::kPertains, &words);
  }
  std::erase_if(
      words, [&](const LemmaPos& word) { return word.pos == pos && SameLemma(word.lemma, lemma); });
  return Sorted(words);
}

std::vector<SynsetAt> WordNet::Hypernyms(SynsetId synset) const {
  return files_->complete ? files_->Walk(synset, Link::kHypernym) : std::vector<SynsetAt>{};
}

bool WordNet::IsHyponymOf(SynsetId synset, SynsetId ancestor) const {
  return std::ranges::any_of(Hypernyms(synset),
                             [&](const SynsetAt& at) { return at.synset == ancestor; });
}

bool WordNet::IsHyponymOf(std::string_view lemma, std::string_view ancestor, WordPos pos,
                          size_t senses) const {
  const std::vector<SynsetId> targets = Synsets(ancestor, pos, senses);
  if (targets.empty()) return false;
  return std::ranges::any_of(Synsets(lemma, pos, senses), [&](SynsetId synset) {
    return std::ranges::any_of(Hypernyms(synset), [&](const SynsetAt& at) {
      return std::ranges::find(targets, at.synset) != targets.end();
    });
  });
}

std::vector<SynsetId> WordNet::Hyponyms(SynsetId synset) const {
  return files_->Linked(synset, Link::kHyponym);
}

std::vector<std::string> WordNet::SisterTerms(std::string_view lemma, WordPos pos,
                                              size_t senses) const {
  return files_->words.Get(CacheKey('t', lemma, pos, senses), [&] {
    std::set<std::string> sisters;
    const std::vector<SynsetId> own = Synsets(lemma, pos, senses);
    for (const SynsetId synset : own) {
      for (const SynsetId parent : files_->Linked(synset, Link::kHypernym)) {
        for (const SynsetId sister : Hyponyms(parent)) {
          if (std::ranges::find(own, sister) != own.end() || sisters.size() >= kMaxSisters)
            continue;
          for (std::string& word : files_->Read(sister).words) {
            if (!SameLemma(word, lemma)) sisters.insert(std::move(word));
          }
        }
      }
    }
    return Sorted(sisters);
  });
}

bool WordNet::AreSisters(std::string_view a, std::string_view b, WordPos pos, size_t senses) const {
  if (AreSynonyms(a, b, pos)) return false;
  std::vector<SynsetId> parents;
  for (const SynsetId synset : Synsets(a, pos, senses)) {
    for (const SynsetId parent : files_->Linked(synset, Link::kHypernym)) parents.push_back(parent);
  }
  return std::ranges::any_of(Synsets(b, pos, senses), [&](SynsetId synset) {
    return std::ranges::any_of(files_->Linked(synset, Link::kHypernym), [&](SynsetId parent) {
      return std::ranges::find(parents, parent) != parents.end();
    });
  });
}

std::vector<SynsetId> WordNet::Meronyms(SynsetId synset) const {
  return files_->Linked(synset, Link::kMeronym);
}
std::vector<SynsetId> WordNet::Holonyms(SynsetId synset) const {
  return files_->Linked(synset, Link::kHolonym);
}
std::vector<SynsetId> WordNet::Entailments(SynsetId synset) const {
  return files_->Linked(synset, Link::kEntails);
}
std::vector<SynsetId> WordNet::Causes(SynsetId synset) const {
  return files_->Linked(synset, Link::kCauses);
}
std::vector<SynsetId> WordNet::SimilarTo(SynsetId synset) const {
  return files_->Linked(synset, Link::kSimilar);
}
std::vector<SynsetId> WordNet::AlsoSee(SynsetId synset) const {
  return files_->Linked(synset, Link::kAlso);
}

bool WordNet::IsPartOf(std::string_view part, std::string_view whole, size_t senses) const {
  const std::vector<SynsetId> wholes = Synsets(whole, WordPos::kNoun, senses);
  if (wholes.empty()) return false;
  return std::ranges::any_of(Synsets(part, WordPos::kNoun, senses), [&](SynsetId synset) {
    return std::ranges::any_of(files_->Walk(synset, Link::kHolonym), [&](const SynsetAt& at) {
      return at.depth > 0 && std::ranges::find(wholes, at.synset) != wholes.end();
    });
  });
}

}  // namespace crosscheck
