# Everything runs in .venv, which the first target that needs it makes. Needs Python ≥ 3.11 with pip and venv, and make.
PYTHON ?= python3
VENV := .venv
FUZZ_SECONDS ?= 900
BIN := $(VENV)/bin

.PHONY: demo test check format docs bench fuzz wheel clean
.DEFAULT_GOAL := help

help:
	@echo "make demo    a plan, its funnel and its report, from nothing"
	@echo "make test    the whole test suite"
	@echo "make check   format, lint, types and generated docs, as CI does"
	@echo "make bench   the measurements in benchmarks/"
	@echo "make fuzz    looks for plans that break something (FUZZ_SECONDS=900)"

$(BIN)/roadmapctl: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.dev: $(BIN)/roadmapctl pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

$(VENV)/.bench: $(VENV)/.dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	@touch $@

$(VENV)/.fuzz: $(VENV)/.dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[fuzz]'
	@touch $@

# A checker in another language, to be measured beside ours; without npm the benchmark goes on without it.
.bench/node_modules/.bin/ajv:
	@if command -v npm >/dev/null; then npm install --silent --no-save --prefix .bench ajv-cli@5 ajv-formats@3; fi

demo: $(BIN)/roadmapctl
	@set -e; folder=$$(mktemp -d); \
	echo "\$$ roadmapctl init $$folder --name 'Demo roadmap'"; \
	$(BIN)/roadmapctl init "$$folder" --name 'Demo roadmap' </dev/null; \
	echo; echo "\$$ roadmapctl validate $$folder"; $(BIN)/roadmapctl validate "$$folder"; \
	echo; echo "\$$ roadmapctl funnel $$folder"; $(BIN)/roadmapctl funnel "$$folder"; \
	echo; echo "\$$ roadmapctl report $$folder -o $$folder/report.md"; $(BIN)/roadmapctl report "$$folder" -o "$$folder/report.md"; \
	echo; echo "The plan is $$folder/roadmap.yaml, its report $$folder/report.md."

test: $(VENV)/.dev
	$(BIN)/python -m pytest --numprocesses 2 --quiet

check: $(VENV)/.dev
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/python -m docs.generate --check

format: $(VENV)/.dev
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

docs: $(VENV)/.dev
	$(BIN)/python -m docs.generate

bench: $(VENV)/.bench .bench/node_modules/.bin/ajv
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/loading.py
	$(BIN)/python benchmarks/many_plans.py
	$(BIN)/python benchmarks/cached.py
	$(BIN)/python benchmarks/growth.py
	$(BIN)/python benchmarks/commands.py 1000
	$(BIN)/python benchmarks/allocation.py
	$(BIN)/python benchmarks/uncertainty.py

fuzz: $(VENV)/.fuzz
	nice $(BIN)/python -m tests.fuzz.run $(FUZZ_SECONDS)

wheel: $(VENV)/.dev
	sh .ci/wheel

clean:
	rm -rf $(VENV) .bench .fuzz dist build .mypy_cache .ruff_cache
