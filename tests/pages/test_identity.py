"""Who publishes, as header, footer and contact card print it."""

from __future__ import annotations

from pathlib import Path

from bantin.content.hospital import Hospital
from bantin.content.settings import Settings
from bantin.model import Name
from bantin.pages.identity import Phone, identity
from bantin.theme.signs import mark
from bantin.vietnamese import phones


def of(lang: str, **hospital: object):
    settings = Settings(root=Path(), site_name="Bản tin", hospital=Hospital(**hospital))
    return identity(settings, lang, mark())


def called(text: str) -> phones.Phone:
    (found,) = phones.phones(text)
    return found


def test_each_language_reads_its_own_texts():
    name = Name("Bệnh viện Nhi", "Children's Hospital")
    found = {lang: of(lang, name=name, slogan=Name("Vì bé", "Vì bé")) for lang in ("vi", "en")}
    assert (found["vi"].name, found["en"].name) == ("Bệnh viện Nhi", "Children's Hospital")
    assert found["en"].slogan == "Vì bé"


def test_a_site_without_a_hospital_has_its_own_name_and_our_mark():
    found = of("vi")
    assert (found.name, found.short_name) == ("Bản tin", "Bản tin")
    assert (found.address, found.email, found.hotline, found.emergency) == ("", "", None, None)
    assert found.logo.type == "image/svg+xml"


def test_the_site_is_called_as_its_newsroom_is_in_each_language():
    newsroom = Name("Tin Nhi", "Children’s News")
    found = [of(lang, newsroom=newsroom).newsroom for lang in ("vi", "en")]
    assert found == ["Tin Nhi", "Children’s News"]
    assert of("en").newsroom == "Bản tin"


def test_the_short_name_is_the_name_where_none_is_set():
    assert of("en", name=Name("A", "B")).short_name == "B"


def test_a_number_gets_the_label_of_the_language():
    number = called("0211 3656 115")
    assert of("vi", emergency=number).emergency == Phone(
        "Cấp cứu", "0211 3656 115", "tel:+842113656115"
    )
    assert of("en", hotline=number).hotline.label == "Hotline"


def test_words_around_a_number_stay_in_their_language():
    number = called("Tổng đài: 1900 1234 (giờ hành chính)")
    assert of("vi", hotline=number).hotline == Phone(
        "Tổng đài", "1900 1234", "tel:19001234", "(giờ hành chính)"
    )
    assert of("en", hotline=number).hotline == Phone("Hotline", "1900 1234", "tel:19001234")


def test_whatever_reaches_somebody_is_a_contact():
    for contact in (
        {"hotline": called("115")},
        {"emergency": called("115")},
        {"email": "a@b.vn"},
        {"address": Name("Đường A", "A Street")},
    ):
        assert Hospital(**contact).has_contacts
    assert not Hospital(name=Name("A", "B"), logo="images/logo.png").has_contacts
