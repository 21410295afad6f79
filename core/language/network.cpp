// The forward pass, as numbers flow:
//
//     forms ── WordEncoder ──> gate inputs of layer 1 (fixed point, kept per form)
//     layer 1, both directions ──> states, 7 bits
//     states ── Matrix ──> gate inputs of layer 2 ──> states
//     states ── hidden_ ──> six groups of hidden units, float
//     tag, name units ──> scores; arc units ──> tree; label units at the tree ──> labels
//
// Sentences of a group are sorted by length, longest first, so that at step t
// the sentences that still have a word are the first ones: one product of all
// their states with the weights, then each one's cell. Rows never meet, hence
// the answer does not depend on the group.
//
// Python twin: tools/language/network.py; tests/unit/language/network_test.cpp
// compares the two.

#include "core/language/network.h"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <string>
#include <utility>

#include "core/language/spanning_tree.h"

namespace crosscheck {
namespace {

constexpr size_t kGroupSentences = 16;
constexpr size_t kGroupWords = 512;  // a longer sentence is a group of its own
constexpr size_t kChunk = 32;        // rows of one product, to stay in the cache
constexpr uint32_t kMostUnits = 4096;

size_t ArgMax(const float* scores, size_t count) {
  return static_cast<size_t>(std::max_element(scores, scores + count) - scores);
}

std::vector<std::string_view> Lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

Result<NetworkSizes> ReadSizes(const ModelFile& model) {
  constexpr size_t kCount = 10 + kHashedFeatures;
  const auto numbers = model.Array<uint32_t>("parser.sizes", kCount);
  if (!numbers) return numbers.error();
  const std::span<const uint32_t> n = *numbers;
  NetworkSizes sizes = {n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9], {}};
  std::copy(n.begin() + 10, n.end(), sizes.tables.begin());
  const bool sane =
      std::ranges::all_of(n.first(10), [](uint32_t x) { return x > 0 && x <= kMostUnits; }) &&
      std::ranges::all_of(sizes.tables, [](uint32_t x) { return x > 0 && x <= 1u << 20; });
  if (!sane || sizes.hidden % kOutputBlock != 0) {
    return Error{model.name() + ": section 'parser.sizes' holds impossible sizes"};
  }
  return sizes;
}

}  // namespace

struct Network::Batch {
  const Kernels* kernels = nullptr;
  std::vector<const Words*> sentences;  // longest first
  std::vector<size_t> start;            // first word of each, and the end of the last
  size_t words = 0;

  std::vector<const int16_t*> rows;   // per word: the encoder's row
  std::vector<int16_t> computed;      // rows that the encoder did not keep
  std::vector<const int16_t*> gates;  // per word: gate inputs of this direction
  std::vector<int16_t> inputs;        // gate inputs of the second layer
  std::vector<uint8_t> states, next;  // per word: forward, backward
  std::vector<uint8_t> running;       // states of a direction, per sentence
  std::vector<float> cells;
  std::vector<int32_t> sums;
  std::vector<float> hidden;   // per word
  std::vector<uint8_t> codes;  // rectified units, per word
  std::vector<float> steps;    // and what a code is worth
  std::vector<float> scores;
  std::vector<float> dependents, heads;  // of the arcs of one sentence
  std::vector<Prediction> predictions;   // per word
};

Result<Network> Network::Load(const ModelFile& model) {
  const Result<NetworkSizes> sizes = ReadSizes(model);
  if (!sizes) return sizes.error();
  Result<WordEncoder> encoder = WordEncoder::Load(model, {.embedding = sizes->embedding,
                                                          .hidden = sizes->hidden,
                                                          .skip = sizes->tag + sizes->name,
                                                          .vector = sizes->vector,
                                                          .tables = sizes->tables});
  if (!encoder) return encoder.error();
  Network network(*std::move(encoder));
  network.sizes_ = *sizes;
  if (Status status = network.LoadLayers(model); !status) return status.error();
  if (Status status = network.LoadHeads(model); !status) return status.error();
  return network;
}

