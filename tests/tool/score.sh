#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# heng score: the report, its formats, where documents come from, and what is refused.
source "$(dirname "$0")/check.sh"

# the report, in every format; text is what is meant where nothing is said
works "$heng" score -r $id "$facts"
out_has 94.25
out_has 优
cp out text
works "$heng" score -r $id -f text "$facts"
cmp -s out text || fail "-f text is what is meant without -f"
works "$heng" score -r $id -f json "$facts"
out_has '"heng": "sheet/1"'
out_has '"total": "94.25"'
out_has '"grade": "优"'
cp out json
works "$heng" score -r $id -f md "$facts"
out_like '^\| *.*整体效能 \| 25\.00 \| 24\.98 \|'
works "$heng" score -r $id -f html "$facts"
out_like '^<html lang="zh-CN">'
out_like '^<tr><td style="padding-left: 2em">.*<td class="n" data-label="得分">'
works "$heng" score -r $id -f csv "$facts"
grep -q $'\r$' out || fail "CSV lines end in CRLF"
out_like ',,优'$'\r''$' # the grade in a column of its own, in the line of the total
cp out plain.csv
works "$heng" score -r $id -f csv --mark "$facts"
cmp out <(printf '\xef\xbb\xbf' && cat plain.csv) || fail "--mark puts a byte order mark first"
refused 2 "$heng" score -r $id --mark "$facts"
err_has '-f csv'

# the nine second-level scores and rates that the report prints
"$heng" score -r $id -f csv "$facts" | awk -F, '$4 == 2 { print $2, $8, $9 }' >level_2
diff level_2 - <<'END' || fail "these are the level-2 scores"
整体效能 24.98 99.92%
专项效能 24.97 99.88%
预算编制 3.00 100.00%
预算执行 4.00 100.00%
信息公开 4.00 100.00%
绩效管理 15.00 100.00%
采购管理 5.80 58.00%
资产管理 8.50 85.00%
运行成本 4.00 100.00%
END

# the same input gives the same bytes, from standard input and in another locale too
works "$heng" score -r $id -f json "$facts"
cmp -s out json || fail "a second run gives the same bytes"
works "$heng" score -r $id -f json - <"$facts"
cmp -s out json || fail "- is standard input"
works env LC_ALL=de_DE.UTF-8 "$heng" score -r $id -f json "$facts"
cmp -s out json || fail "no locale is read"

# a rubric from a file and from standard input
works "$heng" rubric $id
cp out rubric.json
works "$heng" score -r rubric.json -f json "$facts"
cmp -s out json || fail "a rubric printed and read again is the same"
cp rubric.json rubric
works "$heng" score -r ./rubric -f json "$facts"
works "$heng" score -r - -f json "$facts" <rubric.json
cmp -s out json || fail "-r - is standard input"

# wrong usage
refused 2 "$heng" score "$facts"
err_has '--rubric'
refused 2 "$heng" score -r $id
refused 2 "$heng" score -r $id "$facts" "$facts"
refused 2 "$heng" score -r $id --no-such-option "$facts"
refused 2 "$heng" score -r guangzhou-departement-2023 "$facts"
err_has "$id"
refused 2 "$heng" score -r $id -f docx "$facts"
err_has 'text, json, md, html or csv'
refused 2 "$heng" score -r - -
err_has 'standard input'

# documents that can't be used: FILE:LINE:COLUMN: error: …, with the JSON pointer
refused 3 "$heng" score -r $id missing.json
err_has 'missing.json: error: '
refused 3 "$heng" score -r missing.json "$facts"
err_has 'missing.json: error: '
refused 3 "$heng" score -r $id .
err_has '.: error: '
printf '{"heng": "facts/1",\n "unit": "万元",\n "data": {"spending": {"average_rate": "约99%%"}}}\n' >facts.json
refused 3 "$heng" score -r $id facts.json
err_like '^facts\.json:3:[0-9]+: error: '
err_has '/data/spending/average_rate'
refused 3 "$heng" score -r $id - <facts.json
err_like '^<stdin>:3:[0-9]+: error: '
printf '{"heng": "facts/1", "unit": "万元", "data": {}}' >facts.json
refused 3 "$heng" score -r $id facts.json
err_like '^facts\.json:.*error: '
printf '{"heng": "rubric/1",' >broken.json
refused 3 "$heng" score -r broken.json "$facts"
err_like '^broken\.json:1:[0-9]+: error: '

