# What registries and indexes take. Which files about the whole volume there are, the metadata alone decides.
from proceedings.deposits.listing import FOLDERS as DEPOSIT_FOLDERS
from proceedings.deposits.listing import whole_files

WHOLE_DEPOSITS = expand("output/deposits/{file}", file=whole_files(SETTINGS))
PAPER_DEPOSITS = expand("output/deposits/{folder}", folder=DEPOSIT_FOLDERS)
DEPOSITS = WHOLE_DEPOSITS + PAPER_DEPOSITS


rule write_deposits:
    """Write what Crossref, DataCite and dblp take, and the front matter of every paper in JATS."""
    input:
        edition=EDITION,
        pagination=pagination,
    output:
        update(WHOLE_DEPOSITS),
        datacite=update(directory("output/deposits/datacite")),
        jats=update(directory("output/deposits/jats")),
    log:
        "output/logs/write_deposits.log",
    conda:
        "../environment.yml"
    params:
        code=CODE,
        folder=subpath(output.jats, parent=True),
    shell:
        r"""
        "$PYTHON" "$SCRIPTS/write_deposits.py" \
            --edition {input.edition:q} \
            --pagination {input.pagination:q} \
            --folder {params.folder:q} \
            2>&1 | tee {log:q}
        """
