"""Bytes to text, repairs, and markup to text."""

import pytest

import scrubtext
from scrubtext import Html
from scrubtext.api import Pipeline
from scrubtext.errors import ConfigError, NotTextError
from scrubtext.intake.decode import decode
from scrubtext.intake.html import Extractor, extract
from scrubtext.intake.repair import repair

GERMAN = "Grüße aus Köln: wir fahren morgen über München zurück."


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (GERMAN.encode(), "utf-8"),
        (GERMAN.encode("utf-8-sig"), "utf-8-sig"),
        (GERMAN.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + GERMAN.encode("utf-16-be"), "utf-16"),
        (GERMAN.encode("utf-32"), "utf-32"),
        (GERMAN.encode("cp1252"), "cp1252"),
        ("Привет, как дела? Сегодня хорошая погода.".encode("koi8-r"), "koi8-r"),
        ("今日はいい天気ですね。散歩に行きましょう。".encode("shift_jis"), "cp932"),
        (b"", "utf-8"),
    ],
)
def test_decode(data: bytes, encoding: str) -> None:
    decoded = decode(data)
    assert decoded.encoding == encoding
    assert decoded.text == data.decode(encoding)
    assert scrubtext.scrub(data).encoding == encoding


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", bytes(range(256)) * 9])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(NotTextError, match="not text"):
        scrubtext.scrub(data)


def test_text_has_no_encoding() -> None:
    assert scrubtext.scrub("A.").encoding is None


@pytest.mark.parametrize("source", [3, None, ["A."]])
def test_what_is_no_source_is_refused(source: object) -> None:
    with pytest.raises(TypeError, match="a source is str, bytes or Html"):
        scrubtext.scrub(source)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("sÃ³", "só"),
        ("l&rsquo;humanitÃ©", "l’humanité"),
        ("Tom &amp;amp; Jerry", "Tom & Jerry"),
        ("a &lt; b", "a < b"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("a\x00b\x7f\ufeff", "ab"),
        ("\x93quoted\x94", "“quoted”"),
        ("\ud83d\ude00", "😀"),
        ("\ud800", "\ufffd"),
        ("&#10;A&#13;", " A "),
    ],
)
def test_repair(before: str, after: str) -> None:
    text, [account] = repair(f"One.\n{before}\r\nThree.")
    assert text == f"One.\n{after}\r\nThree."
    assert (account.line, account.before, account.after) == (2, before, after)
    assert account.steps


@pytest.mark.parametrize(
    "text",
    [
        "“Curly” ‘quotes’ – and – dashes… «guillemets» „low“",
        "Ｆｕｌｌ－ｗｉｄｔｈ！ 「引用」、句読点。",
        "ﬁve ﬂags, ½ a cup, x², ①, ™",
        "Cafe\u0301 (decomposed), Tie\u0302\u0301ng Vie\u0323\u0302t",
        "می‌خواهم، क्‍ष, 👩‍👩‍👧",
        "MÜLLER Åsa Çelik São João, Ângela, ÂNIMO",
        "Write &lt;b&gt; as <b> in HTML.",
        "The entity `&amp;` stands for an ampersand.",
        "R&D at AT&T; this&not that",
        "title = extras or '&nbsp;'",
        "Wrap it in a &lt;script&gt; element.",
        "Write:\n```html\n&copy; 2020 &amp; later\n```\nDone.",
        "U+003C (&#x3C;) and U+003E (&#x3E;)",
        "tab\there, form\x0cfeed",
        "non\u00a0breaking, soft\u00adhyphen",
    ],
)
def test_correct_text_is_left_alone(text: str) -> None:
    assert repair(text) == (text, ())


def test_one_line_does_not_decide_for_another() -> None:
    """ftfy's `fix_text` decodes no entity after the first `<`."""
    assert repair("<b>\nTom &amp; Jerry")[0] == "<b>\nTom & Jerry"
    assert repair("Tom &amp; Jerry\n<b>")[0] == "Tom & Jerry\n<b>"


PAGE = (
    "<html><head><title>T</title><meta charset='utf-8'></head><body><nav>Home</nav><article>"
    "<h1>Die Wahl</h1><p>Die Wahl ist am Dienstag, sagte sie &uuml;ber München und Köln.</p>"
    "<p>Der Minister sagte, er werde das Ergebnis abwarten, so lange es auch dauern möge.</p>"
    "<p>Share this article</p></article></body></html>"
)


@pytest.mark.parametrize("extractor", ["trafilatura", "resiliparse"])
@pytest.mark.parametrize("markup", [PAGE, PAGE.encode(), PAGE.encode("cp1252")])
def test_html(extractor: Extractor, markup: str | bytes) -> None:
    pipeline = Pipeline(Pipeline.preset("standard").filters, extractor=extractor)
    result = pipeline.scrub(Html(markup))
    assert "sagte sie über München" in result.text
    assert "Share this article" in result.original
    assert [removal.text for removal in result.removals] == ["Share this article"]


def test_clean_html_takes_text_and_bytes() -> None:
    assert scrubtext.clean_html(PAGE) == scrubtext.clean_html(PAGE.encode())
    assert "Dienstag" in scrubtext.clean_html(PAGE)


@pytest.mark.parametrize("extractor", ["trafilatura", "resiliparse"])
@pytest.mark.parametrize("markup", ["", " ", "<", "\0", "\ud800", "<p>", "plain", "<a>" * 5000])
def test_odd_markup_ends(extractor: Extractor, markup: str) -> None:
    assert isinstance(extract(markup, extractor), str)


def test_unknown_extractor_and_preset_are_named() -> None:
    with pytest.raises(ConfigError, match="extractor 'x' is unknown; known are trafilatura"):
        Pipeline([], extractor="x").scrub(Html("<p>A.</p>"))  # type: ignore[arg-type]
    with pytest.raises(ConfigError, match="preset 'x' is unknown; known are safe, standard"):
        scrubtext.clean("A.", preset="x")  # type: ignore[arg-type]
