"""The format of a rule: what is wrong is refused, with file, rule, field and remedy."""

from pathlib import Path

import pytest

from scrubtext.errors import RuleError
from scrubtext.rules.fold import fold
from scrubtext.rules.load import load_pack
from scrubtext.rules.match import matcher
from scrubtext.rules.rule import Form, Rule

GOOD = {
    "why": '"A button."',
    "text": '["Share this"]',
    "safety": '"sure"',
    "example": '"- Share this"',
    "keeps": '["Share this with your class."]',
}


def pack(folder: Path, **changes: str | None) -> Path:
    fields = {name: value for name, value in {**GOOD, **changes}.items() if value is not None}
    path = folder / "own.toml"
    path.write_text("[button]\n" + "\n".join(f"{k} = {v}" for k, v in fields.items()), "utf-8")
    return path


def test_a_good_rule_loads(tmp_path: Path) -> None:
    [rule] = load_pack(pack(tmp_path))
    assert rule.id == f"{tmp_path.name}/own/button"
    assert rule.text == ("Share this",)


WRONG: list[tuple[dict[str, str | None], str]] = [
    ({"why": None}, "why is missing"),
    ({"why": '" "'}, "why must be a text that is not empty"),
    ({"why": "3"}, "why must be a text"),
    ({"text": None}, "text is missing"),
    ({"text": "[]"}, "text is missing"),
    ({"text": '"Share this"'}, "text must be a list of texts"),
    ({"text": '["Share this", 3]'}, "text must be a list of texts"),
    ({"text": '["Share this", "• SHARE THIS:"]'}, "text[1] says the same as text[0]"),
    ({"text": '["***"]'}, "text[0] = '***' has too few letters left to match by"),
    ({"safety": None}, "safety is missing"),
    ({"safety": '"certain"'}, "safety = 'certain' is not one of sure, likely, bold"),
    ({"safety": '["sure"]'}, "safety = ['sure'] is not one of"),
    ({"example": None}, "example is missing"),
    ({"example": '"Share this"'}, 'example line 1 must begin with "- " (removed)'),
    ({"example": '"  Share this"'}, "example removes nothing"),
    ({"keeps": None}, "keeps is missing"),
    ({"keeps": "[]"}, "keeps is missing"),
    ({"match": '"fuzzy"'}, "match = 'fuzzy' is not one of exact, prefix"),
    ({"where": '"middle"'}, "where = 'middle' is not one of any, head, tail"),
    ({"takes": '"all"'}, "takes = 'all' is not one of line, block, rest"),
    ({"run": "1"}, "run must be a whole number, 2 or more"),
    ({"run": "true"}, "run must be a whole number"),
    ({"longest": "20"}, 'longest does not belong to match = "exact"'),
    ({"least": "2"}, 'least belongs to match = "cues"'),
    ({"match": '"cues"', "least": "2"}, "least is more than there are cues"),
    ({"needs": '["share"]'}, 'needs belongs to match = "regex"'),
    ({"match": '"regex"'}, "needs is missing"),
    (
        {"match": '"regex"', "needs": '["s"]', "text": '["(?=s)s"]'},
        "not a regular expression of RE2",
    ),
    ({"match": '"regex"', "needs": '["s"]', "text": '["(s"]'}, "not a regular expression of RE2"),
    ({"match": '"prefix"', "text": '["s"]'}, "too few letters"),
    ({"saftey": '"sure"'}, "unknown field saftey; did you mean safety?"),
    ({"colour": '"red"'}, "unknown field colour; known are match"),
]


