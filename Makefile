# Every target is one `python -m …` in the project's own environment. `make help` lists them.

VENV := .venv
ifeq ($(OS),Windows_NT)
  RUN := $(VENV)/Scripts/python
else
  RUN := $(VENV)/bin/python
endif

# The first Python here that is new enough; another one by `make PYTHON=/path/to/python …`.
PYTHONS := python3 python3.13 python3.12 python3.11 python
PYTHON ?= $(shell for p in $(PYTHONS); do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo $$p; break; }; done)

# pip speaks up when something fails, and only then (once `--quiet` would still let warnings through).
INSTALL := -m pip --quiet --quiet --disable-pip-version-check --no-input install --require-hashes -r
UV_LOCK := -m uv --quiet pip compile pyproject.toml --universal --generate-hashes --python-version 3.11 \
	--custom-compile-command "make lock" $(UPGRADE)

MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.PHONY: help build site serve check test bench lock wheel clean

help: ## list these targets
	@sed -n 's/^\([a-z]*\):.*## /make \1	/p' Makefile

build: $(VENV)/.runtime ## recover the articles and write the Markdown into docs/
	@$(RUN) -m generator build

site: $(VENV)/.runtime ## the same, and build the web pages into site/
	@$(RUN) -m generator site

serve: $(VENV)/.runtime ## preview the site; it follows every change of a page, a rule, a template or a text
	@$(RUN) -m generator serve

check: $(VENV)/.runtime ## account for every character and follow every link
	@$(RUN) -m generator check

test: $(VENV)/.dev ## lint, types, unit, property, site and browser tests
	@$(RUN) -m tests

bench: $(VENV)/.dev ## how long it takes; with BENCH=FOLDER, how well pages of known articles are recovered
	@$(RUN) -m tests.bench $(BENCH)

lock: $(VENV)/.dev ## fix the versions again after a change of pyproject.toml (UPGRADE=--upgrade takes the newest)
	@$(RUN) $(UV_LOCK) --output-file requirements.txt
	@$(RUN) $(UV_LOCK) --group dev --constraint requirements.txt --output-file requirements-dev.txt

wheel: $(VENV)/.dev ## build the installable package into dist/
	@$(RUN) -m hatchling build --target wheel

clean: ## remove what was built; the environment, the pages and the Markdown stay
	@rm -rf build dist site.zip .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find site -mindepth 1 ! -name .gitkeep -delete

# An environment whose Python or pip is gone is made anew; one that works is kept.
$(VENV)/.made:
	@test -n "$(PYTHON)" || { echo "Banmian needs Python 3.11 or newer; none of these is: $(PYTHONS)" >&2; exit 1; }
	@$(RUN) -c 'import pip' 2>/dev/null || { echo "Making $(VENV) with $$($(PYTHON) --version)"; $(PYTHON) -m venv --clear $(VENV); }
	@touch $@

$(VENV)/.runtime: requirements.txt $(VENV)/.made
	@echo "Installing what Banmian needs into $(VENV)"
	@$(RUN) $(INSTALL) requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.runtime
	@echo "Installing what the tests need into $(VENV)"
	@$(RUN) $(INSTALL) requirements-dev.txt
	@touch $@
