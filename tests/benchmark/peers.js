// SPDX-License-Identifier: Apache-2.0
//
// npm's @gorules/zen-engine and json-rules-engine on the peer workload, where node finds them: the
// directory that NODE_PATH names, or one above this file. ZEN's native package is taken by itself
// where the wrapper, which only picks one, is not installed. A line of JSON for each: its name,
// processor time of a document in ns, and how many totals are wrong; or why it was not run.
//
//     NODE_PATH=somewhere/node_modules node tests/benchmark/peers.js
"use strict";
const fs = require("node:fs");
const path = require("node:path");

const folder = path.join(__dirname, "../cases/peer-workload");
const rubric = JSON.parse(fs.readFileSync(path.join(folder, "rubric.json"), "utf8"));
const rows = (name) => fs.readFileSync(path.join(folder, name), "utf8").trim().split("\n")
    .map((line) => line.split(","));

/** The facts as nested objects, and the totals that are right. */
function documents() {
    const [paths, ...facts] = rows("facts.csv");
    const [columns, ...answers] = rows("expected.csv");
    return facts.map((cells, i) => {
        const data = {};
        for (let j = 2; j < paths.length; ++j) {
            const [group, key] = paths[j].split(".");
            (data[group] ??= {})[key] = JSON.parse(cells[j]);
        }
        return { data, set: cells[0], total: answers[i][columns.indexOf("total")] };
    });
}

const leaves = [];
for (const half of rubric.indicators) {
    for (const group of half.indicators) {
        group.indicators.forEach((leaf) => leaves.push({ ...leaf, group }));
    }
}

/** "x / y" of a measure that is a fraction, or null. */
function divisor(measure) {
    return measure.includes("/") ? measure.slice(measure.lastIndexOf("/") + 1).trim() : null;
}

/** The measure, with 0 where its divisor is. */
function guarded(leaf) {
    const by = divisor(leaf.measure);
    return by ? `${by} == 0 ? 0 : ${leaf.measure}` : leaf.measure;
}

/** The score in the grammar of both ZEN and JavaScript, but for what `words` says. */
function expression(leaf, words, measure) {
    const { rule, points } = leaf;
    const sum = (parts) => parts.join(" + ");
    switch (rule.kind) {
    case "proportional": {
        const capped = words.min(measure, "1");
        const passed = rule.pass ? `(${measure} < ${rule.pass} ? 0 : ${capped})` : capped;
        const none = rule.if_zero_denominator === "full" ? points : "0";
        const score = words.round(`${points} * ${passed}`);
        return `${divisor(leaf.measure)} == 0 ? ${none} : ${score}`;
    }
    case "bands":
        return rule.bands.reduceRight((rest, band) => band.in === "-" ? band.score
            : `(${measure} ${band.in} ? ${band.score} : ${rest})`, "0");
    case "occurrences":
        return words.round(words.max("0", `${points} - ${sum(
            rule.each.map((each) => `${each.count} * ${each.deduct}`))}`));
    case "checklist":
        return words.round(sum(rule.items.map((item) => `(${item.when} ? ${item.score} : 0)`)));
    case "condition":
        return `(${rule.when.replace(" = ", " == ")}) ? ${points} : 0`;
    }
    throw new Error(rule.kind);
}

/** "name 1.2.3" of a package that is installed. */
function versioned(name) {
    for (const folder of require.resolve.paths(name)) {
        const file = path.join(folder, name, "package.json");
        if (fs.existsSync(file)) {
            return `${name} ${JSON.parse(fs.readFileSync(file, "utf8")).version}`;
        }
    }
    return name;
}

/** Times `score(data)` → total, and counts wrong totals. */
async function measure(name, score) {
    const all = documents();
    const wrong = { random: 0, ties: 0 };
    for (const each of all) {
        const total = Number(await score(each.data)).toFixed(2);
        wrong[each.set] += total === each.total ? 0 : 1;
    }
    const times = [];
    for (let pass = 0; pass < 5; ++pass) {
        const before = process.cpuUsage();
        for (const each of all) {
            await score(each.data);
        }
        const { user, system } = process.cpuUsage(before);
        times.push((user + system) * 1000 / all.length);
    }
    times.sort((a, b) => a - b);
    console.log(JSON.stringify({
        name, ns: times[2],
        wrong: `${wrong.random} of 1,000 plausible totals wrong, ${wrong.ties} of 1,000 with ties`,
    }));
}

/**
 * One decision: an expression for each indicator, group and the total. As plain content, as its
 * guide shows it, and as content that was compiled once, where its version can.
 */
