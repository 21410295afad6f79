"""The model container: named, aligned, checksummed sections in one file.

Layout, all little-endian (core/language/model_file.h reads it):
    magic     8 bytes  "XCMODEL\\n"
    version   u32      1
    sections  u32
    size      u64      of the whole file
    checksum  u64      of every byte from offset 32, see checksum()
    table     per section: name 32 bytes zero-padded, offset u64, size u64
    data      each section starts at a multiple of 64
"""

import struct

MAGIC = b"XCMODEL\n"
VERSION = 1
HEADER = struct.Struct("<8sIIQQ")
ENTRY = struct.Struct("<32sQQ")
ALIGNMENT = 64
PRIME = 0x9E3779B97F4A7C15
MASK = 0xFFFFFFFFFFFFFFFF


def checksum(data):
    """Multiply-and-rotate over 64-bit words; the tail is padded with zeros."""
    data += bytes(-len(data) % 8)
    value = len(data)
    for (word,) in struct.iter_unpack("<Q", data):
        value = ((value ^ word) * PRIME) & MASK
        value = ((value << 29) | (value >> 35)) & MASK
    return value


def align(offset):
    return (offset + ALIGNMENT - 1) // ALIGNMENT * ALIGNMENT


def write(path, sections):
    """sections: dict of name -> bytes; written in the order of their names."""
    names = sorted(sections)
    offset = align(HEADER.size + ENTRY.size * len(names))
    table, body = b"", b""
    base = offset
    for name in names:
        data = sections[name]
        if not name or len(name.encode()) > 31:
            raise ValueError(f"section name {name!r} is empty or too long")
        table += ENTRY.pack(name.encode(), offset, len(data))
        body += data + bytes(align(len(data)) - len(data))
        offset += align(len(data))
    content = table + bytes(base - HEADER.size - len(table)) + body
    header = HEADER.pack(MAGIC, VERSION, len(names),
                         HEADER.size + len(content), checksum(content))
    with open(path, "wb") as file:
        file.write(header + content)


def read(path):
    with open(path, "rb") as file:
        data = file.read()
    magic, version, count, size, expected = HEADER.unpack_from(data)
    if magic != MAGIC or version != VERSION or size != len(data):
        raise ValueError(f"{path}: not a model file of version {VERSION}")
    if checksum(data[HEADER.size:]) != expected:
        raise ValueError(f"{path}: checksum differs")
    sections = {}
    for i in range(count):
        name, offset, length = ENTRY.unpack_from(
            data, HEADER.size + i * ENTRY.size)
        sections[name.rstrip(b"\0").decode()] = data[offset:offset + length]
    return sections
