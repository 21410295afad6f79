#ifndef CROSSCHECK_CORE_CLAIM_ALIAS_H_
#define CROSSCHECK_CORE_CLAIM_ALIAS_H_

#include <string>
#include <string_view>
#include <vector>

#include "core/claim/entity_lexicon.h"

namespace crosscheck {

// The words of a folded name or key.
std::vector<std::string_view> NameWords(std::string_view folded);

// The first letters of the words of a folded name, without small words: "nra" for
// "national road agency", "doj" not for "department of justice" but "dj". With
// `small_words` they count too: "doj".
std::string Initials(std::string_view folded, bool small_words);

// The acronyms that a folded name of at least two words may have: with and without
// small words, and with a first word that is short itself left whole ("usgs" of
// "us geological survey").
std::vector<std::string> AcronymsOf(std::string_view name);

// True where `acronym` (folded, one word) is made of the first letters of `name`
// (folded, at least two words), in order and without rest: "nra" of "national
// road agency", "doj" of "department of justice", "gpus" of "graphics processing
// units". Schwartz and Hearst (2003) reduced to initial letters: letters from
// inside words ("Tx" for "treatment") are left out, since names do not need them.
bool IsAcronymOf(std::string_view acronym, std::string_view name);

// The number of folded words at the front of `words` that are titles or forms of
// address, at most words.size() - 1: 1 of {"sen", "ann", "lee"}.
size_t LeadingTitleWords(const std::vector<std::string_view>& words, const EntityLexicon& lexicon);

// True where two given names can be one person's: equal, an initial of the
// other, or short for it ("bill" and "william").
bool GivenNamesAgree(std::string_view a, std::string_view b, const EntityLexicon& lexicon);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CLAIM_ALIAS_H_
