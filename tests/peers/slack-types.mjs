// Slack's own types judge what the bot sends: node slack-types.mjs FILE
// FILE holds {"blocks": [[…]], "views": […], "manifests": […]}. Prints a line for each fault; the exit code is 1 when there is one.
// Types know field names and which text goes where; they know no lengths and no counts.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

// A view's own blocks may be of any type; ours are all known ones.
const declarations = {
  blocks: "import type { KnownBlock } from '@slack/types';\nexport const judged: KnownBlock[] = ",
  views: "import type { HomeView, KnownBlock, ModalView } from '@slack/types';\nexport const judged: Omit<HomeView, 'blocks'> & { blocks: KnownBlock[] } | Omit<ModalView, 'blocks'> & { blocks: KnownBlock[] } = ",
  manifests: "import type { AppsManifestValidateArguments } from '@slack/web-api';\nexport const judged: Exclude<AppsManifestValidateArguments['manifest'], string> = ",
};

const here = dirname(fileURLToPath(import.meta.url));
const payloads = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const files = new Map();
for (const [kind, declaration] of Object.entries(declarations)) {
  (payloads[kind] ?? []).forEach((payload, at) => files.set(join(here, `${kind}-${at}.ts`), `${declaration}${JSON.stringify(payload, null, 1)};\n`));
}

const options = {
  strict: true, noEmit: true, skipLibCheck: true, types: [], lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
  module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, target: ts.ScriptTarget.ES2022,
};
// The files are nowhere but here, beside node_modules where their imports are found.
const host = ts.createCompilerHost(options);
const { fileExists, readFile, getSourceFile } = host;
host.fileExists = (name) => files.has(name) || fileExists(name);
host.readFile = (name) => files.get(name) ?? readFile(name);
host.getSourceFile = (name, ...rest) => (files.has(name) ? ts.createSourceFile(name, files.get(name), ...rest) : getSourceFile.call(host, name, ...rest));

const program = ts.createProgram([...files.keys()], options, host);
const faults = [...program.getGlobalDiagnostics(), ...program.getOptionsDiagnostics(), ...[...files.keys()].flatMap((name) => [
  ...program.getSyntacticDiagnostics(program.getSourceFile(name)), ...program.getSemanticDiagnostics(program.getSourceFile(name)),
])];
for (const fault of faults.slice(0, 20)) {
  const text = fault.file?.text.slice(fault.start, fault.start + 200).replace(/\s+/g, ' ') ?? '';
  console.log(`${fault.file?.fileName.slice(here.length + 1) ?? ''}: ${ts.flattenDiagnosticMessageText(fault.messageText, ' ')} at ${text}`);
}

console.log(`${files.size} judged, ${faults.length} faults`);
process.exit(files.size > 0 && faults.length === 0 ? 0 : 1);
