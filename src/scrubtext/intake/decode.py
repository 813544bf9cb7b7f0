"""Bytes to text, and the codec that was chosen."""

import codecs
import re
from contextlib import suppress
from typing import NamedTuple

import webencodings

from scrubtext.errors import NotTextError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Escapes of ISO-2022, whose bytes are all ASCII and so would pass for UTF-8.
_ISO_2022 = re.compile(rb"\x1b(?:\$[@ABC()]|\([BJI])")


class Decoded(NamedTuple):
    """The text of some bytes, and the name of the Python codec that read it."""

    text: str
    encoding: str


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Reads `data` by its byte-order mark, else as UTF-8, as `declared`, or as what is detected.

    `declared` is a label as in HTML, read as browsers read it (https://encoding.spec.whatwg.org:
    ``iso-8859-1`` means Windows-1252). UTF-8 goes first, for what decodes as UTF-8 is nothing else,
    and declarations often lie. Raises NotTextError where the bytes are no text in any encoding.

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
    with suppress(UnicodeDecodeError):
        if not _ISO_2022.search(data):
            return Decoded(data.decode("utf-8"), "utf-8")
    with suppress(UnicodeDecodeError):
        if declared and (codec := webencodings.lookup(declared)):
            return Decoded(data.decode(codec.codec_info.name), codec.codec_info.name)
    return _detect(data)


def _detect(data: bytes) -> Decoded:
    import chardet  # here, as it takes 40 ms, and what is UTF-8 needs none

    # Encodings of the web first: with all of them in play, short texts go to rare ones.
    for era in (chardet.EncodingEra.MODERN_WEB, chardet.EncodingEra.ALL):
        encoding = chardet.detect(data, encoding_era=era, max_bytes=len(data), compat_names=False)[
            "encoding"
        ]
        try:
            if encoding:
                # As browsers do, for what goes by these names mostly is the larger set.
                codec = webencodings.lookup(encoding.replace("iso8859", "iso-8859"))
                encoding = "cp932" if encoding.startswith("shift_jis") else encoding
                encoding = codec.codec_info.name if codec else encoding
                return Decoded(data.decode(encoding), codecs.lookup(encoding).name)
        except (UnicodeDecodeError, LookupError):
            continue
    raise NotTextError("not text: no encoding reads these bytes; give text, or decode it first")
