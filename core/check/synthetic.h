#ifndef CROSSCHECK_CORE_CHECK_SYNTHETIC_H_
#define CROSSCHECK_CORE_CHECK_SYNTHETIC_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/yaml.h"
#include "core/check/rule.h"
#include "core/graph/claim_graph.h"

namespace crosscheck {

// A reading that was not read out of a text but written down as claims: for the
// `claims:` form of rule tests and for packs of reference facts. Its document
// holds one made-up sentence a claim, so that every part has bytes to point to.
struct SyntheticReading {
  std::unique_ptr<Document> document;
  Reading reading;
  Side side = Side::kSource;
  std::vector<std::pair<std::string, TextRange>> marks;  // `as:` names and where they ended up
};

// The keys that such a claim may have.
const std::vector<std::string>& SyntheticKeys();

// One reading for each `from` and `document` that the claims name, drafts first.
// What cannot be read goes to the diagnostics.
std::vector<std::unique_ptr<SyntheticReading>> MakeReadings(const std::vector<YamlNode>& claims,
                                                            std::string_view path,
                                                            Diagnostics* diagnostics);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CHECK_SYNTHETIC_H_
