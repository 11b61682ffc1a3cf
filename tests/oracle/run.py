#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""heng against an independent scorer: random rubrics, random facts.

    run.py HENG [--pairs 3000] [--documents 100] [--sheets 1] [--beyond] [--seed 1] [-j 1]
                [--keep FOLDER]

Makes rubrics with every rule kind, adjustments, places of rounding and modes, and for each some
documents of facts at and around every edge; `heng batch` scores them, and total, grade, every item
and every refusal are compared with scorer.py, which is written from the published interfaces and not
from heng's code; no score is outside its bounds. Of each rubric some documents are also scored alone,
their points and adjustments are compared, and their sentences are checked (sentences.py). With
--beyond, rubrics score above the points and below 0, and their adjustments have every form. The same
seed makes the same pairs. A difference is kept in FOLDER as rubric.json and facts.json.
Exit status: 0 no difference, 1 differences.
"""
import argparse
import concurrent.futures
import json
import pathlib
import random
import subprocess
import sys
import tempfile
from fractions import Fraction

sys.dont_write_bytecode = True  # the sources may be read-only
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import rules  # noqa: E402
from facts import FactsMaker  # noqa: E402
from rubrics import Rubrics, leaves, text  # noqa: E402
from scorer import Scorer  # noqa: E402
from sentences import untrue  # noqa: E402

DOCUMENTS = 100


def expected(rubric, document):
    """(codes of refusal, sheet): refused where there are codes."""
    if document.refused:
        return document.refused, None
    sheet = Scorer(rubric, document).run()
    return sheet.refused, sheet


def difference(rubric, document, line):
    """What heng's summary line says differently, or None."""
    codes, sheet = expected(rubric, document)
    said = json.loads(line)
    if codes or "error" in said:
        code = said.get("error", {}).get("code")
        return None if code in codes else f"refused with {code}, expected one of {sorted(codes)}"
    total = rules.shown(sheet.total, rubric.places)
    if said["total"] != total:
        return f"total {said['total']}, expected {total}"
    if said["grade"] != sheet.grade:
        return f"grade {said['grade']}, expected {sheet.grade}"
    scores = {item.id: item.text() for item in sheet.items}
    if list(said["scores"].items()) != list(scores.items()):
        wrong = [f"{key} {said['scores'].get(key)}, expected {scores.get(key)}"
                 for key in {**scores, **said["scores"]}
                 if said["scores"].get(key) != scores.get(key)]
        return "; ".join(wrong) or "items in another order"
    outside = [item.id for item in sheet.items if not item.least <= item.score <= item.most]
    if outside or not rubric.floor <= sheet.total <= rubric.points + rubric.extra:
        return f"{', '.join(outside) or 'the total'}: a score outside its bounds"
    return None


def adjusted(said, own):
    """What one adjustment of a sheet says differently, or None."""
    identity, item, kind, amount, before, after = own
    if (said["id"], said["item"], said["kind"]) != (identity, item, kind):
        return f"{said['id']} {said['kind']} of {said['item']}, expected {kind} of {item}"
    read = str if kind == "grade_at_most" else Fraction
    for key, wanted in (("value", amount), ("before", before), ("after", after)):
        if read(said[key]) != wanted:
            return f"the adjustment {identity} of {item}: {key} {said[key]}, expected {wanted}"
    return None


