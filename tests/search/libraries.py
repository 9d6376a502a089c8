"""Documents made of editions, and what a reader may type to come to them."""

from __future__ import annotations

from bantin.edition import Body
from bantin.search import Document
from bantin.search.documents import Library
from bantin.search.tokens import Words
from pages.editions import edition


def only(made, **values) -> Document:
    """The document of a bulletin that is alone on its site; ``values`` of the edition."""
    library = Library(edition([made], **values), ())
    return library.document(library.shelf[-1].address)


def written(made, html: str, **values) -> Document:
    """The same, with this body."""
    return only(made, bodies={made.id: Body((html,))}, **values)


def leads(document: Document, typed: str) -> bool:
    """Whether all that is typed leads to a document, each two words side by side."""
    captions = (said for _, said in document.captions)
    passages = (document.title, *document.facts, *captions, *document.text, *document.words)
    sought = keys(typed)
    pairs = {key for key in sought if not key.startswith("!")}
    return (pairs or sought) <= set().union(*map(keys, passages))


def keys(text: str) -> set[str]:
    """Words and pairs, whatever their accents."""
    return {key[:-1] for key in Words().keys_of(text)}
