"""Features of a word form, shared by training and by the C++ runtime.

core/language/word_features.cpp computes the same numbers; the reference test
compares the two.  Nothing here depends on a Unicode database: upper case is
known for ASCII, Latin-1 and Latin Extended-A, other scripts count as letters.
"""

FNV_OFFSET = 0xCBF29CE484222325
FNV_PRIME = 0x100000001B3
MASK64 = 0xFFFFFFFFFFFFFFFF

# Name, rows and seed byte of each hashed table, in the order of the model file.
TABLES = (
    ("prefix2", 1000, 1),
    ("prefix3", 4000, 2),
    ("suffix2", 1000, 3),
    ("suffix3", 3000, 4),
    ("suffix4", 4000, 5),
    ("suffix5", 4000, 6),
    ("shape", 1000, 7),
)
HASHED_ROWS = sum(rows for _, rows, _ in TABLES)

# Typographic variants that real news has and the treebanks mostly lack.
REPLACEMENTS = {
    0x2018: "'", 0x2019: "'", 0x201A: "'", 0x201B: "'", 0x2032: "'",
    0x60: "'", 0xB4: "'",
    0x201C: '"', 0x201D: '"', 0x201E: '"', 0x201F: '"', 0x2033: '"',
    0xAB: '"', 0xBB: '"',
    0x2010: "-", 0x2011: "-", 0x2212: "-",
    0x2014: "--", 0x2015: "--", 0x2026: "...",
    0xAD: "", 0x200B: "", 0xFEFF: "",
}
# A token that is exactly the key stands for the value.
WHOLE = {"''": '"', "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]"}


def fnv1a(data, seed=None):
    """FNV-1a, 64 bits, of bytes; `seed` is hashed first as one byte."""
    value = FNV_OFFSET
    if seed is not None:
        value = ((value ^ seed) * FNV_PRIME) & MASK64
    for byte in data:
        value = ((value ^ byte) * FNV_PRIME) & MASK64
    return value


def is_upper(c):
    if c < 0x80:
        return 0x41 <= c <= 0x5A
    if 0xC0 <= c <= 0xDE:
        return c != 0xD7
    if 0x100 <= c <= 0x137 or 0x14A <= c <= 0x177:
        return c % 2 == 0
    if 0x139 <= c <= 0x148 or 0x179 <= c <= 0x17E:
        return c % 2 == 1
    return c == 0x178


def lower_code(c):
    if not is_upper(c):
        return c
    if c < 0x100:
        return c + 32
    return 0xFF if c == 0x178 else c + 1


def upper_code(c):
    """The inverse of lower_code; only augmentation needs it."""
    if 0x61 <= c <= 0x7A or (0xE0 <= c <= 0xFE and c != 0xF7):
        return c - 32
    return c


def normalise(form):
    """The form with typographic quotes, dashes and dots made plain."""
    text = "".join(REPLACEMENTS.get(ord(ch), ch) for ch in form)
    return WHOLE.get(text, text)


def lower(text):
    return "".join(chr(lower_code(ord(ch))) for ch in text)


def shape_class(c):
    if is_upper(c):
        return "X"
    if 0x61 <= c <= 0x7A:
        return "x"
    if 0x30 <= c <= 0x39:
        return "d"
    if c < 0x80:
        return chr(c)
    if c >= 0x1F000:
        return "E"
    if 0x2000 <= c <= 0x2BFF:
        return "S"
    return "x"


def shape(normal):
    """Character classes; runs are cut at four digits and two of the rest."""
    out = []
    run = 0
    for ch in normal:
        kind = shape_class(ord(ch))
        run = run + 1 if out and out[-1] == kind else 1
        if run <= (4 if kind == "d" else 2):
            out.append(kind)
    return "".join(out)


def digits_to_zero(text):
    return "".join("0" if "0" <= ch <= "9" else ch for ch in text)


class Words:
    """Maps a form to (word row, vector row, seven hashed rows)."""

    def __init__(self, word_rows, vector_rows):
        self.word_rows = word_rows      # folded form -> row, 0 = unknown
        self.vector_rows = vector_rows  # lowered form -> row, 0 = unknown
        self.cache = {}

    @staticmethod
    def folded(form):
        return digits_to_zero(lower(normalise(form)))

    def ids(self, form):
        found = self.cache.get(form)
        if found is None:
            found = self.cache[form] = self._ids(form)
        return found

    def _ids(self, form):
        normal = normalise(form)
        lowered = lower(normal)
        folded = digits_to_zero(lowered)
        parts = (folded[:2], folded[:3], folded[-2:], folded[-3:],
                 folded[-4:], folded[-5:], shape(normal))
        ids = [self.word_rows.get(folded, 0), self.vector_rows.get(lowered, 0)]
        base = 0
        for (_, rows, seed), part in zip(TABLES, parts):
            ids.append(base + fnv1a(part.encode(), seed) % rows)
            base += rows
        return tuple(ids)
