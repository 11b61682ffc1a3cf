# SPDX-License-Identifier: Apache-2.0
"""The checks of guides see each kind of mistake: pages with one each, and what is said of it."""
import tempfile
import pathlib

import blocks
import pages

FENCE = "```"
RUBRIC = ('{"inputs": {"a": {"type": "number"}}, "indicators": [{"name": "x", "points": "2", '
          '"measure": "a", "rule": {"kind": "proportional"}}]}')

# a page, and a part of what is wrong with it; "" where nothing is
PAGES = [
    ("~sh\ntrue\n~\n", ""),
    ("~sh\nfalse\n~\n", "ends with 1"),
    ("<!-- exit: 1 -->\n~sh\ntrue\n~\n", "ends with 0"),
    ("~sh\necho a\n~\n<!-- output -->\n~text\na\n~\n", ""),
    ("~sh\necho a\n~\n<!-- output -->\n~text\nb\n~\n", "is not printed"),
    ("~text\na\n~\n", "no command prints"),
    ("~\na\n~\n", "is not run: mark it"),
    ("~yaml\na: 1\n~\n", "is not run: mark it"),
    ("Text.\n\n    heng score\n", "without a fence"),
    ("<!-- not run: it takes an hour -->\n~sh\nfalse\n~\n", ""),
    ("~json\n{\"heng\": \"facts/1\"}\n~\n", "no block reads it"),
    ("~json\n{\"heng\": \"rubric/1\"}\n~\n", "rubric"),
    ("<!-- file: a.json -->\n~json\n{}\n~\n", "no block reads a.json"),
    ("<!-- file: a.json -->\n~json\n{}\n~\n\n~sh\ncat a.json\n~\n", ""),
    ("~feel\n1 + 1 => 2\n~\n", ""),
    ("~feel\n1 + 1 => 3\n~\n", "is 2"),
    ("~feel\n1 + 1\n~\n", "is 2"),
    ("<!-- context -->\n~json\n{\"a\": 1}\n~\n\n<!-- explain: a + 1 -->\n~text\na + 1 = 3\n~\n",
     "is not printed"),
    (f"<!-- scored -->\n~json\n{RUBRIC}\n~\n\n| a | score |\n|---|---|\n| 1 | 2 |\n| 0.5 | 1 |\n", ""),
    (f"<!-- scored -->\n~json\n{RUBRIC}\n~\n\n| a | score |\n|---|---|\n| 1 | 2 |\n| 0.5 | 2 |\n",
     "scores 1"),
    (f"<!-- scored -->\n~json\n{RUBRIC}\n~\n", "less than two rows"),
    ("~c\nint f(void);\n~\n", "no whole program"),
    ("~c\nint main(void) { return x; }\n~\n", "does not compile"),
    ("~c\nint main(void) { return 1; }\n~\n", "ends with 1"),
    ("See [that](nowhere.md).\n", "leads nowhere"),
    ("# One\n\nSee [that](#one), [there](#two).\n", "#two: the page has no such heading"),
    ("See `src/nowhere.cpp`, `src/KIND.cpp`.\n", "there is no src/nowhere.cpp"),
    ("Call `heng scoer FACTS`.\n", "there is no heng scoer"),
]

# a part that is taken out of a guide of the tree, and the check that misses it
LEFT_OUT = [
    ("include/heng/README.md", "rule/tally.hpp", "listed"),
    ("src/README.md", "`report`", "listed"),
    ("tests/README.md", "`oracle`", "listed"),
    ("examples/README.md", "cycle/scores.json", "listed"),
    ("src/document/README.md", "reference/plan.md", "listed"),
    ("src/rule/README.md", '"kind": "tally"', "rules"),
    ("src/rule/README.md", "> 专利（10分）", "rules"),
    ("src/document/README.md", "`digest`", "sheet"),
    ("src/tool/README.md", "| `heng decide", "commands"),
    ("README.md", "`ColumnScorer`, int64", "rows"),
    ("README.zh.md", "apt-get update", "front"),
]


class Without(pages.Pages):
    """The guides of the tree without a part of one."""

    def __init__(self, source, heng, name, part):
        super().__init__(source, heng, False)
        self.name, self.part = name, part

    def text(self, name):
        text = super().text(name)
        return text.replace(self.part, "") if name == self.name else text


def check(source, tools):
    """What the checks do not see."""
    unseen = []
    for name, part, method in LEFT_OUT:
        tree = Without(source, str(tools.heng), name, part)
        getattr(tree, method)()
        if len(tree.wrong) != 1 or name not in tree.wrong[0]:
            unseen.append(f"{name} without {part}: says {tree.wrong}")
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "source"
        source.mkdir()
        for text, due in PAGES:
            (source / "a.md").write_text(text.replace("~", FENCE), encoding="utf-8")
            page = blocks.Page(source, "a.md", tools, pathlib.Path(folder) / "work")
            page.run()
            tree = pages.Pages(source, str(tools.heng), False)
            tree.links("a.md")
            tree.paths("a.md")
            wrong = page.wrong + tree.wrong
            if len(wrong) != (1 if due else 0) or any(due not in each for each in wrong):
                unseen.append(f"a page with a mistake ({due or 'none'}):\n{text}says {wrong}")
    return unseen
