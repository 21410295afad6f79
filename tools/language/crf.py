"""The loss of names: all ways to label a sentence, not word by word.

Labels that cannot follow one another (decode.follows) are out, as they are
when names are read; there are no weights beside the scores of the words.  A
masked word may have any label, so only what is known of a sentence counts.
"""

import torch

import decode
import treebank

FAR = -1e4
TINY = 1e-30


def tables():
    labels = treebank.NAME_LABELS
    allowed = torch.tensor([[float(decode.follows(a, b)) for b in labels]
                            for a in labels])
    open_ = torch.tensor([label[0] in "BI" for label in labels])
    return allowed, open_


def total(scores, lengths, allowed, open_):
    """log of the summed weight of all sequences; scores [batch, time, n]."""
    state = scores[:, 0] + (allowed[0] - 1) * -FAR
    ends = lengths.unsqueeze(1)
    for t in range(1, scores.shape[1]):
        top = state.max(1, keepdim=True)[0].detach()
        paths = ((state - top).exp() @ allowed).clamp(min=TINY).log()
        state = torch.where(ends > t, paths + top + scores[:, t], state)
    return torch.logsumexp(state + open_ * FAR, 1)


def loss(scores, gold, lengths):
    """Mean over the words whose label is known."""
    allowed, open_ = tables()
    known = gold != treebank.MASKED
    wrong = torch.ones_like(scores).scatter_(
        2, gold.clamp(min=0).unsqueeze(2), 0.0) * known.unsqueeze(2)
    both = total(torch.cat([scores, scores + wrong * FAR]),
                 torch.cat([lengths, lengths]), allowed, open_)
    everything, right = both.chunk(2)
    return (everything - right).clamp(max=200).sum() / known.sum().clamp(min=1)
