# All findings joined and weighed; the gate that fails owns no deliverable.
rule gather_findings:
    """Join the findings of all stages and weigh them for this edition."""
    input:
        edition=EDITION,
        findings=expand(
            "output/work/findings/{stage}.json",
            stage=[
                "collect_papers",
                "check_papers",
                "assign_pages",
                "typeset_front_matter",
                "assemble_volume",
                "verify_volume",
            ],
        ),
    output:
        findings=update("output/findings.json"),
        strict="output/work/strict_findings.json",
    log:
        "output/logs/gather_findings.log",
    conda:
        "../environment.yml"
    params:
        code=CODE,
        complete="--complete",
    shell:
        r"""
        "$PYTHON" "$SCRIPTS/gather_findings.py" \
            --edition {input.edition:q} \
            --output {output.findings:q} \
            --strict {output.strict:q} \
            {params.complete} \
            {input.findings:q} \
            2>&1 | tee {log:q}
        """


use rule gather_findings as gather_check_findings with:
    input:
        edition=EDITION,
        findings=expand(
            "output/work/findings/{stage}.json",
            stage=["collect_papers", "check_papers"],
        ),
    output:
        findings="output/work/check_findings.json",
        strict="output/work/strict_check_findings.json",
    log:
        "output/logs/gather_check_findings.log",
    params:
        code=CODE,
        complete="",


rule require_camera_ready:
    """Say what still blocks the volume, and fail if anything does."""
    input:
        edition=EDITION,
        findings=weighed_findings,
    output:
        "output/work/gates/{strictness}.txt",
    log:
        "output/logs/require_camera_ready.{strictness}.log",
    conda:
        "../environment.yml"
    params:
        code=CODE,
        blocked=BLOCKED.as_posix(),
        report=report_to_look_at,
    shell:
        r"""
        "$PYTHON" "$SCRIPTS/require_camera_ready.py" \
            --edition {input.edition:q} \
            --findings {input.findings:q} \
            --bundles output/bundle \
            --blocked {params.blocked:q} \
            --report {params.report:q} \
            --output {output:q} \
            2>&1 | tee {log:q}
        """
