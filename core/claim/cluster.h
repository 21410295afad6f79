#ifndef CROSSCHECK_CORE_CLAIM_CLUSTER_H_
#define CROSSCHECK_CORE_CLAIM_CLUSTER_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/claim/mention.h"
#include "core/claim/role.h"

namespace crosscheck {

// What is known of the thing that a cluster of mentions speaks of.
struct ClusterFeatures {
  EntityType type = EntityType::kOther;
  bool type_sure = false;
  Gender gender = Gender::kUnknown;
  bool plural = false;
  bool collective = false;
  bool named = false;
  bool person_title = false;        // "Mr", "Sen.": surely a person
  int32_t mentions = 1;             // that are not demonym adjectives
  // Roles said so far: title and affiliation ("" where none was said).
  std::vector<std::pair<std::string, std::string>> titles;
};

// Disjoint sets of mentions, with the features of each set. Union by the smaller
// index, so that a set is named after its first mention; path halving.
class Clusters {
 public:
  explicit Clusters(const std::vector<MentionFeatures>& mentions);

  int32_t Of(int32_t mention);
  const ClusterFeatures& Features(int32_t mention) { return features_[static_cast<size_t>(Of(mention))]; }
  ClusterFeatures& MutableFeatures(int32_t mention) { return features_[static_cast<size_t>(Of(mention))]; }
  // True where nothing known of the two sets speaks against their being one.
  bool Agree(int32_t a, int32_t b);
  // Makes one set of the two; no check.
  void Merge(int32_t a, int32_t b);
  size_t size() const { return parent_.size(); }

 private:
  std::vector<int32_t> parent_;
  std::vector<ClusterFeatures> features_;
};

// Puts the written forms of one name into one cluster: equal keys, surnames and
// given names of people named in full, acronyms, short forms of organisations.
// Types are decided per name over the whole document, by vote, and written back.
void LinkNames(const MentionContext& context, std::vector<MentionFeatures>* mentions, Clusters* clusters);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CLAIM_CLUSTER_H_