async function zen({ ZenEngine, ZenDecisionContent }, name) {
    const words = {
        min: (a, b) => `min([${a}, ${b}])`, max: (a, b) => `max([${a}, ${b}])`,
        round: (a) => `round(${a}, 2)`,
    };
    // an entry of its own for each measure costs 10 % more than its text in each of the bands
    const rows = leaves.map((leaf) => [leaf.id, expression(leaf, words,
        leaf.measure && leaf.rule.kind === "bands" ? `(${leaf.measure})`
            : leaf.measure && `(${guarded(leaf)})`)]);
    const groups = [...new Set(leaves.map((leaf) => leaf.group))];
    for (const group of groups) {
        const sum = group.indicators.map((leaf) => `$.${leaf.id}`).join(" + ");
        const veto = group.adjustments?.[0];
        rows.push([group.id, veto ? `${veto.when} ? ${veto.set} : ${sum}` : sum]);
    }
    const [cap] = rubric.adjustments;
    const sum = groups.map((group) => `$.${group.id}`).join(" + ");
    rows.push(["total", `${cap.when} ? min([${sum}, ${cap.at_most}]) : (${sum})`]);
    const position = { x: 0, y: 0 };
    const content = {
        nodes: [
            { id: "in", name: "in", type: "inputNode", position },
            { id: "rubric", name: "rubric", type: "expressionNode", position,
                content: { expressions: rows.map(([key, value]) => ({ id: key, key, value })) } },
            { id: "out", name: "out", type: "outputNode", position },
        ],
        edges: [{ id: "a", type: "edge", sourceId: "in", targetId: "rubric" },
            { id: "b", type: "edge", sourceId: "rubric", targetId: "out" }],
    };
    const title = versioned(name).replace(native(), "@gorules/zen-engine");
    const forms = [[`${title}, plain content`, content]];
    if (ZenDecisionContent) {
        forms.push([`${title}, compiled once`, new ZenDecisionContent(content)]);
    }
    for (const [words, form] of forms) {
        const decision = new ZenEngine().createDecision(form);
        await measure(words, async (data) => (await decision.evaluate(data)).result.total);
    }
}

/** A rule for each indicator; its score is a fact that JavaScript computes, in double. */
async function rules({ Engine }, name) {
    const words = {
        min: (a, b) => `Math.min(${a}, ${b})`, max: (a, b) => `Math.max(${a}, ${b})`,
        round: (a) => `Math.round((${a}) * 100) / 100`,
    };
    const groups = [...new Set(rubric.indicators.flatMap((half) => half.indicators))];
    const names = Object.keys(documents()[0].data);
    const engine = new Engine();
    for (const leaf of leaves) {
        const measure = leaf.measure ? `const measure = ${guarded(leaf)};` : "";
        const score = expression(leaf, words, "measure");
        const compute = new Function(...names, `${measure} return ${score};`);
        engine.addFact(leaf.id, async (_, almanac) =>
            compute(...await Promise.all(names.map((name) => almanac.factValue(name)))));
        engine.addRule({
            conditions: { all: [{ fact: leaf.id, operator: "greaterThanInclusive", value: 0 }] },
            event: { type: leaf.id },
        });
    }
    await measure(versioned(name), async (data) => {
        const { events, almanac } = await engine.run(data);
        const scores = {};
        for (const { type } of events) {
            scores[type] = await almanac.factValue(type);
        }
        let total = 0;
        for (const group of groups) {
            const vetoed = group.adjustments && data.procurement.upheld_complaints > 0;
            total += vetoed ? 0 : group.indicators.reduce((sum, leaf) => sum + scores[leaf.id], 0);
        }
        total = data.findings.major_violation > 0 ? Math.min(total, 59.99) : total;
        return Math.round(total * 100) / 100;
    });
}

/** ZEN's package of this platform, as its wrapper names it. */
function native() {
    const libc = process.platform !== "linux" ? ""
        : process.report.getReport().header.glibcVersionRuntime ? "-gnu" : "-musl";
    return `@gorules/zen-engine-${process.platform}-${process.arch}${libc}`;
}

/** The first of the packages that is installed: its name, and what it exports. */
function installed(names) {
    for (const name of names) {
        try {
            return { name, found: require(name) };
        } catch {
            // the next one
        }
    }
    return null;
}

async function main() {
    const engines = [[["@gorules/zen-engine", native()], zen], [["json-rules-engine"], rules]];
    for (const [names, way] of engines) {
        const engine = installed(names);
        if (engine === null) {
            console.log(JSON.stringify({ name: names[0], why: "not installed here" }));
            continue;
        }
        await way(engine.found, engine.name);
    }
}

main();
