// Slack's own client drives a Slack that is not Slack: node slack-web-api.mjs '{"api":…,"token":…,"narrow":…,"revoked":…,"channel":…,…}'
import { ErrorCode, LogLevel, WebClient } from '@slack/web-api';
import { Agreement } from './agreement.mjs';

const given = JSON.parse(process.argv[2]);
const agreement = new Agreement();
const options = { slackApiUrl: given.api, logLevel: LogLevel.ERROR, retryConfig: { retries: 0 } };
const quiet = { debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, getLevel: () => LogLevel.ERROR, setName() {} };
const client = new WebClient(given.token, { ...options, logger: quiet });
const narrow = new WebClient(given.narrow, { ...options, logger: quiet });

const who = await client.auth.test();
agreement.is('auth.test names the workspace', [who.ok, who.team_id, who.user_id, who.bot_id], [true, given.team, given.bot, given.botId]);
agreement.is('the scopes come with every answer', who.response_metadata.scopes.includes('chat:write'), true);

const metadata = { event_type: 'flair_milestone', event_payload: { key: 'so-teams:acme:42:10000' } };
const quietly = { unfurl_links: false, unfurl_media: false };
const blocks = [{ type: 'section', block_id: 'milestone', text: { type: 'mrkdwn', text: '*Bob* reached *10,000* reputation' } }];
const posted = await client.chat.postMessage({ channel: given.channel, text: 'Bob reached 10,000 reputation', blocks, metadata, ...quietly });
agreement.is('chat.postMessage answers with the message', [posted.channel, posted.message.text, posted.message.user, posted.ts], [given.channel, 'Bob reached 10,000 reputation', given.bot, posted.message.ts]);
agreement.is('a time is seconds and six digits', /^\d{10}\.\d{6}$/.test(posted.ts), true);

const updated = await client.chat.update({ channel: given.channel, ts: posted.ts, text: 'Bob passed 10,000' });
agreement.is('chat.update answers with the text', [updated.ts, updated.text], [posted.ts, 'Bob passed 10,000']);
const seen = await client.chat.postEphemeral({ channel: given.channel, user: given.user, text: 'only you' });
agreement.is('chat.postEphemeral answers with a time', typeof seen.message_ts, 'string');

const history = await client.conversations.history({ channel: given.channel, include_all_metadata: true, limit: 5 });
agreement.is('history has the metadata and not the ephemeral message', history.messages.map((one) => [one.text, one.metadata]), [['Bob passed 10,000', metadata]]);
await agreement.fails('history of a channel not joined', client.conversations.history({ channel: given.unjoined }), 'not_in_channel');
agreement.is('chat.delete answers with the time', (await client.chat.delete({ channel: given.channel, ts: posted.ts })).ts, posted.ts);
await agreement.fails('deleting twice', client.chat.delete({ channel: given.channel, ts: posted.ts }), 'message_not_found');

const user = (await client.users.info({ user: given.user, include_locale: true })).user;
agreement.is('users.info knows the address', [user.id, user.profile.email, user.deleted, user.locale], [given.user, given.email, false, 'en-GB']);
agreement.is('users.info without the scope does not', (await narrow.users.info({ user: given.user })).user.profile.email, undefined);
agreement.is('users.lookupByEmail finds the same', (await client.users.lookupByEmail({ email: given.email })).user.id, given.user);
await agreement.fails('users.lookupByEmail of nobody', client.users.lookupByEmail({ email: 'nobody@example.com' }), 'users_not_found');
const scope = await narrow.users.lookupByEmail({ email: given.email }).catch((fault) => fault);
agreement.is('a missing scope is named', [scope.code, scope.data.error, scope.data.needed], [ErrorCode.PlatformError, 'missing_scope', 'users:read.email']);

const channel = (await client.conversations.info({ channel: given.channel })).channel;
agreement.is('conversations.info', [channel.id, channel.name, channel.is_private, channel.is_ext_shared], [given.channel, 'general', false, false]);
const direct = (await client.conversations.open({ users: given.user })).channel.id;
agreement.is('conversations.open gives a direct conversation', direct.startsWith('D'), true);
agreement.is('which can be posted to', (await client.chat.postMessage({ channel: direct, text: 'hello', ...quietly })).channel, direct);

const home = { type: 'home', callback_id: 'flair_home', blocks: [{ type: 'actions', elements: [{ type: 'button', action_id: 'mute', text: { type: 'plain_text', text: 'Mute' } }] }] };
const view = (await client.views.publish({ user_id: given.user, view: home })).view;
agreement.is('views.publish answers with the view', [view.type, view.callback_id, view.blocks[0].elements[0].action_id], ['home', 'flair_home', 'mute']);
await agreement.fails('a stale hash', client.views.publish({ user_id: given.user, view: home, hash: 'old' }), 'hash_conflict');
await agreement.fails('a trigger that nobody issued', client.views.open({ trigger_id: '1.2.3', view: home }), 'invalid_trigger_id');
agreement.is('team.info', (await client.team.info()).team.domain, given.domain);

const long = { type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } };
const refused = await client.chat.postMessage({ channel: given.channel, text: 'x', blocks: [long], ...quietly }).catch((fault) => fault);
agreement.is('invalid blocks say where', [refused.data.error, refused.data.errors, refused.data.response_metadata.messages], [
  'invalid_blocks',
  ['must be less than 151 characters [json-pointer:/blocks/0/text/text]'],
  ['[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]'],
]);
await agreement.fails('no channel', client.chat.postMessage({ channel: 'C0NOWHERE00', text: 'x', ...quietly }), 'channel_not_found');
await agreement.fails('an archived channel', client.chat.postMessage({ channel: given.archived, text: 'x', ...quietly }), 'is_archived');
await agreement.fails('a revoked token', new WebClient(given.revoked, { ...options, logger: quiet }).auth.test(), 'account_inactive');
await agreement.fails('an unknown token', new WebClient('xoxb-nobody', { ...options, logger: quiet }).auth.test(), 'invalid_auth');
await agreement.fails('no token', new WebClient(undefined, { ...options, logger: quiet }).auth.test(), 'not_authed');

// The test has scripted one 429 for each of these two.
const limited = new WebClient(given.token, { ...options, logger: quiet, rejectRateLimitedCalls: true });
const wait = await limited.apiCall('chat.postMessage', { channel: given.channel, text: 'too soon', ...quietly }).catch((fault) => fault);
agreement.is('a 429 carries its wait', [wait.code, wait.retryAfter], [ErrorCode.RateLimitedError, 1]);
const patient = new WebClient(given.token, { ...options, logger: quiet, retryConfig: { retries: 1, minTimeout: 10, factor: 1 } });
const began = Date.now();
agreement.is('a 429 is waited out', (await patient.chat.postMessage({ channel: given.channel, text: 'later', ...quietly })).ok, true);
agreement.is('for as long as it says', Date.now() - began >= 1000, true);
agreement.end();
