"""The network: word features, two BiLSTM layers, four heads."""

import torch
from torch import nn
from torch.nn import functional as F

import features
import lstm
import native

EMBEDDING = 128   # size of a word's vector
HIDDEN = 160      # units of one LSTM direction
ARC = 128         # arc projections
LABEL = 96        # label projections
NAME = 64         # name head's hidden layer
TAG = 96          # tag head's hidden layer

# What is dropped in training.
DROPOUT = 0.30         # of the units between layers and in the heads
RECURRENT = 0.10       # of an LSTM's recurrent weights
VECTOR_DROP = 0.10     # of the vectors and affixes of words
WORD_DROP = 1.5        # of the rows of words seen n times: this / (this + n)
WORD_DROP_LEAST = 0.10
SOURCE_DROP = 0.2      # of the treebank's name

# Rows of the source table: a word's vector also says which treebank's way of
# annotation is asked for.  The program always asks for RUN_SOURCE.
SOURCES = ("", "EWT", "GUM")
RUN_SOURCE = 1


def shared_dropout(x, rate, training, time=0):
    """One mask for all positions of a sequence, dimension `time` of x."""
    if not training or rate == 0:
        return x
    size = list(x.shape)
    size[time] = 1
    mask = torch.empty(size).bernoulli_(1 - rate)
    return x * (mask / (1 - rate))


class WordEncoder(nn.Module):
    """Sum of word, vector, affix and source embeddings, layer-normed."""

    def __init__(self, counts, vectors):
        """counts: how often each word row was seen; row 0 is no word."""
        super().__init__()
        self.word = nn.Embedding(len(counts), EMBEDDING, padding_idx=0)
        self.source = nn.Embedding(len(SOURCES), EMBEDDING, padding_idx=0)
        self.hashed = nn.EmbeddingBag(features.HASHED_ROWS, EMBEDDING,
                                      mode="sum")
        nn.init.normal_(self.word.weight, std=0.05)
        nn.init.normal_(self.hashed.weight, std=0.05)
        nn.init.zeros_(self.source.weight)
        with torch.no_grad():
            self.word.weight[0] = 0
        self.register_buffer(
            "drop", (WORD_DROP / (WORD_DROP + counts)).clamp(
                min=WORD_DROP_LEAST), persistent=False)
        self.register_buffer("vectors", vectors)
        self.project = nn.Linear(vectors.shape[1], EMBEDDING, bias=False)
        self.norm = nn.LayerNorm(EMBEDDING)

    def forward(self, ids, sources):
        """ids: [tokens, 9], sources: [tokens]; gives [tokens, EMBEDDING]."""
        word, vector, hashed = ids[:, 0], ids[:, 1], ids[:, 2:]
        weights = torch.ones(hashed.shape)
        if self.training:
            # Known words often go without their own row, the rarer the
            # oftener, so that the vectors and affixes learn to do for the
            # unknown ones.
            word = word * (torch.rand(word.shape) > self.drop[word])
            vector = vector * (torch.rand(vector.shape) > VECTOR_DROP)
            weights = (torch.rand(hashed.shape) >
                       VECTOR_DROP).float() / (1 - VECTOR_DROP)
        total = (self.word(word) + self.project(self.vectors[vector]) +
                 self.hashed(hashed, per_sample_weights=weights) +
                 self.source(sources))
        return self.norm(total)


def linear(layer, x):
    """What the torch.nn.Linear `layer` gives."""
    y = native.Linear.apply(x, layer.weight)
    return y if layer.bias is None else y + layer.bias