def alone(heng, rubric, document, folder):
    """The points in play and the adjustments of one sheet."""
    codes, sheet = expected(rubric, document)
    if codes:
        return None
    (folder / "facts.json").write_text(document.text(), encoding="utf-8")
    out = subprocess.run([heng, "score", "-r", folder / "rubric.json", "-f", "json",
                          folder / "facts.json"], capture_output=True, text=True, check=False)
    if out.returncode != 0:
        return f"heng score: {out.stderr}"
    said = json.loads(out.stdout)
    for item, own in zip(said["items"], sheet.items):
        points = rules.shown(own.points, own.places)
        if item["id"] != own.id or Fraction(item["points"]) != own.points:
            return f"{item['id']} of {item['points']} points, expected {points}"
        rate = (rules.shown(rules.rounded(own.score / own.points * 100, 2, "half-up"), 2) + "%"
                if own.points else "")
        if (item["rate"] or "") != rate:
            return f"{item['id']} {item['rate']}, expected {rate}"
        if why := untrue(item):
            return why
        if Fraction(item["lost"]) != own.points - own.score:
            return f"{item['id']} lost {item['lost']}, expected {own.points - own.score}"
    if len(said["adjustments"]) != len(sheet.adjustments):
        return f"{len(said['adjustments'])} adjustments, expected {len(sheet.adjustments)}"
    return next(filter(None, map(adjusted, said["adjustments"], sheet.adjustments)), None)


def batch(heng, folder, documents):
    lines = "".join(document.text() + "\n" for document in documents)
    out = subprocess.run([heng, "batch", "-r", folder / "rubric.json", "-"], input=lines,
                         capture_output=True, text=True, check=False)
    return out.stdout.splitlines(), out.stderr


def try_rubric(options, seed):
    """(documents, scored, refused rubrics, differences)"""
    heng, keep, count = options.heng, options.keep, options.documents
    rng = random.Random(seed)
    rubric = Rubrics(rng, options.beyond).make()
    maker = FactsMaker(rng, rubric, list(leaves(rubric.nodes)))
    documents = [maker.make() for _ in range(count)]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "rubric.json").write_text(text(rubric), encoding="utf-8")
        lines, error = batch(heng, folder, documents)
        if not lines:
            return 0, 0, 1, [] if "rubric.json" in error else [f"seed {seed}: {error}"]
        if len(lines) != len(documents):
            return 0, 0, 0, [f"seed {seed}: {len(lines)} lines for {len(documents)} documents"]
        wrong = []
        for document, line in zip(documents, lines):
            found = difference(rubric, document, line)
            if found:
                wrong.append(f"seed {seed}: {found}")
                keep_pair(keep, seed, rubric, document)
        for document in documents[:options.sheets]:
            found = alone(heng, rubric, document, folder)
            if found:
                wrong.append(f"seed {seed}: {found}")
                keep_pair(keep, seed, rubric, document)
        scored = sum('"error"' not in line for line in lines)
        return len(documents), scored, 0, wrong


def keep_pair(keep, seed, rubric, document):
    if keep:
        folder = pathlib.Path(keep) / str(seed)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "rubric.json").write_text(text(rubric), encoding="utf-8")
        (folder / "facts.json").write_text(document.text(), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("heng")
    parser.add_argument("--pairs", type=int, default=3000)
    parser.add_argument("--documents", type=int, default=DOCUMENTS, help="of each rubric")
    parser.add_argument("--sheets", type=int, default=1, help="of each rubric, that are scored alone")
    parser.add_argument("--beyond", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-j", type=int, default=1)
    parser.add_argument("--keep")
    options = parser.parse_args()
    rubrics = -(-options.pairs // options.documents)
    seeds = range(options.seed * 10 ** 9, options.seed * 10 ** 9 + rubrics)
    with concurrent.futures.ProcessPoolExecutor(options.j) as pool:
        made = list(pool.map(try_rubric, [options] * rubrics, seeds, chunksize=8))
    pairs, scored, refused = (sum(each[i] for each in made) for i in range(3))
    wrong = [found for each in made for found in each[3]]
    for found in wrong[:20]:
        print(found)
    print(f"{pairs} pairs of {rubrics - refused} rubrics ({refused} more were refused as rubrics), "
          f"{scored} with a score: {len(wrong)} differences")
    return 1 if wrong or refused * 3 > rubrics or scored * 4 < pairs else 0


if __name__ == "__main__":
    sys.exit(main())
