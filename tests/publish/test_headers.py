"""The same headers in three spellings, and how long what may be kept."""

from __future__ import annotations

import re

import pytest

from bantin.publish import headers

SITE = "https://tin.example.org/"


def in_nginx(text: str) -> dict[str, str]:
    return dict(re.findall(r'^add_header (\S+) "([^"]*)" always;$', text, re.MULTILINE))


def in_hosts(text: str) -> dict[str, list[tuple[str, str]]]:
    """Path -> name and value of each header, in order."""
    found: dict[str, list[tuple[str, str]]] = {}
    for line in text.splitlines():
        if line.startswith("/"):
            path = found.setdefault(line, [])
        elif line.strip():
            name, _, value = line.strip().partition(": ")
            path.append((name, value))
    return found


def directives(policy: str) -> dict[str, str]:
    parts = (part.strip().partition(" ") for part in policy.split(";"))
    return {name: value for name, _, value in parts}


@pytest.fixture
def site(tmp_path):
    for name in (
        *(
            "bantin.0123456789ab.css",
            "shell.0123456789ab.js",
            "search-words.vi.0123456789ab.json",
            "be-vietnam-pro-400.01234567.woff2",
        ),
        *(
            "OFL.txt",
            "hoa.64.0123456789ab.webp",
            "bao-cao.20261122.pdf",
            "stylesheets/main.57a0d79d.min.css",
            "lunr/vi.js",
        ),
    ):
        file = tmp_path / "assets" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x", encoding="utf-8")
    return tmp_path


def test_both_files_say_the_same(site):
    headers.write(site, SITE)
    nginx = in_nginx((site / "security-headers.conf").read_text(encoding="utf-8"))
    hosts = in_hosts((site / "_headers").read_text(encoding="utf-8"))
    assert nginx == dict(hosts["/*"]) == dict(headers.headers(SITE))


@pytest.mark.parametrize("policy", [headers.policy(SITE), headers.meta_policy()])
def test_nothing_inline_and_no_other_host_is_allowed(policy):
    found = directives(policy)
    assert found["default-src"] == found["base-uri"] == "'none'"
    named = set(" ".join(found.values()).split())
    assert named == {"'none'", "'self'", "data:"}
    assert [name for name, value in found.items() if "data:" in value] == ["img-src"]


def test_a_page_says_only_what_browsers_heed_there():
    sent, said = directives(headers.policy(SITE)), directives(headers.meta_policy())
    assert set(sent) - set(said) == {"frame-ancestors", "upgrade-insecure-requests"}
    assert said.items() < sent.items()


@pytest.mark.parametrize("site_url", ["http://tin.example.org/", ""])
def test_only_a_site_with_https_insists_on_it(site_url):
    names = {name for name, _ in headers.headers(site_url)}
    assert "Strict-Transport-Security" not in names
    assert "upgrade-insecure-requests" not in headers.policy(site_url)
    assert "Strict-Transport-Security" in dict(headers.headers(SITE))


def test_only_what_changes_its_name_is_kept_for_a_year(site):
    headers.write(site, SITE)
    hosts = in_hosts((site / "_headers").read_text(encoding="utf-8"))
    for_ever = [
        path
        for path, found in hosts.items()
        if "immutable" in dict(found).get("Cache-Control", "")
    ]
    assert for_ever == [
        "/search/terms/*",
        "/assets/bantin.0123456789ab.css",
        "/assets/be-vietnam-pro-400.01234567.woff2",
        "/assets/search-words.vi.0123456789ab.json",
        "/assets/shell.0123456789ab.js",
        "/assets/stylesheets/main.57a0d79d.min.css",
    ]
    for folder in ("images", "search/texts"):
        assert dict(hosts[f"/{folder}/*"])["Cache-Control"] == "public, max-age=86400"


def test_no_file_gets_one_header_from_two_rules(site):
    """Hosts add the values up: two lifetimes would be sent at once."""
    headers.write(site, SITE)
    hosts = in_hosts((site / "_headers").read_text(encoding="utf-8"))
    everywhere = {name for name, _ in hosts.pop("/*")}
    assert all(everywhere.isdisjoint(dict(found)) for found in hosts.values())
    folders = {path for path in hosts if path.endswith("*")}
    assert folders == {"/images/*", "/search/texts/*", "/search/terms/*"}


def test_rules_of_the_site_itself_stay_and_come_last(site):
    (site / "_headers").write_text("/tin/*\n  X-Own: 1\n", encoding="utf-8")
    headers.write(site, SITE)
    hosts = in_hosts((site / "_headers").read_text(encoding="utf-8"))
    assert next(iter(hosts)) == "/*"
    assert hosts["/tin/*"] == [("X-Own", "1")]


def test_hosts_read_no_more_than_a_hundred_rules(site):
    for number in range(200):
        (site / f"assets/a.{number:012x}.js").write_text("x", encoding="utf-8")
    headers.write(site, SITE)
    assert len(in_hosts((site / "_headers").read_text(encoding="utf-8"))) <= 100
