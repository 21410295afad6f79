// The way of a document through the engine: each block is cut into sentences,
// each sentence into words; the words of a sentence get tags and a tree, and
// from form and tag their lemma.

#include "core/language/engine.h"

#include <string_view>
#include <unordered_map>
#include <utility>

#include "core/base/resources.h"
#include "core/base/unicode.h"
#include "core/language/language_id.h"
#include "core/language/lemmatizer.h"
#include "core/language/model_file.h"
#include "core/language/parser.h"
#include "core/language/sentence_splitter.h"
#include "core/language/tokenizer.h"
#include "core/language/word_vectors.h"

namespace crosscheck {

struct Engine::Parts {
  ModelFile model;
  Parser parser;          // reads `model`
  Lemmatizer lemmatizer;  // reads `model`
  WordVectors vectors;    // reads `model`
  SentenceSplitter splitter;
  Tokenizer tokenizer;
  LanguageId languages;
};

namespace {

void AddWords(const Tokenizer& tokenizer, const Block& block, TextRange sentence,
              Analysis* analysis) {
  const std::string_view text = analysis->text();
  for (const TextRange range : tokenizer.Tokenize(text, sentence)) {
    Token token;
    token.range = range;
    const std::string_view form = tokenizer.FormOf(range.In(text));
    token.form = analysis->words.Intern(form);
    token.lower = analysis->words.Intern(ToLower(form));
    token.lemma = token.lower;
    token.space_after = range.end >= block.range.end || IsSpace(CodePointAt(text, range.end).value);
    analysis->tokens.push_back(token);
  }
}

// How good a place the gap behind a word is to cut an endless sentence.
int CutRank(const Analysis& analysis, uint32_t word) {
  const Token& before = analysis.tokens[word];
  const uint32_t end = before.range.end, next = analysis.tokens[word + 1].range.start;
  if (analysis.text().substr(end, next - end).find('\n') != std::string_view::npos) return 3;
  const std::string_view form = analysis.Form(before);
  if (form == ";" || form == ":") return 2;
  return form == "," ? 1 : 0;
}

// The end of the first part of words [first, last): all of them, or, of a text
// without stops (a list, a log), up to the last of the best places to cut.
uint32_t PartEnd(const Analysis& analysis, uint32_t first, uint32_t last) {
  if (last - first <= Engine::kMostWords) return last;
  const uint32_t most = first + Engine::kMostWords;
  uint32_t end = most;
  int best = 0;
  for (uint32_t word = most - 1; word >= first + Engine::kMostWords / 2; --word) {
    const int rank = CutRank(analysis, word);
    if (rank <= best) continue;
    best = rank;
    end = word + 1;
  }
  return end;
}

// Makes sentences of the words from `first` to the last of the analysis.
void AddSentences(Sentence sentence, uint32_t first, Analysis* analysis) {
  const auto last = static_cast<uint32_t>(analysis->tokens.size());
  const TextRange whole = sentence.range;
  do {
    const uint32_t end = PartEnd(*analysis, first, last);
    sentence.first = first;
    sentence.last = end;
    sentence.range.end = end < last ? analysis->tokens[end - 1].range.end : whole.end;
    for (uint32_t word = first; word < end; ++word) {
      analysis->tokens[word].sentence = static_cast<uint32_t>(analysis->sentences.size());
    }
    analysis->sentences.push_back(sentence);
    first = end;
    if (first < last) sentence.range.start = analysis->tokens[first].range.start;
  } while (first < last);
}

// Whether a sentence is in capitals throughout: "PRICES ROSE SHARPLY, SAYS BERG".
bool IsLoud(const Analysis& analysis, const Sentence& sentence) {
  uint32_t words = 0, capitals = 0;
  for (const Token& token : analysis.TokensOf(sentence)) {
    const std::string_view form = analysis.Form(token);
    if (!IsLetter(CodePointAt(form, 0).value)) continue;
    ++words;
    capitals += IsInCapitals(form);
  }
  return words > 2 && 2 * capitals > words;
}

// The same form with the same tag has the same lemma, so each is asked for once
// a document.
void AddLemmas(const Lemmatizer& lemmatizer, Analysis* analysis) {
  std::unordered_map<uint64_t, uint32_t> known;
  for (const Sentence& sentence : analysis->sentences) {
    const bool loud = IsLoud(*analysis, sentence);
    for (uint32_t i = sentence.first; i < sentence.last; ++i) {
      Token& token = analysis->tokens[i];
      const uint64_t key = uint64_t{token.form} << 32 | uint64_t{token.xpos} << 1 | (loud ? 1 : 0);
      const auto [entry, fresh] = known.try_emplace(key, 0);
      if (fresh) {
        entry->second = analysis->words.Intern(
            lemmatizer.Lemma(analysis->Form(token), analysis->Xpos(token), loud));
      }
      token.lemma = entry->second;
    }
  }
}

}  // namespace

Engine::Engine(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Result<Engine> Engine::Load(const std::filesystem::path& model,
                            const std::filesystem::path& lexicon) {
  std::filesystem::path words = lexicon;
  if (words.empty()) {
    const auto resources = FindResources();
    if (!resources) return resources.error();
    words = resources->lexicon;
  }
  auto splitter = SentenceSplitter::Load(words);
  if (!splitter) return splitter.error();
  auto tokenizer = Tokenizer::Load(words);
  if (!tokenizer) return tokenizer.error();
  auto languages = LanguageId::Load(words);
  if (!languages) return languages.error();
  auto file = ModelFile::Load(model);
  if (!file) return file.error();
  auto parser = Parser::Load(*file);
  if (!parser) return parser.error();
  auto lemmatizer = Lemmatizer::Load(*file);
  if (!lemmatizer) return lemmatizer.error();
  auto vectors = WordVectors::Load(*file);
  if (!vectors) return vectors.error();
  return Engine(std::make_unique<Parts>(
      Parts{std::move(*file), std::move(*parser), std::move(*lemmatizer), std::move(*vectors),
            std::move(*splitter), std::move(*tokenizer), std::move(*languages)}));
}

const WordVectors& Engine::word_vectors() const { return parts_->vectors; }

Analysis Engine::Analyze(const Document& document) const {
  Analysis analysis;
  analysis.document = &document;
  for (uint32_t i = 0; i < document.blocks().size(); ++i) {
    const Block& block = document.blocks()[i];
    for (const TextRange range : parts_->splitter.Split(document.text(), block.range)) {
      Sentence sentence;
      sentence.range = range;
      sentence.block = i;
      sentence.kind = block.kind;
      const auto first = static_cast<uint32_t>(analysis.tokens.size());
      AddWords(parts_->tokenizer, block, range, &analysis);
      AddSentences(sentence, first, &analysis);
    }
  }
  parts_->languages.Mark(&analysis);
  parts_->parser.Parse(analysis);
  AddLemmas(parts_->lemmatizer, &analysis);
  return analysis;
}

}  // namespace crosscheck
