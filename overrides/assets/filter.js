// Filters and orders of lists: the form's answers stand in the page's address, so that a list can be shared as it is
// seen. Only pages with such a form load this.
(function () {
  "use strict";

  document.querySelectorAll("form[data-filter]").forEach(function (form) {
    var list = document.getElementById(form.dataset.filter);
    var entries = Array.prototype.slice.call(list.children);
    var fields = Array.prototype.slice.call(form.querySelectorAll("select"));
    var status = form.querySelector("[role=status]");

    function name(entry) {
      return entry.querySelector("h2,h3").textContent;
    }

    function sort(by) {
      var sorted = entries.slice();
      if (by) {
        sorted.sort(function (one, other) {
          return by === "name"
            ? name(one).localeCompare(name(other), document.documentElement.lang)
            : one.getAttribute("data-by-" + by) - other.getAttribute("data-by-" + by);
        });
      }
      list.append.apply(list, sorted);
    }

    function apply() {
      var query = new URLSearchParams();
      var shown = 0;
      fields.forEach(function (field) {
        if (field.value) query.set(field.name, field.value);
        if (field.name === "sort") sort(field.value);
      });
      entries.forEach(function (entry) {
        var fits = fields.every(function (field) {
          var values = (entry.dataset[field.name] || "").split(" ");
          return !field.value || field.name === "sort" || values.indexOf(field.value) >= 0;
        });
        entry.hidden = !fits;
        shown += fits ? 1 : 0;
      });
      var text = shown ? form.dataset.shown : form.dataset.none;
      status.textContent = text.replace("{shown}", shown).replace("{total}", entries.length);
      var search = query.toString();
      if (location.protocol !== "file:") {
        history.replaceState(null, "", location.pathname + (search ? "?" + search : "") + location.hash);
      }
    }

    var asked = new URLSearchParams(location.search);
    fields.forEach(function (field) {
      var value = asked.get(field.name) || "";
      var known = Array.prototype.some.call(field.options, function (option) {
        return option.value === value;
      });
      field.value = known ? value : "";
      field.addEventListener("change", apply);
    });
    form.addEventListener("submit", function (event) {
      event.preventDefault();
    });
    form.addEventListener("reset", function () {
      setTimeout(apply);
    });
    form.hidden = false;
    apply();
  });
})();
