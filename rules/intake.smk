# Metadata and the listing of papers/ become one record; all problems are reported together.
METADATA_FILES = sorted(
    path.as_posix()
    for path in Path("metadata").rglob("*")
    if path.suffix in {".yml", ".yaml", ".md", ".csv"} and path.is_file()
)
PICTURED = sorted(
    path.as_posix()
    for path in Path("metadata").rglob("*")
    if path.suffix.lower() in {".png", ".jpg", ".jpeg", ".gif", ".pdf"} and path.is_file()
)
LISTING = sorted(path.name for path in Path("papers").glob("*") if path.is_file())


rule collect_papers:
    """Read the metadata and the list of papers, and say everything that is wrong with them."""
    input:
        METADATA_FILES,
    output:
        edition=EDITION,
        findings="output/work/findings/collect_papers.json",
    log:
        "output/logs/collect_papers.log",
    priority: 100
    conda:
        "../environment.yml"
    params:
        code=CODE,
        listing=LISTING,
        epoch=os.environ.get("SOURCE_DATE_EPOCH", ""),
    shell:
        r"""
        "$PYTHON" "$SCRIPTS/collect_papers.py" \
            --metadata metadata \
            --papers papers \
            --output {output.edition:q} \
            --findings {output.findings:q} \
            2>&1 | tee {log:q}
        """
