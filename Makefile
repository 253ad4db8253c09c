# Two commands do everything: `make run` and `make test`.
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= python3.11
PORT ?= 8501
export PORT

# An environment that was not made to its end is made again.
.DELETE_ON_ERROR:

.PHONY: run setup test check handbook screenshots bench clean

run: setup ## Start the page; says where.
	@$(BIN)/techpath serve

setup: $(VENV)/.installed ## Make the environment and take in the knowledge.
	@echo "Bringing the index up to date with the knowledge (some minutes the first time, then seconds)"
	@$(BIN)/techpath ingest

test: $(VENV)/.installed-dev check ## Lint, types and all tests, several files of them at once; a worker takes some 2 GB.
	@$(BIN)/pytest -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

check: $(VENV)/.installed-dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

handbook: $(VENV)/.installed ## Print the knowledge as a PDF.
	@$(BIN)/python -m ingest.handbook

screenshots: $(VENV)/.installed-dev ## Draw the pictures of README and docs anew, on the knowledge alone.
	@TECHPATH_HOME=build/screenshots $(BIN)/techpath ingest
	@TECHPATH_HOME=build/screenshots $(BIN)/python -m ui.screenshots $(PICTURES)

bench: $(VENV)/.installed-dev ## Compare with the tutorial pipeline.
	@$(BIN)/techpath eval bench

$(VENV)/bin/python:
	@echo "Making the environment in $(VENV)"
	@$$(command -v $(PYTHON) || command -v python3) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml
	@echo "Installing TechPath and the packages that it needs (some minutes, once)"
	@$(BIN)/pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed pyproject.toml
	@echo "Installing what the tests need"
	@$(BIN)/pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@

clean:
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache
