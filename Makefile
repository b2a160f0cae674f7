# The only door: make help lists what can be done.
PYTHON := .venv/bin/python
.DEFAULT_GOAL := help
.PHONY: help setup run test check bench specimens format lock screenshots docs

help: ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

setup: ## make .venv from the lock file, install missing system libraries
	@.ci/setup

run: setup ## open the window; without a display do the main job headless
	@$(PYTHON) main.py

test: setup ## run the tests offscreen
	@$(PYTHON) -m pytest -q -n auto

check: setup ## lint, format, types, import contracts, unused code, dependencies
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m mypy
	@.venv/bin/lint-imports
	@$(PYTHON) -m vulture
	@.venv/bin/deptry .

bench: setup ## compare speed and size with others in one run; table here, JSON in out/bench.json
	@$(PYTHON) -m tests.bench

specimens: setup ## write every paper as docx, pdf and pictures into OUT (out/specimens) and measure it
	@$(PYTHON) -m tests.specimens $(or $(OUT),out/specimens)

lock: ## write requirements.lock anew from pyproject.toml: versions and hashes, no index address
	@uv pip compile --quiet --universal --generate-hashes --all-extras --python-version 3.11 \
		--no-header --no-annotate --no-emit-index-url --no-emit-find-links pyproject.toml -o requirements.lock

format: setup ## put the source into house format
	@$(PYTHON) -m ruff check --fix-only --quiet .
	@$(PYTHON) -m ruff format .

screenshots: setup ## take the pictures the manual shows from the sample office
	@rm -rf out/screenshots docs/manual/pictures/*.png
	@$(PYTHON) main.py demo --out out/screenshots >/dev/null
	@$(PYTHON) -m ui.screenshots out/screenshots/register docs/manual/pictures README.md docs/manual/*.md
	@$(PYTHON) -m tests.specimens.manual docs/manual/pictures docs/manual/*.md

docs: setup ## write the reference of commands from the program
	@$(PYTHON) -m ui.command_reference
