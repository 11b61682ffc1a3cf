#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# heng report: a draft in Markdown or HTML, and what people wrote in it.
source "$(dirname "$0")/check.sh"

example=$source/examples/guangzhou-2023
works "$heng" report -r $id "$facts"
out_has '| 总分 | | 100.00 | 94.25 | 94.25% |'
works "$heng" report -r $id --plan "$example/plan.json" --claims "$example/claims.json" -o draft.md "$facts"
no_out
grep -qF '写为 99.81%' draft.md || fail 'the draft has what was printed'
[ -z "$(find . -name '.heng-*')" ] || fail 'nothing is left beside it'

# what is written into a kept place stays when the draft is made again
sed 's/<!-- （在此填写改进的具体安排。） -->/一是培训。/' draft.md >written.md
works "$heng" report -r $id --previous written.md -o again.md "$facts"
grep -qF '一是培训。' again.md || fail 'what was written is kept'

# what is read is not written, by whatever name
ln -s written.md symbolic.md
ln written.md hard.md
cp written.md before.md
for output in written.md ./written.md "$PWD/written.md" symbolic.md hard.md; do
    refused 2 "$heng" report -r $id --previous written.md -o $output "$facts"
    cmp -s written.md before.md || fail "written.md is as it was, and not $output"
done
cp "$facts" own.json
refused 2 "$heng" report -r $id -o own.json own.json
err_has 'own.json'
cmp -s own.json "$facts" || fail 'the facts are as they were'

# what was kept without a mark would be lost
echo 'some text' >unmarked.md
refused 3 "$heng" report -r $id --previous unmarked.md "$facts"
err_like '^unmarked\.md: error: .*report\.keep'

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
err_like '^broken\.mustache:1:1: error: .*report\.template'
echo '<!-- heng:keep a -->' >broken.md
refused 3 "$heng" report -r $id --previous broken.md "$facts"
err_like '^broken\.md:1:1: error: .*report\.keep'
echo '{"heng": "claims/1", "claims": 1}' >broken.json
refused 3 "$heng" report -r $id --claims broken.json "$facts"
err_has 'broken.json:'
echo '{"heng":' >broken.json
refused 3 "$heng" report -r $id --plan broken.json "$facts"
err_like '^broken\.json:2:1: error: '
refused 3 "$heng" report -r $id --plan nowhere.json "$facts"
refused 3 "$heng" report -r $id -o nowhere/draft.md "$facts"
refused 2 "$heng" report -r $id -f pdf "$facts"
refused 2 "$heng" report -r $id --template - --previous - "$facts" </dev/null
refused 2 "$heng" report -r $id --progress "$source/examples/cycle/progress.json" "$facts"

# an option that is given and says nothing was meant to say something: the kept text would be lost
refused 2 "$heng" report -r $id --previous '' -o written.md "$facts"
grep -qF '一是培训。' written.md || fail 'what was written is still there'

# only the file that was named is written, as what it is
umask 022
cp "$facts" own.md.new
works "$heng" report -r $id -o own.md own.md.new
cmp -s "$facts" own.md.new || fail 'the file beside it is as it was'
[ "$(stat -c %a own.md)" = 644 ] || fail 'a new file may be read'
chmod 600 own.md
works "$heng" report -r $id -o own.md "$facts"
[ "$(stat -c %a own.md)" = 600 ] || fail 'it stays private'
if [ "$(id -u)" = 0 ]; then # only then files can be given away
    chown 1234:5678 own.md
    chmod 640 own.md
    works "$heng" report -r $id -o own.md "$facts"
    [ "$(stat -c %u:%g:%a own.md)" = 1234:5678:640 ] || fail 'it stays with its owner and group'
    chown 0:0 own.md
    chmod 600 own.md
fi
mkdir folder elsewhere
refused 3 "$heng" report -r $id -o folder "$facts"
err_like '^folder: error: .*file\.unwritable'
ln -s elsewhere/draft.md link.md
echo old >elsewhere/draft.md
works "$heng" report -r $id -o link.md "$facts"
[ -L link.md ] || fail 'the link stays a link'
cmp -s link.md own.md || fail 'what it points to is the draft'
ln -s elsewhere/later.md later.md
works "$heng" report -r $id -o later.md "$facts"
[ -L later.md ] || fail 'a link to nothing stays a link'
cmp -s elsewhere/later.md own.md || fail 'and what it points to is made'
{ echo head; "$heng" report -r $id -o /dev/stdout "$facts"; } >whole
[ "$(head -1 whole)" = head ] || fail 'what stands in the output stays'
cmp -s <(tail -n +2 whole) own.md || fail 'the draft stands behind it'
mkfifo pipe
cat pipe >through &
works "$heng" report -r $id -o pipe "$facts"
wait
[ -p pipe ] || fail 'the pipe stays a pipe'
cmp -s through own.md || fail 'its reader gets the draft'
works "$heng" report -r $id -o - "$facts"
cmp -s out own.md || fail '- is standard output'

# names are text: nothing in them steers a terminal, or is Markdown
sed 's/"广州市科学技术局"/"A\\u001b]0;x\\u0007~~B~~"/' "$facts" >odd.json
works "$heng" report -r $id odd.json
if grep -q $'\e' out; then fail 'no escape is printed'; fi
out_has '\~\~B\~\~'
printf '[{{unit}}]' >unit.mustache
works "$heng" report -r $id --template unit.mustache "$facts"
out_is '[万元]'
finish
