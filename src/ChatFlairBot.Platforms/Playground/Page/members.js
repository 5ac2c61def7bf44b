// The members of the community: whom the visitor plays, and the names that the boxes suggest.

import { attachSuggestions } from "./suggestions.js";

const SUGGESTIONS_SHOWN = 8;
const MEMBER_KEY = "chatflairbot.member";

const memberBox = document.getElementById("member");

let members = [];

// ---- Names ----

const folded = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function membersLike(fragment) {
  return members.filter(name => folded(name).includes(folded(fragment)));
}

export function suggestForCommand(text) {
  const [, fragment] = /^\s*\/flair\s+@(.*)$/u.exec(text) ?? [];
  return fragment === undefined || members.includes(fragment) ? [] : membersLike(fragment).slice(0, SUGGESTIONS_SHOWN);
}

// A box that shows a member offers all of them: the visitor is here to change it.
function suggestForMember(text) {
  return members.includes(text) ? members : membersLike(text);
}

// ---- Who the visitor is ----

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

export function chosenMember() {
  return memberBox.value.trim();
}

export function updateMembers(names) {
  members = names;
  if (document.activeElement !== memberBox) {
    memberBox.value ||= defaultMember();
  }
}

/** Makes the box work; `load()` asks the bot for the members again while none are known. */
export function listenToMember(load) {
  const open = attachSuggestions(memberBox, document.getElementById("member-suggestions"), suggestForMember, chooseMember);
  const openMembers = async () => {
    if (members.length === 0) {
      await load();
    }
    if (document.activeElement === memberBox) {
      open();
    }
  };
  memberBox.addEventListener("focus", () => {
    memberBox.select();
    if (!memberBox.value) {
      openMembers();
    }
  });
  memberBox.addEventListener("click", openMembers);
  memberBox.addEventListener("keydown", event => {
    if (event.key === "ArrowDown" && !event.defaultPrevented) {
      event.preventDefault();
      openMembers();
    }
  });
  memberBox.addEventListener("change", () => chooseMember(chosenMember() || defaultMember()));
  memberBox.addEventListener("blur", () => { memberBox.value ||= defaultMember(); });
}
