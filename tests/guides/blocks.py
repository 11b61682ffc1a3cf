# SPDX-License-Identifier: Apache-2.0
"""Runs the blocks of one page, in their order, in a folder of its own.

The lines of comment right above a block say what is done with it:

    <!-- output -->             the output of the `sh` block before it (text)
    <!-- exit: 1 -->            the status with which it ends, where that is not 0 (sh)
    <!-- file: NAME -->         it is written to this file, which a later block reads; a program is
                                compiled and run, too
    <!-- added to: NAME -->     its keys are put into this JSON file, which a later block reads
    <!-- context -->            the facts of the blocks of FEEL that follow (json)
    <!-- explain: EXPRESSION -->  what `heng eval --explain` prints (text)
    <!-- scored -->             inputs and indicators: each row of the table below it is scored
    <!-- within: NAME -->       it is compiled and run inside tests/guides/within/NAME (c, cpp)
    <!-- installed -->          it needs an installed heng: it runs in the test guides.installed
    <!-- not run: REASON -->    it can't run here

Without one, `sh` is run, a program is compiled and run, FEEL is evaluated, a rubric is read, and
a block of any other kind is a mistake.
"""
import decimal
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess

FENCE = re.compile(r"^```(\w*)$")
MARK = re.compile(r"^<!-- (output|context|installed|scored|[a-z ]+: .+) -->$")
HERE = pathlib.Path(__file__).resolve().parent


class Block:
    """A fenced block: its kind, its text, the line on which it stands, and its marks."""

    def __init__(self, kind, line, marks):
        self.kind, self.line, self.marks, self.lines, self.table = kind, line, marks, [], []

    @property
    def text(self):
        return "".join(line + "\n" for line in self.lines)


def blocks_of(lines):
    """The fenced blocks of a page; those that are indented are (number, line) in the second."""
    found, indented, block, marks = [], [], None, {}
    last = None  # the block above, up to a heading: a table below it is its own
    before = ""
    for number, line in enumerate(lines, 1):
        fence = FENCE.match(line)
        if block is not None:
            if line == "```":
                found.append(block)
                last = block
                block, marks = None, {}
            else:
                block.lines.append(line)
        elif fence:
            block = Block(fence[1], number, marks)
        elif MARK.match(line):
            name, _, value = MARK.match(line)[1].partition(": ")
            marks[name] = value
        else:
            marks = {}
            if line.startswith("#"):
                last = None
            elif line.startswith("|") and last:
                last.table.append([cell.strip() for cell in line.strip("|").split("|")])
            elif line.startswith("    ") and not before.strip():
                indented.append((number, line))
        before = line
    return found, indented


def plain(value):
    """A value that heng wrote, as FEEL writes it."""
    kind, inner = value["type"], value.get("value")
    if kind == "null":
        return "null"
    if kind == "error":
        return "error " + value["code"]
    if kind == "list":
        return "[" + ", ".join(map(plain, inner)) + "]"
    if kind == "context":
        return "{" + ", ".join(f"{quoted(k)}: {plain(v)}" for k, v in inner.items()) + "}"
    if kind == "string":
        return quoted(inner)
    if kind in ("date", "duration"):
        return "@" + quoted(inner)
    return value.get("exact", json.dumps(inner).strip('"'))


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def facts_of(inputs, cells):
    """The "data" of facts: the cells of a row by the paths of inputs, or one target record."""
    record = next((path for path, each in inputs.items() if each.get("of") == "target"), None)
    given = {path: {"true": True, "false": False}.get(cell, cell)
             for path, cell in cells.items() if cell and path != "assessed"}
    if record:
        return {record: [{"name": "示例指标", **given}]}
    data = {}
    for path, value in given.items():
        *groups, last = path.split(".")
        inside = data
        for group in groups:
            inside = inside.setdefault(group, {})
        inside[last] = value
    return data


