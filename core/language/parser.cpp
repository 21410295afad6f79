#include "core/language/parser.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/language/name_decoder.h"
#include "core/language/network.h"

namespace crosscheck {
namespace {

constexpr std::string_view kWindowLabel = "parataxis";

struct Tag {
  Upos upos = Upos::kX;
  std::string_view xpos;
};

// Calls `use` with each line of a text; the last one needs no line break.
template <typename Use>
void ForEachLine(std::string_view text, Use use) {
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    use(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

std::optional<Upos> ToUpos(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(Upos::kX); ++i) {
    if (ToString(static_cast<Upos>(i)) == name) return static_cast<Upos>(i);
  }
  return std::nullopt;
}

// "@met_office": the handle of a person or a body.
bool IsHandle(std::string_view form) {
  return form.size() > 1 && form[0] == '@' &&
         form.find_first_not_of("@.,:;!?-_") != std::string_view::npos;
}

// What the network reads for a word. A handle stands where a name stands but is
// spelled like none ("@watch_this said"), so it is read as one that everyone
// knows.
std::string_view ReadAs(std::string_view form) { return IsHandle(form) ? "Smith" : form; }

// A stretch of a sentence that goes through the network at once.
struct Window {
  uint32_t sentence = 0;
  uint32_t first = 0;  // token
  uint32_t last = 0;
};

std::vector<Window> WindowsOf(const Analysis& analysis) {
  std::vector<Window> windows;
  for (uint32_t s = 0; s < analysis.sentences.size(); ++s) {
    const Sentence& sentence = analysis.sentences[s];
    if (sentence.foreign || sentence.kind == BlockKind::kFurniture) continue;
    const uint32_t size = sentence.last - sentence.first;
    const uint32_t count = (size + Parser::kWindow - 1) / Parser::kWindow;
    // Even windows: 401 tokens are 201 and 200, not 400 and 1.
    for (uint32_t i = 0; i < count; ++i) {
      windows.push_back(
          {s, sentence.first + size * i / count, sentence.first + size * (i + 1) / count});
    }
  }
  return windows;
}

}  // namespace

struct Parser::Parts {
  Network network;
  const Kernels* kernels;
  std::vector<Tag> tags;                 // text in the model file
  std::vector<std::string_view> labels;  // likewise
  NameDecoder names;
};

Parser::Parser(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Parser::Parser(Parser&&) noexcept = default;
Parser& Parser::operator=(Parser&&) noexcept = default;
Parser::~Parser() = default;

Result<Parser> Parser::Load(const ModelFile& model) {
  return Load(model, *SupportedKernels().back());
}

Result<Parser> Parser::Load(const ModelFile& model, const Kernels& kernels) {
  Result<Network> network = Network::Load(model);
  if (!network) return network.error();
  std::vector<Tag> tags;
  bool known = true;
  ForEachLine(model.Section("parser.tags"), [&](std::string_view line) {
    const size_t tab = std::min(line.find('\t'), line.size());
    const std::optional<Upos> upos = ToUpos(line.substr(0, tab));
    known = known && upos && tab < line.size();
    if (known) tags.push_back({*upos, line.substr(tab + 1)});
  });
  if (!known || tags.size() != network->sizes().tags) {
    return Error{model.name() + ": section 'parser.tags' does not fit the network"};
  }
  std::vector<std::string_view> labels, name_labels;
  ForEachLine(model.Section("parser.labels"),
              [&](std::string_view line) { labels.push_back(line); });
  ForEachLine(model.Section("parser.names"),
              [&](std::string_view line) { name_labels.push_back(line); });
  if (labels.size() != network->sizes().labels) {
    return Error{model.name() + ": section 'parser.labels' does not fit the network"};
  }
  Result<NameDecoder> names = NameDecoder::Make(name_labels);
  if (!names) return Error{model.name() + ": section 'parser.names': " + names.error().message};
  return Parser(std::make_unique<const Parts>(
      Parts{*std::move(network), &kernels, std::move(tags), std::move(labels), *std::move(names)}));
}

namespace {

// Adds a name without the handles at its ends: whose they are is not known.
void AddName(NameSpan name, Analysis* analysis) {
  const auto is_handle = [&](uint32_t t) { return IsHandle(analysis->Form(analysis->tokens[t])); };
  while (name.first < name.last && is_handle(name.first)) ++name.first;
  while (name.first < name.last && is_handle(name.last - 1)) --name.last;
  if (name.first < name.last) analysis->names.push_back(name);
}

// Hangs the later windows of every sentence on its first root.
void JoinWindows(Analysis& analysis, const std::vector<Window>& windows) {
  int32_t root = kNoToken;
  uint32_t label = 0;
  for (size_t i = 0; i < windows.size(); ++i) {
    const bool opens = i == 0 || windows[i].sentence != windows[i - 1].sentence;
    for (uint32_t t = windows[i].first; t < windows[i].last; ++t) {
      Token& token = analysis.tokens[t];
      if (token.head != kNoToken) continue;
      if (opens) {
        root = static_cast<int32_t>(t);
        continue;
      }
      if (label == 0) label = analysis.words.Intern(kWindowLabel);
      token.head = root;
      token.deprel_label = label;
      token.deprel = Deprel::kParataxis;
    }
  }
}

// "The mine will close": a personal pronoun right behind its own article is a noun.
void NounsAfterArticles(Analysis* analysis) {
  uint32_t noun = 0;
  for (size_t t = 1; t < analysis->tokens.size(); ++t) {
    Token& token = analysis->tokens[t];
    const Token& before = analysis->tokens[t - 1];
    if (token.upos != Upos::kPron || before.upos != Upos::kDet || before.head != static_cast<int32_t>(t) || analysis->Xpos(token) != "PRP") continue;
    const std::string_view article = analysis->Lower(before);
    if (article != "the" && article != "a" && article != "an") continue;
    if (noun == 0) noun = analysis->words.Intern("NN");
    token.upos = Upos::kNoun;
    token.xpos = noun;
  }
}

// "She does not sing": no stem is without a vowel, so "sing", "cling" and "sting" are
// never gerunds.
void VerbsInIng(Analysis* analysis) {
  constexpr std::string_view kEnding = "ing";
  for (Token& token : analysis->tokens) {
    if (analysis->Xpos(token) != "VBG") continue;
    const std::string_view form = analysis->Form(token);
    if (form.size() <= kEnding.size() || !form.ends_with(kEnding)) continue;
    const std::string_view stem = form.substr(0, form.size() - kEnding.size());
    const auto consonant = [](char c) { return c >= 'a' && c <= 'z' && std::string_view("aeiouy").find(c) == std::string_view::npos; };
    if (std::ranges::all_of(stem, consonant)) token.xpos = analysis->words.Intern("VB");
  }
}

// The noun before a verb that was taken for a noun: "the bridge" of "the bridge cost 3
// million euros". kNoToken where something shows that it is a noun.
int32_t SubjectOf(const std::vector<Token>& tokens, int32_t verb, uint32_t first) {
  int32_t subject = kNoToken;
  for (auto t = static_cast<int32_t>(first); t < verb; ++t) {
    const Token& token = tokens[static_cast<size_t>(t)];
    if (token.head != verb) continue;
    const bool beside = t + 1 == verb;
    if (token.deprel == Deprel::kCop || token.deprel == Deprel::kCase || (beside && token.deprel == Deprel::kDet)) return kNoToken;
    const bool name = beside && token.deprel == Deprel::kCompound && subject == kNoToken;
    if (token.deprel == Deprel::kNsubj || name) subject = t;
  }
  return subject;
}

// "The bridge cost 3 million euros": a root with an object is a verb, and the noun that
// was taken for a part of its name is its subject, with what belongs to that.
void VerbsWithObjects(Analysis* analysis) {
  std::vector<Token>& tokens = analysis->tokens;
  for (const Token& object : tokens) {
    if (object.deprel != Deprel::kObj || object.head == kNoToken || tokens[static_cast<size_t>(object.head)].range.start > object.range.start) continue;
    const int32_t head = object.head;
    Token& verb = tokens[static_cast<size_t>(head)];
    if (verb.upos != Upos::kNoun || verb.deprel != Deprel::kRoot) continue;
    const uint32_t first = analysis->sentences[verb.sentence].first;
    const int32_t subject = SubjectOf(tokens, head, first);
    if (subject == kNoToken) continue;
    verb.upos = Upos::kVerb;
    verb.xpos = analysis->words.Intern(analysis->Lower(verb).ends_with('s') ? "VBZ" : "VBD");
    const auto relabel = [&](int32_t token, Deprel deprel, std::string_view label) {
      tokens[static_cast<size_t>(token)].deprel = deprel;
      tokens[static_cast<size_t>(token)].deprel_label = analysis->words.Intern(label);
    };
    if (tokens[static_cast<size_t>(subject)].deprel == Deprel::kNsubj) {  // "the fireworks at the parade cost"
      if (tokens[static_cast<size_t>(head - 1)].head != head || tokens[static_cast<size_t>(head - 1)].deprel != Deprel::kCompound) continue;
      relabel(head - 1, Deprel::kNmod, "nmod");
      tokens[static_cast<size_t>(head - 1)].head = subject;
      continue;
    }
    relabel(subject, Deprel::kNsubj, "nsubj");
    for (auto t = first; t < static_cast<uint32_t>(subject); ++t) {
      const Deprel deprel = tokens[t].deprel;
      const bool part = deprel == Deprel::kDet || deprel == Deprel::kAmod || deprel == Deprel::kCompound || deprel == Deprel::kNummod || deprel == Deprel::kNmod;
      if (tokens[t].head == head && part) tokens[t].head = subject;
    }
  }
}

// "Expected to last six weeks", "to close on Friday": what stands right behind the "to" of
// its own infinitive is a verb, and the length behind it is its own.
void VerbsAfterTo(Analysis* analysis) {
  constexpr size_t kFarLength = 5;  // "last more than six long weeks"
  std::vector<Token>& tokens = analysis->tokens;
  for (size_t t = 1; t < tokens.size(); ++t) {
    const Token& to = tokens[t - 1];
    const bool infinitive = to.upos == Upos::kPart && to.deprel == Deprel::kMark && to.head == static_cast<int32_t>(t) && analysis->Xpos(to) == "TO";
    if (!infinitive || tokens[t].upos != Upos::kAdj) continue;
    tokens[t].upos = Upos::kVerb;
    tokens[t].xpos = analysis->words.Intern("VB");
    tokens[t].lemma = analysis->words.Intern(analysis->Lower(tokens[t]));
    for (size_t u = t + 1; u < tokens.size() && u <= t + kFarLength; ++u) {
      const bool length = tokens[u].head == tokens[t].head && analysis->Label(tokens[u]) == "obl:unmarked";
      if (length && tokens[u].head != kNoToken) tokens[u].head = static_cast<int32_t>(t);
    }
  }
}

}  // namespace

void Parser::Parse(Analysis& analysis) const {
  const std::vector<Window> windows = WindowsOf(analysis);
  std::vector<Network::Words> words(windows.size());
  for (size_t i = 0; i < windows.size(); ++i) {
    for (uint32_t t = windows[i].first; t < windows[i].last; ++t) {
      words[i].push_back(ReadAs(analysis.Form(analysis.tokens[t])));
    }
  }
  const auto predictions = parts_->network.Run(*parts_->kernels, words);

  // Interned when first met: equal documents get equal numbers.
  std::vector<uint32_t> tag_words(parts_->tags.size(), 0), label_words(parts_->labels.size(), 0);
  const auto interned = [&analysis](uint32_t* number, std::string_view text) {
    if (*number == 0) *number = analysis.words.Intern(text);
    return *number;
  };
  for (size_t i = 0; i < windows.size(); ++i) {
    std::vector<uint32_t> names;
    for (uint32_t t = windows[i].first; t < windows[i].last; ++t) {
      const Prediction& said = predictions[i][t - windows[i].first];
      Token& token = analysis.tokens[t];
      token.upos = parts_->tags[said.tag].upos;
      token.xpos = interned(&tag_words[said.tag], parts_->tags[said.tag].xpos);
      token.deprel = ToDeprel(parts_->labels[said.label]);
      token.deprel_label = interned(&label_words[said.label], parts_->labels[said.label]);
      token.head =
          said.head == 0 ? kNoToken : static_cast<int32_t>(windows[i].first) + said.head - 1;
      names.push_back(said.name);
    }
    for (const NameSpan& span : parts_->names.Spans(names, windows[i].first)) {
      AddName(span, &analysis);
    }
    analysis.sentences[windows[i].sentence].parsed = true;
  }
  NounsAfterArticles(&analysis);
  VerbsWithObjects(&analysis);
  VerbsAfterTo(&analysis);
  VerbsInIng(&analysis);
  JoinWindows(analysis, windows);
}

}  // namespace crosscheck
