// The combobox pattern: the focus stays in the box while the arrow keys walk through a list of suggestions.

import { element } from "./cards.js";

/** Lets `box` offer what `suggest(text)` returns; `accept(name)` gets the choice. Returns a function that opens the list. */
export function attachSuggestions(box, list, suggest, accept) {
  let active = null;

  function activate(option) {
    active?.setAttribute("aria-selected", "false");
    active = option;
    active?.setAttribute("aria-selected", "true");
    active?.scrollIntoView({ block: "nearest" });
    box.setAttribute("aria-activedescendant", active?.id ?? "");
  }

  function toggle(isOpen) {
    activate(null);
    list.hidden = !isOpen;
    box.setAttribute("aria-expanded", String(isOpen));
  }

  function open() {
    const options = suggest(box.value).map((name, index) =>
      element("li", { role: "option", id: `${list.id}-${index}`, "aria-selected": "false", dir: "auto" }, name));
    list.replaceChildren(...options);
    toggle(options.length > 0);
  }

  function choose(option) {
    accept(option.textContent);
    toggle(false);
  }

  function handleKey(event) {
    if (list.hidden || event.isComposing) {
      return;
    }
    if (event.key === "Enter" && !active) {
      // Nothing chosen: Enter keeps its meaning and sends what was typed.
      toggle(false);
      return;
    }
    const action = {
      ArrowDown: () => activate(active?.nextElementSibling ?? list.firstElementChild),
      ArrowUp: () => activate(active?.previousElementSibling ?? list.lastElementChild),
      Escape: () => toggle(false),
      Enter: () => choose(active),
    }[event.key];
    if (action) {
      event.preventDefault();
      action();
    }
  }

  box.addEventListener("input", open);
  box.addEventListener("blur", () => toggle(false));
  box.addEventListener("keydown", handleKey);
  // A press on the list must not take the focus (and so the list) away before the click arrives.
  list.addEventListener("mousedown", event => event.preventDefault());
  list.addEventListener("click", event => {
    const option = event.target.closest("[role=option]");
    if (option) {
      choose(option);
    }
  });
  return open;
}
