"use strict";
(() => {
  const root = document.documentElement;
  const up = document.currentScript.dataset.up;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const remembered = () => {
    try {
      return localStorage.getItem("theme");
    } catch {
      return null;
    }
  };
  const show = (theme) => {
    if (theme === "light" || theme === "dark") {
      root.dataset.theme = theme;
    }
  };
  // Before anything is painted.
  show(remembered());

  const themeButton = (button) => {
    const isDark = () => (root.dataset.theme ?? (dark.matches ? "dark" : "light")) === "dark";
    const label = () => {
      button.textContent = isDark() ? "Light" : "Dark";
      button.setAttribute("aria-label", `Switch to ${isDark() ? "light" : "dark"} colours`);
    };
    button.addEventListener("click", () => {
      const theme = isDark() ? "light" : "dark";
      show(theme);
      try {
        localStorage.setItem("theme", theme);
      } catch {
        // Then it holds for this page.
      }
      label();
    });
    dark.addEventListener("change", label);
    label();
    button.hidden = false;
  };

  // The names are loaded when they are first wanted.
  let index;
  const loadIndex = () => {
    index ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `${up}search-index.js`;
      script.onload = () => resolve(window.searchIndex);
      script.onerror = reject;
      document.head.append(script);
    });
    return index;
  };

  const KINDS = ["operation", "shape", "member", "value"];
  const MOST = 40;

  // Lower is better; nothing where the name does not match.
  const rank = (name, words) => {
    const lower = name.toLowerCase();
    if (lower === words) return 0;
    const at = lower.indexOf(words);
    if (at < 0) return undefined;
    if (at === 0) return 1;
    return /[A-Z]/.test(name[at]) || /[^A-Za-z0-9]/.test(name[at - 1]) ? 2 : 3;
  };

  const find = (entries, words) => {
    const found = [];
    for (const entry of entries) {
      const [kind, name, owner] = entry;
      const own = rank(name, words);
      const whole = owner && words.includes(".") ? rank(`${owner}.${name}`, words) : undefined;
      const best = own ?? whole;
      if (best !== undefined) {
        found.push([best, KINDS.indexOf(kind), name.length, entry]);
      }
    }
    found.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
    return found.map((one) => one[3]);
  };

  const marked = (name, words) => {
    const code = document.createElement("code");
    const at = name.toLowerCase().indexOf(words);
    if (at < 0) {
      code.textContent = name;
      return code;
    }
    const mark = document.createElement("mark");
    mark.textContent = name.slice(at, at + words.length);
    code.append(name.slice(0, at), mark, name.slice(at + words.length));
    return code;
  };

  const search = (box) => {
    const input = box.querySelector("input");
    const list = box.querySelector("ul");
    const status = box.querySelector("[role=status]");
    let shown = [];
    let selected = -1;

    const close = () => {
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
      selected = -1;
    };
    const go = (entry) => {
      close();
      location.href = up + entry[3];
    };
    const select = (number) => {
      selected = number;
      [...list.children].forEach((option, place) => {
        option.setAttribute("aria-selected", String(place === number));
      });
      const option = list.children[number];
      if (option) {
        input.setAttribute("aria-activedescendant", option.id);
        option.scrollIntoView({ block: "nearest" });
      }
    };
    const option = (entry, place, words) => {
      const [kind, name, owner, , gone] = entry;
      const item = document.createElement("li");
      item.id = `result-${place}`;
      item.setAttribute("role", "option");
      const about = document.createElement("span");
      about.className = "kind";
      about.textContent = (owner ? `${kind} of ${owner}` : kind) + (gone ? `, gone in ${gone}` : "");
      item.append(marked(name, words), " ", about);
      item.addEventListener("mousedown", (event) => event.preventDefault());
      item.addEventListener("click", () => go(entry));
      return item;
    };
    const update = async () => {
      const words = input.value.trim().toLowerCase();
      if (!words) {
        shown = [];
        status.textContent = "";
        close();
        return;
      }
      const found = find(await loadIndex(), words);
      if (words !== input.value.trim().toLowerCase()) {
        return;
      }
      shown = found.slice(0, MOST);
      list.replaceChildren(...shown.map((entry, place) => option(entry, place, words)));
      if (shown.length === 0) {
        const nothing = document.createElement("li");
        nothing.className = "nothing";
        nothing.setAttribute("role", "option");
        nothing.setAttribute("aria-disabled", "true");
        nothing.textContent = "No name matches";
        list.append(nothing);
      }
      list.hidden = false;
      input.setAttribute("aria-expanded", "true");
      const more = found.length > MOST ? `, the first ${MOST} are shown` : "";
      status.textContent = found.length === 1 ? "1 name matches" : `${found.length} names match${more}`;
      if (shown.length > 0) {
        select(0);
      }
    };

    input.addEventListener("focus", () => {
      loadIndex().catch(() => {});
      update();
    });
    input.addEventListener("input", update);
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      const last = shown.length - 1;
      if (event.key === "Escape") {
        close();
      } else if (list.hidden || shown.length === 0) {
        return;
      } else if (event.key === "ArrowDown") {
        select(selected >= last ? 0 : selected + 1);
      } else if (event.key === "ArrowUp") {
        select(selected <= 0 ? last : selected - 1);
      } else if (event.key === "Enter" && shown[selected]) {
        go(shown[selected]);
      } else {
        return;
      }
      event.preventDefault();
    });
    document.addEventListener("keydown", (event) => {
      const writes = event.target.closest?.("input, textarea, select, [contenteditable]");
      if (event.key === "/" && !writes && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        input.focus();
      }
    });
    box.hidden = false;
  };

  // What a closed part of the page holds is shown when an address leads there.
  const reveal = () => {
    let place;
    try {
      place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return;
    }
    place?.querySelector(":scope > details")?.setAttribute("open", "");
    for (let outer = place?.closest("details"); outer; outer = outer.parentElement.closest("details")) {
      outer.open = true;
    }
  };

  document.addEventListener("DOMContentLoaded", () => {
    const [button, box] = [document.getElementById("theme"), document.querySelector(".search")];
    if (button) themeButton(button);
    if (box) search(box);
    reveal();
    addEventListener("hashchange", reveal);
  });
})();
