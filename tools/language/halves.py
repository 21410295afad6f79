"""Two processes share the work of every batch.

Both hold the same weights, in shared memory, and make the same batches from
the same seed; each computes the gradient of every second sentence.  The first
adds the gradients, always in the same order, and changes the weights.
"""

import multiprocessing

import torch


class Halves:
    """mine(): which half this process has; the helper never leaves work()."""

    def __init__(self, net):
        self.parameters = list(net.parameters())
        net.share_memory()
        self.offsets, size = [], 0
        for parameter in self.parameters:
            self.offsets.append(size)
            size += parameter.numel()
        self.gradient = torch.zeros(size).share_memory_()
        self.loss = torch.zeros(1).share_memory_()

    def start(self, work):
        """Calls work(channel) in a second process."""
        context = multiprocessing.get_context("fork")
        self.channel, other = context.Pipe()
        self.helper = context.Process(target=work, args=(other,), daemon=True)
        self.helper.start()
        other.close()

    def part(self, parameter, offset):
        return self.gradient[offset:offset + parameter.numel()].view_as(
            parameter)

    @torch.no_grad()
    def hand_over(self, channel, loss):
        """In the helper: gives its gradient, waits for the next weights."""
        for parameter, offset in zip(self.parameters, self.offsets):
            part = self.part(parameter, offset)
            if parameter.grad is None:
                part.zero_()
            else:
                part.copy_(parameter.grad)
            parameter.grad = None
        self.loss[0] = loss
        channel.send_bytes(b"done")
        channel.recv_bytes()

    @torch.no_grad()
    def take_over(self):
        """In the first process: adds the helper's gradient; its loss."""
        self.channel.recv_bytes()
        for parameter, offset in zip(self.parameters, self.offsets):
            part = self.part(parameter, offset)
            if parameter.grad is None:
                parameter.grad = part.clone()
            else:
                parameter.grad += part
        return float(self.loss[0])

    def go_on(self):
        self.channel.send_bytes(b"next")

    def stop(self):
        self.helper.join()
