PYTHON ?= python3.11
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: demo test lint bench score clean

$(BIN)/kg: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	@touch $(BIN)/kg

$(BIN)/pytest: $(BIN)/kg
	$(BIN)/pip install --quiet --disable-pip-version-check "pip>=25.1"
	$(BIN)/pip install --quiet --disable-pip-version-check --group test
	@touch $(BIN)/pytest

$(BIN)/ruff: $(BIN)/pytest
	$(BIN)/pip install --quiet --disable-pip-version-check --group lint
	@touch $(BIN)/ruff

test: $(BIN)/pytest
	$(BIN)/pytest

lint: $(BIN)/ruff
	$(BIN)/ruff check kg tests
	$(BIN)/ruff format --check kg tests
	$(BIN)/mypy
