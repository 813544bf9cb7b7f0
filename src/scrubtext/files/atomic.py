"""Writing that leaves a file whole in any failure: the old one or the new one."""

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path


def write(path: Path, data: bytes) -> None:
    """Replaces the content of `path` by `data`, or makes it; keeps its mode and owner.

    A temporary file beside the target is written, synced and moved over it; a symbolic link is
    followed to its target; a device or a pipe is written to. Raises OSError, and then the old file
    is as it was.

    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write(Path(folder, "a.txt"), b"It rained.")
    ...     os.listdir(folder), Path(folder, "a.txt").read_bytes()
    (['a.txt'], b'It rained.')
    """
    old = _status(path)
    if old and not stat.S_ISREG(old.st_mode):
        path.write_bytes(data)
        return
    target = Path(os.path.realpath(path))
    handle, name = tempfile.mkstemp(prefix=".scrubtext-", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            _take_after(old, handle)
            os.fsync(handle)
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
    _sync_folder(target.parent)


def _status(target: Path) -> os.stat_result | None:
    try:
        return target.stat()
    except FileNotFoundError:
        return None


def _take_after(old: os.stat_result | None, handle: int) -> None:
    """Gives the open file the mode and owner of the old file, or the mode of a new one."""
    if old is None:
        mask = os.umask(0)
        os.umask(mask)
        os.fchmod(handle, 0o666 & ~mask)
        return
    with suppress(PermissionError):  # only root may give files away
        os.fchown(handle, old.st_uid, old.st_gid)
    os.fchmod(handle, stat.S_IMODE(old.st_mode))


def _sync_folder(folder: Path) -> None:
    """Makes the move itself durable, where the system can open folders."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
