// Reads the page aloud. Loaded when a reader asks for it the first time, and begins at once.
(() => {
  "use strict";
  const speech = window.speechSynthesis;
  const listen = document.querySelector("[data-listen]");
  const stop = document.querySelector("[data-stop]");
  const begin = listen.textContent;
  const parts = [];
  let at = 0;
  let run = 0;

  function voice(tag) {
    const fitting = speech
      .getVoices()
      .filter((one) => one.lang.toLowerCase().replace("cmn", "zh").startsWith(tag.slice(0, 2)));
    // Written Chinese is read in the common language, if there is a choice.
    return fitting.find((one) => !/HK/.test(one.lang)) || fitting[0];
  }

  function gather() {
    document.querySelectorAll("main :is(h1, .lead, .prose :is(h2, h3, p, li, dt, dd))").forEach((block) => {
      if (block.closest("table, form, nav, figure, .footnotes, [hidden]")) return;
      if (block.parentElement.closest("li, dt, dd")) return;
      const copy = block.cloneNode(true);
      copy.querySelectorAll("sup, table, button").forEach((one) => one.remove());
      const tag = block.closest("[lang]").lang;
      const chosen = voice(tag);
      const sentences = copy.textContent.replace(/\s+/g, " ").match(/.+?(?:[.!?…:;](?=\s)|[。！？；]|$)/g) || [];
      sentences.forEach((sentence) => {
        if (chosen && sentence.trim()) parts.push([sentence.trim(), tag, chosen]);
      });
    });
  }

  function speak(mine) {
    if (mine !== run) return;
    if (at >= parts.length) return halt(begin, 0);
    const said = new SpeechSynthesisUtterance(parts[at][0]);
    said.lang = parts[at][1];
    said.voice = parts[at][2];
    said.onend = () => {
      if (mine === run) {
        at += 1;
        speak(mine);
      }
    };
    speech.speak(said);
  }

  // Pausing in the middle of a sentence hangs some phones: stop, and begin with this sentence again.
  function halt(label, next) {
    run += 1;
    at = next;
    speech.cancel();
    listen.textContent = label;
    listen.dataset.on = "";
    stop.hidden = !next && label === begin;
  }

  function toggle() {
    if (listen.dataset.on) return halt(listen.dataset.resume, at);
    if (!parts.length) gather();
    listen.dataset.on = "on";
    listen.textContent = listen.dataset.pause;
    stop.hidden = false;
    speak(run);
  }

  listen.addEventListener("click", toggle);
  stop.addEventListener("click", () => {
    halt(begin, 0);
    listen.focus();
  });
  addEventListener("pagehide", () => halt(begin, 0));
  toggle();
})();
