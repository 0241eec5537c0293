# `make run` opens the app, `make test` checks everything; both set up what they need first.
.PHONY: run test setup web client lint types imports content sample webcheck tests bench help

BIN := .venv/bin

run: setup web ## open the app in the browser
	@$(BIN)/sparring serve

setup: ## virtual environment and system packages, nothing else
	@bash scripts/setup.sh $(if $(filter test tests,$(MAKECMDGOALS)),test)

web: setup ## build the web app where it has changed
	@bash scripts/web.sh

client: setup ## the API's description, and the typed client made from it
	$(BIN)/python scripts/openapi.py
	@bash scripts/web.sh client

test: setup web lint types imports content sample webcheck tests ## everything CI runs

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

webcheck: ## types, lint and tests of the web app; the client is what the server says
	$(BIN)/python scripts/openapi.py --check
	@bash scripts/web.sh check

tests:
	$(BIN)/pytest -n 2

bench: setup web ## timings, as ratios; needs a quiet machine
	$(BIN)/python benchmarks/start.py
	$(BIN)/python benchmarks/debrief.py
	$(BIN)/python benchmarks/answer.py
	$(BIN)/python benchmarks/web.py
	$(BIN)/python benchmarks/hearing.py

help:
	@grep -E '^[a-z]+:.*##' Makefile | sed 's/:.*## /\t/'
