// What a reader may set and do: text size, colours, reading aloud, copying, reading offline.
// Without this script the page is whole, and the buttons are not shown.
(function () {
  "use strict";
  var root = document.documentElement;
  var own = document.currentScript;
  var base = new URL("..", own.src).href;
  var mayKeep = "offline" in own.dataset;

  function all(selector) {
    return Array.from(document.querySelectorAll(selector));
  }

  function recall(name) {
    try {
      return localStorage.getItem("subportal." + name) || "";
    } catch (error) {
      return "";
    }
  }

  // Text size and colours
  var dark = [];
  Array.from(document.styleSheets).forEach(function (sheet) {
    Array.from(sheet.cssRules).forEach(function (rule) {
      if (rule.media && /scheme: dark/.test(rule.media.mediaText)) dark.push([rule.media, rule.media.mediaText]);
    });
  });

  function apply() {
    var scheme = recall("scheme");
    root.style.fontSize = recall("size") ? recall("size") + "%" : "";
    root.style.colorScheme = scheme;
    dark.forEach(function (one) {
      one[0].mediaText = scheme ? (scheme === "dark" ? "screen" : "not all") : one[1];
    });
  }

  var panel = document.getElementById("display");
  if (panel && "popover" in panel) {
    all("#display input").forEach(function (input) {
      input.checked = input.value === recall(input.name);
    });
    panel.addEventListener("change", function (event) {
      try {
        localStorage.setItem("subportal." + event.target.name, event.target.value);
      } catch (error) {
        return;
      }
      apply();
      serve();
    });
    document.querySelector(".display-button").hidden = false;
  }
  apply();

  // Reading offline
  function serve() {
    var workers = navigator.serviceWorker;
    if (!workers) return;
    if (mayKeep && recall("offline") !== "off") {
      workers.register(base + "sw.js", { scope: base }).catch(function () {});
      return;
    }
    workers.getRegistration(base).then(function (found) {
      if (found && found.scope === base) found.unregister();
    });
    caches.keys().then(function (names) {
      names.forEach(function (name) {
        if (name.indexOf(new URL(base).pathname + " ") === 0) caches.delete(name);
      });
    });
  }
  if (mayKeep) addEventListener("load", serve);

  // Announcements end with their last day in Viet Nam.
  all("[data-until]").forEach(function (one) {
    if (Date.now() > Date.parse(one.dataset.until + "T23:59:59+07:00")) one.remove();
  });
  all(".announcements").forEach(function (one) {
    if (!one.children.length) one.remove();
  });

  // Copying, sharing, citing
  all("[data-accessed]").forEach(function (one) {
    var style = { day: "numeric", month: one.dataset.month, year: "numeric" };
    var day = new Date().toLocaleDateString(one.lang, style);
    one.textContent = one.dataset.accessed.replace("{date}", day);
  });
  all("[data-copy]").forEach(function (button) {
    var label = button.textContent;
    button.hidden = !navigator.clipboard;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", function () {
      var found = document.getElementById(button.dataset.copy);
      navigator.clipboard.writeText(found ? found.textContent : location.href).then(function () {
        button.textContent = button.dataset.done;
        setTimeout(function () {
          button.textContent = label;
        }, 3000);
      });
    });
  });
  all("[data-share]").forEach(function (button) {
    button.hidden = !navigator.share;
    button.addEventListener("click", function () {
      navigator.share({ title: document.title, url: location.href }).catch(function () {});
    });
  });

  // Answers go without leaving the page where the endpoint is on the same host.
  all("form[data-thanks]").forEach(function (form) {
    form.addEventListener("submit", function (event) {
      if (form.action.indexOf(location.origin + "/") !== 0) return;
      event.preventDefault();
      var answer = new URLSearchParams(new FormData(form));
      answer.set("useful", event.submitter ? event.submitter.value : "");
      fetch(form.action, { method: "POST", body: answer }).then(
        function () {
          form.setAttribute("role", "status");
          form.textContent = form.dataset.thanks;
        },
        function () {
          form.submit();
        }
      );
    });
  });

  // Reading aloud
  var speech = window.speechSynthesis;
  var listen = document.querySelector("[data-listen]");
  if (!speech || !listen || !window.SpeechSynthesisUtterance) return;
  var stop = document.querySelector("[data-stop]");
  var begin = listen.textContent;
  var parts = [];
  var at = 0;
  var run = 0;

  function voice(tag) {
    var language = tag.slice(0, 2);
    var fitting = speech.getVoices().filter(function (one) {
      return one.lang.toLowerCase().replace("cmn", "zh").indexOf(language) === 0;
    });
    // Written Chinese is read in the common language, if there is a choice.
    var common = fitting.filter(function (one) {
      return !/HK/.test(one.lang);
    });
    return common[0] || fitting[0];
  }

  function gather() {
    all("main :is(h1, .lead, .prose :is(h2, h3, p, li, dt, dd))").forEach(function (block) {
      if (block.closest("table, form, nav, figure, .chart, .footnotes, [hidden]")) return;
      if (block.parentElement.closest("li, dt, dd")) return;
      var copy = block.cloneNode(true);
      copy.querySelectorAll("sup, table, button").forEach(function (one) {
        one.remove();
      });
      var tag = block.closest("[lang]").lang;
      var chosen = voice(tag);
      var sentences = copy.textContent.replace(/\s+/g, " ").match(/.+?(?:[.!?…:;](?=\s)|[。！？；]|$)/g) || [];
      sentences.forEach(function (sentence) {
        if (chosen && sentence.trim()) parts.push([sentence.trim(), tag, chosen]);
      });
    });
  }

  function speak(mine) {
    if (mine !== run) return;
    if (at >= parts.length) return halt(begin, 0);
    var said = new SpeechSynthesisUtterance(parts[at][0]);
    said.lang = parts[at][1];
    said.voice = parts[at][2];
    said.onend = function () {
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

  listen.addEventListener("click", function () {
    if (listen.dataset.on) return halt(listen.dataset.resume, at);
    if (!parts.length) gather();
    listen.dataset.on = "on";
    listen.textContent = listen.dataset.pause;
    stop.hidden = false;
    speak(run);
  });
  stop.addEventListener("click", function () {
    halt(begin, 0);
    listen.focus();
  });
  addEventListener("pagehide", function () {
    halt(begin, 0);
  });
  function show() {
    listen.hidden = !voice(document.querySelector(".prose").closest("[lang]").lang);
  }
  if (speech.addEventListener) speech.addEventListener("voiceschanged", show);
  show();
})();
