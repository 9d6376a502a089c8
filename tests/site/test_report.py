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
    with Quiet():
        logger.log(level, said)
    assert (said in caplog.messages) is shown
    caplog.clear()
    logger.log(level, said)
    assert caplog.messages == [said]
