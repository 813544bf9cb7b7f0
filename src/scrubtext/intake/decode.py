"""Bytes to text, and the codec that was chosen."""

import codecs
from typing import NamedTuple

from scrubtext.errors import NotTextError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class Decoded(NamedTuple):
    """The text of some bytes, and the name of the Python codec that read it."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    """Reads `data` by its byte-order mark, else as UTF-8, else as what a detector finds.

    Raises NotTextError where the bytes are no text in any encoding that is found.

    >>> decode("Grüße".encode())
    Decoded(text='Grüße', encoding='utf-8')
    >>> decode("Привет, как дела? Сегодня хорошая погода.".encode("cp1251")).encoding
    'cp1251'
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data.decode(encoding), encoding)
            except UnicodeDecodeError:
                break
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _detect(data)


def _detect(data: bytes) -> Decoded:
    import chardet  # here, as it takes 40 ms, and what is UTF-8 needs none

    # Encodings of the web first: with all of them in play, short texts go to rare ones.
    for era in (chardet.EncodingEra.MODERN_WEB, chardet.EncodingEra.ALL):
        encoding = chardet.detect(
            data, encoding_era=era, max_bytes=len(data), prefer_superset=True, compat_names=False
        )["encoding"]
        try:
            if encoding:
                return Decoded(data.decode(encoding), codecs.lookup(encoding).name)
        except (UnicodeDecodeError, LookupError):
            continue
    raise NotTextError("not text: no encoding reads these bytes; give text, or decode it first")
