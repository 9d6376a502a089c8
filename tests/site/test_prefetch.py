"""A page is fetched ahead when a reader aims at it, and for nobody who saves data."""

from __future__ import annotations

import pytest

from newsrooms import Newsroom

LINGERS = 80
"""ms, as scripts/prefetch.js says."""
SAVES = "Object.defineProperty(navigator, 'connection', { get: () => (%s) })"

AIMS = """(href) => {
  const link = document.querySelector("main a");
  link.setAttribute("href", href);
  link.dispatchEvent(new Event("pointerover", { bubbles: true }));
}"""


@pytest.fixture(scope="module")
def address(served, tmp_path_factory) -> str:
    room = Newsroom(tmp_path_factory.mktemp("site"))
    for name in ("a", "b"):
        room.bulletin(f"2026/{name}", body="[Bệnh viện](https://khac.example/)")
    room.built()
    return served(room.site)


@pytest.fixture
def aimed(visit, address):
    """A list of bulletins on which the clock stands still, with a way to aim at one."""

    def aim(id: str, how: str = "pointerover") -> None:
        link = visit.page.locator(f"main a[href*='2026/{id}/']").first
        link.dispatch_event(how, {"bubbles": True})

    visit.page.clock.install()
    visit.page.goto(f"{address}news/")
    visit.page.clock.pause_at("2100-01-01")  # installed alone, it runs on between two steps
    visit.asked.clear()
    return aim


def fetched(visit) -> list[str]:
    return [url.rpartition("/news/")[2] for url in visit.asked if "/news/" in url]


def settle(visit, ms: int) -> None:
    visit.page.clock.run_for(ms)
    visit.page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("how", ["pointerover", "focusin", "touchstart"])
def test_aiming_at_a_page_fetches_it_once(visit, aimed, how):
    aimed("a", how)
    with visit.page.expect_request("**/news/2026/a/"):
        visit.page.clock.run_for(LINGERS)
    aimed("b", "pointerover")
    aimed("a", how)
    settle(visit, LINGERS)
    assert fetched(visit) == ["2026/a/"]
    assert visit.refused == []


def test_passing_by_fetches_nothing(visit, aimed):
    aimed("a")
    visit.page.clock.run_for(LINGERS - 1)
    aimed("b")
    with visit.page.expect_request("**/news/2026/b/"):
        visit.page.clock.run_for(LINGERS)
    assert fetched(visit) == ["2026/b/"]


@pytest.mark.parametrize("line", ["{ saveData: true }", "{ effectiveType: 'slow-2g' }"])
def test_whoever_saves_data_or_waits_long_is_spared(visit, aimed, line):
    visit.page.evaluate(SAVES % line)
    aimed("a")
    settle(visit, LINGERS)
    assert fetched(visit) == []


def test_files_places_on_the_page_and_other_hosts_are_left_alone(visit, address):
    page = visit.page
    page.clock.install()
    page.goto(f"{address}news/2026/a/")
    page.clock.pause_at("2100-01-01")
    visit.asked.clear()
    for href in ("#page_body", "?q=a", "/images/a.jpg", "https://khac.example/tin/"):
        page.evaluate(AIMS, href)
        settle(visit, LINGERS)
    assert [url for url in visit.asked if "/assets/" not in url] == []
    page.evaluate(AIMS, "../b/")
    with page.expect_request("**/news/2026/b/"):
        page.clock.run_for(LINGERS)
