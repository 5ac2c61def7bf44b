// A twin of the bot made of Microsoft's own Bot Builder. Prints its port: node teams-botbuilder.mjs '{"appId":…,"tenantId":…,"metadata":…,"login":…,"issuer":…}'
// The answer of every call is the adapter's own; the header X-Dispatched names what the activity became, X-Failed why it was refused.
// It must trust the authority of the metadata's address: NODE_EXTRA_CA_CERTS=ca.pem
import { createServer } from 'node:http';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, TeamsActivityHandler } from 'botbuilder';

const given = JSON.parse(process.argv[2]);
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({
  MicrosoftAppType: 'SingleTenant', MicrosoftAppId: given.appId, MicrosoftAppPassword: 'not-used', MicrosoftAppTenantId: given.tenantId,
  ToBotFromChannelOpenIdMetadataUrl: given.metadata, ToBotFromEmulatorOpenIdMetadataUrl: given.metadata, ToBotFromChannelTokenIssuer: given.issuer,
  ToChannelFromBotLoginUrl: `${given.login}${given.tenantId}`, ToChannelFromBotOAuthScope: given.issuer, OAuthUrl: given.login, ValidateAuthority: 'false', CallerId: 'urn:botframework:azure', ChannelService: '',
}));
// What fails in a handler is the test's to see.
adapter.onTurnError = async (_, error) => { throw error; };

// Says which of the framework's handlers run, outermost first.
class Twin extends TeamsActivityHandler {
  dispatched = [];
}

for (let type = TeamsActivityHandler.prototype; type !== Object.prototype; type = Object.getPrototypeOf(type)) {
  for (const name of Object.getOwnPropertyNames(type).filter((one) => /^(onTeams\w+|handleTeams\w+|on\w+Activity|onAdaptiveCardInvoke)$/.test(one) && !one.endsWith('Event') && !Object.hasOwn(Twin.prototype, one))) {
    Twin.prototype[name] = async function (...given) {
      this.dispatched.push(name);
      // The framework would ask the connector who they are, with a token that it gets from Microsoft alone.
      return name === 'onTeamsMembersAdded' ? undefined : type[name].apply(this, given);
    };
  }
}

const server = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  try {
    request.body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    request.body = undefined;
  }

  const twin = new Twin();
  const answer = { code: 200, body: undefined };
  const shim = { socket: response.socket, header: () => shim, status: (code) => { answer.code = code; return shim; }, send: (body) => { answer.body = body; return shim; }, end: () => shim };
  try {
    await adapter.process(request, shim, (context) => twin.run(context));
  } catch (fault) {
    answer.code = fault.statusCode ?? 500;
    response.setHeader('X-Failed', encodeURIComponent(String(fault.message ?? fault)).slice(0, 400));
  }

  response.setHeader('X-Dispatched', twin.dispatched.join(' '));
  response.statusCode = answer.code;
  response.end(answer.body === undefined ? '' : typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