class Page:
    """A page that is run. `wrong` has what is not as it says, `counts` how many blocks of a kind."""

    def __init__(self, source, name, tools, work):
        self.name, self.tools = name, tools
        self.path = source / name
        self.lines = self.path.read_text(encoding="utf-8").splitlines()
        self.folder = work / name.replace("/", "+")
        self.wrong, self.counts, self.not_run = [], {}, []
        self.printed, self.context, self.unread = None, None, {}
        self.changed = []  # (first line, how many lines, text), for HENG_WRITE
        shutil.rmtree(self.folder, ignore_errors=True)
        (self.folder / "build" / "release").mkdir(parents=True)
        for entry in source.iterdir():
            if entry.name not in ("build", ".git"):
                (self.folder / entry.name).symlink_to(entry)
        (self.folder / "build" / "release" / "bin").symlink_to(tools.heng.parent)

    def fail(self, block, message):
        self.wrong.append(f"{self.name}:{block.line}: {message}")

    def run(self):
        found, indented = blocks_of(self.lines)
        for number, line in indented:
            self.wrong.append(f"{self.name}:{number}: code without a fence is not run: {line}")
        for block in found:
            self.run_block(block)
        for name, block in self.unread.items():
            if self.tools.prefix is None:
                self.fail(block, f"no block reads {name}")

    def run_block(self, block):
        if "not run" in block.marks:
            self.not_run.append(f"{self.name}:{block.line}: {block.marks['not run']}")
            return
        if "installed" in block.marks and self.tools.prefix is None:
            self.counts["left to guides.installed"] = 1 + self.counts.get(
                "left to guides.installed", 0)
            self.unread.clear()
            return
        if self.tools.prefix and not {"installed", "file"} & set(block.marks):
            return  # the test guides runs it
        if "file" in block.marks:
            run = self.write_file
        elif "added to" in block.marks:
            run = self.add_keys
        elif "within" in block.marks:
            run = self.run_within
        elif "scored" in block.marks:
            run = self.run_scored
        else:
            run = {"sh": self.run_shell, "c": self.run_program, "cpp": self.run_program,
                   "feel": self.run_feel, "json": self.run_json, "text": self.run_text}.get(
                       block.kind)
        if run is None:
            self.fail(block, f"a block of {block.kind or 'no kind'} is not run: mark it")
            return
        self.counts[block.kind] = self.counts.get(block.kind, 0) + 1
        run(block)

    # Files

    def write_file(self, block):
        name = block.marks["file"]
        if (self.folder / name).is_symlink():
            (self.folder / name).unlink()
        (self.folder / name).write_text(block.text, encoding="utf-8")
        self.unread[name] = block
        if "int main(" in block.text and self.tools.prefix is None:
            self.run_program(block)

    def add_keys(self, block):
        path = self.folder / block.marks["added to"]
        document = json.loads(path.read_text(encoding="utf-8"))
        document.update(json.loads("{" + block.text + "}"))
        path.write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")
        self.unread[path.name] = block

    def run_json(self, block):
        if "context" in block.marks:
            self.context = block.text
            json.loads(self.context)
            return
        document = json.loads(block.text)
        if document.get("heng") != "rubric/1":
            self.fail(block, "no block reads it: mark it with a file")
            return
        path = self.folder / "a-rubric.json"
        path.write_text(block.text, encoding="utf-8")
        done = self.command([str(self.tools.heng), "score", "-r", str(path), "-"], "{}")
        if path.name in done.stderr:  # the facts are none, the rubric is one
            self.fail(block, done.stderr)

    def run_scored(self, block):
        """A rubric: each row of the table is facts, and then the exact score of its first indicator,
        the total, or the grade, as the last columns say."""
        rubric = {"heng": "rubric/1", "id": "guide", "title": "示例", "unit": "万元",
                  **json.loads(block.text)}
        for place, indicator in enumerate(rubric["indicators"]):
            indicator["id"] = f"it{place or ''}"
        points = sum(decimal.Decimal(each["points"]) for each in rubric["indicators"])
        rubric["points"] = str(points)
        path = self.folder / f"rubric_{block.line}.json"
        path.write_text(json.dumps(rubric, ensure_ascii=False), encoding="utf-8")
        head, *rows = [row for row in block.table if not set("".join(row)) <= set("-:")] or [[]]
        due = [name for name in head if name in ("score", "total", "grade")]
        for row in rows:
            facts = {"heng": "facts/1", "subject": {"name": "示例单位", "year": 2024}, "unit": "万元",
                     "data": facts_of(rubric["inputs"], dict(zip(head[:-len(due)], row)))}
            given = row[head.index("assessed")] if "assessed" in head else ""
            if given:
                facts["assessed"] = {"it": {"score": given, "reason": "评审意见"}}
            done = self.command([str(self.tools.heng), "score", "-f", "json", "-r", str(path), "-"],
                                json.dumps(facts, ensure_ascii=False))
            scored = ["none"] * len(due)
            if done.returncode == 0:
                sheet = json.loads(done.stdout)
                sheet["score"] = sheet["items"][0]["score"]
                scored = [sheet[name] for name in due]
            if scored != row[-len(due):]:
                self.fail(block, f"{' | '.join(row)}: scores {', '.join(scored)}\n{done.stderr}")
        if len(rows) < 2:
            self.fail(block, "the table below it has less than two rows")
        self.counts["scored rows"] = self.counts.get("scored rows", 0) + len(rows)

    # Commands

    def command(self, words, text=None):
        paths = [str(self.tools.heng.parent), os.environ["PATH"]]
        environment = {**os.environ, **self.tools.environment, "PATH": ":".join(paths)}
        return subprocess.run(words, input=text, capture_output=True, text=True, encoding="utf-8",
                              cwd=self.folder, env=environment, check=False, timeout=300)

    def run_shell(self, block):
        done = self.command(["bash", "-euo", "pipefail", "-c", block.text])
        self.printed = done.stdout
        due = int(block.marks.get("exit", 0))
        if done.returncode != due:
            self.fail(block, f"ends with {done.returncode}, not {due}\n{done.stdout}{done.stderr}")
        elif due in (2, 3):
            self.printed = done.stderr
        for name in list(self.unread):
            if name in block.text or "cmake -S" in block.text:
                del self.unread[name]

    def run_text(self, block):
        if "explain" in block.marks:
            expression = block.marks["explain"]
            done = self.command([str(self.tools.heng), "eval", "--explain", expression,
                                 self.context])
            self.compare(block, done.stdout)
        elif "output" in block.marks and self.printed is not None:
            self.compare(block, self.printed)
        else:
            self.fail(block, "a text that no command prints: mark it with output")

    def compare(self, block, printed):
        if printed == block.text:
            return
        if self.tools.write:
            self.changed.append((block.line, len(block.lines), printed))
        else:
            self.fail(block, f"says (<) what is not printed (>)\n< {block.text}> {printed}")

    # Programs

    def compiled(self, block, text):
        """The program made of this text, or None."""
        place = self.folder / f"program_{block.line}.{block.kind}"
        place.write_text(text, encoding="utf-8")
        program = place.with_suffix("")
        words = self.tools.c if block.kind == "c" else self.tools.cpp
        done = self.command([word.replace("@SOURCE@", str(place)).replace("@PROGRAM@", str(program))
                             for word in words])
        if done.returncode != 0:
            self.fail(block, f"does not compile\n{shlex.join(words)}\n{done.stderr}")
            return None
        return program

    def run_text_of(self, block, text):
        program = self.compiled(block, text)
        if program is None:
            return
        done = self.command([str(program)])
        self.printed = done.stdout
        if done.returncode != 0:
            self.fail(block, f"ends with {done.returncode}\n{done.stdout}{done.stderr}")

    def run_program(self, block):
        if "int main(" not in block.text:
            self.fail(block, "is no whole program: say within what it is compiled")
            return
        self.run_text_of(block, block.text)

    def run_within(self, block):
        frame = (HERE / "within" / block.marks["within"]).read_text(encoding="utf-8")
        marker = re.compile(r"^.*HERE.*$", re.M)
        self.run_text_of(block, marker.sub(lambda _: f'#line {block.line + 1} "{self.name}"\n'
                                           + block.text + '#line 1 "frame"', frame, count=1))

    # FEEL

    def run_feel(self, block):
        cases = [line.rsplit(" => ", 1) for line in block.lines]
        context = (self.context or "{}").replace("\n", " ")
        lines = "".join('{"expression": ' + quoted(case[0]) + ', "context": ' + context + "}\n"
                        for case in cases)
        answers = self.command([str(self.tools.heng), "eval", "--jsonl"], lines).stdout.splitlines()
        if len(answers) != len(cases):
            self.fail(block, f"{len(cases)} examples, {len(answers)} answers")
        for number, (case, answer) in enumerate(zip(cases, answers)):
            given = plain(json.loads(answer))
            if len(case) != 2 or case[1] != given:
                self.fail(block, f"example {number + 1}: {case[0]}\n  is {given}")
        self.counts["examples of FEEL"] = self.counts.get("examples of FEEL", 0) + len(cases)

    def rewrite(self):
        """Puts what was printed in place of what the page says."""
        for first, count, text in reversed(self.changed):
            self.lines[first:first + count] = text.splitlines()
        if self.changed:
            self.path.write_text("\n".join(self.lines) + "\n", encoding="utf-8")
