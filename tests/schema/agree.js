// SPDX-License-Identifier: Apache-2.0
//
// node agree.js SOURCE HENG VERDICTS: ajv, with the schemas that the command prints, against the
// readers.
//
//   good      every sound document is taken by both
//   bad       every malformed document is refused by heng; by the schema too, unless all that is
//             wrong is listed in meaning.json (what only a reader can find), and every entry there
//             is needed
//   changed   every sound document with one value, key or element changed: what the schema refuses
//             heng refuses, and what heng alone refuses is listed in meaning.json
'use strict';
const Ajv = require('ajv');
const fs = require('fs');
const path = require('path');
const { execFileSync } = require('child_process');

const [source, heng, verdicts] = process.argv.slice(2);
const read = (file) => fs.readFileSync(path.join(source, file), 'utf8');
const parse = (text) => { try { return { value: JSON.parse(text) }; } catch { return null; } };
const kinds = execFileSync(heng, ['schema'], { encoding: 'utf8' }).trim().split('\n')
  .map((line) => line.replace('/1', ''));
let failures = 0;
const fail = (about) => { if (++failures <= 40) console.error('not so: ' + about); };

const validators = {};
for (const kind of kinds) {
  const schema = JSON.parse(execFileSync(heng, ['schema', kind], { encoding: 'utf8' }));
  const ajv = new Ajv();
  if (!ajv.validateSchema(schema)) fail(kind + ' is no JSON Schema: ' + ajv.errorsText());
  validators[kind] = ajv.compile(schema);
}

/** The names of all properties in a schema. */
function propertiesIn(schema, names = new Set()) {
  if (schema === null || typeof schema !== 'object') return names;
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties' && schema.type === 'object') {
      Object.keys(value).forEach((name) => names.add(name));
    }
    propertiesIn(value, names);
  }
  return names;
}

/** What is wrong with each document, as the readers say it: [{code, at}]. */
function readersSay(documents) {
  const lines = documents.map((each) => JSON.stringify(
    { kind: each.kind, rubric: each.rubric, facts: each.facts, text: each.text }));
  const out = execFileSync(verdicts, { input: lines.join('\n') + '\n', encoding: 'utf8',
    maxBuffer: 1 << 30 });
  return out.trimEnd().split('\n').map((line) => JSON.parse(line).errors);
}

// ---- the documents

const table = JSON.parse(read('tests/cases/malformed.json'));
const small = table.rubrics.small;
const own = Object.fromEntries(kinds.map((kind) => [kind, read(`tests/schema/${kind}.json`)]));
// Every property stands in a sound document, so that changing those changes each; what several
// schemas define alike (schema.readers sees to it) in that of one of them.
for (const kind of kinds) {
  const { definitions, ...root } = validators[kind].schema;
  for (const [defined, schema] of [['', root], ...Object.entries(definitions)]) {
    const alike = kinds.filter((other) => other === kind ||
      (defined && validators[other].schema.definitions[defined]));
    for (const name of propertiesIn(schema)) {
      if (!alike.some((other) => own[other].includes(`"${name}":`))) {
        fail(`"${name}" of ${kind} ${defined} stands in a sound document`);
      }
    }
  }
}
const figures = '{"heng": "facts/1", "unit": "万元", "data": {"a": {"total": "10.50", "part": 4}}}';

/** A document with what it is read with. */
function made(kind, name, text, rubric = own.rubric) {
  return { kind, name, text, rubric, facts: kind === 'claims' ? figures : own.facts };
}

const guangzhou = read('src/builtin/rubrics/guangzhou-department-2023.json');
const report = read('examples/guangzhou-2023/facts.json');
const good = kinds.map((kind) => made(kind, 'tests/schema/' + kind + '.json', own[kind]));
good.push(made('facts', 'sound facts', table.sound.facts, small));
good.push(made('rubric', 'the rubric of mistaken facts', small));
good.push(made('facts', 'examples facts', report, guangzhou));
good.push({ ...made('claims', 'examples claims', read('examples/guangzhou-2023/claims.json')),
  facts: report });
good.push({ ...made('tests', 'examples tests', read('examples/tests/guangzhou-what-if.json'),
  guangzhou), facts: report });
for (const folder of ['src/builtin/rubrics', 'src/builtin/policies', 'src/builtin/libraries', 'examples/cycle',
  'examples/guangzhou-2023', 'tests/cases', 'tests/cases/peer-workload']) {
  for (const file of fs.readdirSync(path.join(source, folder))) {
    const json = file.endsWith('.json') ? parse(read(path.join(folder, file))) : null;
    const kind = json && String(json.value.heng).replace('/1', '');
    if (['rubric', 'plan', 'library', 'progress', 'policy'].includes(kind)) {
      good.push(made(kind, file, read(path.join(folder, file))));
    }
  }
}
const cycle = ['cycle', 'monitoring'].map((name) =>
  JSON.parse(read(`tests/cases/malformed-${name}.json`)));
for (const { sound } of cycle) {
  for (const kind of Object.keys(sound || {})) good.push(made(kind, 'a sound ' + kind, sound[kind]));
}

