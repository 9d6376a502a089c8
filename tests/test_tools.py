from __future__ import annotations

GOOD = '<!DOCTYPE html>\n<html lang="vi"><head><meta charset="utf-8"><title>Tin</title></head>'
BODY = "<body><h1>Bản tin</h1></body></html>\n"


def test_the_browser_shows_a_served_folder(browser, served, tmp_path):
    (tmp_path / "index.html").write_text(GOOD + BODY, encoding="utf-8")
    page = browser.new_page()
    page.goto(served(tmp_path))
    assert page.title() == "Tin"
    assert page.get_by_role("heading").inner_text() == "Bản tin"
    page.close()


def test_the_html_checker_tells_good_from_bad(nu, tmp_path):
    for name, body in (("good", BODY), ("bad", BODY.replace("</h1>", "</h2>"))):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(GOOD + body, encoding="utf-8")
    found = nu.complaints(tmp_path)
    assert found
    assert all("/bad/index.html" in line for line in found)
