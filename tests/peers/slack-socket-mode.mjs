// Slack's own socket client against a Slack that is not Slack: node slack-socket-mode.mjs '{"api":…,"token":…,"refused":…}'
// It says on a line of its own what it waits for next, and the test lets that happen.
import { once } from 'node:events';
import { LogLevel, SocketModeClient } from '@slack/socket-mode';
import { Agreement } from './agreement.mjs';

const given = JSON.parse(process.argv[2]);
const agreement = new Agreement();
const quiet = { debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, getLevel: () => LogLevel.ERROR, setName() {} };
// The time-out for pings is its wait before a reconnect as well.
const options = { clientOptions: { slackApiUrl: given.api, retryConfig: { retries: 0 } }, clientPingTimeout: 1000, logger: quiet };
const heard = [];
// Everybody who is interested listens from the start: what comes early waits here.
const next = async (type) => {
  for (;;) {
    const at = heard.findIndex((one) => one.type === type);
    if (at >= 0) return heard.splice(at, 1)[0];
    await new Promise((resolve) => setImmediate(resolve));
  }
};

await agreement.fails('a token that is refused', new SocketModeClient({ ...options, appToken: given.refused }).start(), 'invalid_auth');

const client = new SocketModeClient({ ...options, appToken: given.token });
client.on('slack_event', (one) => heard.push(one));
const connected = [];
client.on('connected', () => connected.push(Date.now()));
await client.start();
agreement.is('the hello makes it connected', connected.length, 1);

console.log('event');
const event = await next('events_api');
agreement.is('an event comes unwrapped', [event.body.event.type, event.body.event_id, event.accepts_response_payload, event.retry_num], ['app_home_opened', 'Ev1', false, undefined]);
await event.ack();

console.log('command');
const command = await next('slash_commands');
agreement.is('a command comes as an object', [command.body.command, command.body.text, command.accepts_response_payload], ['/flair', 'help', true]);
await command.ack({ response_type: 'ephemeral', text: 'At once.' });

console.log('interaction');
const interaction = await next('interactive');
agreement.is('an interaction comes as it is', [interaction.body.type, interaction.body.actions[0].action_id], ['block_actions', 'flair_congratulate']);
await interaction.ack();

console.log('unacknowledged');
const first = await next('events_api');
console.log('again');
const again = await next('events_api');
agreement.is('what was not acknowledged comes again', [again.envelope_id, again.retry_num, again.retry_reason], [first.envelope_id, 1, 'timeout']);
await again.ack();

console.log('refresh');
if (connected.length < 2) await once(client, 'connected');
agreement.is('it reconnects after a refresh', connected.length, 2);

console.log('event after the refresh');
const later = await next('events_api');
agreement.is('an event after the refresh', later.body.event_id, 'Ev3');
await later.ack();

await client.disconnect();
agreement.end();
