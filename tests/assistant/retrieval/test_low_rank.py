"""The transformer in parts reads as the whole does, and what a fit adds changes the reading in context only."""

import numpy as np
import pytest
import torch

from assistant.retrieval.context import Weights
from assistant.retrieval.low_rank import ContextReader, Lower, Upper, published_transformer
from ingest.embed import weights_folder

IDS = torch.tensor([[101, 2129, 2116, 2847, 102], [101, 2129, 102, 0, 0]])
MASK = torch.tensor([[1, 1, 1, 1, 1], [1, 1, 1, 0, 0]])


@pytest.fixture(scope="module")
def reader() -> ContextReader:
    return ContextReader(published_transformer(weights_folder()), {}).eval()


def moved(reader: ContextReader) -> Weights:
    """Weights that change much, as a fit might give."""
    random = np.random.default_rng(3)
    return {
        name: random.normal(0, 0.05, values.shape).astype(np.float32)
        for name, values in reader.weights().items()
    }


def test_unfitted_it_reads_as_published(reader: ContextReader) -> None:
    transformer = published_transformer(weights_folder())
    with torch.no_grad():
        published = Upper(transformer)(Lower(transformer).eval()(IDS, MASK), MASK)
        assert torch.allclose(reader(IDS, MASK), published, atol=1e-5)
    assert torch.allclose(published.norm(dim=1), torch.ones(2), atol=1e-5)


def test_the_merged_part_reads_as_the_whole(reader: ContextReader) -> None:
    transformer = published_transformer(weights_folder())
    fitted = ContextReader(transformer, moved(reader)).eval()
    with torch.no_grad():
        whole = fitted(IDS, MASK)
        in_parts = fitted.upper().eval()(Lower(transformer).eval()(IDS, MASK), MASK)
        assert torch.allclose(whole, in_parts, atol=1e-4)
        assert (whole * reader(IDS, MASK)).sum(1).max() < 0.99, "the weights change the reading"
        assert torch.allclose(fitted(IDS, MASK), whole), "and taking the part leaves the whole as it was"


def test_weights_are_given_back_as_they_were_taken(reader: ContextReader) -> None:
    weights = moved(reader)
    again = ContextReader(published_transformer(weights_folder()), weights).weights()
    assert again.keys() == weights.keys()
    assert all((again[name] == weights[name]).all() for name in weights)


def test_padding_changes_nothing(reader: ContextReader) -> None:
    with torch.no_grad():
        alone = reader(IDS[1:, :3], MASK[1:, :3])
        assert torch.allclose(alone, reader(IDS, MASK)[1:], atol=1e-5)
