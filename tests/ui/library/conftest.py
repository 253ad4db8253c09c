"""The library of the bundled knowledge."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.guidance.shelf import Shelf, shelf_of
from assistant.retrieval.index import current_folder
from assistant.retrieval.passages import Passages
from assistant.settings import Settings
from ui.library.catalog import Catalog, catalog_of


@pytest.fixture(scope="session")
def passages(knowledge_settings: Settings) -> Iterator[Passages]:
    found = Passages(current_folder(knowledge_settings) / "passages.sqlite")
    yield found
    found.close()


@pytest.fixture(scope="session")
def catalog(passages: Passages) -> Catalog:
    return catalog_of(passages)


@pytest.fixture(scope="session")
def shelf(passages: Passages) -> Shelf:
    return shelf_of(passages.records(), passages.sources())
