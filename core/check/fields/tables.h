#ifndef CROSSCHECK_CORE_CHECK_FIELDS_TABLES_H_
#define CROSSCHECK_CORE_CHECK_FIELDS_TABLES_H_

#include <span>
#include <string>
#include <string_view>

#include "core/check/fields.h"

namespace crosscheck::fields {

// The tables themselves. A field is added by one line in the table of its kind;
// the first line of a table is the kind's main field.
std::span<const FieldSpec> Own(ItemKind kind);
std::span<const FieldSpec> Common(ItemKind kind);
std::span<const HopSpec> AllHops();

std::span<const FieldSpec> ClaimFields();
std::span<const FieldSpec> EvidenceFields();
std::span<const FieldSpec> EndFields();
std::span<const FieldSpec> QuotationFields();
std::span<const FieldSpec> SayingFields();
std::span<const FieldSpec> PassageFields();
std::span<const FieldSpec> NumberFields();
std::span<const FieldSpec> MomentFields();
std::span<const FieldSpec> RoleFields();
std::span<const FieldSpec> NameFields();
std::span<const FieldSpec> SumFields();
std::span<const FieldSpec> DocumentFields();

// The words of the modality fields.
inline constexpr std::string_view kModalities =
    "questioned hypothetical conditional believed hedged planned forecast obliged asserted";

// Values. A word is one of a closed set; a text is compared by its folded form.
Value Unknown();
Value OfWord(std::string_view word);
Value OfText(std::string_view text);
Value OfKey(std::string_view key, std::string_view text);
Value OfNumber(double number);
Value OfFlag(bool flag);
Value OfFigure(const World& world, uint32_t document, int32_t figure);
Value OfTime(const World& world, uint32_t document, int32_t time);
Value OfEntity(const World& world, uint32_t document, int32_t entity);
Value OfRange(const World& world, uint32_t document, TextRange range);
Value OfArgument(const World& world, uint32_t document, const Argument& argument);
// The source of an attribution: its entity where it is resolved, else its words.
Value OfSpeaker(const World& world, uint32_t document, int32_t attribution);
// Whether a speaker is named by the words themselves: "Jo Berg", not "she", whom
// coreference may have taken for somebody else.
Value OfResolved(const World& world, const Value& speaker);

}  // namespace crosscheck::fields

#endif  // CROSSCHECK_CORE_CHECK_FIELDS_TABLES_H_
