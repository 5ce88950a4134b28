# Each target works as the first command in a fresh clone: what it needs is installed first.

SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/installed

# The user's sentence goes through the environment, as typed: neither make nor a shell reads its quotes and dollars.
export SYSLOOM_INPUT = $(value INPUT)
unexport INPUT

.PHONY: help up down demo check test test-long bench bench-full contracts clean-data lock

help:  ## what can be typed
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' Makefile

up: $(INSTALLED)  ## start everything and stay; Ctrl-C stops it (DETACH=1: return when all is ready)
	@exec $(BIN)/sysloom up $(if $(DETACH),--detach)

down: $(INSTALLED)  ## stop what `make up DETACH=1` started
	@$(BIN)/sysloom down

demo: $(INSTALLED)  ## play the story, with INPUT="your own sentence" if you like
	@$(BIN)/sysloom demo

check: $(INSTALLED)  ## style, types, import rules, contracts
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy .
	$(BIN)/lint-imports
	$(BIN)/sysloom contracts --check

test: $(INSTALLED)  ## every test that fits into ten minutes, on a real PostgreSQL and Kafka
	$(BIN)/pytest

test-long: $(INSTALLED)  ## the tests that take longer
	$(BIN)/pytest -m long

bench: $(INSTALLED)  ## measure against the baselines (ten minutes) and write benchmarks/RESULTS.md
	$(BIN)/python -m benchmarks

bench-full: $(INSTALLED)  ## the same with the large data sets
	$(BIN)/python -m benchmarks --full

contracts: $(INSTALLED)  ## write the published schemas under deploy/contracts/
	$(BIN)/sysloom contracts

clean-data: $(INSTALLED)  ## stop, and forget all data and secrets of the embedded servers
	@$(BIN)/sysloom clean-data

lock:  ## resolve the dependencies anew (needs uv)
	uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 --upgrade \
		--generate-hashes --no-emit-index-url --no-header --quiet --output-file requirements.lock
	$(MAKE) $(INSTALLED)
	$(BIN)/python -m deploy.local.kafka_jars

# The last line makes the stamp: without it an installation was cut off, and is made anew.
$(INSTALLED): requirements.lock pyproject.toml
	@python=$$(for name in $(PYTHON) python3.13 python3.12 python3.11; do \
		$$name -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null \
			&& echo $$name && break; done) \
		|| { echo "Sysloom needs Python 3.11, 3.12 or 3.13 with venv (on Debian: apt install python3-venv)." >&2; exit 1; }; \
	test -f $@ && $(BIN)/python -m pip --version >/dev/null 2>&1 \
		|| { echo "Making $(VENV) with $$python …"; $$python -m venv --clear $(VENV); }
	@echo "Installing the packages of requirements.lock into $(VENV) (once, about a minute) …"
	@rm -f $@
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --no-deps --no-build-isolation -e .
	@touch $@
