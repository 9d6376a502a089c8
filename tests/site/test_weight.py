"""What a first visit costs a reader before the photos: every byte, compressed as hosts do."""

from __future__ import annotations

import gzip

import pytest

from newsrooms import Newsroom, jpeg

FIRST_VIEW = 150_000
"""Bytes, gzip; photos come on top."""
WORDS = "Hội nghị bàn cách phối hợp khám, chữa bệnh cho trẻ em ở tuyến cơ sở. " * 120


@pytest.fixture(scope="module")
def address(served, tmp_path_factory) -> str:
    room = Newsroom(tmp_path_factory.mktemp("site"))
    names = [f"{number:02}.jpg" for number in range(1, 8)]
    captions = ", ".join(["Các đại biểu trao đổi tại hội nghị."] * len(names))
    room.bulletin("2026/hoi-nghi", f"captions: [{captions}]", body=WORDS)
    for name in names:
        room.write(f"images/2026/hoi-nghi/{name}", jpeg(name, (1600, 1067)))
    room.built()
    return served(room.site)


@pytest.fixture
def visited(browser, address):
    """Everything that the first view of a bulletin fetches: address, kind, bytes."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    responses = []
    page.on("response", lambda response: responses.append(response))
    page.goto(address + "news/2026/hoi-nghi/", wait_until="networkidle")
    found = [(one.url, one.request.resource_type, one.body()) for one in responses if one.ok]
    context.close()
    return found


def test_a_first_view_is_light(visited):
    weights = {
        url: len(gzip.compress(body)) for url, kind, body in visited if "/images/" not in url
    }
    assert sum(weights.values()) <= FIRST_VIEW, weights


def test_a_first_view_asks_for_nothing_of_the_search(visited):
    kinds = [kind for _, kind, _ in visited]
    assert kinds.count("stylesheet") == 4  # every page's, pictures', bulletins', the lightbox's
    assert kinds.count("script") == 3  # the shell's, the lightbox's, the way to pass it on
    assert kinds.count("font") == 2
    assert not [url for url, _, _ in visited if "/javascripts/" in url or "/search/" in url]


@pytest.mark.parametrize("path", ["", "news/", "news/2026/hoi-nghi/"])
@pytest.mark.parametrize(("width", "density"), [(390, 1), (390, 2), (390, 3), (1280, 1)])
def test_the_first_photo_is_asked_for_once_and_ahead_of_the_others(
    browser, address, path, width, density
):
    context = browser.new_context(
        viewport={"width": width, "height": 844}, device_scale_factor=density
    )
    page, asked = context.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + path, wait_until="networkidle")
    photos = [url for url in asked if "/images/" in url]
    (first,) = page.locator("[fetchpriority=high]:not(link)").evaluate_all(
        "(all) => all.map((one) => one.currentSrc)"
    )
    context.close()
    assert photos[0] == first
    assert len(set(photos)) == len(photos)
