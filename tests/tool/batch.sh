#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# heng batch: a facts document a line in, a summary or an error a line out.
source "$(dirname "$0")/check.sh"

tr -d '\n' <"$facts" >one.jsonl
echo >>one.jsonl
works "$heng" batch -r $id one.jsonl
out_like '^\{"line":1,"subject":\{"name":"广州市科学技术局","year":2023\},"total":"94\.25","grade":"优","scores":\{'
out_has '"effect.overall":"24.98"'
cp out expected
works "$heng" batch -r $id -j 2 - <one.jsonl
cmp -s out expected || fail "the same with two threads, from standard input"

# a bad line is an error line, and the rest goes on
{ cat one.jsonl; echo '{"heng": "facts/1"'; cat one.jsonl; } >three.jsonl
run "$heng" batch -r $id three.jsonl
exits 1
no_err
[ "$(wc -l <out)" = 3 ] || fail "three lines"
out_like '^\{"line":2,"error":\{"code":"json\.'
out_like '^\{"line":3,.*"total":"94\.25"'

# what the rubric does not read is refused where it is asked for
run "$heng" batch -r $id --strict one.jsonl
exits 1
out_has '"code":"facts.unread"'

# a year in which the rubric is not in force
sed 's/"year": *2023/"year": 2022/' one.jsonl >other-year.jsonl
works "$heng" batch -r $id other-year.jsonl
out_has '"diagnostics":[{"code":"outside-effective","where":"/subject/year",'
works "$heng" batch -r $id one.jsonl
! grep -q diagnostics out || fail 'a year in which it is in force is not told'
# a figure that looks otherwise than it is read is told in its line, and in no other
cat >share.json <<'END'
{"heng": "rubric/1", "id": "s", "title": "s", "points": "10", "language": "en", "basis": "local",
 "source": "s", "rounding": {"scale": 2, "mode": "half-up", "at": ["leaf"]},
 "inputs": {"x": {"type": "percent"}}, "indicators": [{"id": "a", "name": "A", "points": "10",
 "measure": "x", "rule": {"kind": "proportional"}}]}
END
for x in 0.45 45 '"60%"' '"79.66"' 0.94999999999999996; do
    echo "{\"heng\":\"facts/1\",\"data\":{\"x\":$x}}"
done >shares.jsonl
works "$heng" batch -r share.json shares.jsonl
out_like '^\{"line":1,"subject":\{\},"total":"4\.50","grade":null,"scores":\{"a":"4\.50"\}\}$'
out_like '^\{"line":2,.*"total":"10\.00".*"diagnostics":\[\{"code":"large-percent","where":"/data/x",'
out_like '^\{"line":3,.*"scores":\{"a":"6\.00"\}\}$'
out_like '^\{"line":4,.*"code":"large-percent"'
out_like '^\{"line":5,.*"total":"9\.50".*"code":"printed-double"'

works "$heng" batch -r $id /dev/null
no_out
refused 3 "$heng" batch -r $id nowhere.jsonl
err_has 'nowhere.jsonl: error: '
refused 3 "$heng" batch -r $id .
refused 2 "$heng" batch -r - -
refused 2 "$heng" batch -r $id -j 0 one.jsonl
refused 2 "$heng" batch -r guangzhou one.jsonl
refused 2 "$heng" batch one.jsonl
if [ -e /dev/full ]; then
    "$heng" batch -r $id one.jsonl >/dev/full 2>err
    [ $? = 3 ] || fail "a full disk is told"
    for _ in $(seq 3000); do cat one.jsonl; done >many.jsonl
    "$heng" batch -r $id many.jsonl >/dev/full 2>err
    [ $? = 3 ] || fail "and so it is in the midst"
    err_has "can't be written"
fi

# a reader who has seen enough is no error to tell of
for _ in $(seq 3000); do cat one.jsonl; done >many.jsonl
{ "$heng" batch -r $id many.jsonl 2>err; echo $? >status; } | head -1 >out
ran='heng batch | head -1'
[ "$(wc -l <out)" = 1 ] || fail 'the first line comes'
[ "$(<status)" = 3 ] || fail 'not all was written'
no_err

finish
