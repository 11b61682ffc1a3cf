#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# agree.sh SOURCE HENG VERDICTS: runs agree.js where node and ajv are; else 77, which is "skipped".
# Debian's node-ajv lies where Debian's nodejs looks for it, and other builds of node do not.
set -euo pipefail
source=$1 heng=$2 verdicts=$3
export NODE_PATH=${NODE_PATH:+$NODE_PATH:}/usr/share/nodejs
command -v node >/dev/null || { echo "skipped: there is no node" >&2; exit 77; }
node -e 'require("ajv")' 2>/dev/null || { echo "skipped: there is no ajv (Debian: node-ajv)" >&2; exit 77; }
exec node "$source/tests/schema/agree.js" "$source" "$heng" "$verdicts"
