#ifndef CROSSCHECK_CORE_LANGUAGE_NETWORK_H_
#define CROSSCHECK_CORE_LANGUAGE_NETWORK_H_

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/language/kernels.h"
#include "core/language/matrix.h"
#include "core/language/model_file.h"
#include "core/language/name_decoder.h"
#include "core/language/word_encoder.h"

namespace crosscheck {

// What the network says of one word, as indices into the lists of the model.
struct Prediction {
  uint32_t tag = 0;
  uint32_t label = 0;
  uint32_t name = 0;
  int32_t head = 0;  // 1-based within the sentence, 0 = root

  bool operator==(const Prediction&) const = default;
};

// The numbers of section "parser.sizes", in its order.
struct NetworkSizes {
  uint32_t embedding, hidden, tag, name, arc, label;  // units
  uint32_t vector;                                    // components of a word vector
  uint32_t tags, labels, names;                       // classes
  std::array<uint32_t, kHashedFeatures> tables;       // rows of the hashed tables
};

// The joint tagger, parser and name tagger: two BiLSTM layers over the words, a
// softmax for UPOS|XPOS, biaffine arcs (Dozat and Manning 2017), a small
// network for labels, and BILOU names. All products are int8; see kernels.h for
// why every machine gives the same answer.
//
// Const use is thread-safe. The model must outlive the network.
class Network {
 public:
  using Words = std::vector<std::string_view>;

  static Result<Network> Load(const ModelFile& model);

  const NetworkSizes& sizes() const { return sizes_; }

  // Predictions for each sentence (its word forms, at least one), in order.
  // Sentences are run together in groups of similar length; an answer does not
  // depend on its company. Memory grows with the longest sentence squared.
  std::vector<std::vector<Prediction>> Run(const Kernels& kernels,
                                           std::span<const Words> sentences) const;

 private:
  struct Layer {
    Matrix input[2];  // unused in the first layer: part of the word's row
    Matrix state[2];
  };
  struct Batch;  // one group of sentences and its scratch memory

  explicit Network(WordEncoder encoder) : encoder_(std::move(encoder)) {}
  Status LoadLayers(const ModelFile& model);
  Status LoadHeads(const ModelFile& model);

  void Encode(Batch* batch) const;
  void InputRows(const Matrix& input, Batch* batch) const;
  void RunDirection(const Matrix& state, bool backward, Batch* batch) const;
  void HiddenUnits(Batch* batch) const;
  // Scores of `matrix` over the rectified hidden units from `first` on.
  void Score(const Matrix& matrix, size_t first, Batch* batch) const;
  void Tag(Batch* batch) const;
  void Name(Batch* batch) const;
  void Attach(size_t sentence, Batch* batch) const;
  void Label(Batch* batch) const;

  NetworkSizes sizes_ = {};
  WordEncoder encoder_;
  Layer layers_[2];
  Matrix hidden_;  // tag, name, arc dependent, arc head, label dependent, label head
  Matrix tag_, name_, arc_, label_;
  std::span<const float> arc_root_, label_root_;
  NameDecoder name_decoder_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_LANGUAGE_NETWORK_H_
