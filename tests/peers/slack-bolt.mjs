// A twin of the bot made of Slack's own framework. Prints its port: node slack-bolt.mjs SIGNING_SECRET [UNIX_SECONDS [API_URL]]
import bolt from '@slack/bolt';

const [secret, seconds, api] = process.argv.slice(2);
// The fixtures were signed once, so the clock stands where they are valid.
if (Number(seconds) > 0) Date.now = () => Number(seconds) * 1000;

const app = new bolt.App({
  signingSecret: secret,
  authorize: async () => ({ botToken: 'xoxb-twin', botId: 'B00FLAIRBOT', botUserId: 'U00FLAIRBOT' }),
  logger: { debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, getLevel: () => bolt.LogLevel.ERROR, setName() {} },
  ...(api ? { clientOptions: { slackApiUrl: api } } : {}),
});
app.command('/flair', ({ ack }) => ack({ response_type: 'ephemeral', text: 'twin' }));
app.action('flair_open_profile', ({ ack }) => ack());
app.action('flair_mute_me', ({ ack }) => ack());
for (const type of ['app_home_opened', 'app_uninstalled', 'tokens_revoked', 'channel_id_changed']) app.event(type, async () => {});

const server = await app.start({ port: 0, host: '127.0.0.1' });
console.log(server.address().port);
