from __future__ import annotations

import logging

import pytest

from bantin.site.report import Quiet

ARRANGED = "Building documentation to directory: /somewhere/.site.next-1"


@pytest.mark.parametrize(
    ("level", "said", "shown"),
    [
        pytest.param(logging.INFO, ARRANGED, False, id="ours"),
        pytest.param(logging.WARNING, ARRANGED, True, id="graver"),
        pytest.param(logging.INFO, "Documentation built in 1 second", True, id="another"),
    ],
)
def test_only_what_we_arranged_ourselves_is_kept_back(caplog, level, said, shown):
    logger = logging.getLogger("mkdocs.commands.build")
    caplog.set_level(logging.INFO, logger.name)
    with Quiet(menu=()):
        logger.log(level, said)
    assert (said in caplog.messages) is shown
    caplog.clear()
    logger.log(level, said)
    assert caplog.messages == [said]


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        pytest.param("lien-hee.md", False, id="told-by-us"),
        pytest.param("khac.md", True, id="of-a-menu-elsewhere"),
        pytest.param("quy-dinh.pdf", True, id="no-page"),
    ],
)
def test_a_line_of_the_menu_that_we_look_at_is_told_once(caplog, path, shown):
    said = (
        f"A reference to '{path}' is included in the 'nav' configuration, which is not found "
        "in the documentation files."
    )
    with Quiet(menu=("lien-hee.md", "quy-dinh.pdf")):
        logging.getLogger("mkdocs.structure.nav").warning(said)
    assert (said in caplog.messages) is shown
