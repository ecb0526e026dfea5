// What every page does better with a script: text size, colours, copying, reading offline. Without it the page is
// whole, and the buttons are not shown. What few readers use is loaded when they ask for it.
(() => {
  "use strict";
  const { src, dataset } = document.currentScript;
  const base = new URL("..", src).href;
  const mayKeep = "offline" in dataset;
  const root = document.documentElement;

  function all(selector, act) {
    document.querySelectorAll(selector).forEach(act);
  }

  function show(one) {
    one.hidden = false;
  }

  function load(address) {
    const script = document.createElement("script");
    script.src = address;
    document.head.append(script);
    return script;
  }

  function recall(name) {
    try {
      return localStorage.getItem("subportal." + name) || "";
    } catch {
      return "";
    }
  }

  // Text size and colours. In a folder of files the rules cannot be read: there the colours stay the system's.
  const dark = [];
  for (const sheet of document.styleSheets) {
    try {
      for (const { media } of sheet.cssRules) {
        if (media && /scheme: dark/.test(media.mediaText)) dark.push([media, media.mediaText]);
      }
    } catch {
      continue;
    }
  }

  function apply() {
    const size = recall("size");
    const scheme = recall("scheme");
    root.style.fontSize = size && size + "%";
    root.style.colorScheme = scheme;
    dark.forEach(([media, own]) => {
      media.mediaText = scheme ? (scheme === "dark" ? "screen" : "not all") : own;
    });
  }

  const panel = document.getElementById("display");
  if ("popover" in panel) {
    all("#display input", (input) => {
      input.checked = input.value === recall(input.name);
    });
    panel.addEventListener("change", (event) => {
      try {
        localStorage.setItem("subportal." + event.target.name, event.target.value);
      } catch {
        return;
      }
      apply();
      serve();
    });
    all(".display-button", show);
  }
  apply();

  // Reading offline
  function serve() {
    const workers = navigator.serviceWorker;
    if (!workers) return;
    if (mayKeep && recall("offline") !== "off") {
      workers.register(base + "sw.js", { scope: base }).catch(() => {});
      return;
    }
    workers.getRegistration(base).then((found) => {
      if (found && found.scope === base) found.unregister();
    });
    caches.keys().then((names) => {
      names.forEach((name) => {
        if (name.startsWith(new URL(base).pathname + " ")) caches.delete(name);
      });
    });
  }
  if (mayKeep) addEventListener("load", serve);

  // Search: its script is loaded on first use; `/` leads to the field.
  const search = document.querySelector("form.search");
  const field = search.elements.q;
  field.addEventListener("focus", () => {
    if (!window.subportalIndex) load(search.dataset.script);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.target.matches("input, select, textarea")) return;
    event.preventDefault();
    field.focus();
  });

  // Filters of lists: their script is loaded when a reader turns to them, or when the address holds answers.
  let filtering = false;
  function filter() {
    if (filtering) return;
    filtering = true;
    load(document.body.dataset.filters).onerror = () => {
      filtering = false;
    };
  }
  all("form[data-filter]", (form) => {
    show(form);
    ["pointerover", "focusin", "change"].forEach((turn) => form.addEventListener(turn, filter));
    if (location.search) filter();
  });

  // Printing, copying, sharing, citing
  function offer(selector, may, act) {
    if (!may) return;
    all(selector, (button) => {
      show(button);
      button.addEventListener("click", () => act(button));
    });
  }
  offer("[data-print]", true, () => print());
  offer("[data-share]", navigator.share, () => {
    navigator.share({ title: document.title, url: location.href }).catch(() => {});
  });
  offer("[data-copy]", navigator.clipboard, (button) => {
    const label = button.textContent;
    const text = document.getElementById(button.dataset.copy);
    navigator.clipboard.writeText(text ? text.textContent : location.href).then(() => {
      button.textContent = button.dataset.done;
      setTimeout(() => {
        button.textContent = label;
      }, 3000);
    });
  });
  all("[data-accessed]", (one) => {
    const style = { day: "numeric", month: one.dataset.month, year: "numeric" };
    one.textContent = one.dataset.accessed.replace("{date}", new Date().toLocaleDateString(one.lang, style));
  });

  // Reading aloud is offered where a voice speaks the language of the text.
  const speech = window.speechSynthesis;
  const listen = document.querySelector("[data-listen]");
  if (!speech || !listen || !window.SpeechSynthesisUtterance) return;
  const tag = document.querySelector(".prose").closest("[lang]").lang.slice(0, 2);

  function heed() {
    listen.addEventListener("click", begin, { once: true });
  }
  function begin() {
    // Some phones let speak only what begins to speak in answer to a touch: nothing, said now, opens the way.
    speech.speak(new SpeechSynthesisUtterance(""));
    load(listen.dataset.listen).onerror = heed;
  }
  function look() {
    listen.hidden = !speech.getVoices().some((one) => one.lang.toLowerCase().replace("cmn", "zh").startsWith(tag));
  }
  if (speech.addEventListener) speech.addEventListener("voiceschanged", look);
  heed();
  look();
})();
