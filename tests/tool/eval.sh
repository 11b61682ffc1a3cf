#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# heng eval: values as JSON, a line each; errors; many lines.
source "$(dirname "$0")/check.sh"

# value EXPRESSION JSON: without a context
value() {
    works "$heng" eval -- "$1"
    out_is "$2"
}
value '1 + 2' '{"type":"number","value":"3"}'
value '0.1 + 0.2' '{"type":"number","value":"0.3"}'
value '1 / 3' \
    '{"type":"number","value":"0.3333333333333333333333333333333333","exact":"1/3"}'
value '-5' '{"type":"number","value":"-5"}'
value '1 < 2' '{"type":"boolean","value":true}'
value '"衡" + "\"器\""' '{"type":"string","value":"衡\"器\""}'
value 'null' '{"type":"null"}'
value '1 / 0' '{"type":"null"}'
value '[1, "a"]' \
    '{"type":"list","value":[{"type":"number","value":"1"},{"type":"string","value":"a"}]}'
value '{a: 1, b: true}' \
    '{"type":"context","value":{"a":{"type":"number","value":"1"},"b":{"type":"boolean","value":true}}}'
value 'date("2023-12-31")' '{"type":"date","value":"2023-12-31"}'
value 'date("2024-03-01") - date("2024-02-01")' '{"type":"duration","value":"P29D"}'

# a context gives names their values, exactly
works "$heng" eval '实际 / 目标' '{"实际": 98, "目标": 100}'
out_is '{"type":"number","value":"0.98"}'
works "$heng" eval 'a.b + 0.10' '{"a": {"b": 123456789012345678901234567890.01}}'
out_is '{"type":"number","value":"123456789012345678901234567890.11"}'
works "$heng" eval 'sum(xs)' '{"xs": [1, 2.5]}'
out_is '{"type":"number","value":"3.5"}'

# dates and exact fractions are given as they are written
works "$heng" eval 'filed + @"P1D"' '{"filed": {"type": "date", "value": "2024-02-28"}}'
out_is '{"type":"date","value":"2024-02-29"}'
works "$heng" eval 'third * 3' '{"third": {"type": "number", "value": "0.33", "exact": "1/3"}}'
out_is '{"type":"number","value":"1"}'
refused 3 "$heng" eval 'a' '{"a": {"type": "date", "value": "2024-02-30"}}'
err_like '^CONTEXT:1:33: error: .*2024-02-30.*\[eval.value, at /a/value\]'

# each step of an evaluation
works "$heng" eval --explain 'spent / budget' '{"spent": 171, "budget": 287}'
out_is 'spent / budget = 0.5958188153… (171/287)
├ spent = 171
└ budget = 287'
works "$heng" eval --explain -f text 'if a > 1 then 2/3 else b / 0' '{"a": 2, "b": 1}'
out_is 'if a > 1 then 2/3 else b / 0 = 0.6666666666… (2/3)
├ a > 1 = true
│ └ a = 2
└ 2/3 = 0.6666666666… (2/3)'
tree='{"type":"number","value":"3","tree":{"text":"a + 1","kind":"operation","type":"number","value":"3","parts":[{"text":"a","kind":"input","type":"number","value":"2"}]}}'
works "$heng" eval --explain -f json 'a + 1' '{"a": 2}'
out_is "$tree"
works "$heng" eval --explain --jsonl <<<'{"expression": "a + 1", "context": {"a": 2}}'
out_is "$tree"
run "$heng" eval --explain '1 +'
exits 1
[[ $out == '{"type":"error","message":"'* ]] || fail "the error is a value"
out_has '"line":1,"column":4,"excerpt":"1 +\n   ^"'
refused 2 "$heng" eval -f text '1 + 1'
refused 2 "$heng" eval -f html --explain '1 + 1'
works "$heng" eval -f json '1 + 1'
out_is '{"type":"number","value":"2"}'

# an expression that does not parse is a finding; a context that is no object can't be used
run "$heng" eval '1 +'
exits 1
no_err
[[ $out == '{"type":"error","message":"'* ]] || fail "the error is a value"
refused 3 "$heng" eval 'a' '{"a": 1'
err_like '^CONTEXT:1:[0-9]+: error: '
refused 3 "$heng" eval 'a' '[1]'
refused 2 "$heng" eval
refused 2 "$heng" eval --jsonl '1 + 1'

# a line, a value, in order; an expression's error is a value among them
cat >lines <<'END'
{"expression": "a + 1", "context": {"a": 1}}
{"expression": "1 +"}
{"expression": "not(true)"}
END
works "$heng" eval --jsonl <lines
[ "$(wc -l <out)" = 3 ] || fail "three lines give three"
[ "$(sed -n 1p out)" = '{"type":"number","value":"2"}' ] || fail "the first is 2"
[[ $(sed -n 2p out) == '{"type":"error",'* ]] || fail "the second is an error"
[ "$(sed -n 3p out)" = '{"type":"boolean","value":false}' ] || fail "the third is false"

# a line that can't be used is an error line, the rest goes on, and the status says so
printf '{"expression": \n{"expression": "1"}\n' >lines
run "$heng" eval --jsonl <lines
exits 1
no_err
[[ $(sed -n 1p out) == '{"type":"error",'* ]] || fail "the first is an error"
[ "$(sed -n 2p out)" = '{"type":"number","value":"1"}' ] || fail "the second is 1"
works "$heng" eval --jsonl </dev/null
no_out
refused 3 "$heng" eval --jsonl </
err_like '^<stdin>: error: .*file\.unreadable'

# a line that is too long costs no more than a document may; a sanitizer needs more for itself
limited() { (ulimit -v 600000 && "$heng" "$@"); }
if limited --version >/dev/null 2>&1; then
    head -c 300M /dev/zero | tr '\0' ' ' >long
    run limited eval --jsonl <long
    exits 1
    out_like '^\{"type":"error",.*bytes'
fi

finish