# --strict refuses what the rubric does not read; without it the sheet lists it
sed 's/"data": {/"data": {"weather": "fine",/' "$facts" >more.json
works "$heng" score -r $id -f json more.json
out_has unread-fact
refused 3 "$heng" score -r $id --strict more.json
err_has weather

# a result that can't be written
if [ -w /dev/full ]; then
    "$heng" score -r $id "$facts" >/dev/full 2>err
    status=$?
    : >out
    exits 3
    err_has "can't be written"
fi

# what forms print is read where it is certain, else it is said which word is wanted
cat >words.json <<'JSON'
{"heng": "rubric/1", "id": "w", "title": "t", "language": "zh", "basis": "local", "points": "30",
 "inputs": {"done": {"type": "boolean", "label": "盘点"}, "day": {"type": "date"},
            "rows": {"type": "list", "of": "target", "label": "绩效目标"}},
 "indicators": [
  {"id": "a", "name": "盘点", "points": "10", "rule": {"kind": "condition", "when": "done"}},
  {"id": "b", "name": "时限", "points": "10",
   "rule": {"kind": "condition", "when": "day <= date(\"2023-12-31\")"}},
  {"id": "c", "name": "目标", "points": "10",
   "rule": {"kind": "targets", "rows": "rows", "weights": "equal"}}]}
JSON
words() { # done, day, the members of a row
    echo "{\"heng\": \"facts/1\", \"data\": {\"done\": $1, \"day\": $2, \"rows\": [{\"name\": \"r\", $3}]}}"
}
row='"direction": "≥", "target": 2, "actual": 1'
met='"direction": "定性", "level": "部分达成", "rate": "70%"'
for truth in '"是"' '"√"' true; do
    words "$truth" '"2023-12-31"' "$row" >f.json
    works "$heng" score -r ./words.json f.json
    out_like '^盘点 +10\.00 +10\.00'
    out_like '^目标 +10\.00 +5\.00'
done
words '"否"' '"2023-12-31"' "$met" >f.json
works "$heng" score -r ./words.json f.json
out_like '^盘点 +10\.00 +0\.00'
out_like '^目标 +10\.00 +7\.00'
said() { # sentence, done, day, row
    words "$2" "$3" "$4" >f.json
    refused 3 "$heng" score -r ./words.json f.json
    err_has "$1"
}
said '“盘点”应为是或否，现为“有” (请写“是”或“否”' '"有"' '"2023-12-31"' "$row"
said '“盘点”应为是或否，现为“1” (请写“是”或“否”' 1 '"2023-12-31"' "$row"
said '“day”应为' true '[]' "$row"
said '“绩效目标”第1条（r）的“实际值”“约1”不是数' true '"2023-12-31"' \
    '"direction": ">=", "target": 2, "actual": "约1"'
said '“绩效目标”第1条（r）没有填“目标值”' true '"2023-12-31"' '"direction": ">=", "actual": 1'
said '“绩效目标”第1条（r）的“达成情况”不能是“ok” (可选：达成、部分达成、未达成)' true \
    '"2023-12-31"' '"direction": "level", "level": "ok"'
said '完成率 90% 不在“部分达成”的范围内 (达成为 100%–80%，部分达成低于 80%，未达成低于 60%)' true \
    '"2023-12-31"' '"direction": "level", "level": "partly", "rate": "90%"'
said '“部分达成”须写明完成率' true '"2023-12-31"' '"direction": "level", "level": "partly"'
said '请写 "2023-12-31"' true '"2023年12月31日"' "$row"
said '这是月份或期限，请写确切的日期，如 "2023-12-31"' true '"2023年12月底前"' "$row"
said '像是电子表格的日期序号，如果是这一天，请写 "2023-12-31"' true 45291 "$row"
said '像是电子表格的日期序号' true '"45291"' "$row"
said '请写 "2023-12-31"' true '"20231231"' "$row"
said '时间目标不是数' true '"2023-12-31"' \
    '"direction": ">=", "target": "2023年12月底前", "actual": "2023年11月"'
said '请写 60，并写 "unit": "个"' true '"2023-12-31"' \
    '"direction": ">=", "target": "60个", "actual": "60个"'

finish
