# Facts and profile become findings; another profile re-inspects nothing.
rule check_papers:
    """Judge every paper by the format profile."""
    input:
        edition=EDITION,
        facts=FACTS,
        companions=COMPANIONS,
    output:
        "output/work/findings/check_papers.json",
    log:
        "output/logs/check_papers.log",
    conda:
        "../environment.yml"
    params:
        code=CODE,
    shell:
        r"""
        "$PYTHON" "$SCRIPTS/check_papers.py" \
            --edition {input.edition:q} \
            --output {output:q} \
            --companions {input.companions:q} \
            -- {input.facts:q} \
            2>&1 | tee {log:q}
        """
