#ifndef CROSSCHECK_CORE_CHECK_WORLD_H_
#define CROSSCHECK_CORE_CHECK_WORLD_H_

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/check/fields.h"
#include "core/claim/relations.h"
#include "core/graph/claim_graph.h"
#include "core/quantity/figure_algebra.h"

namespace crosscheck {

// A sum that one document does, worked out.
struct WorkedSum {
  uint32_t document = 0;
  ArithmeticCheck check;
};

// A run's graph as rules see it: everything that a pattern can ask for, as
// numbered items of a few kinds, with columns of interned keys and postings over
// them that are built when a rule first asks. Const calls are thread-safe.
class World {
 public:
  explicit World(const ClaimGraph& graph, const RelationLexicon* relations = nullptr);
  ~World();

  const ClaimGraph& graph() const { return graph_; }
  const RelationLexicon* relations() const { return relations_; }

  // How many items of a kind there are; they are numbered in order of document
  // and text (evidence: as in the graph).
  uint32_t Count(ItemKind kind) const { return counts_[static_cast<size_t>(kind)]; }
  uint32_t DocumentOf(Item item) const;
  // Index within the document's own array (claims, figures …).
  uint32_t IndexIn(Item item) const;
  TextRange RangeOf(Item item) const;
  std::string_view WordsOf(Item item) const;
  // The items that stand for the i-th figure, sentence … of a document.
  Item ItemAt(ItemKind kind, uint32_t document, uint32_t index) const;

  const WorkedSum& sum(uint32_t index) const { return sums_[index]; }
  std::pair<uint32_t, uint32_t> role(uint32_t index) const { return roles_[index]; }

  // The item that a path's hops lead to; invalid where one leads nowhere.
  Item Follow(Item item, const FieldPath& path) const;
  Value Get(Item item, const FieldPath& path) const;

  // Interned keys of a field over all items of a kind; 0 = unknown.
  const std::vector<uint32_t>& Column(ItemKind kind, const FieldPath& path) const;
  // Items by interned key, for all keys of a field.
  using PostingMap = std::unordered_map<uint32_t, std::vector<uint32_t>>;
  const PostingMap& Postings(ItemKind kind, const FieldPath& path) const;
  // Items of a kind whose field has this interned key, in order.
  std::span<const uint32_t> Posting(ItemKind kind, const FieldPath& path, uint32_t key) const;
  // The number of a key; 0 where no item ever had it.
  uint32_t KeyNumber(std::string_view key) const;
  uint32_t InternKey(std::string_view key) const;

  // Where the item's words go back to (ClaimGraph::OriginOf).
  uint32_t OriginOf(Item item) const { return graph_.OriginOf(DocumentOf(item), RangeOf(item)); }
  // "draft" for the only draft, else the document's id or path, for messages; the
  // name of an outlet for the number of an origin outside the run.
  std::string DocumentName(uint32_t document) const;
  bool IsDraft(uint32_t document) const { return graph_.side(document) != Side::kSource; }
  bool IsSource(uint32_t document) const { return graph_.side(document) != Side::kDraft; }
  // True where no document is a draft alone: an audit.
  bool audit() const { return audit_; }
  // What an item of a set counts for: an evidence stands for the passage in the
  // source, all else for itself.
  static Item CountsAs(Item item) {
    return item.kind == ItemKind::kEvidence ? Item{ItemKind::kEnd, 2 * item.index + 1} : item;
  }
  // The sentence that holds a byte of a document.
  uint32_t SentenceAt(uint32_t document, uint32_t offset) const;

 private:
  using CacheKey = std::pair<ItemKind, std::string>;

  void CountItems();

  const ClaimGraph& graph_;
  const RelationLexicon* relations_;
  bool audit_ = true;
  std::array<uint32_t, kItemKinds> counts_{};
  std::array<std::vector<uint32_t>, kItemKinds> first_;  // per document, plus one
  std::vector<WorkedSum> sums_;
  std::vector<std::pair<uint32_t, uint32_t>> roles_;  // entity item, index of its role

  mutable std::mutex mutex_;
  mutable std::map<CacheKey, std::unique_ptr<std::vector<uint32_t>>> columns_;
  mutable std::map<CacheKey, std::unique_ptr<PostingMap>> postings_;
  mutable std::unordered_map<std::string, uint32_t> keys_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CHECK_WORLD_H_
