// The text of the command box, and the commands sent before that the arrow keys bring back into it.

export const commandBox = document.getElementById("command");

const sentCommands = [];
let recalled = 0;
let draft = "";

export function fillCommand(text) {
  commandBox.value = text;
  commandBox.setSelectionRange(text.length, text.length);
}

export function pickCommand(text) {
  fillCommand(text);
  commandBox.focus();
}

export function recallCommand(step) {
  if (recalled === sentCommands.length) {
    draft = commandBox.value;
  }
  recalled = Math.min(Math.max(recalled + step, 0), sentCommands.length);
  fillCommand(sentCommands[recalled] ?? draft);
}

export function rememberCommand(text) {
  if (sentCommands.at(-1) !== text) {
    sentCommands.push(text);
  }
  recalled = sentCommands.length;
  draft = "";
}
