#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""HTML as a browser lays it out: pages.py HENG SOURCE

What score, explain, audit and report write for a form of two rows and for one of a hospital's
size is laid out 360, 768 and 1440 px wide: nothing scrolls sideways, stands outside of the page, is
cut or overlaps what comes next, and no cell is squeezed to a few characters. On A4 no section of an
explanation is left with its heading alone on a page. Without a browser, or with one that does not
start, it says so and ends with 77.
"""
import html
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

heng, source = sys.argv[1:]
WIDTHS = (360, 768, 1440)
NAMES = ["门急诊人次", "出院人次", "新购置医用直线加速器等大型设备台数（含配套放射防护工程）",
         "开放床位数", "住院医师规范化培训招收学员人数", "甲级病案率", "平均住院日",
         "政府采购完成及时率", "百元医疗收入消耗卫生材料费用", "区域医疗服务能力提升"]
REASON = "年初目标值根据上年完成情况测算，实际执行中业务量变化较大，下年将合理设定目标值"


def form(subject, rows):
    """A form of project-2020, whose rows share 90 points; every third row falls short."""
    targets = []
    for i in range(rows):
        name = NAMES[i % len(NAMES)] + (f"（第{i // len(NAMES) + 1}院区）" if i >= len(NAMES) else "")
        points = str(90 // rows if i else 90 - 90 // rows * (rows - 1))
        row = {"name": name, "block": "产出指标/数量指标", "points": points, "published": points}
        if name.startswith("区域"):
            row |= {"direction": "level", "target": "明显提升，形成长效机制", "level": "partly",
                    "rate": "0.7", "reason": REASON}
        else:
            below = name in ("平均住院日", "百元医疗收入消耗卫生材料费用")
            row |= {"direction": "<=" if below else ">=", "target": "36500", "unit": "人次",
                    "actual": "36500" if i % 3 else "40123.45" if below else "26116.76"}
        targets.append(row)
    return {"heng": "facts/1", "subject": {"name": subject, "year": 2023}, "unit": "万元",
            "data": {"budget": {"annual": "126543.27", "executed": "118765.43"},
                     "targets": targets},
            "published": {"total": "99.4", "scores": {"execution": "9.40"}}}


# The page in a frame of the width, and what is wrong in it as the title.
FRAME = """<!doctype html><meta charset="utf-8"><title>none</title>
<style>body { margin: 0 } iframe { border: 0; width: %dpx; height: 900px }</style>
<iframe src="%s"></iframe><script>
const frame = document.querySelector('iframe');
frame.onload = () => {
  const page = frame.contentDocument, view = frame.contentWindow, width = frame.clientWidth;
  const wrong = [], told = (what, at) => wrong.push(what + ': ' + at.textContent.slice(0, 30));
  if (page.documentElement.scrollWidth > width) wrong.push('scrolls sideways');
  for (const at of page.body.querySelectorAll('*')) {
    if (at.closest('svg') && at.tagName != 'svg') continue;
    const box = at.getBoundingClientRect();
    if (box.width && (box.right > width + 1 || box.left < -1)) told('outside', at);
    if (!/^(TD|TH|DT|DD|LI|P|H1|H2|H3|H4)$/.test(at.tagName) || !at.textContent.trim()) continue;
    if (at.scrollWidth > at.clientWidth + 1) told('cut', at);
    const style = view.getComputedStyle(at), size = parseFloat(style.fontSize);
    const inner = at.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    const text = page.createRange();
    text.selectNodeContents(at);
    if (inner < 3 * size && text.getBoundingClientRect().height > 3 * parseFloat(style.lineHeight))
      told('squeezed', at);
  }
  let last = null; // a label and its text, one below the other or side by side
  for (const at of page.body.querySelectorAll('h1, h2, p, dt, dd, tr')) {
    const box = at.getBoundingClientRect();
    if (last && box.top < last.bottom - 1 && box.left < last.right - 1 && last.top < box.bottom - 1
        && last.left < box.right - 1) told('overlaps', at);
    last = box.width ? box : last;
  }
  document.title = JSON.stringify({seen: page.body.querySelectorAll('*').length, wrong});
};
</script>
"""


def browse(folder, *arguments):
    return subprocess.run(
        ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
         "--no-first-run", "--disable-dev-shm-usage", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--allow-file-access-from-files",
         f"--user-data-dir={folder}/profile", *arguments],
        capture_output=True, text=True, timeout=120, check=False)


def laid_out(folder, page, width):
    frame = f"{folder}/frame.html"
    with open(frame, "w", encoding="utf-8") as file:
        file.write(FRAME % (width, "file://" + page))
    dom = browse(folder, f"--window-size={max(width, 500)},900", "--virtual-time-budget=5000",
                 "--dump-dom", "file://" + frame).stdout
    title = html.unescape(re.search(r"<title>(.*?)</title>", dom, re.S).group(1))
    return json.loads(title)


def lonely_headings(folder, page):
    """Headings that are the last line of a page, of which pdftotext makes lines."""
    pdf = f"{folder}/page.pdf"
    browse(folder, "--no-pdf-header-footer", f"--print-to-pdf={pdf}", "file://" + page)
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True,
                          check=True).stdout
    pages = [[line.strip() for line in one.splitlines() if line.strip()]
             for one in text.split("\f")]
    for lines in filter(None, pages[:-1]):
        assert re.fullmatch(r"\d+ ?/ ?\d+", lines[-1]), f"a numbered page, not {lines[-1]}"
        if len(lines) > 1 and re.search(r"，失 ?≈?[\d.]+ ?分$", lines[-2]):
            yield lines[-2]


def main():
    started = shutil.which("chromium") is not None
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        if started:
            try:
                started = "ready" in browse(folder, "--dump-dom", "data:text/html,<p>ready").stdout
            except subprocess.TimeoutExpired:
                started = False
        if not started:
            print("no browser runs here: no page was laid out")
            return 77
        forms = {}
        for name, rows in (("small", 2), ("hospital", 60)):
            forms[name] = f"{folder}/{name}.json"
            with open(forms[name], "w", encoding="utf-8") as file:
                json.dump(form("某省人民医院（含东院区、南院区）能力提升补助资金项目", rows), file,
                          ensure_ascii=False)
        calls = [(command, "project-2020", facts)
                 for command in ("score", "explain", "audit", "report")
                 for facts in forms.values()]
        calls += [(command, "guangzhou-department-2023",
                   f"{source}/examples/guangzhou-2023/facts.json")
                  for command in ("score", "explain", "report")]
        failed = 0
        for command, rubric, facts in calls:
            page = f"{folder}/page.html"
            with open(page, "w", encoding="utf-8") as file:
                subprocess.run([heng, command, "-r", rubric, "-f", "html", facts], stdout=file,
                               check=False)
            name = f"{command} {os.path.basename(facts)}"
            for width in WIDTHS:
                found = laid_out(folder, page, width)
                failed += bool(found["wrong"]) or found["seen"] < 3
                for wrong in found["wrong"][:10]:
                    print(f"{name}, {width} px: {wrong}")
            if command == "explain" and shutil.which("pdftotext"):
                for heading in lonely_headings(folder, page):
                    failed += 1
                    print(f"{name}, A4: a heading stands alone: {heading}")
        print(f"{len(calls)} pages, {len(WIDTHS)} widths: {failed} wrong")
        return failed != 0


sys.exit(main())
