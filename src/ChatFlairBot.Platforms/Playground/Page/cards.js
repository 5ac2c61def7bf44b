// Draws one message of the bot. Names, titles and texts come from strangers,
// so every one of them reaches the page as a text node or an attribute, never as markup.

const AVATAR_SIZE = 48;

export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    node.setAttribute(name, value);
  }
  node.append(...children.filter(child => child !== null));
  return node;
}

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `#icon-${name}`);
  svg.append(use);
  return svg;
}

// "/flair why [@user|card]" works without what stands in brackets.
const plainest = usage => usage.split(/ [[(]| \/ |\|/u)[0];

export function commandButton(command, onPick, picked = command) {
  const button = element("button", { type: "button", class: "command", title: "Put this command in the box" }, command);
  button.addEventListener("click", () => onPick(picked));
  return button;
}

// Anything but http and https (javascript: above all) must not become an address of the page.
function webAddress(text) {
  return URL.canParse(text ?? "") && /^https?:$/.test(new URL(text).protocol) ? text : null;
}

function linked(content, address) {
  const href = webAddress(address);
  return href ? element("a", { href, target: "_blank", rel: "noopener noreferrer" }, content) : content;
}

// ---- Avatars ----

function initialsOf(name) {
  // Two combining marks at most: more of them would climb out of the circle.
  const letters = name.match(/(?<![\p{L}\p{N}\p{M}'’])[\p{L}\p{N}]\p{M}{0,2}/gu) ?? ["?"];
  return (letters.length > 1 ? letters[0] + letters.at(-1) : letters[0]).toUpperCase();
}

function hueOf(name) {
  return [...name].reduce((hash, character) => (hash * 31 + character.codePointAt(0)) % 360, 7);
}

function initialsCircle(card) {
  // Without an avatar only the title is left: a sentence, of which the first word belongs to the name.
  const name = card.avatar?.alt.replace(/^avatar of /i, "") ?? card.title.split(" ", 1)[0];
  const label = card.avatar?.alt ?? "No avatar";
  const circle = element("span", { class: "avatar initials", role: "img", "aria-label": label }, initialsOf(name));
  circle.style.setProperty("--hue", hueOf(name));
  return circle;
}

function avatar(card) {
  const src = webAddress(card.avatar?.url);
  if (!src) {
    return initialsCircle(card);
  }
  const { alt } = card.avatar;
  const image = element("img", { class: "avatar", alt, width: AVATAR_SIZE, height: AVATAR_SIZE, referrerpolicy: "no-referrer" });
  image.addEventListener("error", () => image.replaceWith(initialsCircle(card)), { once: true });
  image.src = src;
  return image;
}

function portrait(card) {
  const isAboutSomeone = card.kind === "milestone" || card.kind === "flair";
  if (!isAboutSomeone && !card.avatar) {
    return null;
  }
  return element("div", { class: "portrait" }, avatar(card), card.kind === "milestone" ? icon("laurel") : null);
}

// ---- The parts of a card ----

function heading(card, id) {
  // The bot writes its titles in English: a name from right to left must not turn the sentence around.
  const title = element("bdi", { dir: "ltr" }, card.title);
  return element("div", { class: "heading" },
    card.kind === "milestone" ? element("p", { class: "kicker" }, icon("medal"), "Milestone") : null,
    element("h3", { id }, linked(title, card.link)));
}

function factList(facts) {
  const pairs = facts.map(({ label, value }) =>
    element("div", {}, element("dt", { dir: "auto" }, label), element("dd", { dir: "auto" }, value)));
  return element("dl", { class: "facts" }, ...pairs);
}

function progressBar({ value, goal, label }) {
  return element("label", { class: "progress" }, element("progress", { value, max: goal }), element("span", { dir: "auto" }, label));
}

function rowList(card, onPick) {
  const isHelp = card.kind === "help";
  const items = card.rows.map(({ lead, label, value, link }) => element("li", {},
    lead ? element("bdi", { class: "lead" }, lead) : null,
    element("span", { class: "label" }, isHelp ? commandButton(label, onPick, plainest(label)) : linked(element("bdi", {}, label), link)),
    element("bdi", { class: "value" }, value)));
  return element("ul", { class: isHelp ? "rows help-rows" : "rows", role: "list" }, ...items);
}

function tagList(tags) {
  return element("ul", { class: "tags", role: "list", "aria-label": "Expertise" }, ...tags.map(tag => element("li", { dir: "auto" }, tag)));
}

// A link to the text itself: nothing of it is kept on the server.
function download({ fileName, text }) {
  const href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  return element("p", {}, element("a", { href, download: fileName, "data-testid": "attachment" }, `Download ${fileName}`));
}

function cardBody(card, headingId, onPick) {
  return element("div", { class: "body" },
    portrait(card),
    element("div", { class: "content" },
      heading(card, headingId),
      card.text ? element("p", { class: "text", dir: "auto" }, card.text) : null,
      card.facts.length ? factList(card.facts) : null,
      card.progress ? progressBar(card.progress) : null,
      card.rows.length ? rowList(card, onPick) : null,
      card.tags.length ? tagList(card.tags) : null,
      card.attachment ? download(card.attachment) : null));
}

// ---- What the chat platforms get ----

async function copyText(pre, status) {
  try {
    await navigator.clipboard.writeText(pre.textContent);
    status.textContent = "Copied";
  } catch {
    // Without a secure context or permission the visitor has to press the keys.
    getSelection().selectAllChildren(pre);
    status.textContent = "Selected: copy it with your keyboard";
  }
}

function payloadView(platform, payload) {
  const json = JSON.stringify(payload, null, 2);
  const pre = element("pre", { tabindex: 0, role: "region", "aria-label": `${platform} payload`, dir: "ltr" }, json);
  const status = element("span", { class: "copy-status", role: "status" });
  const button = element("button", { type: "button", class: "copy" }, "Copy");
  button.addEventListener("click", () => copyText(pre, status));
  return [element("div", { class: "payload-bar" }, element("span", {}, `Payload for ${platform}`), status, button), pre];
}

function showView(name, message, body, panel) {
  // The reader has asked for this change: from here on the log must not read the card out again.
  body.setAttribute("aria-live", "off");
  body.hidden = name !== "Card";
  panel.hidden = name === "Card";
  const payload = message.payloads?.[name];
  panel.replaceChildren(...(payload ? payloadView(name, payload) : []));
}

function viewSwitch(names, headingId, onChange) {
  const options = names.map((name, index) => {
    const radio = element("input", { type: "radio", name: `view-${headingId}`, value: name, "data-testid": `view-${name}` });
    radio.checked = index === 0;
    radio.addEventListener("change", () => onChange(name));
    return element("label", {}, radio, element("span", {}, name));
  });
  const labelId = `switch-${headingId}`;
  return element("div", { class: "switch", role: "radiogroup", "aria-labelledby": labelId },
    element("span", { class: "switch-label", id: labelId }, "Show as"),
    element("div", { class: "switch-options" }, ...options));
}

// ---- The message around the card ----

function timeOf(at) {
  const date = new Date(at);
  const isToday = date.toDateString() === new Date().toDateString();
  const short = isToday ? { timeStyle: "short" } : { month: "short", day: "numeric", hour: "numeric", minute: "2-digit" };
  return element("time", { datetime: at, title: date.toLocaleString([], { dateStyle: "full", timeStyle: "short" }) },
    date.toLocaleString([], short));
}

function privateMark() {
  return element("span", { class: "private-mark", "data-testid": "private-mark" }, icon("eye"), "Only visible to you");
}

function metaLine(message) {
  return element("header", { class: "meta" },
    element("span", { class: "author" }, "ChatFlairBot"),
    timeOf(message.at),
    message.isPrivate ? privateMark() : null);
}

let drawn = 0;

export function messageArticle(message, { previews, isNews, onPick }) {
  const { card, command, isPrivate } = message;
  // Not the message's own id: one with a space would break the references between elements.
  const headingId = `card-${++drawn}`;
  const body = cardBody(card, headingId, onPick);
  const panel = element("div", { class: "payload", "data-testid": "payload", "aria-live": "off", hidden: "" });
  const article = element("article", {
    class: isNews ? "message is-news" : "message",
    "data-testid": "card", "data-message-id": message.id, "data-kind": card.kind, "aria-labelledby": headingId,
  });
  const changeView = name => {
    showView(name, message, body, panel);
    article.scrollIntoView({ block: "nearest" });
  };
  article.append(
    element("div", { class: "bot" }, icon("medal")),
    metaLine(message),
    element("div", { class: isPrivate ? "card is-private" : "card" },
      command ? element("p", { class: "asked" }, isPrivate ? "You sent " : "Asked in the channel: ", element("code", { dir: "auto" }, command)) : null,
      body,
      panel,
      element("footer", { class: "foot" },
        element("bdi", { class: "source" }, card.footer ?? ""),
        viewSwitch(["Card", ...previews], headingId, changeView))));
  return article;
}
