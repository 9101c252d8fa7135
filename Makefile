# `make` builds the sample edition, `make test` runs the tests; both set up .venv first. `make help` lists the rest.
# Another edition: make EDITION=path/to/edition

PYTHON ?= python3
EDITION ?= .
RECEIVERS := $(basename $(notdir $(wildcard scripts/proceedings/publishers/*.toml))) joint archive
PRESETS := $(basename $(notdir $(wildcard scripts/proceedings/editions/presets/*.yml)))
VENV := .venv
READY := $(VENV)/ready
RUN := $(VENV)/bin/python
ORACLES := .oracles
VNU := 26.9.27
VNU_SHA256 := 5970d3ffca91a627cf0965e5d91bb2e4242307c29292998de0b419d6a901b2b7
SNAKEMAKE := $(VENV)/bin/snakemake --directory "$(EDITION)"

.PHONY: all test check volume proofs bundle freeze receive deliver delta new import check-paper learn-profile template form import-forms same-names table apply adopt reconcile bench oracles lint help edition

all: $(READY) edition
	@$(SNAKEMAKE)

check volume proofs bundle: $(READY) edition
	@$(SNAKEMAKE) $@

# From now on no paper moves another's pages: metadata/ledger.csv records them as they are.
freeze: $(READY) edition
	@$(SNAKEMAKE) volume
	@$(RUN) scripts/freeze_pages.py "$(EDITION)"

# Which files have come since the last time: metadata/received.csv.
receive: $(READY) edition
	@$(RUN) scripts/record_arrivals.py "$(EDITION)" $(if $(DATE),--date "$(DATE)")

# What is handed over now is written down; later `make delta SINCE=...` packs what has changed since.
deliver: $(READY) edition
	@test -n "$(filter $(TO),$(RECEIVERS))" || { \
	  echo "Say who receives it: make deliver TO=NAME [DATE=2019-06-20] [EDITION=DIR]; names: $(RECEIVERS)"; exit 1; }
	@$(SNAKEMAKE) bundle
	@$(RUN) scripts/record_delivery.py "$(EDITION)" "$(TO)" $(if $(DATE),--date "$(DATE)")

delta: $(READY) edition
	@test -n "$(SINCE)" -a -f "$(EDITION)/metadata/deliveries/$(SINCE).csv" || { \
	  echo "Name a delivery: make delta SINCE=2019-06-20-springer. metadata/deliveries/ has: $$(ls "$(EDITION)/metadata/deliveries" 2>/dev/null | sed 's/\.csv$$//' | tr '\n' ' ')"; exit 1; }
	@$(SNAKEMAKE) all bundle "output/bundle/changes-since-$(SINCE).zip"

edition:
	@test -f "$(EDITION)/metadata/proceedings.yml" || { \
	  echo "$(EDITION) is no edition folder: it has no metadata/proceedings.yml. Look at the path (it is relative to"; \
	  echo "this folder), or begin an edition there: make new PRESET=dls-isc EDITION=$(EDITION)"; exit 1; }

test: $(READY)
	@$(RUN) -m pytest -n auto --dist worksteal

# The schemas and tools of others that the tests hold the exports to: requirements-oracles.in says which. They are
# unpacked, not installed. The checker of HTML comes from npm and runs on Java; without them HTML is not checked.
oracles: $(ORACLES)/ready

$(ORACLES)/ready: requirements-oracles.txt Makefile | $(READY)
	@rm -rf $(ORACLES)
	@$(RUN) -m pip install -qq --disable-pip-version-check --target $(ORACLES) --no-deps --no-compile \
	  --only-binary :all: --require-hashes -r requirements-oracles.txt
	@cd $(ORACLES) && npm pack --silent vnu-jar@$(VNU) >vnu.name && echo "$(VNU_SHA256)  $$(cat vnu.name)" >vnu.sha256 && \
	  sha256sum --check --quiet vnu.sha256 && tar -xzf "$$(cat vnu.name)" && rm "$$(cat vnu.name)" || \
	  echo "No checker of HTML: npm has no vnu-jar $(VNU) with the digest that is expected, or there is no npm."
	@touch $@

# An empty edition folder with every key explained: make new PRESET=dls-isc EDITION=path
new: $(READY)
	@test -n "$(PRESET)" || { \
	  echo "Name a preset ($(PRESETS)): make new PRESET=dls-isc EDITION=my-edition"; exit 1; }
	@test "$(EDITION)" != . || { \
	  echo "Name a folder for the new edition: make new PRESET=$(PRESET) EDITION=my-edition"; exit 1; }
	@$(RUN) scripts/new_edition.py "$(PRESET)" "$(EDITION)"

# An edition from a submission system's export: make import FROM=easychair SOURCE=path EDITION=path
# Into an edition that is there it shows what is otherwise, and takes what is named: TAKE=title,authors
import: $(READY)
	@test -n "$(FROM)" -a -n "$(SOURCE)" -a "$(EDITION)" != . || { \
	  echo "Name system, export and new folder: make import FROM=easychair SOURCE=export-folder EDITION=my-edition"; \
	  echo "docs/importing.md lists the systems."; exit 1; }
	@$(RUN) scripts/import_submissions.py "$(FROM)" "$(SOURCE)" "$(EDITION)" $(if $(TAKE),--take "$(TAKE)")

# The empty reproducibility block of a paper, every key explained, behind what its file says: make template PAPER=17
template: $(READY) edition
	@test -n "$$PAPER" || { echo "Name the paper: make template PAPER=17 [EDITION=DIR]"; exit 1; }
	@$(RUN) scripts/write_template.py "$(EDITION)" "$$PAPER"

# The same as a workbook for an author, metadata/forms/<id>.xlsx: make form PAPER="17 21"
form: $(READY) edition
	@test -n "$$PAPER" || { echo "Name the paper, or several: make form PAPER=17 [EDITION=DIR]"; exit 1; }
	@$(RUN) scripts/write_form.py "$(EDITION)" $$PAPER

# Filled forms go into the papers' files; a block that was written by hand needs REPLACE=17 (or all). SHOW=yes: only look.
import-forms: $(READY) edition
	@$(RUN) scripts/import_forms.py "$(EDITION)" $(if $(REPLACE),--replace $(REPLACE)) $(if $(SHOW),--show-only)

# Which names in the papers' blocks may mean one thing: metadata/same_names.csv asks, and keeps what was answered.
same-names: $(READY) edition
	@$(RUN) scripts/suggest_same_names.py "$(EDITION)"

# The papers as a table for a spreadsheet, metadata/papers.csv (AS=xlsx: a workbook), and the edits taken back.
AS = csv
table: $(READY) edition
	@$(RUN) scripts/write_table.py "$(EDITION)" --kind "$(AS)" $(if $(REPLACE),--replace)

apply: $(READY) edition
	@$(RUN) scripts/apply_table.py "$(EDITION)" $(if $(SHOW),--show-only)

# What the publisher made of it: final pages, DOIs, number and ISBN, from its list; what cites them is built anew:
# make adopt FROM=springer SOURCE=file
adopt: $(READY) edition
	@test -n "$(FROM)" -a -n "$(SOURCE)" || { \
	  echo "Name the publisher and its list: make adopt FROM=springer SOURCE=SearchResults.csv [EDITION=DIR]"; exit 1; }
	@$(RUN) scripts/adopt_publication.py "$(FROM)" "$(SOURCE)" "$(EDITION)" \
	  $(if $(ALIKE),--alike) $(if $(SHOW),--show-only)
	@$(if $(SHOW),,$(SNAKEMAKE) bibliography appendix deposits)

# What a publisher that collects the papers itself has otherwise than the metadata: make reconcile FROM=acm SOURCE=grid.csv
# TAKE=title,e-mail takes over what nobody has edited here.
reconcile: $(READY) edition
	@test -n "$(FROM)" -a -n "$(SOURCE)" || { \
	  echo "Name whose list it is, and the list: make reconcile FROM=acm SOURCE=grid.csv [EDITION=DIR]; names: acm ieee"; exit 1; }
	@$(RUN) scripts/reconcile_papers.py "$(FROM)" "$(SOURCE)" "$(EDITION)" $(if $(TAKE),--take "$(TAKE)")

# An author's check of one PDF, without an edition: make check-paper PDF=paper.pdf PROFILE=lncs MAX=12
# The shell reads the name itself ($$PDF), so that quotes and blanks in it do no harm.
PROFILE ?= lncs
check-paper: $(READY)
	@test -n "$$PDF" || { \
	  echo "Name the PDF and its format: make check-paper PDF=path/to/paper.pdf PROFILE=lncs [MIN=6] [MAX=12]"; exit 2; }
	@$(RUN) scripts/check_paper.py --profile "$(PROFILE)" \
	  $(if $(MIN),--min-pages "$(MIN)") $(if $(MAX),--max-pages "$(MAX)") $(if $(EXCLUDING),--excluding $(EXCLUDING)) \
	  $(if $(PICTURES),--pictures "$(PICTURES)") -- "$$PDF"

# A format profile measured in a paper that is in the template: make learn-profile PDF=paper.pdf NAME=ours EDITION=path
learn-profile: $(READY)
	@test -n "$(PDF)" -a -n "$(NAME)" || { \
	  echo "Name a paper in the template, and the profile: make learn-profile PDF=path/to/paper.pdf NAME=ours"; exit 1; }
	@$(RUN) scripts/learn_profile.py "$(PDF)" --name "$(NAME)" $(if $(BASED_ON),--based-on "$(BASED_ON)") \
	  --output "$(EDITION)/metadata/$(NAME).yml"

# CPU, pages a second and memory of every stage, on a copy of the edition; recall and precision on planted defects;
# reproducibility blocks, imports and bundles of 200 papers, or of BLOCKS=2000.
bench: $(READY) edition
	@$(RUN) benchmarks/bench.py "$(EDITION)"
	@$(RUN) benchmarks/planted_defects.py
	@$(RUN) benchmarks/many_blocks.py --papers $(or $(BLOCKS),200)
	@$(RUN) benchmarks/many_papers.py --papers $(or $(BLOCKS),200)

help:
	@echo "make                                        set up .venv and build the sample edition into output/"
	@echo "make EDITION=DIR                            build the edition in DIR into DIR/output/"
	@echo "make check|volume|bundle [EDITION=DIR]      the checks alone | the volume even with errors | the bundles"
	@echo "make proofs [EDITION=DIR]                   a page and a letter for the authors of every paper, whatever blocks"
	@echo "make freeze [EDITION=DIR]                   build the volume and give its pages out: they move no more"
	@echo "make receive [DATE=DAY] [EDITION=DIR]       write down which files have come since the last time"
	@echo "make deliver TO=NAME | make delta SINCE=DELIVERY   write down what is handed over | pack what changed since"
	@echo "make new PRESET=NAME EDITION=DIR            begin an edition; presets: $(PRESETS)"
	@echo "make import FROM=KIND SOURCE=PATH EDITION=DIR [TAKE=title,authors,papers,pdfs|all]   begin one from an export of"
	@echo "    aclpub2 acm cmt csv easychair hotcrp indico openreview pcs pmlr softconf; of one that is there, what changed"
	@echo "make table [AS=xlsx] [REPLACE=yes] | make apply [SHOW=yes]   the papers as a table for a spreadsheet | taken back"
	@echo "make template PAPER=ID                      a paper's empty reproducibility block, every key explained"
	@echo 'make form PAPER="ID ID" | make import-forms [SHOW=yes] [REPLACE=ID|all]   the same as workbooks | taken over'
	@echo "make same-names                             ask which names of software, data and machines mean one thing"
	@echo "make reconcile FROM=acm|ieee SOURCE=FILE [TAKE=title,e-mail|all]   what a publisher that collects the papers has"
	@echo "    otherwise"
	@echo "make adopt FROM=springer|ieee|acm|csv SOURCE=FILE [SHOW=yes] [ALIKE=yes]   its final pages, DOIs, number and ISBN"
	@echo "    (these too take EDITION=DIR)"
	@echo "make check-paper PDF=FILE [PROFILE=lncs]    an author's check of one PDF, on this machine alone; and"
	@echo "    [MIN=N] [MAX=N] [EXCLUDING=references] [PICTURES=DIR]   page limits, what they leave out, where to draw"
	@echo "make learn-profile PDF=FILE NAME=NAME [BASED_ON=lncs] [EDITION=DIR]   a format profile measured in a paper"
	@echo "make bench [EDITION=DIR]                    what every stage costs"
	@echo "make test | lint | oracles                  the tests | style and types | schemas of others that the tests ask"

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
