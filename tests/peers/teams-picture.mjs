// Messages roughly as Teams shows them: node teams-picture.mjs FILE PAGE [light|dark]
// FILE holds {"messages": [{"title": "…", "card": {…}, "text": "…"}]}, text for a message without a card. The page is whole in itself, for a browser
// or a picture of it; Microsoft's own renderer runs in it. Elements that it does not know show their fallback.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { buildSync } from 'esbuild';

const [input, output, theme = 'light'] = process.argv.slice(2);
const { messages } = JSON.parse(readFileSync(input, 'utf8'));
const dark = theme === 'dark';
const near = createRequire(import.meta.url).resolve;
const renderer = readFileSync(near('adaptivecards/dist/adaptivecards.min.js'), 'utf8');
// The cards' Markdown, by a parser that lets no HTML through.
const markdown = buildSync({ stdin: { contents: "export { micromark } from 'micromark';", resolveDir: import.meta.dirname }, bundle: true, write: false, format: 'iife', globalName: 'markdown', minify: true, platform: 'browser', conditions: ['production'] }).outputFiles[0].text;
const inline = (value) => JSON.stringify(value).replaceAll('<', '\\u003c');

const ink = dark ? { default: '#ffffff', subtle: '#adadad', accent: '#7f85f5', good: '#92c353', warning: '#f8d22a', attention: '#f9526b' } : { default: '#242424', subtle: '#616161', accent: '#5b5fc7', good: '#237b4b', warning: '#835c00', attention: '#c4314b' };
const colors = Object.fromEntries(['default', 'accent', 'good', 'warning', 'attention'].map((name) => [name, { default: ink[name], subtle: name === 'default' ? ink.subtle : ink[name] }]));
const container = (background) => ({ backgroundColor: background, borderColor: dark ? '#3d3d3d' : '#d1d1d1', foregroundColors: colors });
const look = {
  supportsInteractivity: true,
  fontFamily: '"Segoe UI", "Open Sans", "DejaVu Sans", sans-serif',
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
  imageSizes: { small: 32, medium: 52, large: 100 },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: dark ? '#3d3d3d' : '#e0e0e0' },
  // At most six buttons are shown in a row, as in Teams.
  actions: { maxActions: 6, spacing: 'default', buttonSpacing: 8, showCard: { actionMode: 'inline', inlineTopMargin: 16, style: 'emphasis' }, actionsOrientation: 'horizontal', actionAlignment: 'left' },
  containerStyles: { default: container(dark ? '#292929' : '#ffffff'), emphasis: container(dark ? '#1f1f1f' : '#f5f5f5'), accent: container(dark ? '#2f2f4a' : '#e8ebfa'), good: container(dark ? '#052505' : '#e7f2da'), warning: container(dark ? '#463100' : '#fbf6d9'), attention: container(dark ? '#3f1011' : '#fcf4f6') },
  factSet: { title: { color: 'default', size: 'default', isSubtle: false, weight: 'bolder', wrap: true, maxWidth: 150 }, value: { color: 'default', size: 'default', isSubtle: false, weight: 'default', wrap: true }, spacing: 12 },
  inputs: { label: { inputSpacing: 'small', requiredInputs: { weight: 'bolder', color: 'default', suffix: ' *' }, optionalInputs: { weight: 'bolder', color: 'default' } }, errorMessage: { color: 'attention', weight: 'default' } },
};

const button = `border:1px solid ${dark ? '#666' : '#d1d1d1'};border-radius:4px;background:${dark ? '#292929' : '#fff'};color:inherit;font:600 14px/20px inherit;padding:5px 12px;min-height:32px`;
writeFileSync(output, `<!doctype html><html lang="en" data-theme="${theme}"><meta charset="utf-8"><title>Messages</title>
<style>
body{margin:0;padding:24px;background:${dark ? '#141414' : '#f5f5f5'};color:${ink.default};font-family:"Segoe UI","Open Sans","DejaVu Sans",sans-serif;font-size:14px}
article{margin:0 0 28px;max-width:560px}article>header{color:${ink.subtle};font-size:12px;margin-bottom:4px}article>header b{color:${ink.default}}
.shown{border:1px solid ${dark ? '#3d3d3d' : '#e0e0e0'};border-radius:6px;background:${dark ? '#292929' : '#fff'};overflow:hidden}.text{padding:8px 16px}
.ac-pushButton{${button}}.ac-pushButton.style-positive{background:#5b5fc7;color:#fff;border-color:#5b5fc7}.ac-pushButton.style-destructive{background:#c4314b;color:#fff;border-color:#c4314b}
.ac-input{width:100%;box-sizing:border-box;border:1px solid ${dark ? '#666' : '#d1d1d1'};border-radius:4px;background:${dark ? '#1f1f1f' : '#fff'};color:inherit;padding:5px 8px;font:inherit}
.ac-input[type=checkbox],.ac-input[type=radio]{width:auto}a{color:${ink.accent}}p{margin:0}
</style><body class="${theme}"></body><script>${renderer}</script><script>${markdown}</script>
<script>
AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => { result.outputHtml = markdown.micromark(text); result.didProcess = true; };
for (const { title, card, text } of ${inline(messages)}) {
  const article = document.body.appendChild(document.createElement('article'));
  article.setAttribute('aria-label', title);
  article.appendChild(document.createElement('header')).append(Object.assign(document.createElement('b'), { textContent: 'ChatFlairBot' }), ' 9:00 AM');
  const shown = article.appendChild(document.createElement('div'));
  shown.className = card ? 'shown' : 'shown text';
  if (!card) { shown.innerHTML = markdown.micromark(text ?? ''); continue; }
  const made = new AdaptiveCards.AdaptiveCard();
  made.hostConfig = new AdaptiveCards.HostConfig(${inline(look)});
  made.parse(card, new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5));
  shown.append(made.render() ?? 'nothing is shown');
}
</script></html>\n`);
console.log(`${messages.length} shown`);
