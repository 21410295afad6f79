// Every instruction set must give the bytes of the portable kernels.

#include "core/language/kernels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <tuple>
#include <vector>

namespace crosscheck {
namespace {

template <typename T>
std::vector<T> Random(std::mt19937* random, size_t size, int low, int high) {
  std::uniform_int_distribution<int> numbers(low, high);
  std::vector<T> values(size);
  for (T& value : values) value = static_cast<T>(numbers(*random));
  return values;
}

std::vector<float> RandomFloats(std::mt19937* random, size_t size, float width) {
  std::uniform_real_distribution<float> numbers(-width, width);
  std::vector<float> values(size);
  for (float& value : values) value = numbers(*random);
  return values;
}

class KernelsTest : public ::testing::TestWithParam<const Kernels*> {
 protected:
  const Kernels& kernels() const { return *GetParam(); }
  std::mt19937 random_{7};
};

TEST_P(KernelsTest, MultiplyIsTheSumOfProducts) {
  for (const auto& [rows, depth, outputs] :
       {std::tuple(1, 4, 16), std::tuple(3, 128, 48), std::tuple(7, 160, 640),
        std::tuple(16, 320, 80), std::tuple(5, 64, 16 * 9)}) {
    const size_t r = static_cast<size_t>(rows), d = static_cast<size_t>(depth),
                 n = static_cast<size_t>(outputs);
    const auto a = Random<uint8_t>(&random_, r * d, 0, 127);
    const auto weights = Random<int8_t>(&random_, n * d, -127, 127);
    std::vector<int8_t> packed(n * d);
    PackWeights(weights.data(), n, d, packed.data());
    std::vector<int32_t> sums(r * n), expected(r * n);
    for (size_t i = 0; i < r * n; ++i) {
      for (size_t k = 0; k < d; ++k) expected[i] += a[i / n * d + k] * weights[i % n * d + k];
    }
    kernels().multiply(a.data(), r, d, packed.data(), n, sums.data());
    EXPECT_EQ(sums, expected) << rows << " rows";
  }
}

TEST_P(KernelsTest, MultiplyDoesNotSaturate) {
  const std::vector<uint8_t> a(512, 127);
  for (const int8_t extreme : {int8_t{127}, int8_t{-127}}) {
    const std::vector<int8_t> weights(512 * 16, extreme);
    std::vector<int32_t> sums(16);
    kernels().multiply(a.data(), 1, 512, weights.data(), 16, sums.data());
    EXPECT_EQ(sums, std::vector<int32_t>(16, 512 * 127 * extreme));
  }
}

TEST_P(KernelsTest, LoopsGiveTheBytesOfThePortableOnes) {
  constexpr size_t kHidden = 160, kGates = 4 * kHidden;
  const auto sums = Random<int32_t>(&random_, kGates, -200000, 200000);
  const auto zero = Random<int32_t>(&random_, kGates, -50000, 50000);
  const auto scale = RandomFloats(&random_, kGates, 4e-5f);
  const auto bias = RandomFloats(&random_, kGates, 3);
  std::vector<float> plain(kGates), ours(kGates);
  kScalarKernels.dequantise(sums.data(), zero.data(), scale.data(), bias.data(), kGates,
                            plain.data());
  kernels().dequantise(sums.data(), zero.data(), scale.data(), bias.data(), kGates, ours.data());
  EXPECT_EQ(plain, ours);

  std::vector<int16_t> plain_fixed(kGates), fixed(kGates);
  for (const float step : {1.0f, 0.037f, 40.0f}) {
    kScalarKernels.to_fixed(sums.data(), zero.data(), scale.data(), bias.data(), step, kGates,
                            plain_fixed.data());
    kernels().to_fixed(sums.data(), zero.data(), scale.data(), bias.data(), step, kGates,
                       fixed.data());
    EXPECT_EQ(plain_fixed, fixed) << step;
  }

  std::vector<float> plain_cell(kHidden), cell(kHidden);
  std::vector<uint8_t> plain_state(kHidden), state(kHidden);
  for (int step = 0; step < 50; ++step) {
    const auto gates = Random<int32_t>(&random_, kGates, -200000, 200000);
    const auto input = Random<int16_t>(&random_, kGates, -9000, 9000);
    kScalarKernels.lstm_cell(gates.data(), zero.data(), scale.data(), input.data(), kHidden,
                             plain_cell.data(), plain_state.data());
    kernels().lstm_cell(gates.data(), zero.data(), scale.data(), input.data(), kHidden, cell.data(),
                        state.data());
    ASSERT_EQ(plain_cell, cell) << step;
    ASSERT_EQ(plain_state, state) << step;
    for (const uint8_t code : state) ASSERT_LE(code, 127);
  }
}

TEST_P(KernelsTest, ReluCodesUseTheWholeRange) {
  for (const size_t size : {16u, 48u, 100u}) {
    const auto x = RandomFloats(&random_, size, 5);
    std::vector<uint8_t> plain(size), ours(size);
    const float step = kScalarKernels.quantise_relu(x.data(), size, plain.data());
    EXPECT_EQ(step, kernels().quantise_relu(x.data(), size, ours.data()));
    EXPECT_EQ(plain, ours);
    for (size_t i = 0; i < size; ++i) {
      EXPECT_NEAR(static_cast<float>(ours[i]) * step, std::max(0.0f, x[i]), step * 0.51f);
    }
  }
  const std::vector<float> negative(16, -1.0f);
  std::vector<uint8_t> codes(16, 99);
  EXPECT_EQ(kernels().quantise_relu(negative.data(), 16, codes.data()), 0.0f);
  EXPECT_EQ(codes, std::vector<uint8_t>(16, 0));
}

TEST_P(KernelsTest, ArcScoresDoNotDependOnTheRowsBeside) {
  constexpr size_t kDepth = 128, kColumns = 48;
  for (const size_t rows : {1u, 4u, 7u}) {
    const auto dep = RandomFloats(&random_, rows * kDepth, 2);
    const auto head = RandomFloats(&random_, kDepth * kColumns, 2);
    std::vector<float> plain(rows * kColumns), ours(rows * kColumns), alone(kColumns);
    kScalarKernels.arc_scores(dep.data(), rows, kDepth, head.data(), kColumns, plain.data());
    kernels().arc_scores(dep.data(), rows, kDepth, head.data(), kColumns, ours.data());
    EXPECT_EQ(plain, ours);
    kernels().arc_scores(dep.data(), 1, kDepth, head.data(), kColumns, alone.data());
    EXPECT_TRUE(std::equal(alone.begin(), alone.end(), ours.begin()));
  }
}

INSTANTIATE_TEST_SUITE_P(All, KernelsTest,
                         ::testing::ValuesIn(SupportedKernels().begin(), SupportedKernels().end()),
                         [](const auto& test) {
                           std::string name = test.param->name;
                           std::erase(name, '-');
                           return name;
                         });

}  // namespace
}  // namespace crosscheck
