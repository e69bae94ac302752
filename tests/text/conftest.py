"""The cues of the project's own tables, read once for all tests of texts."""

from __future__ import annotations

import pytest

from workbench.knowledge.words.article_cues import load_article_cues
from workbench.resources import resource_folder
from workbench.text.cues import ArticleCues


@pytest.fixture(scope="session")
def cues() -> ArticleCues:
    return load_article_cues(resource_folder())