@pytest.mark.parametrize(("changes", "complaint"), WRONG, ids=[c for _, c in WRONG])
def test_a_wrong_field_is_named(
    tmp_path: Path, changes: dict[str, str | None], complaint: str
) -> None:
    path = pack(tmp_path, **changes)
    with pytest.raises(RuleError) as caught:
        load_pack(path)
    message = str(caught.value)
    assert message.startswith(f"{path} [button]: ")
    assert complaint in message
    assert "\n" not in message


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"[button", "not TOML"),
        (b"[a]\nwhy = '\xff'", "not UTF-8"),
        (b"button = 3", "[button]: a rule is a table"),
        (b"[a]\nwhy=1\n[a]\nwhy=2", "not TOML"),
    ],
)
def test_a_broken_pack_is_named(tmp_path: Path, content: bytes, complaint: str) -> None:
    path = tmp_path / "own.toml"
    path.write_bytes(content)
    with pytest.raises(RuleError, match=r"own\.toml") as caught:
        load_pack(path)
    assert complaint in str(caught.value)


def test_a_missing_pack_is_named() -> None:
    with pytest.raises(RuleError, match=r"none\.toml: No such file"):
        load_pack(Path("none.toml"))


@pytest.mark.parametrize(
    ("line", "same"),
    [
        ("SHARE THIS", "share this"),
        ("• Share  this:", "share this"),
        ("→ ＳＨＡＲＥ this …", "share this"),
        ("**Share this**", "share this"),
        ("[Share this](https://example.org/a_(b))", "[share this](https://example.org/a_(b"),
        ("[Share this](/share)", "share this"),
        ("Comments (12)", "comments"),
        ("Comments [1,204] »", "comments"),
        ("12 Kommentare", "7 kommentare"),
        ("Don’t miss", "don't miss"),
        ("À LIRE AUSSI", "a lire aussi"),
        ("PAYLAŞIM", "paylaşım"),
        ("ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ", "Διαβάστε επίσης"),
        ("\uf09a Facebook", "facebook"),
        ("Share\u00ad this\u200b", "share this"),
    ],
)
def test_fold_makes_variants_the_same(line: str, same: str) -> None:
    assert fold(line) == fold(same)


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ("Share this.", "share this"),
        ("Share this!", "share this"),
        ("Share this?", "share this"),
        ("“Share this”", "share this"),
        ("«Читать далее»", "читать далее"),
        ("「シェア」", "シェア"),
        ("शेयर करें", "शेयर कर"),
        ("が", "か"),
        ("$12", "12"),
    ],
)
def test_fold_keeps_apart_what_differs(line: str, other: str) -> None:
    assert fold(line) != fold(other)


def rule(match: Form, *texts: str, **more: object) -> Rule:
    fields: dict[str, object] = {"why": "", "safety": "sure", "example": "", "keeps": (), **more}
    return Rule(id="en/a/b", match=match, text=texts, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rule", "hits", "passes"),
    [
        (rule("exact", "Share this"), ["SHARE THIS:"], ["Share this with him", "Do share this"]),
        (
            rule("prefix", "Follow us on"),
            ["Follow us on X"],
            ["Follow us online", "Do follow us on"],
        ),
        (rule("suffix", "all rights reserved."), ["A. All rights reserved."], ["All rights."]),
        (rule("contains", "cookie policy"), ["Our cookie policy here"], ["Our cookie policymaker"]),
        (rule("prefix", "阅读"), ["阅读更多"], ["请阅读"]),
        (rule("contains", "Ads", longest=10), ["the ads"], ["the ads of the year"]),
        (
            rule("cues", "cookies", "consent", "partners", least=2),
            ["partners, cookies"],
            ["cookies"],
        ),
        (
            rule("regex", r"page 0( of 0)?", needs=("page",)),
            ["Page 2 of 10", "PAGE 3"],
            ["Page two"],
        ),
    ],
    ids=lambda value: value.match if isinstance(value, Rule) else "",
)
def test_match_forms(rule: Rule, hits: list[str], passes: list[str]) -> None:
    assert [matcher(rule)(fold(line)) for line in hits] == [True] * len(hits)
    assert [matcher(rule)(fold(line)) for line in passes] == [False] * len(passes)
