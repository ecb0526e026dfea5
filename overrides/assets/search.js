// Search without a server: words are folded as src/subportal/search/ folds them, and only the parts of the
// index that a question needs are loaded, as scripts, so that it works from a folder of files too.
(() => {
  "use strict";
  if (window.subportalIndex) return;

  const PLACES = [12, 8, 4, 2, 1]; // as entries.PLACES
  const AT_ONCE = 10;
  const WORD = /[0-9a-z\u00df-\u024f\u1e00-\u1eff]+/g;
  const HAN = /[\u3400-\u9fff]+/g;
  const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
  const ENDINGS = ["ation", "ating", "ated", "ate", "ment", "ing", "ed", "e"];

  // Words ------------------------------------------------------------------------------------------
  const plain = (text) => text.normalize("NFC").toLowerCase();
  const fold = (text) => text.replace(/đ/g, "d").normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  const toneLast = (word) => {
    const parts = word.normalize("NFD");
    const tones = (parts.match(TONE) || []).join("");
    return tones ? parts.replace(TONE, "").normalize("NFC") + tones : word;
  };
  const stem = (word) => {
    if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
    if (/.ies$/.test(word) && word.length > 4) word = word.slice(0, -3) + "y";
    else if (/(sses|shes|ches|xes)$/.test(word)) word = word.slice(0, -2);
    else if (/s$/.test(word) && !/(ss|us|is)$/.test(word)) word = word.slice(0, -1);
    const ending = ENDINGS.find((one) => word.endsWith(one) && word.length - one.length >= 4);
    if (!ending) return word;
    word = word.slice(0, -ending.length);
    return word.length > 4 && /([^lsz])\1$/.test(word) ? word.slice(0, -1) : word;
  };
  const NUMERALS = { i: "1", ii: "2", iii: "3", iv: "4" };
  const termOf = (word, english) => (/[^\x00-\x7f]/.test(word) ? toneLast(word) : english ? stem(word) : NUMERALS[word] || word);
  const isHan = (word) => word >= "\u3400";

  const shardOf = (folded, shards) => {
    let value = 0;
    for (const letter of folded.slice(0, 4)) {
      value = (Math.imul(value, 31) + letter.charCodeAt(0)) >>> 0;
    }
    return (value ^ (value >>> 9)) & (shards - 1);
  };

  const decode = (signs) => {
    const numbers = [];
    let last = 0;
    let rest = 0;
    for (let at = 0; at < signs.length; at++) {
      const code = signs.charCodeAt(at);
      const digit = code - (code > 92 ? 36 : 35);
      if (digit < 64) {
        numbers.push((last += rest * 64 + digit));
        rest = 0;
      } else rest = rest * 26 + digit - 64;
    }
    return numbers;
  };

  const nearly = (one, other) => {
    // One letter more, fewer or other, or two neighbours changed about.
    if (Math.abs(one.length - other.length) > 1) return false;
    let at = 0;
    while (at < one.length && one[at] === other[at]) at++;
    const [a, b] = [one.slice(at), other.slice(at)];
    return a.slice(1) === b.slice(1) || a === b.slice(1) || a.slice(1) === b ||
      (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2));
  };

  // Index ------------------------------------------------------------------------------------------
  const makeIndex = (fetchPart, english) => {
    let main;
    const part = (name) => fetchPart(name, main && main.version);
    const terms = async (folded) => `\n${await part(`t${shardOf(folded, main.shards)}`)}\n`;
    const cut = (shard, at) => shard.slice(at + 1, shard.indexOf("\n", at + 1)).split(" ");

    // What stands under words that are, or begin with, a folded word: by slot the best weight.
    const collect = (shard, folded, wanted, factor, hit, begins) => {
      for (let at = -1; (at = shard.indexOf(`\n${folded}${begins ? "" : " "}`, at + 1)) >= 0; ) {
        const [key, ...fields] = cut(shard, at);
        if (begins && (key === folded || key.includes("_"))) continue;
        hit.keys.add(key);
        const strict = wanted !== folded && fields.some((one, index) => index % 2 === 0 && one === wanted);
        for (let index = 0; index < fields.length; index += 2) {
          const other = strict && fields[index] !== wanted ? 0.1 : 1;
          fields[index + 1].split("!").forEach((signs, place) => {
            for (const slot of decode(signs)) {
              const weight = PLACES[place] * factor * other;
              if (weight > (hit.slots.get(slot) || 0)) hit.slots.set(slot, weight);
            }
          });
        }
      }
    };

    const misspelt = async (folded, before) => {
      const known = (await part("words")).split("\n");
      const all = new Set(known);
      const near = known.filter((one) => one.length > 1 && nearly(folded, one));
      const pairs = before ? await terms(before) : "";
      const rank = (one) => (pairs.includes(`\n${before}_${one} `) ? 0 : 2) + (one[0] === folded[0] ? 0 : 1);
      near.sort((one, other) => rank(one) - rank(other));
      for (let at = 2; at < folded.length - 1; at++) {
        const [left, right] = [folded.slice(0, at), folded.slice(at)];
        if (all.has(left) && all.has(right)) near.unshift(`${left}_${right}`);
      }
      return near.slice(0, 4);
    };

    const look = async (word, before, isLast) => {
      const hit = { keys: new Set(), slots: new Map() };
      const shard = await terms(word.folded);
      collect(shard, word.folded, word.term, 1, hit);
      for (const group of main.synonyms.split("; ").map((one) => one.split(" ").map((other) => other.split("_")))) {
        const same = group.map((words) => words.map((one) => fold(termOf(one, english))).join("_"));
        if (!same.includes(word.folded)) continue;
        for (const one of same) if (one !== word.folded) collect(await terms(one.split("_")[0]), one, one, 0.6, hit);
      }
      if (isLast && word.folded.length > 3) collect(shard, word.folded, word.folded, 0.4, hit, true);
      if (!hit.slots.size && !isHan(word.folded) && word.folded.length > 2) {
        for (const near of await misspelt(word.folded, before)) {
          collect(await terms(near.split("_")[0]), near, near, 0.5, hit);
          word.guess = word.guess || near.replace("_", " ");
        }
      }
      return hit;
    };

    const rarity = (hit) => Math.log(1 + main.entries / (hit.slots.size || 1));

    // Units of a question: its words, and each of its Chinese characters; pairs of those are looked for.
    const wordsOf = (text) => {
      const stop = main.stop.split(" ");
      const latin = (text.match(WORD) || []).map((word) => {
        const term = termOf(word, english);
        return { term, folded: fold(term), stop: stop.includes(term) };
      });
      const words = latin.every((word) => word.stop) ? latin : latin.filter((word) => !word.stop);
      let units = 0;
      words.forEach((word) => (word.units = [units++]));
      const pairs = [];
      for (const run of text.match(HAN) || []) {
        for (let at = 0; at < Math.max(run.length - 1, 1); at++) {
          const term = run.slice(at, at + 2);
          pairs.push({ term, folded: term, units: [units + at, units + at + term.length - 1] });
        }
        units += run.length;
      }
      return { latin, all: [...words, ...pairs].slice(0, 12) };
    };

    // The slots of all that is found, best first, and the words that were found.
    const find = async (question) => {
      main = main || (await part("index"));
      const text = plain(question);
      const { latin, all } = wordsOf(text);
      const keys = new Set();
      const totals = new Map();
      const rare = [];
      let before = "";
      for (const word of all) {
        word.hit = await look(word, before, word === all[all.length - 1]);
        before = word.folded;
        word.rare = rarity(word.hit);
        word.units.forEach((unit) => (rare[unit] = Math.min(word.rare, rare[unit] || 99)));
        word.hit.keys.forEach((key) => key.split("_").forEach((one) => keys.add(one)));
      }
      const add = (slot, score, units) => {
        if (!totals.has(slot)) totals.set(slot, { slot, score: 0, units: new Set() });
        totals.get(slot).score += score;
        units.forEach((unit) => totals.get(slot).units.add(unit));
      };
      for (const word of all) word.hit.slots.forEach((weight, slot) => add(slot, weight * word.rare, word.units));
      for (let at = 1; at < latin.length; at++) {
        if (latin[at - 1].stop || latin[at].stop) continue;
        const hit = { keys: new Set(), slots: new Map() };
        const key = `${latin[at - 1].folded}_${latin[at].folded}`;
        collect(await terms(latin[at - 1].folded), key, key, 0.7, hit);
        hit.slots.forEach((weight, slot) => totals.has(slot) && add(slot, weight * rarity(hit), []));
      }
      const whole = rare.reduce((sum, one) => sum + one, 0);
      const found = [...totals.values()];
      for (const one of found) {
        one.part = [...one.units].reduce((sum, unit) => sum + rare[unit], 0) / whole;
        one.score *= one.part ** 3;
      }
      found.sort((one, other) => other.score - one.score || one.slot - other.slot);
      const complete = found.filter((one) => one.units.size === rare.length);
      const wide = found.filter((one) => one.part > 0.5);
      const said = all.reduce((known, word) => (word.guess ? known.replace(word.term, word.guess) : known), text);
      return { keys, text: said, slots: complete.length >= AT_ONCE ? complete : wide.length ? wide : found };
    };

    // Entries of some of the slots found, the ones whose title is the question first.
    const show = async (found, from, to) => {
      const asked = ` ${(fold(found.text).match(/[\p{L}\p{N}]+/gu) || []).join(" ")} `;
      const shown = [];
      for (const one of found.slots.slice(from, to)) {
        const shard = await part(`e${one.slot >> 1}`);
        const entry = shard.find((other) => other[0] === one.slot);
        if (!entry) continue;
        const title = ` ${(fold(plain(entry[2])).match(/[\p{L}\p{N}]+/gu) || []).join(" ")} `;
        const same = plain(entry[2]).includes(found.text.trim());
        const bonus = title.includes(asked) ? 1 + (2 * asked.length) / title.length : 1;
        shown.push({ entry, score: one.score * bonus * (same ? 1.2 : 1) });
      }
      return shown.sort((one, other) => other.score - one.score).map((one) => one.entry);
    };

    return { find, show, main: () => main };
  };

  // Marked words -----------------------------------------------------------------------------------
  // The places of the words found in a text: pairs of beginning and end.
  const placesOf = (text, keys, english) => {
    const places = [];
    const lower = text.toLowerCase();
    if (lower.length !== text.length) return places;
    for (const match of lower.matchAll(WORD)) {
      if (keys.has(fold(termOf(match[0].normalize("NFC"), english)))) places.push([match.index, match.index + match[0].length]);
    }
    keys.forEach((key) => {
      for (let at = isHan(key) ? text.indexOf(key) : -1; at >= 0; at = text.indexOf(key, at + 1)) {
        places.push([at, at + key.length]);
      }
    });
    return places.sort((one, other) => one[0] - other[0]);
  };

  // The piece of a text with the most of the words found.
  const snippet = (texts, keys, english, room) => {
    let best = { count: -1 };
    for (const text of texts) {
      const places = placesOf(text, keys, english);
      for (const [start] of places.length ? places : [[0]]) {
        const from = start < room / 2 ? 0 : Math.max(text.lastIndexOf(" ", start - room / 4) + 1, start - room / 2);
        const inside = places.filter((one) => one[0] >= from && one[1] <= from + room);
        const count = new Set(inside.map((one) => fold(text.slice(...one).toLowerCase()))).size;
        if (count > best.count) best = { count, text, from };
      }
    }
    let to = Math.min(best.from + room, best.text.length);
    if (to < best.text.length && best.text.lastIndexOf(" ", to) > to - 15) to = best.text.lastIndexOf(" ", to);
    return (best.from ? "… " : "") + best.text.slice(best.from, to) + (to < best.text.length ? " …" : "");
  };

  if (typeof document === "undefined") {
    window.subportalSearch = { makeIndex, placesOf, snippet, termOf, fold, plain, shardOf, decode, nearly };
    return;
  }

  // Page -------------------------------------------------------------------------------------------
  const form = document.querySelector("form.search");
  const field = form.elements.q;
  const here = document.getElementById("results");
  const language = form.dataset.index.split("/").slice(-2)[0];
  const english = language === "en";
  const local = location.protocol === "file:";
  const home = form.action.replace(/search\/$/, "");
  if (local) form.action += "index.html";

  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = form.dataset.style;
  const styled = new Promise((done) => (style.onload = style.onerror = done));
  document.head.append(style);

  const parts = {};
  const told = {};
  window.subportalIndex = (name, data) => (told[name] = data);
  const index = makeIndex((name, version) => {
    parts[name] = parts[name] || new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = `${form.dataset.index}${name}.js${version ? `?v=${version}` : ""}`;
      script.onload = () => (name in told ? done(told[name]) : failed());
      script.onerror = () => {
        delete parts[name];
        failed(new Error(name));
      };
      document.head.append(script);
    });
    return parts[name];
  }, english);

  const make = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  };
  const marked = (element, text, keys) => {
    let last = 0;
    for (const [from, to] of placesOf(text, keys, english)) {
      if (to <= last) continue;
      const start = Math.max(from, last);
      element.append(text.slice(last, start), make("mark", "", text.slice(start, to)));
      last = to;
    }
    element.append(text.slice(last));
    return element;
  };

  const panel = here || make("div", "found");
  const status = here ? here.querySelector("[role=status]") : panel.appendChild(make("p"));
  const help = status.textContent;
  const list = panel.appendChild(make("ol"));
  const more = panel.appendChild(here ? make("button") : make("a"));
  more.hidden = list.hidden = true;
  panel.hidden = !here;
  if (here) more.type = "button";
  else {
    status.setAttribute("role", "status");
    form.append(panel);
  }

  const item = ([, address, title, section, date, description, text, language], keys) => {
    const made = make("li");
    const link = marked(make("a"), title, keys);
    const at = address.split("#");
    link.href = home + at[0] + (local ? "index.html" : "") + (at[1] ? `#${at[1]}` : "");
    if (language) link.lang = language;
    made.append(link, make("small", "", [section, date].filter(Boolean).join(" · ")));
    const words = snippet([description, text || ""], keys, english, language === "zh" ? 90 : 180);
    made.append(marked(make("p"), words, keys));
    return made;
  };

  const links = () => [...panel.querySelectorAll("a[href]")].filter((one) => one.offsetParent);
  // Whoever has gone down into the list stays at the same place of it when later findings come.
  const change = (act) => {
    const at = links().indexOf(document.activeElement);
    act();
    const now = links();
    if (at >= 0 && !now.includes(document.activeElement)) (now[Math.min(at, now.length - 1)] || field).focus();
  };

  let turn = 0;
  let found;
  const show = async (from) => {
    const mine = turn;
    const entries = await index.show(found, from, from + AT_ONCE);
    if (mine !== turn) return;
    const items = entries.map((entry) => item(entry, found.keys));
    change(() => {
      if (!from) list.replaceChildren();
      list.append(...items);
      list.hidden = !list.children.length;
      more.hidden = found.slots.length <= from + AT_ONCE;
    });
    if (from && items.length) items[0].querySelector("a").focus();
  };
  const search = async () => {
    const mine = ++turn;
    const question = field.value.trim();
    if (!question) {
      change(() => {
        list.hidden = more.hidden = true;
      });
      panel.hidden = !here;
      status.textContent = help;
      return;
    }
    try {
      const now = await index.find(question);
      await styled;
      if (mine !== turn) return;
      found = now;
      await show(0);
      if (mine !== turn) return;
      const { one, many, none, all } = index.main().strings;
      const count = found.slots.length;
      status.textContent = (count > 1 ? many : count ? one : none).replace("{count}", count).replace("{query}", question);
      more.textContent = all;
      if (!here) more.href = `${form.action}?q=${encodeURIComponent(question)}`;
    } catch (error) {
      if (mine !== turn) return;
      // Elsewhere, Enter leads to the page of the search, which tells of it.
      change(() => {
        list.hidden = more.hidden = true;
      });
      status.textContent = panel.dataset.failed || "";
    }
    panel.hidden = !status.textContent;
    if (!here) return;
    document.title = document.title.replace(/^(.*? \| )?/, () => `${question} | `);
    if (!local) history.replaceState(null, "", `?q=${encodeURIComponent(question)}`);
  };

  let timer;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(search, 150);
  };
  field.addEventListener("input", soon);
  if (here) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(timer);
      search();
    });
    more.addEventListener("click", () => show(list.children.length));
    field.value = new URLSearchParams(location.search).get("q") || field.value;
    search();
  } else {
    field.addEventListener("focus", (event) => {
      if (field.value.trim() && !form.contains(event.relatedTarget)) search();
    });
    form.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !form.contains(event.relatedTarget)) panel.hidden = true;
    });
    document.addEventListener("pointerdown", (event) => {
      if (!form.contains(event.target)) panel.hidden = true;
    });
    if (document.activeElement === field) search();
  }
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  const keyed = (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape" && !here && !panel.hidden) {
      field.focus();
      panel.hidden = true;
      event.preventDefault();
    }
    const now = links();
    if (!steps[event.key] || panel.hidden || !now.length) return;
    const at = now.indexOf(document.activeElement) + steps[event.key];
    event.preventDefault();
    if (at < -1) return;
    (at === -1 ? field : now[Math.min(at, now.length - 1)]).focus();
  };
  form.addEventListener("keydown", keyed);
  if (here) here.addEventListener("keydown", keyed);
})();
