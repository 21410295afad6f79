/* What training does number by number; tools/language/native.py compiles it.

   Gates stand in the order of torch: input, forget, new, output.  -ffast-math
   lets the loops be vectorised; one compiler on one machine gives one result. */

#include <math.h>

/* Bounded, since in fast arithmetic an infinite exp makes no number at all. */
static inline float squash(float x) {
  x = x < -40.0f ? -40.0f : x > 40.0f ? 40.0f : x;
  return 1.0f / (1.0f + expf(-x));
}

/* tanh through exp, which the compiler has in vectors. */
static inline float bend(float x) { return 2.0f * squash(2.0f * x) - 1.0f; }

/* gate: live rows of 4 * units, activated in place; cell, state: written. */
void forward_step(float* restrict gate, const float* restrict before,
                  float* restrict cell, float* restrict state, long live,
                  long units) {
  for (long row = 0; row < live; ++row) {
    float* in = gate + row * 4 * units;
    float* forget = in + units;
    float* fresh = forget + units;
    float* out = fresh + units;
    for (long i = 0; i < units; ++i) {
      const long at = row * units + i;
      in[i] = squash(in[i]);
      forget[i] = squash(forget[i]);
      fresh[i] = bend(fresh[i]);
      out[i] = squash(out[i]);
      cell[at] = forget[i] * before[at] + in[i] * fresh[i];
      state[at] = out[i] * bend(cell[at]);
    }
  }
}

/* into_state: the gradient from the step behind; into_cell: read and written;
   grad: the gradient from above; change: the gradient of the gates, written. */
void backward_step(const float* restrict gate, const float* restrict before,
                   const float* restrict cell, const float* restrict grad,
                   const float* restrict into_state, float* restrict into_cell,
                   float* restrict change, long live, long units) {
  for (long row = 0; row < live; ++row) {
    const float* in = gate + row * 4 * units;
    const float* forget = in + units;
    const float* fresh = forget + units;
    const float* out = fresh + units;
    float* target = change + row * 4 * units;
    for (long i = 0; i < units; ++i) {
      const long at = row * units + i;
      const float bent = bend(cell[at]);
      const float above = grad[at] + into_state[at];
      const float here = into_cell[at] + above * out[i] * (1 - bent * bent);
      target[i] = here * fresh[i] * in[i] * (1 - in[i]);
      target[units + i] = here * before[at] * forget[i] * (1 - forget[i]);
      target[2 * units + i] = here * in[i] * (1 - fresh[i] * fresh[i]);
      target[3 * units + i] = above * bent * out[i] * (1 - out[i]);
      into_cell[at] = here * forget[i];
    }
  }
}

/* One step of Adam; scale clips the gradient, rate holds both corrections. */
void adam_step(float* restrict value, const float* restrict grad,
               float* restrict mean, float* restrict square, long size,
               float scale, float rate, float correction, float decay_mean,
               float decay_square) {
  for (long i = 0; i < size; ++i) {
    const float g = grad[i] * scale;
    mean[i] = decay_mean * mean[i] + (1 - decay_mean) * g;
    square[i] = decay_square * square[i] + (1 - decay_square) * g * g;
    value[i] -= rate * mean[i] / (sqrtf(square[i]) * correction + 1e-8f);
  }
}
