#ifndef CROSSCHECK_CORE_REPORT_READING_JSON_H_
#define CROSSCHECK_CORE_REPORT_READING_JSON_H_

#include <span>
#include <string_view>

#include "core/claim/claim.h"
#include "core/claim/proposition.h"
#include "core/report/json_writer.h"

namespace crosscheck {

// A field of `analyze`: its name and the function that writes its value. All
// offsets are bytes of the document's file.
struct ReadingLayer {
  std::string_view name;
  void (*write)(const Reading& reading, JsonWriter* out);
};

// "sentences", "tokens", "figures" … in the order in which they are printed.
std::span<const ReadingLayer> ReadingLayers();

// The members of a claim as a reader would put it, without the braces around them.
void WriteClaimMembers(const Reading& reading, const Proposition& proposition, JsonWriter* out);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_REPORT_READING_JSON_H_
