"""Which card a bulletin has, and what becomes of it in the store and on the site."""

from __future__ import annotations

from pathlib import Path

import pytest

from bantin.edition import Edition, cards
from bantin.edition.rendering import jobs, render
from bantin.photos.entries import Entries
from bantin.photos.ondemand import OnDemand
from bantin.photos.store import Store
from bantin.pictures import ShareCard
from edition.sites import MKDOCS, Site, children, codes, jpeg
from edition.test_delivery import Press

ADDRESSED = MKDOCS.replace("plugins:", "site_url: https://tin.example.org/\nplugins:")
LARGE = (1500, 1000)
COVER = "images/2026/a/1.jpg"


@pytest.fixture
def site(site: Site) -> Site:
    """A bulletin with two photos and its translation, one without photos, a hidden one."""
    site.write("mkdocs.yml", ADDRESSED)
    site.write(COVER, jpeg("1", LARGE))
    site.write("images/2026/a/2.jpg", jpeg("2", LARGE))
    site.bulletin("2026/a", "Lời.", "captions: [Một, Hai]", category="hop-tac")
    site.bulletin("en/2026/a", "Text.", "captions: [One, Two]", translation_of="2026/a")
    site.bulletin("2026/b")
    site.write("images/2026/nhap/1.jpg", jpeg("nhap", LARGE))
    site.bulletin("2026/nhap", "Lời.", "captions: [Một]", status="draft")
    return site


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(Entries(tmp_path / "store"), children())


def planned(site: Site, *, preview: bool = False) -> Edition:
    return cards.add(site.read(preview=preview))


def address(card: ShareCard) -> str:
    return card.rendition.address


def drawn(edition: Edition, store: Store) -> dict[str, bytes]:
    """Everything that is rendered, by address."""
    found = {}
    for job in jobs(edition):
        found |= store.contents(job)
    return found


def quiet(*_: object) -> None:
    pass


def test_every_bulletin_that_is_public_has_a_card_of_its_own(site):
    edition = planned(site, preview=True)
    assert set(edition.cards) == {"2026/a", "en/2026/a", "2026/b"}
    assert set(edition.site_cards) == {"vi", "en"}
    every = [*edition.cards.values(), *edition.site_cards.values()]
    assert len({address(card) for card in every}) == 4  # the site is called the same in both
    assert not any("nhap" in address(card) for card in every)
    assert planned(site).cards == edition.cards


def test_cards_say_what_the_bulletin_says_in_its_language(site):
    found = planned(site).cards
    words = found["2026/a"].words
    assert (words.headline, words.site) == ("Tin 2026/a", "Bản tin")
    assert words.foot == "06/02/2026 · Hợp tác"
    assert found["en/2026/a"].words.foot == "6 February 2026"


def test_a_translation_shows_the_same_photo(site):
    edition = planned(site)
    (cover,) = [one for one in edition.pictures if one.cards]
    assert cover.original.path == COVER
    assert {card.key for card in cover.cards} == {
        edition.cards[id].key for id in ("2026/a", "en/2026/a")
    }


def test_each_card_shows_the_cover_of_its_own_bulletin(site):
    second = ["photos:", "  - {file: 1.jpg}", "  - {file: 2.jpg, cover: true}"]
    site.bulletin("2026/a", "Lời.", *second)
    edition = planned(site)
    assert address(edition.cards["2026/a"]).startswith("images/2026/a/2.")
    assert address(edition.cards["en/2026/a"]).startswith("images/2026/a/1.")


@pytest.mark.parametrize("chosen", ["", ", cover: true"])
@pytest.mark.parametrize("people", ["child", "patient"])
def test_no_card_shows_a_child_or_a_patient_in_either_language(site, chosen, people):
    site.write("news/_registry/consents.yml", "- {id: dy-1, who: A, signed: 2026-01-01}\n")
    marked = f"  - {{file: 1.jpg, people: {people}, consent: dy-1{chosen}}}"
    site.bulletin("2026/a", "Lời.", "photos:", marked)
    edition = planned(site)
    assert address(edition.cards["2026/a"]).startswith("images/cards/2026/a.1200.")
    assert address(edition.cards["en/2026/a"]).startswith("images/2026/a/2.")
    silent = f"  - {{file: 1.jpg{chosen}}}"
    site.bulletin("en/2026/a", "Text.", "photos:", silent, translation_of="2026/a")
    edition = planned(site)
    assert address(edition.cards["en/2026/a"]).startswith("images/cards/en/2026/a.1200.")


