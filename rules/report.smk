# The chair's report, built whatever blocks.
rule write_report:
    """Write the chair's report: every paper, what is wrong with it, and the cure."""
    input:
        FACTS,
        edition=EDITION,
        pagination=pagination,
        findings="output/findings.json",
        table="output/papers.csv",
        proof="output/proof.json",
        pictures=PICTURES,
        deliverables=[CHASE, PROOFS] + APPENDIX + ARTIFACTS + DEPOSITS + BIBLIOGRAPHY + EDITORIAL[-1:],
    output:
        update("output/report/index.html"),
    log:
        "output/logs/write_report.log",
    conda:
        "../environment.yml"
    params:
        code=CODE,
    shell:
        r"""
        "$PYTHON" "$SCRIPTS/write_report.py" \
            --edition {input.edition:q} \
            --findings {input.findings:q} \
            --table {input.table:q} \
            --proof {input.proof:q} \
            --pagination {input.pagination:q} \
            --pictures {input.pictures:q} \
            --facts-folder output/work/facts \
            --deliverables {input.deliverables:q} \
            --output {output:q} \
            2>&1 | tee {log:q}
        """


rule write_chase:
    """Write who owes what: one row a person to write to."""
    input:
        edition=EDITION,
        findings="output/findings.json",
    output:
        update("output/chase.csv"),
    log:
        "output/logs/write_chase.log",
    conda:
        "../environment.yml"
    params:
        code=CODE,
    shell:
        r"""
        "$PYTHON" "$SCRIPTS/write_chase.py" \
            --edition {input.edition:q} \
            --findings {input.findings:q} \
            --output {output:q} \
            2>&1 | tee {log:q}
        """
