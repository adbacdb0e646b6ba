PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/pip install --quiet --disable-pip-version-check

.PHONY: demo test reference web screenshots lint dist constraints bench soak ontology calibrate score clean

# Each stamp is a program that its step installs, so that a step runs once, and again when pyproject.toml changes.
$(BIN)/kg: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(PIP) --editable .
	@touch $@

$(BIN)/pytest: $(BIN)/kg
	$(PIP) "pip>=25.1"
	$(PIP) --group test --editable '.[formats,parquet]'
	@touch $@

$(BIN)/ruff: $(BIN)/pytest
	$(PIP) --group lint
	@touch $@

demo: $(BIN)/kg
	$(BIN)/kg build seeds/
	$(BIN)/kg query spoke-where --format table
	$(BIN)/kg query roles --format table
	$(BIN)/kg query attacks --format table
	$(BIN)/kg query quotes --speaker "Sadiq Khan" --format table

test: $(BIN)/pytest
	$(BIN)/pytest -n auto --dist loadfile

# What the network page and the SPARQL editor need in a browser; without it their pages do with less.
web: $(BIN)/kg
	$(BIN)/python web/build.py

screenshots: $(BIN)/pytest web
	$(BIN)/python tools/screenshots.py

lint: $(BIN)/ruff
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# Wheel and source distribution, as they are uploaded, and checked as the index checks them.
dist: $(BIN)/pytest
	rm -rf dist
	$(BIN)/hatchling build --directory dist
	$(BIN)/twine check --strict dist/*

# What was installed when the tests last passed.
constraints: $(BIN)/pytest
	(head -1 constraints.txt; $(BIN)/pip freeze --exclude-editable) > constraints.new
	mv constraints.new constraints.txt

bench: $(BIN)/pytest
	$(BIN)/python tests/benchmarks/run.py

soak: $(BIN)/pytest
	$(BIN)/python tests/soak/run.py

ontology: $(BIN)/kg
	$(BIN)/python tools/close_ontology.py

reference: $(BIN)/kg
	$(BIN)/python tools/reference.py

calibrate: $(BIN)/kg
	$(BIN)/python tools/calibrate.py

score: $(BIN)/kg
	$(BIN)/python tools/score.py

clean:
	rm -rf $(VENV) kg-store build dist .score-cache web/node_modules kg/serve/static/lib
