"""The network: word features, two BiLSTM layers, four heads."""

import torch
from torch import nn
from torch.nn import functional as F

import features

EMBEDDING = 128   # size of a word's vector
HIDDEN = 160      # units of one LSTM direction
ARC = 128         # arc projections
LABEL = 96        # label projections
NAME = 64         # name head's hidden layer, as the program reads it
TAG = 96          # tag head's hidden layer


def shared_dropout(x, rate, training):
    """One mask for all positions of a sequence [time, batch, size]."""
    if not training or rate == 0:
        return x
    mask = torch.empty(1, x.shape[1], x.shape[2]).bernoulli_(1 - rate)
    return x * (mask / (1 - rate))


class WordEncoder(nn.Module):
    """Sum of word, vector and affix embeddings, layer-normed."""

    def __init__(self, words, vectors):
        super().__init__()
        self.word = nn.Embedding(words, EMBEDDING, padding_idx=0)
        self.hashed = nn.EmbeddingBag(features.HASHED_ROWS, EMBEDDING,
                                      mode="sum")
        nn.init.normal_(self.word.weight, std=0.05)
        nn.init.normal_(self.hashed.weight, std=0.05)
        with torch.no_grad():
            self.word.weight[0] = 0
        self.register_buffer("vectors", vectors)
        self.project = nn.Linear(vectors.shape[1], EMBEDDING, bias=False)
        self.norm = nn.LayerNorm(EMBEDDING)

    def forward(self, ids):
        """ids: [tokens, 9]; gives [tokens, EMBEDDING]."""
        word, vector, hashed = ids[:, 0], ids[:, 1], ids[:, 2:]
        weights = torch.ones(hashed.shape)
        if self.training:
            # Known words often go without their own row, so that the vectors
            # and affixes learn to do for the unknown ones.
            word = word * (torch.rand(word.shape) > 0.15)
            vector = vector * (torch.rand(vector.shape) > 0.10)
            weights = (torch.rand(hashed.shape) > 0.10).float() / 0.9
        total = (self.word(word) + self.project(self.vectors[vector]) +
                 self.hashed(hashed, per_sample_weights=weights))
        return self.norm(total)


class Network(nn.Module):
    """All heads read the second BiLSTM layer."""

    def __init__(self, words, vectors, tags, labels, names, name_units=NAME,
                 skip=True):
        """name_units: of the name head; skip: tags and names also read the
        word itself.  The order of the parts decides what the seed gives."""
        super().__init__()
        self.encoder = WordEncoder(words, vectors)
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
        self.skip = None
        if skip:
            self.skip = nn.Linear(EMBEDDING, TAG + name_units, bias=False)
            nn.init.zeros_(self.skip.weight)
        self.tag_hidden = nn.Linear(2 * HIDDEN, TAG)
        self.tag_out = nn.Linear(TAG, tags)
        self.name_hidden = nn.Linear(2 * HIDDEN, name_units)
        self.name_out = nn.Linear(name_units, names)
        self.arc_dep = nn.Linear(2 * HIDDEN, ARC)
        self.arc_head = nn.Linear(2 * HIDDEN, ARC)
        self.arc_root = nn.Parameter(torch.randn(ARC) * 0.1)
        self.arc_bilinear = nn.Linear(ARC, ARC)  # dep -> head space, + bias
        self.label_dep = nn.Linear(2 * HIDDEN, LABEL)
        self.label_head = nn.Linear(2 * HIDDEN, LABEL, bias=False)
        self.label_root = nn.Parameter(torch.randn(LABEL) * 0.1)
        self.label_out = nn.Linear(LABEL, labels)
        self.dropout = 0.3

    def encode(self, ids, lengths):
        """ids [time, batch, 9] -> states [batch, time, 2 * HIDDEN] and the
        words' own units for the tag and name heads, if there are any."""
        time, batch, _ = ids.shape
        x = self.encoder(ids.reshape(time * batch, -1)).reshape(
            time, batch, EMBEDDING)
        own = None
        if self.skip is not None:
            own = self.skip(shared_dropout(x, self.dropout, self.training))
            own = own.transpose(0, 1)
        for layer in (self.layer1, self.layer2):
            x = shared_dropout(x, self.dropout, self.training)
            packed = nn.utils.rnn.pack_padded_sequence(x, lengths)
            x, _ = nn.utils.rnn.pad_packed_sequence(layer(packed)[0])
        x = shared_dropout(x, self.dropout, self.training)
        return x.transpose(0, 1), own

    def hidden(self, linear, states, own=None):
        units = linear(states) if own is None else linear(states) + own
        return F.dropout(F.relu(units), self.dropout, self.training)

    def tags(self, states, own):
        own = own if own is None else own[:, :, :TAG]
        return self.tag_out(self.hidden(self.tag_hidden, states, own))

    def names(self, states, own):
        own = own if own is None else own[:, :, TAG:]
        return self.name_out(self.hidden(self.name_hidden, states, own))

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
        dep = self.label_dep(states)
        head = self.label_head(states)
        root = self.label_root.expand(head.shape[0], 1, LABEL)
        index = heads.unsqueeze(2).expand(-1, -1, LABEL)
        chosen = torch.cat([root, head], 1).gather(1, index)
        mixed = F.dropout(F.relu(dep + chosen), self.dropout, self.training)
        return self.label_out(mixed)
