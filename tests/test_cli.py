"""The command line: what it writes, where, and with which exit status."""

import json
import os
import pty
import re
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest

from scrubtext.cli import PRESETS, program
from scrubtext.pipeline import Preset

DIRTY = b"Skip to main content\n\nThe vote is on Tuesday.\n"
CLEAN = b"The vote is on Tuesday.\n"
Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs the command in an empty folder, as another process."""

    def run_there(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "scrubtext", *arguments]
        return subprocess.run(command, input=stdin, capture_output=True, cwd=tmp_path, check=False)

    return run_there


def one_line(message: bytes) -> str:
    """A complaint: one line, and no traceback."""
    assert message.count(b"\n") == 1, message.decode()
    assert b"Traceback" not in message
    return message.decode()


def test_presets_are_those_of_the_pipeline() -> None:
    assert get_args(Preset) == PRESETS


def test_help(run: Run) -> None:
    done = run("--help")
    assert done.returncode == 0
    assert all(command in done.stdout.decode() for command in ("clean", "explain", "rules", "test"))
    assert b"..." not in done.stdout.split(b"Commands:")[1]
    bare = run()
    assert (bare.returncode, bare.stdout) == (2, b"")
    assert bare.stderr.decode().rstrip() == done.stdout.decode().rstrip()


def test_one_file_goes_to_standard_output(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(DIRTY)
    done = run("clean", "a.txt")
    assert (done.returncode, done.stdout, done.stderr) == (0, CLEAN, b"")
    assert (tmp_path / "a.txt").read_bytes() == DIRTY


def test_standard_input(run: Run) -> None:
    assert run("clean", "-", stdin=DIRTY).stdout == CLEAN
    assert run("clean", "-", stdin=b"").stdout == b""


def test_standard_output_by_name(run: Run, tmp_path: Path) -> None:
    assert run("clean", "-", "-o", "-", stdin=DIRTY).stdout == CLEAN
    assert list(tmp_path.iterdir()) == []


def test_in_place(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "real.txt"
    target.write_bytes(DIRTY)
    target.chmod(0o640)
    (tmp_path / "link.txt").symlink_to(target)
    done = run("clean", "-i", "link.txt")
    assert done.returncode == 0
    assert done.stderr == b"cleaned link.txt: 1 line removed\n"
    assert target.read_bytes() == CLEAN
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert (tmp_path / "link.txt").is_symlink()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["link.txt", "real.txt"]


def test_in_place_leaves_a_clean_file_untouched(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_bytes(CLEAN)
    before = target.stat()
    assert run("clean", "-i", "a.txt").returncode == 0
    after = target.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"Skip to main content\r\n\r\nA.\r\n", b"A.\r\n"),
        (b"A.\r\n\r\nSkip to main content", b"A."),
        (b"\xef\xbb\xbfSkip to main content\nA.\n", b"\xef\xbb\xbfA.\n"),
        ("\ufeffSkip to main content\nÄ.\n".encode("utf-16-be"), "\ufeffÄ.\n".encode("utf-16-be")),
        (
            "Skip to main content\nGrüße aus Köln am Rhein.\n".encode("cp1252"),
            "Grüße aus Köln am Rhein.\n".encode("cp1252"),
        ),
    ],
    ids=["crlf", "crlf without end", "mark", "utf-16", "cp1252"],
)
def test_in_place_keeps_encoding_mark_and_line_ends(
    run: Run, tmp_path: Path, before: bytes, after: bytes
) -> None:
    (tmp_path / "a.txt").write_bytes(before)
    run("clean", "-i", "--preset", "safe", "a.txt")
    assert (tmp_path / "a.txt").read_bytes() == after


def test_output_file_and_folder(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "in" / "deep"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_bytes(DIRTY)
    (folder / "b.md").write_bytes(CLEAN)
    (folder / "c.bin").write_bytes(b"\0")
    assert run("clean", "in/deep/a.txt", "-o", "a.out").returncode == 0
    assert (tmp_path / "a.out").read_bytes() == CLEAN
    assert run("clean", "in", "-o", "out").returncode == 0
    assert (tmp_path / "out" / "deep" / "a.txt").read_bytes() == CLEAN
    assert (tmp_path / "out" / "deep" / "b.md").read_bytes() == CLEAN
    assert sorted(p.name for p in (tmp_path / "out" / "deep").iterdir()) == ["a.txt", "b.md"]


def test_check(run: Run, tmp_path: Path) -> None:
    (tmp_path / "dirty.txt").write_bytes(DIRTY)
    (tmp_path / "clean.txt").write_bytes(CLEAN)
    assert run("clean", "--check", "clean.txt").returncode == 0
    done = run("clean", "--check", "clean.txt", "dirty.txt")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr == b"would clean dirty.txt: 1 line removed\n"
    assert run("clean", "--check", "--quiet", "dirty.txt").stderr == b""
    assert (tmp_path / "dirty.txt").read_bytes() == DIRTY


def patched(text: str, diff: str) -> str:
    """The text after a unified diff, applied as strictly as `patch --fuzz=0` does."""
    old = text.splitlines(keepends=True)
    new: list[str] = []
    at = 0
    lines = diff.replace("\n\\ No newline at end of file\n", "\0\n").split("\n")[2:-1]
    for line in lines:
        if hunk := re.fullmatch(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@", line):
            start = int(hunk[1]) - (hunk[2] != "0")
            new += old[at:start]
            at = start
            assert int(hunk[3]) == len(new) + (hunk[4] != "0"), line
            continue
        content = line[1:].removesuffix("\0") + ("" if line.endswith("\0") else "\n")
        if line[0] in " -":
            assert old[at] == content
            at += 1
        if line[0] in " +":
            new.append(content)
    return "".join(new + old[at:])


@pytest.mark.parametrize(
    "text",
    [
        DIRTY,
        b"A.\n\n\n\nB.  \n\nXS / SM / MD / LG",
        b"A.\nSkip to main content\n\n  C.\n" + b"It was.\n" * 20 + b"Skip to main content\n",
        b"Skip to main content",
        b"\n\n\x00A.".replace(b"\x00", b"\x01"),
        "Er ging.\n\nsÃ³\n".encode(),
    ],
)
def test_diff_is_what_patch_reads(run: Run, tmp_path: Path, text: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(text)
    cleaned = run("clean", "a.txt").stdout
    done = run("clean", "--diff", "a.txt")
    assert done.returncode == 1
    assert patched(text.decode(), done.stdout.decode()).encode() == cleaned
    assert run("clean", "--diff", "-", stdin=cleaned).stdout == b""


def test_html_becomes_text(run: Run, tmp_path: Path) -> None:
    page = b"<html><body><article><p>The vote is on Tuesday, she said.</p></article></body></html>"
    (tmp_path / "a.html").write_bytes(page)
    assert run("clean", "a.html").stdout == b"The vote is on Tuesday, she said.\n"
    assert run("clean", "--format", "html", "-", stdin=page).stdout.startswith(b"The vote")
    refused = run("clean", "-i", "a.html")
    assert refused.returncode == 2
    assert "give -o for HTML" in one_line(refused.stderr)


def test_removed_lines_are_accounted_for(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(DIRTY)
    run("clean", "a.txt", "--removed", "removed.jsonl")
    [line] = (tmp_path / "removed.jsonl").read_text().splitlines()
    assert json.loads(line) == {
        "file": "a.txt",
        "document": 1,
        "line": 1,
        "reason": "en/skip/link",
        "text": "Skip to main content",
    }


def test_keep_and_drop(run: Run) -> None:
    done = run("clean", "-", "--keep", "^Skip", "--drop", "(?i)tuesday", stdin=DIRTY)
    assert done.stdout == b"Skip to main content\n"


def test_settings_are_found_upwards_and_the_command_line_wins(run: Run, tmp_path: Path) -> None:
    (tmp_path / "scrubtext.toml").write_text('ignore = ["en/skip"]\ndrop = ["Tuesday"]\n')
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.txt").write_bytes(DIRTY)
    assert run("clean", "deep/a.txt").stdout == b"Skip to main content\n"
    assert run("clean", "deep/a.txt", "--keep", "Tue").stdout == DIRTY
    (tmp_path / "deep" / "pyproject.toml").write_text('[tool.scrubtext]\npreset = "safe"\n')
    assert run("clean", "deep/a.txt").stdout == CLEAN


def test_own_pack(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(
        '[foot]\nwhy = "Our foot."\ntext = ["Made in Leeds"]\nsafety = "sure"\n'
        'example = "- Made in Leeds"\nkeeps = ["It was made in Leeds."]\n'
    )
    (tmp_path / "scrubtext.toml").write_text('packs = ["own.toml"]\n')
    assert run("test", "own.toml").stdout == b"1 rule, all right\n"
    done = run("clean", "-", "--preset", "safe", stdin=b"It rained.\nMade in Leeds\n")
    assert done.stdout == b"It rained.\n"
    explained = run("explain", "-", stdin=b"It rained.\nMade in Leeds\n").stdout.decode()
    assert f"{tmp_path.name}/own/foot" in explained
    assert "Our foot." in explained


def test_a_wrong_pack_fails_its_test(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(
        '[foot]\nwhy = "Our foot."\ntext = ["Made"]\nmatch = "prefix"\nsafety = "sure"\n'
        'example = "- Made in Leeds\\n- Made"\nkeeps = ["Made in Leeds, they say."]\n'
    )
    done = run("test", "own.toml")
    assert done.returncode == 1
    assert "[foot]: keeps[0] would be removed by" in one_line(done.stderr)


def test_explain(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(DIRTY)
    lines = run("explain", "a.txt").stdout.decode().splitlines()
    assert lines[0].split() == ["1", "-", "Skip", "to", "main", "content", "en/skip/link"]
    assert lines[2].split() == ["3", "The", "vote", "is", "on", "Tuesday."]
    assert any('ignore = ["en/skip/link"]' in line for line in lines[3:])
    assert any('keep = ["^Skip' in line and "--keep" in line for line in lines[3:])


@pytest.mark.parametrize("start", ["ignore = ", "keep = "])
@pytest.mark.parametrize("line", ["Share this (3) \\ 'a' \"b\"", "Skip to content"])
def test_what_explain_says_to_copy_works(run: Run, tmp_path: Path, start: str, line: str) -> None:
    text = f"{line}\n\nIt rained.\n"
    explained = run("explain", "-", "--drop", "^Share", stdin=text.encode()).stdout.decode()
    [setting] = re.findall(rf"{start}\[.*\]", explained)
    (tmp_path / "scrubtext.toml").write_text(setting, "utf-8")
    done = run("clean", "-", "--drop", "^Share", stdin=text.encode())
    assert done.stdout.decode() == text


def test_rules(run: Run) -> None:
    assert b"en/skip/link" in run("rules").stdout
    assert b"furniture/ruler" in run("rules").stdout
    assert b"en/skip/link" not in run("rules", "any").stdout
    page = run("rules", "en/skip/link").stdout.decode()
    assert "Skip to main content" in page
    assert "safety sure" in page
    unknown = run("rules", "en/skp")
    assert unknown.returncode == 2
    assert "no rule 'en/skp'" in one_line(unknown.stderr)


BAD_ARGUMENTS = [
    (["clean", "none.txt"], "none.txt: No such file or directory"),
    (["clean", "empty"], "empty: no text file below this folder"),
    (["clean", "image.png"], "image.png: not text"),
    (["clean", "nul.txt"], "nul.txt: not text: it holds NUL bytes"),
    (["clean", "data.jsonl"], "data.jsonl: not a text file by its name"),
    (["clean", "a.txt", "b.txt"], "several inputs; give -i"),
    (["clean", "-i", "-"], "-i needs a file"),
    (["clean", "-i", "-o", "x", "a.txt"], "-i and -o exclude each other"),
    (["clean", "-i", "--check", "a.txt"], "-i and --check or --diff exclude each other"),
    (["clean", "a.txt", "b.txt", "-o", "a.txt"], "-o a.txt is a file; give a folder"),
    (["clean", "a.txt", "-o", "a.txt/x"], "a.txt/x: not written"),
    (["clean", "a.txt", "--config", "none.toml"], "none.toml: No such file"),
    (["clean", "a.txt", "--keep", "(?=x)"], "'(?=x)' is no regular expression of RE2"),
    (["clean", "a.txt", "--drop", "("], "'(' is no regular expression of RE2"),
    (["clean", ""], "an empty name"),
    (["clean", "a.txt", "-o", ""], "an empty name"),
    (["clean", "a.txt", "--removed", "-"], "standard output takes one cleaned text"),
    (["clean", "a.txt", "b.txt", "-o", "-"], "standard output takes one cleaned text"),
    (["clean", "loop"], "loop: Too many levels of symbolic links"),
    (["clean", "a.txt", "-o", "loop"], "loop: not written"),
    (["clean", "a.txt", "-o", "x" * 300], "not written"),
    (["clean", "d/a.txt", "a.txt", "-o", "out"], "would both become out/a.txt"),
    (["clean", "d", "a.txt", "-o", "out"], "would both become out/a.txt"),
    (["clean", "a.txt", "-o", "b.txt/"], "-o b.txt/ is a file"),
    (["clean", "a.txt", "d/a.txt", "-o", "d"], "d/a.txt is an input as well"),
    (["clean", "a.txt", "d/a.txt", "-o", "."], "would both become"),
    (["clean", "a.txt", "--removed", "a.txt"], "--removed a.txt is an input or output"),
    (["clean", "a.txt", "-o", "x", "--removed", "x"], "--removed x is an input or output"),
    (["clean", "-i", "--format", "html", "a.txt"], "text can't replace a page's markup"),
    (["clean", "a.html", "-o", "./a.html"], "text can't replace a page's markup"),
    (["clean", "--nonsense", "a.txt"], "No such option"),
    (["explain", "a.txt", "b\x1b[31m.txt"], "unexpected extra argument (b\\x1b[31m.txt)"),
    (["explain", "none.txt"], "none.txt: No such file"),
    (["explain", "image.png"], "image.png: not text"),
    (["test", "none.toml"], "none.toml: No such file"),
    (["test", "a.txt"], "a.txt: not TOML"),
]


@pytest.mark.parametrize(
    ("arguments", "complaint"), BAD_ARGUMENTS, ids=[c for _, c in BAD_ARGUMENTS]
)
def test_bad_input(run: Run, tmp_path: Path, arguments: list[str], complaint: str) -> None:
    (tmp_path / "a.txt").write_bytes(DIRTY)
    (tmp_path / "b.txt").write_bytes(DIRTY)
    (tmp_path / "empty").mkdir()
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "a.txt").write_bytes(DIRTY)
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "a.html").write_bytes(b"<html><body><p>The vote is on Tuesday.</p></body></html>")
    (tmp_path / "image.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0")
    (tmp_path / "nul.txt").write_bytes(b"A.\0\n")
    (tmp_path / "data.jsonl").write_bytes(b'{"text": "Skip to content"}\n')
    before = {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    done = run(*arguments)
    assert complaint in one_line(done.stderr)
    assert (done.returncode, done.stdout) == (2, b"")
    assert {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before


@pytest.mark.parametrize(
    "content", ["tool = 3", 'tool = "scrubtext"', "[tool]\nscrubtext = 3", f"a = {'[' * 5000}"]
)
def test_odd_pyproject(run: Run, tmp_path: Path, content: str) -> None:
    (tmp_path / "pyproject.toml").write_text(content)
    done = run("clean", "-", stdin=DIRTY)
    assert b"Traceback" not in done.stderr
    assert done.stdout == CLEAN if done.returncode == 0 else one_line(done.stderr)


BROKEN_SETTINGS = [
    ("preset = 'best'", "preset = 'best' is not one of safe, standard, aggressive"),
    ("preset = 3", "preset = 3 is not one of"),
    ("extractor = 'x'", "extractor = 'x' is not one of"),
    ("presets = 'safe'", "unknown key presets; did you mean preset?"),
    ("colour = 'red'", "unknown key colour; known are preset"),
    ("keep = '^A'", "keep must be a list of texts"),
    ("drop = [3]", "drop must be a list of texts"),
    ("keep = ['(?=a)']", "'(?=a)' is no regular expression of RE2"),
    ("ignore = ['zzz']", "no rule 'zzz'; scrubtext rules lists all"),
    ("ignore = ['en/skip/lnk']", "no rule 'en/skip/lnk'; did you mean en/skip/link?"),
    ("packs = ['none.toml']", "none.toml: No such file"),
    ("preset =", "not TOML"),
    ('packs = ["a\\u0000b"]', "not TOML: embedded null byte"),
]


@pytest.mark.parametrize(
    ("content", "complaint"), BROKEN_SETTINGS, ids=[c for c, _ in BROKEN_SETTINGS]
)
def test_broken_settings(run: Run, tmp_path: Path, content: str, complaint: str) -> None:
    (tmp_path / "scrubtext.toml").write_text(content)
    (tmp_path / "a.txt").write_bytes(DIRTY)
    done = run("clean", "-i", "a.txt")
    assert complaint in one_line(done.stderr)
    assert (done.returncode, done.stdout) == (2, b"")
    assert (tmp_path / "a.txt").read_bytes() == DIRTY


def test_a_file_without_permission(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Root may read everything, so a root process takes another user's place for the while."""
    path = tmp_path / "a.txt"
    path.write_bytes(DIRTY)
    path.chmod(0)
    run("clean", "a.txt")
    capsys.readouterr()
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    try:
        status = program(["clean", "-i", str(path)], standalone_mode=False)
    finally:
        os.seteuid(user)
    assert "a.txt: Permission denied" in one_line(capsys.readouterr().err.encode())
    assert status == 2
    path.chmod(0o600)
    assert path.read_bytes() == DIRTY


