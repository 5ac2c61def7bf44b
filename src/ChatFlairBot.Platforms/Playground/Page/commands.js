// Sends the visitor's commands to the bot and shows what went wrong.

import { addMessage, currentChannel } from "./channels.js";
import { commandBox, fillCommand, recallCommand, rememberCommand } from "./commandbox.js";
import { chosenMember, suggestForCommand } from "./members.js";
import { attachSuggestions } from "./suggestions.js";

const ANSWER_TIMEOUT = 20_000;
const UNREACHABLE = "The bot is not reachable. Check that it is running, then send the command again.";

const errorNotice = document.getElementById("error");

let isSending = false;

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
  const channel = currentChannel();
  if (!channel) {
    showError(UNREACHABLE);
    return;
  }
  isSending = true;
  showError("");
  rememberCommand(text);
  const { message, error } = await postCommand({ channel: channel.id, text, member: chosenMember() });
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

export function listenToCommands() {
  document.getElementById("skip").addEventListener("click", event => {
    // Following the link would replace the channel in the address.
    event.preventDefault();
    commandBox.focus();
  });
  document.getElementById("command-form").addEventListener("submit", event => {
    event.preventDefault();
    commandBox.focus();
    sendCommand(commandBox.value.trim());
  });
  document.getElementById("chips").addEventListener("click", event => sendCommand(event.target.closest("button")?.textContent));
  attachSuggestions(commandBox, document.getElementById("command-suggestions"), suggestForCommand, name => fillCommand(`/flair @${name}`));
  // Added after the suggestions: an arrow key that walks through their list must not recall a command.
  commandBox.addEventListener("keydown", event => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step && !event.defaultPrevented) {
      event.preventDefault();
      recallCommand(step);
    }
  });
}
