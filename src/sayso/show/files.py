"""Writes a file in one step: all of it or nothing."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def replace(file: Path | str, content: bytes) -> None:
    """Puts ``content`` in place of ``file``. On an error (OSError) what was there before is still there."""
    target = Path(file)
    handle, beside = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        os.chmod(beside, target.stat().st_mode if target.exists() else 0o666 & ~_umask())
        os.replace(beside, target)
    except BaseException:
        os.unlink(beside)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
