"""Lines that look like debris and are content: they are marked to keep, and keep beats drop."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from scrubtext.lines import Counts, Lines, Mask
from scrubtext.marks import Mark, Marks

_FENCE = re.compile(r"\s*(```|~~~)")
# For lines without blanks at their end. ASCII, so that all versions of Python see the same letters.
_CODE = re.compile(
    r"[;{}]$|\)\s*[:{]$|^\s*(?:[})\]]+[;,]?$|\$ \S|(?:>>>|\.\.\.)(?: |$)|#!|#include\b)"
    r"|^\s*(?://|/\*|\*/|@\w+\()"
    r"|^\s*(?:def|class|import|from|return|elif|else|for|while|if|try|except|with|func|fn|let|const"
    r"|var|public|private|static|void|int|use|package|namespace)\b.*[:;({]$"
    r"|^\s*(?:import|from) [\w.]+(?: import [\w*, ()]+)?$"
    r"|\w\(.{0,200}\)$|[!=]=|[-=]>|</?\w+>?|\w\[\w*\]|^\s*[\w.\[\]\"']+ [-+*/|&]?= \S",
    re.ASCII,
)
# A line is code if two of the three lines above it and the three below look like code as well.
_CODE_REACH, _CODE_NEIGHBOURS = 3, 2


def code(lines: Lines, marks: Marks) -> Iterator[Mark]:
    """Source code: what a Markdown fence encloses, and runs of lines that look like code.

    >>> lines = Lines.of(["Run:\\n\\nimport os\\nprint(os.name)\\n# Share\\nreturn x;\\n\\nDone."])
    >>> [mark.where.tolist() for mark in code(lines, Marks(lines))]
    [[False, True, True, True, True, False]]
    """
    fences = np.array([bool(_FENCE.match(line)) for line in lines.text], dtype=bool)
    fenced = fences | (lines.count_before(fences) % 2 == 1)
    looks = np.array([bool(_CODE.search(line)) for line in lines.text], dtype=bool)
    looks &= ~(lines.prose & ~fenced)
    code_lines = looks & (_around(lines, looks, _CODE_REACH) >= _CODE_NEIGHBOURS)
    between = ~looks & (_around(lines, code_lines, 1) == 2)
    yield Mark("protect/code", fenced | code_lines | between, "keep")


_COLUMN = re.compile(r"(?<=\S)(?: {2,}|\t+)(?=\S)")


def tables(lines: Lines, marks: Marks) -> Iterator[Mark]:
    """Rows of a table: neighbouring lines with the same number of cells.

    Cells are told by pipes with one at the row's end, by tabs, or by columns of blanks that align.

    >>> lines = Lines.of(["Leeds\\t3\\t1\\nHull\\t2\\t2\\nYork\\t0\\t4\\n\\nHome | News"])
    >>> [mark.where.tolist() for mark in tables(lines, Marks(lines))]
    [[True, True, True, False]]
    """
    shapes = [_table_shape(line) for line in lines.text]
    yield Mark("protect/table", _alike_in_a_row(lines, shapes, 3), "keep")


def _table_shape(line: str) -> tuple[str, int] | None:
    pipes = line.count("|")
    if pipes >= 2 and line.endswith("|"):
        return "pipes", pipes
    if "\t" in line.strip():
        return "tabs", line.strip().count("\t")
    columns = len(_COLUMN.findall(line)) if "  " in line.strip() else 0
    return ("columns", columns) if columns else None


def _alike_in_a_row(lines: Lines, shapes: Sequence[object], least: int) -> Mask:
    """Where at least `least` neighbouring lines of a document have the same shape, not None."""
    result = np.zeros(len(lines), dtype=bool)
    start = 0
    for row in range(1, len(lines) + 1):
        if row < len(lines) and shapes[row] == shapes[start] and not lines.first[row]:
            continue
        result[start:row] = shapes[start] is not None and row - start >= least
        start = row
    return result


def verse(lines: Lines, marks: Marks) -> Iterator[Mark]:
    r"""Stanzas: three lines and more, close together, of a few words each, that punctuation ends.

    >>> poem = "The woods are lovely, dark and deep,\nBut I have promises to keep,\n"
    >>> poem += "And miles to go before I sleep,\nAnd miles to go before I sleep."
    >>> lines = Lines.of([poem])
    >>> [mark.where.tolist() for mark in verse(lines, Marks(lines))]
    [[True, True, True, True]]
    """
    result = np.zeros(len(lines), dtype=bool)
    measured = (lines.words >= 3) & (lines.words <= 14)
    ends = np.array([line.endswith(_VERSE_ENDS) for line in lines.text], dtype=bool)
    pauses = np.array([line.endswith(_PAUSES) for line in lines.text], dtype=bool)
    starts = np.flatnonzero(lines.gap)
    for start, end in pairwise([*starts, len(lines)]):
        stanza, size = slice(start, end), end - start
        result[stanza] = (
            size >= 3
            and measured[stanza].sum() >= 0.7 * size
            and ends[stanza].sum() >= 0.4 * size
            and pauses[stanza].any()
        )
    yield Mark("protect/verse", result, "keep")


_PAUSES = (",", ";", "،", "、", "，", "；")
_VERSE_ENDS = (*_PAUSES, ".", "!", "?", ":", "—", "。", "！", "？", "।", "…", "”", '"', "»")


def quotations(lines: Lines, marks: Marks) -> Iterator[Mark]:
    """Quoted passages: lines that begin with `>`, as in mail and Markdown.

    >>> lines = Lines.of(["> Share this\\n> with your class\\n\\nIt was.\\n> Next"])
    >>> [mark.where.tolist() for mark in quotations(lines, Marks(lines))]
    [[True, True, False, False]]
    """
    quoted = np.array([line.lstrip().startswith(">") for line in lines.text], dtype=bool)
    among_its_like = _around(lines, quoted, 1) > 0
    yield Mark("protect/quotation", quoted & (among_its_like | (lines.words >= 5)), "keep")


_TIME = r"[\[(]?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?[\])]?"
_SPEAKER = re.compile(
    rf"\s*(?:{_TIME}[ ,-]*)?"
    r"(?:<([^<>]{1,30})>|\*\*([^*:]{1,30}):?\*\*:?|([^\s:][^:]{0,30}):)(?=\s|$)",
    re.IGNORECASE,
)
# The line above what is said, in logs of messengers: "Ann  18:02".
_SPEAKER_AND_TIME = re.compile(rf"\s*([^\s\d,:][^\d,:]{{0,30}}?)[ \t]+{_TIME}", re.IGNORECASE)
# How far around a turn of speech others are looked for, one of them of a speaker who recurs.
_TALK_REACH = 5


def dialogue(lines: Lines, marks: Marks) -> Iterator[Mark]:
    """Chats, interviews and plays: lines that begin with a speaker, who speaks more than once.

    What is said between two such lines belongs to it if it is short.

    >>> chat = "<ann> share\\n<bob> print?\\n<ann> next\\n<bob> ok\\nShare"
    >>> lines = Lines.of([chat])
    >>> [mark.where.tolist() for mark in dialogue(lines, Marks(lines))]
    [[True, True, True, True, False]]
    """
    speakers = [_speaker(line) for line in lines.text]
    turns = list(zip(lines.document.tolist(), speakers, strict=True))
    counts = Counter(turns)
    speaks = np.array([bool(speaker) for speaker in speakers], dtype=bool)
    again = speaks & np.array([counts[turn] >= 2 for turn in turns], dtype=bool)
    others, recurring = _around(lines, speaks, _TALK_REACH), _around(lines, again, _TALK_REACH)
    in_talk = speaks & (others >= 2) & (recurring >= 1)
    talk = in_talk.copy()
    rows = np.flatnonzero(in_talk).tolist()
    for start, end in pairwise(rows):
        said = slice(start + 1, end)
        near = end - start <= _TALK_REACH and lines.document[start] == lines.document[end]
        talk[said] = near and not lines.prose[said].any()
    for row in np.flatnonzero(in_talk[:-1] & ~lines.gap[1:]).tolist():
        talk[row + 1] |= bool(_SPEAKER_AND_TIME.fullmatch(lines.text[row]))
    yield Mark("protect/dialogue", talk, "keep")


def _speaker(line: str) -> str:
    """Who speaks in a line, "" if nobody does."""
    found = _SPEAKER.match(line) or _SPEAKER_AND_TIME.fullmatch(line)
    return next(filter(None, found.groups()), "") if found else ""


def _around(lines: Lines, mask: Mask, reach: int) -> Counts:
    """How many of the `reach` lines above and the `reach` below in the document are in `mask`."""
    result = np.zeros(len(lines), dtype=np.int64)
    for distance in range(1, min(reach, len(lines) - 1) + 1):
        same = lines.document[distance:] == lines.document[:-distance]
        result[distance:] += mask[:-distance] & same
        result[:-distance] += mask[distance:] & same
    return result
