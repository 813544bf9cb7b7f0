"""The class of every code point, the same on every Python (frozen at Unicode 14)."""

import zlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

OTHER, SPACE, CONTROL, LOWER, UPPER, LETTER, IDEOGRAPH, MARK, DIGIT, NUMERAL = range(10)
TERMINAL, CLOSER, PUNCTUATION, SYMBOL = range(10, 14)
N_CLASSES = 14

_CLASS_OF = np.frombuffer(
    zlib.decompress(Path(__file__).with_name("characters.bin").read_bytes()), dtype=np.uint8
)


def classes(text: str) -> NDArray[np.uint8]:
    """The class of each character of `text`, one item a code point.

    >>> classes("Hé 4!").tolist() == [UPPER, LOWER, SPACE, DIGIT, TERMINAL]
    True
    """
    codepoints = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return _CLASS_OF[codepoints]
