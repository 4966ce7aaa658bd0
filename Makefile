# 两个命令：make build 生成文书，make test 跑全部测试。没有 make 的机器见 README。
PYTHON ?= python3
BIN := .venv/bin

.PHONY: build test install install-test check bench clean

build: install
	$(BIN)/reportgen build

test: install-test check
	$(BIN)/python -m pytest

install: .venv/installed
install-test: .venv/installed-test

.venv/installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet -e '.[pages]'
	touch $@

.venv/installed-test: .venv/installed
	$(BIN)/python -m pip install --quiet -e '.[dev]'
	touch $@

check: install-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: install-test
	$(BIN)/python bench/build.py
	$(BIN)/python bench/check.py
	$(BIN)/python bench/ledger.py

clean:
	rm -rf .venv