/** The text of an entry of malformed.json; null where it is no text at all. */
function textOf(entry) {
  const make = entry.make;
  if (!make) return entry.text;
  if (make.bytes === undefined) {
    return (make.before || '') + make.repeat.repeat(Number(make.times)) + (make.after || '');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
      .decode(Buffer.from(make.bytes, 'hex'));
  } catch { return null; }
}

const bad = [];
for (const entry of [table, ...cycle].flatMap((each) => each.documents)) {
  if (!kinds.includes(entry.kind)) continue;
  const text = textOf(entry);
  if (text === null || text.includes('\0')) continue; // no JSON text, which needs no schema
  bad.push({ ...made(entry.kind, entry.name, text, small), code: entry.code });
}
const wrong = JSON.parse(read('tests/schema/malformed.json'));
for (const entry of wrong.documents) {
  bad.push({ ...made(entry.kind, entry.name, JSON.stringify(entry.document)), code: entry.code });
}

/** The document with one thing changed, each way there is. */
function* changed(value, rebuild) {
  for (const other of [null, true, 'zzz', '', '1.5', '-1', -1, 0, [], {}, '１', '5%', '2024-02-01']) {
    if (JSON.stringify(other) !== JSON.stringify(value)) yield rebuild(other);
  }
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; ++i) {
      yield rebuild(value.filter((_, at) => at !== i));
      yield* changed(value[i], (other) => rebuild(value.map((v, at) => (at === i ? other : v))));
    }
  } else if (value !== null && typeof value === 'object') {
    yield rebuild({ ...value, zzz: 1 });
    yield rebuild({ ...value, 'x-zzz': 1 });
    for (const key of Object.keys(value)) {
      const entries = Object.entries(value);
      yield rebuild(Object.fromEntries(entries.filter(([k]) => k !== key)));
      yield rebuild(Object.fromEntries(entries.map(([k, v]) => [k === key ? k + 'q' : k, v])));
      yield* changed(value[key], (other) =>
        rebuild(Object.fromEntries(entries.map(([k, v]) => [k, k === key ? other : v]))));
    }
  }
}

const mutants = [];
for (const kind of kinds) {
  for (const value of changed(JSON.parse(own[kind]), (other) => other)) {
    const text = JSON.stringify(value);
    mutants.push(made(kind, 'changed to ' + text, text));
  }
}

// ---- the comparison

const meaning = JSON.parse(read('tests/schema/meaning.json'));
const needed = new Set();
function isMeaning(kind, error) {
  for (const place of (meaning[kind][error.code] || meaning.text[error.code] || [])) {
    if (new RegExp(place).test(error.at)) {
      needed.add(kind + ' ' + error.code + ' ' + place);
      needed.add('text ' + error.code + ' ' + place);
      return true;
    }
  }
  return false;
}

const shown = (document) => document.kind + ', ' + document.name.slice(0, 3000);
const shape = (document) => {
  const json = parse(document.text);
  return json !== null && validators[document.kind](json.value);
};

readersSay(good).forEach((errors, i) => {
  if (errors.length) fail('heng takes ' + shown(good[i]) + ': ' + JSON.stringify(errors));
  if (!shape(good[i])) {
    fail('the schema takes ' + shown(good[i]) + ': ' +
      JSON.stringify(validators[good[i].kind].errors));
  }
});

let alone = 0;
function compare(document, errors) {
  const taken = shape(document);
  const stricter = (place) => (meaning.stricter[document.kind] || [])
    .some((each) => new RegExp(each).test(place));
  if (!taken && errors.length === 0 &&
      !validators[document.kind].errors.every((error) => stricter(error.dataPath))) {
    fail('what the schema refuses heng refuses: ' + shown(document) + ': ' +
      JSON.stringify(validators[document.kind].errors));
  }
  if (taken && errors.length > 0) {
    ++alone;
    for (const error of errors) {
      if (!isMeaning(document.kind, error)) {
        fail(JSON.stringify(error) + ' is a matter of meaning: ' + shown(document));
      }
    }
  }
}

readersSay(bad).forEach((errors, i) => {
  if (!errors.length) fail('heng refuses ' + shown(bad[i]));
  else if (errors[0].code !== bad[i].code) {
    fail('the code is ' + bad[i].code + ', not ' + errors[0].code + ': ' + shown(bad[i]));
  }
  compare(bad[i], errors);
});
const aloneOfBad = alone;
readersSay(mutants).forEach((errors, i) => compare(mutants[i], errors));

for (const kind of [...kinds, 'text']) {
  for (const [code, places] of Object.entries(meaning[kind])) {
    for (const place of places) {
      if (!needed.has(kind + ' ' + code + ' ' + place)) {
        fail('meaning.json needs ' + kind + ' ' + code + ' ' + place);
      }
    }
  }
}

console.log(`${good.length} sound, ${bad.length} malformed (${aloneOfBad} in meaning only), ` +
  `${mutants.length} changed (${alone - aloneOfBad} in meaning only); ${failures} disagreements`);
process.exit(failures ? 1 : 0);