class Network(nn.Module):
    """All heads read the second BiLSTM layer."""

    def __init__(self, counts, vectors, tags, labels, names):
        super().__init__()
        self.encoder = WordEncoder(counts, vectors)
        self.layer1 = nn.LSTM(EMBEDDING, HIDDEN, bidirectional=True)
        self.layer2 = nn.LSTM(2 * HIDDEN, HIDDEN, bidirectional=True)
        for layer in (self.layer1, self.layer2):
            for name, weight in layer.named_parameters():
                if "weight_hh" in name:
                    for gate in weight.data.chunk(4):
                        nn.init.orthogonal_(gate)
                elif "weight_ih" in name:
                    nn.init.xavier_uniform_(weight.data)
                else:
                    weight.data.zero_()
        # The tag and name heads also read the word itself.
        self.skip = nn.Linear(EMBEDDING, TAG + NAME, bias=False)
        nn.init.zeros_(self.skip.weight)
        self.tag_hidden = nn.Linear(2 * HIDDEN, TAG)
        self.tag_out = nn.Linear(TAG, tags)
        self.name_hidden = nn.Linear(2 * HIDDEN, NAME)
        self.name_out = nn.Linear(NAME, names)
        self.arc_dep = nn.Linear(2 * HIDDEN, ARC)
        self.arc_head = nn.Linear(2 * HIDDEN, ARC)
        self.arc_root = nn.Parameter(torch.randn(ARC) * 0.1)
        self.arc_bilinear = nn.Linear(ARC, ARC)  # dep -> head space, + bias
        self.label_dep = nn.Linear(2 * HIDDEN, LABEL)
        self.label_head = nn.Linear(2 * HIDDEN, LABEL, bias=False)
        self.label_root = nn.Parameter(torch.randn(LABEL) * 0.1)
        self.label_out = nn.Linear(LABEL, labels)
        self.dropout = DROPOUT

    def encode(self, ids, lengths, sources=None):
        """ids [time, batch, 9] -> states [batch, time, 2 * HIDDEN] and the
        words' own units for the tag and name heads."""
        time, batch, _ = ids.shape
        if sources is None:
            sources = torch.full((batch,), RUN_SOURCE)
        elif self.training:
            sources = sources * (torch.rand(batch) > SOURCE_DROP)
        x = self.encoder(ids.reshape(time * batch, -1),
                         sources.repeat(time)).reshape(
                             time, batch, EMBEDDING)
        own = linear(self.skip,
                     shared_dropout(x, self.dropout, self.training))
        for layer in (self.layer1, self.layer2):
            x = shared_dropout(x, self.dropout, self.training)
            x = lstm.run(layer, x, lengths, RECURRENT if self.training else 0)
        x = shared_dropout(x, self.dropout, self.training)
        return x.transpose(0, 1), own.transpose(0, 1)

    def hidden(self, layer, states, own=0):
        return shared_dropout(F.relu(linear(layer, states) + own), self.dropout,
                              self.training, 1)

    def tags(self, states, own):
        return self.tag_out(
            self.hidden(self.tag_hidden, states, own[:, :, :TAG]))

    def names(self, states, own):
        return self.name_out(
            self.hidden(self.name_hidden, states, own[:, :, TAG:]))

    def arcs(self, states, lengths):
        """Scores [batch, dependent, head]; head 0 is the root."""
        dep = self.hidden(self.arc_dep, states)
        head = self.hidden(self.arc_head, states)
        root = self.arc_root.expand(head.shape[0], 1, ARC)
        scores = self.arc_bilinear(dep) @ torch.cat([root, head], 1).transpose(
            1, 2)
        positions = torch.arange(states.shape[1] + 1)
        outside = positions.unsqueeze(0) > lengths.unsqueeze(1)
        scores = scores.masked_fill(outside.unsqueeze(1), -1e9)
        itself = positions.unsqueeze(0) == positions[1:].unsqueeze(1)
        return scores.masked_fill(itself.unsqueeze(0), -1e9)

    def labels(self, states, heads):
        """Scores [batch, dependent, label] given heads [batch, time]."""
        dep = linear(self.label_dep, states)
        head = linear(self.label_head, states)
        root = self.label_root.expand(head.shape[0], 1, LABEL)
        index = heads.unsqueeze(2).expand(-1, -1, LABEL)
        chosen = torch.cat([root, head], 1).gather(1, index)
        mixed = shared_dropout(F.relu(dep + chosen), self.dropout,
                               self.training, 1)
        return self.label_out(mixed)
