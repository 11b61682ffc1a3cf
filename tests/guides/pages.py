# SPDX-License-Identifier: Apache-2.0
"""What the guides are to have beside blocks that run: links that lead somewhere, an entry for each
thing that they list, and pages and pictures that are made by heng as they stand."""
import json
import re
import subprocess
from urllib.parse import unquote

import picture

LONGEST = 199  # lines of README.md and README.zh.md
REFERENCE = "src/document/reference"
LINK = re.compile(r"\]\(([^)\s]+)\)")
PATH = re.compile(r"`((?:include|src|capi|tests|examples|cmake|findings|[.]ci)/[\w./+-]*)`")
STANDS_FOR = re.compile(r"(KIND|NAME|FOLDER|TARGET)\b")  # in a path, for what a reader puts there
CALL = re.compile(r"`heng ([a-z]+)[ `]")


def slug(heading):
    """The anchor that GitHub gives to a heading."""
    text = re.sub(r"[`*]", "", heading).strip().lower()
    return re.sub(r"[^\w\- ]", "", text).replace(" ", "-")


class Pages:
    """All guides of the tree, and what is wrong with them."""

    def __init__(self, source, heng, write):
        self.source, self.heng, self.write = source, heng, write
        self.wrong = []
        self.names = sorted(
            str(path.relative_to(source)) for path in source.rglob("*.md")
            if not {"build", ".git"} & set(path.relative_to(source).parts))

    @property
    def guides(self):
        """All but the pages that heng writes, which have no blocks."""
        return [name for name in self.names if not name.startswith(REFERENCE)]

    def text(self, name):
        path = self.source / name
        if not path.is_file():
            self.wrong.append(f"{name}: is missing")
            return ""
        return path.read_text(encoding="utf-8")

    def run(self, *arguments):
        return subprocess.run([self.heng, *arguments], capture_output=True, text=True,
                              encoding="utf-8", cwd=self.source, check=True).stdout

    def check(self):
        for name in self.guides:
            self.links(name)
            self.paths(name)
        self.top()
        self.front()
        self.listed()
        self.commands()
        self.rules()
        self.reference()
        self.sheet()
        self.rows()
        self.same("examples/guangzhou-2023/sheet.svg", picture.of(json.loads(self.run(
            "score", "-f", "json", "-r", "guangzhou-department-2023",
            "examples/guangzhou-2023/facts.json"))))

    def same(self, name, text):
        """The file is what heng makes; with HENG_WRITE it becomes so."""
        path = self.source / name
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            return
        if self.write:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        else:
            self.wrong.append(f"{name}: is not what heng makes now: HENG_WRITE=1 writes it anew")

    # Links, paths and commands

    def links(self, name):
        for link in LINK.findall(self.text(name)):
            if re.match(r"https?:", link):
                continue
            path, _, anchor = unquote(link).partition("#")
            target = (self.source / name).parent / path if path else self.source / name
            if not target.exists():
                self.wrong.append(f"{name}: {link} leads nowhere")
            elif anchor:
                page = target.read_text(encoding="utf-8")
                if anchor not in map(slug, re.findall(r"^#+ (.+)$", page, re.M)):
                    self.wrong.append(f"{name}: {link}: the page has no such heading")

    def paths(self, name):
        commands = set(re.findall(r"^  ([a-z]+) ", self.run("--help"), re.M))
        text = self.text(name)
        for path in PATH.findall(text):
            if not STANDS_FOR.search(path) and not (self.source / path).exists():
                self.wrong.append(f"{name}: there is no {path}")
        for command in CALL.findall(text):
            if command not in commands:
                self.wrong.append(f"{name}: there is no heng {command}")

    def commands(self):
        """Each command has its row."""
        page = self.text("src/tool/README.md")
        for command in re.findall(r"^  ([a-z]+) ", self.run("--help"), re.M):
            if not re.search(rf"^\| .*`heng {command}[ `]", page, re.M):
                self.wrong.append(f"src/tool/README.md: has no row of heng {command}")

    # Whole pages

    def top(self):
        """Nothing else stands in the outermost folder."""
        due = {"CMakeLists.txt", "CMakePresets.json", "LICENSE", "README.md", "README.zh.md",
               "CHANGELOG.md", "include", "src", "capi", "examples", "tests", "cmake", "findings"}
        there = {entry.name for entry in self.source.iterdir()
                 if entry.name != "build" and not entry.name.startswith(".")}
        for name in sorted(due ^ there):
            self.wrong.append(f"{name}: {'is missing' if name in due else 'does not belong here'}")

    def front(self):
        for name in ("README.md", "README.zh.md"):
            lines = self.text(name).count("\n")
            if not 40 < lines <= LONGEST:
                self.wrong.append(f"{name}: has {lines} lines, of {LONGEST}")
        install = [re.findall(r"^```sh\n(.*?)^```$", self.text(name), re.M | re.S)[:2]
                   for name in ("README.md", "README.zh.md")]
        if install[0] != install[1]:
            self.wrong.append("README.zh.md: its two first commands are not those of README.md")

    def listed(self):
        """Each header, folder, suite and example stands in the page of its folder."""
        def folders(name):
            return [f"`{entry.name}`" for entry in sorted((self.source / name).iterdir())
                    if entry.is_dir() and entry.name != "__pycache__"]
        due = {
            "include/heng/README.md": [
                str(path.relative_to(self.source / "include/heng"))
                for path in sorted((self.source / "include/heng").rglob("*.hpp"))],
            "src/README.md": folders("src"),
            "tests/README.md": folders("tests"),
            "examples/README.md": [
                str(path.relative_to(self.source / "examples"))
                for path in sorted((self.source / "examples").rglob("*"))
                if path.suffix in (".c", ".cpp", ".json")],
            "src/document/README.md": [
                f"reference/{kind}.md" for kind in self.kinds()],
        }
        for name, entries in due.items():
            text = self.text(name)
            for entry in entries:
                if not re.search(rf"(?<![\w/]){re.escape(entry)}(?!\w)", text):
                    self.wrong.append(f"{name}: has no entry for {entry}")

    def kinds(self):
        return [line.split("/")[0] for line in self.run("schema").split()]

    def rules(self):
        """Each kind of rule has a printed sentence, its JSON and rows that are scored."""
        page = self.text("src/rule/README.md")
        sections = dict(re.findall(r"^## (\w+).*?\n(.*?)(?=^## |\Z)", page, re.M | re.S))
        schema = json.loads(self.run("schema", "rubric"))
        for kind in schema["definitions"]["rule"]["properties"]["kind"]["enum"]:
            section = sections.pop(kind, "")
            for what, part in (("printed sentence", "\n> "), ("indicator", "<!-- scored -->"),
                               ("JSON", f'"kind": "{kind}"')):
                if part not in "\n" + section:
                    self.wrong.append(f"src/rule/README.md: {kind} has no {what}")

    def reference(self):
        """The pages of fields are what heng writes, and each key of the schemas is in them."""
        for kind in self.kinds():
            page = self.run("schema", "-f", "md", kind)
            self.same(f"{REFERENCE}/{kind}.md", page)
            there = set(re.findall(r"^\| \*\*(.+?)\*\* \|", page, re.M))
            for key in keys_of(json.loads(self.run("schema", kind))):
                if key.replace("_", r"\_") not in there and key not in there:
                    self.wrong.append(f"{REFERENCE}/{kind}.md: has no entry for {key}")
        for language in ("en", "zh"):  # the causes and cures of all codes
            self.same(f"{REFERENCE}/codes.{language}.md", self.run(
                "lint", "--language", language, "--explain", "all", "-f", "md"))
        for path in sorted((self.source / REFERENCE).glob("*.md")):
            if path.stem not in [*self.kinds(), "codes.en", "codes.zh"]:
                self.wrong.append(f"{REFERENCE}/{path.name}: there is no such document")

    def sheet(self):
        """Each key of a sheet has its entry."""
        page = self.text("src/document/README.md")
        there = set(re.findall(r"`([\w.]+)`", page))
        keys = set()
        for rubric, facts in (("guangzhou-department-2023", "examples/guangzhou-2023/facts.json"),
                              ("examples/units/rubric.json", "examples/units/facts.json")):
            keys |= written(json.loads(self.run("score", "-f", "json", "-r", rubric, facts)))
        for key in sorted(keys - there):
            self.wrong.append(f"src/document/README.md: sheet/1 has no entry for {key}")

    def rows(self):
        """Rows that a page has from another stand there as they are."""
        for name in self.guides:
            page = self.text(name)
            for origin, table in re.findall(r"^<!-- rows of: (\S+) -->\n((?:\|.*\n)+)", page, re.M):
                source = self.text(origin).splitlines()
                lines = table.splitlines()
                for line in lines[2:]:
                    if line in source:
                        continue
                    label = line.split("|")[1].split(":")[0]
                    now = [each for each in source if each.startswith(f"|{label}")]
                    if self.write and len(now) == 1:
                        page = page.replace(line, now[0])
                    else:
                        self.wrong.append(f"{name}: no row of {origin}: {line}")
            if self.write and page != self.text(name):
                (self.source / name).write_text(page, encoding="utf-8")


def keys_of(schema):
    """The names of all properties of a schema."""
    if isinstance(schema, list):
        return set().union(*map(keys_of, schema)) if schema else set()
    if not isinstance(schema, dict):
        return set()
    found = set()
    for name, inside in schema.items():
        if name == "properties":
            found |= set(inside)
            inside = list(inside.values())
        elif name in ("definitions", "patternProperties"):
            inside = list(inside.values())
        elif name in ("if", "const", "enum", "default", "examples"):
            continue
        found |= keys_of(inside)
    return found


def written(value):
    """The keys of a sheet; those of the inputs that an item read are the rubric's."""
    if isinstance(value, list):
        return set().union(*map(written, value)) if value else set()
    if not isinstance(value, dict):
        return set()
    return set(value).union(*(written(inside) for key, inside in value.items() if key != "inputs"))
