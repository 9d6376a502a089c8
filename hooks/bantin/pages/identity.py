"""Who publishes the site, in one language, ready to print in header, footer and on cards."""

from __future__ import annotations

from dataclasses import dataclass

from bantin.content.settings import Settings
from bantin.locale import DEFAULT, text
from bantin.pictures import Sign, Signs
from bantin.vietnamese import phones


@dataclass(frozen=True)
class Phone:
    """A number to call."""

    label: str
    """What is reached there: ``Cấp cứu``."""
    number: str
    """As typed."""
    href: str
    """``tel:+842113656115``"""
    note: str = ""
    """What was typed after the number."""


@dataclass(frozen=True)
class Identity:
    """The hospital; texts are plain and empty where nothing is set."""

    name: str
    """Never empty: the site's name where the hospital's is not set."""
    short_name: str
    """Never empty."""
    newsroom: str
    """What the site is called; never empty."""
    slogan: str
    address: str
    hours: str
    responsible: str
    """The person who answers for what is published."""
    governing_body: str
    emergency: Phone | None
    hotline: Phone | None
    email: str
    """Of characters that need no quoting behind ``mailto:``."""
    logo: Sign
    favicon: Sign
    touch_icon: Sign | None


def identity(settings: Settings, lang: str, signs: Signs) -> Identity:
    """The hospital for readers of ``lang``.

    Args:
        settings: Of the site.
        lang: ``vi`` or ``en``.
        signs: Of the hospital's logo (``Edition.signs``), else the house's own
            (``theme.mark``).
    """
    hospital = settings.hospital
    name = hospital.name.in_language(lang) or settings.title(lang)
    return Identity(
        name=name,
        short_name=hospital.short_name.in_language(lang) or name,
        newsroom=settings.title(lang),
        slogan=hospital.slogan.in_language(lang),
        address=hospital.address.in_language(lang),
        hours=hospital.hours.in_language(lang),
        responsible=hospital.responsible.in_language(lang),
        governing_body=hospital.governing_body.in_language(lang),
        emergency=_phone(hospital.emergency, "emergency", lang),
        hotline=_phone(hospital.hotline, "hotline", lang),
        email=hospital.email,
        logo=signs.logo,
        favicon=signs.favicon,
        touch_icon=signs.touch_icon,
    )


def _phone(phone: phones.Phone | None, what: str, lang: str) -> Phone | None:
    """The number with its label; words typed around it are Vietnamese and stay there."""
    if phone is None:
        return None
    typed = lang == DEFAULT
    return Phone(
        label=(phone.before if typed else "") or text(what, lang),
        number=phone.number,
        href=f"tel:{phone.called}",
        note=phone.after if typed else "",
    )
