"""A bidirectional LSTM layer for training, faster than torch's on a CPU.

torch.nn.LSTM on packed sequences makes a gradient of the size of the whole
batch at every step.  Here a step is one product and one pass over its numbers
(kernels.c), and the gradients of the weights are one product over all steps.
"""

import torch

import native


class Direction(torch.autograd.Function):
    """One direction over [time, batch, size]; the longest sequence is first.

    Positions behind the end of a sequence give zeros.
    """

    @staticmethod
    def forward(context, x, weight_ih, weight_hh, bias, sizes, backwards):
        """sizes: how many sequences reach each step."""
        time, batch, _ = x.shape
        units = weight_hh.shape[1]
        gates = native.product(x.reshape(time * batch, -1), weight_ih.t())
        gates = gates.add_(bias).reshape(time, batch, 4 * units)
        states = x.new_empty(time, batch, units)
        cells = x.new_empty(time, batch, units)
        recurrent = weight_hh.t().contiguous()
        state = before = x.new_zeros(batch, units)
        step = native.kernels().forward_step
        for t in range(time - 1, -1, -1) if backwards else range(time):
            live = sizes[t]
            gate = gates[t, :live]
            gate.addmm_(state[:live], recurrent)
            now, then, state = cells[t], before, states[t]
            now[live:] = 0
            state[live:] = 0
            step(gate.data_ptr(), then.data_ptr(), now.data_ptr(),
                 state.data_ptr(), live, units)
            before = now
        context.save_for_backward(x, weight_ih, weight_hh, gates, states,
                                  cells)
        context.sizes, context.backwards = sizes, backwards
        return states

    @staticmethod
    def backward(context, grad):
        x, weight_ih, weight_hh, gates, states, cells = context.saved_tensors
        time, batch, units = states.shape
        grad = grad.contiguous()
        change = x.new_empty(time, batch, 4 * units)
        into_cell = x.new_zeros(batch, units)
        into_state = x.new_zeros(batch, units)
        nothing = x.new_zeros(batch, units)
        step = native.kernels().backward_step
        last = time - 1 if context.backwards else 0
        ahead = 1 if context.backwards else -1
        for t in range(time) if context.backwards else range(
                time - 1, -1, -1):
            live = context.sizes[t]
            before = nothing if t == last else cells[t + ahead]
            here = change[t, :live]
            change[t, live:] = 0
            step(gates[t].data_ptr(), before.data_ptr(), cells[t].data_ptr(),
                 grad[t].data_ptr(), into_state.data_ptr(),
                 into_cell.data_ptr(), here.data_ptr(), live, units)
            torch.mm(here, weight_hh, out=into_state[:live])
        flat = change.reshape(time * batch, 4 * units)
        previous = torch.zeros_like(states)
        if context.backwards:
            previous[:-1] = states[1:]
        else:
            previous[1:] = states[:-1]
        grad_hh = native.product(flat.t(), previous.reshape(-1, units))
        grad_ih = native.product(flat.t(), x.reshape(time * batch, -1))
        grad_x = native.product(flat, weight_ih).reshape(x.shape)
        return grad_x, grad_ih, grad_hh, flat.sum(0), None, None


def run(layer, x, lengths, drop):
    """What torch.nn.LSTM `layer` gives; `drop` thins its recurrent weights."""
    sizes = (lengths.unsqueeze(0) >
             torch.arange(len(x)).unsqueeze(1)).sum(1).tolist()
    x, both = x.contiguous(), []
    for suffix, backwards in (("", False), ("_reverse", True)):
        get = lambda key: getattr(layer, f"{key}_l0{suffix}")
        recurrent = torch.nn.functional.dropout(get("weight_hh"), drop,
                                                drop > 0)
        both.append(Direction.apply(
            x, get("weight_ih"), recurrent,
            get("bias_ih") + get("bias_hh"), sizes, backwards))
    return torch.cat(both, 2)
