"""What a reason stands for: the rule, or the filter, at that address."""

from collections.abc import Iterable, Iterator

from scrubtext.errors import ConfigError
from scrubtext.rules.rule import Rule

# The reasons of the filters that go by form, not by a pack: address and why.
FILTER_REASONS = {
    "furniture/stray": "Up to three marks of a layout (•, |, » «) on a line of their own.",
    "furniture/ruler": "A ruler at the beginning or the end, where it separates nothing.",
    "repeats/copy": "A line that stands below its own copy.",
    "repeats/recurring": "A line of few words that recurs all over the document.",
    "user/drop": "A line that --drop, or drop in the settings, asks to remove.",
}


def reasons(rules: Iterable[Rule]) -> dict[str, str]:
    """Every reason that a removal may name, with the sentence that explains it.

    >>> reasons(())["user/drop"]
    'A line that --drop, or drop in the settings, asks to remove.'
    """
    return FILTER_REASONS | {rule.id: rule.why for rule in rules}


def describe(address: str, rules: Iterable[Rule]) -> Iterator[str]:
    """The lines of `scrubtext rules`: a list, or all that is known of one rule.

    Raises ConfigError where no reason has that address or begins with it.

    >>> for line in describe("repeats", ()):
    ...     print(line)
    repeats/copy       A line that stands below its own copy.
    repeats/recurring  A line of few words that recurs all over the document.
    """
    by_id = {rule.id: rule for rule in rules}
    if address in by_id:
        yield from _page(by_id[address])
        return
    below = f"{address.rstrip('/')}/" if address else ""
    listed = {
        reason: why
        for reason, why in sorted(reasons(by_id.values()).items())
        if reason == address or reason.startswith(below)
    }
    if not listed:
        raise ConfigError(f"no rule {address!r}; `scrubtext rules` lists all")
    width = max(map(len, listed))
    for reason, why in listed.items():
        safety = f"{by_id[reason].safety:8}" if reason in by_id else ""
        yield f"{reason:{width}}  {safety}{why}"


def _page(rule: Rule) -> Iterator[str]:
    yield rule.id
    yield f"  {rule.why}"
    yield f"  safety {rule.safety}, match {rule.match}, where {rule.where}, takes {rule.takes}"
    for title, texts in (
        ("matches", rule.text),
        ("keeps", rule.keeps),
        ("misses", rule.misses),
        ("formerly", rule.formerly),
    ):
        if texts:
            yield f"  {title}"
            yield from (f"    {text}" for text in texts)
    yield "  example"
    yield from (f"    {line}".rstrip() for line in rule.example.strip("\n").split("\n"))
    if rule.source:
        yield f"  source {rule.source}"
