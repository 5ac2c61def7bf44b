// The chat of the playground: follows the cards that the bot posts and sends it the visitor's commands.

import { commandButton, element, icon, messageArticle } from "./cards.js";
import { attachSuggestions } from "./suggestions.js";

const CARDS_KEPT_PER_CHANNEL = 300;
const SUGGESTIONS_SHOWN = 8;
const LONGEST_RETRY_DELAY = 30_000;
const ANSWER_TIMEOUT = 20_000;
const ROOM_ABOVE_ANSWER = 12;
const MEMBER_KEY = "chatflairbot.member";
const UNREACHABLE = "The bot is not reachable. Check that it is running, then send the command again.";

const byId = id => document.getElementById(id);
const commandBox = byId("command");
const memberBox = byId("member");
const errorNotice = byId("error");
const newCardsButton = byId("new-cards");

// Cards from before this moment are history: they neither count as unread nor move.
const openedAt = Date.now();
const channels = new Map();
const seenMessages = new Set();
let current = null;
let members = [];
let previews = [];

// ---- The log ----

function isAtEnd(log) {
  return log.scrollHeight - log.scrollTop - log.clientHeight < 48;
}

function scrollToEnd(log) {
  log.scrollTop = log.scrollHeight;
}

// A notice above the command box or a keyboard on the screen shrinks the log: its reader stays at the end.
const logSizes = new ResizeObserver(entries => {
  for (const { target } of entries.filter(entry => entry.target.dataset.atEnd === "true")) {
    scrollToEnd(target);
  }
});

function noteScroll(log) {
  log.dataset.atEnd = isAtEnd(log);
  newCardsButton.hidden ||= isAtEnd(log);
}

function appendCard(channel, message, isNews) {
  const { log } = channel;
  const isFollowed = isAtEnd(log);
  const article = messageArticle(message, { previews, isNews, onPick: pickCommand });
  log.querySelector(".empty")?.remove();
  log.append(article);
  if (log.childElementCount > CARDS_KEPT_PER_CHANNEL) {
    log.firstElementChild.remove();
  }
  if (message.isPrivate) {
    // The visitor waits for this answer: one longer than the log is read from its start.
    log.scrollTop = article.offsetTop - ROOM_ABOVE_ANSWER;
  } else if (isFollowed) {
    scrollToEnd(log);
  } else if (channel === current) {
    newCardsButton.hidden = false;
  }
}

function addMessage(message) {
  if (seenMessages.has(message.id)) {
    return;
  }
  seenMessages.add(message.id);
  const channel = channels.get(message.channel) ?? addChannel(message.channel);
  const isNews = Date.parse(message.at) >= openedAt;
  appendCard(channel, message, isNews);
  if (isNews && (channel !== current || document.hidden)) {
    setUnread(channel, channel.unread + 1);
  }
}

// ---- Channels ----

function emptyState() {
  return element("div", { class: "empty" },
    icon("laurel"),
    element("h3", {}, "Nothing to celebrate yet"),
    element("p", {}, "Cards appear here by themselves as soon as colleagues reach a milestone."),
    element("p", {}, "Until then, try ", commandButton("/flair top", pickCommand), " or ", commandButton("/flair help", pickCommand)));
}

function addChannel(id) {
  const name = element("bdi", { class: "channel-label" });
  const badge = element("span", { class: "badge", hidden: "" });
  const button = element("button", { type: "button", "data-testid": `channel-${id}` }, name, badge);
  const log = element("div", { class: "log", role: "log", "aria-live": "polite", tabindex: 0, hidden: "" }, emptyState());
  const channel = { id, name, badge, button, log, about: "", unread: 0 };
  button.addEventListener("click", () => { location.hash = encodeURIComponent(id); });
  log.dataset.atEnd = true;
  log.addEventListener("scroll", () => noteScroll(log), { passive: true });
  logSizes.observe(log);
  channels.set(id, channel);
  describeChannel(channel, id, "");
  byId("channels").append(element("li", {}, button));
  byId("logs").prepend(log);
  return channel;
}

