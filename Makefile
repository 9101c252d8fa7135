# `make` builds the sample edition, `make test` runs the tests; both set up .venv first.
# Another edition: make EDITION=path/to/edition

PYTHON ?= python3
EDITION ?= .
VENV := .venv
READY := $(VENV)/ready
RUN := $(VENV)/bin/python
SNAKEMAKE := $(VENV)/bin/snakemake --directory "$(EDITION)"

.PHONY: all test check volume bundle new import lint

all: $(READY)
	@$(SNAKEMAKE)

check volume bundle: $(READY)
	@$(SNAKEMAKE) $@

test: $(READY)
	@$(RUN) -m pytest

# An empty edition folder with every key explained: make new PRESET=dls-isc EDITION=path
new: $(READY)
	@$(RUN) scripts/new_edition.py "$(PRESET)" "$(EDITION)"

# An edition from a submission system's export: make import FROM=easychair SOURCE=path EDITION=path
import: $(READY)
	@$(RUN) scripts/import_submissions.py "$(FROM)" "$(SOURCE)" "$(EDITION)"

# Style and types; needs requirements-dev.txt installed in .venv.
lint: $(READY)
	@$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@$(RUN) -m ruff check .
	@$(RUN) -m ruff format --check .
	@$(RUN) -m mypy
	@PATH="$(CURDIR)/$(VENV)/bin:$$PATH" snakefmt --check Snakefile rules
	@$(VENV)/bin/snakemake --lint

$(READY): requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Bindery needs Python 3.11 or newer; $(PYTHON) is older. Name another one: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "$(PYTHON) has no venv module. Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	@echo "Setting up $(VENV) (once; about a minute) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@
