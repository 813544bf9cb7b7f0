"""A source, read: its text before and after repair, and how it was read."""

from dataclasses import dataclass

from scrubtext.intake.decode import decode
from scrubtext.intake.html import NOTHING_FOUND, Extractor, declared_charset, extract
from scrubtext.intake.repair import repair
from scrubtext.result import Repair


@dataclass(frozen=True, slots=True)
class Html:
    """Markup, to tell it from plain text: a str, or bytes in any encoding.

    >>> Html("<p>The vote is on Tuesday.</p>").markup
    '<p>The vote is on Tuesday.</p>'
    """

    markup: str | bytes


Source = str | bytes | Html


@dataclass(frozen=True, slots=True)
class Document:
    """A text with lines, repaired; `original` is the text as decoded or extracted."""

    text: str
    original: str
    repairs: tuple[Repair, ...] = ()
    encoding: str | None = None
    notes: tuple[str, ...] = ()

    @classmethod
    def read(cls, source: Source, extractor: Extractor) -> "Document":
        """Decodes, extracts and repairs `source`, as far as it needs each.

        Raises NotTextError for bytes that are no text, ExtractionError for a page on which the
        extractor fails, TypeError for what is no source.

        >>> Document.read(b"Tom &amp; Jerry", "trafilatura").text
        'Tom & Jerry'
        """
        content = source.markup if isinstance(source, Html) else source
        encoding = None
        if isinstance(content, bytes):
            declared = declared_charset(content) if isinstance(source, Html) else None
            content, encoding = decode(content, declared)
        elif not isinstance(content, str):
            kind = type(content).__name__
            raise TypeError(f"a source is str, bytes or Html, not {kind}")
        original = content
        notes: tuple[str, ...] = ()
        if isinstance(source, Html):
            original = extract(content, extractor)
            notes = (NOTHING_FOUND,) if content.strip() and not original.strip() else ()
        text, repairs = repair(original)
        return cls(text, original, repairs, encoding, notes)
