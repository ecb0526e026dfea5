// Filters and orders of lists: the form's answers stand in the page's address, so that a list can be shared as it is
// seen. Loaded when a reader turns to such a form, or when the address holds answers.
(() => {
  "use strict";
  const asked = new URLSearchParams(location.search);

  document.querySelectorAll("form[data-filter]").forEach((form) => {
    const list = document.getElementById(form.dataset.filter);
    const entries = [...list.children];
    const fields = [...form.querySelectorAll("select")];
    let order = "";

    function name(entry) {
      return entry.querySelector("h2,h3").textContent;
    }

    // To move an entry would take the focus from it: only another order moves them.
    function sort(by) {
      if (by === order) return;
      order = by;
      list.append(...sorted(by));
    }

    function sorted(by) {
      const { lang } = document.documentElement;
      if (!by) return entries;
      return [...entries].sort((one, other) =>
        by === "name"
          ? name(one).localeCompare(name(other), lang)
          : one.getAttribute("data-by-" + by) - other.getAttribute("data-by-" + by),
      );
    }

    function fits(entry, field) {
      const values = (entry.dataset[field.name] || "").split(" ");
      return !field.value || field.name === "sort" || values.includes(field.value);
    }

    function apply() {
      const query = new URLSearchParams();
      let shown = 0;
      fields.forEach((field) => {
        if (field.value) query.set(field.name, field.value);
        if (field.name === "sort") sort(field.value);
      });
      entries.forEach((entry) => {
        entry.hidden = !fields.every((field) => fits(entry, field));
        shown += !entry.hidden;
      });
      form.querySelector("[role=status]").textContent = (shown ? form.dataset.shown : form.dataset.none)
        .replace("{shown}", shown)
        .replace("{total}", entries.length);
      if (location.protocol === "file:") return;
      const search = query.toString();
      history.replaceState(null, "", location.pathname + (search ? "?" + search : "") + location.hash);
    }

    fields.forEach((field) => {
      const value = asked.get(field.name);
      if ([...field.options].some((option) => option.value === value)) field.value = value;
      field.addEventListener("change", apply);
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(apply));
    apply();
  });
})();
