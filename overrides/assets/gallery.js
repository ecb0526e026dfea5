// The pictures of a gallery, one at a time and as large as the window. Without a script their links lead to the files.
(() => {
  "use strict";
  if (!window.HTMLDialogElement) return;
  const STEPS = { ArrowLeft: -1, ArrowRight: 1 };

  function make(name, className, parent) {
    const made = document.createElement(name);
    made.className = className;
    parent.append(made);
    return made;
  }

  function makeViewer(gallery, links) {
    const viewer = make("dialog", "viewer", document.body);
    const told = gallery.dataset;
    const picture = make("div", "picture", viewer);
    const caption = make("div", "caption", viewer);
    const bar = make("div", "turn", viewer);
    let at = 0;

    function button(sign, label, act) {
      const made = make("button", "", bar);
      made.type = "button";
      made.textContent = sign;
      made.setAttribute("aria-label", label);
      made.addEventListener("click", act);
      return made;
    }
    function show(number) {
      at = (number + links.length) % links.length;
      const copy = links[at].firstElementChild.cloneNode(true);
      copy.querySelectorAll("source").forEach((one) => (one.sizes = "100vw"));
      copy.querySelector("img").loading = "eager";
      picture.replaceChildren(copy);
      const words = links[at].parentElement.querySelector("figcaption");
      caption.innerHTML = words ? words.innerHTML : "";
      place.textContent = told.place.replace("{number}", at + 1).replace("{count}", links.length);
    }

    viewer.setAttribute("aria-label", told.label);
    const back = button("←", told.previous, () => show(at - 1));
    const place = make("p", "", bar);
    place.setAttribute("role", "status");
    const next = button("→", told.next, () => show(at + 1));
    button("×", told.close, () => viewer.close()).className = "close";
    back.hidden = next.hidden = links.length < 2;
    viewer.addEventListener("keydown", (event) => {
      if (STEPS[event.key]) show(at + STEPS[event.key]);
      else if (event.key === "Home") show(0);
      else if (event.key === "End") show(-1);
      else return;
      event.preventDefault();
    });
    viewer.addEventListener("click", (event) => {
      if (event.target === viewer || event.target === picture) viewer.close();
    });
    // Whoever leaves stands at the picture seen last.
    viewer.addEventListener("close", () => links[at].focus());
    return (number) => {
      show(number);
      viewer.showModal();
      (next.hidden ? viewer.querySelector(".close") : next).focus();
    };
  }

  document.querySelectorAll(".gallery").forEach((gallery) => {
    const links = [...gallery.querySelectorAll("a.zoom")];
    let open;
    links.forEach((link, number) => {
      link.setAttribute("aria-haspopup", "dialog");
      link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        open = open || makeViewer(gallery, links);
        open(number);
      });
    });
  });
})();
