// Answers go without leaving the page where the endpoint is on the same host. Only portals with an endpoint load this.
(() => {
  "use strict";
  const form = document.querySelector("form[data-thanks]");
  form.addEventListener("submit", (event) => {
    if (!form.action.startsWith(location.origin + "/")) return;
    event.preventDefault();
    const answer = new URLSearchParams(new FormData(form));
    answer.set("useful", event.submitter ? event.submitter.value : "");
    fetch(form.action, { method: "POST", body: answer }).then(
      () => {
        form.setAttribute("role", "status");
        form.textContent = form.dataset.thanks;
      },
      () => form.submit()
    );
  });
})();
