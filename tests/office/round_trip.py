#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A form scores as the facts that filled it, for every built-in rubric.

usage: round_trip.py HENG COUNT [libreoffice]

COUNT random facts of each rubric are written into its form. The workbook must score as the JSON
does, item by item, and its sheet of scores must show these scores. With "libreoffice" the workbook
is first opened and saved by LibreOffice, which computes every formula itself; status 77, which
CTest shows as skipped, where it is not installed.
"""
import pathlib
import shutil
import sys
import tempfile

import forms

heng, count = pathlib.Path(sys.argv[1]).resolve(), int(sys.argv[2])
other = sys.argv[3:] == ["libreoffice"]
if other and not shutil.which("soffice"):
    sys.exit(77)
wrong, compared, live = [], 0, 0


def check_scores(name, book, sheet):
    """The live cells, which stand in the order of the sheet's items."""
    global live
    cells = forms.sheet(book, "得分")
    items = [each for each in sheet["items"] if each["kind"] != "row"]
    for row, item in enumerate(items, 4):
        shown = cells.get(f"C{row}", "")
        if cells[f"A{row}"].strip() != item["name"]:
            wrong.append(f"{name}: row {row} is {cells[f'A{row}']}, not {item['name']}")
        if shown in ("", "由 heng 计分"):
            continue
        live += 1
        exact = item["score"].split("/")
        score = int(exact[0]) / int(exact[1]) if len(exact) == 2 else float(item["score"])
        if abs(float(shown) - score) > 1e-9:
            wrong.append(f"{name}: {item['id']} shows {shown}, and scores {item['score']}")
    total = cells.get(f"C{4 + len(items)}", "")
    if total not in ("", "由 heng 计分") and float(total) != float(sheet["total"]):
        wrong.append(f"{name}: the total shows {total}, and is {sheet['total']}")


with tempfile.TemporaryDirectory() as temporary:
    folder = pathlib.Path(temporary)
    books, sheets = [], {}
    for rubric in forms.builtins(heng):
        _, text, _ = forms.run(heng, "rubric", rubric)
        document = forms.json.loads(text)
        chance = forms.generator(rubric)
        for number in range(count):
            name = f"{rubric}-{number}"
            facts, book = folder / f"{name}.json", folder / f"{name}.xlsx"
            forms.write(facts, forms.facts_of(document, chance))
            sheet, why = forms.scored(heng, rubric, facts)
            if sheet is None:
                if "facts.zero-denominator" not in why:
                    wrong.append(f"{name}: these facts are not scored: {why[:300]}")
                continue
            status, _, why = forms.run(heng, "form", "-r", rubric, "-o", book, facts)
            if status != 0:
                wrong.append(f"{name}: no form: {why[:300]}")
                continue
            books.append(book)
            sheets[name] = rubric, sheet
    if other:
        out = folder / "saved"
        forms.libreoffice(folder, "xlsx:Calc MS Excel 2007 XML", out, books)
        books = [out / book.name for book in books]
    for book in books:
        rubric, sheet = sheets[book.stem]
        again, why = forms.scored(heng, rubric, book)
        compared += 1
        if again != sheet:
            wrong.append(f"{book.stem}: the form scores otherwise: {why[:300]}" +
                         (f" {again['total']} for {sheet['total']}" if again else ""))
        check_scores(book.stem, book, sheet)

print(f"{compared} forms compared, {live} live cells")
if compared < 4 * count or live < 10 * count:
    wrong.append("too few were compared")
print("\n".join(wrong[:40]))
sys.exit(1 if wrong else 0)
