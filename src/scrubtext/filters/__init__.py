"""The filters, in order. A filter judges lines and never edits them.

A filter is a function of the lines and the marks so far that yields marks. Protections come
first, so that all others see what is kept; `spread` comes last, as it goes by all other marks.
To add one: write its file, and put it in the preset of `scrubtext.pipeline` that it belongs to
and its reasons in `scrubtext.reasons`.
"""

from collections.abc import Callable, Iterable

from scrubtext.filters.furniture import furniture
from scrubtext.filters.phrases import Phrases
from scrubtext.filters.protect import code, dialogue, quotations, tables, verse
from scrubtext.filters.repeats import copies, recurring
from scrubtext.filters.settings import DropLines, KeepLines
from scrubtext.filters.spread import spread
from scrubtext.lines import Lines
from scrubtext.marks import Mark, Marks

Filter = Callable[[Lines, Marks], Iterable[Mark]]

PROTECTIONS: tuple[Filter, ...] = (code, tables, verse, quotations, dialogue)

__all__ = [
    "PROTECTIONS",
    "DropLines",
    "Filter",
    "KeepLines",
    "Phrases",
    "copies",
    "furniture",
    "recurring",
    "spread",
]
