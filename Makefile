# The words to know: make demo, make test, make check, make bench.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
# what the pages are made of: a change of it runs the build hook again
FRONTEND = $(shell find frontend -name node_modules -prune -o -type f -print)
OUT ?= out

.PHONY: demo test check fmt bench clean

# with what reads and writes workbooks and dossiers: adding a fact needs it from the first day
$(VENV)/.core: pyproject.toml constraints.txt hatch_build.py $(FRONTEND)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python >= 3.11 is needed: make PYTHON=python3.11 … / Python >= 3.11 requis"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[intake]'
	@$(BIN)/python hatch_build.py >/dev/null || true # pip hides what the hook warns of: say it again
	@touch $@

$(VENV)/.dev: $(VENV)/.core
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev,intake,serve,tables]'
	@touch $@

demo: $(VENV)/.core ## build, validate, answer a question, draw the network, write Turtle
	$(BIN)/coopgraph demo -o $(OUT)

check: $(VENV)/.dev ## format, lint, types, and the data
	$(BIN)/ruff format --check src tests hatch_build.py
	$(BIN)/ruff check src tests hatch_build.py
	$(BIN)/mypy
	$(BIN)/coopgraph fmt --check
	$(BIN)/coopgraph check
	$(BIN)/coopgraph validate

test: check ## everything that CI runs, browser tests included
	sh tests/browser.sh $(BIN)/python
	$(BIN)/python -m pytest -q -n 2 --cov --cov-report=term

fmt: $(VENV)/.dev ## canonical form of code and tables
	$(BIN)/ruff format src tests
	$(BIN)/ruff check --fix src tests
	$(BIN)/coopgraph fmt

bench: $(VENV)/.dev ## measure against the named peers
	$(BIN)/python -m tests.benchmarks --output $(OUT)/bench

clean:
	rm -rf $(OUT) .pytest_cache .mypy_cache .ruff_cache .hypothesis
