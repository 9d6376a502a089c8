"""One page seen by Lighthouse, and the largest picture of a phone's first view."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from typing import NamedTuple

from playwright.sync_api import Browser, sync_playwright
from reader_tools import Tools

CHROMIUM = shutil.which("chromium") or "chromium"
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    "--ignore-certificate-errors",  # the server's own is nobody's
)
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TRIES = 3
PHONE = {"width": 390, "height": 844}
DENSITIES = (2, 3)
LARGEST = """() => new Promise((tell) => new PerformanceObserver((list) => {
  const last = list.getEntries().pop();
  const [fetched] = performance.getEntriesByName(last.url || "none");
  tell(fetched ? fetched.encodedBodySize : 0);
}).observe({ type: "largest-contentful-paint", buffered: true }))"""


class Report(NamedTuple):
    """What Lighthouse says of a page, once."""

    performance: float
    """Of 100, like the other three."""
    accessibility: float
    practices: float
    seo: float
    first: float
    """s until something is seen (FCP)."""
    largest: float
    """s until the largest part of the first view is there (LCP)."""
    blocked: float
    """ms in which nobody could have used the page (TBT)."""
    longest: float
    """CPU ms of the longest task here; Lighthouse takes a phone to need four times as long."""
    shift: float
    """CLS"""
    requests: int
    weight: float
    """kB over the network."""
    complaints: tuple[str, ...]
    """What it takes points off for, but for its measures of time."""


def report(tools: Tools, address: str) -> Report:
    """Run Lighthouse once.

    Raises:
        CalledProcessError: It failed each time; what it said is on the terminal.
        KeyError: It could not judge something of the page.
    """
    command = ["node", str(tools.lighthouse), address, "--output=json", "--quiet"]
    command += [f"--only-categories={','.join(CATEGORIES)}", f"--chrome-path={CHROMIUM}"]
    command += [f"--chrome-flags={' '.join(FLAGS)}", "--save-assets", "--output-path=run.json"]
    _run(command, tools)
    said = json.loads((tools.room / "run.json").read_bytes())
    trace = json.loads((tools.room / "run-0.trace.json").read_bytes())["traceEvents"]
    scores = [100 * said["categories"][name]["score"] for name in CATEGORIES]
    value = {name: one.get("numericValue") for name, one in said["audits"].items()}
    asked = said["audits"]["network-requests"]["details"]["items"]
    requests = [one for one in asked if not one["url"].startswith("data:")]
    return Report(
        *scores,
        first=value["first-contentful-paint"] / 1000,
        largest=value["largest-contentful-paint"] / 1000,
        blocked=value["total-blocking-time"],
        longest=_longest(trace),
        shift=value["cumulative-layout-shift"],
        requests=len(requests),
        weight=sum(one["transferSize"] for one in requests) / 1000,
        complaints=tuple(_complaints(said)),
    )


def _run(command: list[str], tools: Tools) -> None:
    """Lighthouse loses a trace now and then, and asks to be run again."""
    for left in reversed(range(TRIES)):
        if not subprocess.run(command, cwd=tools.room, check=not left).returncode:
            return


def _longest(trace: list[dict]) -> float:
    """CPU ms of the longest task of a page's own thread."""
    pages = {
        (one["pid"], one["tid"])
        for one in trace
        if one["name"] == "thread_name" and one["args"]["name"] == "CrRendererMain"
    }
    tasks = (one for one in trace if one["name"].endswith("RunTask"))
    return max(one.get("tdur", 0) for one in tasks if (one["pid"], one["tid"]) in pages) / 1000


def _complaints(said: dict) -> Iterator[str]:
    audits = said["audits"]
    for name in CATEGORIES[1:]:
        for part in said["categories"][name]["auditRefs"]:
            audit = audits[part["id"]]
            if part["weight"] and audit["score"] not in (None, 1):
                yield f"{name}: {audit['title']}"


def phones(address: str) -> list[float]:
    """What the largest picture of a phone's first view weighs: kB for each of DENSITIES.

    0 where the largest part of the view is no picture.
    """
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        found = [_largest(browser, address, density) for density in DENSITIES]
        browser.close()
    return found


def _largest(browser: Browser, address: str, density: int) -> float:
    context = browser.new_context(
        viewport=PHONE, device_scale_factor=density, is_mobile=True, ignore_https_errors=True
    )
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    found = page.evaluate(LARGEST)
    context.close()
    return found / 1000
