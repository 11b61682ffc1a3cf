# SPDX-License-Identifier: Apache-2.0
"""The picture in README.md: a sheet as it looks, drawn from its own figures."""
from decimal import Decimal
from html import escape

WIDTH, ROW, TOP = 720, 26, 92
RIGHT = (450, 535, 630)  # where the columns of figures end
FONT = "'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',Arial,sans-serif"
INK, FAINT, EDGE, HEAD, LOST, WON = ("#1d2430", "#5a6473", "#c8ced8", "#f3f5f8", "#c0392b",
                                     "#2e7d5b")


def places(figure):
    return f"{Decimal(figure):.2f}"


def share_of(item):
    return Decimal(item["rate"].rstrip("%")) / 100


def text(x, y, words, **how):
    marks = "".join(f' {name.replace("_", "-")}="{value}"' for name, value in how.items())
    return f'<text x="{x}" y="{y}"{marks}>{escape(words)}</text>'


def row(y, name, figures, depth, share=None, bold=False):
    """A line of the table; `share` of its points is won, the rest is lost."""
    weight = {"font_weight": "bold"} if bold else {}
    made = [text(28 + 18 * depth, y, name, **weight)]
    made += [text(x, y, figure, text_anchor="end", **weight) for x, figure in zip(RIGHT, figures)]
    if share is not None:
        won = 60 if share == 1 else min(59, int(60 * share))  # what was lost is seen
        made.append(f'<rect x="640" y="{y - 10}" width="{won}" height="10" fill="{WON}"/>')
        if won < 60:
            made.append(f'<rect x="{640 + won}" y="{y - 10}" width="{60 - won}" height="10" '
                        f'fill="{LOST}"/>')
    return made


def of(sheet):
    """The SVG of a sheet/1 document: its two first levels, the total and the grade."""
    items = [item for item in sheet["items"] if item["level"] <= 2]
    height = TOP + ROW * (len(items) + 2) + 12
    made = [text(28, 36, sheet["subject"]["name"], font_size=20, font_weight="bold"),
            text(28, 58, sheet["rubric"]["title"], fill=FAINT, font_size=12),
            f'<rect x="20" y="{TOP - 18}" width="{WIDTH - 40}" height="{ROW}" fill="{HEAD}"/>']
    made += row(TOP, "指标", ("分值", "得分", "得分率"), 0, bold=True)
    y = TOP
    for item in items:
        y += ROW
        made.append(f'<path d="M20 {y - 18}H{WIDTH - 20}" stroke="{EDGE}"/>')
        made += row(y, item["name"], (places(item["points"]), places(item["score"]), item["rate"]),
                    item["level"] - 1, share_of(item))
    y += ROW
    made.append(f'<path d="M20 {y - 18}H{WIDTH - 20}" stroke="{INK}"/>')
    made += row(y, f'总分　等级 {sheet["grade"]}', (sheet["points"], sheet["total"], sheet["rate"]), 0,
                share_of(sheet), bold=True)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
            f'font-family="{FONT}" font-size="14" fill="{INK}">\n'
            f'<title>{escape(sheet["subject"]["name"])} {sheet["total"]} {sheet["grade"]}</title>\n'
            f'<rect width="{WIDTH}" height="{height}" fill="#fff" stroke="{EDGE}"/>\n'
            + "\n".join(made) + "\n</svg>\n")
