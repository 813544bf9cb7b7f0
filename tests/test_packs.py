"""The rules that come with scrubtext: each example, each near miss, each on its own."""

from collections import Counter

import pytest

from scrubtext.rules.load import PACKS, load_packs
from scrubtext.rules.rule import Rule
from scrubtext.testing import failures, harm

RULES = load_packs()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_example(rule: Rule) -> None:
    assert list(failures(rule)) == []


def test_no_rule_drops_what_any_rule_must_keep() -> None:
    """Stricter than the format asks: across languages too, as nobody says what language it is."""
    keeps = sorted({line for rule in RULES for line in rule.keeps})
    assert list(harm(RULES, keeps)) == []


def test_no_text_stands_in_two_rules_alike() -> None:
    texts = Counter(
        (rule.language, rule.match, rule.where, rule.takes, rule.run, text)
        for rule in RULES
        if rule.match != "cues"
        for text in rule.text
    )
    assert [text for text, count in texts.items() if count > 1] == []


def test_formerly_names_no_rule_that_exists() -> None:
    ids = {rule.id for rule in RULES}
    assert [old for rule in RULES for old in rule.formerly if old in ids] == []


def test_pack_files_are_named_by_language_and_family() -> None:
    for path in PACKS.rglob("*"):
        assert path.is_dir() or (path.suffix == ".toml" and path.parent.parent == PACKS)
