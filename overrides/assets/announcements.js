// Announcements end with their last day in Viet Nam. Only pages with announcements load this.
(() => {
  const place = document.querySelector(".announcements");
  for (const one of [...place.children]) {
    if (Date.now() > Date.parse(one.dataset.until + "T23:59:59+07:00")) one.remove();
  }
  if (!place.children.length) place.remove();
})();
