// The chat of the playground: starts the page and keeps it connected to the bot.

import { addMessage, listenToChannels, removeMessage, showChannelOfAddress, updateChannels } from "./channels.js";
import { listenToCommands } from "./commands.js";
import { listenToMember, updateMembers } from "./members.js";

const LONGEST_RETRY_DELAY = 30_000;

const liveNotice = document.getElementById("live");

const retryDelay = attempt => Math.min(1000 * 2 ** attempt, LONGEST_RETRY_DELAY);

function showConnection(isLive) {
  liveNotice.textContent = isLive ? "Live" : "Reconnecting…";
  liveNotice.classList.toggle("is-live", isLive);
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
  document.getElementById("community").textContent = state.title;
  updateChannels(state);
  updateMembers(state.members);
  return true;
}

function connect(attempt = 0) {
  const stream = new EventSource("/playground/stream");
  let failures = attempt;
  stream.addEventListener("card", event => addMessage(JSON.parse(event.data)));
  stream.addEventListener("retracted", event => removeMessage(JSON.parse(event.data)));
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

listenToChannels();
listenToCommands();
listenToMember(loadState);
start();
