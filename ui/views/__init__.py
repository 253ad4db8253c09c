"""The parts of the page; each takes values and shows them."""
