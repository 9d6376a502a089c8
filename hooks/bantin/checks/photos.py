"""Photos that some readers can't make out, and what cameras wrote into them."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.content.decode import where
from bantin.edition import Edition
from bantin.edition.captions import surely_names_private
from bantin.errors import Location, Problem, info, warning
from bantin.model import Bulletin, Photo
from bantin.photos.plan import natural_key


def without_alt(edition: Edition) -> Iterator[Problem]:
    """Photos of the full form without ``alt``: nothing is said to those who can't see them."""
    for bulletin in edition.bulletins:
        if bulletin.photos is not None:
            for shown in edition.galleries.get(bulletin.id, ()):
                if shown.photo.alt is None:
                    yield warning("photo-alt", shown.photo.at, file=shown.photo.file)


def named_unmarked(edition: Edition) -> Iterator[Problem]:
    """Captions that name a patient, a child or their family, where no list marks the photo.

    Whoever says ``people: staff`` has looked: nothing is asked of them.
    """
    for bulletin in edition.bulletins:
        for shown in edition.galleries.get(bulletin.id, ()):
            photo = shown.photo
            marked = edition.marked.get(shown.picture.original.digest)
            told = photo.people is not None or (marked and "people" in marked.keys.split(", "))
            if shown.private and not told and _names(photo, bulletin.lang):
                code = "photo-people" if bulletin.captions is None else "photo-people-captions"
                yield warning(code, photo.at, file=photo.file)


def _names(photo: Photo, lang: str) -> bool:
    return any(surely_names_private(said, lang) for said in (photo.caption, photo.alt or ""))


def located(edition: Edition) -> Iterator[Problem]:
    """Originals that tell where they were taken, once for the bulletin whose photos they are.

    Only writers hear of it, where they look at their texts: a build has nothing to do with it.
    """
    if not edition.preview:
        return
    top = edition.settings.images_dir
    owners = {f"{top}/{bulletin.id}": bulletin.path for bulletin in edition.bulletins}
    files: dict[str, list[str]] = {}
    for path in (one.original.path for one in edition.pictures if one.original.located):
        folder, _, name = path.rpartition("/")
        owner = owners.get(folder, edition.used_at[path].path)
        files.setdefault(owner, []).append(name)
    for bulletin in edition.bulletins:
        if bulletin.path in files:
            names = ", ".join(sorted(files[bulletin.path], key=natural_key))
            yield info("photo-located", _photos(bulletin), files=names)


def _photos(bulletin: Bulletin) -> Location:
    """Where a bulletin speaks of its photos."""
    return where(bulletin, "captions" if bulletin.photos is None else "photos")
