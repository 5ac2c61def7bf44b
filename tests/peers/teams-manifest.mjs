// Microsoft's own JSON schemas judge an app's manifest: node teams-manifest.mjs FILE [VERSION]
// VERSION is the manifest's own unless another one is asked for. Prints a line for each fault; the exit code is 1 when there is one.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv-draft-04';
import formats from 'ajv-formats';

const manifest = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const version = process.argv[3] ?? manifest.manifestVersion;
// The package gives its schemas no name to import them by.
const schema = fileURLToPath(new URL(`./node_modules/@microsoft/app-manifest/build/json-schemas/teams/v${version}/MicrosoftTeams.schema.json`, import.meta.url));
if (!existsSync(schema)) {
  console.log(`manifestVersion: there is no schema ${version}\n1 faults`);
  process.exit(1);
}

// The schemas carry keywords of their editors, which strictness would refuse.
const ajv = new Ajv({ strict: false, allErrors: true });
formats(ajv);
const judge = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));
const faults = judge(manifest) ? [] : judge.errors;
for (const fault of faults) console.log(`${fault.instancePath || '/'}: ${fault.message}${fault.params?.additionalProperty ? ` (${fault.params.additionalProperty})` : ''}`);
console.log(`manifest ${version}: ${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);
