#include "core/pipeline/session.h"

#include <optional>
#include <utility>

#include "core/language/wordnet.h"
#include "core/pipeline/reading_cache.h"

namespace crosscheck {

struct Session::Parts {
  Parts(Resources r, Engine e, Lexicons l, WordNet w, size_t cache_tokens)
      : resources(std::move(r)),
        engine(std::move(e)),
        lexicons(std::move(l)),
        wordnet(std::move(w)),
        cache(cache_tokens) {}

  Resources resources;
  Engine engine;
  Lexicons lexicons;
  WordNet wordnet;
  std::optional<RuleSet> rules;
  mutable ReadingCache cache;
};

Session::Session(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;
Session::~Session() = default;

Result<Session> Session::Load(const SessionOptions& options, Diagnostics* diagnostics) {
  auto resources = FindResources(options.resources);
  if (!resources) return resources.error();
  auto engine = Engine::Load(resources->model);
  if (!engine) return engine.error();
  Lexicons lexicons = Lexicons::Load(resources->lexicon, diagnostics, options.fiscal_year_starts);
  WordNet wordnet = WordNet::Open(resources->wordnet, diagnostics);
  auto parts = std::make_unique<Parts>(*resources, *std::move(engine), std::move(lexicons),
                                       std::move(wordnet), options.cache_tokens);
  if (options.rules) {
    std::vector<std::filesystem::path> folders = {resources->rules};
    folders.insert(folders.end(), options.extra_rules.begin(), options.extra_rules.end());
    parts->rules = RuleSet::Load(folders, diagnostics, options.today);
  }
  return Session(std::move(parts));
}

const Resources& Session::resources() const { return parts_->resources; }
const Engine& Session::engine() const { return parts_->engine; }
const Lexicons& Session::lexicons() const { return parts_->lexicons; }

const RuleSet& Session::rules() const {
  CROSSCHECK_CHECK(parts_->rules.has_value());
  return *parts_->rules;
}

RuleSet* Session::mutable_rules() {
  CROSSCHECK_CHECK(parts_->rules.has_value());
  return &*parts_->rules;
}

Knowledge Session::knowledge() const {
  return {parts_->lexicons.relations.get(), parts_->lexicons.entities.get(), &parts_->wordnet};
}

SharedReading Session::Read(Document document) const {
  if (SharedReading known = parts_->cache.Find(document)) return known;
  auto result = std::make_shared<ReadDocumentResult>(std::move(document));
  Analysis analysis = parts_->engine.Analyze(result->document);
  result->reading = ReadClaims(std::move(analysis), parts_->lexicons);
  SharedReading shared = std::move(result);
  parts_->cache.Add(shared);
  return shared;
}

}  // namespace crosscheck