Status Network::LoadLayers(const ModelFile& model) {
  const size_t hidden = sizes_.hidden;
  for (const size_t layer : {0, 1}) {
    for (const size_t direction : {0, 1}) {
      const std::string name = std::string(layer == 0 ? "layer1." : "layer2.") +
                               (direction == 0 ? "forward." : "backward.");
      auto state = Matrix::Load(model, name + "state", 4 * hidden, hidden, Activation::kState);
      if (!state) return state.error();
      layers_[layer].state[direction] = *std::move(state);
      if (layer == 0) continue;
      auto input = Matrix::Load(model, name + "input", 4 * hidden, 2 * hidden, Activation::kState);
      if (!input) return input.error();
      layers_[layer].input[direction] = *std::move(input);
    }
  }
  return {};
}

Status Network::LoadHeads(const ModelFile& model) {
  const NetworkSizes& s = sizes_;
  const size_t units = s.tag + s.name + 2 * s.arc + 2 * s.label;
  struct Part {
    Matrix* matrix;
    const char* name;
    size_t outputs, inputs;
    Activation activation;
  };
  const Part parts[] = {
      {&hidden_, "head.hidden", units, 2 * size_t{s.hidden}, Activation::kState},
      {&tag_, "head.tag", s.tags, s.tag, Activation::kPositive},
      {&name_, "head.name", s.names, s.name, Activation::kPositive},
      {&arc_, "head.arc", s.arc, s.arc, Activation::kPositive},
      {&label_, "head.label", s.labels, s.label, Activation::kPositive},
  };
  for (const Part& part : parts) {
    auto matrix = Matrix::Load(model, part.name, part.outputs, part.inputs, part.activation);
    if (!matrix) return matrix.error();
    *part.matrix = *std::move(matrix);
  }
  for (auto [root, name, size] : {std::tuple(&arc_root_, "head.arc_root", s.arc),
                                  std::tuple(&label_root_, "head.label_root", s.label)}) {
    const auto values = FiniteFloats(model, name, size);
    if (!values) return values.error();
    *root = *values;
  }
  const std::vector<std::string_view> names = Lines(model.Section("parser.names"));
  Result<NameDecoder> decoder = NameDecoder::Make(names);
  if (!decoder) return Error{model.name() + ": section 'parser.names': " + decoder.error().message};
  if (names.size() != s.names) return Error{model.name() + ": section 'parser.names' is too short"};
  name_decoder_ = *std::move(decoder);
  return {};
}

