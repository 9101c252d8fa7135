"""Repairs one file: each repair that is asked for in turn, each proved before the next. Fenced: files are hostile."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import pikepdf
from pikepdf import Pdf

from proceedings.checks.certificate import MARKS
from proceedings.inspection.pdf_guard import FenceError, fenced
from proceedings.inspection.pdf_opening import UnusablePdfError, open_pdf, require_pdf
from proceedings.pdf.pdf_objects import entry, text
from proceedings.pdf.pdf_saving import pdf_bytes
from proceedings.records.repair import DRAWN_ON_TOP, RepairedPaper, RepairKind, RepairOrder, RepairStep
from proceedings.repairs import pdf_cleaning
from proceedings.repairs.pdf_page_moving import PagesDoNotFitError, move_pages
from proceedings.repairs.pdf_proof import Shift, difference

CLEANINGS: Mapping[RepairKind, pdf_cleaning.Cleaning] = {
    "decrypt": pdf_cleaning.take_off_encryption,
    "javascript": pdf_cleaning.take_out_active_content,
    "annotations": pdf_cleaning.take_out_remarks,
    "attachments": pdf_cleaning.take_out_attachments,
}


class Outcome(NamedTuple):
    """What became of a file: its record, and the repaired file, empty where the author's goes on."""

    paper: RepairedPaper
    content: bytes


def repair_paper(path: Path, paper: str, order: RepairOrder) -> Outcome | None:
    """Repair `papers/<id>.pdf` as far as can be proved; None where there is nothing to do, or nothing that can be read.

    What is wrong with a file that cannot be read is said by inspection.
    """
    try:
        content = path.read_bytes()
        require_pdf(content)
        answer = fenced(lambda: _repaired(path, content, order))
    except (OSError, UnusablePdfError):
        return None
    except FenceError as error:
        answer = msgspec.json.encode(RepairedPaper(steps=_given_up(order, str(error))))
    head, _, repaired = answer.partition(b"\n")
    found = msgspec.json.decode(head, type=RepairedPaper)
    if not found.steps:
        return None
    digest = hashlib.sha256(repaired).hexdigest() if repaired else ""
    received = hashlib.sha256(content).hexdigest()
    record = msgspec.structs.replace(
        found, paper=paper, sha256=digest, received_sha256=received, received_bytes=len(content)
    )
    return Outcome(record, repaired)


def _given_up(order: RepairOrder, reason: str) -> tuple[RepairStep, ...]:
    return tuple(RepairStep(kind=kind, refused=reason) for kind in order.kinds)


def _repaired(path: Path, content: bytes, order: RepairOrder) -> bytes:
    """The record in one line, then the file. Whatever the engines raise means that nothing was repaired."""
    try:
        problem = _problem_of(path, content)
        steps, repaired = _all_steps(content, order)
    except Exception:  # the last resort, as in inspection, which says what is wrong with such a file
        problem, steps, repaired = None, (), b""
    record = RepairedPaper(received_problem=problem, steps=steps)
    return msgspec.json.encode(record) + b"\n" + repaired


def _problem_of(path: Path, content: bytes) -> str | None:
    opened = open_pdf(path, content)
    opened.close()
    return opened.problem


def _all_steps(content: bytes, order: RepairOrder) -> tuple[tuple[RepairStep, ...], bytes]:
    """The steps that did or would have done something, and the file after those that were proved."""
    if _is_certified(content):
        return (), b""
    steps, current = [], content
    for kind in order.kinds:
        with Pdf.open(io.BytesIO(current)) as pdf:
            if pdf.is_encrypted and kind != "decrypt":
                break  # nobody allowed to unlock it
            step, repaired = _step(kind, pdf, current, order)
        if step is not None:
            steps.append(step)
            current = repaired or current
    return tuple(steps), current if current is not content else b""


def _is_certified(content: bytes) -> bool:
    """Whether a publisher's service certified the file, which any change would void."""
    with Pdf.open(io.BytesIO(content)) as pdf:
        information = entry(pdf.trailer, "/Info")
        said = [text(entry(information, key)) for key in ("/Creator", "/Producer")]
    return any(mark.search(words) for mark in MARKS.values() for words in said)


def _step(kind: RepairKind, pdf: Pdf, before: bytes, order: RepairOrder) -> tuple[RepairStep | None, bytes]:
    """One repair with its proof: the step, None where there was nothing to do, and the new file if it holds."""
    shifts: Sequence[Shift] = ()
    if kind == "page_box":
        try:
            moved = move_pages(pdf, before, order.page)
        except PagesDoNotFitError as error:
            return RepairStep(kind=kind, refused=str(error)), b""
        done, shifts = moved if moved else ("", ())
    else:
        done = CLEANINGS[kind](pdf)
    if not done:
        return None, b""
    after = _saved(pdf)
    wrong = (
        difference(before, after, annotations=kind not in DRAWN_ON_TOP, shifts=shifts) if after else "it was not saved"
    )
    if wrong:
        return RepairStep(kind=kind, refused=wrong), b""
    return RepairStep(kind=kind, done=done), after


def _saved(pdf: Pdf) -> bytes:
    try:
        return pdf_bytes(pdf)
    except pikepdf.PdfError:
        return b""
