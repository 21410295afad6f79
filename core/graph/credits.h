#ifndef CROSSCHECK_CORE_GRAPH_CREDITS_H_
#define CROSSCHECK_CORE_GRAPH_CREDITS_H_

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/claim/claim.h"

namespace crosscheck {

class EntityLexicon;

// An outlet that a text says it has something from.
struct Credit {
  std::string outlet;  // its key: KnownOutlet::key, else FoldName of its name
  std::string name;    // for people
  TextRange range;     // the sentence that is credited
  bool whole = false;  // all of the text: a dateline's agency, a byline's outlet
};

// The key of an outlet's name, the same for all its forms: "NYT" and "The New
// York Times". FoldName where the lexicon does not know it, or is null.
std::string OutletKey(std::string_view name, const EntityLexicon* lexicon);

// The credits of a text, in order of the text:
//
//   whole     "LONDON (Reuters) - The …", "By Jo Berg, Associated Press"
//   sentence  "The dam broke, the Courier reported", "told the BBC", "as first
//             reported by Reuters", "in an interview with Le Monde"
//
// and not: "a spokesman for the Courier said", "the Courier hired Berg". An outlet is
// what the lexicon or `known` (keys of publishers in the run) names, or a name of
// two words whose last is an outlet's ("the Hull Gazette"). A text's own publisher
// is never credited. Linear in tokens.
std::vector<Credit> FindCredits(const Reading& reading, const EntityLexicon* lexicon,
                                const std::function<bool(const std::string&)>& known);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_GRAPH_CREDITS_H_
