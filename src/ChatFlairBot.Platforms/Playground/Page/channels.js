// The channels: the log of cards of each, which one is shown, and what is unread.

import { commandButton, element, icon, messageArticle } from "./cards.js";
import { pickCommand } from "./commandbox.js";

const CARDS_KEPT_PER_CHANNEL = 300;
const ROOM_ABOVE_ANSWER = 12;

const newCardsButton = document.getElementById("new-cards");

// Cards from before this moment are history: they neither count as unread nor move.
const openedAt = Date.now();
const channels = new Map();
const seenMessages = new Map();
let current = null;
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

const articleOf = id => document.querySelector(`[data-message-id="${CSS.escape(id)}"]`);

// The same message again is a repetition after a reconnection, unless its card was put right.
function correctMessage(message, drawn) {
  if (seenMessages.get(message.id) !== drawn) {
    seenMessages.set(message.id, drawn);
    articleOf(message.id)?.replaceWith(messageArticle(message, { previews, isNews: false, onPick: pickCommand }));
  }
}

export function removeMessage(message) {
  articleOf(message.id)?.remove();
}

export function addMessage(message) {
  const drawn = JSON.stringify(message.card);
  if (seenMessages.has(message.id)) {
    correctMessage(message, drawn);
    return;
  }
  seenMessages.set(message.id, drawn);
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
  document.getElementById("channels").append(element("li", {}, button));
  document.getElementById("logs").prepend(log);
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

export function updateChannels(state) {
  ({ previews } = state);
  for (const { id, name, about } of state.channels) {
    describeChannel(channels.get(id) ?? addChannel(id), name, about);
  }
}

function showChannel(channel) {
  for (const { button, log } of channels.values()) {
    button.removeAttribute("aria-current");
    log.hidden = true;
  }
  current = channel;
  channel.button.setAttribute("aria-current", "true");
  channel.log.hidden = false;
  document.getElementById("channel-name").textContent = channel.name.textContent;
  document.getElementById("channel-about").textContent = channel.about;
  newCardsButton.hidden = true;
  scrollToEnd(channel.log);
  setUnread(channel, 0);
}

export function showChannelOfAddress() {
  const all = [...channels.values()];
  const channel = all.find(({ id }) => encodeURIComponent(id) === location.hash.slice(1)) ?? all[0];
  if (channel) {
    showChannel(channel);
  }
}

export function currentChannel() {
  return current;
}

export function listenToChannels() {
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
