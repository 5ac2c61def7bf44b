// Messages roughly as Slack shows them: node slack-picture.mjs FILE PAGE [light|dark]
// FILE holds {"messages": [{"title": "…", "blocks": […]}]}. The page is whole in itself, for a browser or a picture of it.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Message } from 'slack-blocks-to-jsx';

const [input, output, theme = 'light'] = process.argv.slice(2);
const { messages } = JSON.parse(readFileSync(input, 'utf8'));
const style = readFileSync(createRequire(import.meta.url).resolve('slack-blocks-to-jsx/dist/style.css'), 'utf8');
const logo = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8" rx="2" fill="#5b3df5"/><path d="M4 1.4 4.8 3.2 6.7 3.3 5.2 4.6 5.7 6.4 4 5.4 2.3 6.4 2.8 4.6 1.3 3.3 3.2 3.2Z" fill="#fff"/></svg>')}`;
const shown = messages.map(({ title, blocks }) => renderToStaticMarkup(createElement(
  'article', { 'aria-label': title }, createElement(Message, { blocks, theme, logo, name: 'ChatFlairBot', time: new Date(Date.UTC(2026, 0, 5, 9, 0)), showBlockKitDebug: false }))));
const page = theme === 'dark' ? '#1a1d21' : '#ffffff';
writeFileSync(output, `<!doctype html><html lang="en" data-theme="${theme}"><meta charset="utf-8"><title>Messages</title>
<style>${style}</style><style>body{margin:0;padding:24px;background:${page};font-family:Lato,"DejaVu Sans",sans-serif}article{margin:0 0 28px}</style>
<body class="${theme}">${shown.join('\n')}</body></html>\n`);
console.log(`${shown.length} shown`);
