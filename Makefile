# Two commands do all: `make site` builds the dossier, `make test` proves it. A bare Python 3.11 or newer is enough.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: site serve test check format lock bench golden screenshots clean

site: $(VENV)/.ready  ## build the dossier into site/, ready to open from disk
	$(BIN)/dossier build --offline

serve: $(VENV)/.ready  ## the same with live reload, on http://127.0.0.1:8000
	$(BIN)/mkdocs serve

test: $(VENV)/.ready-dev  ## everything: style, types, tests, the site in a browser
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest

check: $(VENV)/.ready  ## is the dossier itself sound?
	$(BIN)/dossier check

format: $(VENV)/.ready-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: $(VENV)/.ready-dev  ## resolve the dependencies anew
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml --group build -o requirements.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml --group build --group dev -o requirements-dev.txt

bench: $(VENV)/.ready-dev  ## speed of extraction and growth of merging
	$(BIN)/python -m benchmarks.extraction_speed
	$(BIN)/python -m benchmarks.merge_growth

golden: $(VENV)/.ready-dev  ## write the golden pages anew, after a change of wording on purpose
	$(BIN)/python -m tests.golden.update

screenshots: $(VENV)/.ready-dev
	$(BIN)/python -m benchmarks.screenshots

clean:
	rm -rf site dist .cache $(VENV)

$(VENV)/.ready: requirements.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.ready-dev: requirements-dev.txt $(VENV)/.ready
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch $@
