#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# heng report: a draft in Markdown or HTML, and what people wrote in it.
source "$(dirname "$0")/check.sh"

example=$source/examples/guangzhou-2023
works "$heng" report -r $id "$facts"
out_has '| 总分 | | 100.00 | 94.25 | 94.25% | |'
works "$heng" report -r $id --plan "$example/plan.json" --claims "$example/claims.json" -o draft.md "$facts"
no_out
grep -qF '印 99.81%' draft.md || fail 'the draft has what was printed'
[ ! -e draft.md.new ] || fail 'nothing is left beside it'

# what is written into a kept place stays when the draft is made again
sed 's/（在此填写改进的具体安排。）/一是培训。/' draft.md >written.md
works "$heng" report -r $id --previous written.md -o written.md "$facts"
grep -qF '一是培训。' written.md || fail 'what was written is kept'

works "$heng" report -r $id -f html -o draft.html "$facts"
grep -qF '<svg class="waterfall"' draft.html || fail 'the draft has a picture'

# in a browser, where one runs: no error, the table and the pictures are there
browse() {
    timeout 120 chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
        --disable-dev-shm-usage --disable-background-networking --disable-component-update \
        --disable-sync --user-data-dir="$work/profile" --enable-logging=stderr "$@"
}
if browse --dump-dom 'data:text/html,<p>ready' >dom 2>console && grep -q ready dom; then
    run browse --screenshot="$work/draft.png" --dump-dom "file://$work/draft.html"
    exits 0
    if grep -q 'CONSOLE' err; then fail 'the console is empty'; fi
    out_has '管理效能</th>'
    [ "$(grep -o '<svg' out | wc -l)" = 2 ] || fail 'both pictures are there'
    [ -s draft.png ] || fail 'there is a picture of the page'
else
    echo 'no browser runs here: the draft was not opened in one'
fi

echo '{{#table}}' >broken.mustache
refused 3 "$heng" report -r $id --template broken.mustache "$facts"
err_like '^broken\.mustache: error: .*report\.template'
echo '<!-- heng:keep a -->' >broken.md
refused 3 "$heng" report -r $id --previous broken.md "$facts"
err_like '^broken\.md:1:1: error: .*report\.keep'
echo '{"heng": "claims/1", "claims": 1}' >broken.json
refused 3 "$heng" report -r $id --claims broken.json "$facts"
err_has 'broken.json:'
refused 3 "$heng" report -r $id --plan nowhere.json "$facts"
refused 3 "$heng" report -r $id -o nowhere/draft.md "$facts"
refused 2 "$heng" report -r $id -f pdf "$facts"
finish
