"""The quick parts of training: kernels.c, compiled for this machine at its
first use, Adam on it, and products in 16 bits."""

import ctypes
import os
import subprocess
import tempfile

import torch

_library = None


def kernels():
    global _library
    if _library is None:
        source = os.path.join(os.path.dirname(os.path.abspath(__file__)),
                              "kernels.c")
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "kernels.so")
            subprocess.run(
                [os.environ.get("CC", "cc"), "-O3", "-march=native",
                 "-ffast-math", "-mrecip=none", "-shared", "-fPIC", "-o",
                 path, source, "-lm"], check=True)
            _library = ctypes.CDLL(path)
        at, number, real = ctypes.c_void_p, ctypes.c_long, ctypes.c_float
        _library.forward_step.argtypes = [at] * 4 + [number] * 2
        _library.backward_step.argtypes = [at] * 7 + [number] * 2
        _library.adam_step.argtypes = [at] * 4 + [number] + [real] * 5
    return _library


def product(a, b):
    """a @ b of numbers cut to 16 bits (bfloat16), summed in 32: this is what
    processors are fast at, and far finer than the 8 bits of the runtime."""
    return (a.bfloat16() @ b.bfloat16()).float()


class Linear(torch.autograd.Function):
    """x @ weight.t() by product(), x of any number of dimensions."""

    @staticmethod
    def forward(context, x, weight):
        context.save_for_backward(x, weight)
        return product(x.flatten(0, -2), weight.t()).reshape(
            *x.shape[:-1], len(weight))

    @staticmethod
    def backward(context, grad):
        x, weight = context.saved_tensors
        flat = grad.flatten(0, -2)
        return (product(flat, weight).reshape(x.shape),
                product(flat.t(), x.flatten(0, -2)))


class Adam:
    """Adam with clipped gradients, one pass over the weights a step."""

    def __init__(self, parameters, mean=0.9, square=0.95, clip=2.0):
        self.weights = [
            (p, torch.zeros_like(p), torch.zeros_like(p)) for p in parameters]
        self.mean, self.square, self.clip = mean, square, clip
        self.steps = 0

    @torch.no_grad()
    def step(self, rate):
        """Takes one step and forgets the gradients."""
        self.steps += 1
        used = [w for w in self.weights if w[0].grad is not None]
        norm = float(torch.stack([p.grad.norm() for p, _, _ in used]).norm())
        scale = min(1.0, self.clip / (norm + 1e-6))
        rate = rate / (1 - self.mean ** self.steps)
        correction = (1 - self.square ** self.steps) ** -0.5
        for value, mean, square in used:
            grad = value.grad.contiguous()
            kernels().adam_step(
                value.data_ptr(), grad.data_ptr(), mean.data_ptr(),
                square.data_ptr(), value.numel(), scale, rate, correction,
                self.mean, self.square)
            value.grad = None
