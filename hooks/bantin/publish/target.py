from __future__ import annotations

import os
import shutil
from pathlib import Path

from bantin.publish.failure import refusal

SOMEBODYS_WORK = (".git", ".hg", ".svn", "mkdocs.yml", "pyproject.toml")
"""A folder with one of these at its top is where somebody works, whatever else lies in it."""
THE_SERVERS = (".htaccess", ".user.ini", ".well-known")
"""What a web server's administrator puts beside the pages; `mkdocs build` spares it too."""
SEAL = b'content="mkdocs-'
"""Both MkDocs and Material sign their pages with it."""
SEAL_WITHIN = 8_192


def resolve(target: Path) -> Path:
    """Where the site really lies: a link is followed and stays a link."""
    return Path(os.path.realpath(target))


def refuse_foreign(target: Path) -> None:
    """See to it that a whole folder may be replaced.

    Args:
        target: The site folder as it stands in the settings.

    Raises:
        PublishError: It is a file, a link to nowhere, a drive of its own, or holds something
            that no build has put there. A wrong ``site_dir`` must not cost anybody a folder
            of documents.
    """
    real = resolve(target)
    if not os.path.lexists(real):
        if target.is_symlink():
            raise refusal("publish-target-link", target, where=target.readlink())
        return
    if not real.is_dir():
        code = "publish-target-link" if real.is_symlink() else "publish-target-file"
        raise refusal(code, target, where=real)
    if os.path.ismount(real):
        raise refusal("publish-target-drive", target)
    _refuse_content(target, real)


def keep_the_servers(live: Path, new: Path) -> None:
    """Take along what the server's administrator keeps in the site folder, and its mode.

    Raises:
        OSError: It can't be read or copied.
    """
    shutil.copymode(live, new)
    for name in THE_SERVERS:
        source, copy = live / name, new / name
        if copy.exists():
            continue
        if source.is_dir():
            shutil.copytree(source, copy, symlinks=True)
        elif source.is_file():
            shutil.copy2(source, copy)


def _refuse_content(target: Path, real: Path) -> None:
    found = [name for name in SOMEBODYS_WORK if os.path.lexists(real / name)]
    if found:
        raise refusal("publish-target-work", target, found=found[0])
    if any(real.iterdir()) and not _is_site(real):
        raise refusal("publish-target-foreign", target, found=_first(real))


def _is_site(folder: Path) -> bool:
    """Whether a build has made it: every one writes 404.html and a sitemap or its seal."""
    page = folder / "404.html"
    if not page.is_file():
        return False
    with page.open("rb") as stream:
        return (folder / "sitemap.xml").is_file() or SEAL in stream.read(SEAL_WITHIN)


def _first(folder: Path) -> str:
    return min(path.name for path in folder.iterdir())
