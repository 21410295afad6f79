#include "core/check/world.h"

#include <algorithm>

#include "core/quantity/time_arithmetic.h"

namespace crosscheck {
namespace {

uint32_t CountIn(const Reading& reading, ItemKind kind) {
  switch (kind) {
    case ItemKind::kQuotation:
      return static_cast<uint32_t>(reading.quotations.size());
    case ItemKind::kSaying:
      return static_cast<uint32_t>(reading.attributions.size());
    case ItemKind::kPassage:
      return static_cast<uint32_t>(reading.analysis.sentences.size());
    case ItemKind::kNumber:
      return static_cast<uint32_t>(reading.figures.size());
    case ItemKind::kMoment:
      return static_cast<uint32_t>(reading.times.size());
    case ItemKind::kName:
      return static_cast<uint32_t>(reading.entities.size());
    default:
      return 0;
  }
}

constexpr ItemKind kCounted[] = {ItemKind::kQuotation, ItemKind::kSaying, ItemKind::kPassage,
                                 ItemKind::kNumber,    ItemKind::kMoment, ItemKind::kName};

size_t At(ItemKind kind) { return static_cast<size_t>(kind); }

}  // namespace

World::World(const ClaimGraph& graph, const RelationLexicon* relations)
    : graph_(graph), relations_(relations) {
  for (uint32_t d = 0; d < graph_.document_count(); ++d)
    audit_ = audit_ && graph_.side(d) == Side::kBoth;
  CountItems();
}

World::~World() = default;

void World::CountItems() {
  const uint32_t documents = static_cast<uint32_t>(graph_.document_count());
  counts_[At(ItemKind::kClaim)] = static_cast<uint32_t>(graph_.claim_count());
  counts_[At(ItemKind::kEvidence)] = static_cast<uint32_t>(graph_.evidence().size());
  counts_[At(ItemKind::kEnd)] = 2 * counts_[At(ItemKind::kEvidence)];
  counts_[At(ItemKind::kDocument)] = documents;
  for (const ItemKind kind : kCounted) {
    std::vector<uint32_t>& first = first_[At(kind)];
    first.assign(1, 0);
    for (uint32_t d = 0; d < documents; ++d)
      first.push_back(first.back() + CountIn(graph_.reading(d), kind));
    counts_[At(kind)] = first.back();
  }
  for (uint32_t d = 0; d < documents; ++d) {
    const Reading& reading = graph_.reading(d);
    for (ArithmeticCheck& check : CheckArithmetic(reading.analysis, reading.figures))
      sums_.push_back({d, std::move(check)});
    for (ArithmeticCheck& check : CheckTimes(reading.analysis, reading.times)) sums_.push_back({d, std::move(check)});
    for (ArithmeticCheck& check : CheckCourses(reading.analysis, reading.times, reading.figures)) sums_.push_back({d, std::move(check)});
    for (uint32_t e = 0; e < reading.entities.size(); ++e) {
      const uint32_t name = first_[At(ItemKind::kName)][d] + e;
      for (uint32_t r = 0; r < reading.entities[e].roles.size(); ++r) roles_.emplace_back(name, r);
    }
  }
  counts_[At(ItemKind::kSum)] = static_cast<uint32_t>(sums_.size());
  counts_[At(ItemKind::kRole)] = static_cast<uint32_t>(roles_.size());
}

uint32_t World::DocumentOf(Item item) const {
  switch (item.kind) {
    case ItemKind::kClaim:
      return graph_.node(ClaimId(item.index)).document;
    case ItemKind::kEvidence:
      return graph_.evidence()[item.index].draft_document;
    case ItemKind::kEnd: {
      const Evidence& e = graph_.evidence()[item.index / 2];
      return item.index % 2 == 1 ? e.source_document : e.draft_document;
    }
    case ItemKind::kDocument:
      return item.index;
    case ItemKind::kSum:
      return sums_[item.index].document;
    case ItemKind::kRole:
      return DocumentOf({ItemKind::kName, roles_[item.index].first});
    default: {
      const std::vector<uint32_t>& first = first_[At(item.kind)];
      return static_cast<uint32_t>(std::upper_bound(first.begin(), first.end(), item.index) -
                                   first.begin()) -
             1;
    }
  }
}

uint32_t World::IndexIn(Item item) const {
  switch (item.kind) {
    case ItemKind::kClaim:
      return graph_.node(ClaimId(item.index)).claim;
    case ItemKind::kEvidence:
    case ItemKind::kEnd:
    case ItemKind::kDocument:
    case ItemKind::kSum:
    case ItemKind::kRole:
      return item.index;
    default:
      return item.index - first_[At(item.kind)][DocumentOf(item)];
  }
}

Item World::ItemAt(ItemKind kind, uint32_t document, uint32_t index) const {
  if (kind == ItemKind::kClaim) return {kind, graph_.id(document, index).index};
  return {kind, first_[At(kind)][document] + index};
}

TextRange World::RangeOf(Item item) const {
  const Reading& reading = graph_.reading(DocumentOf(item));
  const uint32_t index = IndexIn(item);
  switch (item.kind) {
    case ItemKind::kClaim:
      return graph_.claim(ClaimId(item.index)).range;
    case ItemKind::kEvidence:
      return graph_.evidence()[item.index].draft_range;
    case ItemKind::kEnd: {
      const Evidence& e = graph_.evidence()[item.index / 2];
      const bool source = item.index % 2 == 1;
      const TextRange range = source ? e.source_range : e.draft_range;
      const ClaimId claim = source ? e.source : e.draft;
      return range.empty() && claim.valid() ? graph_.claim(claim).range : range;
    }
    case ItemKind::kQuotation:
      return reading.quotations[index].range;
    case ItemKind::kSaying: {
      const Attribution& a = reading.attributions[index];
      const std::vector<TextRange>& best = !a.source.empty() ? a.source
                                           : !a.cue.empty()  ? a.cue
                                                             : a.content;
      return best.empty() ? TextRange{} : best.front();
    }
    case ItemKind::kPassage:
      return reading.analysis.sentences[index].range;
    case ItemKind::kNumber:
      return reading.figures[index].range;
    case ItemKind::kMoment:
      return reading.times[index].range;
    case ItemKind::kName:
      return reading.entities[index].mentions.empty()
                 ? TextRange{}
                 : reading.entities[index].mentions.front().range;
    case ItemKind::kRole: {
      const auto [name, role] = roles_[item.index];
      return reading.entities[IndexIn({ItemKind::kName, name})].roles[role].range;
    }
    case ItemKind::kSum:
      return sums_[item.index].check.range;
    case ItemKind::kDocument:
      return reading.analysis.sentences.empty() ? TextRange{}
                                                : reading.analysis.sentences.front().range;
  }
  return {};
}

std::string_view World::WordsOf(Item item) const {
  return RangeOf(item).In(graph_.reading(DocumentOf(item)).analysis.text());
}

Item World::Follow(Item item, const FieldPath& path) const {
  for (const HopSpec* hop : path.hops) {
    if (!item.valid()) break;
    item = hop->go(*this, item.index);
  }
  return item;
}

Value World::Get(Item item, const FieldPath& path) const {
  const Item at = Follow(item, path);
  if (!at.valid() || path.field == nullptr) return {};
  return path.field->get(*this, at.index);
}

uint32_t World::InternKey(std::string_view key) const {
  if (key.empty()) return 0;
  const uint32_t next = static_cast<uint32_t>(keys_.size() + 1);
  return keys_.try_emplace(std::string(key), next).first->second;
}

uint32_t World::KeyNumber(std::string_view key) const {
  const std::lock_guard lock(mutex_);
  const auto found = keys_.find(std::string(key));
  return found == keys_.end() ? 0 : found->second;
}

const std::vector<uint32_t>& World::Column(ItemKind kind, const FieldPath& path) const {
  const std::lock_guard lock(mutex_);
  std::unique_ptr<std::vector<uint32_t>>& column = columns_[{kind, path.Text()}];
  if (column == nullptr) {
    column = std::make_unique<std::vector<uint32_t>>(Count(kind));
    for (uint32_t i = 0; i < Count(kind); ++i) {
      const Value value = Get({kind, i}, path);
      (*column)[i] = value.known ? InternKey(value.key) : 0;
    }
  }
  return *column;
}

const World::PostingMap& World::Postings(ItemKind kind, const FieldPath& path) const {
  const std::vector<uint32_t>& column = Column(kind, path);
  const std::lock_guard lock(mutex_);
  std::unique_ptr<PostingMap>& postings = postings_[{kind, path.Text()}];
  if (postings == nullptr) {
    postings = std::make_unique<PostingMap>();
    for (uint32_t i = 0; i < column.size(); ++i) {
      if (column[i] != 0) (*postings)[column[i]].push_back(i);
    }
  }
  return *postings;
}

std::span<const uint32_t> World::Posting(ItemKind kind, const FieldPath& path, uint32_t key) const {
  if (key == 0) return {};
  const PostingMap& postings = Postings(kind, path);
  const auto found = postings.find(key);
  return found == postings.end() ? std::span<const uint32_t>()
                                 : std::span<const uint32_t>(found->second);
}

std::string World::DocumentName(uint32_t document) const {
  if (document >= graph_.document_count()) return std::string(graph_.OutletOf(document));
  const Metadata& metadata = graph_.reading(document).analysis.document->metadata();
  if (!metadata.path.empty()) return metadata.path;
  if (!metadata.id.empty()) return metadata.id;
  return "document " + std::to_string(document);
}

uint32_t World::SentenceAt(uint32_t document, uint32_t offset) const {
  const std::vector<Sentence>& sentences = graph_.reading(document).analysis.sentences;
  const auto after =
      std::upper_bound(sentences.begin(), sentences.end(), offset,
                       [](uint32_t at, const Sentence& s) { return at < s.range.start; });
  return after == sentences.begin() ? 0 : static_cast<uint32_t>(after - sentences.begin()) - 1;
}

}  // namespace crosscheck
