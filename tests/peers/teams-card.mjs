// Microsoft's own Adaptive Cards library judges what the bot shows: node teams-card.mjs FILE
// FILE holds {"cards": […], "unfurled": […]}: cards may be of version 1.5, unfurled ones of 1.3. Prints a line for each fault; the exit code is 1 when there is one.
// What is newer than that is no fault where it has a fallback; then the fallback is judged, too.
import { readFileSync } from 'node:fs';
// The package's modules do not load in Node; its bundle does.
import bundle from 'adaptivecards/dist/adaptivecards.js';

const { AdaptiveCard, GlobalRegistry, SerializableObject, SerializationContext, ValidationEvent, Versions } = bundle;
const given = JSON.parse(readFileSync(process.argv[2], 'utf8'));
// Not in the registry of elements, as they lie only in their own parent.
const parts = ['AdaptiveCard', 'Column', 'TableRow', 'TableCell', 'TextRun'];
// Every object may have these besides what the library's schema names.
const anywhere = ['type', '$schema', 'fallback', 'msteams'];
// What lies inside, which the library reads by hand and not by its schema.
const inside = {
  AdaptiveCard: ['body', 'actions'], Container: ['items'], ColumnSet: ['columns'], Column: ['items'], RichTextBlock: ['inlines'],
  Table: ['rows'], TableRow: ['cells'], TableCell: ['items'], ActionSet: ['actions'], 'Action.ShowCard': ['card'],
};
// What the schema requires and the library does not miss.
const needed = { TextBlock: ['text'], Image: ['url'], TextRun: ['text'], Fact: ['title', 'value'], Choice: ['title', 'value'], 'Action.ToggleVisibility': ['targetElements'] };

const strangers = [];
const parse = SerializableObject.prototype.internalParse;
SerializableObject.prototype.internalParse = function (source, context) {
  parse.call(this, source, context);
  // A map, whose keys are the writer's own.
  if (!source || typeof source !== 'object' || this.getSchema().getCount() === 0) return;
  const name = source.type ?? this.getSchemaKey();
  const known = new Set([...anywhere, ...(inside[name] ?? [])]);
  for (let at = 0; at < this.getSchema().getCount(); at++) known.add(this.getSchema().getItemAt(at).name);
  strangers.push(...Object.keys(source).filter((key) => !known.has(key)).map((key) => `${name} knows no ${key}`));
  strangers.push(...(needed[name] ?? []).filter((key) => source[key] === undefined).map((key) => `${name} has no ${key}`));
};

const isKnown = (type, version) => parts.includes(type) || GlobalRegistry.elements.createInstance(type, version) || GlobalRegistry.actions.createInstance(type, version);

// What a reader shows who knows this version; or, if all, one who knows nothing that has a fallback.
function settle(node, version, all) {
  if (Array.isArray(node)) return node.map((one) => settle(one, version, all)).filter((one) => one !== undefined);
  if (!node || typeof node !== 'object') return node;
  if (typeof node.type === 'string' && node.fallback && (all || !isKnown(node.type, version))) return node.fallback === 'drop' ? undefined : settle(node.fallback, version, all);
  return Object.fromEntries(Object.entries(node).filter(([name]) => name !== 'fallback').map(([name, value]) => [name, settle(value, version, all)]).filter(([, value]) => value !== undefined));
}

function judge(source, version) {
  // The library fills these in.
  if (source?.type !== 'AdaptiveCard' || typeof source.version !== 'string') return ['no AdaptiveCard with a version'];
  strangers.length = 0;
  const context = new SerializationContext(version);
  const card = new AdaptiveCard();
  card.maxVersion = version;
  card.parse(source, context);
  const faults = [...strangers];
  for (let at = 0; at < context.eventCount; at++) faults.push(`${ValidationEvent[context.getEventAt(at).event]}: ${context.getEventAt(at).message}`);
  // It says these of the whole card a second time.
  return [...faults, ...card.validateProperties().validationEvents.map((fault) => `${ValidationEvent[fault.event]}: ${fault.message}`)];
}

let judged = 0;
let found = 0;
for (const [kind, version] of [['cards', Versions.v1_5], ['unfurled', Versions.v1_3]]) {
  (given[kind] ?? []).forEach((source, at) => {
    const faults = new Set([false, true].flatMap((all) => judge(settle(source, version, all), version)));
    for (const fault of faults) console.log(`${kind}-${at}: ${fault}`);
    judged++;
    found += faults.size;
  });
}

console.log(`${judged} judged, ${found} faults`);
process.exit(judged > 0 && found === 0 ? 0 : 1);
