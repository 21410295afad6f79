#include "core/quantity/figure.h"

namespace crosscheck {
struct FigureLexicon::Tables {};
FigureLexicon::FigureLexicon() : tables_(std::make_unique<Tables>()) {}
FigureLexicon::FigureLexicon(FigureLexicon&&) noexcept = default;
FigureLexicon& FigureLexicon::operator=(FigureLexicon&&) noexcept = default;
FigureLexicon::~FigureLexicon() = default;
FigureLexicon FigureLexicon::Load(const std::filesystem::path&, Diagnostics*) { return FigureLexicon(); }
const FigureLexicon& FigureLexicon::Shipped() {
  static const FigureLexicon lexicon;
  return lexicon;
}
}  // namespace crosscheck