@pytest.mark.parametrize("chosen", ["", ", cover: true"])
def test_no_card_shows_a_photo_whose_caption_names_a_patient(site, chosen):
    said = f"  - {{file: 1.jpg, caption: Bệnh nhi Lê Bảo An.{chosen}}}"
    site.bulletin("2026/a", "Lời.", "photos:", said)
    edition = planned(site)
    assert address(edition.cards["2026/a"]).startswith("images/cards/2026/a.1200.")


def test_without_an_address_of_the_site_there_is_nobody_to_draw_for(site):
    site.write("mkdocs.yml", MKDOCS)
    edition = planned(site)
    assert (edition.cards, edition.site_cards, edition.grounds) == ({}, {}, ())


def test_a_photo_that_would_be_a_blur_is_not_shown(site):
    site.write(COVER, jpeg("1", (279, 400)))
    edition = planned(site)
    assert address(edition.cards["2026/a"]).startswith("images/cards/2026/a.1200.")
    assert not any(picture.cards for picture in edition.pictures)


def test_another_headline_is_another_name_and_costs_one_picture(site, store):
    before = render(planned(site), store, quiet)
    kept = store.storage.keys()
    site.bulletin("2026/a", "Lời.", "captions: [Một, Hai]", category="hop-tac", title="Khác")
    after = render(planned(site), store, quiet)
    changed = {
        id for id in before.cards if address(before.cards[id]) != address(after.cards[id])
    }
    assert changed == {"2026/a"}
    assert store.storage.keys() - kept == {after.cards["2026/a"].key}


def test_what_was_made_bit_by_bit_is_what_a_clean_build_makes(site, store, tmp_path):
    render(planned(site), store, quiet)
    site.bulletin("2026/a", "Lời.", "captions: [Một, Hai]", category="hop-tac", title="Khác")
    site.bulletin("2026/b", title="Cũng khác")
    edition = render(planned(site), store, quiet)
    clean = Store(Entries(tmp_path / "clean"), children())
    assert drawn(edition, store) == drawn(edition, clean)


def test_a_damaged_cover_leaves_a_card_of_words(site, store):
    site.write(COVER, jpeg("1", LARGE)[:-800])
    edition = render(planned(site), store, quiet)
    assert "photo-unreadable" in codes(edition.problems)
    assert address(edition.cards["2026/a"]).startswith("images/cards/2026/a.1200.")
    assert address(edition.cards["2026/a"]) in drawn(edition, store)


def test_a_damaged_entry_of_the_store_is_drawn_again(site, store):
    edition = render(planned(site), store, quiet)
    whole = drawn(edition, store)
    for card in edition.cards.values():
        entry = store.storage.path(card.key)
        entry.write_bytes(entry.read_bytes()[:-100])
    assert drawn(edition, store) == whole


def test_a_preview_draws_a_card_when_it_is_asked_for(site, tmp_path):
    store = OnDemand(Entries(tmp_path / "store"), children())
    edition = render(planned(site, preview=True), store, quiet)
    store.offer(jobs(edition))
    assert store.storage.keys() == set()
    for card in (*edition.cards.values(), *edition.site_cards.values()):
        content = store.ask(address(card))
        assert content.startswith(b"\xff\xd8")
    drawn_now = [*edition.cards.values(), *edition.site_cards.values()]
    assert store.storage.keys() == {card.key for card in drawn_now}


def test_the_logo_stands_on_every_card(site):
    plain = site.proofread().edition
    site.write("mkdocs.yml", ADDRESSED + "      hospital: {logo: images/logo.jpg}\n")
    site.write("images/logo.jpg", jpeg("logo", (96, 96)))
    signed = site.proofread().edition
    for before, after in ((plain.cards, signed.cards), (plain.site_cards, signed.site_cards)):
        assert {card.words.logo for card in before.values()} == {b""}
        assert {card.words.logo[:4] for card in after.values()} == {b"\x89PNG"}
        assert {one.key for one in before.values()}.isdisjoint(
            one.key for one in after.values()
        )


class CardPress(Press):
    """Builds with cards."""

    def read(self) -> Edition:
        return planned(self.site)


def test_a_site_has_the_cards_of_today_and_no_others(site, tmp_path):
    press = CardPress(site, tmp_path / "press")
    for title in ("Tin 2026/a", "Khác", "Tin 2026/a", "Khác"):
        site.bulletin("2026/a", "Lời.", "captions: [Một, Hai]", category="hop-tac", title=title)
        press.build()
        edition = press.read()
        wanted = {*edition.cards.values(), *edition.site_cards.values()}
        found = {name for name in press.photos() if ".1200." in name}
        assert found == set(map(address, wanted))
