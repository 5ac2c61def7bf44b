// Slack's own installer against a Slack that is not Slack: node slack-oauth.mjs '{"api":…,"authorize":…,"port":…,"team":…,…}'
import http from 'node:http';
import { InstallProvider, LogLevel } from '@slack/oauth';
import { Agreement } from './agreement.mjs';

const given = JSON.parse(process.argv[2]);
const agreement = new Agreement();
const quiet = { debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, getLevel: () => LogLevel.ERROR, setName() {} };
const installed = [];
const installer = new InstallProvider({
  clientId: given.clientId,
  clientSecret: given.clientSecret,
  stateSecret: 'a state secret for tests',
  authorizationUrl: given.authorize,
  clientOptions: { slackApiUrl: given.api, retryConfig: { retries: 0 } },
  directInstall: true,
  logger: quiet,
  installationStore: {
    async storeInstallation(one) { installed.push(one); },
    async fetchInstallation() { return installed.at(-1); },
  },
});
const redirectUri = `http://127.0.0.1:${given.port}/callback`;
const server = http.createServer((request, response) => {
  if (request.url.startsWith('/install')) {
    installer.handleInstallPath(request, response, {}, { scopes: given.scopes, redirectUri });
    return;
  }

  installer.handleCallback(request, response, {
    success: (one, _options, _request, answer) => answer.end(`installed ${one.team?.id ?? one.enterprise?.id}`),
    failure: (fault, _options, _request, answer) => { answer.statusCode = 500; answer.end(fault.code ?? String(fault)); },
  });
}).listen(given.port, '127.0.0.1');

const noFollow = { redirect: 'manual' };

// What a person's browser does: from the installer to the consent page, and back with a decision.
async function consent(decision, team = given.team) {
  const begin = await fetch(`http://127.0.0.1:${given.port}/install`, noFollow);
  const cookie = begin.headers.getSetCookie()[0].split(';')[0];
  const page = await (await fetch(begin.headers.get('location'))).text();
  const hidden = Object.fromEntries([...page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map((one) => [one[1], one[2].replaceAll('&amp;', '&')]));
  const decided = await fetch(new URL('/oauth/v2/decide', given.authorize), { ...noFollow, method: 'POST', body: new URLSearchParams({ ...hidden, team, decision }) });
  return { cookie, back: decided.headers.get('location'), page };
}

const arrive = async (url, cookie) => {
  const answer = await fetch(url, { headers: cookie ? { cookie } : {} });
  return [answer.status, await answer.text()];
};

const first = await consent('allow');
agreement.is('the page lists the scopes', given.scopes.every((scope) => first.page.includes(`<li>${scope}</li>`)), true);
agreement.is('the redirect goes where it was asked to', first.back.startsWith(redirectUri), true);
agreement.is('without the cookie there is no install', await arrive(first.back, null), [500, 'slack_oauth_invalid_state']);
agreement.is('with another state neither', (await arrive(first.back.replace(/state=[^&]+/, 'state=forged'), first.cookie))[0], 500);
agreement.is('nothing was stored yet', installed.length, 0);
agreement.is('the install', await arrive(first.back, first.cookie), [200, `installed ${given.organisation ?? given.team}`]);
agreement.is('what was stored', [installed[0].bot.userId, installed[0].bot.scopes, installed[0].isEnterpriseInstall], [given.bot, given.scopes, Boolean(given.organisation)]);
agreement.is('rotation is stored', [typeof installed[0].bot.refreshToken, installed[0].bot.expiresAt > 0], given.rotates ? ['string', true] : ['undefined', false]);
agreement.is('the same code again', (await arrive(first.back, first.cookie))[0], 500);
const denied = await consent('cancel');
agreement.is('a denial', [await arrive(denied.back, denied.cookie), installed.length], [[500, 'slack_oauth_installer_authorization_error'], 1]);
if (given.rotates) {
  const before = installed[0].bot.token;
  installed[0].bot.expiresAt = 1;
  const fresh = await installer.authorize({ teamId: given.team, isEnterpriseInstall: false });
  agreement.is('a refreshed token is another one', [fresh.botToken === before, fresh.botToken.startsWith('xoxe.xoxb-')], [false, true]);
}

server.close();
agreement.end();