std::vector<std::vector<Prediction>> Network::Run(const Kernels& kernels,
                                                  std::span<const Words> sentences) const {
  std::vector<size_t> order(sentences.size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::ranges::stable_sort(order, std::greater(), [&](size_t i) { return sentences[i].size(); });
  std::vector<std::vector<Prediction>> results(sentences.size());
  Batch batch;
  batch.kernels = &kernels;
  for (size_t at = 0; at < order.size();) {
    batch.sentences.clear();
    batch.start = {0};
    const size_t first = at;
    do {
      batch.sentences.push_back(&sentences[order[at]]);
      batch.start.push_back(batch.start.back() + sentences[order[at]].size());
      ++at;
    } while (at < order.size() && batch.sentences.size() < kGroupSentences &&
             batch.start.back() + sentences[order[at]].size() <= kGroupWords);
    batch.words = batch.start.back();
    batch.predictions.assign(batch.words, {});
    Encode(&batch);
    HiddenUnits(&batch);
    Tag(&batch);
    Name(&batch);
    for (size_t s = 0; s < batch.sentences.size(); ++s) Attach(s, &batch);
    Label(&batch);
    for (size_t s = 0; s < batch.sentences.size(); ++s) {
      const auto begin = batch.predictions.begin();
      results[order[first + s]].assign(begin + static_cast<std::ptrdiff_t>(batch.start[s]),
                                       begin + static_cast<std::ptrdiff_t>(batch.start[s + 1]));
    }
  }
  return results;
}

// Forms to the states of the second layer.
void Network::Encode(Batch* batch) const {
  const size_t row_size = encoder_.row_size(), gate_count = 4 * size_t{sizes_.hidden};
  batch->computed.resize(batch->words * row_size);
  batch->rows.clear();
  for (const Words* words : batch->sentences) {
    for (const std::string_view form : *words) {
      int16_t* scratch = batch->computed.data() + batch->rows.size() * row_size;
      batch->rows.push_back(encoder_.Row(*batch->kernels, form, scratch));
    }
  }
  batch->gates.resize(batch->words);
  batch->next.resize(batch->words * 2 * sizes_.hidden);
  for (const size_t direction : {0, 1}) {
    for (size_t w = 0; w < batch->words; ++w) {
      batch->gates[w] = batch->rows[w] + direction * gate_count;
    }
    RunDirection(layers_[0].state[direction], direction == 1, batch);
  }
  std::swap(batch->states, batch->next);
  batch->next.resize(batch->words * 2 * sizes_.hidden);
  for (const size_t direction : {0, 1}) {
    InputRows(layers_[1].input[direction], batch);
    RunDirection(layers_[1].state[direction], direction == 1, batch);
  }
  std::swap(batch->states, batch->next);
}

// Gate inputs of one direction of the second layer, from the states of the first.
void Network::InputRows(const Matrix& input, Batch* batch) const {
  const size_t width = input.padded();
  batch->inputs.resize(batch->words * width);
  batch->sums.resize(kChunk * width);
  for (size_t first = 0; first < batch->words; first += kChunk) {
    const size_t rows = std::min(kChunk, batch->words - first);
    input.Multiply(*batch->kernels, batch->states.data() + first * input.inputs(), rows,
                   batch->sums.data());
    for (size_t r = 0; r < rows; ++r) {
      int16_t* out = batch->inputs.data() + (first + r) * width;
      batch->kernels->to_fixed(batch->sums.data() + r * width, input.zero(), input.scale(),
                               input.bias(), 1.0f, width, out);
      batch->gates[first + r] = out;
    }
  }
}

// One direction of one layer over all sentences of the group.
void Network::RunDirection(const Matrix& state, bool backward, Batch* batch) const {
  const size_t hidden = sizes_.hidden, count = batch->sentences.size();
  batch->running.assign(count * hidden, static_cast<uint8_t>(kStateZero));
  batch->cells.assign(count * hidden, 0.0f);
  batch->sums.resize(std::max(batch->sums.size(), count * state.padded()));
  size_t active = count;
  for (size_t t = 0; t < batch->sentences.front()->size(); ++t) {
    while (batch->sentences[active - 1]->size() <= t) --active;
    state.Multiply(*batch->kernels, batch->running.data(), active, batch->sums.data());
    for (size_t s = 0; s < active; ++s) {
      const size_t word = backward ? batch->start[s + 1] - 1 - t : batch->start[s] + t;
      uint8_t* out = batch->next.data() + word * 2 * hidden + (backward ? hidden : 0);
      batch->kernels->lstm_cell(batch->sums.data() + s * state.padded(), state.zero(),
                                state.scale(), batch->gates[word], hidden,
                                batch->cells.data() + s * hidden, out);
      std::memcpy(batch->running.data() + s * hidden, out, hidden);
    }
  }
}

void Network::HiddenUnits(Batch* batch) const {
  const size_t width = hidden_.padded(), skip = encoder_.skip_start();
  batch->hidden.resize(batch->words * width);
  batch->sums.resize(std::max(batch->sums.size(), kChunk * width));
  for (size_t first = 0; first < batch->words; first += kChunk) {
    const size_t rows = std::min(kChunk, batch->words - first);
    hidden_.Multiply(*batch->kernels, batch->states.data() + first * hidden_.inputs(), rows,
                     batch->sums.data());
    for (size_t r = 0; r < rows; ++r) {
      float* out = batch->hidden.data() + (first + r) * width;
      batch->kernels->dequantise(batch->sums.data() + r * width, hidden_.zero(), hidden_.scale(),
                                 hidden_.bias(), width, out);
      const int16_t* own = batch->rows[first + r] + skip;
      for (size_t i = 0; i < sizes_.tag + sizes_.name; ++i) {
        out[i] += static_cast<float>(own[i]) * (1.0f / kFixedOne);
      }
    }
  }
}

void Network::Score(const Matrix& matrix, size_t first, Batch* batch) const {
  const size_t width = matrix.padded(), units = matrix.inputs();
  batch->codes.resize(batch->words * units);
  batch->steps.resize(batch->words);
  batch->scores.resize(batch->words * width);
  batch->sums.resize(std::max(batch->sums.size(), batch->words * width));
  for (size_t w = 0; w < batch->words; ++w) {
    batch->steps[w] =
        batch->kernels->quantise_relu(batch->hidden.data() + w * hidden_.padded() + first, units,
                                      batch->codes.data() + w * units);
  }
  matrix.Multiply(*batch->kernels, batch->codes.data(), batch->words, batch->sums.data());
  for (size_t w = 0; w < batch->words; ++w) {
    for (size_t i = 0; i < width; ++i) {
      const auto sum = static_cast<float>(batch->sums[w * width + i]);
      batch->scores[w * width + i] = sum * matrix.scale()[i] * batch->steps[w] + matrix.bias()[i];
    }
  }
}

void Network::Tag(Batch* batch) const {
  Score(tag_, 0, batch);
  for (size_t w = 0; w < batch->words; ++w) {
    batch->predictions[w].tag =
        static_cast<uint32_t>(ArgMax(batch->scores.data() + w * tag_.padded(), tag_.outputs()));
  }
}

void Network::Name(Batch* batch) const {
  Score(name_, sizes_.tag, batch);
  for (size_t s = 0; s < batch->sentences.size(); ++s) {
    const size_t first = batch->start[s], words = batch->start[s + 1] - first;
    const std::vector<uint32_t> best = name_decoder_.Best(
        std::span(batch->scores).subspan(first * name_.padded()), words, name_.padded());
    for (size_t w = 0; w < words; ++w) batch->predictions[first + w].name = best[w];
  }
}

// The tree of one sentence: score(d, h) = arc_(relu(dep d)) · relu(head h).
void Network::Attach(size_t sentence, Batch* batch) const {
  const size_t first = batch->start[sentence], words = batch->start[sentence + 1] - first;
  const size_t arc = sizes_.arc, width = arc_.padded(), skip = sizes_.tag + sizes_.name;
  const size_t columns = (words + kOutputBlock) / kOutputBlock * kOutputBlock;
  batch->codes.resize(std::max(batch->codes.size(), words * arc));
  batch->steps.resize(std::max(batch->steps.size(), words));
  batch->sums.resize(std::max(batch->sums.size(), words * width));
  batch->heads.assign(arc * columns, 0.0f);
  for (size_t k = 0; k < arc; ++k) batch->heads[k * columns] = arc_root_[k];
  for (size_t w = 0; w < words; ++w) {
    const float* units = batch->hidden.data() + (first + w) * hidden_.padded() + skip;
    batch->steps[w] = batch->kernels->quantise_relu(units, arc, batch->codes.data() + w * arc);
    for (size_t k = 0; k < arc; ++k) {
      batch->heads[k * columns + w + 1] = std::max(0.0f, units[arc + k]);
    }
  }
  arc_.Multiply(*batch->kernels, batch->codes.data(), words, batch->sums.data());
  batch->dependents.resize(words * arc);
  for (size_t w = 0; w < words; ++w) {
    for (size_t k = 0; k < arc; ++k) {
      const auto sum = static_cast<float>(batch->sums[w * width + k]);
      batch->dependents[w * arc + k] = sum * arc_.scale()[k] * batch->steps[w] + arc_.bias()[k];
    }
  }
  batch->scores.resize(words * columns);
  batch->kernels->arc_scores(batch->dependents.data(), words, arc, batch->heads.data(), columns,
                             batch->scores.data());
  const std::vector<int32_t> heads = BestTree(batch->scores, words, columns);
  for (size_t w = 0; w < words; ++w) batch->predictions[first + w].head = heads[w + 1];
}

// Labels at the arcs that were chosen: label_(relu(dep d + head h)). The sum
// takes the place of the dependent's units, which nobody needs any more.
void Network::Label(Batch* batch) const {
  const size_t width = hidden_.padded(), size = sizes_.label;
  const size_t at = sizes_.tag + sizes_.name + 2 * sizes_.arc;
  for (size_t s = 0; s < batch->sentences.size(); ++s) {
    for (size_t w = batch->start[s]; w < batch->start[s + 1]; ++w) {
      const auto head = static_cast<size_t>(batch->predictions[w].head);
      const float* other =
          head == 0 ? label_root_.data()
                    : batch->hidden.data() + (batch->start[s] + head - 1) * width + at + size;
      float* own = batch->hidden.data() + w * width + at;
      for (size_t i = 0; i < size; ++i) own[i] += other[i];
    }
  }
  Score(label_, at, batch);
  for (size_t w = 0; w < batch->words; ++w) {
    batch->predictions[w].label =
        static_cast<uint32_t>(ArgMax(batch->scores.data() + w * label_.padded(), label_.outputs()));
  }
}

}  // namespace crosscheck
