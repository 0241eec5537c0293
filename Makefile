# `make run` opens the app, `make test` checks everything; both set up what they need first.
.PHONY: run test setup check lint types imports tests content bench help

BIN := .venv/bin

run: setup ## open the best front there is
	@$(BIN)/sparring start

setup: ## virtual environment and system packages, nothing else
	@bash scripts/setup.sh

test: setup lint types imports content tests ## everything CI runs

lint:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types:
	$(BIN)/mypy

imports:
	$(BIN)/lint-imports --no-cache

content: ## every file of the bank, every formula, every solution against every case
	$(BIN)/sparring content check

tests:
	$(BIN)/pytest -n 2

bench: setup ## timings, as ratios; needs a quiet machine
	$(BIN)/python benchmarks/speed.py

help:
	@grep -E '^[a-z]+:.*##' Makefile | sed 's/:.*## /\t/'
