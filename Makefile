# Hai lệnh chính: `make site` dựng cổng, `make test` chạy kiểm thử. Không có make (Windows): xem README.md.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: site serve test check docs addresses audit bench requirements clean

site: $(VENV)/site.stamp
	$(BIN)/subportal build

serve: $(VENV)/site.stamp
	$(BIN)/subportal serve

test: $(VENV)/test.stamp node_modules/stamp
	sh tests/install-programs
	$(BIN)/python -m pytest -n auto --dist loadgroup

check: $(VENV)/check.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/subportal check

docs: $(VENV)/site.stamp
	$(BIN)/python -m subportal.handbook docs

# Slower judges: Lighthouse, first paint, axe on all pages by all rules. Part of it: make audit AUDIT="--only paint".
audit: site $(VENV)/test.stamp node_modules/stamp audits/node_modules/stamp
	sh tests/install-programs
	$(BIN)/python -m audits.run $(AUDIT)

# After each release: none of the addresses published so far may die (tests/site/test_addresses.py).
addresses: site
	$(BIN)/python -m tests.site.addresses build/site

# Part of it: make bench BENCH="--sizes 300 --peers subportal,hugo".
bench: $(VENV)/site.stamp
	$(BIN)/python benchmarks/run.py $(BENCH)

# Only this target asks the package index for newer versions.
requirements:
	cd requirements && for name in site test check; do \
	  uv pip compile --upgrade --universal --python-version 3.11 --generate-hashes --no-header \
	  --no-emit-index-url $$name.in -o $$name.txt; done

clean:
	rm -rf build $(VENV) node_modules

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/site.stamp: requirements/site.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/site.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/%.stamp: requirements/%.txt $(VENV)/site.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/$*.txt
	touch $@

# Without npm the tests that need Node.js are skipped, and say so.
node_modules/stamp: package.json package-lock.json
	if command -v npm >/dev/null; then npm ci --no-audit --no-fund; fi
	mkdir -p node_modules && touch $@

audits/node_modules/stamp: audits/package.json audits/package-lock.json
	cd audits && npm ci --no-audit --no-fund --ignore-scripts
	touch $@
