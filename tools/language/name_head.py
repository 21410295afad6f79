"""The name head, learned anew on the finished encoder.

Through the epochs of the trees the head learns the training text's names by
heart: the types of new names get worse while everything else gets better.  So
it starts again at the end, for one pass, on the encoder as it is: the rows of
names and now and then their vectors are gone, so that it must look at how a
name is written and at what stands around it.
"""

import math
import random

import torch

import augment
import crf
import lstm
import network
import treebank

BATCH = 2400
RATE = 0.004
ROW_DROP = 0.1      # of words that are no names; names have none
VECTOR_DROP = 0.25  # of names
DROPOUT = 0.2


def masked(batch):
    """The batch's ids without the rows of names."""
    ids = batch["ids"].clone()
    name = (batch["gold"][3] > 0).t()
    chance = lambda rate: torch.rand(name.shape) < rate
    ids[:, :, 0] *= ~(name | chance(ROW_DROP))
    ids[:, :, 1] *= ~(name & chance(VECTOR_DROP))
    return ids


def states(net, ids, batch):
    """Of words [batch, time, EMBEDDING] and in context; nothing is learned."""
    time, count, _ = ids.shape
    with torch.no_grad():
        words = net.encoder(ids.reshape(time * count, -1),
                            batch["sources"].repeat(time))
        words = words.reshape(time, count, network.EMBEDDING)
        x = words
        for layer in (net.layer1, net.layer2):
            x = lstm.run(layer, x, batch["lengths"], 0)
    return words.transpose(0, 1), x.transpose(0, 1)


def learn(net, data, sentences, seed):
    """Replaces net's name head; net is in evaluation mode before and after."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    known = [s for s in sentences if s.names and
             any(n != treebank.MASKED for n in s.names)]
    names = augment.Names(sentences)
    net.name_hidden.reset_parameters()
    net.name_out.reset_parameters()
    skip = torch.nn.Parameter(torch.zeros_like(net.skip.weight[network.TAG:]))
    hidden, out = net.name_hidden, net.name_out
    optimiser = torch.optim.Adam(
        [*hidden.parameters(), *out.parameters(), skip], betas=(0.9, 0.95))
    drop = lambda x, axis=1: network.shared_dropout(x, DROPOUT, True, axis)
    batches = data.batches(known, BATCH, rng)
    for step, indices in enumerate(batches):
        chosen = [augment.recased(names.exchanged(known[i], rng), rng)
                  for i in indices]
        batch = data.batch(sorted(chosen, key=lambda s: -len(s.forms)))
        words, context = states(net, masked(batch), batch)
        own = drop(words) @ skip.t()
        units = torch.relu(hidden(drop(context)) + own)
        loss = crf.loss(out(drop(units)), batch["gold"][3], batch["lengths"])
        for group in optimiser.param_groups:
            group["lr"] = RATE * (0.02 + 0.98 * 0.5 * (
                1 + math.cos(math.pi * step / len(batches))))
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    with torch.no_grad():
        net.skip.weight[network.TAG:] = skip
