"""Lines that a document says again."""

from collections import Counter
from collections.abc import Iterator

import numpy as np

from scrubtext.lines import Lines
from scrubtext.marks import Mark, Marks


def copies(lines: Lines, marks: Marks) -> Iterator[Mark]:
    """A title that stands directly below its own copy, as a teaser's often does.

    Both stand alone, between blank lines: the last line of a stanza may well be said again. Prose
    and lines of few words are left alone ("ha", "1 month ago").

    >>> lines = Lines.of(["The rise of burgers\\n\\nThe rise of burgers\\n\\nHow it began."])
    >>> [mark.where.tolist() for mark in copies(lines, Marks(lines))]
    [[False, True, False]]
    """
    texts = [line.strip() for line in lines.text]
    same = np.array(
        [above == line for above, line in zip(["", *texts], texts, strict=False)], dtype=bool
    )
    alone = lines.gap & np.concatenate((lines.gap[1:], [True]))
    apart = alone & np.concatenate(([False], alone[:-1])) & ~lines.first
    apart &= ~lines.prose & (lines.words >= 4) & (lines.letters >= 4 * lines.digits)
    yield Mark("repeats/copy", same & apart)


# A control recurs at least so often, and has at most so many words.
_OFTEN = 5
_WORDS = 3


def recurring(lines: Lines, marks: Marks) -> Iterator[Mark]:
    """A line of few words that recurs all over a document: the controls below each comment.

    >>> lines = Lines.of(["\\n".join(f"A comment, number {n}.\\nReply" for n in "abcdef")])
    >>> [sorted(set(mark.where.tolist()[1::2])) for mark in recurring(lines, Marks(lines))]
    [[True]]
    """
    short = (lines.words <= _WORDS) & (lines.letters > 0) & ~lines.ends_sentence
    counts = Counter((lines.document[row], lines.folded[row]) for row in np.flatnonzero(short))
    often = {key for key, count in counts.items() if count >= _OFTEN}
    if often:
        rows = np.flatnonzero(short).tolist()
        hits = [row for row in rows if (lines.document[row], lines.folded[row]) in often]
        yield Mark("repeats/recurring", lines.where(hits))
