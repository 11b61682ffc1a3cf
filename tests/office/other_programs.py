#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Facts as other programs save them: one form, written by LibreOffice and pandoc in every format.

usage: other_programs.py HENG

The table of figures goes through HTML into xlsx, docx and CSV (UTF-8, and GB18030 with semicolons),
and each of them scores as the JSON facts do. Status 77 where LibreOffice or pandoc is missing.
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

import forms

heng = pathlib.Path(sys.argv[1]).resolve()
if not shutil.which("soffice") or not shutil.which("pandoc"):
    sys.exit(77)
RUBRIC = "hunan-unit-2018"
wrong = []


def flat(data, path=""):
    for key, value in data.items():
        name = f"{path}.{key}" if path else key
        if isinstance(value, dict):
            yield from flat(value, name)
        else:
            yield name, value


def page_of(facts):
    rows = [("编码", "数据项", "填报值"), ("@name", "单位", facts["subject"]["name"]),
            ("@year", "年度", facts["subject"]["year"]), ("@unit", "单位", facts["unit"]),
            *((path, "一项", value) for path, value in flat(facts["data"]))]
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return (f"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>t</title></head><body>"
            f"<p>填报</p><table>{cells}</table></body></html>")


with tempfile.TemporaryDirectory() as temporary:
    folder = pathlib.Path(temporary)
    _, text, _ = forms.run(heng, "rubric", RUBRIC)
    facts = forms.facts_of(forms.json.loads(text), forms.generator(RUBRIC))
    forms.write(folder / "facts.json", facts)
    sheet, why = forms.scored(heng, RUBRIC, folder / "facts.json")
    assert sheet, why
    page = folder / "form.html"
    page.write_text(page_of(facts), encoding="utf-8")
    gb = folder / "gb.html"
    gb.write_text(page_of(facts).replace("utf-8", "gb18030"), encoding="gb18030")
    subprocess.run(["pandoc", page, "-o", folder / "pandoc.docx"], check=True)
    calc = folder / "calc"
    forms.libreoffice(folder, "xlsx:Calc MS Excel 2007 XML", calc, [page],
                      "--infilter=HTML (StarCalc)")
    forms.libreoffice(folder, "csv:Text - txt - csv (StarCalc):44,34,76,1", calc,
                      [calc / "form.xlsx"])
    forms.libreoffice(folder, "html", folder / "page", [calc / "form.xlsx"])
    forms.libreoffice(folder, "docx:MS Word 2007 XML", folder / "word", [folder / "pandoc.docx"])
    semicolons = folder / "gb.csv"
    semicolons.write_bytes((calc / "form.csv").read_text(encoding="utf-8")
                           .replace(",", ";").encode("gb18030"))
    files = [page, gb, folder / "pandoc.docx", calc / "form.xlsx", calc / "form.csv", semicolons,
             folder / "page/form.html", folder / "word/pandoc.docx"]
    for path in files:
        again, why = forms.scored(heng, RUBRIC, path)
        if again != sheet:
            wrong.append(f"{path.parent.name}/{path.name}: scores otherwise: {why[:500]}")
    # what is not read is refused by its name, as these programs write it
    for kind, word in (("xls:MS Excel 97", ".xls"), ("ods", "OpenDocument"), ("pdf", "PDF")):
        forms.libreoffice(folder, kind, calc, [calc / "form.xlsx"])
        old = calc / f"form.{kind.split(':')[0]}"
        status, out, why = forms.run(heng, "score", "--language", "en", "-r", RUBRIC, old)
        if status != 3 or out or "office.kind" not in why or word not in why:
            wrong.append(f"{old.name}: status {status}: {why[:300]}")

print(f"{len(files)} files compared")
print("\n".join(wrong))
sys.exit(1 if wrong else 0)
