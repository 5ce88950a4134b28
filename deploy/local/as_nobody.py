"""What root needs in order to run a server as an ordinary user: nobody."""

import hashlib
import os
import pwd
import shutil
import subprocess
from pathlib import Path
from typing import TypedDict

NOBODY = "nobody"
OPEN_DIRECTORY = Path("/var/tmp")  # noqa: S108 - a directory of root's own is made in it


class Ids(TypedDict, total=False):
    """The arguments by which a program is started under another user's rights."""

    user: int
    group: int
    extra_groups: list[int]


def ids_of(user: str | None) -> Ids:
    """Return the arguments that start a program as `user`; none for the present user."""
    if user is None:
        return {}
    entry = pwd.getpwnam(user)
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


def can_reach(path: Path) -> bool:
    """Say whether nobody may enter a directory or run a file: each directory above counts."""
    test = shutil.which("test") or "/usr/bin/test"
    return subprocess.run([test, "-x", path], cwd="/", check=False, **ids_of(NOBODY)).returncode == 0


def give(path: Path) -> None:
    """Make nobody the owner of a file or directory."""
    entry = pwd.getpwnam(NOBODY)
    os.chown(path, entry.pw_uid, entry.pw_gid)


def open_directory(purpose: str) -> Path:
    """Make a directory of root's that nobody can reach, always the same for a purpose."""
    path = OPEN_DIRECTORY / f"sysloom-{hashlib.sha256(purpose.encode()).hexdigest()[:12]}"
    path.mkdir(mode=0o711, exist_ok=True)
    path.chmod(0o711)
    if path.is_symlink() or path.stat().st_uid != os.geteuid():
        raise PermissionError(f"{path} belongs to somebody else")
    return path