def test_one_bad_input_does_not_stop_the_others(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(DIRTY)
    done = run("clean", "-i", "none.txt", "a.txt")
    assert done.returncode == 2
    assert b"none.txt: No such file" in done.stderr
    assert (tmp_path / "a.txt").read_bytes() == CLEAN


def test_repaired_text_that_does_not_fit_its_encoding_is_left(run: Run, tmp_path: Path) -> None:
    text = "Grüße aus Köln am Rhein &rarr; Düsseldorf.\n".encode("cp1252")
    (tmp_path / "a.txt").write_bytes(text)
    done = run("clean", "-i", "a.txt")
    assert done.returncode == 2
    assert "U+2192, which cp1252 lacks" in one_line(done.stderr)
    assert (tmp_path / "a.txt").read_bytes() == text


def terminal_output(arguments: list[str], folder: Path) -> bytes:
    """What a command writes to a terminal."""
    reader, writer = pty.openpty()
    environment = {**os.environ, "TERM": "xterm"}
    environment.pop("NO_COLOR", None)
    process = subprocess.Popen(
        [sys.executable, "-m", "scrubtext", *arguments],
        cwd=folder,
        env=environment,
        stdout=writer,
        stderr=writer,
        stdin=subprocess.DEVNULL,
    )
    os.close(writer)
    output = b""
    try:
        while chunk := os.read(reader, 4096):
            output += chunk
    except OSError:
        pass  # Linux says so when the other end closes
    os.close(reader)
    process.wait()
    return output


HOSTILE = "\x1b]0;owned\x07 \x1b[31m \x9b31m \u202e \u2028 \x08 end"


@pytest.mark.parametrize("arguments", [["clean"], ["clean", "--diff"], ["explain"]])
def test_no_control_character_reaches_the_terminal(arguments: list[str], tmp_path: Path) -> None:
    name = "a\x1b[31m.txt"
    (tmp_path / name).write_text(f"{HOSTILE}\nSkip to main content\n```\n{HOSTILE}\n", "utf-8")
    shown = terminal_output([*arguments, name], tmp_path).decode()
    for colour in ("\x1b[0m", "\x1b[31m", "\x1b[32m", "\x1b[36m", "\x1b[39m"):
        shown = shown.replace(colour, "")
    assert shown.replace("\r\n", "").isprintable()
    assert "end" in shown


def test_a_hostile_name_is_shown_escaped(tmp_path: Path) -> None:
    shown = terminal_output(["clean", "none\x1b[31m.txt"], tmp_path)
    assert b"none\\x1b[31m.txt" in shown


def test_colour_only_on_a_terminal(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(DIRTY)
    assert b"\x1b[31m" in terminal_output(["explain", "a.txt"], tmp_path)
    assert b"\x1b" not in run("explain", "a.txt").stdout


@pytest.mark.parametrize("arguments", [["clean"], ["clean", "--diff"], ["explain"]])
def test_a_full_disk_is_said(arguments: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(DIRTY)
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "scrubtext", *arguments, "a.txt"]
        done = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, cwd=tmp_path, check=False
        )
    assert "No space left on device" in one_line(done.stderr)
    assert done.returncode == 2


@pytest.mark.parametrize("closed", [">&-", "<&-"])
def test_closed_streams(closed: str, tmp_path: Path) -> None:
    command = f"{sys.executable} -m scrubtext clean - {closed}"
    done = subprocess.run(command, shell=True, stderr=subprocess.PIPE, cwd=tmp_path, check=False)
    assert "closed" in one_line(done.stderr)
    assert done.returncode == 2


def test_a_narrow_output_encoding(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Skip to content\n\nŽena → dům.\n", "utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    command = [sys.executable, "-m", "scrubtext", "explain", "a.txt"]
    done = subprocess.run(command, capture_output=True, cwd=tmp_path, env=environment, check=True)
    assert b"\\u017dena" in done.stdout


def test_pipes_in_a_folder_are_no_texts(run: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "a.txt").write_bytes(DIRTY)
    assert run("clean", ".", "-o", "out").returncode == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["a.txt"]


def test_output_may_be_a_device(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(DIRTY)
    assert run("clean", "a.txt", "-o", "/dev/stdout").stdout == CLEAN
    assert run("clean", "a.txt", "-o", "/dev/null").returncode == 0
    assert Path("/dev/null").is_char_device()


def test_a_folder_for_one_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "a.txt").write_bytes(DIRTY)
    for arguments in (["d/a.txt", "-o", "one/"], ["d", "-o", "two/"]):
        assert run("clean", *arguments).returncode == 0
    assert (tmp_path / "one" / "a.txt").read_bytes() == CLEAN
    assert (tmp_path / "two" / "a.txt").read_bytes() == CLEAN


def test_a_long_name_that_is_not_ascii(run: Run, tmp_path: Path) -> None:
    path = tmp_path / ("汉" * 80 + ".txt")
    path.write_bytes(DIRTY)
    assert run("clean", "-i", path.name).returncode == 0
    assert path.read_bytes() == CLEAN


def test_a_page_without_main_text_is_said(run: Run) -> None:
    done = run("clean", "--format", "html", "-", stdin=b"<html><body></body></html>")
    assert "no main text was found" in one_line(done.stderr)
    assert (done.returncode, done.stdout) == (0, b"")


def test_check_of_a_page_goes_by_its_text(run: Run) -> None:
    page = "<html><body><article><p>The vote is on Tuesday, she said.</p>{}</article></body></html>"
    debris = "<p>Skip to main content</p>"
    for content, status in (("", 0), (debris, 1)):
        done = run("clean", "--check", "--format", "html", "-", stdin=page.format(content).encode())
        assert done.returncode == status


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("mark.txt", b"\xef\xbb\xbfSkip to content\nA.\n"),
        ("legacy.txt", "Skip to content\nGrüße aus Köln am Rhein.\n".encode("cp1252")),
        ("with blanks.txt", DIRTY),
    ],
)
def test_diff_is_in_the_file_s_own_bytes(run: Run, tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    after = run("clean", name).stdout
    diff = run("clean", "--diff", name).stdout
    assert patched(data.decode("latin-1"), diff.decode("latin-1")).encode("latin-1") == after
    tab = b"\t" if " " in name else b""
    assert diff.startswith(b"--- a/" + name.encode() + tab + b"\n+++ b/" + name.encode() + tab)


def test_head_may_stop_reading(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"The vote is on Tuesday, she said.\n" * 20_000)
    command = f"{sys.executable} -m scrubtext explain a.txt | head -1"
    done = subprocess.run(command, shell=True, capture_output=True, cwd=tmp_path, check=True)
    assert done.stderr == b""
