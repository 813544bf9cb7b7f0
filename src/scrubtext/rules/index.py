"""Finds the rules that may match a line, fast; what matches is decided by `match` alone."""

from collections import defaultdict

from scrubtext.rules.fold import fold
from scrubtext.rules.match import matcher
from scrubtext.rules.rule import Rule


class Index:
    """The rules of a pipeline, arranged so that a line meets few of them.

    The folded line itself finds the exact rules, its first and last two characters the prefix and
    suffix rules, and the literals of the other forms are looked for one by one.

    >>> rule = Rule(id="en/a/b", why="", text=("Share this",), safety="sure", example="", keeps=())
    >>> Index((rule,)).matches("share this")
    [0]
    """

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self.rules = rules
        self._exact: dict[str, list[int]] = defaultdict(list)
        self._first: dict[str, list[int]] = defaultdict(list)
        self._last: dict[str, list[int]] = defaultdict(list)
        self._literal: dict[str, list[int]] = defaultdict(list)
        for number, rule in enumerate(rules):
            for text in rule.needs if rule.match == "regex" else rule.text:
                folded = text.lower() if rule.match == "regex" else fold(text)
                if rule.match == "exact":
                    self._exact[folded].append(number)
                elif rule.match == "prefix":
                    self._first[folded[:2]].append(number)
                elif rule.match == "suffix":
                    self._last[folded[-2:]].append(number)
                else:
                    self._literal[folded].append(number)
        self._matchers = [matcher(rule) for rule in rules]
        searched = [rules[n].longest for numbers in self._literal.values() for n in numbers]
        self._longest = max(searched, default=0)

    def proposals(self, line: str) -> set[int]:
        """The numbers of all rules that might match the folded `line`, and perhaps some more."""
        found = set(self._exact.get(line, ()))
        found.update(self._first.get(line[:2], ()))
        found.update(self._last.get(line[-2:], ()))
        if len(line) <= self._longest:
            for literal, numbers in self._literal.items():
                if literal in line:
                    found.update(numbers)
        return found

    def matches(self, line: str) -> list[int]:
        """The places in `rules` of those that match the folded `line`, in order."""
        return [n for n in sorted(self.proposals(line)) if self._matchers[n](line)]
