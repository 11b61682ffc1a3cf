# SPDX-License-Identifier: Apache-2.0
"""What the tests of forms share: random facts of a rubric, sheets of a workbook, other programs."""
import json
import pathlib
import random
import subprocess
import xml.etree.ElementTree as ElementTree
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
REGISTRY = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>
"""


def run(*command):
    done = subprocess.run([str(each) for each in command], capture_output=True, text=True,
                          encoding="utf-8", check=False)
    return done.returncode, done.stdout, done.stderr


def libreoffice(folder, kind, out, files, *more):
    """Converts files; formulas are computed anew, whatever results are in them."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(REGISTRY, encoding="utf-8")
    subprocess.run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless",
                    *more, "--convert-to", kind, "--outdir", str(out), *map(str, files)],
                   check=True, capture_output=True, timeout=500)


def sheet(path, name):
    """The cells of a sheet: {"A1": "text of the value"}."""
    with zipfile.ZipFile(path) as book:
        sheets = ElementTree.fromstring(book.read("xl/workbook.xml")).find(f"{MAIN}sheets")
        number = [each.get("name") for each in sheets].index(name) + 1
        texts = ["".join(part.text or "" for part in item.iter(f"{MAIN}t"))
                 for item in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))]
        root = ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
        cells = {}
        for cell in root.iter(f"{MAIN}c"):
            value = cell.find(f"{MAIN}v")
            if value is not None:
                cells[cell.get("r")] = (texts[int(value.text)] if cell.get("t") == "s"
                                        else value.text or "")
        return cells


ROUND = [0, 1, 2, 3, 5, 10, 13, 20, 25, 30, 40, 50, 60, 75, 80, 90, 95, 100, 110, 120, 200, 300,
         2605, 3000]
EDGES = ["0", "0.05", "0.1", "0.2", "0.3", "0.5", "0.6", "0.75", "0.9", "0.95", "1", "1.2"]


def figure(chance, kind):
    if kind == "count":
        return str(chance.choice(ROUND[1:9]) if chance.random() < 0.7 else chance.randint(1, 400))
    if kind == "percent":
        edge = chance.choice(EDGES[:-1])
        return edge if chance.random() < 0.4 else f"{chance.randint(0, 10000) / 100:.2f}%"
    if chance.random() < 0.5:
        return str(chance.choice(ROUND[1:]))
    return f"{chance.randint(1, 10 ** chance.randint(3, 9)) / 100:.2f}"


def target(chance, number):
    record = {"name": f"指标{number}", "points": "0"}
    if chance.random() < 0.3:
        level, rates = chance.choice([("met", ["100%", "90%"]), ("partly", ["70%", "0.6"]),
                                      ("not", ["30%", "0"])])
        return dict(record, direction="level", level=level, rate=chance.choice(rates))
    sign = "%" if chance.random() < 0.3 else ""
    return dict(record, direction=chance.choice([">=", "<=", "=", "≥"]),
                target=str(chance.choice(ROUND[1:])) + sign,
                actual=str(chance.choice(ROUND[1:])) + sign, unit="项")


def facts_of(rubric, chance):
    """Facts that the rubric can score: a third of the figures on edges, many quotients on ties."""
    data = {}
    for path, given in rubric["inputs"].items():
        kind = given["type"]
        if kind == "list" and given["of"] == "target":
            value = [target(chance, number) for number in range(chance.randint(1, 6))]
            points = next((each["points"] for each in rubric["indicators"]
                           if each["id"] == path), None)
            if points:
                share = int(points) // len(value)
                for each in value:
                    each["points"] = str(share)
                value[0]["points"] = str(int(points) - share * (len(value) - 1))
        elif kind == "boolean":
            value = chance.random() < 0.7
        elif given.get("optional") and chance.random() < 0.5:
            continue
        else:
            value = figure(chance, kind)
            if kind == "percent" and given.get("maximum") == "1" and value == "1.2":
                value = "1"
        groups = data
        *names, last = path.split(".")
        for name in names:
            groups = groups.setdefault(name, {})
        groups[last] = value
    facts = {"heng": "facts/1", "subject": {"name": "示例单位", "year": 2023},
             "unit": rubric["unit"], "data": data}
    assessed = {}

    def walk(indicators):
        for each in indicators:
            walk(each.get("indicators", []))
            if each.get("rule", {}).get("kind") == "assessed":
                assessed[each["id"]] = {"score": f"{chance.randint(0, 100) / 100}",
                                        "reason": "评审意见", "evidence": ["材料一", "材料二"]}

    walk(rubric["indicators"])
    return dict(facts, assessed=assessed) if assessed else facts


def scored(heng, rubric, path):
    """The sheet, without what differs between documents with the same figures."""
    status, out, err = run(heng, "score", "-r", rubric, "-f", "json", path)
    if status != 0:
        return None, err
    result = json.loads(out)
    for key in ("facts", "diagnostics"):
        result.pop(key, None)
    return result, err


def builtins(heng):
    _, out, _ = run(heng, "rubrics")
    return [line.split()[0] for line in out.splitlines()]


def write(path, document):
    pathlib.Path(path).write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")


def generator(seed):
    return random.Random(seed)
