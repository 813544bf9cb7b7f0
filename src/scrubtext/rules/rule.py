"""A rule: one table of a pack, with its reason, its reach and its examples."""

from dataclasses import dataclass
from typing import Literal

Form = Literal["exact", "prefix", "suffix", "contains", "cues", "regex"]
Where = Literal["any", "head", "tail"]
Takes = Literal["line", "block", "rest"]
Safety = Literal["sure", "likely", "bold"]

SAFETIES: tuple[Safety, ...] = ("sure", "likely", "bold")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One entry of a pack; docs/writing-a-rule.md explains each field with examples.

    `id` is the path to the rule (language/family/name). All texts are compared folded
    (`scrubtext.rules.fold.fold`). `longest` is in characters of the folded line; `run` is the
    least number of neighbouring lines, with as many different texts, that must match together;
    `least` the number of different cues that must occur in a line (for ``match = "cues"``).

    >>> rule = Rule(id="en/share/button", why="A button.", text=("Share this",), safety="sure",
    ...             example="- Share this", keeps=("Share this with your class.",))
    >>> rule.language, rule.family, rule.match, rule.where, rule.takes
    ('en', 'share', 'exact', 'any', 'line')
    """

    id: str
    why: str
    text: tuple[str, ...]
    safety: Safety
    example: str
    keeps: tuple[str, ...]
    match: Form = "exact"
    where: Where = "any"
    takes: Takes = "line"
    needs: tuple[str, ...] = ()
    least: int = 2
    run: int = 1
    longest: int = 80
    misses: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    source: str = ""

    @property
    def language(self) -> str:
        """The BCP 47 tag of the folder that the rule stands in, or ``any``."""
        return self.id.split("/")[0]

    @property
    def family(self) -> str:
        """The debris family: the name of the file that the rule stands in."""
        return self.id.split("/")[1]


def within(rules: tuple[Rule, ...], ceiling: Safety) -> tuple[Rule, ...]:
    """The rules that are at least as safe as `ceiling`.

    >>> within((), "sure")
    ()
    """
    allowed = SAFETIES[: SAFETIES.index(ceiling) + 1]
    return tuple(rule for rule in rules if rule.safety in allowed)
