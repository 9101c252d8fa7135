# What the editor of a joint volume or a publisher sets anew; an edition that sets all itself has no such job.
from proceedings.editorial.listing import FILES as EDITORIAL_FILES
from proceedings.editorial.listing import is_set_anew

EDITORIAL = []
if is_set_anew(SETTINGS):
    EDITORIAL = expand("output/editorial/{file}", file=EDITORIAL_FILES)


rule write_editorial:
    """Write contents, authors and organisation as text and tables, for whoever sets them anew."""
    input:
        COMPANIONS,
        edition=EDITION,
        pagination=pagination,
    output:
        update(expand("output/editorial/{file}", file=EDITORIAL_FILES)),
    log:
        "output/logs/write_editorial.log",
    conda:
        "../environment.yml"
    params:
        code=CODE,
        folder=subpath(output[0], parent=True),
    shell:
        r"""
        "$PYTHON" "$SCRIPTS/write_editorial.py" \
            --edition {input.edition:q} \
            --pagination {input.pagination:q} \
            --folder {params.folder:q} \
            2>&1 | tee {log:q}
        """