function describeChannel(channel, name, about) {
  channel.name.textContent = name;
  channel.about = about;
  channel.log.setAttribute("aria-label", `Cards in ${name}`);
}

function setUnread(channel, count) {
  channel.unread = count;
  channel.badge.hidden = count === 0;
  channel.badge.replaceChildren(count > 99 ? "99+" : `${count}`,
    element("span", { class: "visually-hidden" }, count === 1 ? " new card" : " new cards"));
  updateTitle();
}

function updateTitle() {
  const unread = [...channels.values()].reduce((sum, channel) => sum + channel.unread, 0);
  document.title = `${unread ? `(${unread}) ` : ""}${current.name.textContent} · ChatFlairBot playground`;
}

function showChannel(channel) {
  for (const { button, log } of channels.values()) {
    button.removeAttribute("aria-current");
    log.hidden = true;
  }
  current = channel;
  channel.button.setAttribute("aria-current", "true");
  channel.log.hidden = false;
  byId("channel-name").textContent = channel.name.textContent;
  byId("channel-about").textContent = channel.about;
  newCardsButton.hidden = true;
  scrollToEnd(channel.log);
  setUnread(channel, 0);
}

function showChannelOfAddress() {
  const all = [...channels.values()];
  const channel = all.find(({ id }) => encodeURIComponent(id) === location.hash.slice(1)) ?? all[0];
  if (channel) {
    showChannel(channel);
  }
}

// ---- Commands ----

const sentCommands = [];
let recalled = 0;
let draft = "";
let isSending = false;

function fillCommand(text) {
  commandBox.value = text;
  commandBox.setSelectionRange(text.length, text.length);
}

function pickCommand(text) {
  fillCommand(text);
  commandBox.focus();
}

function recallCommand(step) {
  if (recalled === sentCommands.length) {
    draft = commandBox.value;
  }
  recalled = Math.min(Math.max(recalled + step, 0), sentCommands.length);
  fillCommand(sentCommands[recalled] ?? draft);
}

function rememberCommand(text) {
  if (sentCommands.at(-1) !== text) {
    sentCommands.push(text);
  }
  recalled = sentCommands.length;
  draft = "";
}

function showError(text) {
  errorNotice.textContent = text;
  errorNotice.hidden = !text;
}

async function postCommand(command) {
  let response;
  try {
    response = await fetch("/playground/commands", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(command),
      signal: AbortSignal.timeout(ANSWER_TIMEOUT),
    });
  } catch {
    return { error: UNREACHABLE };
  }
  const answer = await response.json().catch(() => null);
  return response.ok && answer
    ? { message: answer }
    : { error: answer?.error ?? `The bot could not answer (status ${response.status}). Try again in a moment.` };
}

async function sendCommand(text) {
  if (!text || isSending) {
    return;
  }
  if (!current) {
    showError(UNREACHABLE);
    return;
  }
  isSending = true;
  showError("");
  rememberCommand(text);
  const { message, error } = await postCommand({ channel: current.id, text, member: memberBox.value.trim() });
  isSending = false;
  if (error) {
    showError(error);
    return;
  }
  addMessage(message);
  // A chip sends its own text: what the visitor is typing meanwhile stays.
  if (commandBox.value.trim() === text) {
    fillCommand("");
  }
}

// ---- Members ----

const folded = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function membersLike(fragment) {
  return members.filter(name => folded(name).includes(folded(fragment)));
}

function suggestForCommand(text) {
  const [, fragment] = /^\s*\/flair\s+@(.*)$/u.exec(text) ?? [];
  return fragment === undefined || members.includes(fragment) ? [] : membersLike(fragment).slice(0, SUGGESTIONS_SHOWN);
}

function defaultMember() {
  try {
    return localStorage.getItem(MEMBER_KEY) || members[0] || "";
  } catch {
    return members[0] || "";
  }
}

