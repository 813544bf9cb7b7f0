"""Lines that the rules of the packs know by their wording."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from scrubtext.lines import Lines, Mask
from scrubtext.marks import Mark, Marks
from scrubtext.rules.index import Index
from scrubtext.rules.rule import Rule

# Head and tail are what stands before the first and after the last line that is surely content
# (a sentence, or protected), at most this many lines that stay.
ZONE = 12
# A line that announces a list has so many words; "Share this:" and "Tags:" have fewer.
_ANNOUNCEMENT = 5


@dataclass(frozen=True)
class Phrases:
    """A filter that marks the lines which `rules` match, where they may match.

    >>> from scrubtext.rules.load import load_packs
    >>> rules = tuple(rule for rule in load_packs() if rule.family == "breakpoints")
    >>> lines = Lines.of(["The vote is on.\\nXS / SM / MD / LG"])
    >>> [(mark.reason, mark.where.tolist()) for mark in Phrases(rules)(lines, Marks(lines))]
    [('any/breakpoints/one-line', [False, True])]
    """

    rules: tuple[Rule, ...]

    @cached_property
    def _index(self) -> Index:
        return Index(self.rules)

    def __getstate__(self) -> dict[str, object]:
        """What is pickled: the rules; the index is made anew."""
        return {"rules": self.rules}

    def __call__(self, lines: Lines, marks: Marks) -> Iterator[Mark]:
        """Yields a mark for each rule that has hits, in the order of the packs."""
        hits: dict[int, list[int]] = defaultdict(list)
        for row, folded in enumerate(lines.folded):
            for number in self._index.matches(folded):
                hits[number].append(row)
        masks = {number: lines.where(hits[number]) & ~marks.keep for number in sorted(hits)}
        gone = np.zeros(len(lines), dtype=bool)
        for number, mask in masks.items():
            if self.rules[number].run == 1 and self.rules[number].where == "any":
                gone |= mask
        found: list[tuple[Rule, Mask]] = []
        for number, mask in masks.items():
            rule = self.rules[number]
            found.append((rule, in_runs(lines, mask, gone, rule.run) if rule.run > 1 else mask))
        listed = _listed(lines, found)
        zones = _zones(lines, marks, found)
        for rule, mask in found:
            where = mask & ~listed & zones.get(rule.where, mask)
            if where.any():
                yield Mark(rule.id, where, takes=rule.takes)


def _zones(lines: Lines, marks: Marks, found: list[tuple[Rule, Mask]]) -> dict[str, Mask]:
    """Head and tail of each document, as they will be when all that the rules find is gone.

    Lines that a rule drops do not count, so that debris cannot shelter debris from a narrow zone,
    and dropping from the ends does not move the zone to the next lines. A document without a
    sentence, or anything else that is surely content, has no zones: nobody can tell where they end.
    """
    zones = {}
    for zone, before, after in (
        ("head", lines.count_before, lines.count_after),
        ("tail", lines.count_after, lines.count_before),
    ):
        goes = np.zeros(len(lines), dtype=bool)
        for rule, mask in found:
            if rule.where in ("any", zone):
                goes |= mask
        content = ~goes & (lines.sentence | marks.keep)
        zones[zone] = (before(~goes) < ZONE) & (before(content) == 0) & (after(content) > 0)
    return zones


def _listed(lines: Lines, found: list[tuple[Rule, Mask]]) -> Mask:
    """Where a line is an item of a list below a line that announces it, and that no rule finds.

    "The menu has these entries:" says that what follows is meant as it stands. The announcement
    ends in a colon and has some words; the list ends with the first blank line.
    """
    goes = np.zeros(len(lines), dtype=bool)
    for _, mask in found:
        goes |= mask
    announces = np.array([line.endswith((":", "：")) for line in lines.text], dtype=bool)
    announces &= (lines.words >= _ANNOUNCEMENT) & ~goes
    begins = np.concatenate(([False], announces[:-1])) & ~lines.first
    begun = np.cumsum(begins)
    rows = np.arange(len(lines))
    paragraph = np.maximum.accumulate(np.where(lines.gap, rows, 0))
    result: Mask = begun > (begun - begins)[paragraph]
    return result


def in_runs(lines: Lines, mask: Mask, gone: Mask, least: int) -> Mask:
    """Where `mask` holds in a run of neighbouring lines with `least` different texts and more.

    Lines that are `gone` for a reason of their own are neighbours as good as any.

    >>> lines = Lines.of(["XS\\nSM\\n\\nMD\\nThe end.\\nXS\\nSM\\nNext"])
    >>> in_runs(lines, lines.where([0, 1, 2, 4, 5]), lines.where([6]), 3).tolist()
    [True, True, True, False, True, True, False]
    """
    result = np.zeros(len(lines), dtype=bool)
    joined = mask | gone
    begins = joined & (lines.first | ~np.concatenate(([False], joined[:-1])))
    for start in np.flatnonzero(begins).tolist():
        end = start + 1
        while end < len(lines) and joined[end] and not lines.first[end]:
            end += 1
        result[start:end] = len(set(lines.folded[start:end])) >= least
    return result & mask
