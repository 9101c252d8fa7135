# `make` builds the sample edition, `make test` runs the tests; both set up .venv first. `make help` lists the rest.
# Another edition: make EDITION=path/to/edition

PYTHON ?= python3
EDITION ?= .
PRESETS := $(basename $(notdir $(wildcard scripts/proceedings/editions/presets/*.yml)))
VENV := .venv
READY := $(VENV)/ready
RUN := $(VENV)/bin/python
SNAKEMAKE := $(VENV)/bin/snakemake --directory "$(EDITION)"

.PHONY: all test check volume bundle new import bench lint help edition

all: $(READY) edition
	@$(SNAKEMAKE)

check volume bundle: $(READY) edition
	@$(SNAKEMAKE) $@

edition:
	@test -f "$(EDITION)/metadata/proceedings.yml" || { \
	  echo "$(EDITION) is no edition folder: it has no metadata/proceedings.yml. Look at the path (it is relative to"; \
	  echo "this folder), or begin an edition there: make new PRESET=dls-isc EDITION=$(EDITION)"; exit 1; }

test: $(READY)
	@$(RUN) -m pytest

# An empty edition folder with every key explained: make new PRESET=dls-isc EDITION=path
new: $(READY)
	@test -n "$(PRESET)" || { \
	  echo "Name a preset ($(PRESETS)): make new PRESET=dls-isc EDITION=my-edition"; exit 1; }
	@test "$(EDITION)" != . || { \
	  echo "Name a folder for the new edition: make new PRESET=$(PRESET) EDITION=my-edition"; exit 1; }
	@$(RUN) scripts/new_edition.py "$(PRESET)" "$(EDITION)"

# An edition from a submission system's export: make import FROM=easychair SOURCE=path EDITION=path
import: $(READY)
	@test -n "$(FROM)" -a -n "$(SOURCE)" -a "$(EDITION)" != . || { \
	  echo "Name system, export and new folder: make import FROM=easychair SOURCE=export-folder EDITION=my-edition"; \
	  echo "docs/importing.md lists the systems."; exit 1; }
	@$(RUN) scripts/import_submissions.py "$(FROM)" "$(SOURCE)" "$(EDITION)"

# CPU, pages a second and memory of every stage, on a copy of the edition.
bench: $(READY) edition
	@$(RUN) benchmarks/bench.py "$(EDITION)"

help:
	@echo "make                                        set up .venv and build the sample edition into output/"
	@echo "make EDITION=DIR                            build the edition in DIR into DIR/output/"
	@echo "make check|volume|bundle [EDITION=DIR]      the checks alone | the volume even with errors | the bundles"
	@echo "make new PRESET=NAME EDITION=DIR            begin an edition; presets: $(PRESETS)"
	@echo "make import FROM=KIND SOURCE=PATH EDITION=DIR   begin one from a submission system's export"
	@echo "make bench [EDITION=DIR]                    what every stage costs"
	@echo "make test | lint                            the tests | style and types"

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
	@$(RUN) -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.txt || { \
	  echo "The libraries of requirements.txt could not be installed; the lines above say why. Is there a network?"; exit 1; }
	@touch $@
