# make demo    sets up and shows iacfix at work on a copy of a golden project
# make test    sets up and passes the tests
# make quick   the same without cdktf, whose packages are large
# make synthesis  sets cdktf up and passes the tests of synthesis alone
# make check   lint and types
# make bench   figures of check and apply on a generated tree of 4,000 files
# make trial   TREES="DIR..." LANGUAGE=terraform: real repositories before independent judges
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
SYNTHESIS := .venv-synthesis

.PHONY: setup test quick synthesis lint types check demo bench trial docs clean

setup: $(VENV)/.ready

# pip reads dependency groups since 25.1; ours needs nothing else.
$(VENV)/.ready: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . --group dev
	touch $@

# cdktf pins what the tools of .venv pin otherwise; tests run it in a process of its own.
$(SYNTHESIS)/.ready: pyproject.toml
	test -x $(SYNTHESIS)/bin/python || $(PYTHON) -m venv $(SYNTHESIS)
	$(SYNTHESIS)/bin/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(SYNTHESIS)/bin/python -m pip install --quiet --disable-pip-version-check --group synthesis
	touch $@

test: setup $(SYNTHESIS)/.ready
	$(BIN)/python -m pytest -n auto --dist loadgroup

quick: setup
	IACFIX_SYNTHESIS_PYTHON= $(BIN)/python -m pytest -n auto --dist loadgroup

synthesis: setup $(SYNTHESIS)/.ready
	$(BIN)/python -m pytest -n 0 tests/oracles/test_synthesis.py tests/test_synthesis_of_golden.py

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup
	$(BIN)/mypy
	$(BIN)/pyright --pythonpath $(BIN)/python

check: lint types

# A copy of a golden project, as a repository of its own, so that what is left is a diff to read.
demo: setup
	rm -rf build/demo && mkdir -p build && cp -r golden/projects/cloudwatch_analytics/before build/demo
	cd build/demo && git init -q && git add -A && git -c user.name=demo -c user.email=demo@example.invalid commit -qm before
	cd build/demo && ../../$(BIN)/iacfix apply . --select IAM002,naming --exit-zero
	git -C build/demo --no-pager diff
	git -C build/demo status --short

trial: setup
	$(BIN)/python -m benchmarks.trial_repositories $(TREES) --language $(LANGUAGE) --report build/trial.json

docs: setup
	$(BIN)/python docs/generate.py

bench: setup
	$(BIN)/python benchmarks/run.py

clean:
	rm -rf $(VENV) $(SYNTHESIS) build dist
