"""Text files: read whole, cleaned as one document, written in the encoding that they had."""

import codecs
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from scrubtext.api import Pipeline
from scrubtext.errors import ScrubtextError
from scrubtext.files.inputs import HTML_SUFFIXES, STDIN
from scrubtext.intake.document import Html
from scrubtext.result import Result

Format = Literal["auto", "text", "html"]


@dataclass(frozen=True, slots=True)
class CleanedFile:
    """A file before and after: `data` its bytes, `output` what they become; from `html` or not."""

    path: Path
    data: bytes
    output: bytes
    result: Result
    html: bool

    @property
    def diff_encoding(self) -> str:
        """The codec for a diff: the file's, if its line ends are one byte; else UTF-8."""
        encoding = self.result.encoding or "utf-8"
        wide = encoding.startswith(("utf-16", "utf-32", "utf-8"))
        return "utf-8" if self.html or wide else encoding

    @property
    def mark(self) -> str:
        """The byte-order mark that a diff has to show: that of UTF-8, where the file has it."""
        return "\ufeff" if self.result.encoding == "utf-8-sig" and not self.html else ""


def clean_file(path: Path, pipeline: Pipeline, kind: Format = "auto") -> CleanedFile:
    """Reads `path` ("-" is standard input) and cleans it; writes nothing.

    HTML (by its suffix, or `kind`) becomes text in UTF-8. Raises ScrubtextError with the path for
    all that can't be read, is no text, or would not fit its encoding after repair.
    """
    if path == STDIN and sys.stdin is None:
        raise ScrubtextError("-: standard input is closed; give a file")
    try:
        data = sys.stdin.buffer.read() if path == STDIN else path.read_bytes()
    except OSError as error:
        raise ScrubtextError(f"{path}: {error.strerror}; nothing was done to it") from None
    html = kind == "html" or (kind == "auto" and path.suffix.lower() in HTML_SUFFIXES)
    try:
        result = pipeline.scrub(Html(data) if html else data)
    except ScrubtextError as error:
        raise ScrubtextError(f"{path}: {error}") from None
    if "\0" in result.original:
        raise ScrubtextError(f"{path}: not text: it holds NUL bytes; leave it out")
    if html:
        output = f"{result.text}\n".encode("utf-8", "replace") if result.text else b""
    else:
        output = _encode(path, result, data) if result.changed else data
    return CleanedFile(path, data, output, result, html)


def _encode(path: Path, result: Result, data: bytes) -> bytes:
    """The cleaned text in the encoding of `data`, with the same byte-order mark."""
    encoding = result.encoding or "utf-8"
    try:
        if encoding in ("utf-16", "utf-32"):
            big = data.startswith((codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE))
            return ("\ufeff" + result.text).encode(encoding + ("-be" if big else "-le"))
        return result.text.encode(encoding)
    except UnicodeEncodeError as error:
        character = f"U+{ord(error.object[error.start]):04X}"
        raise ScrubtextError(
            f"{path}: repaired text has {character}, which {encoding} lacks; make it UTF-8 first"
        ) from None
