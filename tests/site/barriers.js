// Judges many pages in one document with axe, which is quick once it is warm: each page's own markup takes the
// place of the last one's, under the page's own style sheets. Lists in head and foot that were judged before, word for
// word, are left out.
(() => {
  const judged = new Set();
  const sheets = new Map();

  async function read(address) {
    const sheet = new CSSStyleSheet({ baseURL: address });
    return sheet.replace(await (await fetch(address)).text());
  }

  // A sheet is read once; link elements would be loaded anew for each page.
  async function dress(links, page) {
    const addresses = [...links].map((link) => new URL(link.getAttribute("href"), page).href);
    for (const one of addresses) if (!sheets.has(one)) sheets.set(one, await read(one));
    document.adoptedStyleSheets = addresses.map((one) => sheets.get(one));
  }

  async function show(address) {
    const answer = await fetch(address);
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    history.replaceState(null, "", address);
    const root = document.documentElement;
    root.getAttributeNames().forEach((name) => root.removeAttribute(name));
    for (const given of fresh.documentElement.attributes) root.setAttribute(given.name, given.value);
    await dress(fresh.querySelectorAll("link[rel=stylesheet]:not([media=print])"), address);
    // Links and scripts in the head are nothing to axe, and the browser would look for another icon each time.
    document.head.querySelectorAll(":scope > :not(script, link), link[rel=stylesheet]").forEach((one) => one.remove());
    document.head.append(...fresh.head.querySelectorAll(":scope > :not(script, link)"));
    for (const list of fresh.querySelectorAll(":is(body > header, body > footer) :is(ul, dl)")) {
      const words = list.outerHTML.replace(/href="[^"]*"/g, "");
      if (judged.has(words)) list.remove();
      judged.add(words);
    }
    document.body.replaceWith(document.adoptNode(fresh.body));
    scrollTo(0, 0);
  }

  window.judge = async (addresses, options) => {
    const faults = [];
    for (const address of addresses) {
      await show(address);
      const result = await axe.run(document, options);
      for (const one of result.violations) {
        faults.push(`${address}: ${one.id}: ${one.nodes.map((node) => node.html).slice(0, 3).join(" | ")}`);
      }
    }
    return faults;
  };
})();
