# `make run` opens the app, `make test` checks everything; both set up what they need first.
.PHONY: run test setup lint types imports content sample tests bench help

BIN := .venv/bin

run: setup ## open the best front there is
	@$(BIN)/sparring start

setup: ## virtual environment and system packages, nothing else
	@bash scripts/setup.sh

test: setup lint types imports content sample tests ## everything CI runs

lint:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types:
	$(BIN)/mypy

imports:
	$(BIN)/lint-imports --no-cache

content: ## every file of the bank, every formula, every solution against every case
	$(BIN)/sparring content check

sample: ## README shows what the program says today
	$(BIN)/python scripts/sample.py --check

tests:
	$(BIN)/pytest -n 2

bench: setup ## timings, as ratios; needs a quiet machine
	$(BIN)/python benchmarks/start.py
	$(BIN)/python benchmarks/debrief.py
	$(BIN)/python benchmarks/answer.py

help:
	@grep -E '^[a-z]+:.*##' Makefile | sed 's/:.*## /\t/'
