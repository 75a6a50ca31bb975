"""Ids that need nobody's permission: by moment and chance, or by the name of the thing.

Not made by the library `uuid`, which takes 8 ms of a start: it asks what machine this is.
"""

import json
from hashlib import sha1
from itertools import pairwise
from os import urandom
from time import time_ns

from ozj_desktop.model.text import kept_text

OZJ = "6f7a6a00-0000-5000-8000-000000000000"


def new_id() -> str:
    """A UUIDv7: unique without asking anybody, and in order of making."""
    ms, rest = divmod(time_ns(), 1_000_000)
    fraction = (rest << 12) // 1_000_000
    chance = int.from_bytes(urandom(8), "big")
    return _as_uuid(ms << 80 | fraction << 64 | chance, version=7)


def natural_id(*names: str) -> str:
    """A UUIDv5: the id that two people give to the same thing without knowing of each other."""
    told = json.dumps([kept_text(name) for name in names]).encode()
    digest = sha1(bytes.fromhex(OZJ.replace("-", "")) + told, usedforsecurity=False).digest()
    return _as_uuid(int.from_bytes(digest[:16], "big"), version=5)


def _as_uuid(number: int, version: int) -> str:
    """128 bits as text, with the bits that say how they were made (RFC 9562)."""
    number = number & ~(0xF << 76 | 0x3 << 62) | version << 76 | 2 << 62
    digits = f"{number:032x}"
    return "-".join(digits[a:b] for a, b in pairwise((0, 8, 12, 16, 20, 32)))
