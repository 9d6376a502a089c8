"""Waiting in a browser for what a test is about, never for a while.

``wait_for_load_state("networkidle")`` is no such wait after an action: a page is idle once, and
from then on the call returns at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page


PATIENCE = 60_000
"""ms until something is taken for hanging; on a quiet machine all takes a few frames."""


def until(page: Page, condition: str) -> None:
    """Look at every frame until a JavaScript expression holds.

    `wait_for_function` would need an eval, which the policy forbids.
    """
    page.evaluate(
        "([said, patience]) => new Promise((done, fail) => {"
        " const begun = performance.now();"
        " const look = () => {"
        f"  if ({condition}) done();"
        "   else if (performance.now() - begun > patience) fail(new Error(`never: ${said}`));"
        "   else requestAnimationFrame(look); };"
        " look(); })",
        [condition, PATIENCE],
    )


def painted(page: Page) -> None:
    """Two frames on: whatever was changed before is laid out and drawn."""
    page.evaluate(
        "() => new Promise((done) =>"
        " requestAnimationFrame(() => requestAnimationFrame(() => done())))"
    )


def typeset(page: Page) -> None:
    """Words stand in their typeface, and are drawn in it.

    `document.fonts.ready` alone comes before the frame in which they move.
    """
    page.evaluate("async () => { await document.fonts.ready; }")
    painted(page)
