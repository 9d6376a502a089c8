"""Waiting in a browser without an eval, which the policy forbids."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page


def until(page: Page, condition: str) -> None:
    """Look at every frame until a JavaScript expression holds (`wait_for_function` evals)."""
    page.evaluate(
        "() => new Promise((done) => {"
        f" const look = () => ({condition}) ? done() : requestAnimationFrame(look); look(); }})"
    )
