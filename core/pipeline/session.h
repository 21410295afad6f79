#ifndef CROSSCHECK_CORE_PIPELINE_SESSION_H_
#define CROSSCHECK_CORE_PIPELINE_SESSION_H_

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/diagnostic.h"
#include "core/base/resources.h"
#include "core/base/result.h"
#include "core/check/rules.h"
#include "core/claim/claim.h"
#include "core/claim/lexicons.h"
#include "core/document/document.h"
#include "core/graph/claim_graph.h"
#include "core/language/engine.h"

namespace crosscheck {

// A document with all that was read out of it. Never moved once made: the
// reading points to the document.
struct ReadDocumentResult {
  explicit ReadDocumentResult(Document d) : document(std::move(d)) {}
  ReadDocumentResult(const ReadDocumentResult&) = delete;
  ReadDocumentResult& operator=(const ReadDocumentResult&) = delete;

  Document document;
  Reading reading;
};
// Shared, because the cache and any number of running requests hold the same
// reading, and whoever lets go last frees it.
using SharedReading = std::shared_ptr<const ReadDocumentResult>;

struct SessionOptions {
  std::filesystem::path resources;                 // "" = where FindResources looks
  std::vector<std::filesystem::path> extra_rules;  // folders beside the shipped packs
  bool rules = true;                               // false: nothing will be judged
  size_t cache_tokens = 4'000'000;                 // readings kept, counted in tokens; 0 = none
  int fiscal_year_starts = 0;  // 1 … 12; 0 = as the calendar lexicon says
  std::optional<Date> today;  // what `until` of filters is held against; none = they do not end
};

// All that is loaded once for a run: engine, lexicons, rules, and a bounded
// cache of readings by text and date (syndicated text and test sets repeat
// themselves). Immutable but for the cache; every call is thread-safe.
class Session {
 public:
  // An error where it cannot run at all; what is wrong in rules and lexicons
  // goes to `diagnostics`, and the caller must not evaluate after an error.
  static Result<Session> Load(const SessionOptions& options, Diagnostics* diagnostics);
  Session(Session&&) noexcept;
  Session& operator=(Session&&) noexcept;
  ~Session();

  const Resources& resources() const;
  const Engine& engine() const;
  const Lexicons& lexicons() const;
  const RuleSet& rules() const;
  // To apply the settings of a project, before anything runs.
  RuleSet* mutable_rules();
  // What the graph is built with.
  Knowledge knowledge() const;

  // Analyses the document and reads its claims, or takes the reading of an equal
  // document (text, blocks, metadata) from the cache.
  SharedReading Read(Document document) const;

 private:
  struct Parts;
  explicit Session(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_PIPELINE_SESSION_H_