function chooseMember(name) {
  memberBox.value = name;
  try {
    localStorage.setItem(MEMBER_KEY, name);
  } catch {
    // A browser that forbids storage only forgets the choice.
  }
}

async function openMembers(open) {
  if (members.length === 0) {
    await loadState();
  }
  if (document.activeElement === memberBox) {
    open();
  }
}

// ---- The connection ----

const retryDelay = attempt => Math.min(1000 * 2 ** attempt, LONGEST_RETRY_DELAY);

function showConnection(isLive) {
  byId("live").textContent = isLive ? "Live" : "Reconnecting…";
  byId("live").classList.toggle("is-live", isLive);
}

async function fetchState() {
  try {
    const response = await fetch("/playground/state", { cache: "no-store" });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

async function loadState() {
  const state = await fetchState();
  if (state === null) {
    return false;
  }
  ({ members, previews } = state);
  byId("community").textContent = state.title;
  for (const { id, name, about } of state.channels) {
    describeChannel(channels.get(id) ?? addChannel(id), name, about);
  }
  if (document.activeElement !== memberBox) {
    memberBox.value ||= defaultMember();
  }
  return true;
}

function connect(attempt = 0) {
  const stream = new EventSource("/playground/stream");
  let failures = attempt;
  stream.addEventListener("card", event => addMessage(JSON.parse(event.data)));
  stream.addEventListener("open", () => {
    failures = 0;
    showConnection(true);
    loadState();
  });
  stream.addEventListener("error", () => {
    showConnection(false);
    // The browser reconnects by itself, except after an answer that was not a stream.
    if (stream.readyState === EventSource.CLOSED) {
      setTimeout(connect, retryDelay(failures), failures + 1);
    }
  });
}

async function start(attempt = 0) {
  if (await loadState()) {
    showChannelOfAddress();
    connect();
  } else {
    showConnection(false);
    setTimeout(start, retryDelay(attempt), attempt + 1);
  }
}

// ---- The visitor's actions ----

function listenToPage() {
  byId("skip").addEventListener("click", event => {
    // Following the link would replace the channel in the address.
    event.preventDefault();
    commandBox.focus();
  });
  newCardsButton.addEventListener("click", () => {
    scrollToEnd(current.log);
    current.log.focus();
  });
  window.addEventListener("hashchange", showChannelOfAddress);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && current) {
      setUnread(current, 0);
    }
  });
}

function listenToCommands() {
  byId("command-form").addEventListener("submit", event => {
    event.preventDefault();
    commandBox.focus();
    sendCommand(commandBox.value.trim());
  });
  byId("chips").addEventListener("click", event => sendCommand(event.target.closest("button")?.textContent));
  attachSuggestions(commandBox, byId("command-suggestions"), suggestForCommand, name => fillCommand(`/flair @${name}`));
  commandBox.addEventListener("keydown", event => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step && !event.defaultPrevented) {
      event.preventDefault();
      recallCommand(step);
    }
  });
}

function listenToMember() {
  // A box that shows a member offers all of them: the visitor is here to change it.
  const suggestMembers = text => members.includes(text) ? members : membersLike(text);
  const open = attachSuggestions(memberBox, byId("member-suggestions"), suggestMembers, chooseMember);
  memberBox.addEventListener("focus", () => {
    memberBox.select();
    if (!memberBox.value) {
      openMembers(open);
    }
  });
  memberBox.addEventListener("click", () => openMembers(open));
  memberBox.addEventListener("keydown", event => {
    if (event.key === "ArrowDown" && !event.defaultPrevented) {
      event.preventDefault();
      openMembers(open);
    }
  });
  memberBox.addEventListener("change", () => chooseMember(memberBox.value.trim() || defaultMember()));
  memberBox.addEventListener("blur", () => { memberBox.value ||= defaultMember(); });
}

listenToPage();
listenToCommands();
listenToMember();
start();
